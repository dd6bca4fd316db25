package language

import "depesche/report"

// before makes prepositions of conjunctions that stand before a phrase: "während der
// Ferien begann …". What a conjunction opens ends in its verb, so a verb behind the first
// phrase, with more of the sentence behind it, is that of the sentence.
func (c *chooser) before(words []report.Word) {
	for i := range min(len(words), maxSentence) {
		w := &words[i]
		if w.UPOS != report.SCONJ || w.Head < 0 || !c.may(w.Form, report.ADP) || c.may(w.Form, report.CCONJ) {
			continue
		}
		switch w.Rel {
		case report.Case:
			w.UPOS = report.ADP
		case report.Mark:
			if noun := phraseBefore(words, i+1); noun >= 0 {
				toPreposition(words, i, noun)
			}
		}
	}
}

// phraseBefore is the noun of the phrase that begins at i, is no subject or object, and
// has the finite verb of a main clause behind it; -1 if there is none.
func phraseBefore(words []report.Word, i int) int {
	noun := -1
	for start := i; i < min(len(words), maxSentence); i++ {
		w := &words[i]
		switch w.UPOS {
		case report.NOUN, report.PROPN:
			if noun < 0 || int(w.Head) < start || int(w.Head) > i {
				noun = i
			}
		case report.DET, report.ADJ, report.NUM, report.ADV:
		case report.VERB, report.AUX:
			if noun >= 0 && roleOf(words[noun].Rel) == 0 && w.Feats.Is(report.VerbForm, "Fin") && i+1 < len(words) && words[i+1].UPOS != report.PUNCT {
				return noun
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// toPreposition makes word i the preposition of the noun, which belongs to what the
// conjunction was thought to open.
func toPreposition(words []report.Word, i, noun int) {
	verb := words[i].Head
	switch {
	case int(verb) != noun && !hangsOn(words, int(verb), noun):
		words[noun].Rel, words[noun].Head = report.Obl, verb
	case hangsOn(words, noun, i):
		return
	}
	words[i].UPOS, words[i].Rel, words[i].Head = report.ADP, report.Case, int16(noun)
}

// may says whether the dictionary has the form as that part of speech.
func (c *chooser) may(form string, u report.UPOS) bool {
	for _, a := range c.dict.Analyses(form) {
		if a.UPOS == u {
			return true
		}
	}
	return false
}

// eras hangs "v. Chr." and "n. Chr." on the year or century before them.
func eras(words []report.Word) {
	for i := 1; i+1 < min(len(words), maxSentence); i++ {
		if f := words[i].Form; f != "v." && f != "n." {
			continue
		}
		if year := &words[i-1]; words[i+1].Form == "Chr." && (year.UPOS == report.NUM || year.UPOS == report.NOUN) {
			era(words, i)
		}
	}
}

// era makes word i the preposition of the next, which hangs on the word before. If that
// hung on them, it takes their place.
func era(words []report.Word, i int) {
	year, preposition, chr := &words[i-1], &words[i], &words[i+1]
	top := preposition
	if preposition.Head == int16(i+1) {
		top = chr
	}
	switch {
	case !hangsOn(words, i-1, i) && !hangsOn(words, i-1, i+1):
	case (chr.Head == int16(i) || top == chr) && (year.Head == int16(i) || year.Head == int16(i+1)):
		year.Head, year.Rel = top.Head, top.Rel
	default:
		return
	}
	for k := max(0, i-maxDepth); k < min(len(words), i+maxDepth); k++ {
		if words[k].Head == int16(i) || words[k].Head == int16(i+1) {
			words[k].Head = int16(i - 1)
		}
	}
	preposition.UPOS, preposition.Rel, preposition.Head = report.ADP, report.Case, int16(i+1)
	chr.UPOS, chr.Rel, chr.Head = report.PROPN, report.Nmod, int16(i-1)
}

// maxDepth is how far up a tree, and away in a sentence, is looked, so that absurd
// sentences take linear time too.
const maxDepth = 100

// hangsOn says whether word i stands somewhere below word of, or too deep to tell.
func hangsOn(words []report.Word, i, of int) bool {
	h := int(words[i].Head)
	for range maxDepth {
		if h == of {
			return true
		}
		if h < 0 {
			return false
		}
		h = int(words[h].Head)
	}
	return true
}
