package knowledge

import (
	"os"
	"strings"
	"testing"
)

// TestTranscription: the pairs with "=" must meet, those with "/" must not.
func TestTranscription(t *testing.T) {
	rules, err := LoadTranscription()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/transcriptions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	meet, part := 0, 0
	err = eachLine("transcriptions.tsv", string(text), 3, func(r row) error {
		a, b := rules.Key(r.cell(1)), rules.Key(r.cell(2))
		switch r.cell(0) {
		case "=":
			if meet++; a != b {
				t.Errorf("line %d: %s (%s) and %s (%s) do not meet", r.line, r.cell(1), a, r.cell(2), b)
			}
		case "/":
			if part++; a == b {
				t.Errorf("line %d: %s and %s meet as %s", r.line, r.cell(1), r.cell(2), a)
			}
		default:
			return r.errorf("%q: want = or /", r.cell(0))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if meet < 120 || part < 40 {
		t.Errorf("%d pairs meet and %d part: want 120 and 40", meet, part)
	}
}

// TestTranscribed finds people under spellings that no table has, and nobody
// under a surname alone.
func TestTranscribed(t *testing.T) {
	b := base(t)
	for name, want := range map[string]string{
		"Alaksandr Łukaszenka": "Q2866",
		"Siergiej Ławrow":      "Q58217",
		"Sergueï Lavrov":       "Q58217",
		"Muammar Kadhafi":      "Q19878",
		"Lukaszenka":           "",
		"Niemand Nirgends":     "",
	} {
		got := ""
		if found := b.Transcribed(name); len(found) > 0 {
			got = found[0].ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func FuzzKey(f *testing.F) {
	rules, err := LoadTranscription()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Alexander Lukaschenko")
	f.Add("al-Dschubeir \xff - ’")
	f.Fuzz(func(t *testing.T, s string) {
		if k := rules.Key(s); strings.Contains(k, "  ") || strings.TrimSpace(k) != k && strings.TrimRight(k, " ") != k {
			t.Errorf("%q: key %q", s, k)
		}
	})
}
