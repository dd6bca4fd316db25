package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
	"depesche/source"
	"depesche/web"
	"depesche/web/guard"
)

// token is what the tests sign in with.
const token = "token-of-the-tests"

// desk is a served register.
type desk struct {
	url string
	reg *register.Register
}

// entry is the entry of a query that most reports tell.
func (d *desk) entry(t testing.TB, f register.Filter) register.Entry {
	t.Helper()
	var best register.Entry
	for e, err := range d.reg.Entries(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Reports > best.Reports {
			best = e
		}
	}
	if best.ID == 0 {
		t.Fatal("no entry: ", f)
	}
	return best
}

// report is the path of a report's page, by the name that its source gave it.
func (d *desk) report(t testing.TB, name string) string {
	t.Helper()
	for r, err := range d.reg.Reports(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Name == name {
			return "/report/" + r.ID.String()
		}
	}
	t.Fatal("no report ", name)
	return ""
}

var know = sync.OnceValues(knowledge.Load)

// serve opens the desk over the golden reports, some made-up ones and others,
// behind its guard, on a port of its own.
func serve(t testing.TB, others ...register.Reading) *desk {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "register.db"))
	if err != nil {
		t.Fatal(err)
	}
	reg := register.New(store)
	readings := append(goldenReadings(t), others...)
	for _, o := range []generate.Options{
		{Seed: 3, Happenings: 60, From: record.DayOf(2022, 1, 1), Days: 800},
		{Seed: 4, Happenings: 60, From: record.DayOf(2022, 1, 1), Days: 800, States: []string{"BLR", "CHN"}},
	} {
		for rd := range generate.Readings(o) {
			readings = append(readings, rd)
		}
	}
	if err := reg.Add(ctx, readings, nil); err != nil {
		t.Fatal(err)
	}
	if err := reg.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	url, stop := open(t, ctx, reg)
	t.Cleanup(func() {
		cancel()
		stop()
		_ = reg.Close()
	})
	return &desk{url, reg}
}

// open serves a register; stop waits for the end of the server once ctx has
// ended.
func open(t testing.TB, ctx context.Context, reg *register.Register) (url string, stop func()) {
	t.Helper()
	k, err := know()
	if err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Options{Register: reg, Knowledge: k, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	// A guard whose token is known: closed to those who read, too.
	o := guard.Options{Token: token, Long: web.Long, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	g, err := guard.New(o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := guard.Listen(ctx, "127.0.0.1:0", o)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- guard.Serve(ctx, l, g.Wrap(h)) }()
	return "http://" + l.Addr().String(), func() {
		if err := <-done; err != nil && !errors.Is(err, http.ErrServerClosed) {
			t.Error("serving: ", err)
		}
	}
}

// goldenReadings are the golden reports with what is read from them.
func goldenReadings(t testing.TB) []register.Reading {
	t.Helper()
	files, err := filepath.Glob("../../testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden reports: ", err)
	}
	var all []register.Reading
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		r, err := source.Text(name, b, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		rd := register.Reading{Report: register.Report{ID: register.ReportID(r), Name: name, Outlet: r.Outlet, Lang: r.Lang, Title: r.Title,
			Place: r.Place, Date: r.Date, Text: r.Text, Reader: "golden"}}
		if rd.Report.Lang = "de"; bytes.Contains(b, []byte(" the ")) {
			rd.Report.Lang = "en"
		}
		lines, err := os.ReadFile(strings.TrimSuffix(f, ".txt") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(lines) {
			var rec record.Record
			if err := json.Unmarshal(line, &rec); err != nil {
				t.Fatal(f, ": ", err)
			}
			rd.Records = append(rd.Records, rec)
		}
		for i := range rd.Records {
			for j := range rd.Records[i].Evidence {
				e := &rd.Records[i].Evidence[j]
				e.Document = rd.Report.ID.String()
				for len(rd.Words) <= e.Sentence {
					rd.Words = append(rd.Words, register.Words{})
				}
				rd.Words[e.Sentence].Lemmas = strings.Fields(register.Fold(e.Text))
			}
		}
		all = append(all, rd)
	}
	return all
}
