package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// givenTo makes whom something is given to an object of the verb, where the parser
// has it modify what is given: "gave Iran access", "gave the Ivory Coast five million
// dollars".
func (m *mender) givenTo(v int) {
	t := m.t
	if t.words[v].UPOS != report.VERB || !m.d.isClass(&t.words[v], "@ditransitive") || t.child(v, report.Iobj) >= 0 {
		return
	}
	n := t.child(v, report.Obj)
	first := v + 1
	if n <= first || m.office(n) {
		return
	}
	det := -1
	if t.words[first].UPOS == report.DET {
		det, first = first, first+1
	}
	last := m.compoundEnd(first, n)
	if last < 0 || det >= 0 && last+1 == n || !m.isName(first) && !t.words[first].Feats.Is(report.Number, "Plur") || m.inMention(last, n) {
		return
	}
	m.hang(last, v, report.Iobj)
	for k := first; k < last; k++ {
		if t.head(k) == n {
			m.hang(k, last, report.Compound)
		}
	}
	if det >= 0 {
		m.hang(det, last, report.Det)
	}
}

// compoundEnd is the last of the nouns and names from first on that modify noun n,
// -1 if there is none or what follows cannot begin a phrase.
func (m *mender) compoundEnd(first, n int) int {
	t := m.t
	last := -1
	for k := first; k < n; k++ {
		x := &t.words[k]
		if x.Rel != report.Compound || !isNominal(x) || x.UPOS == report.NUM || !t.under(k, n) {
			break
		}
		last = k
		if t.head(k) == n && (k+1 >= n || t.words[k+1].UPOS != report.PROPN) {
			break
		}
	}
	return last
}

// office says whether a noun is for people: "gave US officials" names nobody apart.
func (m *mender) office(n int) bool {
	_, ok := m.d.lex.Roles[m.t.words[n].Lemma]
	return ok
}

// inMention says whether a known name reaches from word i over word n.
func (m *mender) inMention(i, n int) bool {
	_, k := m.d.lookup(m.sent, i)
	return k > n-i
}

// predicated makes whom a verb says something of its object, where the parser has it
// modify what is said: "found the minister guilty", "let the priest go".
func (m *mender) predicated(i int) {
	t := m.t
	if t.rel(i) != report.Xcomp {
		return
	}
	v := t.head(i)
	c := t.child(i, report.Compound)
	if v < 0 || c != i-1 || v >= c || !isVerb(&t.words[v]) || t.child(v, report.Obj) >= 0 || t.words[i].UPOS == report.PROPN {
		return
	}
	switch t.words[v].Lemma {
	case "find", "let", "declare", "call", "hold", "make":
	default:
		return
	}
	m.hang(c, v, report.Obj)
	for k := v + 1; k < c; k++ {
		if t.head(k) == i {
			m.hang(k, c, t.rel(k))
		}
	}
}

// articled makes a noun of what was taken for a verb behind an article: "the knife
// attack by rebels was filmed".
func (m *mender) articled(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.VERB || t.child(i, report.Det) < 0 || t.child(i, report.Obj, report.Nsubj, report.Aux, report.Mark) >= 0 {
		return
	}
	switch base(w.Rel) {
	case report.Nsubj, report.NsubjPass, report.Obj, report.Obl, report.Nmod:
		w.UPOS = report.NOUN
	}
}

// nameBehind joins a name to the title right before it, where the parser made two
// objects of them: "summoned Niger's ambassador Brah Mohamane".
func (m *mender) nameBehind(i int) {
	t := m.t
	if t.rel(i) != report.Iobj || t.words[i].UPOS != report.PROPN || t.head(i) < 0 {
		return
	}
	if o := t.child(t.head(i), report.Obj); o >= 0 && o == i-1 && m.office(o) {
		m.hang(i, o, report.Flat)
	}
}

// nounInfinitive hangs the infinitive right behind a noun of planning or trying on it,
// where the parser has a purpose of the verb: "adopted a plan to arrest smugglers".
func (m *mender) nounInfinitive(i int) {
	t := m.t
	to := t.child(i, report.Mark)
	if base(t.rel(i)) != report.Advcl || to < 1 || lower(t.words[to].Form) != "to" || to > i {
		return
	}
	n := to - 1
	if t.words[n].UPOS != report.NOUN || t.rel(n) != report.Obj || t.head(n) != t.head(i) {
		return
	}
	for _, fr := range m.d.lex.Status.Of(t.words[n].Lemma, lexicon.Noun) {
		if scopeHas(fr, "comp") {
			m.hang(i, n, report.Acl)
			return
		}
	}
}

// keptFrom hangs what somebody is kept from on the verb rather than on the object:
// "barred the leader from running".
func (m *mender) keptFrom(i int) {
	t := m.t
	n := t.head(i)
	k := t.child(i, report.Mark)
	if base(t.rel(i)) != report.Acl || n < 0 || k < 0 || lower(t.words[k].Form) != "from" || base(t.rel(n)) != report.Obj || t.head(n) > n {
		return
	}
	m.hang(i, t.head(n), report.Advcl)
}

// grantedTo makes an object of what somebody is given in the passive: "was granted
// asylum".
func (m *mender) grantedTo(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Xcomp || t.words[i].UPOS != report.NOUN || v < 0 || v > i || t.child(i, report.Mark, report.Cop, report.Case) >= 0 || t.child(v, report.Obj) >= 0 {
		return
	}
	if t.child(v, report.NsubjPass) >= 0 && m.d.isClass(&t.words[v], "@ditransitive") {
		m.hang(i, v, report.Obj)
	}
}
