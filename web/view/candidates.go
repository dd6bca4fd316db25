package view

import (
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Which entries may be the same as a record's: about the same days, of the same
// kind, with one party at least.
const (
	candidateDays = 10
	candidates    = 12
	candidateScan = 200
)

// Candidates are entries that a record may be evidence of besides its own,
// those of its type first.
func (d *Desk) Candidates(ctx context.Context, m *register.Member, own register.ID) ([]register.Entry, error) {
	keys := keysOf(&m.Record)
	if len(keys) == 0 {
		return nil, nil
	}
	day := m.Source.Day()
	f := register.Filter{Kind: []record.Kind{m.Record.Kind}, Party: keys, Limit: candidateScan,
		Reported: record.Interval{From: day - candidateDays, To: day + candidateDays}}
	if i := m.Record.Date.Interval(); i.From != 0 && i.To != 0 && m.Record.Kind == record.KindEvent {
		f.Reported, f.On = record.Interval{}, record.Interval{From: i.From - candidateDays, To: i.To + candidateDays}
	}
	found, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(e register.Entry) bool { return e.ID == own })
	rank := func(e *register.Entry) int {
		n := 0
		if register.TypeOf(&e.Record) != register.TypeOf(&m.Record) {
			n += 2
		}
		if !slices.Equal(keysOf(&e.Record), keys) {
			n++
		}
		return n
	}
	slices.SortStableFunc(found, func(a, b register.Entry) int { return rank(&a) - rank(&b) })
	return found[:min(len(found), candidates)], nil
}
