package train

import (
	"slices"
	"testing"

	"depesche/language/names"
)

// What a word is by its letters goes over to words that were not learned from.
func TestLetters(t *testing.T) {
	var words []Spelling
	for _, x := range []string{"Kolm", "Sarn", "Wies", "Dorf", "Tarn", "Birk", "Lehm", "Rost"} {
		words = append(words, Spelling{x + "ingen", 1 << names.LettersPlace}, Spelling{x + "owski", 1 << names.LettersSurname})
	}
	l := Letters(words, 10, 1)
	if !slices.Equal(l, Letters(words, 10, 1)) {
		t.Error("the same words give other weights")
	}
	sum := func(form string, kind int) (s int) {
		for _, r := range names.LetterRuns(form, nil) {
			s += int(l[r*names.NumLetters+kind])
		}
		return s
	}
	if p, s := sum("Vellingen", names.LettersPlace), sum("Vellingen", names.LettersSurname); p <= 0 || s >= 0 {
		t.Errorf("Vellingen: place %d, surname %d", p, s)
	}
	if p, s := sum("Vellowski", names.LettersPlace), sum("Vellowski", names.LettersSurname); p >= 0 || s <= 0 {
		t.Errorf("Vellowski: place %d, surname %d", p, s)
	}
}
