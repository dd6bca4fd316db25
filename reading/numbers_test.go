package reading

import (
	"testing"

	"depesche/lexicon"
)

func TestReadNumeral(t *testing.T) {
	for _, c := range []struct {
		lang, form string
		min, max   float64
		suffix     string
		ok         bool
	}{
		{"de", "1.000.000", 1e6, 1e6, "", true},
		{"de", "1,5", 1.5, 1.5, "", true},
		{"de", "7000", 7000, 7000, "", true},
		{"de", "5–7", 5, 7, "", true},
		{"de", "12'500", 12500, 12500, "", true},
		{"de", "14.30", 0, 0, "", false},
		{"de", "30.", 0, 0, "", false},
		{"de", "3:2", 0, 0, "", false},
		{"de", "68-Jährige", 0, 0, "", false},
		{"en", "1,000,000", 1e6, 1e6, "", true},
		{"en", "2.5", 2.5, 2.5, "", true},
		{"en", "$5bn", 5, 5, "bn", true},
		{"en", "58%", 58, 58, "%", true},
		{"en", "2½", 2.5, 2.5, "", true},
		{"en", "8th", 0, 0, "", false},
		{"en", "G7", 0, 0, "", false},
		{"en", "F-22", 0, 0, "", false},
		{"en", "1990s", 0, 0, "", false},
		{"en", "007", 0, 0, "", false},
	} {
		n, ok := readNumeral(c.lang, c.form)
		if ok != c.ok || ok && (n.min != c.min || n.max != c.max || n.suffix != c.suffix) {
			t.Errorf("%s %q: got %v %v to %v %q, want %v %v to %v %q", c.lang, c.form, ok, n.min, n.max, n.suffix, c.ok, c.min, c.max, c.suffix)
		}
	}
}

func TestNumberWord(t *testing.T) {
	for _, c := range []struct {
		lang, form string
		min, max   float64
	}{
		{"de", "zweiundzwanzig", 22, 22},
		{"de", "dreihundertfünfzig", 350, 350},
		{"de", "hunderttausend", 1e5, 1e5},
		{"de", "zweitausenddreihundert", 2300, 2300},
		{"de", "zweieinhalb", 2.5, 2.5},
		{"de", "Milliarden", 1e9, 1e9},
		{"de", "Billion", 1e12, 1e12},
		{"de", "Dutzende", 24, 99},
		{"en", "trillion", 1e12, 1e12},
		{"en", "forty-two", 42, 42},
		{"en", "hundreds", 200, 999},
	} {
		lex, err := lexicon.Load(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := numberWord(lex, c.form, c.form)
		if !ok || got.min != c.min || got.max != c.max {
			t.Errorf("%s: got %v %v, want %v to %v", c.form, ok, got, c.min, c.max)
		}
	}
	lex, err := lexicon.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"Hundertschaft", "Tausendsassa", "Landhund", "unterhundert"} {
		if got, ok := numberWord(lex, w, w); ok {
			t.Errorf("%s: got %v, want no number", w, got)
		}
	}
}
