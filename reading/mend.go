package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// mend sets right, before anything is read, what the parser gets wrong in
// English although the forms leave no doubt: a past tense before a bare object
// taken for a participle, a name before the verb taken for an adverb, a
// particle taken for a preposition.
func (d *doc) mend(s int) {
	m := mender{d: d, t: &d.trees[s], sent: s}
	m.nounFirst()
	m.headlineVerb()
	for i := range m.t.words {
		m.knownHead(i)
	}
	for i := range m.t.words {
		m.strandedSubject(i)
		m.sharedHead(i)
		m.pastTense(i)
		m.loneVerb(i)
		m.taggedName(i)
		m.taggedAdjective(i)
		m.contentSubject(i)
		m.tailSaying(i)
		m.progressive(i)
		m.predicated(i)
		m.articled(i)
		m.nameBehind(i)
		m.grantedTo(i)
		m.hyphenedVerb(i)
		m.baseForm(i)
		m.chargedOf(i)
		m.interposed(i)
		m.finiteConjunct(i)
		m.keptFrom(i)
		m.titleCase(i)
		m.modalVerb(i)
		m.subjectCase(i)
		m.insistedForm(i)
	}
	m.replant()
	for i := range m.t.words {
		m.particle(i)
		m.nameBefore(i)
		m.plainObject(i)
		m.bareObject(i)
		m.thatClause(i)
		m.contentClause(i)
		m.infinitiveObject(i)
		m.dayObject(i)
		m.toVerb(i)
		m.barePassive(i)
		m.actingIt(i)
		m.clauseSubject(i)
		m.givenTo(i)
		m.nounInfinitive(i)
	}
	m.replant()
	for i := range m.t.words {
		m.byPhrase(i)
		m.secondParty(i)
	}
	m.replant()
}

type mender struct {
	d       *doc
	t       *tree
	sent    int
	changed bool
}

func (m *mender) hang(i, head int, rel report.Rel) {
	if i == head || head >= 0 && m.t.under(head, i) {
		return
	}
	m.t.words[i].Head, m.t.words[i].Rel = int16(head), rel
	m.changed = true
}

// replant builds the child lists anew where heads have changed.
func (m *mender) replant() {
	if m.changed {
		m.t.plant(&m.d.rep.Sentences[m.sent])
		m.changed = false
	}
}

// pastTense makes the verb of "Hungary blocked aid for Ukraine" its head: a
// name or a noun with its article, a past form and a noun without an article.
func (m *mender) pastTense(i int) {
	t := m.t
	w := &t.words[i]
	if i == 0 || w.Rel != report.Amod || !m.pastForm(i) {
		return
	}
	noun, name := t.head(i), i-1
	if noun <= i || t.saxon(name) || t.caseOf(name) != "" || t.caseOf(noun) != "" || !m.complete(name) {
		return
	}
	if (t.words[name].UPOS != report.PROPN || t.inside(noun, report.Det, i)) && m.anyFinite(i) {
		return // "the UN protected area was shelled"
	}
	if h := t.head(name); h >= 0 && t.rel(name) == report.Conj && t.head(noun) == h {
		name = h // "helicopters and tanks shelled positions"
	}
	apart := t.head(noun) == name
	if !apart && t.head(name) != noun && t.head(name) != i {
		return
	}
	if apart {
		w.Head, w.Rel = t.words[name].Head, t.words[name].Rel
		t.words[noun].Head, t.words[noun].Rel = int16(i), report.Obj
		m.changed = true
	} else {
		m.above(i, noun)
		for c := t.first[noun]; c >= 0; c = t.next[c] {
			if r := t.words[c].Rel; r == report.Punct || int(c) < name {
				m.hang(int(c), i, r)
			}
		}
	}
	w.UPOS = report.VERB
	t.words[name].Head, t.words[name].Rel = int16(i), report.Nsubj
	m.replant()
}

