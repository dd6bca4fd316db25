package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/report"
)

// cut shows the sentences of a text: tokens with spaces between, sentences with
// " | ", the parts of a contraction with "+".
func cut(t *testing.T, lang, text string) string {
	t.Helper()
	s, err := New(lang)
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Text: text}
	s.Segment(r)
	checkSpans(t, r)
	var out []string
	for _, s := range r.Sentences {
		var b strings.Builder
		for i, w := range s.Words {
			switch {
			case w.Part > 1:
				b.WriteByte('+')
			case i > 0:
				b.WriteByte(' ')
			}
			b.WriteString(w.Form)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " | ")
}

func checkSpans(t *testing.T, r *report.Report) {
	t.Helper()
	at := int32(r.Body)
	for _, s := range r.Sentences {
		if len(s.Words) == 0 || len(s.Words) > 2*MaxWords || s.Start < at {
			t.Fatalf("sentence %v of %d words after %d", s.Span, len(s.Words), at)
		}
		for i, w := range s.Words {
			if w.Part <= 1 && w.Start < at || w.Start >= w.End || w.Part > 1 && w.Span != s.Words[i-1].Span || !s.Covers(w.Span) {
				t.Fatalf("word %q %v after %d", w.Form, w.Span, at)
			}
			if w.Part == 0 && r.Cut(w.Span) != w.Form {
				t.Fatalf("form %q of %q", w.Form, r.Cut(w.Span))
			}
			at = w.End
		}
	}
}

func TestGerman(t *testing.T) {
	for _, c := range [][2]string{
		{"Der Botschafter a. D. Jan Wulff sprach u. a. Japan an.", "Der Botschafter a. D. Jan Wulff sprach u. a. Japan an ."},
		{"Frankfurt a. M. und d. h. Kassel.", "Frankfurt a. M. und d. h. Kassel ."},
		// headlines that have been run into their text
		{"„Es reicht“ „Wir gehen“", "„ Es reicht “ | „ Wir gehen “"},
		{`Neue Töne aus "Haus und Markt" Die Stadt plant um.`, `Neue Töne aus " Haus und Markt " | Die Stadt plant um .`},
		{`Er liest "Faust", "Nathan" und "Emilia".`, `Er liest " Faust " , " Nathan " und " Emilia " .`},
		{"Es ist kalt; Die Stadt heizt. Es ist kalt; die Stadt heizt.", "Es ist kalt ; | Die Stadt heizt . | Es ist kalt ; die Stadt heizt ."},
		{"Lage bleibt ernst SANTA CRUZ, 6. Juli (dpa). Es regnet.", "Lage bleibt ernst | SANTA CRUZ , 6. Juli ( dpa ) . | Es regnet ."},
		{"Lage bleibt ernst GENF (afp/ap). Es regnet.", "Lage bleibt ernst | GENF ( afp / ap ) . | Es regnet ."},
		{"Der Verein TSV GENF (gegründet 1900) tagt.", "Der Verein TSV GENF ( gegründet 1900 ) tagt ."},
		{"Am Abend demonstrierten Hunderte gegen die Putschisten.", "An+dem Abend demonstrierten Hunderte gegen die Putschisten ."},
		{"Alles gut! :-) Danach kam er :) so schnell.", "Alles gut ! :-) | Danach kam er :) so schnell ."},
		{"Zwei Bewerber Die Wahl beginnt am Sonntag.", "Zwei Bewerber | Die Wahl beginnt an+dem Sonntag ."},
		{"Regierung droht mit Abbruch Zuvor hatte der Rat getagt.", "Regierung droht mit Abbruch | Zuvor hatte der Rat getagt ."},
		{"(Siehe Seite 2) Es war kalt.", "( Siehe Seite 2 ) | Es war kalt ."},
		{"Sie las es in Die Presse und bei Die Linke.", "Sie las es in Die Presse und bei Die Linke ."},
		{"Das sagte die Zeitung Die Welt.", "Das sagte die Zeitung Die Welt ."},
		{"Er nannte „Die Räuber“ und „Nathan Der Weise“ Stücke.", "Er nannte „ Die Räuber “ und „ Nathan Der Weise “ Stücke ."},
		{"Der Gipfel beginnt am 1. März im 20. Jahrhundert. Dann endet er.", "Der Gipfel beginnt an+dem 1. März in+dem 20. Jahrhundert . | Dann endet er ."},
		{"Am 3. und 4. Mai tagt der 19. Parteitag.", "An+dem 3. und 4. Mai tagt der 19. Parteitag ."},
		{"König Friedrich II. kam. Papst Pius XII. Er starb.", "König Friedrich II. kam . | Papst Pius XII. | Er starb ."},
		{"Der Preis stieg auf 20. Merkel schwieg.", "Der Preis stieg auf 20 . | Merkel schwieg ."},
		{"Er kam 2019. Sie ging.", "Er kam 2019 . | Sie ging ."},
		{"„Wir gehen.“ Danach schwieg er.", "„ Wir gehen . “ | Danach schwieg er ."},
		{"»Kommt er?«, fragte Dr. A. Weber. »Ja!«", "» Kommt er ? « , fragte Dr. A. Weber . | » Ja ! «"},
		{"\"Nein!\" – so sagte er es.", "\" Nein ! \" – so sagte er es ."},
		{"Das kostet 1.000.000 Euro, d.h. 3,5 Mio. Dollar bzw. 33% mehr.", "Das kostet 1.000.000 Euro , d.h. 3,5 Mio. Dollar bzw. 33 % mehr ."},
		{"US-Präsident Biden, die Im- und Exporte, 5.000-mal", "US-Präsident Biden , die Im- und Exporte , 5.000-mal"},
		{"Truppen und -verbände der G7-Staaten", "Truppen und -verbände der G7-Staaten"},
		{"Peking, 1. März 2023 (dpa) – Chinas Präsident reist ab.", "Peking , 1. März 2023 ( dpa ) – Chinas Präsident reist ab ."},
		{"Mehr auf https://example.org/a?b=1. Mail: a.b@example.org!", "Mehr auf https://example.org/a?b=1 . | Mail : a.b@example.org !"},
		{"Es war vorbei ... Dann kam er… und ging.", "Es war vorbei ... | Dann kam er … und ging ."},
		{"Klaus' Rede. Merkel's Auto. So geht's.", "Klaus' Rede . | Merkel 's Auto . | So geht 's ."},
		{"Die Bürger:innen und die Grünen/EFA, 2022/23, 3:1, 14-20 Uhr, 2023-03-01", "Die Bürger:innen und die Grünen / EFA , 2022/23 , 3:1 , 14 - 20 Uhr , 2023-03-01"},
		{"Er ging (das war klar. Sehr klar.) nach Hause.", "Er ging ( das war klar . Sehr klar . ) nach Hause ."},
		{"Das Zimmer war klein.Das Bad auch.", "Das Zimmer war klein . | Das Bad auch ."},
		{"Gespräche beginnen\nKiew (dpa) - Sie reden.", "Gespräche beginnen | Kiew ( dpa ) - Sie reden ."},
		{"Sie reden vom Krieg usw. Der Minister z. B. schweigt zum Thema.", "Sie reden von+dem Krieg usw. | Der Minister z. B. schweigt zu+dem Thema ."},
		{"#Kiew: @amt meldet Nr. 5", "#Kiew : @amt meldet Nr. 5"},
	} {
		if d := cmp.Diff(c[1], cut(t, "de", c[0])); d != "" {
			t.Errorf("%s\n%s", c[0], d)
		}
	}
}

