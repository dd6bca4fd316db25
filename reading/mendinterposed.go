package reading

import "depesche/report"

// interposed makes the verb of "Serbia's president, Aleksandar Vucic, voiced
// support" and of "farmers, angered by the law, blocked roads" the head of its clause: a
// noun at the root, a name or a participle between commas, a past form behind them.
func (m *mender) interposed(v int) {
	t := m.t
	w := &t.words[v]
	if v < 4 || t.words[v-1].Form != "," || startsUpper(w.Form) || !m.pastForm(v) || w.Rel == report.Root || hasFiniteSubject(t, v) || hasAux(t, v) {
		return
	}
	first := v - 2
	for first > 0 && t.words[first].Form != "," {
		first--
	}
	noun := m.rootBefore(first)
	if first == v-2 || noun < 0 || t.rel(noun) != report.Root || !isNominal(&t.words[noun]) || !m.office(noun) || !m.under2(v, noun) {
		return
	}
	name := v - 2
	if a := first + 1; t.words[a].UPOS == report.VERB && t.head(a) == noun && base(t.rel(a)) == report.Acl && t.under(name, a) {
		name = -1
	} else if !m.onlyNames(first+1, v-1) {
		return
	}
	object := t.head(v)
	t.words[noun].Head, t.words[noun].Rel = int16(v), report.Nsubj
	w.Head, w.Rel, w.UPOS = -1, report.Root, report.VERB
	for k := range t.words {
		x := &t.words[k]
		switch {
		case k == object && k > v:
			x.Head, x.Rel = int16(v), report.Obj
		case k > v && t.head(k) == noun, k > v && k != object && t.head(k) >= first && t.head(k) < v:
			x.Head = int16(v)
		case name >= 0 && k > first && k < v-1 && k != name && t.head(k) == noun:
			x.Head, x.Rel = int16(name), report.Flat
		}
	}
	if name >= 0 {
		t.words[name].Head, t.words[name].Rel = int16(noun), report.Appos
	}
	m.changed = true
	m.replant()
}

// rootBefore is the noun at the root whose phrase ends before a comma, -1 without one.
func (m *mender) rootBefore(comma int) int {
	t := m.t
	n := comma - 1
	for k := 0; n >= 0 && k < 4 && t.rel(n) != report.Root; k++ {
		if t.head(n) > n {
			return -1
		}
		n = t.head(n)
	}
	return n
}

// onlyNames says whether nothing but parts of names stands from one word up to another.
func (m *mender) onlyNames(from, to int) bool {
	for k := from; k < to; k++ {
		if m.t.words[k].UPOS != report.PROPN {
			return false
		}
	}
	return true
}

// under2 says whether a word hangs on another, by one word between at most.
func (m *mender) under2(i, a int) bool {
	h := m.t.head(i)
	return h == a || h >= 0 && m.t.head(h) == a
}

// finiteConjunct coordinates a past form without a subject with the finite verb above
// an infinitive rather than with the infinitive: "ordered the envoy to leave and
// revoked the agreement".
func (m *mender) finiteConjunct(i int) {
	t := m.t
	w := &t.words[i]
	h := t.head(i)
	if w.Rel != report.Conj || w.UPOS != report.VERB || h < 0 || h > i || !w.Feats.Is(report.Mood, "Ind") || hasFiniteSubject(t, i) || hasAux(t, i) || !toInfinitive(t, h) {
		return
	}
	cc := t.child(i, report.Cc)
	if cc < 0 || lower(t.words[cc].Form) != "and" && lower(t.words[cc].Form) != "but" {
		return
	}
	v := t.head(h)
	if v < 0 || v > h || !isVerb(&t.words[v]) || !t.words[v].Feats.Is(report.Mood, "Ind") || !t.words[v].Feats.Is(report.Tense, "Past") || !w.Feats.Is(report.Tense, "Past") {
		return
	}
	m.hang(i, v, report.Conj)
}
