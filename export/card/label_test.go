package card

import (
	"os"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
)

// TestEveryCodeHasWords holds the labels and the tables of both languages to
// the codes that records can have.
func TestEveryCodeHasWords(t *testing.T) {
	en, de := bothTables(t)
	labelled := func(kind, code string) {
		for _, lang := range Languages {
			if lookUp(lang, kind, code) == "" {
				t.Errorf("data/labels.tsv has no %s %s", kind, code)
			}
		}
	}
	said := func(typ, mode string) {
		if _, ok := en.acts[pair{typ, mode}]; !ok {
			t.Errorf("English cannot say %s %s", typ, mode)
		}
		if _, ok := de.acts[pair{typ, mode}]; !ok {
			t.Errorf("German cannot say %s %s", typ, mode)
		}
	}
	for _, typ := range record.Types() {
		said(typ, "-")
		labelled("type", typ)
		for _, mode := range record.Modes(typ) {
			if typ != "ACCUSE" || mode != "allege" { // said as its type
				said(typ, mode)
			}
			labelled("mode", mode)
		}
	}
	for _, s := range []record.Status{record.Actual, record.Planned, record.Expected, record.Possible, record.Desired, record.Demanded, record.Hypothetical} {
		labelled("status", string(s))
		if _, ok := de.status[pair{string(s), "-"}]; !ok {
			t.Errorf("German has no status %s -", s)
		}
	}
	for _, s := range register.PlanStatuses {
		labelled("plan", string(s))
	}
	for m := range en.measures {
		labelled("measure", m)
		if de.measures[m].words == "" {
			t.Errorf("German has no measure %s", m)
		}
	}
	for k := range en.relations {
		labelled("predicate", k[0])
		switch {
		case k[1] == "-":
		case k[0] == "holds_office":
			labelled("role", k[1])
		default:
			labelled("as", k[1])
		}
	}
	for _, form := range []string{"direct", "indirect", "document"} {
		labelled("form", form)
	}
}

// TestCodesOfRecords reads the pages of docs/records.md that list codes: each
// must have its words.
func TestCodesOfRecords(t *testing.T) {
	page, err := os.ReadFile("../../docs/records.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		for start, kind := range map[string]string{"| `measure`, `noun` |": "measure", "| `sector` | PLOVER:": "sector", "| `type` | `state`": "entity"} {
			if !strings.HasPrefix(line, start) {
				continue
			}
			n := 0
			for i, code := range strings.Split(strings.TrimPrefix(line, "| `"+strings.Split(start, "`")[1]+"`"), "`") {
				if i%2 == 1 && code != "noun" {
					n++
					if lookUp(German, kind, code) == "" || lookUp(English, kind, code) == "" {
						t.Errorf("data/labels.tsv has no %s %s", kind, code)
					}
				}
			}
			if n < 5 {
				t.Errorf("only %d codes of kind %s in docs/records.md: has its table changed?", n, kind)
			}
		}
	}
}

// TestWords reads the common nouns: each line has both languages, and what one
// says the other gives back.
func TestWords(t *testing.T) {
	all, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Errorf("%d words", len(all))
	}
	for _, c := range []struct {
		lang       Language
		noun, want string
	}{{German, "foreign ministry", "Außenministerium"}, {English, "Außenministerium", "foreign ministry"}, {German, "Kämpfer", "Kämpfer"}, {English, "Kämpfer", "fighter"}, {German, "gnu", "gnu"}} {
		if got := inWords(c.lang, c.noun); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.noun, got, c.want)
		}
	}
}

func TestLabelOfWhatIsNotListed(t *testing.T) {
	if got := Label(German, "measure", "rail_freight"); got != "rail freight" {
		t.Errorf("%q", got)
	}
	if got := Label(German, "type", "CONSULT"); got != "Gespräche" {
		t.Errorf("%q", got)
	}
}
