package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// inherit gives a verb what it shares with the word it hangs on: the subject
// of a coordinated verb, the understood subject of an infinitive, the noun
// that a participle or relative clause modifies.
func (f *slots) inherit() {
	t := f.t
	h := t.head(f.head)
	if h < 0 {
		return
	}
	switch r := t.rel(f.head); base(r) {
	case report.Conj:
		f.shareSubject(h)
	case report.Xcomp, report.Ccomp:
		if t.child(f.head, report.Mark) >= 0 && f.d.lex.Lang == "de" && base(r) == report.Ccomp && !infinitive(t, f.head) {
			return // "dass …" has a subject of its own, seen or not
		}
		if f.get(lexicon.Subj) < 0 && !hasFiniteSubject(t, f.head) {
			f.control(h)
		}
	case report.Advcl:
		if m := t.child(f.head, report.Mark); m >= 0 && t.words[m].UPOS == report.SCONJ && f.finiteClause() {
			return // "als …" has a subject of its own, seen or not
		}
		if f.get(lexicon.Subj) < 0 && (toInfinitive(t, f.head) || f.chargedGerund()) {
			f.control(h)
		} else if !hasFiniteSubject(t, f.head) {
			f.shareSubject(h)
		}
	case report.Amod:
		f.modified(h)
	case report.Acl:
		if r != report.AclRelcl || !f.hasRelative() {
			f.modified(h)
		}
	case report.Parataxis:
		f.contrasted(h)
	}
}

// chargedGerund says whether an English verb in -ing tells what the object of the
// verb above does or shall not do: "accused Chad of aiding rebels".
func (f *slots) chargedGerund() bool {
	t := f.t
	m := t.child(f.head, report.Mark, report.Case)
	if f.d.lex.Lang != "en" || m < 0 || !strings.HasSuffix(t.words[f.head].Form, "ing") || hasFiniteSubject(t, f.head) {
		return false
	}
	switch lower(t.words[m].Form) {
	case "of", "from", "for", "into":
		return true
	}
	return false
}

// infinitive says whether a German clause is one with "zu".
func infinitive(t *tree, h int) bool {
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if t.words[c].UPOS == report.PART && lower(t.words[c].Form) == "zu" {
			return true
		}
	}
	return strings.Contains(t.words[h].Form, "zu") && t.words[h].Feats.Is(report.VerbForm, "Inf")
}

func hasFiniteSubject(t *tree, h int) bool {
	return t.child(h, report.Nsubj, report.NsubjPass, report.NsubjOuter) >= 0
}

// hasRelative says whether a dependent of the verb was a relative pronoun, so
// that the modified noun is in its slot already.
func (f *slots) hasRelative() bool {
	for c := f.t.first[f.head]; c >= 0; c = f.t.next[c] {
		if relative(&f.t.words[c]) || f.whose(int(c)) {
			return true
		}
	}
	return false
}

// whose says whether a German noun has the relative pronoun "dessen" or "deren", so
// that the noun modified is its owner: "Prayut, dessen Ablösung sie fordern".
func (f *slots) whose(w int) bool {
	if f.d.lex.Lang != "de" {
		return false
	}
	for c := f.t.first[w]; c >= 0; c = f.t.next[c] {
		switch lower(f.t.words[c].Form) {
		case "dessen", "deren":
			return int(c) > 0 && f.t.words[c-1].Form == ","
		}
	}
	return false
}

// modified puts the noun that a participle or infinitive modifies.
func (f *slots) modified(noun int) {
	w := &f.t.words[f.head]
	if f.passive {
		f.put(lexicon.Obj, noun)
		return
	}
	if w.Feats.Is(report.VerbForm, "Inf") || f.d.lex.Lang == "en" && f.t.child(f.head, report.Mark) >= 0 && strings.HasSuffix(w.Form, "ing") {
		// "der Plan, Truppen abzuziehen": the subject is the noun's owner
		g := slots{d: f.d, sent: f.sent, t: f.t, head: noun}
		g.fillNoun()
		for _, s := range []lexicon.Slot{lexicon.Owner, lexicon.Subj} {
			if x := g.get(s); x >= 0 {
				f.put(lexicon.Subj, x)
				return
			}
		}
		f.put(lexicon.Subj, f.holder(noun))
		return
	}
	f.put(lexicon.Subj, noun)
}

// holder is who has what an English noun with an infinitive names, by the verb whose
// object it is: "adopted a policy of turning away boats", "took steps to ban". It is
// -1 where none is named, or where the noun is a demand, which others are to meet.
func (f *slots) holder(noun int) int {
	t := f.t
	v := t.head(noun)
	if f.d.lex.Lang != "en" || v < 0 || base(t.rel(noun)) != report.Obj || !isVerb(&t.words[v]) || f.d.isClass(&t.words[v], "@receiving") {
		return -1
	}
	for _, fr := range f.d.lex.Status.Of(t.words[noun].Lemma, lexicon.Noun) {
		if fr.Type == string(record.Demanded) {
			return -1
		}
	}
	g := slots{}
	g.fill(f.d, f.sent, v)
	if x := g.get(lexicon.Dat); x >= 0 && f.d.canAct(f.sent, x) {
		return x
	}
	if x := g.get(lexicon.Subj); x >= 0 && f.d.canAct(f.sent, x) {
		return x
	}
	return -1
}

