package reading

import "testing"

// TestNobodyIsAccusedByGuess reads people called by their age where somebody without a
// name is meant, not the minister between.
func TestNobodyIsAccusedByGuess(t *testing.T) {
	for _, text := range []string{
		"Ein Mann hat in Wien Polizisten angegriffen. Innenminister Karl Weber verurteilte die Tat. Der 34-Jährige wurde festgenommen.",
		"In Minsk wurde ein 30-Jähriger verhaftet. Präsident Karl Weber sprach im Fernsehen. Dem 30-Jährigen wird Spionage vorgeworfen.",
	} {
		for _, r := range readIn(t, "de", text) {
			for _, e := range r.Recipient {
				if e.Name == "Karl Weber" {
					t.Errorf("%s\n  %s is told of Karl Weber", text, r.Type)
				}
			}
		}
	}
}

// TestOfficesStillHeld reads copulas that do not end an office.
func TestOfficesStillHeld(t *testing.T) {
	for _, text := range []string{
		"Jane Weller, who has been president of Ghana since 2010, met Paul Biya.",
		"She said that Jane Weller was the president of Kenya.",
	} {
		for _, r := range readIn(t, "en", text) {
			if r.Predicate == "holds_office" && r.Negated {
				t.Errorf("%s\n  the office is told as ended", text)
			}
		}
	}
}
