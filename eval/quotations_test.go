package eval

import (
	"strings"
	"testing"
)

// TestQuotations pairs by overlapping words and compares speakers by place or
// name; offsets of the gold count characters.
func TestQuotations(t *testing.T) {
	gold := `{"documentName":"d","originalText":"Müller sagte, es regne. »Nein«, rief Oslo.","annotations":[
{"type":"Indirect","quote":{"spans":[{"charBegin":14,"charEnd":22}]},"speaker":{"text":"Müller","spans":[{"charBegin":0,"charEnd":6}]}},
{"type":"Direct","quote":{"spans":[{"charBegin":24,"charEnd":30}]},"speaker":{"text":"Oslo","spans":[{"charBegin":37,"charEnd":41}]}}]}`
	docs, err := ReadQuotations(Input{Name: "gold", Reader: strings.NewReader(strings.ReplaceAll(gold, "\n", ""))})
	if err != nil {
		t.Fatal(err)
	}
	d := &docs[0]
	if got := d.Text[d.Quotations[0].Quote[0][0]:d.Quotations[0].Quote[0][1]]; got != "es regne" {
		t.Errorf("first quotation: %q", got)
	}
	var s QuotationScores
	s.Add(d.Quotations, []Quotation{
		{Quote: [][2]int{{15, 20}}, Speaker: [][2]int{{0, 7}}, Names: []string{"Müller"}},
		{Quote: [][2]int{{27, 30}}, Speaker: [][2]int{{0, 7}}, Names: []string{"Müller"}},
		{Quote: [][2]int{{0, 3}}, Names: []string{"x"}},
	})
	if s.Found != 2 || s.Speaker != 1 || s.Got != 3 {
		t.Errorf("found %d, speaker %d, read %d: want 2, 1, 3", s.Found, s.Speaker, s.Got)
	}
	if lines := WrongQuotations(d, nil); len(lines) != 2 || !strings.HasPrefix(lines[0], "missed Indirect") {
		t.Errorf("wrong: %q", lines)
	}
	if _, err := ReadQuotations(Input{Name: "gold", Reader: strings.NewReader("{\n")}); err == nil || !strings.HasPrefix(err.Error(), "gold:1:") {
		t.Errorf("broken line: %v", err)
	}
}
