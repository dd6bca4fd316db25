package reading

import (
	"testing"

	"depesche/record"
)

// What somebody says may be the sentence behind a colon: the statement has its words,
// acts in it are his, and the next sentence goes on with it.
func TestBehindColon(t *testing.T) {
	var quotes []string
	says := ""
	for _, r := range readIn(t, "de", "Präsident Macron erklärte am Abend in Paris: Die russische Armee hat die Ukraine angegriffen. Wir verurteilen das.") {
		switch r.Kind {
		case record.KindStatement:
			if len(r.Speaker) == 0 || r.Speaker[0].Name != "Emmanuel Macron" || r.Form != "direct" {
				t.Errorf("statement %q of %v, %s", r.Quote, r.Speaker, r.Form)
			}
			quotes = append(quotes, r.Quote)
		case record.KindEvent:
			if r.Type == "ASSAULT" && len(r.Says) > 0 && r.Says[0].Who != nil {
				says = r.Says[0].Who.Name
			}
		}
	}
	if len(quotes) != 2 || quotes[0] != "Die russische Armee hat die Ukraine angegriffen" {
		t.Errorf("quotes %q", quotes)
	}
	if says != "Emmanuel Macron" {
		t.Errorf("the attack is told by %q", says)
	}
}
