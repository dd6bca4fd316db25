package view

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Meetings are who of two parties met whom: acts of PLOVER type CONSULT.
type Meetings struct {
	Pairs     []MeetingPair `json:"pairs"`
	Truncated bool          `json:"truncated,omitempty"` // only the latest acts are looked at
}

// MeetingPair is one of each party, and their meetings. Where a report names
// nobody but the party itself, it stands there.
type MeetingPair struct {
	A     record.Entity  `json:"a"`
	B     record.Entity  `json:"b"`
	N     int            `json:"n"`               // meetings that took place
	Ahead int            `json:"planned"`         // planned or possible ones
	First record.Day     `json:"first"`           // day of the first, of all
	Last  record.Day     `json:"last"`            // day of the last, of all
	Of    register.Entry `json:"latest"`          // the last
	Place *record.Entity `json:"place,omitempty"` // of the last, where a report says
}

// meetings pairs off who took part, those who met most often first.
func (d *Desk) meetings(ctx context.Context, f register.Filter, a, b Party) (Meetings, error) {
	f.Kind, f.Type, f.Limit = []record.Kind{record.KindEvent}, []string{"CONSULT"}, dyadMeetings+1
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return Meetings{}, err
	}
	var m Meetings
	if len(entries) > dyadMeetings {
		entries, m.Truncated = entries[:dyadMeetings], true
	}
	pairs := map[[2]string]*MeetingPair{}
	for i := range entries { // the latest first
		e := &entries[i]
		if e.Record.Negated {
			continue
		}
		parties := register.Parties(&e.Record)
		for _, x := range named(parties, a) {
			for _, y := range named(parties, b) {
				key := [2]string{x.ID, y.ID}
				p := pairs[key]
				if p == nil {
					p = &MeetingPair{A: *x, B: *y, Last: e.Span().From, Of: *e, Place: e.Record.Place}
					pairs[key] = p
				}
				p.First = e.Span().From
				if e.Record.Status == record.Actual {
					p.N++
				} else {
					p.Ahead++
				}
			}
		}
	}
	for _, p := range pairs {
		m.Pairs = append(m.Pairs, *p)
	}
	slices.SortFunc(m.Pairs, func(x, y MeetingPair) int {
		return cmp.Or(-cmp.Compare(x.N, y.N), -cmp.Compare(x.Ahead, y.Ahead), -cmp.Compare(x.Last, y.Last), cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID))
	})
	return m, nil
}

// named are those of a party that a record names: its people and bodies, or,
// where there are none, the party itself.
func named(parties []*record.Entity, p Party) []*record.Entity {
	var some, itself []*record.Entity
	for _, e := range parties {
		if !p.is(e) {
			continue
		}
		list := &some
		if e.Type == record.TypeState || e.ID == p.Key {
			list = &itself
		}
		if !slices.ContainsFunc(*list, func(o *record.Entity) bool { return o.ID == e.ID }) {
			*list = append(*list, e)
		}
	}
	if len(some) > 0 {
		return some
	}
	return itself
}
