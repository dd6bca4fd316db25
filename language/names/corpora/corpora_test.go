package corpora

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/report"
)

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	const want = "Frau Olga/1 Brandt/2 fuhr nach Wieslau/5 ,\ndeutsche Ware"
	for _, c := range []struct{ name, text string }{
		{"a.tsv", "#\tsource\n1\tFrau\tO\tO\n2\tOlga\tB-PER\tO\n3\tBrandt\tI-PER\tO\n4\tfuhr\tO\tO\n5\tnach\tO\tO\n6\tWieslau\tB-LOC\tO\n7\t,\tO\tO\n\n1\tdeutsche\tB-LOCderiv\tO\n2\tWare\tB-ORGpart\tO\n"},
		{"a.conll.txt", "Frau O\nOlga I-PER\nBrandt I-PER\nfuhr O\nnach O\nWieslau I-LOC\n, O\n\ndeutsche O\nWare O\n"},
	} {
		ss, err := Read(file(t, c.name, c.text), "de")
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, s := range ss {
			var ws []string
			for _, w := range s {
				x := w.Form
				if w.Name != report.NameNone {
					x += "/" + string(rune('0'+w.Name))
				}
				ws = append(ws, x)
			}
			lines = append(lines, strings.Join(ws, " "))
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
	if _, err := Read(file(t, "a.doc", ""), "de"); !errors.Is(err, ErrFormat) {
		t.Errorf("error %v", err)
	}
}

func TestScore(t *testing.T) {
	var s Score
	p, i, l, o := report.NameBPerson, report.NameIPerson, report.NameBPlace, report.NameBOther
	s.Add([]report.NameTag{p, i, 0, l, o}, []report.NameTag{p, i, 0, l, o})
	s.Add([]report.NameTag{p, i, 0, l}, []report.NameTag{p, 0, 0, p})
	if got := s.Total(); got != (Count{Right: 2, Found: 4, Gold: 4}) || got.F1() != 0.5 {
		t.Errorf("total %+v, F1 %v", got, got.F1())
	}
	if !strings.Contains(s.String(), "first three") {
		t.Error(s.String())
	}
}

func TestBracketed(t *testing.T) {
	ss, err := Read(write(t, "own.txt", "# ours\n[PER Anna Berg] fährt zur [LOC Elbe].\nSie kommt.\n"), "de")
	if err != nil {
		t.Fatal(err)
	}
	if len(ss) != 2 {
		t.Fatalf("%d sentences, want 2", len(ss))
	}
	want := []report.NameTag{report.NameBPerson, report.NameIPerson, 0, 0, 0, report.NameBPlace, 0}
	if len(ss[0]) != len(want) {
		t.Fatalf("%d words, want %d", len(ss[0]), len(want))
	}
	for i, w := range ss[0] {
		if w.Name != want[i] {
			t.Errorf("%s: %v, want %v", w.Form, w.Name, want[i])
		}
	}
	for _, bad := range []string{"[PER Anna", "[CITY Aalen]", "[PER]", "[LOC [PER Aalen]]"} {
		if _, err := Read(write(t, "own.txt", "Gut.\n"+bad+"\n"), "de"); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v, want one with its line", bad, err)
		}
	}
}
