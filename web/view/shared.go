package view

import (
	"cmp"
	"slices"

	"depesche/knowledge"
	"depesche/record"
)

// SharedMembership is an organisation to which both parties belong or belonged, by
// the knowledge base.
type SharedMembership struct {
	Org   record.Entity   `json:"organisation"`
	A     []Spell         `json:"a"`
	B     []Spell         `json:"b"`
	Both  record.Interval `json:"both"`    // the last days on which both belong; no bounds: never at a time
	Today bool            `json:"current"` // both belong on the day of the view
}

// Spell is one time of belonging.
type Spell struct {
	record.Interval
	As string `json:"as"` // member, observer, … (knowledge.MembershipKinds)
}

// shared are the organisations of both, current ones first. Candidates count:
// what they are is said.
func (d *Desk) shared(a, b Party, today record.Day) []SharedMembership {
	of := func(p Party) map[*knowledge.Entity][]Spell {
		out := map[*knowledge.Entity][]Spell{}
		for _, m := range d.Knowledge.MemberOf(d.entityBy(p.Key), 0) {
			out[m.Org] = append(out[m.Org], Spell{m.Interval, m.As})
		}
		return out
	}
	first, second := of(a), of(b)
	var out []SharedMembership
	for org, x := range first {
		y := second[org]
		if y == nil {
			continue
		}
		s := SharedMembership{Org: org.Record("en"), A: x, B: y}
		s.Both, s.Today = together(x, y, today)
		out = append(out, s)
	}
	slices.SortFunc(out, func(x, y SharedMembership) int {
		if x.Today != y.Today {
			if x.Today {
				return -1
			}
			return 1
		}
		return cmp.Or(-cmp.Compare(x.Both.From, y.Both.From), cmp.Compare(x.Org.Name, y.Org.Name), cmp.Compare(x.Org.ID, y.Org.ID))
	})
	return out
}

// together is the latest time that spells of both have in common, and whether a
// day lies in any such time.
func together(a, b []Spell, day record.Day) (both record.Interval, on bool) {
	found := false
	for _, x := range a {
		for _, y := range b {
			i := record.Interval{From: max(x.From, y.From), To: x.To}
			if i.To == 0 || y.To != 0 && y.To < i.To {
				i.To = y.To
			}
			if i.To != 0 && i.To < i.From {
				continue
			}
			on = on || day != 0 && i.Contains(day)
			if !found || i.From > both.From {
				both, found = i, true
			}
		}
	}
	return both, on
}
