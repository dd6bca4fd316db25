package reading

import "depesche/report"

// predicateParticle joins a particle that was taken for a predicate to its verb:
// "sprach den Minister frei", "machte mobil", "stellte vier Milliarden bereit". It
// ends its clause, and the lexicon has the verb of the two.
func (m *mender) predicateParticle(i int) {
	t := m.t
	w := &t.words[i]
	v := t.head(i)
	if v < 0 || v >= i || w.UPOS != report.ADJ && w.UPOS != report.ADV || !isVerb(&t.words[v]) || i+1 < len(t.words) && t.words[i+1].UPOS != report.PUNCT {
		return
	}
	switch t.rel(i) {
	case report.Xcomp, report.Obj, report.Advmod, report.Obl:
	default:
		return
	}
	verb := lower(w.Form) + t.words[v].Lemma
	if t.caseOf(i) != "" || !m.d.verbListed(verb) {
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		t.words[c].Head = int16(v) // "vier Milliarden Dollar bereit"
	}
	t.words[v].Lemma, w.Rel = verb, report.CompoundPrt
	m.changed = true
	m.replant()
}

// bareReaction makes the finite verb of "Warschau reagierte empört" the head of
// the participle that was taken for its main verb.
func (m *mender) bareReaction(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Xcomp || v < i || t.words[i].UPOS != report.VERB || !t.words[i].Feats.Is(report.VerbForm, "Fin") || t.words[v].UPOS != report.VERB || t.words[v].Feats.Is(report.VerbForm, "Fin") || hasAux(t, v) {
		return
	}
	w := t.words
	w[i].Head, w[i].Rel = w[v].Head, w[v].Rel
	w[v].Head, w[v].Rel = int16(i), report.Xcomp
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if int(c) != i && (int(c) < i || w[c].Rel == report.Punct) {
			w[c].Head = int16(i)
		}
	}
	m.changed = true
	m.replant()
}

// objectBehindPlace takes a noun out of the name of a place before it: "trafen in
// Berlin Bundeskanzler Merz", "töteten im Sudan Bauern".
func (m *mender) objectBehindPlace(i int) {
	t := m.t
	place := t.head(i)
	if place != i-1 || t.words[i].UPOS != report.NOUN || base(t.rel(i)) != report.Flat && t.rel(i) != report.Appos || t.words[place].UPOS != report.PROPN || t.words[place].Name != report.NameBPlace {
		return
	}
	v := t.head(place)
	if v < 0 || v > place || !isVerb(&t.words[v]) || t.rel(place) != report.Obl || t.caseOf(place) == "" || t.child(v, report.Obj, report.Ccomp) >= 0 || t.child(v, report.Nsubj) < 0 {
		return
	}
	m.hang(i, v, report.Obj)
}
