package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"

	"depesche/record"
)

func day(t *testing.T, s string) record.Interval {
	t.Helper()
	i, err := record.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestHolder(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ of, role, on, want string }{
		{"CHN", "head_of_government", "2023-03-01", "Li Keqiang"},
		{"CHN", "head_of_government", "2023-03", "Li Keqiang, Li Qiang"},
		{"CHN", "head_of_state", "2023-03-01", "Xi Jinping"},
		{"BLR", "head_of_state", "2023-03-01", "Alexander Lukaschenko"},
		{"RUS", "head_of_state", "2010-06-01", "Dmitri Medwedew"},
		{"RUS", "foreign_minister", "2015-08-21", "Sergej Lawrow"},
		{"DEU", "head_of_government", "2015-08-21", "Angela Merkel"},
		{"DEU", "foreign_minister", "2015-08-21", "Frank-Walter Steinmeier"},
		{"DEU", "head_of_government", "2025-07-01", "Friedrich Merz"},
		{"AUT", "head_of_government", "2016-01-01", "Werner Faymann"},
		{"USA", "head_of_government", "2016-01-01", "Barack Obama"},
		{"USA", "foreign_minister", "2014-01-01", "John Kerry"},
		{"GBR", "head_of_government", "2022-10-01", "Liz Truss"},
		{"IRN", "head_of_state", "2022-01-01", "Ali Chamenei, Ebrahim Raisi"},
		{"GRC", "finance_minister", "2015-06-01", "Yanis Varoufakis"},
		{"Q1065", "secretary_general", "2015-01-01", "Ban Ki Moon"},
		{"Q7184", "secretary_general", "2023-01-01", "Jens Stoltenberg"},
		{"Q8880", "secretary_general", "2015-01-01", "Jean-Claude Juncker"},
	} {
		var got []string
		for _, e := range b.Holder(c.of, c.role, day(t, c.on)) {
			got = append(got, e.Name("de"))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s of %s in %s: %q, want %q", c.role, c.of, c.on, s, c.want)
		}
	}
}

// TestOpenTerms: a term last seen open is not believed for ever.
func TestOpenTerms(t *testing.T) {
	b := base(t)
	if got := b.Holder("KGZ", "finance_minister", day(t, "2025-06-01")); got != nil {
		t.Errorf("finance minister of Kyrgyzstan in 2025: %s, but last seen in 2022", got[0].Name("en"))
	}
	if e := b.ByID("Q7747"); e == nil || e.Name("en") != "Vladimir Putin" || e.Name("de") != "Wladimir Putin" {
		t.Errorf("Q7747: %v", e)
	}
}

func TestMembers(t *testing.T) {
	b := base(t)
	codes := func(on string, as string) string {
		var out []string
		for _, m := range b.Members("Q485207", day(t, on).From) {
			if m.As == as {
				out = append(out, m.Member.State)
			}
		}
		return strings.Join(out, " ")
	}
	if got := codes("2023-03-01", "member"); got != "CHN KAZ KGZ RUS TJK UZB IND PAK" {
		t.Errorf("members of the SCO in March 2023: %s", got)
	}
	if got := codes("2023-03-01", "observer"); got != "MNG IRN AFG BLR" {
		t.Errorf("observers of the SCO in March 2023: %s", got)
	}
	if got := codes("2024-08-01", "member"); !strings.HasSuffix(got, "IRN BLR") {
		t.Errorf("members of the SCO in August 2024: %s", got)
	}
}

func TestSurname(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ lang, name, first string }{
		{"de", "Lawrow", "Q58217"},
		{"de", "Lawrows", "Q58217"},
		{"en", "Lavrov", "Q58217"},
		{"de", "Selenskyj", "Q3874799"},
		{"en", "Erdogan", "Q39259"},
		{"de", "Erdoğan", "Q39259"},
		{"en", "von der Leyen", "Q60772"},
		{"en", "al-Assad", "Q44329"},
	} {
		got := b.Surname(c.lang, c.name)
		if len(got) == 0 || got[0].ID != c.first {
			t.Errorf("%s %s: %v", c.lang, c.name, got)
		}
	}
}

func TestAdjectivesAndCompounds(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ lang, form, want string }{
		{"de", "US-amerikanischen", "USA/adjective"},
		{"de", "russisch-ukrainische", "RUS/adjective UKR/adjective"},
		{"de", "weißrussischer", "BLR/adjective"},
		{"de", "Belarusische", "BLR/adjective"},
		{"de", "Pekinger", "place:Beijing/adjective"},
		{"de", "schöne", ""},
		{"en", "Dutch", "NLD/adjective"},
	} {
		if got := describe(b.Adjective(c.lang, c.form)); got != c.want {
			t.Errorf("%s: %q, want %q", c.form, got, c.want)
		}
	}
	for _, c := range []struct{ form, want, rest string }{
		{"US-Angriff", "USA", "Angriff"},
		{"EU-Außenbeauftragte", "", "Außenbeauftragte"},
		{"Kremlchef", "RUS", "chef"},
		{"Palästinenserpräsident", "PSE", "präsident"},
		{"Ukrainekrieg", "UKR", "krieg"},
		{"Ukraine-Krieg", "UKR", "Krieg"},
		{"Iraner", "", ""},
		{"Angriff", "", ""},
	} {
		ms, rest := b.SplitCompound("de", c.form)
		state := ""
		if len(ms) > 0 {
			state = ms[0].Entity.State
		}
		if rest != c.rest || state != c.want {
			t.Errorf("%s: %s %q, want %s %q", c.form, describe(ms), rest, c.want, c.rest)
		}
	}
	if ms := b.CompoundPrefix("de", "Uno-"); len(ms) != 1 || ms[0].Entity.ID != "Q1065" {
		t.Errorf("Uno-: %s", describe(ms))
	}
}

