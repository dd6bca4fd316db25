package morph

import (
	"slices"
	"testing"

	"depesche/report"
)

func load(t testing.TB, lang string) *Dict {
	t.Helper()
	d, err := Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLemma(t *testing.T) {
	for _, c := range []struct{ lang, form, upos, feats, want string }{
		{"de", "Häusern", "NOUN", "Case=Dat|Number=Plur", "Haus"},
		{"de", "Rüstungsindustrien", "NOUN", "Case=Nom|Number=Plur", "Rüstungsindustrie"},
		{"de", "Raketenangriffen", "NOUN", "Case=Dat|Number=Plur", "Raketenangriff"},
		{"de", "US-Präsidenten", "NOUN", "Case=Gen|Number=Sing", "US-Präsident"},
		{"de", "EU-Außenbeauftragten", "NOUN", "Case=Dat|Number=Sing", "EU-Außenbeauftragte"},
		{"de", "Abgeordneter", "NOUN", "Case=Nom|Number=Sing", "Abgeordnete"},
		{"de", "Verletzten", "NOUN", "Case=Nom|Number=Plur", "Verletzte"},
		{"de", "traf", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "treffen"},
		{"de", "zusammengetroffen", "VERB", "VerbForm=Part", "zusammentreffen"},
		{"de", "zusammenzutreffen", "VERB", "VerbForm=Inf", "zusammentreffen"},
		{"de", "führen", "VERB", "VerbForm=Inf", "führen"},
		{"de", "größere", "ADJ", "Degree=Cmp", "groß"},
		{"de", "regierungsnahen", "ADJ", "", "regierungsnah"},
		{"de", "40jährigen", "ADJ", "", "40jährig"},
		{"de", "DER", "DET", "", "der"},
		{"de", "Ihnen", "PRON", "", "sie"},
		{"de", "uns", "PRON", "", "wir"},
		{"de", "Lukaschenkos", "PROPN", "Case=Gen", "Lukaschenko"},
		{"de", "Lukaschenkos", "ADJ", "Case=Nom", "Lukaschenko"},
		{"de", "Laos", "PROPN", "Case=Nom", "Laos"},
		{"de", "Klaus'", "PROPN", "Case=Gen", "Klaus"},
		{"de", "Deutschlands", "PROPN", "Case=Gen", "Deutschland"},
		{"de", "GIPFEL", "NOUN", "", "Gipfel"},
		{"de", "(", "PUNCT", "", "("},
		{"en", "leaders", "NOUN", "Number=Plur", "leader"},
		{"en", "met", "VERB", "Tense=Past", "meet"},
		{"en", "countries", "NOUN", "Number=Plur", "country"},
		{"en", "was", "AUX", "", "be"},
		{"en", "n't", "PART", "", "not"},
		{"en", "Putin", "PROPN", "Number=Sing", "Putin"},
		{"fr", "mots", "NOUN", "", "mots"},
	} {
		if got := load(t, c.lang).Lemma(c.form, report.ParseUPOS(c.upos), report.ParseFeats(c.feats)); got != c.want {
			t.Errorf("%s %s %s: lemma %q, want %q", c.form, c.upos, c.feats, got, c.want)
		}
	}
}

func TestCompound(t *testing.T) {
	d := load(t, "de")
	for _, c := range [][3]string{
		{"Truppenabzug", "Truppe", "Abzug"}, {"US-Angriff", "US", "Angriff"}, {"Ukraine-Krieg", "Ukraine", "Krieg"},
		{"Rüstungsindustrie", "Rüstung", "Industrie"}, {"Bombenanschlag", "Bombe", "Anschlag"}, {"Staatsbesuch", "Staat", "Besuch"},
		{"Bundesregierung", "Bund", "Regierung"}, {"Außenminister", "Außen", "Minister"}, {"Aufenthaltsort", "Aufenthalt", "Ort"},
		{"Notenbankchef", "Notenbank", "Chef"}, {"Großmacht", "Groß", "Macht"}, {"Gaslieferung", "Gas", "Lieferung"},
		{"Botschaft"}, {"Minister"}, {"Präsident"}, {"Demonstranten"}, {"Zivilisten"}, {"Abkommen"}, {"gehen"}, {"Vertreter"},
	} {
		m, h, ok := d.Compound(c[0])
		if ok != (c[1] != "") || ok && (m != c[1] || h != c[2]) {
			t.Errorf("%s: %q and %q, want %q and %q", c[0], m, h, c[1], c[2])
		}
	}
}

func TestAnalyses(t *testing.T) {
	d := load(t, "de")
	has := func(form string, u report.UPOS, feats string) bool {
		return slices.ContainsFunc(d.Analyses(form, nil), func(a Analysis) bool {
			f := report.ParseFeats(feats)
			return a.UPOS == u && a.Feats&f == f
		})
	}
	for _, c := range []struct {
		form  string
		upos  report.UPOS
		feats string
		want  bool
	}{
		{"Häuser", report.NOUN, "Case=Nom|Gender=Neut|Number=Plur", true},
		{"Häuser", report.NOUN, "Case=Dat|Number=Plur", false},
		{"Raketenangriffe", report.NOUN, "Case=Acc|Number=Plur", true},
		{"Der", report.DET, "Case=Nom|Number=Sing", true},
		{"zu", report.PART, "", true},
		{"Merkel", report.PROPN, "", true},
		{"xqzt", report.NOUN, "", false},
	} {
		if has(c.form, c.upos, c.feats) != c.want {
			t.Errorf("%s %s %s: want %v, have %v", c.form, c.upos, c.feats, c.want, d.Analyses(c.form, nil))
		}
	}
	for _, form := range []string{"Häuser", "der", "xqzt", "gehe", "Merkel"} {
		for _, c := range d.Classes(nil, form, false) {
			if c < 0 || int(c) >= d.NumClasses() {
				t.Errorf("%s: class %d", form, c)
			}
		}
	}
}

func TestRejoin(t *testing.T) {
	s := report.Sentence{Words: []report.Word{
		{Form: "Sie", Lemma: "sie", UPOS: report.PRON, Head: 1, Rel: report.Nsubj},
		{Form: "trafen", Lemma: "treffen", UPOS: report.VERB, Head: -1, Rel: report.Root},
		{Form: "zusammen", Lemma: "zusammen", UPOS: report.ADP, Head: 1, Rel: report.CompoundPrt},
	}}
	Rejoin(&s)
	Rejoin(&s)
	if got := s.Words[1].Lemma; got != "zusammentreffen" {
		t.Errorf("lemma %q", got)
	}
}

func FuzzLemma(f *testing.F) {
	f.Add("Rüstungs-industrie")
	f.Add("zu\x00ge\xff")
	f.Add("ÄÖÜ")
	f.Fuzz(func(t *testing.T, form string) {
		for _, lang := range []string{"de", "en", "xx"} {
			d := load(t, lang)
			d.Analyses(form, nil)
			d.Classes(nil, form, true)
			d.Compound(form)
			for u := report.ADJ; u <= report.X; u++ {
				d.Lemma(form, u, report.Feats(0).With(report.MorphCase, "Gen"))
			}
		}
	})
}

// twoForms is a dictionary of "ax" and "bx", which share their end, in one class.
var twoForms = []byte{0, 0, 1, 1, 0, 4, 'a', 'b', 'x', 0, ArcNew | ArcShared, ArcLast, ArcNew | ArcLast, ArcLast, 0, 0, 0, 0, 0, 0}

func TestParse(t *testing.T) {
	d, err := Parse("xx", gzipped(t, append([]byte(magic), twoForms...)))
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]bool{"ax": true, "bx": true, "a": false, "x": false, "cx": false, "axx": false, "": false} {
		if got := find(d, form) != nil; got != want {
			t.Errorf("%q is known: %v", form, got)
		}
	}
	for n := range twoForms {
		if _, err := Parse("xx", gzipped(t, append([]byte(magic), twoForms[:n]...))); err == nil {
			t.Errorf("%d bytes of a dictionary are read", n)
		}
	}
	for at, b := range map[int]byte{10: ArcLast, 11: 0, 13: 0, 14: 1, 16: 1, 17: 1} {
		bad := slices.Clone(twoForms)
		bad[at] = b
		if _, err := Parse("xx", gzipped(t, append([]byte(magic), bad...))); err == nil {
			t.Errorf("byte %d may be %d", at, b)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(twoForms)
	f.Fuzz(func(t *testing.T, b []byte) {
		z := gzipped(t, append([]byte(magic), b...))
		if d, err := Parse("de", z); err == nil {
			d.Lemma("Häuser", report.NOUN, 0)
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	d := load(b, "de")
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range []string{"Häusern", "Regierung", "Verhandlungen", "Raketenangriffe"} {
			d.Lemma(f, report.NOUN, 0)
		}
	}
}

func BenchmarkClasses(b *testing.B) {
	d := load(b, "de")
	var to []int32
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range []string{"der", "Regierung", "verhandelt", "Angriffe", "neuen"} {
			to = d.Classes(to[:0], f, false)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := read("de"); err != nil {
			b.Fatal(err)
		}
	}
}
