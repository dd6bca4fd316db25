package reading

import (
	"testing"

	"depesche/record"
)

// What is told in the present up to a day to come, and what shall begin, is planned;
// what only lasts until then is not.
func TestYetToCome(t *testing.T) {
	for _, c := range []struct {
		text, typ string
		want      record.Status
	}{
		{"Frankreich zieht bis Ende Mai seine Soldaten aus Mali ab.", "RETREAT", record.Planned},
		{"Die Beitrittsverhandlungen mit Albanien sollen noch in diesem Jahr beginnen.", "CONSULT", record.Planned},
		{"Das nächste Treffen der Außenminister Perus und Chiles ist für den 12. Mai geplant.", "CONSULT", record.Planned},
		{"Frankreich zog Ende Februar seine Soldaten aus Mali ab.", "RETREAT", record.Actual},
	} {
		seen := false
		for _, r := range readIn(t, "de", c.text) {
			if r.Kind == record.KindEvent && r.Type == c.typ {
				seen = true
				if r.Status != c.want {
					t.Errorf("%s: %s, want %s", c.text, r.Status, c.want)
				}
			}
		}
		if !seen {
			t.Errorf("%s: no %s", c.text, c.typ)
		}
	}
}
