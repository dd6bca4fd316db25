package language

import (
	"strings"
	"testing"

	"depesche/report"
)

// Sentences that have run together are told from their analysis; " | " is where they are cut.
func TestRunons(t *testing.T) {
	a, err := Load("de")
	if err != nil {
		t.Fatal(err)
	}
	w := a.NewWorker()
	for _, text := range []string{
		// before a noun or a name, behind a verb or its particle
		"Die Opposition lehnt den Haushalt ab | Der Minister verteidigte ihn am Montag im Parlament.",
		"Der Konzern schreibt wieder Gewinne | Präsident Müller dankte am Abend den Arbeitern.",
		"Das Gericht hat den Streik verboten | Gewerkschaften sprachen von einem Skandal.",
		"Die Grenze bleibt vorerst geschlossen | Österreich hatte die Kontrollen verlängert.",
		// a colon between main clauses, whatever the second begins with
		"Der Minister wurde gestern deutlich: | Beamte hätten die Akten vernichtet.",
		"Am Mittwoch steht die nächste Sitzung bevor: | Der Ausschuss will den Haushalt prüfen.",
		"In der Stadt herrscht wieder Ruhe: | Soldaten bewachen die Brücken.",
		// no sentences of their own, or not told safely
		"Die Opposition lehnt den Haushalt ab Minister Weber verteidigte ihn am Montag im Parlament.",
		"Die Regierung in Wien und Bürgermeister Huber sprachen gestern über den Haushalt.",
		"Der Konzern bietet neue Kurse zum Thema Sicherheit und richtet sich an Lehrer.",
		"Das in den Streit verwickelte deutsche Unternehmen Helvion stellt den Betrieb ein.",
		"Der Sprecher antwortete: Das Lager bleibt geschlossen.",
		"Die Behörde habe ihm gesagt: Das Lager bleibt geschlossen.",
		"Sie zeigten den Film Asphalt 5: Die Rückkehr im Kino der Stadt.",
		"Wer zahlt, ist offen, aber: Die Stadt braucht das Geld.",
		"Die Gäste kommen aus drei Ländern: Togo, Mali und Niger.",
	} {
		r := &report.Report{Lang: "de", Text: strings.ReplaceAll(text, " | ", " ")}
		if err := w.Analyse(r); err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range r.Sentences {
			got = append(got, r.Cut(r.Sentences[i].Span))
			checkTree(t, r.Sentences[i].Words)
		}
		if g := strings.Join(got, " | "); g != text {
			t.Errorf("got  %s\nwant %s", g, text)
		}
	}
}

// What is cut without a colon is analysed as if its sentences had stood in the report.
func TestRunonsAreAnalysedAnew(t *testing.T) {
	a, err := Load("de")
	if err != nil {
		t.Fatal(err)
	}
	w := a.NewWorker()
	r := &report.Report{Lang: "de", Text: "Das Gericht hat den Streik verboten Gewerkschaften sprachen von einem Skandal. Niemand kam."}
	if err := w.Analyse(r); err != nil {
		t.Fatal(err)
	}
	if len(r.Sentences) != 3 {
		t.Fatalf("%d sentences, want 3", len(r.Sentences))
	}
	again := &report.Report{Lang: "de", Text: r.Text}
	for _, s := range r.Sentences {
		words := make([]report.Word, len(s.Words))
		for i, x := range s.Words {
			words[i] = report.Word{Span: x.Span, Form: x.Form, Head: -1, Part: x.Part, Parts: x.Parts, Spaced: x.Spaced}
		}
		again.Sentences = append(again.Sentences, report.Sentence{Span: s.Span, Words: words})
	}
	a.Annotate(again)
	for i, s := range again.Sentences {
		for k, x := range s.Words {
			if got := r.Sentences[i].Words[k]; got != x {
				t.Errorf("%q is %+v, alone %+v", x.Form, got, x)
			}
		}
	}
}