// pastForm says whether a word is a verb's form in -ed, by its tag or, in lower
// case, by the lexicon.
func (m *mender) pastForm(i int) bool {
	w := &m.t.words[i]
	if w.UPOS == report.VERB && w.Feats.Is(report.Mood, "Ind") {
		return true // "India cut tariffs"
	}
	if !strings.HasSuffix(w.Form, "ed") {
		return false
	}
	return w.UPOS == report.VERB || m.listedVerb(w)
}

// listedVerb says whether a word in lower case is a regular form of a verb of
// the lexicon.
func (m *mender) listedVerb(w *report.Word) bool {
	if startsUpper(w.Form) {
		return false
	}
	var space [6]string
	for _, l := range regularLemmas(w.Form, space[:0])[1:] {
		if m.d.lex.Events.Of(l, lexicon.Verb) != nil || m.d.lex.Speech.Of(l, lexicon.Verb) != nil || m.d.lex.Status.Of(l, lexicon.Verb) != nil {
			return true
		}
	}
	return false
}

// complete says whether a noun phrase ends with a word: it is a name, has an
// article or is a plural.
func (m *mender) complete(i int) bool {
	w := &m.t.words[i]
	switch w.UPOS {
	case report.PROPN:
		return startsUpper(w.Form)
	case report.NOUN:
		return m.t.child(i, report.Det) >= 0 || w.Feats.Is(report.Number, "Plur") || m.ownedBefore(i)
	}
	return false
}

// ownedBefore says whether a genitive begins the phrase that ends with a noun:
// "Venezuela's electoral council".
func (m *mender) ownedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if h := m.t.head(k); m.t.saxon(k) && (h == i || h == m.t.head(i)) {
			return true
		}
	}
	return false
}

// progressive makes a verb of "is mulling sanctions".
func (m *mender) progressive(i int) {
	t := m.t
	w := &t.words[i]
	n := t.head(i)
	if w.Rel != report.Amod || n < i || i == 0 || lower(t.words[i-1].Lemma) != "be" || t.head(i-1) != n || t.words[i-1].Rel != report.Cop || !strings.HasSuffix(w.Form, "ing") || w.UPOS != report.VERB && !m.listedVerb(w) {
		return
	}
	m.above(i, n)
	w.UPOS = report.VERB
	for c := t.first[n]; c >= 0; c = t.next[c] {
		switch x := &t.words[c]; {
		case int(c) == i:
		case x.Rel == report.Cop:
			x.Head, x.Rel = int16(i), report.Aux
		case int(c) < i || x.Rel == report.Punct:
			x.Head = int16(i)
		}
	}
	m.changed = true
	m.replant()
}

// above puts verb v in the place of noun n, which becomes its object.
func (m *mender) above(v, n int) {
	w := m.t.words
	w[v].Head, w[v].Rel = w[n].Head, w[n].Rel
	if w[v].Rel == report.Nsubj || w[v].Rel == report.Obj || w[v].Rel == report.Appos {
		w[v].Rel = report.Parataxis
	}
	w[n].Head, w[n].Rel = int16(v), report.Obj
	m.changed = true
}

// particle hangs the particle of "called off talks" on its verb.
func (m *mender) particle(i int) {
	t := m.t
	w := &t.words[i]
	if i == 0 || !particle[lower(w.Form)] || t.words[i-1].UPOS != report.VERB || w.UPOS != report.ADP && w.UPOS != report.ADV {
		return
	}
	n, v := t.head(i), i-1
	if n > i+1 && t.head(i+1) == n && t.words[i+1].Rel == report.Case { // "caved in to Turkey"
		m.hang(i, v, report.CompoundPrt)
		return
	}
	if n > i && w.Rel == report.Advmod && t.rel(n) == report.Amod && t.head(n) > n {
		n = t.head(n) // "pushed back Russian troops"
	}
	if n <= i || t.head(n) != v || w.Rel != report.Case && w.Rel != report.Amod && w.Rel != report.Advmod {
		return
	}
	switch t.rel(n) {
	case report.Obj, report.NsubjPass:
	case report.Obl:
		if !m.phrasalVerb(v, lower(w.Form)) {
			return
		}
		t.words[n].Rel = report.Obj
	default:
		return
	}
	m.hang(i, v, report.CompoundPrt)
}

