package knowledge

import (
	"os"
	"slices"
	"strings"
	"testing"

	"depesche/record"
)

// TestAssertions holds names against what they mean on a day.
func TestAssertions(t *testing.T) {
	b := base(t)
	text, err := os.ReadFile("testdata/assertions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	err = eachLine("assertions.tsv", string(text), 4, func(r row) error {
		lines++
		want := r.cell(3)
		got := b.bearersOn(r.cell(1), r.cell(0), day(t, r.cell(2)).From)
		if strings.Join(got, "+") != want {
			t.Errorf("%s:%d: %s on %s is %s, want %s", r.file, r.line, r.cell(0), r.cell(2), strings.Join(got, "+"), want)
		}
		return nil
	})
	if err != nil || lines < 200 {
		t.Error(lines, "lines", err)
	}
}

// bearersOn gives who bears a whole name on a day, states by their codes, a weak
// bearer marked. Metonyms, and those who bore the name or existed at other times
// only, count where nobody else is left.
func (b *Base) bearersOn(lang, name string, on record.Day) []string {
	words := strings.Fields(name)
	all, n := b.Match(lang, words)
	if n != len(words) {
		return nil
	}
	for _, keep := range []func(Match) bool{
		func(m Match) bool { return m.Kind != Metonym },
		func(m Match) bool { return !m.During.Known() || m.During.Contains(on) },
		func(m Match) bool { return !m.Entity.Exists.Known() || m.Entity.Exists.Contains(on) },
	} {
		if slices.ContainsFunc(all, keep) {
			all = slices.DeleteFunc(all, func(m Match) bool { return !keep(m) })
		}
	}
	var out []string
	for _, m := range all {
		id := m.Entity.ID
		if m.Entity.Type == record.TypeState {
			id = m.Entity.State
		}
		if m.Weak {
			id += "?"
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
