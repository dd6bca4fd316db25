package language

import (
	"errors"
	"io/fs"

	"depesche/language/data"
	"depesche/language/morph"
	"depesche/report"
)

// voice knows how German tells active from passive: "werden" with a participle is
// passive, "haben" active, "sein" active with the verbs of sein.tsv. Whoever reads
// who did what to whom depends on it.
type voice struct {
	moves map[string]bool // verbs whose perfect has "sein"
}

// newVoice is nil for a language without a table.
func newVoice(lang string) (*voice, error) {
	name := lang + "/sein.tsv"
	if _, err := fs.Stat(data.Files, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	v := &voice{moves: map[string]bool{}}
	return v, data.Table(name, 1, func(f []string) error {
		v.moves[f[0]] = true
		return nil
	})
}

// fullVerbs makes the part of speech of verbs agree with their relation, as the
// German treebanks have it: an auxiliary without a verb beside it is one itself.
func fullVerbs(words []report.Word) {
	for i := range words {
		w := &words[i]
		auxiliary := w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop
		switch {
		case w.UPOS == report.AUX && !auxiliary:
			w.UPOS = report.VERB
		case w.UPOS == report.VERB && auxiliary:
			w.UPOS = report.AUX
		}
	}
}

// predicates makes finite verbs of adjectives that have a subject, but no copula, if
// the dictionary knows the form as one: "das Mehl reiche noch".
func predicates(memo *morph.Memo, words []report.Word) {
	for i := range words {
		w := &words[i]
		if w.UPOS != report.ADJ || !governs(words, i, report.Nsubj) || governs(words, i, report.Cop) || governs(words, i, report.Aux) {
			continue
		}
		for _, a := range memo.Analyses(w.Form) {
			if a.UPOS == report.VERB && a.Feats.Is(report.VerbForm, "Fin") {
				w.UPOS, w.Feats = report.VERB, a.Feats
				break
			}
		}
	}
}

// governs says whether a word hangs on word i by the relation; it is in the same
// piece of a long sentence.
func governs(words []report.Word, i int, rel report.Rel) bool {
	for k := max(0, i-maxWords); k < min(len(words), i+maxWords); k++ {
		if int(words[k].Head) == i && words[k].Rel == rel {
			return true
		}
	}
	return false
}

// auxiliaries are the lemmas of a verb's auxiliaries.
type auxiliaries struct{ werden, worden, haben, sein bool }

// settle makes the relations of auxiliaries and subjects of every participle agree
// with what its auxiliaries tell. Words have their lemmas.
func (v *voice) settle(words []report.Word) {
	for i := range words {
		w := &words[i]
		if w.UPOS != report.VERB || !w.Feats.Is(report.VerbForm, "Part") {
			continue
		}
		switch aux := auxiliariesOf(words, i); {
		case aux.worden, aux.werden && !aux.haben && !aux.sein:
			turn(words, i, report.Aux, report.AuxPass, "werden")
			turn(words, i, report.Nsubj, report.NsubjPass, "")
		case aux.haben, aux.sein && v.moves[w.Lemma]:
			turn(words, i, report.AuxPass, report.Aux, "")
			turn(words, i, report.NsubjPass, report.Nsubj, "")
		}
	}
}

func auxiliariesOf(words []report.Word, verb int) (a auxiliaries) {
	for i := range words {
		w := &words[i]
		if int(w.Head) != verb || w.Rel != report.Aux && w.Rel != report.AuxPass {
			continue
		}
		switch w.Lemma {
		case "werden":
			a.werden = true
			a.worden = a.worden || w.Form == "worden"
		case "haben":
			a.haben = true
		case "sein":
			a.sein = true
		}
	}
	return a
}

// turn changes a relation of the verb's dependents, those with the lemma if one is
// given.
func turn(words []report.Word, verb int, from, to report.Rel, lemma string) {
	for i := range words {
		if w := &words[i]; int(w.Head) == verb && w.Rel == from && (lemma == "" || w.Lemma == lemma) {
			w.Rel = to
		}
	}
}
