package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// headlineVerb makes a verb of the present form in a sentence without any that
// was taken for a noun: "Protesters storm parliament", "Chad borders Sudan".
// What stands before it is its subject, the nominal behind it its object.
func (m *mender) headlineVerb() {
	t := m.t
	if m.anyFinite(-1) {
		return
	}
	for i := 1; i+1 < len(t.words); i++ {
		if m.presentForm(i) && m.headlineObject(i) {
			m.rootVerb(i, "Pres", m.verbOf(append([]string{t.words[i].Form}, thirdPerson(t.words[i].Form)...)...))
			return
		}
		if l := m.toldForm(i); l != "" {
			m.rootVerb(i, "Past", l)
			return
		}
		switch t.words[i].UPOS {
		case report.PUNCT, report.SCONJ, report.VERB:
			return
		}
	}
}

// presentForm says whether a word in lower case agrees as a listed verb in the
// present with the nominal before it: "junta extends", "rebels release".
func (m *mender) presentForm(i int) bool {
	t := m.t
	w, p := &t.words[i], &t.words[i-1]
	if w.UPOS != report.NOUN && w.UPOS != report.PROPN && !(w.UPOS == report.VERB && w.Rel == report.Compound) || startsUpper(w.Form) || t.child(i, report.Det) >= 0 || t.saxon(i-1) {
		return false
	}
	if p.UPOS != report.NOUN && p.UPOS != report.PROPN && !(p.UPOS == report.ADJ && i > 1) {
		return false
	}
	plural := p.UPOS == report.NOUN && strings.HasSuffix(p.Form, "s")
	if strings.HasSuffix(w.Form, "s") == plural {
		return false
	}
	if plural {
		return m.verbOf(w.Form) != ""
	}
	return m.verbOf(thirdPerson(w.Form)...) != ""
}

// thirdPerson is what a form in s may be the third person of.
func thirdPerson(form string) []string {
	stem := strings.TrimSuffix(form, "s")
	out := []string{stem}
	if e, ok := strings.CutSuffix(stem, "ie"); ok {
		out = append(out, e+"y")
	} else if e, ok := strings.CutSuffix(stem, "e"); ok {
		out = append(out, e)
	}
	return out
}

// verbOf is the first of some lemmas that is a verb of acts or relations.
func (m *mender) verbOf(lemmas ...string) string {
	for _, l := range lemmas {
		if m.d.lex.Events.Of(l, lexicon.Verb) != nil || m.d.lex.Relations.Of(l, lexicon.Verb) != nil {
			return l
		}
	}
	return ""
}

// headlineObject says whether a nominal begins right behind a word, and one
// that a noun of an act ("truce talks deadlock") would not have there.
func (m *mender) headlineObject(i int) bool {
	t := m.t
	x := &t.words[i+1]
	if m.d.inTime(m.sent, i+1) {
		return false
	}
	switch x.UPOS {
	case report.DET, report.PROPN, report.NUM:
		return true
	case report.ADJ:
		return i+2 < len(t.words) && isNominal(&t.words[i+2])
	case report.NOUN:
		w := &t.words[i]
		return !strings.HasSuffix(w.Form, "s") || m.d.lex.Events.Of(thirdPerson(w.Form)[0], lexicon.Noun) == nil || strings.HasSuffix(x.Form, "s")
	}
	return false
}

