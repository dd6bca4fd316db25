package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
)

// million gives a register of a million made-up entries: the file named by
// DEPESCHE_MILLION, which is filled if it is not there, else a temporary one.
//
//	DEPESCHE_MILLION=/tmp/million.db go test ./register/sqlite -run '^$' -bench Million -benchtime 20x
func million(b *testing.B) *register.Register {
	b.Helper()
	ctx := context.Background()
	file := os.Getenv("DEPESCHE_MILLION")
	if file == "" {
		file = filepath.Join(b.TempDir(), "million.db")
	}
	s, err := Open(ctx, file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	g := register.New(s)
	n, err := g.Totals(ctx)
	if err != nil {
		b.Fatal(err)
	}
	made, skip := n.Entries, n.Reports*batchSize // a report a batch: broken off, it goes on
	var batch []register.Reading
	for rd := range generate.Readings(generate.Options{Seed: 1, Happenings: 920_000, Tellings: 1, Days: 3650}) {
		if skip > 0 {
			skip--
			continue
		}
		if batch = append(batch, rd); len(batch) == batchSize {
			made += write(b, s, batch)
			batch = batch[:0]
		}
	}
	if len(batch) > 0 {
		made += write(b, s, batch)
	}
	b.Logf("%d entries", made)
	return g
}

const batchSize = 5000

// write puts the entries of the readings into the store, each record an entry.
func write(b *testing.B, s register.Store, batch []register.Reading) (made int) {
	b.Helper()
	ctx := context.Background()
	err := s.Update(ctx, func(tx register.Tx) error {
		for i := range batch {
			list, err := register.Place(&batch[i])
			if err != nil {
				return err
			}
			for j := range list {
				entries := register.Form(list[j].Cell, list[j:j+1])
				if err := tx.ReplaceEntries(ctx, list[j].Cell, nil, entries); err != nil {
					return err
				}
				made += len(entries)
			}
		}
		return tx.PutReport(ctx, &batch[len(batch)-1].Report)
	})
	if err != nil {
		b.Fatal(err)
	}
	return made
}

func BenchmarkMillion(b *testing.B) {
	g := million(b)
	ctx := context.Background()
	day := record.DayOf
	for _, q := range []struct {
		name  string
		plans bool
		f     register.Filter
	}{
		{"dyad", false, register.Filter{Dyad: []string{"CHN", "USA"}, Limit: 50}},
		{"dyad as of", false, register.Filter{Dyad: []string{"CHN", "USA"}, AsOf: day(2018, 6, 1), Limit: 50}},
		{"party", false, register.Filter{Party: []string{"USA"}, Limit: 50}},
		{"rare dyad", false, register.Filter{Dyad: []string{"EGY", "KEN"}, Limit: 50}},
		{"filtered", false, register.Filter{Actor: []string{"DEU"}, Recipient: []string{"RUS"}, Type: []string{"CONSULT"}, On: record.Interval{From: day(2020, 1, 1), To: day(2020, 12, 31)}, Limit: 50}},
		{"filtered by place", false, register.Filter{Kind: []record.Kind{record.KindEvent}, Party: []string{"USA"}, Place: []string{"stadt 7"}, Status: []record.Status{record.Planned}, Limit: 50}},
		{"plans due", true, register.Filter{Due: record.Interval{To: day(2018, 12, 31)}, Limit: 50}},
		{"plans overdue of one", true, register.Filter{Plan: []register.PlanStatus{register.PlanOverdue}, Party: []string{"IND"}, Limit: 50}},
		{"words", false, register.Filter{Text: []string{"stutzpunkt"}, Limit: 50}},
		{"several words", false, register.Filter{Text: []string{"stutzpunkt", "liefern", "satellit"}, Limit: 50}},
		{"words and actor", false, register.Filter{Text: []string{"pipeline"}, Actor: []string{"DEU"}, Limit: 50}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				entries := g.Entries
				if q.plans {
					entries = g.Plans
				}
				for _, err := range entries(ctx, q.f) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			if list, err := g.Counts(ctx, register.Filter{}); err != nil || len(list) == 0 {
				b.Fatal(len(list), err)
			}
		}
	})
	year := record.Year(2020)
	for _, q := range []struct {
		name string
		f    register.TallyFilter
	}{
		{"ties", register.TallyFilter{Of: register.TallyTie, Limit: 200}},
		{"ties of months", register.TallyFilter{Of: register.TallyTie, In: record.Interval{From: day(2015, 2, 1), To: day(2023, 11, 30)}, Limit: 200}},
		{"ties of a year", register.TallyFilter{Of: register.TallyTie, In: year, Limit: 200}},
		{"ties of one", register.TallyFilter{Of: register.TallyTie, A: []string{"USA"}, Limit: 20}},
		{"ties among", register.TallyFilter{Of: register.TallyTie, A: strings.Fields("USA CHN RUS DEU FRA GBR IND JPN BLR UKR POL ITA"), Among: true}},
		{"places", register.TallyFilter{Of: register.TallyPlace}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if list, err := g.Tallies(ctx, q.f); err != nil || len(list) == 0 {
					b.Fatal(len(list), err)
				}
			}
		})
	}
	for _, q := range []struct {
		name string
		f    register.Filter
	}{
		{"plan counts", register.Filter{}},
		{"plan counts of one", register.Filter{Party: []string{"USA"}}},
		{"plan counts of a type", register.Filter{Type: []string{"CONSULT"}}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if list, whole, err := g.PlanCounts(ctx, q.f); err != nil || len(list) == 0 || !whole {
					b.Fatal(len(list), whole, err)
				}
			}
		})
	}
}
