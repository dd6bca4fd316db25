package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/language/names"
)

func table(t *testing.T, text string) (*names.Lists, spellings, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.tsv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l, s := &names.Lists{}, spellings{}
	return l, s, readKinds(file, "de", l, s)
}

func TestReadKinds(t *testing.T) {
	l, s, err := table(t, "# towns\nWieslau\ttown\nDie Neue Woche\tmedia\n\nTrainer\trole\n")
	if err != nil {
		t.Fatal(err)
	}
	// the town; three words with and two without the article, two of which begin longer ones; a head with ten endings
	if want := 1 + 3 + 2 + 10; l.Len() != want {
		t.Errorf("%d hashes, want %d", l.Len(), want)
	}
	if s["Wieslau"] != 1<<names.LettersPlace || len(s) != 1 {
		t.Errorf("spellings %v", s)
	}
}

func TestReadKindsNamesTheLine(t *testing.T) {
	_, _, err := table(t, "Wieslau\ttown\nKolm\tdream\n")
	if err == nil || !strings.Contains(err.Error(), "x.tsv:2: ") {
		t.Errorf("%v, want line 2", err)
	}
}

// Words that begin names of a kind are known once two names have them.
func TestParts(t *testing.T) {
	one, _, _ := table(t, "Bank Kolm\tcompany\n")
	two, _, _ := table(t, "Bank Kolm\tcompany\nBank Wieslau\tcompany\n")
	if a, b := one.Len(), two.Len(); a != 2 || b != 4 { // names, "Bank …", and "Bank" as a first word
		t.Errorf("%d and %d hashes, want 2 and 4", a, b)
	}
}

// The lists of the project are whole: every line has a known kind.
func TestListsOfTheProject(t *testing.T) {
	files, err := filepath.Glob("../lists/*/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d lists, %v", len(files), err)
	}
	for _, f := range files {
		l := &names.Lists{}
		if err := readKinds(f, filepath.Base(filepath.Dir(f)), l, spellings{}); err != nil || l.Len() == 0 {
			t.Errorf("%s: %d names, %v", f, l.Len(), err)
		}
	}
}

func TestTokens(t *testing.T) {
	if got := strings.Join(tokens(`Wer war’s? "Kolm" & Co.`), "|"); got != "Wer|war’s|?|Kolm|&|Co." {
		t.Error(got)
	}
}
