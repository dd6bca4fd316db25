package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// pastOfAdjective makes a verb of a past tense that was taken for a predicate
// without a copula: "In Belgrad demonstrierten Studenten", "gewährte Kenia
// einen Kredit". What is a name behind its subject becomes its object.
func (m *mender) pastOfAdjective(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.ADJ && w.UPOS != report.X || startsUpper(w.Form) || !strings.HasSuffix(w.Form, "te") && !strings.HasSuffix(w.Form, "ten") {
		return
	}
	switch base(w.Rel) {
	case report.Root, report.Conj, report.Ccomp, report.Advcl, report.Parataxis:
	default:
		return
	}
	if t.child(i, report.Cop, report.Aux, report.AuxPass, report.Det) >= 0 || t.caseOf(i) != "" {
		return
	}
	verb := m.d.pastVerb(w)
	if verb == "" || t.child(i, report.Nsubj, report.NsubjPass, report.Obj) < 0 {
		return
	}
	w.UPOS, w.Lemma = report.VERB, verb
	w.Feats = w.Feats.With(report.VerbForm, "Fin").With(report.Mood, "Ind").With(report.Tense, "Past")
	object := t.child(i, report.Obj) >= 0
	for c := t.first[i]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch base(x.Rel) {
		case report.NsubjPass:
			x.Rel = report.Nsubj
		case report.Flat, report.Appos:
			if int(c) > i && isNominal(x) {
				x.Rel = report.Iobj
				if !object {
					x.Rel = report.Obj
				}
			}
		}
	}
	m.changed = true
}

// pastVerb is the infinitive of which a form may be the past tense, "" if the
// dictionary has none.
func (d *doc) pastVerb(w *report.Word) string {
	if d.participles == nil {
		return ""
	}
	v := d.participles.dict.Lemma(lower(w.Form), report.VERB, report.Feats(0).With(report.VerbForm, "Fin").With(report.Tense, "Past"))
	if v == lower(w.Form) || !strings.HasSuffix(v, "n") {
		return ""
	}
	return v
}

// adverbInLemma takes an adverb out of a verb's lemma that no line has so:
// "kritisierte Israel scharf" is kritisieren.
func (m *mender) adverbInLemma(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.CompoundPrt || h < 0 || !isVerb(&t.words[h]) {
		return
	}
	w := &t.words[h]
	verb, ok := strings.CutPrefix(w.Lemma, lower(t.words[i].Form))
	if !ok || t.words[i].UPOS == report.ADP && t.words[i].Form != "lang" || m.d.verbListed(w.Lemma) || !m.d.verbListed(verb) {
		return
	}
	w.Lemma = verb
}

// verbListed says whether any line is about the verb.
func (d *doc) verbListed(lemma string) bool {
	for _, frames := range [...]*lexicon.Frames{d.lex.Events, d.lex.Relations, d.lex.Speech, d.lex.Status} {
		if frames.Of(lemma, lexicon.Verb) != nil {
			return true
		}
	}
	return false
}

// accusativeArgument makes the object of "traf seinen Kollegen", "schlugen den
// Aktivisten" one: its article is an accusative singular, or could be and no
// line about the verb has a dative.
func (m *mender) accusativeArgument(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.OblArg || h < 0 || !isVerb(&t.words[h]) || t.caseOf(i) != "" || !accusativeMarked(t, i) && article(t, i) != "" || t.child(h, report.Obj) >= 0 {
		return
	}
	if (t.words[i].Feats.Is(report.Number, "Plur") || article(t, i) == "") && m.d.takesDative(t.words[h].Lemma) {
		return
	}
	if article(t, i) == "" && (t.words[i].UPOS != report.NOUN || i < h) {
		return
	}
	t.words[i].Rel = report.Obj
}

// takesDative says whether a verb may have a dative: a line says so, or no line
// is about it.
func (d *doc) takesDative(verb string) bool {
	list := d.lex.Events.Of(verb, lexicon.Verb)
	for _, fr := range list {
		if mentions(fr.A, lexicon.Dat) || mentions(fr.B, lexicon.Dat) || hasSlot(fr, lexicon.Dat) {
			return true
		}
	}
	return list == nil
}

