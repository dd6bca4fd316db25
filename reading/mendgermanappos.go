package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// appositionObject makes an object of the noun that was taken for an apposition of
// the subject, where the one is singular and the other plural: "haben Soldaten
// Präsident Condé gestürzt", "zerstreute die Polizei Demonstranten".
func (m *mender) appositionObject(i int) {
	t := m.t
	s := t.head(i)
	if base(t.rel(i)) != report.Appos || s < 0 || i < s || base(t.rel(s)) != report.Nsubj || t.words[i].UPOS != report.NOUN || t.caseOf(i) != "" {
		return
	}
	v := t.head(s)
	if v < 0 || !isVerb(&t.words[v]) || t.child(v, report.Obj) >= 0 || t.child(s, report.Conj) >= 0 || m.d.measures(&t.words[s]) {
		return
	}
	for k := s + 1; k < i; k++ {
		if t.words[k].UPOS == report.PUNCT {
			return
		}
	}
	a, b := t.words[s].Feats.Get(report.Number), t.words[i].Feats.Get(report.Number)
	if a == "" || b == "" || a == b || !m.d.mayHaveObject(t.words[v].Lemma) {
		return
	}
	if !m.d.isRole(t, s) || !m.d.isRole(t, i) {
		return
	}
	m.hang(i, v, report.Obj)
}

// measures says whether a noun counts out what stands behind it: "eine Gruppe
// Demonstranten".
func (d *doc) measures(w *report.Word) bool {
	return d.isClass(w, "@measure-noun") || d.isClass(w, "@crowd")
}

// mayHaveObject says whether a line about a verb has an object.
func (d *doc) mayHaveObject(verb string) bool {
	for _, fr := range d.lex.Events.Of(verb, lexicon.Verb) {
		if mentions(fr.A, lexicon.Obj) || mentions(fr.B, lexicon.Obj) || hasSlot(fr, lexicon.Obj) {
			return true
		}
	}
	return false
}
