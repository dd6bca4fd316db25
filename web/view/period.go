package view

import (
	"context"
	"reflect"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Period is the time that a map or network shows, and all the time there is.
type Period struct {
	Shown  record.Interval `json:"shown"` // whole months; an end that is not known is open
	Known  record.Interval `json:"known"` // of the months in which anything begins
	Months []MonthCount    `json:"months"`
}

// MonthCount is how many entries begin in a month.
type MonthCount struct {
	Month record.Interval `json:"month"`
	N     int             `json:"n"`
}

// lookedMost bounds the entries that are looked at where a question is more
// than a period.
const lookedMost = 5000

// period gives the months that a filter asks for, and those there are.
func (d *Desk) period(ctx context.Context, f register.Filter) (Period, error) {
	return kept(ctx, d, "period "+f.On.EDTF(), func() (Period, error) {
		p := Period{Shown: wholeMonths(f.On), Months: []MonthCount{}}
		counts, err := d.Register.Counts(ctx, register.Filter{})
		for _, c := range counts {
			if c.Year < 1 {
				continue // of no known day
			}
			month := record.Month(c.Year, c.Month)
			if n := len(p.Months); n == 0 || p.Months[n-1].Month != month {
				p.Months = append(p.Months, MonthCount{Month: month})
			}
			p.Months[len(p.Months)-1].N += c.N
		}
		if n := len(p.Months); n > 0 {
			p.Known = record.Interval{From: p.Months[0].Month.From, To: p.Months[n-1].Month.To}
		}
		return p, err
	})
}

func wholeMonths(i record.Interval) record.Interval {
	if i.From != 0 {
		y, m, _ := i.From.Date()
		i.From = record.Month(y, m).From
	}
	if i.To != 0 {
		y, m, _ := i.To.Date()
		i.To = record.Month(y, m).To
	}
	return i
}

// sums are tallies of what matches a filter.
type sums struct {
	list   []register.Tally
	looked int  // the entries that were looked at; 0: all, by what is kept ready
	whole  bool // false: there are more entries
}

// sumsOf counts by what is kept ready where the filter asks for a period alone,
// else by the latest entries that match and begin in the period.
func (d *Desk) sumsOf(ctx context.Context, f register.Filter, t register.TallyFilter) (sums, error) {
	rest := f
	rest.On, rest.Limit, rest.Before, rest.Today = record.Interval{}, 0, 0, 0
	if reflect.ValueOf(rest).IsZero() {
		t.In = f.On
		list, err := d.tallies(ctx, t)
		return sums{list, 0, true}, err
	}
	f.Limit, f.Before = 0, 0
	all, err := kept(ctx, d, "sums "+keyOfFilter(f), func() (map[register.TallyKind]sums, error) { return d.count(ctx, f) })
	if err != nil {
		return sums{}, err
	}
	s := all[t.Of]
	s.list = only(s.list, t)
	return s, nil
}

// only are the tallies that a filter asks for, of those in their order.
func only(list []register.Tally, t register.TallyFilter) []register.Tally {
	var out []register.Tally
	for _, x := range list {
		a, b := slices.Contains(t.A, x.A), x.Of == register.TallyTie && slices.Contains(t.A, x.B)
		if len(t.A) > 0 && (t.Among && !(a && b) || !a && !b) {
			continue
		}
		if out = append(out, x); t.Limit > 0 && len(out) == t.Limit {
			break
		}
	}
	return out
}

// count looks at the entries.
func (d *Desk) count(ctx context.Context, f register.Filter) (map[register.TallyKind]sums, error) {
	f.On = wholeMonths(f.On)
	in := f.On
	type key struct {
		of   register.TallyKind
		a, b string
	}
	tally := map[key]register.Tally{}
	looked, whole := 0, true
	for e, err := range d.Register.Entries(ctx, f) {
		if err != nil {
			return nil, err
		}
		if looked == lookedMost {
			whole = false
			break
		}
		looked++
		list, month := register.TalliesOf(&e)
		if m := record.Month(month.Year, month.Month); month.Year < 1 && in.Known() || in.To != 0 && m.From > in.To || m.To < in.From {
			continue // it goes on from before
		}
		for _, x := range list {
			k := key{x.Of, x.A, x.B}
			sum := tally[k]
			x.N, x.Good, x.Bad = x.N+sum.N, x.Good+sum.Good, x.Bad+sum.Bad
			tally[k] = x
		}
	}
	out := map[register.TallyKind]sums{}
	for _, of := range []register.TallyKind{register.TallyParty, register.TallyTie, register.TallyPlace} {
		s := sums{looked: max(looked, 1), whole: whole}
		for k, x := range tally {
			if k.of == of {
				s.list = append(s.list, x)
			}
		}
		register.SortTallies(s.list)
		out[of] = s
	}
	return out, nil
}

// Tone says what prevails: cooperation (1) or conflict (-1) if it is at least
// twice as much as the other, else neither (0).
func Tone(good, bad int) int {
	switch {
	case good > 0 && good >= 2*bad:
		return 1
	case bad > 0 && bad >= 2*good:
		return -1
	}
	return 0
}
