package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// titleCase gives a name the preposition that the parser hung on the title before it:
// "a complaint against former president Hissène Habré".
func (m *mender) titleCase(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.NmodDesc || h < i || t.child(h, report.Case) >= 0 {
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if int(c) < i && t.rel(int(c)) == report.Case && t.words[c].UPOS == report.ADP {
			m.hang(int(c), h, report.Case)
		}
	}
}

// insistedForm makes a clause of what somebody insists on, where the parser has the
// bare form of its verb for an object: "insisted that Belgrade hand over suspects".
func (m *mender) insistedForm(i int) {
	t := m.t
	w := &t.words[i]
	v := t.head(i)
	if i < 2 || v < 0 || v > i || w.UPOS != report.NOUN || t.rel(i) != report.Obj || startsUpper(w.Form) || !isVerb(&t.words[v]) || t.head(i-1) != i || t.rel(i-1) != report.Compound || !m.isName(i-1) {
		return
	}
	that := i - 2
	if t.words[i-1].Rel != report.Compound || lower(t.words[that].Form) != "that" || that != v+1 || m.d.lex.Events.Of(lower(w.Form), lexicon.Verb) == nil {
		return
	}
	w.UPOS, w.Lemma, w.Rel = report.VERB, lower(w.Form), report.Ccomp
	w.Feats = report.Feats(0).With(report.VerbForm, "Fin")
	t.words[i-1].Rel = report.Nsubj
	t.words[that].UPOS = report.SCONJ
	m.hang(that, i, report.Mark)
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if r := base(t.rel(int(c))); int(c) > i && (r == report.Obl || r == report.Obj) {
			m.hang(int(c), i, t.rel(int(c)))
		}
	}
	m.changed = true
	m.replant()
}

// modalVerb makes a verb of an adjective with a modal verb before it and an object
// behind: "said it would free 200 prisoners".
func (m *mender) modalVerb(i int) {
	t := m.t
	w := &t.words[i]
	a := t.child(i, report.Aux)
	if w.UPOS != report.ADJ || a < 0 || a > i || t.child(i, report.Obj) < i || t.child(i, report.Cop) >= 0 || m.d.lex.Events.Of(lower(w.Form), lexicon.Verb) == nil {
		return
	}
	w.UPOS, w.Lemma = report.VERB, lower(w.Form)
	w.Feats = report.Feats(0).With(report.VerbForm, "Inf")
	m.changed = true
}

// subjectCase makes a conjunction of the "after" that the parser hung on the subject of
// a clause: "a day after the president met Putin".
func (m *mender) subjectCase(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Nsubj || v < i || base(t.rel(v)) != report.Advcl || t.child(v, report.Mark) >= 0 {
		return
	}
	c := t.child(i, report.Case)
	if c < 0 || c > i {
		return
	}
	switch lower(t.words[c].Form) {
	case "after", "before", "since", "until":
		t.words[c].UPOS = report.SCONJ
		m.hang(c, v, report.Mark)
	}
}
