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

func TestNeighboursErrors(t *testing.T) {
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
		if len(features) != kindsOfFeature.Len() {
			t.Errorf("%d features, want %d", len(features), kindsOfFeature.Len())
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

// A place that the words leave in doubt is told to whoever reads further.
func TestDoubts(t *testing.T) {
	s, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text   string
		before string // what stands behind the doubt, "" for none
		want   Doubt  // without offset and score
	}{
		{"In der Stadt herrscht Ruhe: Soldaten bewachen die Brücken.", "Soldaten", Doubt{Colon: true}},
		{"Der Rat lehnt es ab, sagt heute Minister Weber dazu.", "Weber", Doubt{Never: true}},
		{"Am Abend sprach der Minister Weber dazu.", "Weber", Doubt{}},
		{"Das Motto: Soldaten bewachen die Brücken.", "", Doubt{}}, // what somebody says
		{"Er kam (zu spät: Soldaten bewachen die Brücken).", "", Doubt{}},
	} {
		r := &report.Report{Text: c.text}
		doubts := s.SegmentBy(r, nil, nil)
		found := false
		for i, d := range doubts {
			if i > 0 && d.At <= doubts[i-1].At {
				t.Errorf("%s: doubts out of order", c.text)
			}
			if c.before == "" && d.Colon {
				t.Errorf("%s: a doubt at the colon", c.text)
			}
			if c.before != "" && strings.HasPrefix(c.text[d.At:], c.before) {
				found = true
				if d.Colon != c.want.Colon || d.Never != c.want.Never {
					t.Errorf("%s: %+v, want %+v", c.text, d, c.want)
				}
			}
		}
		if c.before != "" && !found {
			t.Errorf("%s: no doubt before %s: %+v", c.text, c.before, doubts)
		}
	}
}
