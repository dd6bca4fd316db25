package language

import (
	"strings"
	"testing"

	"depesche/report"
)

func FuzzAnalyse(f *testing.F) {
	f.Add("Der Minister traf am 3. Mai in Minsk den Präsidenten, \"der schwieg\".")
	f.Add("- - - ((( „“ \xff\xfe\x00 \u202e 𝔘𝔫𝔦 ١٢٣ ſß İı")
	f.Add(strings.Repeat("und ", 900) + ".")
	f.Add("A\n\nB\n\n\n...")
	a, err := Load("de")
	if err != nil {
		f.Fatal(err)
	}
	w := a.NewWorker()
	f.Fuzz(func(t *testing.T, text string) {
		r := &report.Report{Lang: "de", Text: text}
		if err := w.Analyse(r); err != nil {
			t.Fatal(err)
		}
		for i := range r.Sentences {
			checkTree(t, r.Sentences[i].Words)
		}
	})
}

// checkTree fails unless the words form one tree and are tagged.
func checkTree(t *testing.T, words []report.Word) {
	t.Helper()
	roots := 0
	for i := range words {
		if words[i].UPOS == report.NoPOS || words[i].Rel == report.NoRel {
			t.Fatalf("word %d is not analysed: %+v", i, words[i])
		}
		if words[i].Head < 0 {
			roots++
			continue
		}
		h, steps := words[i].Head, 0
		for h >= 0 && steps <= len(words) {
			h = words[h].Head
			steps++
		}
		if steps > len(words) {
			t.Fatalf("word %d hangs on a cycle", i)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestLongSentenceIsOneTree(t *testing.T) {
	a, err := Load("de")
	if err != nil {
		t.Fatal(err)
	}
	words := make([]report.Word, 33000)
	forms := strings.Fields("Der Minister traf gestern den Botschafter , der")
	for i := range words {
		words[i].Form = forms[i%len(forms)]
	}
	a.Annotate(&report.Report{Sentences: []report.Sentence{{Words: words}}})
	roots := 0
	for i := range words {
		if words[i].Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}
