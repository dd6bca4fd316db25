package knowledge

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes tables into a folder of their own.
func folder(t testing.TB, tables map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range tables {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestLoadWith: a user's lines win over the built-in ones.
func TestLoadWith(t *testing.T) {
	dir := folder(t, map[string]string{
		"people.tsv":      "# who\nx:test-person\tDEU\t2\tEmil Probefall\nQ567\tDEU\t3\tAngela Probe\n",
		"offices.tsv":     "x:test-person\tDEU\tforeign_minister\t2030-01-01\nQ7747\tRUS\thead_of_state\t2000\t2001\n",
		"memberships.tsv": "Q485207\tBLR DEU\tmember\t2020\n",
		"names.tsv":       "CHE\tde\talias\tTestland\nCHE\tde\tnot\tSchweiz\n",
	})
	b, err := LoadWith(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Holder("DEU", "foreign_minister", day(t, "2030-02-01")); len(got) == 0 || got[len(got)-1].ID != "x:test-person" {
		t.Errorf("foreign minister in 2030: %v", got)
	}
	if e := b.ByID("Q567"); e.Name("de") != "Angela Probe" {
		t.Errorf("Q567 is %s", e.Name("de"))
	}
	if _, n := b.Match("de", []string{"Angela", "Merkel"}); n == 2 {
		t.Error("the replaced line's name is still one")
	}
	if ms, n := b.Match("de", []string{"Testland"}); n != 1 || ms[0].Entity.State != "CHE" {
		t.Errorf("Testland: %v", ms)
	}
	if _, n := b.Match("de", []string{"Schweiz"}); n != 0 {
		t.Error("Schweiz was taken out and is still a name")
	}
	for _, e := range b.Holder("RUS", "head_of_state", day(t, "2023-02-01")) {
		if e.ID == "Q7747" {
			t.Error("the user's terms do not replace the built-in ones")
		}
	}
	var as []string
	for _, m := range b.Members("Q485207", day(t, "2023-03-01").From) {
		if m.Member.State == "BLR" || m.Member.State == "DEU" {
			as = append(as, m.Member.State+" "+m.As)
		}
	}
	if strings.Join(as, ", ") != "BLR member, DEU member" {
		t.Errorf("memberships: %v", as)
	}
}

func TestLoadWithRefuses(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"people.tsv", "x:a\tDEU\t1\tA B\n\nx:b\tXYZ\t1\tC D\n", "people.tsv:3: x:b: no state"},
		{"people.tsv", "x:a\tDEU\t1\tA B\n\xff\n", "people.tsv:2: not UTF-8"},
		{"offices.tsv", "Q1\tDEU\tmonarch\n", `offices.tsv:1: no entity "Q1"`},
		{"names.tsv", "DEU\tde\tnot\tUndeutschland\n", "names.tsv:1: "},
		{"names.tsv", "DEU\tde\tshort\tLand(e\n", "names.tsv:1: form"},
		{"poeple.tsv", "", "poeple.tsv: no table has this name"},
		{"notes.txt", "", "no table in it"},
	} {
		dir := folder(t, map[string]string{c.file: c.text})
		if _, err := LoadWith(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %q", c.file, c.text, err, c.want)
		}
	}
}

func TestCheck(t *testing.T) {
	dir := folder(t, map[string]string{
		"people.tsv": "x:a\tFRA\t1\tAnton Probefall\nx:b\tFRA\t1\tBert Probefall\nx:b\tFRA\t1\tBert Probefall\n",
		"offices.tsv": "x:a\tFRA\tforeign_minister\t2031\t2035\nx:b\tFRA\tforeign_minister\t2032\t2036\n" +
			"x:a\tFRA\tmayor\t2003\t2002\nx:a\tFRA\tmayor\t2004\t2008\t\tMayor\nx:a\tFRA\tmayor\t2006\t2009\t\tMayor\nx:c\tFRA\tmayor\t2004\n",
		"organisations.tsv": "x:o1\tigo\tIGO\t-\tProbebund\nx:o2\tigo\tIGO\t-\tProbebund\n",
	})
	got, err := Check(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i] = strings.TrimPrefix(got[i], dir+"/")
	}
	want := []string{
		"offices.tsv:1: foreign_minister of FRA: Jean-Noël Barrot", "offices.tsv:2: foreign_minister of FRA: Anton", "offices.tsv:2: foreign_minister of FRA: Jean", "offices.tsv:3: ends", "offices.tsv:5: x:a (Anton Probefall): mayor of FRA",
		`offices.tsv:6: no entity "x:c"`, `organisations.tsv:2: "Probebund" (de) means`, `organisations.tsv:2: "Probebund" (en) means`,
		"people.tsv:3: id x:b stands twice",
	}
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w) {
			t.Errorf("%s, want %s…", got[i], w)
		}
	}
}

// FuzzTables: no table of a user, however spoilt, makes the loader panic.
func FuzzTables(f *testing.F) {
	f.Add("people.tsv", "x:a\tFRA\t1\tAnton Probefall\n")
	f.Add("names.tsv", "FRA\tde\tadjective\tfränk(isch\n")
	f.Add("places.tsv", "x:p\tFRA\tcapital\t5\tPar~is*(e)\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !isTable(name) || strings.ContainsAny(name, "/\\\x00") || len(text) > 1<<12 {
			return
		}
		dir := folder(t, map[string]string{name: text})
		for _, problems := range []*[]error{nil, new([]error)} {
			files := builtIn(small(""))
			if files.over(dir) != nil {
				return
			}
			files.problems = problems
			_, _ = read(files)
		}
	})
}
