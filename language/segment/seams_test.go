package segment

import (
	"strings"
	"testing"

	"depesche/report"
)

// Ends without a stop: a headline has been run into its text. What looks like one and is
// none stays whole.
func TestSeams(t *testing.T) {
	for _, text := range []string{
		"Gesetz gescheitert | Angeblich fehlten drei Stimmen.",
		"Minister kündigt Rücktritt an | Nach dem Streit will er nicht bleiben.",
		"Schnelle Hilfe für Bauern | Höhere Zuschüsse sollen ab Juli gezahlt werden.",
		"Streit um Hafen beigelegt | Arbeiter kehren an die Kräne zurück.",
		`Die Lage bleibt angespannt | "Wir brauchen Wasser", sagte ein Helfer.`,
		"Der Sprecher des Verbandes Helios sagte nichts.",
		"Vor Ort traf in Wien Außenminister Weber seinen Kollegen.",
		"Das sagte der Chef der Firma Kurz gestern.",
		"Die Partei will wie geplant Ende Juni abstimmen.",
		"Sie lasen das Buch Neue Wege und den Roman Der Fluss.",
		"Als Oskar in Alles wird besser spielt er gut.",
		"Per Knopfdruck wählen Sie das Programm.",
		"Die neu gewählten Abgeordneten trafen Vertreter der Bauern.",
		"Die Organisation Amnesty International warnt vor Folter.",
		"So heißt die Schule, die seit zehn Jahren sieglosen Gäste kommen.",
		"Er sprach in Den Haag mit der Presse.",
	} {
		checkCut(t, text)
	}
}

// A colon or semicolon between two full sentences ends the first, unless the second may be
// what somebody says, and could not be told from its own sentence.
func TestColons(t *testing.T) {
	for _, text := range []string{
		"Die Fabrik in Wien steht seit Tagen wieder leer: | Die Arbeiter streiken seit gestern.",
		"Der Minister sagte: Die Arbeiter streiken seit gestern.",
		"Der Minister sagte am Abend in Wien: | Die Arbeiter streiken seit gestern.",
		"Kritik kam gestern aus der Partei: Die Arbeiter streiken seit Wochen.",
		"Der Minister blieb hart: Die Arbeiter müssten warten.",
		"Die Fabrik in Wien steht seit Tagen leer: Wir haben kein Öl.",
		"Drei Länder nahmen teil: Togo, Mali und Niger.",
		"Das Motto: Die Stadt gehört allen.",
		"Das Haus ist alt; | Die Stadt will es kaufen.",
		"Das Haus ist alt; die Stadt will es kaufen.",
		"Er kaufte drei Häuser (alt: Die Dächer waren undicht) und verkaufte sie.",
	} {
		checkCut(t, text)
	}
}

// What is written without care: a small letter after a stop, a dash before a question.
func TestCareless(t *testing.T) {
	for _, text := range []string{
		"Das Essen war gut. | wir kommen wieder.",
		"Der Zug hielt an der Verw. am Markt.",
		"Er kam nicht. | 10. Viele Gäste gingen.",
		`Die Stadt verkauft das Haus. | - "Wer zahlt das?", fragt sie.`,
	} {
		checkCut(t, text)
	}
}

// checkCut wants a text cut where " | " stands in it.
func checkCut(t *testing.T, text string) {
	t.Helper()
	s, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Text: strings.ReplaceAll(text, " | ", " ")}
	s.Segment(r)
	var got []string
	for i := range r.Sentences {
		got = append(got, r.Cut(r.Sentences[i].Span))
	}
	if g := strings.Join(got, " | "); g != text {
		t.Errorf("got  %s\nwant %s", g, text)
	}
}

// Every feature has a name by which the table finds it again.
func TestFeatureNames(t *testing.T) {
	for f := range NumFeatures() {
		kind, values := FeatureName(int32(f))
		if values == "" {
			values = "-"
		}
		if got := featureOf(kind, values); got != f {
			t.Fatalf("feature %d is %q %q, which is %d", f, kind, values, got)
		}
	}
	for _, name := range [][2]string{{"around", "noun"}, {"around", "noun nothing"}, {"nothing", "-"}} {
		if got := featureOf(name[0], name[1]); got != -1 {
			t.Errorf("%q is feature %d", name, got)
		}
	}
	s := &seams{weights: make([]float32, NumFeatures())}
	for _, line := range [][]string{{"around", "noun nothing", "1"}, {"around", "noun noun", "much"}} {
		if s.weight(line) == nil {
			t.Errorf("no error for %q", line)
		}
	}
	n := &neighbours{}
	for _, line := range [][2]string{{"name", "Haag"}, {"nothing", "x"}} {
		if n.other(line[0], line[1]) == nil {
			t.Errorf("no error for %q", line)
		}
	}
}

// A learner sees the end that a reader would have to find.
func TestPlaces(t *testing.T) {
	s, err := ForLearning("de")
	if err != nil {
		t.Fatal(err)
	}
	head, text := "Streit um Hafen beigelegt", "Arbeiter kehren an die Kräne zurück."
	seen := map[int]bool{}
	s.Places(head+" "+text, []int{0, len(head) + 1}, func(at int, features []int32) {
		seen[at] = true
		if len(features) != len(kindsOfFeature) {
			t.Errorf("%d features, want %d", len(features), len(kindsOfFeature))
		}
	})
	if !seen[len(head)+1] || seen[strings.Index(head, "Hafen")] {
		t.Errorf("places %v", seen)
	}
	r := &report.Report{Text: head + " " + text}
	if s.Segment(r); len(r.Sentences) != 1 {
		t.Errorf("cut without anything learned: %d sentences", len(r.Sentences))
	}
}
