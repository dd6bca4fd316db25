package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// fillNoun reads the slots of a noun or of an adjective.
func (f *slots) fillNoun() {
	t := f.t
	f.compound()
	for c := t.first[f.head]; c >= 0; c = t.next[c] {
		f.nounDependent(int(c))
	}
	f.stateBefore()
	f.repairNoun()
	f.phraseBehind()
	f.agentOfNoun()
	f.subjectOfNoun()
}

// phraseBehind puts the phrase right behind an English noun that the parser
// hung on its verb: "considers sanctions against Belarus".
func (f *slots) phraseBehind() {
	t := f.t
	h := t.head(f.head)
	if f.d.lex.Lang != "en" || h < 0 || !isVerb(&t.words[h]) {
		return
	}
	if r := base(t.rel(f.head)); r != report.Obj && r != report.NsubjPass {
		return
	}
	_, last := t.extent(f.head)
	for c := t.first[h]; c >= 0; c = t.next[c] {
		p := t.caseOf(int(c))
		if base(t.rel(int(c))) != report.Obl || !ofNouns[p] || f.get(lexicon.Slot(p)) >= 0 {
			continue
		}
		if first, _ := t.extent(int(c)); first == last+1 {
			f.nounPhrase(int(c))
			return
		}
	}
}

// ofNouns are prepositions that mark the party of a noun more often than an
// adjunct of the verb before it.
var ofNouns = map[string]bool{"against": true, "with": true, "between": true, "over": true, "of": true, "on": true, "towards": true, "toward": true, "for": true, "to": true, "among": true}

// agentOfNoun makes the by-phrase of a noun its owner: what stands after "of",
// in German in the genitive, then suffers the act.
func (f *slots) agentOfNoun() {
	by := f.get("by")
	if f.d.lex.Lang == "de" {
		by = f.agentBehind()
	}
	if by < 0 || !f.d.canAct(f.sent, by) {
		return
	}
	f.items = slices.DeleteFunc(f.items, func(x filler) bool { return x.slot == lexicon.Owner })
	f.put(lexicon.Owner, by)
}

// agentBehind is the phrase with "durch" of a German noun, also where the
// parser hung it on the genitive between or on the verb behind.
func (f *slots) agentBehind() int {
	t := f.t
	if w := f.get("durch"); w >= 0 || t.words[f.head].UPOS != report.NOUN || f.get(lexicon.Gen) < 0 {
		return w
	}
	w := f.phraseNearby("durch")
	for k := f.head + 1; k < w; k++ {
		if isVerb(&t.words[k]) {
			return -1
		}
	}
	if w >= 0 {
		f.put("durch", w)
	}
	return w
}

func (f *slots) nounDependent(i int) {
	t := f.t
	w := &t.words[i]
	switch w.Rel {
	case report.Det, report.DetPoss, report.NmodPoss:
		f.possessor(i)
		return
	case report.Nsubj, report.NsubjPass, report.NsubjOuter:
		f.put(lexicon.Subj, f.antecedent(i))
		return
	case report.Acl, report.AclRelcl, report.Ccomp, report.Xcomp, report.Advcl:
		if w.Rel != report.AclRelcl {
			f.complement(f.head, i)
		}
		return
	}
	switch base(w.Rel) {
	case report.Amod:
		f.adjective(i)
	case report.Appos:
		if i == f.head+1 && f.d.lex.Lang == "de" && f.d.canAct(f.sent, i) {
			f.put(lexicon.Subj, i) // "das EU-Mitglied Ungarn"
		}
	case report.Compound, report.Flat:
		if m := f.d.mentionAt(f.sent, i); m != nil && m.head == i {
			f.put(lexicon.CompSlot, i)
			f.put(lexicon.Owner, i)
		}
	case report.Nmod, report.Obl:
		f.nounPhrase(i)
	}
}

// possessor puts a possessive pronoun or a Saxon genitive.
func (f *slots) possessor(i int) {
	w := &f.t.words[i]
	m := f.d.mentionAt(f.sent, i)
	if w.UPOS == report.DET && m == nil {
		if w.Feats.Is(report.Polarity, "Neg") || w.Feats.Is(report.PronType, "Neg") {
			f.put(lexicon.Neg, i)
		}
		return
	}
	if m == nil && !f.t.saxon(i) && w.Rel != report.NmodPoss {
		return
	}
	f.put(lexicon.Owner, f.antecedent(i))
	if m != nil && m.kind == byPronoun {
		f.put(lexicon.PossSlot, i)
	} else {
		f.put(lexicon.Gen, f.antecedent(i))
		f.put(lexicon.PossSlot, i)
	}
}

