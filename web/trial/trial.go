// Package trial makes small registers for the tests of the desk, of reports
// that the test writes.
package trial

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
	"depesche/web/view"
)

// Register is a register that has read the reports.
func Register(t testing.TB, readings ...register.Reading) *register.Register {
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
	return reg
}

// MadeUp are the readings of made-up happenings.
func MadeUp(happenings int) []register.Reading {
	return slices.Collect(generate.Readings(generate.Options{Seed: 1, Happenings: happenings}))
}

// Desk is the desk over a register of the reports.
func Desk(t testing.TB, readings ...register.Reading) *view.Desk {
	t.Helper()
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &view.Desk{Register: Register(t, readings...), Knowledge: know}
}

// Reading is a report of an outlet and a day (2024-03-01) with the records
// read from it. The evidence of a record is found by its text.
func Reading(t testing.TB, outlet, day, text string, records ...record.Record) register.Reading {
	t.Helper()
	when, err := record.ParseEDTF(day)
	if err != nil {
		t.Fatal(err)
	}
	title, _, _ := strings.Cut(text, ".")
	r := register.Report{Name: outlet + " " + day, Outlet: outlet, Lang: "en", Title: title, Text: text, Date: when, Reader: "trial"}
	r.ID = r.Digest()
	for i := range records {
		records[i].ID = fmt.Sprintf("r%d", i)
		for j := range records[i].Evidence {
			e := &records[i].Evidence[j]
			e.Document, e.Start = r.ID.String(), strings.Index(text, e.Text)
			if e.Start < 0 {
				t.Fatalf("%q is not in %q", e.Text, text)
			}
			e.End = e.Start + len(e.Text)
		}
	}
	folded := strings.Fields(register.Fold(text))
	return register.Reading{Report: r, Records: records, Words: []register.Words{{Lemmas: folded}}}
}

// Event is an event of a type that two states take part in on a day, with the
// words that carry it.
func Event(typ, actor, recipient, day, words string) record.Record {
	r := record.Record{Kind: record.KindEvent, Status: record.Actual, Type: typ, Plover: typ, Confidence: 0.8, By: "trial", Evidence: []record.Evidence{{Text: words}},
		Actor: []record.Entity{State(actor)}}
	if recipient != "" {
		r.Recipient = []record.Entity{State(recipient)}
	}
	if i, err := record.ParseEDTF(day); err == nil {
		r.Date = record.Date{From: i.From, To: i.To, Text: "on the day"}
	}
	return r
}

// State is a state by its code.
func State(code string) record.Entity {
	return record.Entity{ID: "x:" + strings.ToLower(code), Type: record.TypeState, Name: "State " + code, State: code}
}
