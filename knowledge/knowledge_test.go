package knowledge

import (
	"strings"
	"testing"

	"depesche/record"
)

func base(t testing.TB) *Base {
	t.Helper()
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func describe(ms []Match) string {
	var out []string
	for _, m := range ms {
		s := m.Entity.State
		if m.Entity.Type != record.TypeState {
			s = m.Entity.Type + ":" + m.Entity.Name("en")
		}
		out = append(out, s+"/"+m.Kind.String())
	}
	return strings.Join(out, " ")
}

func TestMatch(t *testing.T) {
	b := base(t)
	for _, c := range []struct {
		lang, words string
		n           int
		want        string
	}{
		{"de", "Chinas Regierung", 1, "CHN/short"},
		{"de", "Vereinigten Staaten haben", 2, "USA/short"},
		{"de", "Vereinigter Staaten", 2, "USA/short"},
		{"de", "Vereinigten Arabischen Emiraten", 3, "ARE/short"},
		{"de", "US-Angriff", 0, ""},
		{"de", "chinesischen Angaben", 1, "CHN/adjective"},
		{"de", "Chinesin", 1, "CHN/demonym"},
		{"de", "Franzosen", 1, "FRA/demonym"},
		{"de", "Palästinensern", 1, "PSE/demonym"},
		{"de", "Weißen Hauses", 2, "USA/metonym"},
		{"de", "Kremls", 1, "RUS/metonym"},
		{"de", "Shanghaier Kooperationsorganisation", 2, "organisation:Shanghai Cooperation Organisation/short"},
		{"de", "Vereinter Nationen", 2, "organisation:United Nations/short"},
		{"de", "Europäischer Union", 2, "organisation:European Union/short"},
		{"de", "Sicherheitsrates der Vereinten Nationen", 4, "organisation:United Nations Security Council/short"},
		{"de", "Uno-Sicherheitsrat", 1, "organisation:United Nations Security Council/short"},
		{"de", "Türkei", 1, "TUR/short"},
		{"de", "nigrischen", 1, "NER/adjective"},
		{"de", "nigerianischen", 1, "NGA/adjective"},
		{"de", "koreanische", 1, "KOR/adjective PRK/adjective"},
		{"de", "Ban Ki-moon", 2, "person:Ban Ki-moon/short"},
		{"de", "Ban Ki Moon", 3, "person:Ban Ki-moon/short"},
		{"en", "Ban Ki - moon", 4, "person:Ban Ki-moon/short"},
		{"de", "Li Keqiang", 2, "person:Li Keqiang/short"},
		{"de", "Lukaschenkos", 1, "person:Alexander Lukashenko/surname"},
		{"de", "Islamischen Staates", 2, "group:Islamic State/short"},
		{"de", "us", 0, ""},
		{"en", "us", 0, ""},
		{"en", "US forces", 1, "USA/abbreviation"},
		{"en", "U.S. forces", 1, "USA/abbreviation"},
		{"en", "U.S.", 1, "USA/abbreviation"},
		{"en", "China 's", 1, "CHN/short"},
		{"en", "China’s", 1, "CHN/short"},
		{"en", "UNITED STATES", 2, "USA/short"},
		{"en", "Who said", 0, ""},
		{"en", "WHO said", 1, "organisation:World Health Organization/short"},
		{"en", "South Korean", 2, "KOR/adjective KOR/demonym"},
		{"en", "Saudi Arabia 's", 2, "SAU/short"},
		{"en", "Ivory Coast", 2, "CIV/short"},
		{"en", "Democratic Republic of Congo", 4, "COD/alias"},
	} {
		got, n := b.Match(c.lang, strings.Fields(c.words))
		if n != c.n || describe(got) != c.want {
			t.Errorf("%s %q: %d words %s; want %d %s", c.lang, c.words, n, describe(got), c.n, c.want)
		}
	}
}
