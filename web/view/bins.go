package view

import (
	"cmp"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Fill says how certain an entry is; the words are those of the JSON.
type Fill string

// The fills.
const (
	FillActual    Fill = "actual"    // it happened or holds
	FillPlanned   Fill = "planned"   // announced, expected or demanded
	FillUncertain Fill = "uncertain" // possible, wished for, under a condition, denied, or on one of several days
)

// Bin counts what begins in a span of days.
type Bin struct {
	From  record.Day `json:"from"`
	To    record.Day `json:"to"`
	Parts []BinPart  `json:"parts"`
}

// BinPart is how many are of one tone and fill.
type BinPart struct {
	Tone int  `json:"tone"` // 1 cooperation, -1 conflict, 0 neither
	Fill Fill `json:"fill"`
	N    int  `json:"n"`
}

// Of is how many there are of a tone and fill.
func (b *Bin) Of(tone int, fill Fill) int {
	for _, p := range b.Parts {
		if p.Tone == tone && p.Fill == fill {
			return p.N
		}
	}
	return 0
}

// N is how many there are.
func (b *Bin) N() int {
	n := 0
	for _, p := range b.Parts {
		n += p.N
	}
	return n
}

func (b *Bin) add(tone int, fill Fill, n int) {
	for i := range b.Parts {
		if p := &b.Parts[i]; p.Tone == tone && p.Fill == fill {
			p.N += n
			return
		}
	}
	b.Parts = append(b.Parts, BinPart{tone, fill, n})
}

// fillOf says how certain an entry is.
func fillOf(r *record.Record) Fill {
	if r.Negated || len(r.Date.Days) > 1 || r.Date.Assumed != 0 {
		return FillUncertain
	}
	return fillOfStatus(r.Status)
}

func fillOfStatus(s record.Status) Fill {
	switch s {
	case record.Actual:
		return FillActual
	case record.Planned, record.Expected, record.Demanded:
		return FillPlanned
	}
	return FillUncertain
}

// grid divides a period into bins of one length: days, weeks, months, quarters
// or years.
type grid struct {
	period record.Interval
	days   int // of a bin; 0: months
	months int
}

// gridOf is the finest grid of at most so many bins, and of at least a month
// where nothing finer is known.
func gridOf(period record.Interval, most int, monthly bool) grid {
	n := int(period.To-period.From) + 1
	if !monthly {
		for _, days := range []int{1, 7} {
			if (n+days-1)/days <= most {
				return grid{period, days, 0}
			}
		}
	}
	for _, months := range []int{1, 3, 12, 60, 120} {
		if n/(30*months)+1 <= most {
			return grid{period, 0, months}
		}
	}
	return grid{period, 0, 1200}
}

// of is the bin of a day, whole or cut at the ends of the period.
func (g grid) of(d record.Day) record.Interval {
	d = min(max(d, g.period.From), g.period.To)
	var b record.Interval
	if g.days > 0 {
		// Weeks begin on Mondays; day 1 was one.
		from := (int(d)-1)/g.days*g.days + 1
		b = record.Interval{From: record.Day(from), To: record.Day(from + g.days - 1)}
	} else {
		y, m, _ := d.Date()
		first := (12*y + m - 1) / g.months * g.months
		b.From = record.DayOf(first/12, first%12+1, 1)
		b.To = record.DayOf((first+g.months)/12, (first+g.months)%12+1, 1) - 1
	}
	return record.Interval{From: max(b.From, g.period.From), To: min(b.To, g.period.To)}
}

// binner fills the bins of a grid.
type binner struct {
	grid grid
	bins map[record.Interval]*Bin
}

func newBinner(g grid) *binner { return &binner{g, map[record.Interval]*Bin{}} }

func (b *binner) add(d record.Day, tone int, fill Fill, n int) {
	i := b.grid.of(d)
	bin := b.bins[i]
	if bin == nil {
		bin = &Bin{From: i.From, To: i.To}
		b.bins[i] = bin
	}
	bin.add(tone, fill, n)
}

// list are the bins that are not empty, the earliest first.
func (b *binner) list() []Bin {
	out := make([]Bin, 0, len(b.bins))
	for _, bin := range b.bins {
		slices.SortFunc(bin.Parts, func(x, y BinPart) int { return cmp.Or(-cmp.Compare(x.Tone, y.Tone), cmp.Compare(x.Fill, y.Fill)) })
		out = append(out, *bin)
	}
	slices.SortFunc(out, func(x, y Bin) int { return cmp.Compare(x.From, y.From) })
	return out
}

// balanceBins is how many bins a balance has at most.
const balanceBins = 60

// balance are the acts of cooperation and conflict over time.
func balance(counts []register.DyadCount, period record.Interval) []Bin {
	b := newBinner(gridOf(period, balanceBins, true))
	for _, c := range counts {
		if c.Tone != 0 {
			b.add(monthIn(c, period), c.Tone, fillOfStatus(c.Status), c.N)
		}
	}
	return b.list()
}

// balanceOf is the balance of entries: what began before the period counts on
// its first day, as in the lanes.
func balanceOf(entries []register.Entry, period record.Interval) []Bin {
	if period.From == 0 {
		return nil
	}
	b := newBinner(gridOf(period, balanceBins, false))
	for i := range entries {
		if s := spanOf(&entries[i]); s.Tone != 0 && !s.undated() {
			b.add(s.From, s.Tone, s.Fill, 1)
		}
	}
	return b.list()
}

// monthIn is a day of the month of a count that lies in the period.
func monthIn(c register.DyadCount, period record.Interval) record.Day {
	return max(record.Month(c.Year, c.Month).From, period.From)
}
