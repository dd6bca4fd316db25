// Package view works out what the pages and the API show: plain values made
// from the register and the knowledge base. One file a view. It knows neither
// HTML nor HTTP. The JSON form of the values is that of the API (docs/api.md).
//
// Days, intervals and dates are those of package record; entries are those of
// package register. Where a view says Truncated, there was more than it takes
// in; a narrower question shows the rest.
package view

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

// Source is what is shown; *register.Register is one.
type Source interface {
	Look(ctx context.Context, f func(*register.Register) error) error
	Entries(ctx context.Context, f register.Filter) iter.Seq2[register.Entry, error]
	Plans(ctx context.Context, f register.Filter) iter.Seq2[register.Entry, error]
	Entry(ctx context.Context, id register.ID, asOf record.Day) (register.Entry, error)
	Members(ctx context.Context, entries ...register.ID) ([]register.Member, error)
	Report(ctx context.Context, id register.ID) (register.Report, error)
	Told(ctx context.Context, id register.ID, asOf record.Day) (register.Told, error)
	Records(ctx context.Context, report register.ID) ([]register.Member, error)
	Reports(ctx context.Context) iter.Seq2[register.Report, error]
	Corrections(ctx context.Context) ([]register.Correction, error)
	Announced(ctx context.Context, e *register.Entry) ([]register.Entry, error)
	Opposed(ctx context.Context, records []register.Member) ([]register.Entry, error)
	Spots(ctx context.Context, records ...register.ID) ([]register.Spot, error)
	Corrected(ctx context.Context, s register.Spot) (was, is *record.Record, rejected bool, err error)
	Counts(ctx context.Context, f register.Filter) ([]register.Count, error)
	PlanCounts(ctx context.Context, f register.Filter) (counts []register.PlanCount, whole bool, err error)
	Tallies(ctx context.Context, f register.TallyFilter) ([]register.Tally, error)
	DyadCounts(ctx context.Context, f register.Filter) ([]register.DyadCount, error)
	State(ctx context.Context) (int64, error)
	LastDay(ctx context.Context) (record.Day, error)
	Totals(ctx context.Context) (register.Totals, error)
}

// Desk makes the views. It may be used by several goroutines.
type Desk struct {
	Register  Source
	Knowledge *knowledge.Base
	Writer    Writer // takes corrections; nil: none are taken

	writing sync.Mutex // one correction at a time
	back    sync.Mutex // one look back at two parties at a time, see then
	names   sync.Once
	sorted  []nameOfEntity // see nameList

	memo memo
}

// looked makes a view by a desk that asks one state of the register, in one
// transaction: a page of many questions waits for its turn once.
func looked[T any](ctx context.Context, d *Desk, make func(*Desk) (T, error)) (v T, err error) {
	err = d.Register.Look(ctx, func(g *register.Register) (err error) {
		v, err = make(&Desk{Register: g, Knowledge: d.Knowledge})
		return err
	})
	return v, err
}

// Names are the names by which a filter looks for what a name means: states by
// their code, so that all who act for them count, others by their id.
func (d *Desk) Names(name string) []string {
	if d.Knowledge.ByCode(name) != nil {
		return []string{name}
	}
	var out []string
	for _, e := range d.Named(name) {
		id := e.ID
		if e.Type == record.TypeState && e.State != "" {
			id = e.State
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Named are those who bear a name, in German or English.
func (d *Desk) Named(name string) []*knowledge.Entity {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 12 {
		return nil
	}
	var out []*knowledge.Entity
	for _, lang := range []string{"de", "en"} {
		found, n := d.Knowledge.Match(lang, words)
		if n != len(words) {
			found = nil
		}
		for _, m := range found {
			if m.Entity != nil && !slices.Contains(out, m.Entity) {
				out = append(out, m.Entity)
			}
		}
		if len(found) == 0 && len(words) == 1 {
			for _, e := range d.Knowledge.Surname(lang, words[0]) {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// collect reads a sequence to its end, or to the first error.
func collect[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var out []T
	for t, err := range seq {
		if err != nil {
			return out, err
		}
		out = append(out, t)
	}
	return out, nil
}