// adjective puts an adjective of a state, and the agent of a participle.
func (f *slots) adjective(i int) {
	if m := f.d.mentionAt(f.sent, i); m != nil && (m.kind == byAdj || m.kind == byDemonym || m.kind == byName) {
		f.put(lexicon.AdjSlot, i)
		f.put(lexicon.Owner, i)
		for c := f.t.first[i]; c >= 0; c = f.t.next[c] {
			if f.t.words[c].Rel == report.Conj {
				f.adjective(int(c))
			}
		}
	}
}

func (f *slots) nounPhrase(i int) {
	t := f.t
	target := f.antecedent(i)
	prep := t.caseOf(i)
	switch prep {
	case "":
		if f.d.mentionAt(f.sent, i) == nil && !t.words[i].Feats.Is(report.MorphCase, "Gen") && f.d.lex.Lang == "de" {
			return
		}
		f.put(lexicon.Gen, target)
		f.put(lexicon.Owner, target)
		return
	case "von", "of":
		if bearing(t, i) {
			return
		}
		f.put(lexicon.Gen, target)
		f.put(lexicon.Owner, target)
	case "zwischen", "between":
		f.put(lexicon.Between, target)
	}
	f.put(lexicon.Slot(prep), target)
}

// compound puts the entity in front of a hyphen or inside a German compound:
// the word itself stands for it, doc.fillerEntities knows.
func (f *slots) compound() {
	if m := f.d.compoundOwner(f.sent, f.head); m != nil {
		f.put(lexicon.CompSlot, f.head)
		f.put(lexicon.Owner, f.head)
	}
}

// stateBefore puts a state right before the noun that the tree hung elsewhere:
// "US sanctions", "Chinas Angebot".
func (f *slots) stateBefore() {
	if f.get(lexicon.Owner) >= 0 || f.head == 0 {
		return
	}
	m := f.d.mentionAt(f.sent, f.head-1)
	if m == nil || len(m.ents) == 0 || m.last != f.head-1 {
		return
	}
	w := &f.t.words[m.head]
	genitive := m.kind == byName && f.d.lex.Lang == "de" && (w.Feats.Is(report.MorphCase, "Gen") || strings.HasSuffix(w.Form, "s") && w.Form != w.Lemma)
	if genitive || m.kind == byAdj || f.d.lex.Lang == "en" && m.kind == byName && f.t.head(m.head) == f.head {
		f.put(lexicon.Owner, m.head)
	}
}

// subjectOfNoun puts the subject of a light verb that the noun is the object
// of ("X führte Gespräche"), and what the noun is in apposition to.
func (f *slots) subjectOfNoun() {
	t := f.t
	if f.get(lexicon.Subj) >= 0 {
		return
	}
	h := t.head(f.head)
	if h < 0 || f.guest() {
		return
	}
	switch base(t.rel(f.head)) {
	case report.Advmod, report.Xcomp, report.Advcl:
		if w := &t.words[f.head]; w.UPOS == report.ADJ && isVerb(&t.words[h]) {
			g := slots{}
			g.fill(f.d, f.sent, h)
			if o := g.get(lexicon.Obj); base(t.rel(f.head)) == report.Xcomp && o >= 0 && !g.passive && f.d.canAct(f.sent, o) {
				f.put(lexicon.Subj, o) // "machte die Miliz verantwortlich"
			} else {
				f.put(lexicon.Subj, g.get(lexicon.Subj))
			}
			for _, it := range g.items {
				if prepositional(it.slot) && f.get(it.slot) < 0 {
					f.put(it.slot, it.word)
				}
			}
			return
		}
		f.lightVerb(h)
	case report.Nmod:
		if a := t.head(h); a >= 0 && base(t.rel(h)) == report.Obj && t.caseOf(f.head) == "of" && f.d.isClass(&t.words[h], "@measure-noun") {
			f.lightVerb(a) // "launched ten days of war games"
		} else if partitive(&t.words[h]) {
			g := slots{}
			g.fill(f.d, f.sent, h)
			f.put(lexicon.Subj, g.get(lexicon.Subj))
			if a := t.head(h); g.get(lexicon.Subj) < 0 && a >= 0 && t.child(a, report.Cop) >= 0 {
				f.put(lexicon.Subj, a)
			}
		}
	case report.Appos:
		f.put(lexicon.Subj, h)
	case report.Conj:
		g := slots{d: f.d, sent: f.sent, t: t, head: h}
		if !isVerb(&t.words[h]) {
			g.fillNoun()
			f.put(lexicon.Subj, g.get(lexicon.Subj))
		}
	case report.Obj, report.Obl, report.NsubjPass, report.Nsubj:
		f.lightVerb(h)
	}
}

