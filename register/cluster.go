package register

import (
	"cmp"
	"slices"
	"strings"

	"depesche/record"
)

// facts is what of a member counts when members are compared.
type facts struct {
	m       *Placed
	day     record.Day      // of the report
	date    record.Date     // of what is told; unknown if the report does not say
	days    record.Interval // date, or the days around the report where it says none
	lent    bool            // the date is that of the setting
	firsts  []string        // keys of the actors
	seconds []string        // keys of the recipients
	place   *record.Entity
	people  []string // "STATE id", sorted
	numbers []float64
	lemmas  []string // sorted, each once
}

// cluster is a growing group of members that tell one thing.
type cluster struct {
	members []*facts
	days    record.Interval // in which it happened by all that say so
	open    []record.Day    // the days left where the texts name separate days
	tag     ID
}

// Where a report does not say when something happened, it happened in the days
// before the report; of what is to come, about as long after another report
// that announces it.
const (
	freshBefore = 3
	openDays    = 45
)

func factsOf(m *Placed) *facts {
	r := &m.Record
	f := &facts{m: m, day: m.Source.Day(), date: when(r), place: r.Place}
	if f.place == nil {
		f.place = m.Setting.Place
	}
	if !f.date.Interval().Known() && m.Setting.Date.Interval().Known() {
		f.date, f.lent = m.Setting.Date, true
	}
	f.firsts, f.seconds = stateKeys(r.Actor), stateKeys(r.Recipient)
	f.people = peopleOf(r)
	f.numbers = numbersOf(r)
	lemmas, _, _ := strings.Cut(m.Words, "\t")
	f.lemmas = strings.Fields(lemmas)
	slices.Sort(f.lemmas)
	f.lemmas = slices.Compact(f.lemmas)
	f.days = f.date.Interval()
	if !f.days.Known() {
		f.days = presumed(r, f.day)
	}
	return f
}

// peopleOf are the people who take part, each once: "STATE id", sorted.
func peopleOf(r *record.Record) []string {
	var people []string
	for _, e := range Parties(r) {
		if e.Type == record.TypePerson {
			people = append(people, e.State+" "+e.ID)
		}
	}
	slices.Sort(people)
	return slices.Compact(people)
}

// presumed are the days in which an undated record is taken to be.
func presumed(r *record.Record, day record.Day) record.Interval {
	switch {
	case r.Kind == record.KindRelation || day == 0:
		return record.Interval{}
	case r.Kind == record.KindEvent && statusClass(r) != string(record.Actual):
		return record.Interval{}
	}
	return record.Interval{From: day - freshBefore, To: day}
}

// numbersOf are the values of a record, a range by its lower end.
func numbersOf(r *record.Record) []float64 {
	var n []float64
	for _, v := range []*record.Range{r.Killed, r.Injured, r.Size} {
		if v != nil {
			n = append(n, v.Min)
		}
	}
	for _, v := range []*record.Quantity{r.Value, r.Change} {
		if v != nil {
			n = append(n, v.Min)
		}
	}
	return n
}

// clusters divides the members of a cell into those that tell one thing. It
// takes the most definite first and gives each to the group that it fits best;
// the result depends on the set of members alone.
func clusters(members []Placed) [][]*facts {
	all := make([]*facts, len(members))
	for i := range members {
		all[i] = factsOf(&members[i])
	}
	slices.SortFunc(all, moreDefinite)
	var groups []*cluster
	tagged := map[ID]*cluster{}
	for _, f := range all {
		if f.m.Tag == 0 {
			continue
		}
		g := tagged[f.m.Tag]
		if g == nil {
			g = &cluster{tag: f.m.Tag}
			tagged[f.m.Tag] = g
			groups = append(groups, g)
		}
		g.add(f)
	}
	for _, f := range all {
		if f.m.Tag != 0 {
			continue
		}
		var best *cluster
		most := 0.0
		for _, g := range groups {
			if s := g.fit(f); s > most {
				best, most = g, s
			}
		}
		if best == nil {
			best = &cluster{}
			groups = append(groups, best)
		}
		best.add(f)
	}
	out := make([][]*facts, len(groups))
	for i, g := range groups {
		out[i] = g.members
	}
	return out
}

// moreDefinite orders members: dated before undated, placed before unplaced,
// shorter intervals first, then by report and id.
func moreDefinite(a, b *facts) int {
	return cmp.Or(
		cmp.Compare(vagueness(a), vagueness(b)),
		cmp.Compare(a.day, b.day),
		cmp.Compare(a.m.ID, b.m.ID))
}

func vagueness(f *facts) int {
	v := 0
	if f.place == nil {
		v++
	}
	if len(f.people) == 0 {
		v++
	}
	d := f.date.Interval()
	switch {
	case d.From == 0 && d.To == 0:
		return v + 1000
	case d.From == 0 || d.To == 0:
		return v + 800
	case len(f.date.Days) > 0:
		return v + 4*min(len(f.date.Days), 100)
	}
	return v + 4*min(int(d.To-d.From), 150)
}

func (g *cluster) add(f *facts) {
	if f.date.Interval().Known() {
		if len(f.date.Days) > 0 {
			g.open = common(g.open, f.date.Days)
		}
		if both, ok := intersect(g.days, f.date.Interval()); ok {
			g.days = both
		}
	}
	g.members = append(g.members, f)
}

// intersect is the common part of two intervals, unknown bounds being open;
// ok is false if there is none.
func intersect(a, b record.Interval) (record.Interval, bool) {
	c := record.Interval{From: max(a.From, b.From), To: a.To}
	if c.To == 0 || b.To != 0 && b.To < c.To {
		c.To = b.To
	}
	return c, c.From == 0 || c.To == 0 || c.From <= c.To
}

// common are the days in both lists; a list of none is all days.
func common(a, b []record.Day) []record.Day {
	if a == nil {
		return b
	}
	var out []record.Day
	for _, d := range a {
		if slices.Contains(b, d) {
			out = append(out, d)
		}
	}
	if out == nil {
		return a
	}
	return out
}

// span are the days that the group is taken to be in.
func (g *cluster) span() record.Interval {
	if g.days.Known() {
		return g.days
	}
	return g.members[0].days
}