func TestEnglish(t *testing.T) {
	for _, c := range [][2]string{
		{"George W. Bush met U.S. Gen. J. K. Smith in the U.S. He left.", "George W. Bush met U.S. Gen. J. K. Smith in the U.S. | He left ."},
		{"The U.S.-led force can't re-elect three-year-olds.", "The U.S. - led force ca+n't re-elect three - year - olds ."},
		{"China's leaders don’t care; we cannot go. Cannot?", "China+'s leaders do+n’t care ; we can+not go . | Can+not ?"},
		{"It cost $5bn, 3.5 percent or US$20 at 5pm on Jan. 3.", "It cost $ 5 bn , 3.5 percent or US$ 20 at 5 pm on Jan. 3 ."},
		{"“We will go.” He left. \"Why?\" she asked.", "“ We will go . ” | He left . | \" Why ? \" she asked ."},
		{"BEIJING, March 1 (Reuters) - Apple Inc. fell. The states' rights.", "BEIJING , March 1 ( Reuters ) - Apple Inc. fell . | The states+' rights ."},
		{"‘Stop’ is what ‘we’ said, James’ words.", "‘ Stop ’ is what ‘ we ’ said , James+’ words ."},
		{"No. 5 is here. Is it? No. It was 20. Smith won.", "No. 5 is here . | Is it ? | No . | It was 20 . | Smith won ."},
		{"1. Go home at 5 p.m. The end.", "1. Go home at 5 p.m. | The end ."},
		{"O'Neill of AT&T said: iPhone sales rose!! Wow.", "O'Neill of AT&T said : iPhone sales rose !! | Wow ."},
	} {
		if d := cmp.Diff(c[1], cut(t, "en", c[0])); d != "" {
			t.Errorf("%s\n%s", c[0], d)
		}
	}
}

