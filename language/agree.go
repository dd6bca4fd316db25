package language

import (
	"depesche/language/morph"
	"depesche/report"
)

// cells are the cases that a phrase may stand in, four cases (nominative,
// genitive, dative, accusative) by masculine, feminine, neuter and plural: bit
// 4*case + gender.
type cells uint16

const (
	allCells   cells = 0xffff
	nominative cells = 0x000f
	accusative cells = 0xf000
	plural     cells = 0x8888
)

// agreer finds what cases and numbers phrases may have, in languages whose
// dictionary tells cases. It has scratch space.
type agreer struct {
	dict *morph.Memo
	of   []cells // of every word, with its articles and adjectives
}

// phrases finds the cells of every noun with those of its articles and adjectives.
// heads count from 1.
func (g *agreer) phrases(words []report.Word, heads []int32) {
	g.of = g.of[:0]
	for i := range words {
		g.of = append(g.of, g.word(words[i].Form, words[i].UPOS))
	}
	for i := range words {
		if !modifies(words[i].Rel) {
			continue
		}
		h := heads[i] - 1
		if both := g.of[h] & g.of[i]; both != 0 {
			g.of[h] = both
		}
	}
}

// modifies says whether a word with the relation agrees with its noun.
func modifies(r report.Rel) bool {
	return r == report.Det || r == report.DetPoss || r == report.Amod
}

// word is the cells that the dictionary allows the form; all, if it does not tell.
func (g *agreer) word(form string, upos report.UPOS) cells {
	switch upos {
	case report.NOUN, report.DET, report.PRON, report.ADJ:
	default:
		return allCells
	}
	return g.either(form, upos, upos)
}

// either is the cells of the form's readings as one part of speech or the other; all, if
// the dictionary does not tell.
func (g *agreer) either(form string, one, other report.UPOS) cells {
	m := cells(0)
	for _, a := range g.dict.Analyses(form) {
		if a.UPOS == one || a.UPOS == other {
			m |= cellsOf(a.Feats)
		}
	}
	if m == 0 {
		return allCells
	}
	return m
}

func cellsOf(f report.Feats) cells {
	genders := cells(15)
	switch {
	case f.Is(report.Number, "Plur"):
		genders = 8
	case f.Is(report.Gender, "Masc"):
		genders = 1
	case f.Is(report.Gender, "Fem"):
		genders = 2
	case f.Is(report.Gender, "Neut"):
		genders = 4
	case f.Is(report.Number, "Sing"):
		genders = 7
	}
	switch f.Get(report.MorphCase) {
	case "Nom":
		return genders
	case "Gen":
		return genders << 4
	case "Dat":
		return genders << 8
	case "Acc":
		return genders << 12
	}
	return genders | genders<<4 | genders<<8 | genders<<12
}

// number is the cells of the number that the verb's finite form has; all, if it is
// not known. heads count from 1.
func number(words []report.Word, heads []int32, verb int) cells {
	finite := verb
	for i := range words {
		if int(heads[i]) == verb+1 && finiteAuxiliary(&words[i]) {
			finite = i
		}
	}
	if !words[finite].Feats.Is(report.VerbForm, "Fin") {
		return allCells
	}
	switch words[finite].Feats.Get(report.Number) {
	case "Sing":
		return allCells &^ plural
	case "Plur":
		return plural
	}
	return allCells
}

func finiteAuxiliary(w *report.Word) bool {
	switch w.Rel {
	case report.Aux, report.AuxPass, report.Cop:
		return w.Feats.Is(report.VerbForm, "Fin")
	}
	return false
}

// joined says whether others are coordinated with word i.
func joined(words []report.Word, heads []int32, i int) bool {
	for j := i + 1; j < len(words); j++ {
		if words[j].Rel == report.Conj && int(heads[j]) == i+1 {
			return true
		}
	}
	return false
}

// settle gives the phrase of word i the case that its relation asks for, where the
// forms allow it.
func (g *agreer) settle(words []report.Word, heads []int32, i int, want cells, name string) {
	if g.of[i]&want == 0 || words[i].Feats.Get(report.MorphCase) == "" {
		return
	}
	words[i].Feats = words[i].Feats.With(report.MorphCase, name)
	for j := range words {
		if int(heads[j]) == i+1 && modifies(words[j].Rel) && g.of[j]&want != 0 && words[j].Feats.Get(report.MorphCase) != "" {
			words[j].Feats = words[j].Feats.With(report.MorphCase, name)
		}
	}
}