// phrasalVerb says whether the lexicon has a line for the verb with the particle.
func (m *mender) phrasalVerb(v int, prt string) bool {
	if prt == "in" || prt == "on" || prt == "over" {
		return false
	}
	lex := m.d.lex
	for _, frames := range []*lexicon.Frames{lex.Events, lex.Status, lex.Speech} {
		for _, fr := range frames.Of(m.t.words[v].Lemma, lexicon.Verb) {
			for i := range fr.Conds {
				if c := &fr.Conds[i]; c.Slot == lexicon.Prt && slices.Contains(c.Lemmas, prt) {
					return true
				}
			}
		}
	}
	return false
}

// nameBefore makes a name right before a verb without a subject its subject.
func (m *mender) nameBefore(i int) {
	t := m.t
	w := &t.words[i]
	v := t.head(i)
	common := w.UPOS == report.NOUN && w.Rel == report.Compound && v == i+1
	if v <= i || v > i+3 || !isVerb(&t.words[v]) || !startsUpper(w.Form) && !common || t.caseOf(i) != "" || t.saxon(i) {
		return
	}
	if w.UPOS != report.PROPN && !common && !(w.UPOS == report.ADJ && v == i+1 && i == 0) {
		return
	}
	switch w.Rel {
	case report.Advmod, report.Amod, report.Advcl, report.Compound, report.Discourse, report.Vocative, report.Obl, report.OblUnmarked, report.Dep, report.Nmod, report.NmodUnmarked:
	default:
		return
	}
	if hasFiniteSubject(t, v) || m.d.inTime(m.sent, i) || t.words[v].Feats.Is(report.VerbForm, "Inf") || t.words[v].Feats.Is(report.VerbForm, "Ger") || t.words[v].Rel == report.Amod || !m.onlyAuxiliaries(i+1, v) {
		return
	}
	if w.Rel = report.Nsubj; !common {
		w.UPOS = report.PROPN
	}
	m.changed = true
}

// onlyAuxiliaries says whether nothing but auxiliaries and adverbs stands from
// one word up to another.
func (m *mender) onlyAuxiliaries(from, to int) bool {
	for k := from; k < to; k++ {
		if u := m.t.words[k].UPOS; u != report.AUX && u != report.ADV && u != report.PART {
			return false
		}
	}
	return true
}

// bareObject makes a noun right behind a verb without an object its object,
// where no preposition stands before it and it is no time.
func (m *mender) bareObject(i int) {
	t := m.t
	w := &t.words[i]
	v := t.head(i)
	if v < 0 || v >= i || v < i-5 || base(w.Rel) != report.Obl && !(w.Rel == report.Xcomp && (w.UPOS == report.PROPN || w.UPOS == report.NOUN) && t.child(i, report.Cop, report.Mark, report.Nsubj) < 0) || t.words[v].UPOS != report.VERB || t.caseOf(i) != "" || !isNominal(w) || w.UPOS == report.NUM || m.d.inTime(m.sent, i) {
		return
	}
	if t.child(v, report.Obj, report.Ccomp, report.AuxPass) >= 0 {
		return
	}
	first, _ := t.extent(i)
	if first != v+1 && !(first == v+2 && t.words[v+1].Rel == report.CompoundPrt) {
		return
	}
	w.Rel = report.Obj
	m.changed = true
}

// thatClause hangs the clause of "reassured Latvia that help would come" on the
// verb: names have no restrictive relative clause.
func (m *mender) thatClause(i int) {
	t := m.t
	w := &t.words[i]
	n := t.head(i)
	if w.Rel != report.AclRelcl || n < 0 || t.words[n].UPOS != report.PROPN || n+1 >= len(t.words) || lower(t.words[n+1].Form) != "that" {
		return
	}
	v := t.head(n)
	s := t.child(i, report.Nsubj, report.NsubjPass)
	if v < 0 || v > n || !isVerb(&t.words[v]) || s < 0 || s == n+1 {
		return
	}
	m.hang(n+1, i, report.Mark)
	m.hang(i, v, report.Ccomp)
}