// shareSubject takes the deep subject of another verb for this one.
func (f *slots) shareSubject(h int) {
	t := f.t
	if !isVerb(&t.words[h]) && t.child(h, report.Cop) < 0 {
		return
	}
	if hasFiniteSubject(t, f.head) || f.get(lexicon.Subj) >= 0 && !f.passive {
		return
	}
	g := slots{d: f.d, sent: f.sent, t: t, head: h}
	g.fill(f.d, f.sent, h)
	subject := g.get(lexicon.Subj)
	if g.passive {
		subject = g.get(lexicon.Obj)
	}
	if subject < 0 {
		return
	}
	if f.passive {
		f.put(lexicon.Obj, subject)
	} else {
		f.put(lexicon.Subj, subject)
	}
	if f.get(lexicon.Obj) < 0 && !f.passive && t.rel(f.head) == report.Conj && (f.head < lastObject(t, h) || f.bracketed(h)) {
		f.put(lexicon.Obj, g.get(lexicon.Obj))
	}
}

// bracketed says whether a German verb stands right behind the "und" that follows
// another at the end of its clause, so that both have the object before them: "haben
// den Präsidenten gestürzt und festgesetzt".
func (f *slots) bracketed(h int) bool {
	t := f.t
	return f.d.lex.Lang == "de" && f.head == h+2 && t.words[h+1].UPOS == report.CCONJ && lastObject(t, h) >= 0 && lastObject(t, h) < h
}

// lastObject is the object of h, -1 without one: "griffen an und besetzten die
// Stadt" shares an object that stands after both verbs.
func lastObject(t *tree, h int) int { return t.child(h, report.Obj) }

// control finds the understood subject of an infinitive: the object of the
// governing verb if it has one that can act ("forderte Russland auf, …", "called
// on Russia to …"), else its subject.
func (f *slots) control(h int) {
	t := f.t
	if !isVerb(&t.words[h]) {
		g := slots{d: f.d, sent: f.sent, t: t, head: h}
		g.fillNoun()
		if x := g.get(lexicon.Subj); x >= 0 {
			f.understood(x)
		}
		return
	}
	g := slots{d: f.d, sent: f.sent, t: t, head: h}
	g.passive = g.isPassive(h)
	g.dependents(h, true)
	g.inherit()
	if x := g.get(lexicon.Obj); x >= 0 && x != f.head && !g.passive && f.d.lex.Lang == "de" && f.d.isClass(&t.words[h], "@urging") {
		f.understood(x)
		return
	}
	if x := f.calledOn(h); x >= 0 {
		f.understood(x)
		return
	}
	if f.callsOnNobody(&g, h) {
		return
	}
	for _, s := range []lexicon.Slot{lexicon.Obj, lexicon.Dat, lexicon.Subj} {
		x := g.get(s)
		if x < 0 || x == f.head || s != lexicon.Subj && f.d.isClass(&t.words[h], "@promising") {
			continue
		}
		named := s == lexicon.Obj && f.d.lex.Lang == "en" && !g.passive && t.words[x].UPOS == report.PROPN && x < f.head // "prompting the West to slap sanctions"
		told := s == lexicon.Obj && f.d.lex.Lang == "en" && !g.passive && x < f.head && f.d.isClass(&t.words[h], "@controlling")
		if named || told || s == lexicon.Subj || s == lexicon.Obj && g.passive && (f.chargedGerund() || g.get(lexicon.Subj) < 0 && t.words[h].Lemma != "use") || f.d.canAct(f.sent, x) {
			f.understood(x)
			return
		}
	}
}

// calledOn is who, in English, is called on, relied on or waited for to do what an
// infinitive says: right before it, where the governing verb has no object. It is -1
// without one.
func (f *slots) calledOn(h int) int {
	t := f.t
	to := t.child(f.head, report.Mark)
	if f.d.lex.Lang != "en" || to < 1 || lower(t.words[to].Form) != "to" || t.child(h, report.Obj) >= 0 {
		return -1
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if base(t.rel(int(c))) != report.Obl || int(c) >= to || int(c) < h || !f.d.canAct(f.sent, int(c)) {
			continue
		}
		switch t.caseOf(int(c)) {
		case "on", "upon", "for":
			if f.onlyTime(int(c), to) {
				return int(c)
			}
		}
	}
	return -1
}

// onlyTime says whether between the words that depend on x and the word at to
// nothing stands but when: "called on Kenya on Monday to …".
func (f *slots) onlyTime(x, to int) bool {
	_, last := f.t.extent(x)
	for w := last + 1; w < to; w++ {
		if h := f.t.head(w); !f.d.inTime(f.sent, w) && (h < 0 || !f.d.inTime(f.sent, h)) {
			return false
		}
	}
	return last < to
}

func (f *slots) understood(x int) {
	if f.passive {
		f.put(lexicon.Obj, x)
		return
	}
	f.put(lexicon.Subj, x)
}

// canAct says whether a word names an entity that can act.
func (d *doc) canAct(s, w int) bool {
	m := d.mentionAt(s, w)
	return m != nil && len(m.ents) > 0
}
