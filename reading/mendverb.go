package reading

import (
	"strings"

	"depesche/report"
)

// taggedName makes a verb of a past form in lower case that was taken for a
// name or noun: "NATO reinforced Estonia". What is a name before it is its
// subject, what is one behind it its object.
func (m *mender) taggedName(i int) {
	t := m.t
	w := &t.words[i]
	if i == 0 || w.UPOS != report.PROPN && w.UPOS != report.NOUN && !(w.UPOS == report.VERB && w.Rel == report.Flat) || !m.pastForm(i) || t.words[i-1].UPOS != report.PROPN || t.saxon(i-1) || t.child(i, report.Det) >= 0 {
		return
	}
	if h := t.head(i); h >= 0 && h < i && base(w.Rel) == report.Flat {
		w.Head, w.Rel = t.words[h].Head, t.words[h].Rel
		t.words[h].Head, t.words[h].Rel = int16(i), report.Nsubj
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if int(c) > i {
				t.words[c].Head = int16(i)
			}
		}
	} else if h == i+1 && t.words[h].UPOS == report.VERB && strings.HasSuffix(t.words[h].Form, "s") {
		m.above(i, h) // "Sweden earmarked funds"
		t.words[h].UPOS = report.NOUN
		t.words[i-1].Head, t.words[i-1].Rel = int16(i), report.Nsubj
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if int(c) != i && (t.words[c].Rel == report.Punct || t.words[c].Rel == report.Obl) {
				t.words[c].Head = int16(i)
			}
		}
	} else if h > i || w.Rel != report.Root {
		return
	}
	w.UPOS = report.VERB
	m.unname(i)
	m.changed = true
	m.replant()
	m.arguments(i)
}

// arguments gives a mended verb its subject and object.
func (m *mender) arguments(i int) {
	t := m.t
	object := false
	for c := t.first[i]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch {
		case int(c) < i && x.Rel == report.Compound:
			x.Rel = report.Nsubj
		case int(c) > i && !object && isNominal(x) && t.caseOf(int(c)) == "":
			switch base(x.Rel) {
			case report.Flat, report.Compound, report.Appos, report.Nmod, report.Obj:
				x.Rel, object = report.Obj, true
			}
		}
	}
}

// plainObject makes the only object of a verb that takes just one a direct
// one: "encouraged Sudan to talk", "branded him a liar".
func (m *mender) plainObject(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Iobj || v < 0 || m.d.isClass(&t.words[v], "@ditransitive") && t.child(v, report.Obj) >= 0 {
		return
	}
	t.words[i].Rel = report.Obj
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if int(c) > i && t.words[c].Rel == report.Obj {
			t.words[c].Rel = report.Xcomp
		}
	}
}

// loneVerb makes a past form the verb of a sentence that has none: behind the
// name at the root ("Chad and Niger united against the rebels."), or with an
// object, which no passive participle has ("bulldozers demolished homes").
func (m *mender) loneVerb(i int) {
	t := m.t
	w := &t.words[i]
	if w.Rel != report.Acl && w.Rel != report.Goeswith || w.UPOS != report.VERB && !m.pastForm(i) || w.Feats.Is(report.VerbForm, "Ger") || w.Feats.Is(report.Tense, "Pres") || w.Feats.Is(report.VerbForm, "Inf") {
		return
	}
	n := m.rootNoun(i)
	if n < 0 || n > i || m.anyFinite(i) {
		return
	}
	if !m.hasObject(i) && !m.strayObject(n, i) && !m.bareClause(n, i) {
		p := &t.words[i-1]
		if !m.pastForm(i) || n != t.head(i) || !m.isName(n) || t.words[len(t.words)-1].Form != "." || p.UPOS != report.PROPN && p.UPOS != report.ADV && i-1 != n {
			return
		}
	}
	w.Head, w.Rel, w.UPOS = -1, report.Root, report.VERB
	t.words[n].Head, t.words[n].Rel = int16(i), report.Nsubj
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if int(c) > i {
			t.words[c].Head = int16(i)
		}
	}
	m.changed = true
	m.replant()
	m.arguments(i)
}

// strayObject says whether the parser hung the object of a past form on the noun
// that is its subject: "Rebels attacked soldiers in Mali."
func (m *mender) strayObject(n, i int) bool {
	o := m.t.child(n, report.Obj)
	return o > i && m.pastForm(i) && m.t.caseOf(o) == ""
}

// bareClause says whether a full sentence is a plural noun and a past form:
// "Protesters gathered in Tbilisi."
func (m *mender) bareClause(n, i int) bool {
	t := m.t
	return i == n+1 && n <= 1 && (n == 0 || t.rel(0) == report.Amod && t.head(0) == n) && m.pastForm(i) && t.words[n].Feats.Is(report.Number, "Plur") && t.words[len(t.words)-1].Form == "."
}

// rootNoun is the noun at the root above a word, -1 where a verb stands between
// or there.
func (m *mender) rootNoun(i int) int {
	for n, h := 0, m.t.head(i); h >= 0 && n < 8; n, h = n+1, m.t.head(h) {
		if !isNominal(&m.t.words[h]) {
			return -1
		}
		if m.t.rel(h) == report.Root {
			return h
		}
	}
	return -1
}

