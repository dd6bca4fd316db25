package view_test

import (
	"slices"
	"testing"

	"depesche/register/query"
	"depesche/web/trial"
	"depesche/web/view"
)

func TestSuggest(t *testing.T) {
	d := trial.Desk(t, trial.Reading(t, "The Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")))
	for _, c := range []struct {
		q        string
		at       int
		lang     string
		want     string // to insert
		label    string
		from, to int
	}{
		{"", 99, "en", "party:", "party:", 0, 0},
		{"act", 99, "en", "actor:", "actor:", 0, 3},
		{"kind:event sta", 99, "de", "status:", "status:", 11, 14},
		{"actor:keni", 99, "de", "KEN", "Kenia", 6, 10},
		{"actor:Ken", 99, "en", "KEN", "Kenya", 6, 9},
		{"dyad:BLR,chi", 99, "en", "CHN", "China", 9, 12},
		{"type:meet", 99, "en", "", "", 5, 9},
		{"type:ass", 99, "en", "ASSAULT", "assault", 5, 8},
		{"mode:besu", 99, "de", "visit", "Besuch", 5, 9},
		{"status:plan type:AID", 11, "en", "planned", "planned", 7, 11},
		{"outlet:po", 99, "en", `"The Post"`, "The Post", 7, 9},
		{"since:2024-", 99, "en", "2024-03", "2024-03", 6, 11},
		{"visi", 99, "en", "mode:visit", "visit", 0, 4},
		{"ß actor:keny", 99, "en", "KEN", "Kenya", 8, 12},
		{`"two wor`, 99, "en", "", "", 0, 8},
	} {
		s, err := d.Suggest(t.Context(), c.q, c.at, c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if s.From != c.from || s.To != c.to {
			t.Errorf("%s: from %d to %d, want %d to %d", c.q, s.From, s.To, c.from, c.to)
		}
		if c.want != "" && !slices.ContainsFunc(s.Items, func(i view.Suggestion) bool { return i.Insert == c.want && i.Label == c.label }) {
			t.Errorf("%s: %+v, want %s %s", c.q, s.Items, c.want, c.label)
		}
	}
}

// TestKeys holds that every key of the query language is explained, and that its
// example can be asked.
func TestKeys(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		keys, err := view.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, k := range keys {
			names = append(names, k.Name)
			if _, err := query.Parse(k.Example, nil); err != nil || k.Means == "" {
				t.Errorf("%s: %v", k.Example, err)
			}
		}
		slices.Sort(names)
		if !slices.Equal(names, query.Keys()) {
			t.Errorf("keys %v, want %v", names, query.Keys())
		}
	}
}

func FuzzSuggest(f *testing.F) {
	d := trial.Desk(f)
	f.Add(`actor:"BLR`, 3)
	f.Add("ß:,", -1)
	f.Fuzz(func(t *testing.T, q string, at int) {
		s, err := d.Suggest(t.Context(), q, at, "en")
		if err != nil || s.From < 0 || s.From > s.To {
			t.Errorf("%q %d: %+v %v", q, at, s, err)
		}
	})
}
