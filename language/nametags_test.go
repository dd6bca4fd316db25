package language

import (
	"strings"
	"testing"

	"depesche/report"
)

// named are sentences with the names that must be found in them, most of them
// invented, and written "kind:name".
var named = []struct{ lang, text, want string }{
	{"de", "Die Ministerin Olga Brandstetter reiste am Montag nach Wieslau.", "PER:Olga Brandstetter|LOC:Wieslau"},
	{"de", "Jorvik Tandberg kritisierte die Regierung in Berlin.", "PER:Jorvik Tandberg|LOC:Berlin"},
	{"de", "Der Präsident von Kolmarien, Anton Resnik, sprach mit Maria Velden.", "LOC:Kolmarien|PER:Anton Resnik|PER:Maria Velden"},
	{"de", "Das Unternehmen Nordwerk AG verkauft seine Fabrik in Hamburg.", "ORG:Nordwerk AG|LOC:Hamburg"},
	{"de", "Die Regierung senkt die Steuern.", ""},
	{"en", "Minister Olga Brandstetter travelled to London on Monday.", "PER:Olga Brandstetter|LOC:London"},
	{"en", "Jorvik Tandberg criticised the government in Berlin.", "PER:Jorvik Tandberg|LOC:Berlin"},
	{"en", "The company sold its plant in Hamburg to Northwick Industries Ltd.", "LOC:Hamburg|ORG:Northwick Industries Ltd."},
	{"en", "The government lowered taxes.", ""},
}

func TestNamesAreFound(t *testing.T) {
	for _, c := range named {
		got := strings.Join(namesIn(analyse(t, c.lang, c.text)), "|")
		if got != c.want {
			t.Errorf("%s\n  has %q, want %q", c.text, got, c.want)
		}
	}
}

func namesIn(r *report.Report) []string {
	kinds := [...]string{"PER", "ORG", "LOC", "MISC"}
	var all []string
	for _, s := range r.Sentences {
		for _, w := range s.Words {
			switch {
			case w.Name == report.NameNone:
			case w.Name%2 == 1:
				all = append(all, kinds[w.Name/2]+":"+w.Form)
			default:
				all[len(all)-1] += " " + w.Form
			}
		}
	}
	return all
}

// BenchmarkNames is the share of names in the analysis: one sentence after another,
// nothing allocated.
func BenchmarkNames(b *testing.B) {
	r := analyse(b, "de", strings.Repeat("Die Ministerin Olga Brandstetter reiste am Montag nach Wieslau. ", 10))
	a, err := Load("de")
	if err != nil {
		b.Fatal(err)
	}
	w := a.NewWorker()
	words := r.Sentences[0].Words
	w.names.Tag(words)
	b.ReportAllocs()
	for b.Loop() {
		w.names.Tag(words)
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "words/s")
}

func TestWithoutNames(t *testing.T) {
	a, err := Load("de")
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Lang: "de", Text: "Angela Merkel reiste nach Ljungskile."}
	if err := a.WithoutNames().NewWorker().Analyse(r); err != nil {
		t.Fatal(err)
	}
	for _, w := range r.Sentences[0].Words {
		if w.Name != report.NameNone {
			t.Errorf("%s is a name", w.Form)
		}
	}
	if r = analyse(t, "de", r.Text); r.Sentences[0].Words[0].Name == report.NameNone {
		t.Error("the analyser itself finds no names any more")
	}
}
