package reading

import (
	"testing"

	"depesche/record"
	"depesche/report"
)

// TestDemandedGain holds that who demands a concession is not taken for the one
// to whom it is made.
func TestDemandedGain(t *testing.T) {
	words, w := workers(t, "de")
	rep := &report.Report{ID: "test", Lang: "de", Text: "Kenyatta forderte die Europäische Union auf, ihre Zölle auf Tee und Kaffee zu senken."}
	if err := words.Analyse(rep); err != nil {
		t.Fatal(err)
	}
	rs, err := w.Read(rep)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := range rs {
		if r := &rs[i]; r.Kind == record.KindEvent && r.Type == "CONCEDE" {
			if n++; len(r.Recipient) > 0 {
				t.Errorf("made to %s, of which the sentence says nothing", r.Recipient[0].Name)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d concessions, want 1", n)
	}
}