// contentClause makes a clause with a plain "that" behind a verb its content.
func (m *mender) contentClause(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Advcl || v < 0 || v > i || !isVerb(&t.words[v]) || t.child(v, report.Ccomp) >= 0 {
		return
	}
	k := t.child(i, report.Mark)
	if k < 1 || lower(t.words[k].Form) != "that" || k > v+4 {
		return
	}
	switch lower(t.words[k-1].Form) {
	case "so", "such", "order", "now", "given", "provided":
		return
	}
	t.words[i].Rel = report.Ccomp
}

// infinitiveObject gives an infinitive the noun right behind it that was taken
// for a second subject: "its willingness to release the sailors is clear".
func (m *mender) infinitiveObject(i int) {
	t := m.t
	h := t.head(i)
	if h < i || t.rel(i) != report.Nsubj && t.rel(i) != report.NsubjPass {
		return
	}
	first, _ := t.extent(i)
	v := first - 1
	if v < 2 || t.words[v].UPOS != report.VERB || lower(t.words[v-1].Form) != "to" || t.child(v, report.Obj) >= 0 {
		return
	}
	s := t.child(h, report.Nsubj, report.NsubjPass)
	if s >= 0 && s < v && t.under(v, s) {
		m.hang(i, v, report.Obj)
	}
}

// byPhrase hangs the agent of "the bombardment of Gaza by Israel" on the act, and
// the parties of "a swap of prisoners between Israel and Hamas".
func (m *mender) byPhrase(i int) {
	t := m.t
	inner := t.head(i)
	prep := t.caseOf(i)
	if base(t.rel(i)) != report.Nmod || inner < 0 || inner > i || prep != "by" && prep != "between" {
		return
	}
	act := t.head(inner)
	if act < 0 || act > inner || t.words[act].UPOS != report.NOUN || base(t.rel(inner)) != report.Nmod {
		return
	}
	if !m.takes(inner, prep) && m.takes(act, prep) {
		m.hang(i, act, report.Nmod)
	}
}

// takes says whether a line of a noun of an act has its parties in a phrase.
func (m *mender) takes(noun int, prep string) bool {
	for _, fr := range m.d.lex.Events.Of(lower(m.t.words[noun].Lemma), lexicon.Noun) {
		if fr.Type != "NONE" && (mentions(fr.A, lexicon.Slot(prep)) || mentions(fr.B, lexicon.Slot(prep))) {
			return true
		}
	}
	return false
}

// secondParty joins the two of "between Sudan and the rebels", where the second
// was taken for the subject of a verb behind.
func (m *mender) secondParty(i int) {
	t := m.t
	if t.caseOf(i) != "between" || t.child(i, report.Conj) >= 0 {
		return
	}
	_, last := t.extent(i)
	and := last + 1
	if and >= len(t.words)-1 || lower(t.words[and].Form) != "and" {
		return
	}
	for k := and + 1; k < len(t.words) && k < and+5; k++ {
		x := &t.words[k]
		if x.UPOS == report.NOUN || x.UPOS == report.PROPN {
			if h := t.head(k); h > k && base(x.Rel) == report.Compound {
				continue
			}
			m.join(i, and, k)
			return
		}
		if x.UPOS != report.DET && x.UPOS != report.ADJ && x.UPOS != report.NUM {
			return
		}
	}
}

func (m *mender) join(i, and, k int) {
	t := m.t
	v, act := t.head(k), t.head(i)
	subject := base(t.rel(k)) == report.Nsubj || t.rel(k) == report.NsubjPass
	if t.under(i, k) {
		return
	}
	rel := t.rel(k)
	m.hang(k, i, report.Conj)
	m.hang(and, k, report.Cc)
	if subject && act >= 0 && v >= 0 && isVerb(&t.words[v]) && t.head(v) == act && t.rel(v) == report.Conj {
		w := t.words
		w[v].Head, w[v].Rel = w[act].Head, w[act].Rel
		w[act].Head, w[act].Rel = int16(v), rel
		m.changed = true
	}
}
