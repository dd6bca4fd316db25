package card

import (
	"testing"

	"depesche/record"
)

func TestNameSaysStateAndWhatIsImplied(t *testing.T) {
	c := &english{names: Names{State: func(code string) string {
		return map[string]string{"KEN": "Kenya", "SOM": "Somalia"}[code]
	}}}
	for _, x := range []struct {
		e    record.Entity
		want string
	}{
		{record.Entity{Type: record.TypePerson, Name: "Uhuru Kenyatta", State: "KEN"}, "Uhuru Kenyatta (Kenya)"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Bank of Kenya", State: "KEN"}, "Bank of Kenya"},
		{record.Entity{Type: record.TypeOrganisation, Name: "Al-Shabaab", State: "SOM", Implied: true}, "Al-Shabaab (Somalia, implied)"},
		{record.Entity{Type: record.TypeState, Name: "Kenya", State: "KEN", Implied: true}, "Kenya (implied)"},
		{record.Entity{Type: record.TypeState, Name: "Kenya", State: "KEN", Sector: "COP"}, "Kenya (police)"},
		{record.Entity{Type: record.TypePerson, Name: "Ann Lee"}, "Ann Lee"},
	} {
		if got := c.name(&x.e); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}