// toldForm is the lemma of a past form that a full sentence without a finite verb
// must have for its verb: behind a nominal that begins the sentence, and before
// an object ("Somali troops battled rebels.") or a preposition that lines of the
// verb ask for ("Hackers hacked into the network.").
func (m *mender) toldForm(i int) string {
	t := m.t
	w, p, x := &t.words[i], &t.words[i-1], &t.words[i+1]
	if t.words[len(t.words)-1].Form != "." || startsUpper(w.Form) || w.UPOS != report.VERB && w.UPOS != report.ADJ && w.UPOS != report.NOUN || w.Feats.Is(report.VerbForm, "Ger") || t.saxon(i-1) {
		return ""
	}
	if p.UPOS != report.PROPN && p.UPOS != report.NOUN || p.UPOS == report.NOUN && i == 1 && !strings.HasSuffix(p.Form, "s") && !m.isName(0) {
		return ""
	}
	for k := range i {
		switch t.words[k].UPOS {
		case report.NOUN, report.PROPN, report.ADJ, report.DET, report.NUM, report.CCONJ:
		default:
			return ""
		}
	}
	l := m.pastLemma(i)
	if l == "" || m.d.inTime(m.sent, i+1) {
		return ""
	}
	switch x.UPOS {
	case report.DET, report.PROPN, report.NUM:
		return l
	case report.ADJ, report.NOUN:
		if o := i + 1; x.UPOS == report.NOUN || o+1 < len(t.words) && isNominal(&t.words[o+1]) {
			return l
		}
	case report.ADP:
		if m.asksFor(l, lexicon.Slot(lower(x.Form))) {
			return l
		}
	}
	return ""
}

// pastLemma is the verb of acts that a word is a past form of, "" if none.
func (m *mender) pastLemma(i int) string {
	form := lower(m.t.words[i].Form)
	if l, ok := m.d.lex.Irregular[form]; ok && l != form {
		return m.verbOf(l)
	}
	if !strings.HasSuffix(form, "ed") {
		return ""
	}
	var space [6]string
	return m.verbOf(regularLemmas(form, space[:0])[1:]...)
}

// asksFor says whether a line of a verb that needs no object asks for a phrase.
func (m *mender) asksFor(verb string, prep lexicon.Slot) bool {
	for _, fr := range m.d.lex.Events.Of(verb, lexicon.Verb) {
		if fr.Type != "NONE" && hasSlot(fr, prep) && !hasSlot(fr, lexicon.Obj) {
			return true
		}
	}
	return false
}

// rootVerb makes word i the verb of its sentence.
func (m *mender) rootVerb(i int, tense, lemma string) {
	t := m.t
	w := t.words
	s := m.top(i-1, 0, i-1)
	o := i + 1
	for o < len(w)-1 && !isNominal(&w[o]) {
		o++
	}
	o = m.top(o, i+1, len(w)-1)
	for k := range w {
		h := t.head(k)
		switch {
		case k == i || k == s || k == o:
		case h < 0, h == i, h < i && k > i, h > i && k < i:
			m.side(k, i, s)
		}
	}
	w[i].Head, w[i].Rel, w[i].UPOS = -1, report.Root, report.VERB
	w[i].Feats = report.Feats(0).With(report.VerbForm, "Fin").With(report.Tense, tense)
	w[i].Lemma = lemma
	m.unname(i)
	w[s].Head, w[s].Rel = int16(i), report.Nsubj
	w[o].Head, w[o].Rel = int16(i), report.Obj
	if t.child(o, report.Case) >= 0 {
		w[o].Rel = report.Obl
	}
	m.changed = true
	m.replant()
}

// unname takes a verb out of the name that it was taken into; what went on with
// the name behind it begins anew.
func (m *mender) unname(i int) {
	w := m.t.words
	if w[i].Name == report.NameNone {
		return
	}
	w[i].Name = report.NameNone
	for k := i + 1; k < len(w); k++ {
		switch w[k].Name {
		case report.NameIPerson, report.NameIOrg, report.NameIPlace, report.NameIOther:
			w[k].Name = report.NameNone
		default:
			return
		}
	}
}

// side hangs a word that would cross the new verb on the subject, left of it,
// or on the verb.
func (m *mender) side(k, verb, subject int) {
	w := m.t.words
	if k < verb {
		w[k].Head = int16(subject)
		return
	}
	w[k].Head = int16(verb)
	if base(w[k].Rel) == report.Nmod {
		w[k].Rel = report.Obl
	}
}

// top is the highest word above k within a stretch.
func (m *mender) top(k, first, last int) int {
	for n := 0; n < last-first+1; n++ {
		h := m.t.head(k)
		if h < first || h > last {
			break
		}
		k = h
	}
	return k
}
