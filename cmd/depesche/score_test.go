package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"depesche/eval"
)

// TestScore compares what is read with what a perfect reader would write
// (NAME.want.jsonl). The committed scores are the floor: a change that makes
// the reading worse fails here, one that makes it better is written down with
// -update.
func TestScore(t *testing.T) {
	var table strings.Builder
	table.WriteString("# F1 of the records of testdata/golden against NAME.want.jsonl: found = kind, type\n# and sentence; who = and the parties (docs/eval.md). Written by go test ./cmd/depesche -update.\n# report\tfound\twho\n")
	var all eval.Scores
	for _, g := range readGolden(t) {
		var one eval.Scores
		pairs := eval.Match(document(g), readWant(t, g), g.records)
		one.Add(pairs)
		all.Add(pairs)
		scoreLine(&table, g.name, &one)
	}
	scoreLine(&table, "all", &all)
	file := filepath.Join(goldenDir, "scores.tsv")
	if *update {
		if err := os.WriteFile(file, []byte(table.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	floor := readScores(t, file)
	for name, is := range parseScores(t, table.String()) {
		for i, level := range []string{"found", "who"} {
			if least := floor[name][i] - slack(name); is[i] < least {
				t.Errorf("%s: %s F %.2f is below its floor of %.2f", name, level, is[i], least)
			}
		}
	}
}

func scoreLine(table *strings.Builder, name string, s *eval.Scores) {
	all := s.All()
	_, _, found := all.PRF(eval.Found)
	_, _, who := all.PRF(eval.Who)
	fmt.Fprintf(table, "%s\t%.2f\t%.2f\n", name, found, who)
}

// slack is how far the whole may fall, and a report alone when the whole does
// not.
func slack(name string) float64 {
	if name == "all" {
		return 0.03
	}
	return 0.05
}

// document is the report as the scorer sees it.
func document(g golden) *eval.Document {
	d := &eval.Document{ID: g.name, Lang: g.report.Lang, Text: g.report.Text}
	for i := range g.report.Sentences {
		s := g.report.Sentences[i].Span
		d.Sentences = append(d.Sentences, [2]int{int(s.Start), int(s.End)})
	}
	return d
}

// readWant reads the expectations of a report and holds them to its text.
func readWant(t *testing.T, g golden) []eval.Gold {
	t.Helper()
	file := filepath.Join(goldenDir, g.name+".want.jsonl")
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []eval.Gold
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var w eval.Gold
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			t.Fatalf("%s:%d: %v", file, n, err)
		}
		if w.Sentence >= len(g.report.Sentences) || !strings.Contains(g.report.Cut(g.report.Sentences[w.Sentence].Span), w.Anchor) {
			t.Errorf("%s:%d: %q does not stand in sentence %d", file, n, w.Anchor, w.Sentence)
		}
		all = append(all, w)
	}
	return all
}

func readScores(t *testing.T, file string) map[string][2]float64 {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parseScores(t, string(b))
}

func parseScores(t *testing.T, table string) map[string][2]float64 {
	t.Helper()
	scores := map[string][2]float64{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if line[0] == '#' || len(f) != 3 {
			continue
		}
		a, err1 := strconv.ParseFloat(f[1], 64)
		b, err2 := strconv.ParseFloat(f[2], 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("scores: %q", line)
		}
		scores[f[0]] = [2]float64{a, b}
	}
	return scores
}
