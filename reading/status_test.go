package reading

import (
	"slices"
	"testing"

	"depesche/record"
	"depesche/report"
)

// TestLentStatus holds the acts that stand as a noun beside a verb that lends
// them its subject to the verb's modal and negation.
func TestLentStatus(t *testing.T) {
	words, w := workers(t, "de")
	day := record.DayOf(2019, 5, 8)
	for _, c := range []struct{ text, want string }{
		{"Kenyatta könnte im Herbst zu einem Gegenbesuch nach Berlin kommen.", "CONSULT possible"},
		{"Merkel kam nicht zu einem Besuch nach Paris.", "CONSULT not actual"},
		{"Merkel will zu Gesprächen mit Macron nach Paris kommen.", "CONSULT planned"},
		{"Merkel kam zu Gesprächen mit Macron nach Paris.", "CONSULT actual"},
		{"Die EU könnte mit Sanktionen gegen Belarus reagieren.", "SANCTION possible"},
		{"Iran und China erklärten, ihre Zusammenarbeit ausbauen zu wollen.", "COOPERATE planned"},
		{"Macron reist am Freitag nach Oslo.", "CONSULT planned"},
		{"Polen hofft auf Investitionen aus Japan.", "COOPERATE desired"},
		{"Die EU reagierte nicht mit Sanktionen gegen Belarus.", "SANCTION not actual"},
	} {
		rep := &report.Report{ID: "test", Lang: "de", Text: c.text, Date: record.Interval{From: day, To: day}}
		if err := words.Analyse(rep); err != nil {
			t.Fatal(err)
		}
		rs, err := w.Read(rep)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range rs {
			if rs[i].Kind != record.KindEvent {
				continue
			}
			not := ""
			if rs[i].Negated {
				not = "not "
			}
			got = append(got, rs[i].Type+" "+not+string(rs[i].Status))
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