// plainVerb says whether a verb neither codes an act or attitude of its own nor
// puts its subject at the receiving end, so that its subject does what its
// object names: "demonstrierte Rückendeckung".
func (f *slots) plainVerb() bool {
	return !f.d.isClass(&f.t.words[f.head], "@receiving") && f.match(f.d.lex.Events) == nil && f.match(f.d.lex.Status) == nil && f.match(f.d.lex.Speech) == nil
}

// instrument are the prepositions by which a noun names what the subject of
// its verb does.
var instrument = map[string]bool{"zu": true, "als": true, "as": true, "durch": true, "mit": true, "through": true, "by": true}

// accompanies are the German prepositions of a noun that only says when or why.
var accompanies = map[string]bool{"nach": true, "bei": true, "seit": true, "während": true, "vor": true, "wegen": true, "trotz": true, "infolge": true, "anlässlich": true, "aufgrund": true, "angesichts": true, "für": true, "gegen": true, "über": true, "aus": true, "von": true}

// takePhrases gives a noun the prepositional phrases of its verb that it has
// none of its own for.
func (f *slots) takePhrases(g *slots) {
	for _, it := range g.items {
		if prepositional(it.slot) && it.slot != "comp-clause" && it.word != f.head && f.get(it.slot) < 0 {
			f.put(it.slot, it.word)
		}
	}
}

// surfaceSubject is the word in the subject's place, of a passive the object.
func surfaceSubject(g *slots) int {
	if g.passive {
		return g.get(lexicon.Obj)
	}
	return g.get(lexicon.Subj)
}

// partitive says whether a word is the "one" of "one of the allies".
func partitive(w *report.Word) bool {
	switch lower(w.Form) {
	case "einer", "eine", "eines", "one", "some", "einige", "mehrere":
		return true
	}
	return false
}

// otherObject says whether a German noun stands before the very object of its
// verb, so that the verb lends its subject to that: "hat Forderungen eine Absage
// erteilt".
func (f *slots) otherObject(h int) bool {
	if f.d.lex.Lang != "de" || h < f.head {
		return false
	}
	for c := f.t.first[h]; c >= 0; c = f.t.next[c] {
		if int(c) > f.head && int(c) < h && base(f.t.rel(int(c))) == report.Obj && f.t.words[c].UPOS == report.NOUN {
			return true
		}
	}
	return false
}

func (f *slots) lightVerb(h int) {
	w := &f.t.words[h]
	if !isVerb(w) {
		return
	}
	g := slots{}
	g.fill(f.d, f.sent, h)
	if f.t.caseOf(f.head) == "" && f.d.isClass(w, "@charging") {
		f.charged(&g)
		return
	}
	if p := f.t.caseOf(f.head); base(f.t.rel(f.head)) == report.Obl && instrument[p] && !(p == "zu" && (w.Lemma == "führen" || article(f.t, f.head) == "den")) {
		// "zu Besuch in Sarajevo sagte Kurz", "reagierte mit Sanktionen"
		switch o := g.get(lexicon.Obj); {
		case p == "by" && g.passive:
			return // "damage that was caused by an attack"
		case (p == "durch" || p == "mit") && g.passive:
			if x := g.get(lexicon.Subj); x != f.head {
				f.put(lexicon.Subj, x)
			}
			return // "wurden durch Beschuss verletzt"
		case f.d.isClass(w, "@urging"):
			if p == "zu" && o >= 0 && o != f.head && f.d.canAct(f.sent, o) {
				f.put(lexicon.Subj, o) // "forderte den Premier zum Rücktritt auf"
			}
			return
		case f.d.isClass(w, "@receiving"):
			return // "muss mit Strafen rechnen"
		}
		f.put(lexicon.Subj, surfaceSubject(&g))
		f.takePhrases(&g)
		return
	}
	if base(f.t.rel(f.head)) == report.Obl && (accompanies[f.t.caseOf(f.head)] || f.d.lex.Lang == "en" && f.t.caseOf(f.head) == "over") {
		return // "nach dem Anschlag erhöhte sich die Zahl der Opfer"
	}
	if !f.d.isClass(w, "@light") && (base(f.t.rel(f.head)) != report.Obj || !g.plainVerb()) {
		return
	}
	if f.otherObject(h) {
		return
	}
	if x := g.get(lexicon.Subj); x >= 0 && x != f.head {
		f.put(lexicon.Subj, x)
	}
	for _, it := range g.items {
		switch it.slot {
		case lexicon.Subj, lexicon.Obj, lexicon.Gen, lexicon.Prt, lexicon.Refl, "comp-clause":
		default:
			if it.word != f.head && f.get(it.slot) < 0 {
				f.put(it.slot, it.word)
			}
		}
	}
}