func TestBlocks(t *testing.T) {
	wrapped := "Die Regierung hat am Mittwoch nach langen Beratungen einen Plan\r\nvorgelegt, der Mieten senken soll. Die Opposition im Parlament\r\nlehnt ihn ab."
	for _, c := range [][2]string{
		{wrapped, "Die Regierung hat an+dem Mittwoch nach langen Beratungen einen Plan vorgelegt , der Mieten senken soll . | Die Opposition in+dem Parlament lehnt ihn ab ."},
		{"Streit um Öl\n\nOhne Ergebnis\n\nSie gingen.", "Streit um Öl | Ohne Ergebnis | Sie gingen ."},
		{"- Punkt eins\n- Punkt zwei\n- Punkt drei", "- Punkt eins | - Punkt zwei | - Punkt drei"},
	} {
		if d := cmp.Diff(c[1], cut(t, "de", c[0])); d != "" {
			t.Errorf("%s\n%s", c[0], d)
		}
	}
}

func TestBodyAndSpacing(t *testing.T) {
	s, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Text: "date 2023-03-01\nSie kommt zum Tor.", Body: 16}
	s.Segment(r)
	if len(r.Sentences) != 1 || r.Sentences[0].Start != 16 {
		t.Fatalf("%+v", r.Sentences)
	}
	w := r.Sentences[0].Words
	if w[2].Part != 1 || w[3].Part != 2 || w[3].Parts != 2 || w[3].Form != "dem" || w[2].Span != w[3].Span {
		t.Errorf("%+v", w[2:4])
	}
	if w[4].Spaced || !w[3].Spaced || !w[5].Spaced || w[0].Head != -1 {
		t.Errorf("%+v", w)
	}
}

func TestLongSentence(t *testing.T) {
	for _, c := range []struct {
		text  string
		first int
	}{
		{strings.Repeat("so ", 1000), 400},
		{strings.Repeat("so ", 299) + ", " + strings.Repeat("so ", 500), 300},
		{strings.Repeat("so ", 249) + "; " + strings.Repeat("so ,", 500), 250},
	} {
		s, _ := New("de")
		r := &report.Report{Text: c.text}
		s.Segment(r)
		if got := len(r.Sentences[0].Words); got != c.first {
			t.Errorf("first sentence has %d words, want %d", got, c.first)
		}
	}
}

func TestOtherLanguage(t *testing.T) {
	if got := cut(t, "fr", "Le président est mort. Vive le président !"); got != "Le président est mort . | Vive le président !" {
		t.Error(got)
	}
}

func FuzzSegment(f *testing.F) {
	f.Add("Am 1. März (dpa) – „Ja.“ US-Präsident's \xff\n\nz.B. A.B.\u2028 www.")
	f.Add("It's $5bn, can't; 'states' re-elected\r\n a@b.c U.S.-led 2023-03-0")
	f.Add("Streit um Öl \"Ja\", sagt A. B: Die C geht; Der D will E an F wird G (x) H. i. - \"J")
	var segmenters []*Segmenter
	for _, lang := range []string{"de", "en", "xx"} {
		s, err := New(lang)
		if err != nil {
			f.Fatal(err)
		}
		segmenters = append(segmenters, s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range segmenters {
			r := &report.Report{Text: text}
			s.Segment(r)
			checkSpans(t, r)
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	s, err := New("de")
	if err != nil {
		b.Fatal(err)
	}
	r := &report.Report{Text: strings.Repeat("Der Präsident reist am 1. März zum Gipfel, sagte US-Außenminister Weber (SPD). „Wir werden sehen“, so Dr. Klein. ", 40)}
	words := 0
	b.ReportAllocs()
	for b.Loop() {
		s.Segment(r)
		for _, s := range r.Sentences {
			words += len(s.Words)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// A dateline behind a headline is no part of a sentence.
func TestDatelineInside(t *testing.T) {
	s, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	for text, dateline := range map[string]string{
		"Regierung warnt\n\nGenf (KNA) – Es wird kalt.":        "Genf (KNA) – ",
		"Die Regierung warnt. Genf / Bern – Es wird kalt.":     "Genf / Bern – ",
		"Genf (KNA) – Es wird kalt. Die Regierung warnt sehr.": "Genf (KNA) – ",
	} {
		at := strings.Index(text, dateline)
		r := &report.Report{Text: text, Dateline: report.Span{Start: int32(at), End: int32(at + len(dateline))}}
		s.Segment(r)
		for _, x := range r.Sentences {
			if strings.Contains(r.Cut(x.Span), "Genf") {
				t.Errorf("%q: sentence %q", text, r.Cut(x.Span))
			}
		}
		if len(r.Sentences) != 2 {
			t.Errorf("%q: %d sentences, want 2", text, len(r.Sentences))
		}
	}
}
