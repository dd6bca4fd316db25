package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"depesche/record"
)

// want is a record that a perfect reader would write, in the short form that
// people write by hand: parties as STATE:SECTOR:NAME.
type want struct {
	Kind      string    `json:"kind"`
	Sentence  int       `json:"s"`
	Anchor    string    `json:"anchor"`
	Type      oneOrMore `json:"type"`
	Predicate string    `json:"predicate"`
	Measure   oneOrMore `json:"measure"`
	Actor     oneOrMore `json:"actor"`
	Recipient oneOrMore `json:"recipient"`
	Subject   oneOrMore `json:"subject"`
	Object    oneOrMore `json:"object"`
	Speaker   oneOrMore `json:"speaker"`
	Of        oneOrMore `json:"of"`
	Status    string    `json:"status"`
	Negated   bool      `json:"negated"`
	Optional  bool      `json:"optional"`
}

// oneOrMore is a text or a list of texts.
type oneOrMore []string

// UnmarshalJSON takes both forms.
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*o = []string{""}
		return json.Unmarshal(b, &(*o)[0])
	}
	return json.Unmarshal(b, (*[]string)(o))
}

// tally counts pairs.
type tally struct{ want, got, found, who int }

func (c tally) f1(hits int) float64 {
	if hits == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(c.want+c.got)
}

// TestScore compares what is read with what a perfect reader would write
// (NAME.want.jsonl). The committed scores are the floor: a change that makes
// the reading worse fails here, one that makes it better is written down with
// -update.
func TestScore(t *testing.T) {
	var table strings.Builder
	table.WriteString("# F1 of the records of testdata/golden against NAME.want.jsonl: found = kind, type\n# and sentence; who = and the parties' states. Written by go test ./cmd/depesche -update.\n# report\tfound\twho\n")
	var all tally
	for _, g := range readGolden(t) {
		c := compare(g, readWant(t, g))
		fmt.Fprintf(&table, "%s\t%.2f\t%.2f\n", g.name, c.f1(c.found), c.f1(c.who))
		all.want, all.got, all.found, all.who = all.want+c.want, all.got+c.got, all.found+c.found, all.who+c.who
	}
	fmt.Fprintf(&table, "all\t%.2f\t%.2f\n", all.f1(all.found), all.f1(all.who))
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

// slack is how far a report alone may fall when the whole does not.
func slack(name string) float64 {
	if name == "all" {
		return 0
	}
	return 0.05
}

// readWant reads the expectations of a report and holds them to its text.
func readWant(t *testing.T, g golden) []want {
	t.Helper()
	file := filepath.Join(goldenDir, g.name+".want.jsonl")
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []want
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var w want
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

// compare pairs wanted and read records of one sentence, kind and type, each
// wanted one with the read one that agrees best. Optional ones earn and cost
// nothing.
func compare(g golden, wants []want) tally {
	var c tally
	used := map[int]bool{}
	for _, optional := range []bool{false, true} {
		for _, w := range wants {
			if w.Optional != optional {
				continue
			}
			best, who := -1, false
			for i := range g.records {
				if r := &g.records[i]; !used[i] && found(w, r) {
					if same := parties(w, r); best < 0 || same && !who {
						best, who = i, same
					}
				}
			}
			if best >= 0 {
				used[best] = true
			}
			if optional {
				continue
			}
			c.want++
			if best >= 0 {
				c.got++
				c.found++
			}
			if who {
				c.who++
			}
		}
	}
	for i := range g.records {
		r := &g.records[i]
		free := used[i] || strings.HasPrefix(r.Type, "X-") || slices.ContainsFunc(wants, func(w want) bool { return w.Optional && found(w, r) })
		if !free {
			c.got++
		}
	}
	return c
}

func found(w want, r *record.Record) bool {
	if string(r.Kind) != w.Kind || r.Evidence[0].Sentence != w.Sentence {
		return false
	}
	switch r.Kind {
	case record.KindEvent:
		return slices.Contains(w.Type, r.Type)
	case record.KindRelation:
		return r.Predicate == w.Predicate
	case record.KindFigure:
		return slices.Contains(w.Measure, r.Measure)
	}
	return true
}

// parties says whether the states of the parties agree; those of acts between
// equals may stand on either side.
func parties(w want, r *record.Record) bool {
	switch r.Kind {
	case record.KindEvent:
		if slices.Contains([]string{"CONSULT", "COOPERATE", "AGREE"}, r.Type) {
			return sameStates(slices.Concat(w.Actor, w.Recipient), slices.Concat(r.Actor, r.Recipient))
		}
		return sameStates(w.Actor, r.Actor) && sameStates(w.Recipient, r.Recipient)
	case record.KindRelation:
		return sameStates(w.Subject, r.Subject) && sameStates(w.Object, r.Object)
	case record.KindFigure:
		return len(w.Of) == 0 || sameStates(w.Of, r.Of)
	}
	return sameStates(w.Speaker, r.Speaker)
}

// sameStates compares the states; parties without a state count by number.
func sameStates(wanted []string, read []record.Entity) bool {
	a, b := map[string]int{}, map[string]int{}
	for _, w := range wanted {
		state, _, _ := strings.Cut(w, ":")
		a[state] = 1
	}
	for i := range read {
		b[read[i].State] = 1
	}
	if len(a) != len(b) {
		return false
	}
	for s := range a {
		if b[s] == 0 {
			return false
		}
	}
	return true
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
