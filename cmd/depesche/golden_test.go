package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
	"depesche/source"
)

var update = flag.Bool("update", false, "write the records and scores as they are now")

// golden is a report of our own, as it was read.
type golden struct {
	name    string
	report  *report.Report
	records []record.Record
}

// readGolden gives all reports of the golden folder in the order of their
// names; they are read once for all tests.
func readGolden(t *testing.T) []golden {
	t.Helper()
	needLemmas(t)
	all, err := allGolden()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var allGolden = sync.OnceValues(func() ([]golden, error) {
	files, err := filepath.Glob(filepath.Join(goldenDir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no reports in %s: %w", goldenDir, err)
	}
	rd := newStages().newReader()
	var all []golden
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		r, err := source.Text(f, b, source.Options{})
		if err != nil {
			return nil, err
		}
		records, err := rd.read(r)
		if err != nil {
			return nil, err
		}
		all = append(all, golden{strings.TrimSuffix(filepath.Base(f), ".txt"), r, records})
	}
	return all, nil
})

// TestGolden compares what is read with what was read before: NAME.json holds
// the records of NAME.txt, one a line. A change shows in the diff; -update
// accepts it.
func TestGolden(t *testing.T) {
	for _, g := range readGolden(t) {
		var got bytes.Buffer
		enc := json.NewEncoder(&got)
		enc.SetEscapeHTML(false)
		for i := range g.records {
			checkEvidence(t, g, &g.records[i])
			if err := enc.Encode(&g.records[i]); err != nil {
				t.Fatal(err)
			}
		}
		file := filepath.Join(goldenDir, g.name+".json")
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); d != "" {
			t.Errorf("%s: the records changed (-was +is, go test ./cmd/depesche -update to accept):\n%s", g.name, d)
		}
	}
}

// checkEvidence holds a record to what every record promises: its evidence is
// in the text, word for word.
func checkEvidence(t *testing.T, g golden, r *record.Record) {
	t.Helper()
	if len(r.Evidence) == 0 || r.ID == "" || r.By == "" {
		t.Errorf("%s: a record without evidence, id or rule: %+v", g.name, r)
	}
	for _, e := range r.Evidence {
		if e.Document != g.name || e.Start < 0 || e.End > len(g.report.Text) || e.Start >= e.End || g.report.Text[e.Start:e.End] != e.Text {
			t.Errorf("%s: evidence is not in the text: %+v", g.name, e)
		}
	}
	for _, list := range [][]record.Entity{r.Actor, r.Recipient, r.Speaker, r.Subject, r.Object, r.Of, r.To} {
		for _, e := range list {
			if e.End != 0 && g.report.Text[e.Start:e.End] != e.Text {
				t.Errorf("%s: %q is not at %d of the text", g.name, e.Text, e.Start)
			}
		}
	}
}

// needLemmas skips a test of what is read while the analyser leaves words
// without their dictionary forms: no verb is then known to the lexicon.
func needLemmas(t *testing.T) {
	t.Helper()
	r := &report.Report{Lang: "de", Text: "Sie trafen sich in Rom."}
	if err := newAnalyser().analyse(r, false); err != nil {
		t.Fatal(err)
	}
	if r.Sentences[0].Words[1].Lemma == "trafen" {
		t.Skip("the analyser gives no lemmas yet")
	}
}
