package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"depesche/eval"
	"depesche/lexicon"
	"depesche/reading/examples"
	"depesche/record"
	"depesche/report"
)

// ratchetSlack is how many more a change elsewhere, of a model or of names, may
// leave behind.
const ratchetSlack = 10

const ratchetFile = "../../testdata/ratchet.tsv"

// TestRatchet holds two counts that may only fall: examples of the lexicon that
// do not come out, and sentences that tell no act and are coded all the same.
// -update writes them down.
func TestRatchet(t *testing.T) {
	is := map[string]int{}
	countExamples(t, is)
	countNegatives(t, is)
	if *update {
		writeRatchet(t, is)
		return
	}
	most := readRatchet(t)
	for name, n := range is {
		if limit, ok := most[name]; !ok || n > limit+ratchetSlack {
			t.Errorf("%s: %d, at most %d and %d more may (testdata/ratchet.tsv)", name, n, limit, ratchetSlack)
		}
	}
}

func countExamples(t *testing.T, is map[string]int) {
	rd := newStages().newReader()
	for _, lang := range languages {
		x, err := lexicon.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		failures, _, err := examples.Check(x, func(lang, sentence string) ([]record.Record, error) {
			return rd.read(&report.Report{ID: "example", Lang: lang, Text: sentence})
		})
		if err != nil {
			t.Fatal(err)
		}
		is["lexicon examples that do not come out, "+lang] = len(failures)
	}
}

// mostNegatives is the share of sentences without an act that may be coded.
const mostNegatives = 0.04

func countNegatives(t *testing.T, is map[string]int) {
	f, err := os.Open(filepath.Join("..", "..", "testdata", "negatives.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := eval.ReadNegatives(eval.Input{Name: "negatives.txt", Reader: f})
	if err != nil {
		t.Fatal(err)
	}
	coded, err := codedAnyway(list)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]int{}
	for i, s := range list {
		all[s.Lang]++
		if len(coded[i]) > 0 {
			is["sentences without an act coded, "+s.Lang]++
		}
	}
	for lang, n := range all {
		if wrong := is["sentences without an act coded, "+lang]; float64(wrong) >= mostNegatives*float64(n) {
			t.Errorf("%s: %d of %d sentences that tell no act are coded", lang, wrong, n)
		}
	}
}

func writeRatchet(t *testing.T, is map[string]int) {
	var b strings.Builder
	b.WriteString("# Counts that may only fall. Written by go test ./cmd/depesche -update.\n")
	for _, what := range []string{"lexicon examples that do not come out, ", "sentences without an act coded, "} {
		for _, lang := range languages {
			fmt.Fprintf(&b, "%s\t%d\n", what+lang, is[what+lang])
		}
	}
	if err := os.WriteFile(ratchetFile, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func readRatchet(t *testing.T) map[string]int {
	f, err := os.Open(ratchetFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		name, value, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			t.Fatalf("%s: %q", ratchetFile, lines.Text())
		}
		out[name] = n
	}
	return out
}
