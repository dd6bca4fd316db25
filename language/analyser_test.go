package language

import (
	"testing"

	"depesche/report"
)

func analyse(t testing.TB, lang, text string) *report.Report {
	t.Helper()
	a, err := Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Lang: lang, Text: text}
	if err := a.NewWorker().Analyse(r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShow(t *testing.T) {
	r := analyse(t, "de", "Chinas Ministerpräsident Li Keqiang traf am Mittwoch den Präsidenten von Belarus. Das Abkommen wurde von beiden Seiten unterzeichnet, teilte das Außenministerium mit.")
	for _, s := range r.Sentences {
		for i, w := range s.Words {
			t.Logf("%2d %-18s %-6s %2d %-10s %s", i+1, w.Form, w.UPOS, w.Head+1, w.Rel, w.Feats)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	a, err := Load("de")
	if err != nil {
		b.Fatal(err)
	}
	w := a.NewWorker()
	r := &report.Report{Lang: "de", Text: "Der Präsident traf am Mittwoch in Minsk den Außenminister der Ukraine, der zuvor von der Regierung in Kiew scharf kritisiert worden war, weil er einen Vertrag mit Russland unterzeichnet hatte."}
	if err := w.Analyse(r); err != nil {
		b.Fatal(err)
	}
	words := len(r.Sentences[0].Words)
	b.ReportAllocs()
	for b.Loop() {
		w.Annotate(r)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
