package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
)

const sample = `<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-03-15" functionInDocument="CREATION_TIME">15.3.</TIMEX3></DCT>
<TEXT>Er kam <TIMEX3 tid="t1" type="DATE" value="2023-03-14">gestern</TIMEX3>, vor
<TIMEX3 tid="t2" type="DURATION" value="P2Y" beginPoint="t3" endPoint="t0">zwei Jahren</TIMEX3><TIMEX3 tid="t3" type="DATE" value="2021"/>
war er <TIMEX3 tid="t4" type="DATE" value="2010">2010</TIMEX3> bis <TIMEX3 tid="t5" type="DATE" value="2014">2014</TIMEX3> dort.</TEXT></TimeML>`

func parse(t *testing.T) Document {
	t.Helper()
	d, err := Parse(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	d := parse(t)
	if want := record.DayOf(2023, 3, 15); d.Date != (record.Interval{From: want, To: want}) {
		t.Errorf("date %v", d.Date)
	}
	var got []string
	for _, e := range d.Times {
		got = append(got, d.Text[e.Start:e.End]+" "+e.Type+" "+e.Value+" "+strings.Join(e.Ends, ","))
	}
	want := []string{"gestern DATE 2023-03-14 ", "zwei Jahren DURATION P2Y 2021", "2010 DATE 2010 ", "2014 DATE 2014 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A system that reads "vor zwei Jahren" as the date and the stretch as one.
func TestScore(t *testing.T) {
	c, err := Score([]Document{parse(t)}, "de", func(r *report.Report) error {
		at := func(words, typ, value string) {
			i := int32(strings.Index(r.Text, words))
			r.Times = append(r.Times, report.Time{Span: report.Span{Start: i, End: i + int32(len(words))}, Type: typ, Value: value})
		}
		at("gestern", "DATE", "2023-03-14")
		at("vor\nzwei Jahren", "DATE", "2021")
		at("2010 bis 2014", "DATE", "2010/2014")
		at("dort", "DATE", "PAST_REF")
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := Counts{Gold: 4, System: 5, Strict: 3, Relaxed: 4, Type: 3, Value: 3, Anchored: 4}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
}

func TestCompareIgnoresWhiteSpace(t *testing.T) {
	gold := parse(t)
	system, err := Parse(strings.NewReader(strings.ReplaceAll(sample, "\n", "\n  ")))
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compare([]Document{gold}, []Document{system})
	if err != nil || c.Strict != 4 || c.Value != 4 {
		t.Errorf("%+v, %v", c, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("<TEXT><TIMEX3 value='x'>a</TEXT></TIMEX3></TIMEX3>")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, e := range d.Times {
			if e.Start > e.End || int(e.End) > len(d.Text) {
				t.Errorf("span %v", e.Span)
			}
		}
	})
}
