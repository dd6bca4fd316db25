package timex

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
)

const visit = "Der Minister ist am Mittwoch in Rom mit seinem Kollegen zusammengetroffen.\n" +
	"Bei dem Besuch dürfte es bis Donnerstag um Getreide gehen.\n" +
	"Vergangene Woche hatte das Parlament darüber abgestimmt.\n" +
	"Vor zwei Wochen war er in Bern.\n"

func days(t *testing.T, s ...string) []record.Day {
	t.Helper()
	var out []record.Day
	for _, x := range s {
		var d record.Day
		if err := d.UnmarshalText([]byte(x)); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// times lists words, value, interval and best reading of all times.
func times(r *report.Report) [][4]string {
	var out [][4]string
	for _, x := range r.Times {
		out = append(out, [4]string{x.Date.Text, x.Value, x.Date.Interval().EDTF(), x.Best.EDTF()})
	}
	return out
}

// A report that is dated by its month only: the deadline ties the day of
// publication to Wednesday and Thursday, but no week is proven.
func TestMonthDatedReport(t *testing.T) {
	r := tokenized("de", "2023-03", visit)
	line := mustLoad(t, "de").Read(r)
	want := [][4]string{
		{"am Mittwoch", "XXXX-WXX-3", "2023-03-01/2023-03-29", "2023-03-01"},
		{"bis Donnerstag", "XXXX-WXX-4", "../2023-03-30", "../2023-03-02"},
		{"Vergangene Woche", "XXXX-WXX", "2023-02-20/2023-03-26", "2023-02-20/2023-02-26"},
		{"Vor zwei Wochen", "XXXX-WXX", "2023-02-13/2023-03-19", "2023-02-13/2023-02-19"},
	}
	if d := cmp.Diff(want, times(r)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(days(t, "2023-03-01", "2023-03-08", "2023-03-15", "2023-03-22", "2023-03-29"), r.Times[0].Date.Days); d != "" {
		t.Error(d)
	}
	if n := len(line.Days()); n != 10 {
		t.Errorf("%d possible days of publication, want the Wednesdays and Thursdays: 10", n)
	}
}

// What another stage knows of one expression narrows them all; knowledge that
// contradicts the report changes nothing.
func TestRestrict(t *testing.T) {
	r := tokenized("de", "2023-03", visit)
	line := mustLoad(t, "de").Read(r)
	if line.Restrict(0, record.Year(2021)) {
		t.Error("Restrict accepted an impossible year")
	}
	if !line.Restrict(0, record.Interval{To: record.DayOf(2023, 3, 11)}) {
		t.Fatal("Restrict refused a possible term of office")
	}
	if d := cmp.Diff(days(t, "2023-03-01", "2023-03-08"), r.Times[0].Date.Days); d != "" {
		t.Error(d)
	}
	if !line.Restrict(0, record.Interval{To: record.DayOf(2023, 3, 7)}) {
		t.Fatal("Restrict refused a possible term of office")
	}
	want := [][4]string{
		{"am Mittwoch", "2023-03-01", "2023-03-01", "2023-03-01"},
		{"bis Donnerstag", "2023-03-02", "../2023-03-02", "../2023-03-02"},
		{"Vergangene Woche", "2023-W08", "2023-02-20/2023-02-26", "2023-02-20/2023-02-26"},
		{"Vor zwei Wochen", "2023-W07", "2023-02-13/2023-02-19", "2023-02-13/2023-02-19"},
	}
	if d := cmp.Diff(want, times(r)); d != "" {
		t.Error(d)
	}
}

// A weekday before the first of its kind in the month of publication may lie in
// the month before.
func TestWeekdayBeforeTheMonth(t *testing.T) {
	r := tokenized("de", "2023-04", "Er ist am Mittwoch eingetroffen.\n")
	mustLoad(t, "de").Read(r)
	if d := cmp.Diff(days(t, "2023-03-29", "2023-04-05", "2023-04-12", "2023-04-19", "2023-04-26"), r.Times[0].Date.Days); d != "" {
		t.Error(d)
	}
}

// Reading twice gives the same.
func TestReadAgain(t *testing.T) {
	r := tokenized("de", "2023-03", visit)
	rules := mustLoad(t, "de")
	rules.Read(r)
	first := times(r)
	rules.Read(r)
	if d := cmp.Diff(first, times(r)); d != "" {
		t.Error(d)
	}
}

// With a tree, the governing verb tells the tense: the words around would say
// past here.
func TestTenseFromTree(t *testing.T) {
	const text = "Die Gäste, die gestern kamen, reisen am Freitag ab."
	r := tokenized("de", exampleDay, text)
	w := r.Sentences[0].Words
	link := func(i, head int, rel report.Rel, pos report.UPOS, feats string) {
		w[i].Head, w[i].Rel, w[i].UPOS, w[i].Feats = int16(head), rel, pos, report.ParseFeats(feats)
	}
	link(0, 1, report.Det, report.DET, "_")
	link(1, 7, report.Nsubj, report.NOUN, "_")
	link(2, 5, report.Punct, report.PUNCT, "_")
	link(3, 5, report.Nsubj, report.PRON, "_")
	link(4, 5, report.Advmod, report.ADV, "_")
	link(5, 1, report.AclRelcl, report.VERB, "VerbForm=Fin|Tense=Past|Mood=Ind")
	link(6, 5, report.Punct, report.PUNCT, "_")
	link(7, -1, report.Root, report.VERB, "VerbForm=Fin|Tense=Pres|Mood=Ind")
	link(8, 9, report.Case, report.ADP, "_")
	link(9, 7, report.Obl, report.NOUN, "_")
	link(10, 7, report.CompoundPrt, report.ADP, "_")
	link(11, 7, report.Punct, report.PUNCT, "_")
	mustLoad(t, "de").Read(r)
	if got := r.Times[1].Value; got != "2023-03-17" {
		t.Errorf("am Freitag = %s, want the coming one, 2023-03-17", got)
	}
}

// The layer gives word indices and keeps prepositions out of the extent.
func TestExtent(t *testing.T) {
	r := tokenized("de", exampleDay, "Sie waren bis zum 1. Februar 2023 dort.")
	mustLoad(t, "de").Read(r)
	x := r.Times[0]
	if got := r.Cut(x.Span); got != "1. Februar 2023" || x.Date.Text != "bis zum 1. Februar 2023" || x.First != 4 || x.Last != 7 || x.Bound != report.Until {
		t.Errorf("%q, %q, words %d to %d, bound %d", got, x.Date.Text, x.First, x.Last, x.Bound)
	}
}

// FuzzRead: any text can be read, and spans stay inside it.
func FuzzRead(f *testing.F) {
	f.Add(visit)
	f.Add("Am 31. Februar 0000 um 24:99 Uhr, seit 999999999999 Jahren, vor 9999 Jahrhunderten.")
	f.Add("in 9999 Jahrtausenden vor 9999 Jahren \xff\xfe Montagabend ' s ( 1. 1. 1000/99 )")
	de, en := mustLoad(f, "de"), mustLoad(f, "en")
	f.Fuzz(func(t *testing.T, text string) {
		for _, rules := range []*Rules{de, en} {
			r := tokenized("de", "2023-03", text)
			rules.Read(r)
			for _, x := range r.Times {
				if x.Start >= x.End || int(x.End) > len(text) {
					t.Errorf("span %v", x.Span)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	rules := mustLoad(b, "de")
	r := tokenized("de", "2023-03-15", visit)
	b.SetBytes(int64(len(visit)))
	for b.Loop() {
		rules.Read(r)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		mustLoad(b, "de")
	}
}
