package petrarch

import (
	"fmt"
	"strings"
	"testing"

	"depesche/knowledge"
)

// small is a dictionary of our own making.
const small = `# actors
GRIMALDIA_ARMY_ ; ours
+ARMY_OF_GRIMALDIA_
	[CHEMIL]
EMILIA_TESTCASE_
+E._TESTCASE
	[CHEGOV 051122-100630] [CHEOPP >100701]
	[CHEELI]
HELVETIANS [CHE]
ANGELA_MERKEL_
	[DEUGOV >051122]
LEAGUE_OF_TRIALS_
	[IGO]
NOWHERE_MEN [QQQGOV]
NOTHING [---]

!PERSON! = MAN, WOMAN
TEST!PERSON! [~COP]
LAWGIVER {LAWGIVERS} [~LEG]
GHOST [~GHO]
`

func stop(err error) error { return err }

func TestImport(t *testing.T) {
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	im := NewImport(know)
	if err := Read("small.txt", strings.NewReader(small), im.Add, stop); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"people.tsv":        "x:d-emilia-testcase CHE 0 Emilia Testcase|E. Testcase   GOV",
		"offices.tsv":       "x:d-emilia-testcase CHE other 2005-11-22 2010-06-30   dictionary GOV; x:d-emilia-testcase CHE other 2010-07-01    dictionary OPP",
		"organisations.tsv": "x:d-grimaldia-army force MIL CHE Grimaldia Army|Army of Grimaldia Grimaldia Army|Army of Grimaldia; x:d-league-of-trials igo IGO  League of Trials League of Trials",
		"names.tsv":         "CHE en alias Helvetians",
		"agents.tsv":        "en testman|testwoman COP; en lawgiver|lawgivers LEG",
	}
	for table, w := range want {
		var rows []string
		if im.Tables[table] != nil {
			for _, r := range im.Tables[table].Rows {
				rows = append(rows, strings.Join(r, " "))
			}
		}
		if got := strings.Join(rows, "; "); got != w {
			t.Errorf("%s: %q, want %q", table, got, w)
		}
	}
	if n := im.Counts["of a code that is no state"]; n != 1 {
		t.Errorf("%d of no state, want 1", n)
	}
	if n := im.Counts["known already"]; n != 1 {
		t.Errorf("%d known already, want 1", n)
	}
	dir := t.TempDir() + "/mine"
	if err := knowledge.WriteTables(dir, im.Tables); err != nil {
		t.Fatal(err)
	}
	b, err := knowledge.LoadWith(dir)
	if err != nil {
		t.Fatal(err)
	}
	if s := b.Agent("en", "testwoman"); s != "COP" {
		t.Errorf("testwoman: %q", s)
	}
	if err := knowledge.WriteTables(dir, im.Tables); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("writing over tables: %v", err)
	}
}

func TestSpoilt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A_B [USAGOV 051322-060101]\n", `d:1: day "051322"`},
		{"A_B [USAGOV 060101-050101]\n", "d:1: code USAGOV 060101-050101 ends"},
		{"A_B\n\t[US]\n", `d:2: code "US"`},
		{"A_B\n\t[USAGOV\n", "d:2: [USAGOV: want codes in brackets"},
		{"+A_B [USA]\n", "d:1: +A_B [USA]: another spelling"},
		{"!X = A, B\n", `d:1: set "!X"`},
	} {
		err := Read("d", strings.NewReader(c.text), func(Entry) error { return nil }, stop)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
		var named []string
		text := c.text + "C_D [USAGOV]\n"
		n := 0
		err = Read("d", strings.NewReader(text), func(Entry) error { n++; return nil }, func(err error) error {
			named = append(named, err.Error())
			return nil
		})
		if err != nil || len(named) == 0 || n == 0 {
			t.Errorf("%q: %v, %d entries, %v", c.text, err, n, named)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("A {B,C} [~X] [USA <000101]\n\t[ABC 01-02]")
	know, err := knowledge.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		im := NewImport(know)
		_ = Read("d", strings.NewReader(text), im.Add, func(error) error { return nil })
		for name, table := range im.Tables {
			for _, r := range table.Rows {
				if s := fmt.Sprint(r); strings.ContainsAny(s, "\t\n") {
					t.Errorf("%s: row %q", name, r)
				}
			}
		}
	})
}
