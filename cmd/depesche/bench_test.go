package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/source"
)

const goldenDir = "../../testdata/golden"

// BenchmarkRead reads every report of the golden folder once a round, through
// all stages, with one worker.
func BenchmarkRead(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(goldenDir, "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	texts := map[string][]byte{}
	words := 0
	for _, f := range files {
		t, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts[f] = t
		words += len(strings.Fields(string(t)))
	}
	rd := newStages().newReader()
	read := func() {
		for _, f := range files {
			r, err := source.Text(f, texts[f], source.Options{})
			if err == nil {
				_, err = rd.read(r)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	read() // what is loaded once is not measured
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