// subjectFirst takes the first of two noun phrases around a verb for the
// subject where their forms allow it: "Die Armee entmachtete Präsident Mursi"
// was read the other way round.
func (m *mender) subjectFirst(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.VERB || !w.Feats.Is(report.VerbForm, "Fin") || base(w.Rel) != report.Root || t.child(i, report.Aux, report.AuxPass) >= 0 {
		return
	}
	subject := t.child(i, report.Nsubj)
	if subject < i || t.words[subject].UPOS == report.PRON || nominativeMarked(t, subject) {
		return
	}
	first := -1
	for c := t.first[i]; c >= 0 && int(c) < i; c = t.next[c] {
		switch r := t.rel(int(c)); {
		case r == report.Obj || r == report.Obl && !m.d.inTime(m.sent, int(c)) && !dayPart(t.words[c].Form):
			first = int(c)
		default:
			return
		}
	}
	if first < 0 || t.caseOf(first) != "" || t.words[first].UPOS != report.NOUN && t.words[first].UPOS != report.PROPN || accusativeMarked(t, first) || dativeMarked(t, first) {
		return
	}
	if n := w.Feats.Get(report.Number); n != "" && n != t.words[first].Feats.Get(report.Number) && t.child(first, report.Conj) < 0 {
		return
	}
	t.words[first].Rel, t.words[subject].Rel = report.Nsubj, report.Obj
}

// nominativeMarked says whether the article can only be nominative: "der" of a
// masculine noun.
func nominativeMarked(t *tree, w int) bool {
	a := article(t, w)
	return a == "der" && !dativeMarked(t, w)
}

// pluralByArticle gives a masculine noun with the article "die", or in the
// genitive with "der", the number that its form hides: "die Außenminister".
func (m *mender) pluralByArticle(i int) {
	w := &m.t.words[i]
	if w.UPOS != report.NOUN || w.Form != w.Lemma || feminine(w.Lemma) || w.Feats.Is(report.Gender, "Fem") || w.Feats.Is(report.Gender, "Neut") {
		return
	}
	a := article(m.t, i)
	if !strings.HasSuffix(w.Form, "er") || a != "die" && (a != "der" || base(w.Rel) != report.Nmod || m.t.caseOf(i) != "") {
		return
	}
	w.Feats = w.Feats.With(report.Number, "Plur")
}

// negationBefore keeps a "nicht" on its side of the comma: "gehe den Vorwürfen
// nicht nach, kritisierte Kurz" denies no criticism.
func (m *mender) negationBefore(i int) {
	t := m.t
	v := t.head(i)
	if v <= i+1 || lower(t.words[i].Form) != "nicht" || !t.words[v].Feats.Is(report.VerbForm, "Fin") || t.words[v-1].Form != "," {
		return
	}
	if h := t.head(v); t.rel(v) == report.Parataxis && h >= 0 && h < i && isVerb(&t.words[h]) {
		m.hang(i, h, report.Advmod)
	}
}

// nominativePronoun makes "er", "ich" or "wir" the subject of its verb: no other
// form of theirs is the same. What was taken for the subject is the object.
func (m *mender) nominativePronoun(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.Obj || h < 0 || !isVerb(&t.words[h]) || !nominative[lower(t.words[i].Form)] {
		return
	}
	if s := t.child(h, report.Nsubj); s >= 0 {
		if nominativeMarked(t, s) {
			return
		}
		t.words[s].Rel = report.Obj
	}
	t.words[i].Rel = report.Nsubj
}

var nominative = map[string]bool{"er": true, "ich": true, "wir": true}

// nounAsClause makes the subject of a noun before its verb that was taken for a
// clause, though nothing in it is a verb: "Der frühere Minister, Karl Ott, warnte
// die Partei". What was taken for the subject is the object.
func (m *mender) nounAsClause(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.Ccomp || h < i || t.words[i].UPOS != report.NOUN || !isVerb(&t.words[h]) || !nominativeMarked(t, i) ||
		t.child(i, report.Cop, report.Aux, report.Nsubj, report.Mark) >= 0 {
		return
	}
	if first, _ := t.extent(i); first != 0 {
		return
	}
	for w := 0; w < h; w++ {
		if x := &t.words[w]; quoteMarks[x.Form] || isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") {
			return
		}
	}
	if s := t.child(h, report.Nsubj); s > h {
		t.words[s].Rel = report.Obj
	}
	t.words[i].Rel = report.Nsubj
}
