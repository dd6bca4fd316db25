package names

import (
	"bytes"
	"strings"
	"testing"

	"depesche/report"
)

func words(x string) []report.Word {
	var ws []report.Word
	for f := range strings.FieldsSeq(x) {
		form, pos, _ := strings.Cut(f, "/")
		ws = append(ws, report.Word{Form: form, UPOS: report.ParseUPOS(pos)})
	}
	return ws
}

// show writes the words of names with their tags' numbers.
func show(ws []report.Word) string {
	var b strings.Builder
	kinds := [...]string{"", "PER", "per", "ORG", "org", "LOC", "loc", "MISC", "misc"}
	for _, w := range ws {
		if w.Name != report.NameNone {
			b.WriteString(w.Form + "/" + kinds[w.Name] + " ")
		}
	}
	return strings.TrimSpace(b.String())
}

func TestTag(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "In/ADP Berlin/PROPN sprach/VERB Angela/PROPN Merkel/PROPN ./PUNCT", "Berlin/LOC Angela/PER Merkel/per"},
		{"de", "Der/DET Tisch/NOUN steht/VERB hier/ADV ./PUNCT", ""},
		{"en", "Yesterday/NOUN John/PROPN Smith/PROPN flew/VERB to/ADP London/PROPN ./PUNCT", "John/PER Smith/per London/LOC"},
		{"xx", "In/ADP Berlin/PROPN", ""},
	} {
		tagger, err := Load(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		ws := words(c.text)
		w := tagger.NewWorker()
		w.Tag(nil)
		w.Tag(ws)
		if got := show(ws); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFile(t *testing.T) {
	w := &Weights{Rows: make([]byte, Buckets*numTags), Clusters: map[string]uint8{"Haus": 1, "Welt": 250}}
	w.Rows[5], w.Next[2][3] = 0xf9, -300
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := Parse(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows[5] != 0xf9 || got.Next[2][3] != -300 || got.Clusters["Welt"] != 250 || len(got.Clusters) != 2 {
		t.Errorf("read %d, %d, %v", got.Rows[5], got.Next[2][3], got.Clusters)
	}
	if _, err := Parse(b.Bytes()[:100]); err == nil {
		t.Error("a truncated file is read")
	}
}

func BenchmarkTag(b *testing.B) {
	tagger, err := Load("de")
	if err != nil {
		b.Fatal(err)
	}
	ws := words(strings.Repeat("In/ADP Berlin/PROPN sprach/VERB der/DET Präsident/NOUN ", 5))
	w := tagger.NewWorker()
	b.ReportAllocs()
	for b.Loop() {
		w.Tag(ws)
	}
	b.ReportMetric(float64(b.N*len(ws))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := read("de"); err != nil {
			b.Fatal(err)
		}
	}
}
