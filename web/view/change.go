package view

import (
	"context"
	"errors"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Change is a correction of the log, and whether it is in force.
type Change struct {
	register.Correction
	Undone bool `json:"undone,omitempty"`
}

// Changes is the log of corrections.
type Changes struct {
	Corrections []Logged `json:"corrections"` // the latest first
}

// Logged is a correction with what it did.
type Logged struct {
	Change
	Was []WasIs `json:"was,omitempty"` // of its first records
}

// WasIs is a record as it was read and as it is now.
type WasIs struct {
	Was      record.Record `json:"was"`
	Is       record.Record `json:"is"`
	Rejected bool          `json:"rejected,omitempty"`
}

// Limits of the log: how many corrections, and records of one.
const (
	loggedMost    = 500
	loggedRecords = 3
)

// changes is the log, oldest first.
func (d *Desk) changes(ctx context.Context) ([]Change, error) {
	log, err := d.Register.Corrections(ctx)
	return changes(log), err
}

func changes(log []register.Correction) []Change {
	standing := map[register.ID]bool{}
	for _, c := range register.Standing(log) {
		standing[c.ID] = true
	}
	out := make([]Change, len(log))
	for i, c := range log {
		out[i] = Change{c, c.Action != register.Undo && !standing[c.ID]}
	}
	return out
}

// changesOf are the corrections that touch an entry: those of its records, and
// those of an entity that takes part in it. An undo comes with what it undoes.
func (d *Desk) changesOf(ctx context.Context, e *register.Entry, members []register.Member) ([]Change, error) {
	log, err := d.changes(ctx)
	if err != nil || len(log) == 0 {
		return nil, err
	}
	ids := make([]register.ID, len(members))
	for i := range members {
		ids[i] = members[i].ID
	}
	spots, err := d.Register.Spots(ctx, ids...)
	if err != nil {
		return nil, err
	}
	return touching(log, spots, register.Parties(&e.Record)), nil
}

// touching are the corrections of a log that are about one of the spots or one
// of the entities.
func touching(log []Change, spots []register.Spot, parties []*record.Entity) []Change {
	is := map[register.Spot]bool{}
	for _, s := range spots {
		is[s] = true
	}
	taken := map[register.ID]bool{}
	var out []Change
	for _, c := range log {
		hit := false
		switch c.Action {
		case register.Undo:
			hit = taken[c.Undoes]
		case register.Same:
			hit = slices.ContainsFunc(parties, func(e *record.Entity) bool { return e.ID == c.From || c.To != nil && e.ID == c.To.ID })
		default:
			hit = slices.ContainsFunc(c.Records, func(s register.Spot) bool { return is[s] })
		}
		if hit {
			taken[c.ID] = true
			out = append(out, c)
		}
	}
	return out
}

// Changes is the log of corrections.
func (d *Desk) Changes(ctx context.Context) (Changes, error) {
	log, err := d.changes(ctx)
	if err != nil {
		return Changes{}, err
	}
	slices.Reverse(log)
	var out Changes
	for _, c := range log[:min(len(log), loggedMost)] {
		l := Logged{Change: c}
		for _, s := range c.Records[:min(len(c.Records), loggedRecords)] {
			was, is, rejected, err := d.Register.Corrected(ctx, s)
			if errors.Is(err, register.ErrNotFound) { // its report is read otherwise now
				continue
			}
			if err != nil {
				return out, err
			}
			l.Was = append(l.Was, WasIs{*was, *is, rejected})
		}
		out.Corrections = append(out.Corrections, l)
	}
	return out, nil
}
