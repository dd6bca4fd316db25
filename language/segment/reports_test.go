package segment

import (
	"os"
	"strings"
	"testing"

	"depesche/report"
)

// TestSentencesOfReports measures sentences (both ends right) on paragraphs of our
// own, which stand in testdata one sentence a line, and are read with the sentences of
// a paragraph run together. The floor is what is promised of raw text.
func TestSentencesOfReports(t *testing.T) {
	const floor = 0.97
	for _, lang := range []string{"de", "en"} {
		raw, err := os.ReadFile("testdata/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(lang)
		if err != nil {
			t.Fatal(err)
		}
		want, got, right := 0, 0, 0
		for _, paragraph := range strings.Split(strings.TrimSpace(string(raw)), "\n\n") {
			lines := strings.Split(paragraph, "\n")
			r := &report.Report{Lang: lang, Text: strings.Join(lines, " ")}
			ends := map[report.Span]bool{}
			at := 0
			for _, l := range lines {
				ends[report.Span{Start: int32(at), End: int32(at + len(l))}] = true
				at += len(l) + 1
			}
			s.Segment(r)
			want, got = want+len(lines), got+len(r.Sentences)
			for _, x := range r.Sentences {
				if ends[x.Span] {
					right++
				} else {
					t.Logf("%s: not a sentence: %s", lang, r.Cut(x.Span))
				}
			}
		}
		f := 2 * float64(right) / float64(want+got)
		t.Logf("%s: F %.3f (%d sentences)", lang, f, want)
		if f < floor {
			t.Errorf("%s: F %.3f, want %.2f at least", lang, f, floor)
		}
	}
}