func TestPlaces(t *testing.T) {
	b := base(t)
	for code, name := range map[string]string{"UKR": "Kiew", "CHN": "Peking", "AFG": "Kabul", "PRT": "Lissabon", "GEO": "Tiflis", "IRQ": "Bagdad"} {
		c := b.Capital(code)
		if c == nil || c.Name("de") != name || b.StateOf(c) != b.ByCode(code) {
			t.Errorf("capital of %s: %v", code, c)
		}
	}
	for _, form := range []string{"Kiew", "Kyjiw", "Kiews", "Peking", "Beijing"} {
		ms, _ := b.Match("de", []string{form})
		if len(ms) != 2 || ms[0].Entity.Type != record.TypePlace || ms[1].Kind != Metonym || ms[1].Sector != "GOV" {
			t.Errorf("%s: %s", form, describe(ms))
		}
	}
}

// TestTables checks what the loader lets pass: every state has names and an
// adjective in both languages, and nothing is warned of.
func TestTables(t *testing.T) {
	b := base(t)
	for _, w := range b.Warnings() {
		t.Error(w)
	}
	has := map[[2]string]bool{}
	for _, x := range b.indexes {
		for _, p := range x.postings {
			if e := b.entities[p.entity]; e.Type == record.TypeState && (p.kind == Adjective || p.kind == Demonym) {
				has[[2]string{x.lang, e.State}] = true
			}
		}
	}
	for _, e := range b.entities {
		if e.Name("de") == "" || e.Name("en") == "" {
			t.Errorf("%s has no name", e.ID)
		}
		if e.Kind != "state" {
			continue
		}
		for _, lang := range []string{"de", "en"} {
			if !has[[2]string{lang, e.State}] {
				t.Errorf("%s has no adjective in %s", e.de, lang)
			}
		}
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	good := map[string]string{
		"states.tsv": "AAA\tAA\tQ1\tstate\t\t\tA-Land\n", "places.tsv": "# none\n", "organisations.tsv": "# none\n",
		"names.tsv": "AAA\tde\tadjective\taländisch\n", "people.tsv": "x:p\tAAA\t1\tPaul P.\n",
		"offices.tsv": "x:p\tAAA\thead_of_state\t2001\t2002\n", "memberships.tsv": "# none\n", "weak.tsv": "# none\n",
	}
	for _, c := range []struct{ file, text, want string }{
		{"states.tsv", "AAA\tAA\tQ1\tkingdom\n", "states.tsv:1: kind"},
		{"names.tsv", "# c\nBBB\tde\tshort\tB\n", "names.tsv:2: no entity"},
		{"names.tsv", "AAA\tde\tnot\tB-Land\n", "names.tsv:1: \"B-Land\" is no name"},
		{"people.tsv", "p\tAAA\t1\tPaul P.\n", "people.tsv:1: id"},
		{"people.tsv", "x:p\tBBB\t1\tPaul P.\n", "people.tsv:1: x:p: no state"},
		{"offices.tsv", "x:p\tAAA\thead_of_state\t2003\t2002\n", "offices.tsv:1: ends"},
		{"offices.tsv", "x:p\tAAA\tking\t2001\n", "offices.tsv:1: role"},
		{"offices.tsv", "x:p\tAAA\thead_of_state\t2001-13\n", "offices.tsv:1: date"},
		{"names.tsv", "AAA\tde\tshort\tB-Land\t\t2003\t2002\n", "names.tsv:1: ends"},
		{"places.tsv", "Q2\tAAA\tcity\t1\tA-Stadt\t\t91 10\n", "places.tsv:1: coordinates"},
		{"places.tsv", "Q2\tAAA\tcity\t1\tA-Stadt\t\t10\n", "places.tsv:1: coordinates"},
		{"organisations.tsv", "Q2\tigo\tIGO\t\tA-Bund\t\t2003\t2002\n", "organisations.tsv:1: ends"},
		{"memberships.tsv", "AAA\tAAA\tfriend\n", "memberships.tsv:1: membership"},
		{"codes.tsv", "AAA\tfips\tAA\n", "codes.tsv:1: system"},
		{"codes.tsv", "AAA\tcow\t2\nBBB\tcow\t2\n", "codes.tsv:2: no state"},
		{"codes.tsv", "AAA\tcow\t2\nAAA\tcow\t2\n", "codes.tsv:2: cow 2 stands"},
		{"weak.tsv", "de\tA\tb\n", "weak.tsv:1: 3 columns"},
		{"", "", ""},
	} {
		files := fstest.MapFS{}
		for name, text := range good {
			files["data/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		if c.file != "" {
			files["data/"+c.file] = &fstest.MapFile{Data: []byte(c.text)}
		}
		_, err := Read(files)
		if c.want == "" && err == nil {
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %q", c.file, c.text, err, c.want)
		}
	}
}
