package reading

import (
	"slices"
	"testing"

	"depesche/record"
)

// TestViews: what somebody is seen as is said by who sees it so.
func TestViews(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Laos legte eine Erklärung vor. Laos und Vietnam verstehen sich als „enge Partner“.", "partner_of LAO+VNM"},
		{"de", "Die USA betrachten Thailand als Verbündeten.", "ally_of USA"},
		{"en", "Japan described Peru as a close ally.", "ally_of JPN"},
	} {
		var got []string
		for _, r := range readIn(t, c.lang, c.text) {
			if r.Kind == record.KindRelation {
				var who []record.Entity
				for _, a := range r.Says {
					who = append(who, *a.Who)
				}
				got = append(got, r.Predicate+" "+states(who))
			}
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestOwnDates: what is spoken of on a day need not be of that day.
func TestOwnDates(t *testing.T) {
	for _, r := range readIn(t, "de", "Der Kreml sprach am Montag über den Angriff Israels auf Syrien.") {
		if r.Type == "ASSAULT" && !r.Date.IsZero() {
			t.Errorf("the attack is of %s", r.Date.Interval().EDTF())
		}
	}
}
