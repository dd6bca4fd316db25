package card

import (
	"testing"

	"depesche/record"
)

func TestNameSaysStateAndWhatIsImplied(t *testing.T) {
	tab, err := loadTables()
	if err != nil {
		t.Fatal(err)
	}
	c := &english{t: tab, names: Names{State: func(code string) string {
		return map[string]string{"KEN": "Kenya", "SOM": "Somalia"}[code]
	}}}
	for _, x := range []struct {
		e    record.Entity
		want string
	}{
		{record.Entity{Type: record.TypePerson, Name: "Uhuru Kenyatta", State: "KEN"}, "Uhuru Kenyatta (Kenya)"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Bank of Kenya", State: "KEN"}, "the Bank of Kenya"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Al-Shabaab", State: "SOM", Implied: true}, "Al-Shabaab (Somalia, implied)"},
		{record.Entity{Type: record.TypeState, Name: "Kenya", State: "KEN", Implied: true}, "Kenya (implied)"},
		{record.Entity{Type: record.TypeState, Name: "Kenya", State: "KEN", Sector: "COP"}, "Kenya (police)"},
		{record.Entity{Type: record.TypePerson, Name: "Ann Lee"}, "Ann Lee"},
		{record.Entity{Type: record.TypeState, Name: "United Arab Emirates"}, "the United Arab Emirates"},
		{record.Entity{Type: record.TypeState, Name: "Netherlands"}, "the Netherlands"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Union for the Mediterranean"}, "the Union for the Mediterranean"},
		{record.Entity{Type: record.TypeOrganisation, Name: "foreign ministry", State: "KEN"}, "the foreign ministry (Kenya)"},
		{record.Entity{Type: record.TypeOrganisation, Name: "NATO"}, "NATO"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Deutsche Bank", Sector: "BUS"}, "Deutsche Bank"},
		{record.Entity{Type: record.TypeOrganisation, Name: "al-Shabaab"}, "al-Shabaab"},
	} {
		if got := c.name(&x.e); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

// TestSays: those of one word vouch together, others one after the other, and
// nobody is left out behind hearsay.
func TestSays(t *testing.T) {
	tab, err := loadTables()
	if err != nil {
		t.Fatal(err)
	}
	c := &english{t: tab}
	by := func(name, cue string) record.Attribution {
		return record.Attribution{Who: &record.Entity{Type: record.TypePerson, Name: name}, Cue: cue}
	}
	for _, x := range []struct {
		as   []record.Attribution
		want string
	}{
		{[]record.Attribution{by("Ann", "said")}, "says Ann"},
		{[]record.Attribution{by("Ann", "said"), by("Bo", "said"), by("Cy", "said")}, "says Ann, Bo and Cy"},
		{[]record.Attribution{by("Ann", "said"), by("Bo", "told")}, "says Ann, citing Bo"},
		{[]record.Attribution{by("Ann", ""), by("Bo", "")}, "says Ann, citing Bo"},
		{[]record.Attribution{{Cue: "reportedly"}, by("Bo", "told"), by("Cy", "told")}, "hearsay, “reportedly”, citing Bo and Cy"},
	} {
		if got := c.says(x.as); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}
