package reading

import (
	"slices"
	"strings"
	"testing"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// quotationsOf reads a report and gives its quotations.
func quotationsOf(t *testing.T, lang, text string) (*report.Report, []Quotation) {
	t.Helper()
	words, w := workers(t, lang)
	day := record.DayOf(2023, 3, 10)
	rep := &report.Report{ID: "test", Lang: lang, Text: text, Date: record.Interval{From: day, To: day}}
	if err := words.Analyse(rep); err != nil {
		t.Fatal(err)
	}
	list, err := w.Quotations(rep)
	if err != nil {
		t.Fatal(err)
	}
	return rep, list
}

// speakerNames is what the speaker of a quotation is called.
func speakerNames(t *testing.T, text, quote string) []string {
	t.Helper()
	rep, list := quotationsOf(t, "de", text)
	for _, q := range list {
		if rep.Cut(q.Quote) == quote {
			return q.Names
		}
	}
	return nil
}

// quotedIn gives the quotations of a report as "form speaker: words".
func quotedIn(t *testing.T, lang, text string) []string {
	t.Helper()
	rep, list := quotationsOf(t, lang, text)
	var out []string
	for _, q := range list {
		who := "-"
		if len(q.Speaker) > 0 {
			who = rep.Cut(q.Speaker[0])
		}
		out = append(out, q.Form+" "+who+": "+rep.Cut(q.Quote))
	}
	return out
}

// TestQuotations has each class of quotation in sentences of our own: what must
// be read, and what must not.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want, not string }{
		{"verb of saying", "de", "Der Minister sagte, das Abkommen sei tot.", "indirect Der Minister: das Abkommen sei tot", ""},
		{"marks over several sentences", "de", "Die Präsidentin sagte: „Wir warten ab. Dann entscheiden wir. Niemand drängt uns.“",
			"direct Die Präsidentin: Wir warten ab. Dann entscheiden wir. Niemand drängt uns.", ""},
		{"Konjunktiv goes on", "de", "Der Minister sagte, das Abkommen sei tot. Es habe nie gegolten. Niemand habe es gelesen.",
			"continued Der Minister: Es habe nie gegolten. Niemand habe es gelesen", ""},
		{"after an act of speech", "de", "Der Iran stritt dies ab. Sein Programm diene dem Frieden.", "continued Der Iran: Sein Programm diene dem Frieden", ""},
		{"subordinate Konjunktiv I", "de", "Die Regierung beendet das Programm, weil es zu teuer sei.", "indirect Die Regierung: weil es zu teuer sei", ""},
		{"marks inside", "de", "Der Minister nannte den Plan „völlig unrealistisch“.", "direct Der Minister: völlig unrealistisch", ""},
		{"a name in marks", "de", "Die Zeitung „Der Abend“ berichtete von dem Treffen.", "reported Die Zeitung „Der Abend: Die Zeitung „Der Abend“ berichtete von dem Treffen", "direct"},
		{"sentence behind a colon", "de", "Der Minister sagte am Abend in Wien: Die Fabrik steht seit gestern still.", "direct Der Minister: Die Fabrik steht seit gestern still", ""},
		{"paragraph behind a colon", "de", "Der Minister sagte:\n\nDie Fabrik steht seit gestern still.", "direct Der Minister: Die Fabrik steht seit gestern still", ""},
		{"nobody speaks before a colon", "de", "Die Stadt hat ein Problem: Die Fabrik steht seit gestern still.", "", "direct"},
		{"named before a colon", "de", "BKA-Präsident Ziercke: „Das ist ein deutliches Signal an alle Täter.“", "direct BKA-Präsident Ziercke: Das ist ein deutliches Signal an alle Täter.", ""},
		{"marks alone", "de", "Kanzler Scholz lehnte den Plan ab. „Das wird es mit uns niemals geben.“", "direct Kanzler Scholz: Das wird es mit uns niemals geben.", ""},
		{"cue", "de", "Laut der Studie sinken die Preise.", "indirect der Studie: sinken die Preise", ""},
		{"paper with an article", "de", "Nach einer Analyse des Instituts brach das Seil.", "indirect einer Analyse des Instituts: brach das Seil", ""},
		{"an event is no source", "de", "Nach einer Untersuchung des Seils fuhr die Bahn wieder.", "", "indirect"},
		{"Demnach", "de", "Das Ministerium legte einen Bericht vor. Demnach sinken die Preise.", "indirect Demnach: sinken die Preise", ""},
		{"nach denen", "de", "Es gibt Gerüchte, nach denen der Minister zurücktritt.", "indirect denen: der Minister zurücktritt", ""},
		{"pointing back", "de", "Die Grenze bleibt geschlossen. Das teilte das Ministerium mit.", "indirect das Ministerium: Die Grenze bleibt geschlossen", ""},
		{"dass", "de", "Die Fahnder fanden heraus, dass die Firma Geld verschob.", "indirect Die Fahnder: dass die Firma Geld verschob", ""},
		{"dass of an effect", "de", "Der Regen führte dazu, dass die Straße gesperrt wurde.", "", "indirect"},
		{"so … dass", "de", "Der Sturm war so heftig, dass Bäume stürzten.", "", "indirect"},
		{"hearsay", "de", "Die Polizei sprach von einem Unfall. Der Fahrer soll am Steuer geschlafen haben.", "hearsay Die Polizei: Der Fahrer soll am Steuer geschlafen haben", ""},
		{"a plan is no hearsay", "de", "Die Brücke soll im Mai gebaut werden.", "", "hearsay"},
		{"hearsay goes on", "de", "Laut der Polizei brannte ein Lager. Zwei Männer sollen es angezündet haben. Sie sollen Benzin benutzt haben.",
			"hearsay der Polizei: Zwei Männer sollen es angezündet haben. Sie sollen Benzin benutzt haben", ""},
		{"source named only afterwards", "de", "Der Täter sei groß und trage einen Bart. Die Polizei bittet um Hinweise.", "continued Die Polizei: Der Täter sei groß und trage einen Bart", ""},
		{"told by a noun", "de", "Die Polizei geht von einem Unfall aus.", "reported Die Polizei: Die Polizei geht von einem Unfall aus", ""},
		{"no content told", "de", "Der Minister sagte die Reise ab.", "", "reported"},
		{"wie", "de", "Wie der Sprecher der Bahn, Karl Ott, am Abend mitteilte, fallen die Züge aus.", "indirect der Sprecher der Bahn, Karl Ott: fallen die Züge aus", ""},
		{"quoted by", "de", "Die Agentur zitierte den Bürgermeister mit den Worten: „Wir haben alles verloren, auch die Schule.“", "direct Die Agentur: Wir haben alles verloren, auch die Schule.", ""},
		{"afterwards", "de", "Die Polizei sprach von einem Unfall. Danach fuhr der Zug weiter.", "", "indirect"},
		{"whose account", "de", "Nach Grupps Meinung schadet das Gesetz den Firmen.", "indirect Grupps: schadet das Gesetz den Firmen", ""},
		{"beside an unlisted verb", "de", "Ein Drittel teilt die Haltung, das Land sei verloren.", "indirect Ein Drittel: das Land sei verloren", ""},
		{"Dies meldete", "de", "Ein Planet wurde entdeckt. Dies meldete die Sternwarte.", "indirect die Sternwarte: Ein Planet wurde entdeckt", ""},
		{"pointed back to by an agency that names its source", "de", "Die Küste bleibt gesperrt. Das meldet die Agentur unter Berufung auf die Marine.", "indirect die Agentur: Die Küste bleibt gesperrt", "indirect die Marine"},
		{"pointed back to in the sentence", "de", "Der Flug dauert länger, das entschied die Behörde.", "indirect die Behörde: Der Flug dauert länger", ""},
		{"a relative clause does not point back", "de", "Ein Plan kam von dem Amt, das vorschlug, zu warten.", "", "indirect das vorschlug: Ein"},
		{"infinitive of a charge", "de", "Die Fischer werden beschuldigt, im Park gejagt zu haben.", "indirect -: im Park gejagt zu haben", ""},
		{"infinitive that the parser cuts off", "de", "Der Verein wirft dem Amt vor, Akten vernichtet zu haben.", "indirect Der Verein: Akten vernichtet zu haben", ""},
		{"infinitive of a purpose", "de", "Um die Kosten zu senken, schließt die Firma das Werk.", "", "indirect"},
		{"a pronoun inside what is said", "de", "Die Kanzlei sagte, sie gehe davon aus, dass der Vertrag gilt.", "indirect Die Kanzlei: sie gehe davon aus, dass der Vertrag gilt", "indirect sie"},
		{"Konjunktiv goes on with a word of saying", "de", "Der Minister sagte, das Abkommen sei tot. Man gehe davon aus, dass niemand es vermisst.",
			"continued Der Minister: Man gehe davon aus, dass niemand es vermisst", "indirect -"},
		{"two clauses of one saying", "de", "Die Sprecherin betonte, ihr Land habe nicht die Absicht abzuziehen, auch eine Aufstockung sei nicht geplant.",
			"indirect Die Sprecherin: ihr Land habe nicht die Absicht abzuziehen, auch eine Aufstockung sei nicht geplant", ""},
		{"cue inside what is said", "de", "Der Sprecher sagte, dass nach Angaben der Feuerwehr drei Häuser brannten.", "indirect der Feuerwehr: drei Häuser brannten", ""},
		{"clause behind a comma without dass", "de", "Die Zeitung hatte gestern berichtet, drei Werke sollen geschlossen werden.", "indirect Die Zeitung: drei Werke sollen geschlossen werden", ""},
		{"wie … bekannt", "de", "Wie gestern bekannt wurde, sind zwei Seen verseucht.", "indirect -: sind zwei Seen verseucht", ""},
		{"heißt es", "de", "Die Hälfte der Fälle entfalle auf Asien, heißt es.", "indirect -: Die Hälfte der Fälle entfalle auf Asien", ""},
		{"laut with an extended attribute", "de", "Laut einer am Montag verbreiteten Mitteilung des Zirkus starb der Elefant.",
			"indirect einer am Montag verbreiteten Mitteilung des Zirkus: starb der Elefant", ""},
		{"zufolge behind a phrase", "de", "Ersten Angaben vom Montag zufolge gehörte das Boot einem Fischer.", "indirect Ersten Angaben vom Montag: gehörte das Boot einem Fischer", ""},
		{"ob", "de", "Es gibt Zweifel daran, ob die Maus das Haus in Brand setzte.", "indirect Zweifel: ob die Maus das Haus in Brand setzte", ""},
		{"an act that only modifies", "de", "Der von der Polizei angekündigte Einsatz blieb aus.", "", "reported"},
		{"so … and whose it is", "de", "Die Bahn fährt wieder, so das Ergebnis einer Prüfung, die der Verband bezahlt hatte.", "indirect das Ergebnis einer Prüfung: Die Bahn fährt wieder", ""},
		{"a verb that shares its subject sets nothing off", "de", "Die Polizei zählt sechs Tote, befürchtet aber weitere Opfer.", "", "indirect"},
		{"an effect is no content", "de", "Der Pilot meldete dem Turm einen Schaden, so dass die Bahn gesperrt wurde.", "", "indirect"},
		{"weder … noch from the first word on", "de", "Das wurde weder erklärt noch angekündigt.", "", "indirect"},
		{"an adverb is no content", "de", "Besorgt äußerte sich der Bürgermeister über die Lage.", "", "indirect"},
		{"zu inside a verb with zu", "de", "Der Kanzler hat angekündigt, im Mai zurückzutreten.", "indirect Der Kanzler: im Mai zurückzutreten", ""},
		{"an act partly in marks", "de", "Die Kirche forderte einen „offenen Umgang“ mit den Akten.", "reported Die Kirche: Die Kirche forderte einen „offenen Umgang“ mit den Akten", ""},
		{"a name in marks is the whole quotation", "de", "Der Minister nannte den Plan „völlig unrealistisch“.", "direct Der Minister: völlig unrealistisch", "reported"},
		{"als before the marks", "de", "Die Zeitungen bezeichneten die Polizei als „erstaunlich zurückhaltend“.", "direct Die Zeitungen: erstaunlich zurückhaltend", "direct Die Zeitungen: als"},
		{"soll after what is wanted", "de", "Das Ministerium will ein Fach einführen. Die Schulen sollen keinen Spielraum erhalten.", "hearsay Das Ministerium: Die Schulen sollen keinen Spielraum erhalten", ""},
		{"a reason nobody is named for", "de", "Als Ursache wurde ein Brand im Keller angegeben.", "reported -: Als Ursache wurde ein Brand im Keller angegeben", ""},
		{"judged with an adjective", "de", "Die Ärzte halten das Mittel für wirksam.", "reported Die Ärzte: Die Ärzte halten das Mittel für wirksam", ""},
		{"dermaßen … dass", "de", "Die Waage war dermaßen alt, dass niemand ihr traute.", "", "indirect"},
		{"an act that could only be", "de", "Der Verein wollte mehr Geld fordern.", "", "reported"},
		{"an act as a circumstance", "de", "Weil die Opposition den Rücktritt forderte, ging der Minister.", "", "reported"},
		{"victims claimed by a flood", "de", "Die Flut forderte drei Todesopfer.", "", "reported"},
		{"what nobody would say", "de", "Ein Sprecher wollte nicht bestätigen, dass die Insassen Soldaten waren.", "", "indirect"},
		{"who does not believe says so", "de", "Die Ministerin glaubt nicht, dass der Vertrag hält.", "indirect Die Ministerin: dass der Vertrag hält", ""},
		{"a title in marks", "de", "Die Demonstranten zogen unter dem Motto „Wir haben genug“ durch die Stadt.", "", "direct"},
		{"a name in marks with an article and a verb", "de", "Die Schule von „Jugend hilft“, erklärte der Verein, bleibt offen.", "", "direct Die Schule"},
		{"called in marks", "de", "Die Messe nennt sich „Forum Nord“.", "", "direct"},
		{"zu inside an unknown infinitive", "de", "Darin wird der König aufgefordert, bis zur Wahl einen Minister einzusetzen.", "indirect -: bis zur Wahl einen Minister einzusetzen", ""},
		{"a noun of saying with a light verb", "de", "Es besteht der Vorwurf der Regierung, Akten gestohlen zu haben.", "indirect der Vorwurf der Regierung: Akten gestohlen zu haben", ""},
		{"Konjunktiv II behind a noun of thinking", "de", "Nun wachsen Befürchtungen, das Seil könnte reißen.", "indirect Befürchtungen: das Seil könnte reißen", ""},
		{"English", "en", "The minister called the plan \"completely unrealistic\".", "direct The minister: completely unrealistic", ""},
		{"English marks over sentences", "en", "\"We will wait. Nobody is in a hurry,\" the minister said.", "direct the minister: We will wait. Nobody is in a hurry", ""},
		{"English told by a noun", "en", "The agency warned of a drought.", "reported The agency: The agency warned of a drought", ""},
		{"English cue", "en", "According to the study, prices fell.", "indirect the study: prices fell", ""},
	} {
		got := quotedIn(t, c.lang, c.text)
		if c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s: want %q, got %q", c.name, c.want, got)
		}
		if c.not != "" && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.not) }) {
			t.Errorf("%s: want no %s, got %q", c.name, c.not, got)
		}
	}
}

// TestThoughtLines has the examples of lines whose content is a quotation and no
// record.
func TestThoughtLines(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		x, err := lexicon.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range x.Speech.All {
			if f.Type != "thought" {
				continue
			}
			got := quotedIn(t, lang, f.Example)
			if !slices.ContainsFunc(got, func(s string) bool { who, _, _ := strings.Cut(s, ":"); return strings.Contains(who, f.Codes) }) {
				t.Errorf("%s: %q: want one of %s, got %q", f.Pos, f.Example, f.Codes, got)
			}
		}
	}
}
