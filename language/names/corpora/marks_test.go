package corpora

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/report"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestMarks(t *testing.T) {
	key := Key([]string{"Anna", "Berg", "fährt", "nach", "Aalen", "."})
	m, err := ReadMarks(write(t, "marks.tsv", "# ours\n"+key+"\t1-2 PER\t5 LOC\n0123456789ab\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := "# sent_id = 1\n1\tAnna\t_\t_\t_\t_\t_\t_\t_\t_\n2\tBerg\t_\t_\t_\t_\t_\t_\t_\t_\n3\tfährt\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"4\tnach\t_\t_\t_\t_\t_\t_\t_\t_\n5\tAalen\t_\t_\t_\t_\t_\t_\t_\t_\n6\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\nSie\tsie\tPRO\nfährt\tfahren\tV\n"
	file := write(t, "text.conllu", text)
	ss, err := m.Sentences(file, "de")
	if err != nil {
		t.Fatal(err)
	}
	if len(ss) != 1 || len(ss[0]) != 6 {
		t.Fatalf("%d sentences, want the marked one", len(ss))
	}
	want := []report.NameTag{report.NameBPerson, report.NameBPerson + 1, 0, 0, report.NameBPlace, 0}
	for i, w := range ss[0] {
		if w.Name != want[i] {
			t.Errorf("%s: %v, want %v", w.Form, w.Name, want[i])
		}
	}
	if again, err := m.Sentences(file, "de"); err != nil || len(again) > 0 {
		t.Errorf("a sentence is given twice (%v)", err)
	}
}

func TestMarksWithFaults(t *testing.T) {
	key := Key([]string{"Aalen"})
	for text, want := range map[string]string{
		"aa\t2-1 PER\n":   "marks.tsv:1",
		"aa\t1 CITY\n":    "PER, ORG",
		"aa\naa\t1 PER\n": "marks.tsv:2",
		"aa\t0 PER\n":     "no name",
	} {
		if _, err := ReadMarks(write(t, "marks.tsv", text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
	m, err := ReadMarks(write(t, "marks.tsv", key+"\t1-2 LOC\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Sentences(write(t, "text.tsv", "Aalen\tAalen\tN\n"), "de"); err == nil || !strings.Contains(err.Error(), "word 2 of 1") {
		t.Errorf("error %v, want one about the name past the end", err)
	}
}

func TestJoinHyphens(t *testing.T) {
	const b, i = report.NameBPlace, report.NameBPlace + 1
	for _, c := range []struct {
		words string
		tags  []report.NameTag
		want  string
	}{
		{"die Elbe - Brücke", []report.NameTag{0, b, i, i}, "die Elbe-Brücke"},
		{"die EU - Staaten", []report.NameTag{0, 0, 0, 0}, "die EU-Staaten"},
		{"Baden - Baden - Oos", []report.NameTag{b, i, i, i, i}, "Baden-Baden-Oos"},
		{"Berlin - Köln", []report.NameTag{b, 0, b}, "Berlin - Köln"},
		{"Kant - Schüler", []report.NameTag{b, 0, 0}, "Kant - Schüler"},
		{"Textil - und Modemuseum", []report.NameTag{b, i, i, i}, "Textil- und Modemuseum"},
		{"- Köln -", []report.NameTag{0, b, 0}, "- Köln -"},
	} {
		var s []report.Word
		for k, f := range strings.Fields(c.words) {
			s = append(s, report.Word{Form: f, Name: c.tags[k]})
		}
		var got []string
		for _, w := range joinHyphens(s) {
			got = append(got, w.Form)
		}
		if x := strings.Join(got, " "); x != c.want {
			t.Errorf("%q: %q, want %q", c.words, x, c.want)
		}
	}
}
