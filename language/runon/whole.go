package runon

import "depesche/report"

// least is the number of words, signs included, of the shortest sentence that is cut off.
const least = 3

// Whole says whether words, analysed as a sentence of their own, are one: a main clause has
// its finite verb in the second place, with what that helps, and a subject. A word that asks
// for more does not end it.
func (f *Finder) Whole(words []report.Word) bool {
	f.words = words
	last := &words[len(words)-1]
	if last.Form == ":" {
		return true // parts has seen its verb
	}
	if len(words) < least || asksForMore(last) {
		return false
	}
	for i := range words {
		if isFinite(&words[i]) && f.isMain(i) {
			if h := f.helped(i); (h != i || words[i].UPOS == report.VERB) && f.second(i, h) && f.hasSubject(h) {
				return true
			}
		}
	}
	return false
}

// asksForMore says whether a word cannot be the last of a sentence: an article, an adjective
// with an ending, a preposition, or what begins a clause.
func asksForMore(w *report.Word) bool {
	switch w.UPOS {
	case report.DET:
		return w.Feats.Is(report.PronType, "Art")
	case report.ADJ:
		return w.Feats.Get(report.MorphCase) != ""
	case report.ADP:
		return w.Rel != report.CompoundPrt
	case report.SCONJ, report.CCONJ:
		return true
	}
	return w.Feats.Is(report.PronType, "Int") || w.Feats.Is(report.PronType, "Rel")
}

// helped is the word that the verb i helps, or i.
func (f *Finder) helped(i int) int {
	if w := &f.words[i]; w.Head >= 0 && (w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop) {
		return int(w.Head)
	}
	return i
}

// second says whether the finite verb i, which helps word h, stands where it does in a main
// clause: one subject, object or the like before it, or the participle, if that comes first
// of all, and no phrase on both sides of it ("das verwickelte Unternehmen").
func (f *Finder) second(i, h int) bool {
	if h > 0 && h < i && f.words[i].Rel != report.Cop {
		return false // "verschoben wurde"
	}
	before := 0
	for k := range f.words[:i] {
		w := &f.words[k]
		switch w.Rel {
		case report.Nsubj, report.NsubjPass, report.Obj, report.Iobj, report.Obl, report.OblArg, report.OblAgent:
			if int(w.Head) == h {
				before++
			}
		case report.Det, report.DetPoss, report.Amod, report.Case:
			if int(w.Head) > i && int(w.Head) != h {
				return false
			}
		}
	}
	return before < 2
}

// hasSubject says whether word h has a subject.
func (f *Finder) hasSubject(h int) bool {
	for k := range f.words {
		if int(f.words[k].Head) != h {
			continue
		}
		switch f.words[k].Rel {
		case report.Nsubj, report.NsubjPass, report.Csubj, report.CsubjPass, report.Expl:
			return true
		}
	}
	return false
}