// anyFinite says whether another word than i is a finite verb or an auxiliary.
func (m *mender) anyFinite(i int) bool {
	for k := range m.t.words {
		if x := &m.t.words[k]; k != i && isVerb(x) && (x.Feats.Is(report.VerbForm, "Fin") || x.UPOS == report.AUX) {
			return true
		}
	}
	return false
}

// hasObject says whether a bare noun or number right of a verb hangs on it.
func (m *mender) hasObject(i int) bool {
	for c := m.t.first[i]; c >= 0; c = m.t.next[c] {
		if r := m.t.rel(int(c)); int(c) > i && (r == report.Obj || r == report.Xcomp && m.t.words[c].UPOS == report.NUM) && m.t.caseOf(int(c)) == "" {
			return true
		}
	}
	return false
}

// isName says whether a word is a name by its tag, its capitals or by what is
// known.
func (m *mender) isName(i int) bool {
	w := &m.t.words[i]
	if w.UPOS == report.PROPN || isAcronym(w.Form) {
		return true
	}
	_, n := m.d.lookup(m.sent, i)
	return n > 0 && startsUpper(w.Form)
}

// taggedAdjective makes a verb of a past form that was taken for a predicate
// without a copula: "Starmer huddled with Macron".
func (m *mender) taggedAdjective(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.ADJ || w.Rel != report.Root && w.Rel != report.Ccomp && w.Rel != report.Conj || !m.pastForm(i) || t.child(i, report.Cop, report.Aux, report.AuxPass) >= 0 {
		return
	}
	s := t.child(i, report.Nsubj, report.NsubjPass)
	if s < 0 || s > i {
		return
	}
	w.UPOS = report.VERB
	for c := t.first[s]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		if int(c) < i {
			continue
		}
		switch base(x.Rel) {
		case report.Flat, report.Appos:
			x.Head, x.Rel = int16(i), report.Obj
		case report.Nmod:
			x.Head, x.Rel = int16(i), report.Obl
		}
	}
	m.changed = true
	m.replant()
}

// nounFirst makes a subject of the plural noun at the start of a sentence that
// was taken for its verb: "Rebels killed soldiers", "Clashes between Kenya and
// Somalia killed ten".
func (m *mender) nounFirst() {
	t := m.t
	if len(t.words) < 3 {
		return
	}
	w := &t.words[0]
	if w.UPOS != report.VERB || w.Rel != report.Root || !strings.HasSuffix(w.Form, "s") || !startsUpper(w.Form) || hasAux(t, 0) {
		return
	}
	v := 1
	for v < len(t.words) && !(m.pastForm(v) && (t.head(v) == 0 || v == 1 && t.head(v) > v && t.head(t.head(v)) == 0)) {
		v++
	}
	if v == len(t.words) || m.anyFiniteBut(0, v) {
		return
	}
	if n := t.head(v); n > v {
		t.words[n].Head, t.words[n].Rel = int16(v), report.Obj
	}
	t.words[v].Head, t.words[v].Rel, t.words[v].UPOS = -1, report.Root, report.VERB
	w.UPOS, w.Head, w.Rel = report.NOUN, int16(v), report.Nsubj
	w.Feats = report.Feats(0).With(report.Number, "Plur")
	for c := t.first[0]; c >= 0; c = t.next[c] {
		switch x := &t.words[c]; {
		case int(c) == v:
		case int(c) > v:
			x.Head = int16(v)
		case base(x.Rel) == report.Obl:
			x.Rel = report.Nmod
		}
	}
	m.changed = true
	m.replant()
	m.arguments(v)
}

// anyFiniteBut says whether a word apart from two is a finite verb or an
// auxiliary.
func (m *mender) anyFiniteBut(a, b int) bool {
	for k := range m.t.words {
		if x := &m.t.words[k]; k != a && k != b && isVerb(x) && (x.Feats.Is(report.VerbForm, "Fin") || x.UPOS == report.AUX) {
			return true
		}
	}
	return false
}

// strandedSubject makes a subject of a noun before a verb that the parser made
// part of the verb's object behind it: "Soldiers shot protesters".
func (m *mender) strandedSubject(v int) {
	t := m.t
	if !isVerb(&t.words[v]) || hasFiniteSubject(t, v) {
		return
	}
	o := t.child(v, report.Obj)
	if o < v {
		return
	}
	for c := t.first[o]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		if int(c) < v && isNominal(x) && (x.Rel == report.Compound || base(x.Rel) == report.Nmod && t.caseOf(int(c)) == "") {
			x.Head, x.Rel = int16(v), report.Nsubj
			m.changed = true
			m.replant()
			return
		}
	}
}

// barePassive makes an active verb of a past form without an auxiliary that the
// parser gave the subject of a passive and that a name follows: "Trump
// complimented Meloni".
func (m *mender) barePassive(v int) {
	t := m.t
	s := t.child(v, report.NsubjPass)
	if s < 0 || s > v || hasAux(t, v) || !m.pastForm(v) || v+1 >= len(t.words) || t.words[v+1].UPOS != report.PROPN || t.child(v, report.Obj) >= 0 {
		return
	}
	o := v + 1
	if h := t.head(o); h != s || m.d.inTime(m.sent, o) {
		return
	}
	t.words[s].Rel = report.Nsubj
	m.hang(o, v, report.Obj)
}
