package reading

import (
	"strings"

	"depesche/report"
)

// genderOfNoun is what the form of a German noun for a single person says of who
// it is: 'f' of "die Ministerin", "die Frau"; 'm' of "der Mann"; 0 of nouns that
// say nothing, as "der Minister", which stands for both in older texts, or "die
// Person".
func genderOfNoun(w *report.Word) byte {
	if w.Feats.Is(report.Gender, "Fem") && (strings.HasSuffix(w.Lemma, "in") || strings.HasSuffix(w.Lemma, "rau") || strings.HasSuffix(w.Lemma, "utter") || strings.HasSuffix(w.Lemma, "ochter") || strings.HasSuffix(w.Lemma, "chwester")) {
		return 'f'
	}
	if w.Feats.Is(report.Gender, "Masc") && (strings.HasSuffix(w.Lemma, "ann") || strings.HasSuffix(w.Lemma, "Vater") || strings.HasSuffix(w.Lemma, "ohn") || strings.HasSuffix(w.Lemma, "ruder")) {
		return 'm'
	}
	return 0
}
