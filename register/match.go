package register

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"depesche/record"
)

// Match says whether an entry is one that the filter asks for; Plan, Limit and
// Before are left aside. Stores filter by themselves; this is what they must
// agree with.
func (f *Filter) Match(e *Entry) bool {
	r := &e.Record
	first, second := Sides(r)
	return anyOf(f.Kind, r.Kind) && anyOf(f.Type, typesOf(r)...) && anyOf(f.Mode, r.Mode) && anyOf(f.Context, r.Context...) &&
		anyOf(f.Status, r.Status) &&
		named(f.Actor, first) && named(f.Recipient, second) &&
		named(f.Party, append(slices.Clone(first), second...)) &&
		f.dyad(first, second) &&
		named(f.Place, placeOf(r)) && named(f.Speaker, speakers(e)) &&
		anyOf(f.Outlet, outletsOf(e)...) &&
		meets(f.On, spanOf(e)) && meets(f.Reported, record.Interval{From: e.First, To: e.Last}) &&
		(!f.Undated || IsPlan(r) && r.Date.To == 0) &&
		(!f.Due.Known() || IsPlan(r) && r.Date.To != 0 && f.Due.Contains(r.Date.To)) &&
		(f.AsOf == 0 || e.First <= f.AsOf) && f.text(e)
}

func (f *Filter) isZero() bool { return reflect.ValueOf(*f).IsZero() }

func anyOf[T comparable](asked []T, have ...T) bool {
	return len(asked) == 0 || slices.ContainsFunc(have, func(h T) bool { return slices.Contains(asked, h) })
}

func typesOf(r *record.Record) []string { return []string{TypeOf(r)} }

// Sides are the entities on both sides of a record: actors and recipients,
// speakers and audience, subject and object; what a figure describes is on the
// first.
func Sides(r *record.Record) (first, second []record.Entity) {
	switch r.Kind {
	case record.KindStatement:
		return r.Speaker, r.To
	case record.KindFigure:
		return r.Of, nil
	case record.KindRelation:
		return r.Subject, r.Object
	}
	return r.Actor, r.Recipient
}

// Names are all words by which a filter may name the entity: id, state, folded
// name.
func Names(e *record.Entity) []string {
	n := []string{e.ID}
	if e.State != "" {
		n = append(n, e.State)
	}
	if f := Fold(e.Name); f != "" && f != e.ID {
		n = append(n, f)
	}
	return n
}

func named(asked []string, have []record.Entity) bool {
	if len(asked) == 0 {
		return true
	}
	for i := range have {
		if anyOf(asked, Names(&have[i])...) {
			return true
		}
	}
	return false
}

// dyad asks for both of two entities; two words that name one state ask for
// two of it.
func (f *Filter) dyad(first, second []record.Entity) bool {
	if len(f.Dyad) != 2 {
		return true
	}
	all := append(slices.Clone(first), second...)
	return named(f.Dyad[:1], all) && named(f.Dyad[1:], all)
}

func placeOf(r *record.Record) []record.Entity {
	if r.Place == nil {
		return nil
	}
	return []record.Entity{*r.Place}
}

func speakers(e *Entry) []record.Entity {
	out := slices.Clone(e.Record.Speaker)
	for i := range e.Record.Says {
		if w := e.Record.Says[i].Who; w != nil {
			out = append(out, *w)
		}
	}
	for i := range e.Claims {
		out = append(out, e.Claims[i].By...)
	}
	return out
}

func outletsOf(e *Entry) []string { return e.Outlets }

// spanOf are the days of an entry. Where no report says when it began, that is
// when it was first told; a relation of which nobody says until when holds on.
func spanOf(e *Entry) record.Interval {
	d := when(&e.Record).Interval()
	switch {
	case d.From != 0:
		return d
	case d.To != 0:
		return record.Interval{From: min(e.First, d.To), To: d.To}
	case e.Record.Kind == record.KindRelation:
		return record.Interval{From: e.First}
	}
	return record.Interval{From: e.First, To: e.First}
}

func meets(asked, have record.Interval) bool {
	if !asked.Known() {
		return true
	}
	_, ok := intersect(asked, have)
	return ok
}

func (f *Filter) text(e *Entry) bool {
	for _, t := range f.Text {
		for _, w := range strings.Fields(t) {
			if !slices.Contains(strings.Fields(e.search), w) {
				return false
			}
		}
	}
	return true
}

func countOf(e *Entry) Count {
	y, m, _ := startOf(e).Date()
	return Count{Year: y, Month: m, Kind: e.Record.Kind, Type: TypeOf(&e.Record)}
}

// SortedCounts are counts in the order of Register.Counts.
func SortedCounts(tally map[Count]int) []Count {
	out := make([]Count, 0, len(tally))
	for c, n := range tally {
		c.N = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Type, b.Type))
	})
	return out
}
