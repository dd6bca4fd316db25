package view

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
)

// deskOf is a desk over a register of readings.
func deskOf(t testing.TB, readings []register.Reading) *Desk {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "register.db"))
	if err != nil {
		t.Fatal(err)
	}
	reg := register.New(store)
	t.Cleanup(func() { _ = reg.Close() })
	if err := reg.Add(ctx, readings, nil); err != nil {
		t.Fatal(err)
	}
	if err := reg.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &Desk{Register: reg, Knowledge: know}
}

func madeUp(n int) []register.Reading {
	return slices.Collect(generate.Readings(generate.Options{Seed: 1, Happenings: n}))
}

// told is one report of a day with records.
func told(name string, on record.Day, records ...record.Record) register.Reading {
	rep := register.Report{Name: name, Outlet: "Bote", Lang: "de", Title: name, Text: name, Date: record.Interval{From: on, To: on}, Reader: "test"}
	rep.ID = rep.Digest()
	words := make([]register.Words, len(records))
	for i := range records {
		r := &records[i]
		if r.Status == "" {
			r.Status = record.Actual
		}
		r.ID, r.By, r.Confidence = string(rune('a'+i)), "test", 0.9
		r.Evidence = []record.Evidence{{Document: rep.ID.String(), Sentence: i, Start: i, End: len(name), Text: name}}
		words[i] = register.Words{Lemmas: []string{"wort"}}
	}
	return register.Reading{Report: rep, Records: records, Words: words}
}

func stateOf(code string) record.Entity {
	return record.Entity{ID: "x:" + code, Type: record.TypeState, Name: code, State: code}
}

func visit(a, b string, status record.Status, on record.Interval) record.Record {
	return record.Record{Kind: record.KindEvent, Type: "CONSULT", Plover: "CONSULT", Mode: "visit", Score: 3, Status: status, Date: record.Date{From: on.From, To: on.To},
		Actor: []record.Entity{stateOf(a)}, Recipient: []record.Entity{stateOf(b)}}
}

func TestPlans(t *testing.T) {
	day := record.DayOf
	on := func(d record.Day) record.Interval { return record.Interval{From: d, To: d} }
	d := deskOf(t, []register.Reading{
		told("announced", day(2023, 1, 5), visit("BLR", "CHN", record.Planned, on(day(2023, 3, 1))), visit("IND", "JPN", record.Planned, on(day(2023, 3, 10))),
			visit("POL", "FRA", record.Planned, record.Month(2023, 5)), visit("BRA", "ARG", record.Planned, record.Interval{}), visit("ITA", "ESP", record.Planned, record.Month(2023, 12))),
		told("happened", day(2023, 3, 1), visit("BLR", "CHN", record.Actual, on(day(2023, 3, 1)))),
		told("happened late", day(2023, 3, 14), visit("IND", "JPN", record.Actual, on(day(2023, 3, 14)))),
		told("later", day(2023, 6, 10), visit("KEN", "ETH", record.Actual, on(day(2023, 6, 10)))),
	})
	ctx := context.Background()
	p, err := d.Plans(ctx, register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Today != day(2023, 6, 10) || p.Truncated || p.Next != 0 || p.Shown.Known() {
		t.Errorf("%+v", p)
	}
	counts := map[register.PlanStatus]int{}
	for _, c := range p.Status {
		counts[c.Status] = c.N
	}
	if counts[register.PlanFulfilled] != 1 || counts[register.PlanLate] != 1 || counts[register.PlanOverdue] != 1 || counts[register.PlanOpen] != 2 || p.Undated != 1 {
		t.Errorf("%v, %d undated", counts, p.Undated)
	}
	if len(p.Due) != 4 || p.Due[1].Late != 4 || p.Due[2].Late != 10 || p.Due[0].Late != 0 || p.Due[0].Entry.Plan.Shown == 0 {
		t.Errorf("%+v", p.Due)
	}
	if len(p.Months) != 3 || p.Months[0].Total() != 2 || p.Months[0].Month != record.Month(2023, 3) || len(p.Months[0].N) != 2 {
		t.Errorf("%+v", p.Months)
	}
	if len(p.Open) != 1 || p.Open[0].Entry.Record.Actor[0].State != "BRA" {
		t.Errorf("%+v", p.Open)
	}
	// The days asked for bound the list and the statuses, not the months; a
	// status bounds the list and the months, not the statuses.
	p, err = d.Plans(ctx, register.Filter{Due: record.Month(2023, 3), Plan: []register.PlanStatus{register.PlanLate}})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Due) != 1 || len(p.Open) != 0 || len(p.Months) != 1 || p.Status[1].N != 1 || p.Status[0].N != 0 {
		t.Errorf("%+v", p)
	}
	// On an earlier day it is still open.
	p, err = d.Plans(ctx, register.Filter{AsOf: day(2023, 2, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if p.Status[0].N != 5 || p.Today != day(2023, 2, 1) {
		t.Errorf("%+v", p)
	}
}

// TestManyPlans: where there are too many, the list begins near today and goes
// on where it breaks off, so that each plan comes once.
func TestManyPlans(t *testing.T) {
	if testing.Short() {
		t.Skip("fills a larger register")
	}
	var records []record.Record
	for i := range 900 {
		a, b := states[i%len(states)], states[(i/len(states)+i+1)%len(states)]
		due := record.DayOf(2022, 1, 1) + record.Day(i)
		records = append(records, visit(a, b, record.Planned, record.Interval{From: due, To: due}))
	}
	d := deskOf(t, []register.Reading{told("announced", record.DayOf(2021, 12, 1), records...), told("later", record.DayOf(2022, 3, 5), visit("KEN", "ETH", record.Actual, record.Interval{}))})
	ctx := context.Background()
	p, err := d.Plans(ctx, register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, m := range p.Months {
		total += m.Total()
	}
	if total < 500 || p.Shown.From != record.DayOf(2022, 2, 1) || !p.Truncated || p.Next == 0 {
		t.Fatalf("%d plans, shown from %s, next %s", total, p.Shown.From, p.Next)
	}
	seen := map[register.ID]bool{}
	f := register.Filter{Due: record.Interval{From: 1}}
	for range 10 {
		if p, err = d.Plans(ctx, f); err != nil {
			t.Fatal(err)
		}
		for _, one := range p.Due {
			if seen[one.Entry.ID] {
				t.Errorf("%s comes twice", one.Entry.ID)
			}
			seen[one.Entry.ID] = true
		}
		if p.Next == 0 {
			break
		}
		f.Due.From = p.Next
	}
	if len(seen) != total {
		t.Errorf("%d in pages, want %d", len(seen), total)
	}
}

var states = []string{"USA", "CHN", "RUS", "DEU", "FRA", "GBR", "IND", "JPN", "BLR", "UKR", "POL", "ITA", "ESP", "TUR", "IRN", "ISR", "EGY", "SAU", "KEN", "NGA", "ZAF", "BRA", "ARG", "MEX", "CAN", "AUS"}
