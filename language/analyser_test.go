package language

import (
	"strings"
	"testing"

	"depesche/report"
)

func analyse(t testing.TB, lang, text string) *report.Report {
	t.Helper()
	a, err := Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Lang: lang, Text: text}
	if err := a.NewWorker().Analyse(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// arcs are relations that the analysis of a sentence must hold, written
// "relation(head, dependent)".
var arcs = []struct{ lang, text, want string }{
	{"de", "Der Minister traf am Mittwoch den Botschafter von Belarus.", "nsubj(traf, Minister) obj(traf, Botschafter) obl(traf, Mittwoch) nmod(Botschafter, Belarus)"},
	{"de", "Den Vertrag hat die Regierung gestern unterzeichnet.", "obj(unterzeichnet, Vertrag) nsubj(unterzeichnet, Regierung) aux(unterzeichnet, hat)"},
	{"de", "Das Abkommen wurde von beiden Seiten gebilligt.", "nsubj:pass(gebilligt, Abkommen) aux:pass(gebilligt, wurde)"},
	{"de", "Die Armee habe den Angriff abgewehrt, teilte der Sprecher mit.", "nsubj(abgewehrt, Armee) obj(abgewehrt, Angriff) nsubj(teilte, Sprecher) compound:prt(teilte, mit)"},
	{"de", "Der Präsident, der den Krieg begonnen hatte, wies die Vorwürfe zurück.", "nsubj(wies, Präsident) obj(wies, Vorwürfe) nsubj(begonnen, der) obj(begonnen, Krieg) acl:relcl(Präsident, begonnen)"},
	{"de", "Deutschland, Frankreich und Polen fordern schärfere Sanktionen.", "nsubj(fordern, Deutschland) conj(Deutschland, Frankreich) conj(Deutschland, Polen) obj(fordern, Sanktionen)"},
	{"de", "Der Präsident ist mit seinem Kollegen zusammengetroffen.", "nsubj(zusammengetroffen, Präsident) aux(zusammengetroffen, ist)"},
	{"de", "Das Gesetz ist vom Parlament verabschiedet worden.", "nsubj:pass(verabschiedet, Gesetz) aux:pass(verabschiedet, worden)"},
	{"de", "Den Botschafter bestellte das Außenministerium am Freitag ein.", "obj(bestellte, Botschafter) nsubj(bestellte, Außenministerium) compound:prt(bestellte, ein)"},
	{"de", "\"Wir werden das Bündnis ausbauen\", sagte der Minister.", "nsubj(sagte, Minister) parataxis(ausbauen, sagte) obj(ausbauen, Bündnis)"},
	{"en", "The minister met the ambassador of Belarus in Minsk on Wednesday.", "nsubj(met, minister) obj(met, ambassador) nmod(ambassador, Belarus) obl(met, Wednesday)"},
	{"en", "The treaty was signed by both sides.", "nsubj:pass(signed, treaty) aux:pass(signed, was)"},
	{"en", "Russia said that it would withdraw its troops.", "nsubj(said, Russia) ccomp(said, withdraw) nsubj(withdraw, it) obj(withdraw, troops)"},
	{"en", "The president, who started the war, rejected the claims.", "nsubj(rejected, president) obj(rejected, claims) acl:relcl(president, started)"},
}

func TestArcs(t *testing.T) {
	for _, c := range arcs {
		r := analyse(t, c.lang, c.text)
		got := map[string]bool{}
		for _, s := range r.Sentences {
			for _, w := range s.Words {
				if w.Head >= 0 {
					got[w.Rel.String()+"("+s.Words[w.Head].Form+", "+w.Form+")"] = true
				}
			}
		}
		for want := range strings.SplitSeq(c.want, ") ") {
			if want = strings.TrimSuffix(want, ")") + ")"; !got[want] {
				t.Errorf("%s\n  lacks %s; has %v", c.text, want, got)
			}
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := Load("xx"); err == nil {
		t.Error("no error")
	}
	if _, err := Load("../de"); err == nil {
		t.Error("no error")
	}
}

func BenchmarkAnalyse(b *testing.B) {
	a, err := Load("de")
	if err != nil {
		b.Fatal(err)
	}
	w := a.NewWorker()
	r := &report.Report{Lang: "de", Text: "Der Präsident traf am Mittwoch in Minsk den Außenminister der Ukraine, der zuvor von der Regierung in Kiew scharf kritisiert worden war, weil er einen Vertrag mit Russland unterzeichnet hatte."}
	if err := w.Analyse(r); err != nil {
		b.Fatal(err)
	}
	words := len(r.Sentences[0].Words)
	b.ReportAllocs()
	for b.Loop() {
		w.Annotate(r)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load("de"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTagsByRule holds what tables and the sentence settle against the network.
func TestTagsByRule(t *testing.T) {
	for _, c := range []struct{ text, form, want string }{
		{"Die Müllerin sagte, das Mehl reiche noch bis Mai.", "reiche", "VERB"},
		{"Nigerias Armee befreite Geiseln.", "befreite", "VERB"},
		{"Oberste Priorität hatte der Neubau.", "hatte", "VERB"},
		{"Das befreite Dorf hatte gefeiert.", "befreite", "ADJ"},
		{"Das befreite Dorf hatte gefeiert.", "hatte", "AUX"},
	} {
		for _, s := range analyse(t, "de", c.text).Sentences {
			for _, w := range s.Words {
				if w.Form == c.form && w.UPOS.String() != c.want {
					t.Errorf("%s: %s is %v, want %s", c.text, c.form, w.UPOS, c.want)
				}
			}
		}
	}
}
