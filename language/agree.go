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
	dative     cells = 0x0f00
	accusative cells = 0xf000
	plural     cells = 0x8888
)

// agreer settles subject and object by case and number, in languages whose
// dictionary tells cases. It has scratch space.
type agreer struct {
	dict *morph.Dict
	buf  []morph.Analysis
	of   []cells
}

// agree exchanges or renames the relations of noun phrases whose forms do not
// allow them: a phrase that cannot be a nominative is no subject, one that cannot
// be an accusative no object. words are a piece of a sentence that begins at its
// word number at.
func (g *agreer) agree(words []report.Word, at int) {
	g.phrases(words, at)
	for v := range words {
		if words[v].UPOS != report.VERB {
			continue
		}
		subject, object := -1, -1
		for i := range words {
			switch {
			case int(words[i].Head) != at+v || words[i].UPOS == report.VERB:
			case words[i].Rel == report.Nsubj:
				subject = i
			case words[i].Rel == report.Obj:
				object = i
			}
		}
		g.verb(words, at, v, subject, object)
	}
}

// verb settles one verb's subject and object, -1 where it has none.
func (g *agreer) verb(words []report.Word, at, v, subject, object int) {
	number := g.number(words, at, v)
	switch {
	case subject >= 0 && object >= 0:
		wrong := !g.nominative(words, at, subject, number) || g.of[object]&accusative == 0
		if wrong && g.of[subject]&accusative != 0 && g.nominative(words, at, object, number) {
			words[subject].Rel, words[object].Rel = report.Obj, report.Nsubj
		}
	case subject >= 0 && g.of[subject]&nominative == 0:
		switch {
		case g.of[subject]&accusative != 0:
			words[subject].Rel = report.Obj
		case g.of[subject]&dative != 0:
			words[subject].Rel = report.OblArg
		}
	case object >= 0 && g.of[object]&accusative == 0:
		switch {
		case g.of[object]&nominative != 0 && g.nominative(words, at, object, number):
			words[object].Rel = report.Nsubj
		case g.of[object]&dative != 0:
			words[object].Rel = report.OblArg
		}
	}
}

// nominative says whether the phrase may be a nominative of the number (0 if not
// known).
func (g *agreer) nominative(words []report.Word, at, i int, number cells) bool {
	m := g.of[i] & nominative
	if number != 0 && !joined(words, at, i) {
		m &= number
	}
	return m != 0
}

// joined says whether others are coordinated with word i.
func joined(words []report.Word, at, i int) bool {
	for j := i + 1; j < len(words); j++ {
		if words[j].Rel == report.Conj && int(words[j].Head) == at+i {
			return true
		}
	}
	return false
}

// number is the cells of the number that the verb's finite form has, 0 if it is
// not known.
func (g *agreer) number(words []report.Word, at, v int) cells {
	finite := -1
	if words[v].Feats.Is(report.VerbForm, "Fin") {
		finite = v
	}
	for i := range words {
		if int(words[i].Head) == at+v && (words[i].Rel == report.Aux || words[i].Rel == report.AuxPass) && words[i].Feats.Is(report.VerbForm, "Fin") {
			finite = i
		}
	}
	if finite < 0 {
		return 0
	}
	switch words[finite].Feats.Get(report.Number) {
	case "Sing":
		return allCells &^ plural
	case "Plur":
		return plural
	}
	return 0
}

// phrases finds the cells of every noun with those of its articles and adjectives.
func (g *agreer) phrases(words []report.Word, at int) {
	g.of = g.of[:0]
	for i := range words {
		g.of = append(g.of, g.word(words[i].Form, words[i].UPOS))
	}
	for i := range words {
		h := int(words[i].Head) - at
		switch words[i].Rel {
		case report.Det, report.DetPoss, report.Amod:
			if h >= 0 && h < len(words) {
				if both := g.of[h] & g.of[i]; both != 0 {
					g.of[h] = both
				}
			}
		}
	}
}

// word is the cells that the dictionary allows the form; all, if it does not tell.
func (g *agreer) word(form string, upos report.UPOS) cells {
	switch upos {
	case report.NOUN, report.DET, report.PRON, report.ADJ:
	default:
		return allCells
	}
	g.buf = g.dict.Analyses(form, g.buf[:0])
	m := cells(0)
	for i := range g.buf {
		if g.buf[i].UPOS == upos {
			m |= cellsOf(g.buf[i].Feats)
		}
	}
	if m == 0 {
		return allCells
	}
	return m
}

func cellsOf(f report.Feats) cells {
	genders := cells(0)
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
	default:
		genders = 15
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
