package language

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"depesche/report"
)

// absurd are texts that no report is, of about n bytes.
var absurd = map[string]func(n int) string{
	"one word":      func(n int) string { return strings.Repeat("a", n) },
	"one compound":  func(n int) string { return "A" + strings.Repeat("bteilung", n/8) },
	"one hyphen":    func(n int) string { return strings.Repeat("a-", n/2) },
	"one number":    func(n int) string { return strings.Repeat("1.", n/2) },
	"brackets":      func(n int) string { return strings.Repeat("(", n) },
	"quotes":        func(n int) string { return strings.Repeat("\"", n) },
	"full stops":    func(n int) string { return strings.Repeat(". ", n/2) },
	"lines":         func(n int) string { return strings.Repeat("a\n", n/2) },
	"empty lines":   func(n int) string { return strings.Repeat("\n", n) },
	"lists":         func(n int) string { return strings.Repeat("Mann, ", n/6) },
	"nested":        func(n int) string { return strings.Repeat("dass der Mann, ", n/15) },
	"the same word": func(n int) string { return strings.Repeat("der ", n/4) },
	"no order": func(n int) string {
		return shuffled(n, "der die das und Mann sagt dass weil Berlin ging gegangen von rot")
	},
	"no words": noise,
}

func shuffled(n int, of string) string {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields(of)
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}

func noise(n int) string {
	r := rand.New(rand.NewPCG(3, 4))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

// perByte is far above what any byte may cost: about a hundred times what it does.
const perByte = 500 * time.Microsecond

// TestAbsurdTextsTakeLinearTime fails where time grows faster than the text.
func TestAbsurdTextsTakeLinearTime(t *testing.T) {
	const size = 20000
	for _, lang := range []string{"de", "en"} {
		a, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range absurd {
			r := report.Report{Lang: lang, Text: text(size)}
			start := time.Now()
			if err := a.NewWorker().Analyse(&r); err != nil {
				t.Fatalf("%s, %s: %v", lang, name, err)
			}
			if d := time.Since(start); d > size*perByte {
				t.Errorf("%s, %s: %v for %d bytes", lang, name, d, size)
			}
			for i := range r.Sentences {
				checkTree(t, r.Sentences[i].Words)
			}
		}
	}
}

// TestNoAllocationPerToken: a worker that has seen the words needs no more memory
// for them.
func TestNoAllocationPerToken(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		a, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		w := a.NewWorker()
		for _, text := range ownReports(t, lang) {
			r := report.Report{Lang: lang, Text: text}
			if err := w.Analyse(&r); err != nil {
				t.Fatal(err)
			}
			// Lemmas that verbs share with their separated particles are made anew.
			rejoined := 0
			for i := range r.Sentences {
				for j := range r.Sentences[i].Words {
					if r.Sentences[i].Words[j].Rel == report.CompoundPrt {
						rejoined += 2
					}
				}
			}
			if n := testing.AllocsPerRun(3, func() { w.Annotate(&r) }); int(n) > rejoined {
				t.Errorf("%s: %v allocations for %q…, want %d at most", lang, n, text[:20], rejoined)
			}
		}
	}
}
