package reading

import (
	"strings"
	"testing"

	"depesche/record"
	"depesche/report"
)

// linkWorker reads phrases and reports of one language.
func linkWorker(t *testing.T, lang string) func(text, day string) ([]Link, []record.Entity) {
	t.Helper()
	words, w := workers(t, lang)
	w.Explain()
	return func(text, day string) ([]Link, []record.Entity) {
		on, err := record.ParseEDTF(day)
		if err != nil {
			t.Fatal(err)
		}
		rep := &report.Report{ID: "test", Lang: lang, Text: text, Date: on}
		if err := words.Analyse(rep); err != nil {
			t.Fatal(err)
		}
		links, err := w.Links(rep)
		if err != nil {
			t.Fatal(err)
		}
		p, err := w.Phrase(rep)
		if err != nil {
			t.Fatal(err)
		}
		return links, p.Entities
	}
}

// TestLinks: whom words mean in a sentence. "-" is nobody known.
func TestLinks(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		read := linkWorker(t, lang)
		for _, c := range []struct{ lang, day, text, words, want string }{
			{"de", "2014-06-01", "Peking warnt vor Folgen.", "Peking", "China"},
			{"de", "2014-06-01", "Peking warnt. In Peking begann das Treffen.", "Peking 2", "Peking"},
			{"de", "2014-06-01", "Die Washington Post berichtete darüber.", "Washington Post", "Washington Post"},
			{"de", "2014-06-01", "George Washington war der erste Präsident.", "George Washington", "-"},
			{"de", "2014-06-01", "Paris Hilton kam nach Berlin.", "Paris Hilton", "-"},
			{"de", "2014-06-01", "Die japanisch-russischen Gespräche begannen.", "japanisch-russischen", "Japan"},
			{"de", "2014-06-01", "Die japanisch-russischen Gespräche begannen.", "japanisch-russischen 2", "Russland"},
			{"de", "2014-06-01", "Außenminister Kurz sprach mit Diplomaten.", "Kurz", "Sebastian Kurz"},
			{"de", "2003-02-01", "Der russische Außenminister Iwanow kam.", "Iwanow", "Igor Iwanow"},
			{"de", "2014-06-01", "Das meldete die Universität Hue am Montag.", "Hue", "Huế"},
			{"de", "2014-06-01", "Brüssel droht Polen.", "Brüssel", "Europäische Union"},
			{"de", "2014-06-01", "In Brüssel regnet es.", "Brüssel", "Brüssel"},
			{"en", "2014-06-01", "Michael Jordan played on.", "Michael Jordan", "-"},
			{"en", "2014-06-01", "Jordan closed its border.", "Jordan", "Jordan"},
			{"en", "2014-06-01", "Chad Kroeger sang.", "Chad Kroeger", "-"},
			{"en", "2014-06-01", "Chad sent troops to Mali.", "Chad", "Chad"},
			{"en", "2014-06-01", "They met in Atlanta, Georgia.", "Georgia", "-"},
			{"en", "2014-06-01", "Georgia and Russia talked.", "Georgia", "Georgia"},
			{"en", "2014-06-01", "The Boston Bruins won again.", "Boston Bruins", "-"},
			{"en", "2013-06-01", "Clinton spoke. Hillary Clinton had come from Rome.", "Clinton", "Hillary Clinton"},
			{"en", "2002-06-01", "President Omar El Bashir refused. Sudan stayed away.", "President Omar El Bashir", "Omar al-Bashir"},
			{"en", "2014-06-01", "US-Russian talks failed.", "Russian", "Russia"},
		} {
			if c.lang != lang {
				continue
			}
			links, _ := read(c.text, c.day)
			if got := linkOf(links, c.words); got != c.want {
				t.Errorf("%s %q: %s is %s, want %s", lang, c.text, c.words, got, c.want)
			}
		}
	}
}

// linkOf is the name of whom words are linked to; a number behind them counts their
// places.
func linkOf(links []Link, words string) string {
	nth := 1
	if s, ok := strings.CutSuffix(words, " 2"); ok {
		words, nth = s, 2
	}
	for _, l := range links {
		if l.Entity.Text != words {
			continue
		}
		if nth--; nth == 0 {
			if strings.HasPrefix(l.Entity.Linked, "no known") {
				return "-"
			}
			return l.Entity.Name
		}
	}
	return "nowhere"
}

// TestPhrase: whom a noun phrase stands for.
func TestPhrase(t *testing.T) {
	for _, c := range []struct{ lang, day, text, want string }{
		{"de", "2023-03-01", "Chinas Ministerpräsident", "Li Keqiang CHN GOV"},
		{"de", "2023-03-20", "der chinesische Ministerpräsident", "Li Qiang CHN GOV"},
		{"en", "2023-03-01", "the Chinese premier", "Li Keqiang CHN GOV"},
		{"de", "2014-06-25", "der iranische Präsident", "Hassan Rohani IRN GOV"},
		{"en", "2014-06-25", "the Iranian president", "Hassan Rouhani IRN GOV"},
		{"en", "2014-06-25", "police in Lagos", "police NGA COP"},
	} {
		_, es := linkWorker(t, c.lang)(c.text, c.day)
		got := ""
		if len(es) > 0 {
			got = es[0].Name + " " + es[0].State + " " + es[0].Sector
		}
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestWeights(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{strings.Replace(linkingTable, "surname\t0", "surname\tmuch", 1), `weight "much"`},
		{linkingTable + "surname\t1\t\n", "stands twice"},
		{linkingTable + "luck\t1\t\n", `no feature "luck"`},
		{strings.Replace(linkingTable, "\nsurname\t0", "\n# surname\t0", 1), `no weight for "surname"`},
	} {
		if _, err := readWeights(c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

// TestOfficeTitles: every line of titles.tsv is read.
func TestOfficeTitles(t *testing.T) {
	for n, line := range strings.Split(strings.TrimSpace(titlesTable), "\n") {
		if line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			t.Fatalf("titles.tsv:%d: %d columns, want 3", n+1, len(cells))
		}
		lemma, _, _ := strings.Cut(cells[1], "|")
		if got := officeTitles()[officeTitle{"de", lemma}]; got != cells[0] {
			t.Errorf("titles.tsv:%d: %s is %q, want %q", n+1, lemma, got, cells[0])
		}
	}
}
