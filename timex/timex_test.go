package timex

import (
	"strings"
	"testing"
	"unicode"

	"depesche/record"
	"depesche/report"
)

// tokenized is a report with bare tokens: runs of letters and digits, and
// single other characters; a sentence ends at a line's end.
func tokenized(lang, date, text string) *report.Report {
	r := &report.Report{Lang: lang, Text: text}
	if date != "" {
		iv, err := record.ParseEDTF(date)
		if err != nil {
			panic(err)
		}
		r.Date = iv
	}
	at := 0
	for l := range strings.SplitAfterSeq(text, "\n") {
		s := report.Sentence{Span: report.Span{Start: int32(at), End: int32(at + len(l))}}
		for i := 0; i < len(l); {
			j := i + 1
			if inWord(rune(l[i])) {
				for j < len(l) && inWord(rune(l[j])) {
					j++
				}
			}
			if !unicode.IsSpace(rune(l[i])) {
				s.Words = append(s.Words, report.Word{Span: report.Span{Start: int32(at + i), End: int32(at + j)}, Form: l[i:j]})
			}
			i = j
		}
		if len(s.Words) > 0 {
			r.Sentences = append(r.Sentences, s)
		}
		at += len(l)
	}
	return r
}

func inWord(c rune) bool {
	return c >= 0x80 || unicode.IsLetter(c) || unicode.IsDigit(c)
}

func mustLoad(t testing.TB, lang string) *Rules {
	t.Helper()
	r, err := load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The day of publication of all examples in the tables, a Wednesday.
const exampleDay = "2023-03-15"

// TestRuleExamples reads every example in rules.tsv.
func TestRuleExamples(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		rules := mustLoad(t, lang)
		for _, c := range rules.grammar.categories {
			for _, rule := range c.rules {
				example, want := rule.line.cell(4), rule.line.cell(5)
				if example == "" {
					continue
				}
				r := tokenized(lang, exampleDay, example)
				rules.Read(r)
				got := ""
				if len(r.Times) > 0 {
					got = r.Times[0].Value
				}
				if len(r.Times) > 0 && c.name != "block" && !strings.Contains(want, "XX") {
					got = r.Times[len(r.Times)-1].Value
				}
				if got != want {
					t.Errorf("%s:%d: %q: %s, want %s", rule.line.file, rule.line.n, example, describe(r), want)
				}
			}
		}
	}
}

// TestExamples reads the sentences of examples.tsv, positive and negative.
func TestExamples(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		lines, err := readTable(data, "data/"+lang+"/examples.tsv", 2, 3)
		if err != nil {
			t.Fatal(err)
		}
		rules := mustLoad(t, lang)
		for _, l := range lines {
			r := tokenized(lang, l.cell(0), l.cell(1))
			rules.Read(r)
			var got []string
			for _, x := range r.Times {
				got = append(got, strings.TrimSpace(x.Date.Text+" = "+x.Value+" "+x.Date.Interval().EDTF()))
			}
			if s := strings.Join(got, "; "); s != l.cell(2) {
				t.Errorf("%s:%d: %s\n got %s\nwant %s", l.file, l.n, l.cell(1), s, l.cell(2))
			}
		}
	}
}

func describe(r *report.Report) string {
	var b strings.Builder
	for _, x := range r.Times {
		b.WriteString("[" + r.Cut(x.Span) + " | " + x.Type + " " + x.Value + " " + x.Date.Interval().EDTF() + " | " + x.Date.Text + "]")
	}
	return b.String()
}
