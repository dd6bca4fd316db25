package metrics

import (
	"errors"
	"strings"
	"testing"
)

func row(id, form, lemma, upos, feats, head, rel string) string {
	return strings.Join([]string{id, form, lemma, upos, "_", feats, head, rel, "_", "_"}, "\t") + "\n"
}

var gold = row("1", "Sie", "sie", "PRON", "Case=Nom|Polite=Form", "2", "nsubj") +
	row("2", "flog", "fliegen", "VERB", "Typo=Yes|Tense=Past", "0", "root") +
	row("3-4", "zum", "_", "_", "_", "_", "_") +
	row("3", "zu", "zu", "ADP", "_", "5", "case") +
	row("4", "dem", "der", "DET", "_", "5", "det") +
	row("5", "Gipfel", "Gipfel", "NOUN", "_", "2", "obl") +
	row("6", ".", ".", "PUNCT", "_", "2", "punct") + "\n"

func check(t *testing.T, s Scores, want map[string][3]int) {
	t.Helper()
	for name, w := range want {
		m := s.Get(name)
		if got := [3]int{m.Gold, m.System, m.Correct}; got != w {
			t.Errorf("%s: gold, system, correct %v, want %v", name, got, w)
		}
	}
}

func TestSame(t *testing.T) {
	s, err := Evaluate(strings.NewReader(gold), strings.NewReader(gold))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range s {
		if m.F1() != 1 || m.Gold == 0 {
			t.Errorf("%+v", m)
		}
	}
	check(t, s, map[string][3]int{"Tokens": {5, 5, 5}, "Words": {6, 6, 6}, "CLAS": {3, 3, 3}})
}

func TestOther(t *testing.T) {
	system := row("1", "Sie", "sie", "PRON", "Case=Acc|Polite=Form", "2", "obj") +
		row("2", "flog", "fliegen", "VERB", "Tense=Past", "0", "root") +
		row("3", "zum", "zu", "ADP", "_", "4", "case") +
		row("4", "Gipfel", "gipfel", "NOUN", "_", "2", "obl:arg") + "\n" +
		row("1", ".", ".", "PUNCT", "_", "0", "root") + "\n"
	s, err := Evaluate(strings.NewReader(gold), strings.NewReader(system))
	if err != nil {
		t.Fatal(err)
	}
	check(t, s, map[string][3]int{
		"Tokens": {5, 5, 5}, "Sentences": {1, 2, 0}, "Words": {6, 5, 4}, "UPOS": {6, 5, 4}, "UFeats": {6, 5, 3},
		"Lemmas": {6, 5, 3}, "UAS": {6, 5, 3}, "LAS": {6, 5, 2}, "CLAS": {3, 4, 2},
	})
}

func TestErrors(t *testing.T) {
	other := strings.ReplaceAll(gold, "Gipfel", "Gipfeln")
	if _, err := Evaluate(strings.NewReader(gold), strings.NewReader(other)); !errors.Is(err, ErrText) {
		t.Errorf("other text: %v", err)
	}
	_, err := Evaluate(strings.NewReader(gold), strings.NewReader("1\tx\n"))
	if err == nil || !strings.Contains(err.Error(), "system: line 1") {
		t.Errorf("bad line: %v", err)
	}
}

func FuzzEvaluate(f *testing.F) {
	f.Add(gold, gold)
	f.Add(gold, row("1", "Sieflogzum", "_", "X", "_", "0", "root")+row("2", "Gipfel.", "_", "X", "_", "1", "dep"))
	f.Fuzz(func(t *testing.T, a, b string) {
		_, _ = Evaluate(strings.NewReader(a), strings.NewReader(b))
	})
}
