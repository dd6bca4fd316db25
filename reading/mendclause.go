package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// contentSubject joins a noun and the past form right behind it, both hung on a
// verb of saying at the end, as subject and verb: "Prisoners rioted in Dili,
// locals said."
func (m *mender) contentSubject(v int) {
	t := m.t
	w := &t.words[v]
	if v == 0 || w.UPOS != report.VERB || !strings.HasSuffix(w.Form, "ed") || hasFiniteSubject(t, v) || t.child(v, report.Aux, report.AuxPass, report.Mark) >= 0 {
		return
	}
	n := t.head(v)
	s := -1
	switch {
	case w.Rel == report.Acl && n >= 0 && n < v && t.rel(n) == report.Ccomp && t.child(v, report.OblAgent) < 0:
		s = t.head(n)
	case w.Rel == report.Ccomp && n > v:
		s, n = n, m.siblingBefore(v)
	}
	if s < v || n < 0 || !isNominal(&t.words[n]) || t.child(n, report.Cop) >= 0 || t.caseOf(n) != "" {
		return
	}
	for k := n + 1; k < v; k++ {
		if u := t.words[k].UPOS; u != report.ADV && u != report.PROPN && !t.under(k, n) {
			return
		}
	}
	w.Head, w.Rel = int16(s), report.Ccomp
	t.words[n].Head, t.words[n].Rel = int16(v), report.Nsubj
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if int(c) > v {
			t.words[c].Head = int16(v)
			if t.rel(int(c)) == report.Conj && t.child(int(c), report.Cc) < 0 && t.caseOf(int(c)) == "" && t.child(v, report.Obj) < 0 {
				t.words[c].Rel = report.Obj // "bulldozers demolished homes"
			}
		}
	}
	m.changed = true
	m.replant()
}

// siblingBefore is the last nominal left of v that hangs on the same verb as
// its content or object, -1 without one.
func (m *mender) siblingBefore(v int) int {
	t := m.t
	for k := v - 1; k >= 0 && k >= v-9; k-- {
		if t.head(k) == t.head(v) && (t.rel(k) == report.Ccomp || t.rel(k) == report.Obj || t.rel(k) == report.Dep) {
			return k
		}
	}
	return -1
}

// dayObject takes a day for the time that it is, where the parser has it as
// object: "rejected Thursday an appeal".
func (m *mender) dayObject(i int) {
	w := &m.t.words[i]
	if w.Rel == report.Obj && w.UPOS == report.PROPN && m.d.inTime(m.sent, i) {
		w.Rel = report.OblUnmarked
	}
}

// actingIt makes a subject of the "it" of "it is willing to withdraw", which
// stands for somebody.
func (m *mender) actingIt(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.Expl || h < 0 || lower(t.words[i].Form) != "it" || hasFiniteSubject(t, h) || t.child(h, report.Xcomp, report.Csubj) < 0 {
		return
	}
	if m.d.lex.Events.Of(t.words[h].Lemma, lexicon.Adjective) != nil {
		t.words[i].Rel = report.Nsubj
		if c := t.child(h, report.Csubj); c > h && toInfinitive(t, c) {
			t.words[c].Rel = report.Xcomp // "it was ready to resume talks"
		}
		m.changed = true
	}
}

// sharedHead coordinates "North" and "South Korea", where the parser has both
// points of the compass before one Korea.
func (m *mender) sharedHead(i int) {
	t := m.t
	if i+3 >= len(t.words) || !points[t.words[i].Form] || !points[t.words[i+2].Form] || t.words[i+1].UPOS != report.CCONJ || t.head(i) != i+3 || t.words[i+3].UPOS != report.PROPN {
		return
	}
	n := i + 3
	w := t.words
	w[i].Head, w[i].Rel = w[n].Head, w[n].Rel
	w[n].Head, w[n].Rel = int16(i), report.Conj
	w[i+1].Head, w[i+2].Head, w[i+2].Rel = int16(n), int16(n), report.Compound
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if int(c) < i || t.words[c].Rel == report.Case {
			t.words[c].Head = int16(i)
		}
	}
	m.changed = true
	m.replant()
}

// toVerb makes an infinitive of a listed verb behind "to" that was taken for a
// noun: "its readiness to negotiate".
func (m *mender) toVerb(i int) {
	t := m.t
	w := &t.words[i]
	if i == 0 || w.UPOS != report.NOUN || startsUpper(w.Form) || strings.HasSuffix(w.Form, "s") || t.words[i-1].UPOS != report.PART || lower(t.words[i-1].Form) != "to" || t.head(i-1) != i {
		return
	}
	events := m.d.lex.Events
	if l := lower(w.Form); events.Of(l, lexicon.Verb) == nil || events.Of(l, lexicon.Noun) != nil || t.child(i, report.Det, report.Amod) >= 0 {
		return
	}
	w.UPOS, w.Lemma = report.VERB, lower(w.Form)
	w.Feats = report.Feats(0).With(report.VerbForm, "Inf")
	t.words[i-1].Rel = report.Mark
	switch h := t.head(i); {
	case h >= 0 && isNominal(&t.words[h]):
		w.Rel = report.Acl
	case h >= 0:
		w.Rel = report.Xcomp
	}
	m.changed = true
}

// clauseSubject makes subject and conjunction of "after a coup toppled the
// government", where the parser has a phrase of time before a verb without a subject.
func (m *mender) clauseSubject(i int) {
	t := m.t
	if t.rel(i) != report.Obl || t.words[i].UPOS == report.NUM {
		return
	}
	v := t.head(i)
	if v >= 0 && v < i && i+1 < len(t.words) && t.words[i+1].UPOS == report.VERB && t.head(i+1) == v {
		v = i + 1 // the noun hangs on the verb above, beside its own
	}
	if v <= i || base(t.rel(v)) != report.Advcl || !t.words[v].Feats.Is(report.VerbForm, "Fin") && !(pastParticiple(&t.words[v]) && t.child(v, report.Obj) > v && t.child(v, report.Aux, report.AuxPass) < 0) || hasFiniteSubject(t, v) {
		return
	}
	c := t.child(i, report.Case)
	if c < 0 || !m.onlyAuxiliaries(i+1, v) || t.head(v) > c {
		return
	}
	switch lower(t.words[c].Form) {
	case "after", "before", "since", "until", "as":
		t.words[c].UPOS = report.SCONJ
		m.hang(c, v, report.Mark)
		m.hang(i, v, report.Nsubj)
	}
}
