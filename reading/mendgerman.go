package reading

import (
	"strings"

	"depesche/report"
)

// mendGerman sets right what the parser gets wrong in German although the
// forms leave no doubt: a name that it hung on an expression of time before it
// ("hatte am Mittwoch Italien besucht").
func (d *doc) mendGerman(s int) {
	m := mender{d: d, t: &d.trees[s], sent: s}
	for i := range m.t.words {
		m.hyphenedAdjective(i)
		m.pastOfAdjective(i)
		m.pastBeforeNoun(i)
		m.propositionFirst(i)
	}
	m.replant()
	for i := range m.t.words {
		m.adverbInLemma(i)
		m.pluralByArticle(i)
		m.accusativeArgument(i)
		m.nominativePronoun(i)
		m.nounAsClause(i)
		m.appositionObject(i)
		m.dayArgument(i)
		m.subjectFirst(i)
		m.agreement(i)
		m.listedObject(i)
		m.behindSemicolon(i)
		m.infinitiveGroup(i)
		m.raisedInfinitive(i)
		m.dassClause(i)
		m.strandedParticle(i)
		m.predicateParticle(i)
		m.bareReaction(i)
		m.objectBehindPlace(i)
		m.sayingBehind(i)
		m.negationBefore(i)
		m.nameBehindTime(i)
		m.whenClause(i)
		m.genitiveFirst(i)
		m.dativeBehind(i)
		m.dativeRelative(i)
		m.genitiveOwner(i)
		m.bothAnd(i)
		m.oneOf(i)
		m.measuredTerm(i)
	}
	m.replant()
}

// nameBehindTime hangs a bare name or noun that depends on an expression of
// time on the verb of its clause, and one with "nach" or "zu" too: it is where
// somebody travels ("will im Juni nach Kenia reisen").
func (m *mender) nameBehindTime(i int) {
	t := m.t
	h := t.head(i)
	if h < 0 || h >= i || !isNominal(&t.words[i]) || m.d.inTime(m.sent, i) || !m.d.inTime(m.sent, h) {
		return
	}
	where := t.caseOf(i)
	switch base(t.rel(i)) {
	case report.Flat, report.Appos, report.Nmod, report.Compound:
		if where != "" && where != "nach" && where != "zu" {
			return
		}
	default:
		return
	}
	verb := h
	for verb >= 0 && !isVerb(&t.words[verb]) {
		verb = t.head(verb)
	}
	if verb < 0 {
		return
	}
	if where != "" {
		m.hang(i, verb, report.Obl)
		return
	}
	rel := report.Obj
	if t.child(verb, report.Nsubj, report.NsubjPass) < 0 {
		rel = report.Nsubj
	}
	m.hang(i, verb, rel)
}

// whenClause reads "Als Präsident Obama die Beziehungen abbrach" as a clause of
// time: an "als" at the start of a clause whose verb, at its end, has no
// subject, marks it, and the noun behind it is the subject.
func (m *mender) whenClause(i int) {
	t := m.t
	if lower(t.words[i].Form) != "als" || t.rel(i) != report.Case || i > 0 && t.words[i-1].UPOS != report.PUNCT {
		return
	}
	noun := t.head(i)
	verb := t.head(noun)
	if verb < noun || !isVerb(&t.words[verb]) || base(t.rel(noun)) != report.Obl || t.child(verb, report.Nsubj, report.NsubjPass) >= 0 {
		return
	}
	for w := noun + 1; w < verb; w++ {
		if t.words[w].Feats.Is(report.VerbForm, "Fin") && !t.under(w, noun) {
			return // the finite verb in second place: no subordinate clause
		}
	}
	m.hang(noun, verb, report.Nsubj)
	m.hang(i, verb, report.Mark)
}

// genitiveFirst reads "mit Chinas Ministerpräsident" as one phrase: a name in
// the genitive between a preposition and a noun without one belongs to the
// noun, and so does the preposition.
func (m *mender) genitiveFirst(i int) {
	t := m.t
	w := &t.words[i]
	if i+1 >= len(t.words) || w.UPOS != report.PROPN || !strings.HasSuffix(w.Form, "s") || w.Form != w.Lemma+"s" {
		return
	}
	noun := i + 1
	for noun+1 < len(t.words) && t.words[noun].UPOS == report.ADJ {
		noun++
	}
	if t.words[noun].UPOS != report.NOUN || t.child(noun, report.Case) >= 0 || t.head(i) == noun {
		return
	}
	c := t.child(i, report.Case)
	if c < 0 {
		return
	}
	if t.head(noun) == i {
		m.hang(noun, t.head(i), t.rel(i))
	}
	m.hang(c, noun, report.Case)
	m.hang(i, noun, report.Nmod)
}

// arabicArticle says whether a form is a name with an article before it, which
// is written small: "al-Hija", "el-Sisi".
func arabicArticle(form string) bool {
	k := strings.IndexByte(form, '-')
	return (k == 2 || k == 3) && k+1 < len(form) && startsUpper(form[k+1:]) && !startsUpper(form)
}

// hyphenedAdjective makes an adjective of a word with a hyphen before its noun that
// was taken for a name because it begins with one: "die US-geführte Koalition".
func (m *mender) hyphenedAdjective(i int) {
	t := m.t
	w := &t.words[i]
	k := strings.LastIndexByte(w.Form, '-')
	if w.UPOS != report.PROPN && w.UPOS != report.NOUN || k < 2 || k+5 > len(w.Form) || i+1 >= len(t.words) || t.words[i+1].UPOS != report.NOUN || startsUpper(w.Form[k+1:]) {
		return
	}
	stem := w.Form
	for _, end := range [...]string{"en", "er", "es", "em", "e"} {
		if s, ok := strings.CutSuffix(w.Form, end); ok {
			stem = s
			break
		}
	}
	n := i + 1
	if stem == w.Form || t.head(n) != i && t.head(i) != n {
		return
	}
	if t.head(n) == i {
		x := &t.words[n]
		x.Head, x.Rel = w.Head, w.Rel
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if int(c) != n {
				t.words[c].Head = int16(n)
			}
		}
	}
	w.Head, w.Rel, w.UPOS, w.Lemma = int16(n), report.Amod, report.ADJ, stem
	m.unname(i)
	m.changed = true
	m.replant()
}
