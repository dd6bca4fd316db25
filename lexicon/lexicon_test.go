package lexicon

import (
	"testing"

	"depesche/record"
)

func TestTablesLoad(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		x, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d event lines, %d relations, %d speech, %d status, %d roles", lang, len(x.Events.All), len(x.Relations.All),
			len(x.Speech.All), len(x.Status.All), len(x.Roles))
		if len(x.Events.All) < 600 {
			t.Errorf("%s: %d event lines, want at least 600", lang, len(x.Events.All))
		}
	}
}

func TestAllTypesCovered(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		x, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, f := range x.Events.All {
			seen[f.Type] = true
		}
		for _, typ := range record.Types() {
			if !seen[typ] {
				t.Errorf("%s: no line codes %s", lang, typ)
			}
		}
	}
}

func TestParsePattern(t *testing.T) {
	classes := map[string][]string{"@weapon": {"Waffe", "Rakete"}}
	p, err := parsePattern("liefern|schicken/V[obj=@weapon|Panzer,!mit,dat:state]", classes)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Lemmas) != 2 || p.Kind != Verb || len(p.Conds) != 3 || len(p.Conds[0].Lemmas) != 3 || !p.Conds[1].Not || p.Conds[2].Sort != "state" {
		t.Errorf("got %+v", p)
	}
	for _, bad := range []string{"", "x", "x/Q", "x/V[obj", "x/V[obj=@none]", "x/V[obj:sort]"} {
		if _, err := parsePattern(bad, classes); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
