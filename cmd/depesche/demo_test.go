package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/export/card"
	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

// TestDemoFillsEveryPage reads the reports of the demo and holds them to what a
// newcomer is to see on the pages of the desk.
func TestDemoFillsEveryPage(t *testing.T) {
	needLemmas(t)
	ctx := context.Background()
	reg, err := demoRegister(ctx, filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer reg.Close()
	var all []register.Entry
	for e, err := range reg.Entries(ctx, register.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	has := func(what string, least int, holds func(e *register.Entry, r *record.Record) bool) {
		t.Helper()
		n := 0
		for i := range all {
			if holds(&all[i], &all[i].Record) {
				n++
			}
		}
		if n < least {
			t.Errorf("%s: %d, want at least %d", what, n, least)
		}
	}
	for _, d := range []struct {
		a, b  string
		least int
	}{{"BLR", "CHN", 32}, {"DEU", "POL", 35}, {"KEN", "TZA", 24}, {"IND", "JPN", 18}, {"TUR", "IRQ", 25}, {"ARM", "AZE", 5}} {
		has("entries of "+d.a+" and "+d.b, d.least, func(_ *register.Entry, r *record.Record) bool { return takes(r, d.a) && takes(r, d.b) })
	}
	for _, s := range []record.Status{record.Planned, record.Expected, record.Possible, record.Desired, record.Demanded, record.Hypothetical} {
		has("status "+string(s), 1, func(_ *register.Entry, r *record.Record) bool { return r.Status == s })
	}
	for _, typ := range []string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"} {
		has("type "+typ, 1, func(_ *register.Entry, r *record.Record) bool { return r.Type == typ })
	}
	for _, as := range []string{"member", "candidate", "dialogue_partner"} {
		has("memberships as "+as, 1, func(_ *register.Entry, r *record.Record) bool { return r.Predicate == "member_of" && r.As == as })
	}
	has("offices", 20, func(_ *register.Entry, r *record.Record) bool { return r.Predicate == "holds_office" })
	has("told by three origins", 5, func(e *register.Entry, _ *record.Record) bool { return e.Origins >= 3 })
	has("copied", 10, func(e *register.Entry, _ *record.Record) bool { return e.Reports > e.Origins })
	has("figures that claimants put differently", 8, func(e *register.Entry, r *record.Record) bool {
		return r.Kind == record.KindFigure && len(e.Claims) > 1
	})
	has("corrected claims", 2, func(e *register.Entry, _ *record.Record) bool {
		return slices.ContainsFunc(e.Claims, func(c register.Claim) bool { return c.Superseded != 0 })
	})
	has("denied", 4, func(_ *register.Entry, r *record.Record) bool { return r.Negated })
	has("statements to somebody or through a medium", 2, func(_ *register.Entry, r *record.Record) bool { return len(r.To) > 0 || r.Medium != nil })
	has("quotations", 3, func(_ *register.Entry, r *record.Record) bool { return r.Quote != "" })
	has("before 2000", 4, func(_ *register.Entry, r *record.Record) bool {
		return r.Date.To != 0 && r.Date.To < record.DayOf(2000, 1, 1)
	})
	has("undated", 20, func(_ *register.Entry, r *record.Record) bool {
		return r.Kind == record.KindEvent && !r.Date.Interval().Known()
	})
	has("with a place", 25, func(_ *register.Entry, r *record.Record) bool { return r.Place != nil })
	demoPlans(t, reg)
	demoSentences(t, all)
}

func takes(r *record.Record, state string) bool {
	return slices.ContainsFunc(register.Parties(r), func(e *record.Entity) bool { return e.State == state })
}

// demoPlans wants plans of every outcome, on the day of the last report.
func demoPlans(t *testing.T, reg *register.Register) {
	t.Helper()
	seen := map[register.PlanStatus]int{}
	for e, err := range reg.Plans(context.Background(), register.Filter{Today: record.DayOf(2025, 10, 14)}) {
		if err != nil {
			t.Fatal(err)
		}
		seen[e.Plan.Status]++
	}
	for _, s := range register.PlanStatuses {
		if seen[s] < 2 {
			t.Errorf("%d plans are %s, want at least 2", seen[s], s)
		}
	}
}

// demoSentences says every entry in both languages.
func demoSentences(t *testing.T, all []register.Entry) {
	t.Helper()
	base, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range card.Languages {
		names := card.NamesIn(lang, base)
		for i := range all {
			text, err := card.SentenceIn(lang, &all[i].Record, names)
			if err != nil || text == "" || strings.ContainsAny(text, "{}[]_~*") || strings.Contains(text, "  ") {
				t.Errorf("%s: %q, %v", lang, text, err)
			}
		}
	}
}

// TestDemoIsServed opens the demo, asks for its first page, and wants nothing
// left behind when it ends.
func TestDemoIsServed(t *testing.T) {
	needLemmas(t)
	t.Setenv("TMPDIR", t.TempDir())
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	said := make(lines, 16)
	ended := make(chan error, 1)
	go func() {
		cmd := serveCmd{Demo: true, Listen: "127.0.0.1:0"}
		ended <- cmd.demo(ctx, &console{out: io.Discard, err: said})
		close(said)
	}()
	asked := false
	for line := range said {
		_, address, ok := strings.Cut(line, "the desk is at ")
		if !ok {
			continue
		}
		asked = true
		address, _, _ = strings.Cut(address, " ")
		go func() {
			defer cancel()
			answer, err := http.Get(address)
			if err != nil {
				t.Error(err)
				return
			}
			defer answer.Body.Close()
			if page, err := io.ReadAll(answer.Body); err != nil || !strings.Contains(string(page), "Wadephul") {
				t.Errorf("the first page has %d bytes and not the last report, %v", len(page), err)
			}
		}()
	}
	if err := <-ended; err != nil || !asked {
		t.Errorf("asked %t, %v", asked, err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// lines hands on what is written to it.
type lines chan string

// Write hands on the bytes as text.
func (l lines) Write(b []byte) (int, error) {
	l <- string(b)
	return len(b), nil
}
