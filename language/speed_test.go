package language

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/report"
)

// BenchmarkRawText goes from raw text to trees, over the project's own reports.
func BenchmarkRawText(b *testing.B) {
	for _, lang := range []string{"de", "en"} {
		b.Run(lang, func(b *testing.B) {
			a, err := Load(lang)
			if err != nil {
				b.Fatal(err)
			}
			w := a.NewWorker()
			texts := ownReports(b, lang)
			tokens := 0
			read := func() {
				for _, text := range texts {
					r := report.Report{Lang: lang, Text: text}
					if err := w.Analyse(&r); err != nil {
						b.Fatal(err)
					}
					for i := range r.Sentences {
						tokens += len(r.Sentences[i].Words)
					}
				}
			}
			read()
			tokens = 0
			b.ReportAllocs()
			for b.Loop() {
				read()
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// ownReports are the texts of the golden reports in the language.
func ownReports(tb testing.TB, lang string) []string {
	names, err := filepath.Glob("../testdata/golden/*.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var texts []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		if german := strings.Contains(string(b), " der "); german == (lang == "de") {
			texts = append(texts, string(b))
		}
	}
	if len(texts) == 0 {
		tb.Fatalf("no reports in %s", lang)
	}
	return texts
}
