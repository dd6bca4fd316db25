package reading

import (
	"slices"
	"testing"

	"depesche/record"
	"depesche/report"
)

// actsIn reads an English report as actsOf does.
func actsIn(t *testing.T, text string) []string {
	t.Helper()
	return actsOf(t, "en", text)
}

// readIn reads a report of 10 March 2023.
func readIn(t *testing.T, lang, text string) []record.Record {
	t.Helper()
	words, w := workers(t, lang)
	day := record.DayOf(2023, 3, 10)
	rep := &report.Report{ID: "test", Lang: lang, Text: text, Date: record.Interval{From: day, To: day}}
	if err := words.Analyse(rep); err != nil {
		t.Fatal(err)
	}
	rs, err := w.Read(rep)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// actsOf are the acts of a report as "TYPE actors>recipients".
func actsOf(t *testing.T, lang, text string) []string {
	t.Helper()
	rs := readIn(t, lang, text)
	var out []string
	for i := range rs {
		if rs[i].Kind == record.KindEvent {
			out = append(out, rs[i].Type+" "+states(rs[i].Actor)+">"+states(rs[i].Recipient))
		}
	}
	return out
}

func states(list []record.Entity) string {
	s := ""
	for i, e := range list {
		if i > 0 {
			s += "+"
		}
		if e.State != "" {
			s += e.State
			continue
		}
		s += e.Name
	}
	return s
}

func TestEnglishActs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Senior Hungarian and Romanian officials met in Vienna on Monday.", "CONSULT HUN+ROU>"},
		{"Russia said on Tuesday that Sudan must return the helicopter.", "REQUEST RUS>SDN"},
		{"Iran threatened on Monday to break relations with Norway.", "THREATEN IRN>NOR"},
		{"North and South Korea exchanged artillery fire on Thursday.", "ASSAULT PRK+KOR>"},
		{"The head of the World Bank, Ajay Banga, visited Kenya.", "CONSULT Ajay Banga>KEN"},
		{"In Cairo, the Arab League urged Syria to release the prisoners.", "REQUEST Arab League>SYR"},
		{"The European Union is preparing sanctions against Iran.", "SANCTION European Union>IRN"},
		{"A court in Minsk sentenced Ales Bialiatski to 10 years in prison. The EU demanded his release.", "REQUEST European Union>BLR"},
		{"Iran called the American strike \"illegal\".", "ACCUSE IRN>USA"},
		{"Mali, Burkina Faso and Niger left the bloc. France criticised the three countries.", "ACCUSE FRA>MLI+BFA+NER"},
		{"The Gulf state of Qatar warned Iran on Monday.", "THREATEN QAT>IRN"},
		{"The militant group Hezbollah attacked Israel.", "ASSAULT LBN>ISR"},
		{"Egypt called off talks with Sudan on Friday.", "REJECT EGY>SDN"},
		{"The People's Republic of China criticised Japan.", "ACCUSE CHN>JPN"},
		{"Turkey turned away boats of migrants on Sunday.", "COERCE TUR>"},
		{"Germany called on Iraq on Monday to release the prisoners.", "RETREAT IRQ>"},
		{"Fidan called on Iraq to ban the PKK.", "COERCE IRQ>"},
		{"The leaders of Poland's new government met President Emmanuel Macron.", "CONSULT POL+FRA>"},
	} {
		got := actsIn(t, c.text)
		if !slices.ContainsFunc(got, func(s string) bool { return len(s) >= len(c.want) && s[:len(c.want)] == c.want }) {
			t.Errorf("%q: want %s, got %v", c.text, c.want, got)
		}
	}
}

// codesNothing holds English texts to telling no act.
func codesNothing(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if got := actsIn(t, text); len(got) > 0 {
			t.Errorf("%q: want nothing, got %v", text, got)
		}
	}
}

func TestEnglishCodesNothing(t *testing.T) {
	codesNothing(t,
		"The striker beat the goalkeeper twice on Saturday.",
		"Tourists travelled to Spain in record numbers.",
		"Heavy rain destroyed the harvest in northern Italy.",
		"The band will launch its new album in May.",
	)
}

// TestIsTo holds "is to" and "said it would" to what they announce.
func TestIsTo(t *testing.T) {
	for text, want := range map[string]record.Status{
		"Kenya is to meet Tanzania on Friday.":     record.Planned,
		"Kenya is not to meet Tanzania on Friday.": record.Planned,
		"Kenya met Tanzania on Monday.":            record.Actual,
		"Ruto said Kenya would meet Tanzania.":     record.Planned,
		"Kenya would meet Tanzania.":               record.Hypothetical,
	} {
		words, w := workers(t, "en")
		day := record.DayOf(2023, 3, 8)
		rep := &report.Report{ID: "test", Lang: "en", Text: text, Date: record.Interval{From: day, To: day}}
		if err := words.Analyse(rep); err != nil {
			t.Fatal(err)
		}
		rs, err := w.Read(rep)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(rs, func(r record.Record) bool { return r.Type == "CONSULT" && r.Status == want }) {
			t.Errorf("%q: %+v, want CONSULT %s", text, rs, want)
		}
	}
}
