package reading

import (
	"testing"

	"depesche/record"
)

// Whose a figure is and who gives it, where the clause leaves out its verb, counts
// some of those before, or has a verb of counting; the day of the saying is not its.
func TestFigureOwners(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		value      float64
		of, says   string
	}{
		{"en", "The ruling party won 42 percent of the vote in Togo, the opposition 37 percent.", 37, "opposition", ""},
		{"de", "Acht Millionen Ukrainer sind geflohen, davon 1,5 Millionen nach Polen.", 1.5e6, "Ukrainer", ""},
		{"de", "An der Kundgebung in Belgrad nahmen laut Veranstaltern 50.000 Menschen teil, die Polizei sprach von 20.000.", 20000, "Menschen", "Polizei"},
		{"en", "Some 50,000 people took part in the rally in Belgrade; police put the figure at 20,000.", 20000, "people", "police"},
	} {
		seen := false
		for _, r := range readIn(t, c.lang, c.text) {
			if r.Kind != record.KindFigure || r.Value == nil || r.Value.Min != c.value {
				continue
			}
			seen = true
			if len(r.Of) != 1 || r.Of[0].Name != c.of {
				t.Errorf("%s: of %v, want %s", c.text, r.Of, c.of)
			}
			if c.says != "" && (len(r.Says) != 1 || r.Says[0].Who == nil || r.Says[0].Who.Name != c.says) {
				t.Errorf("%s: says %v, want %s", c.text, r.Says, c.says)
			}
		}
		if !seen {
			t.Errorf("%s: no figure %v", c.text, c.value)
		}
	}
	for _, r := range readIn(t, "en", "The death toll in Turkey has risen to 45,000, officials said on Wednesday.") {
		if r.Kind == record.KindFigure && !r.Period.IsZero() {
			t.Errorf("the day of the saying is taken for the toll's: %v", r.Period)
		}
	}
}
