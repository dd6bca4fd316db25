package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// slots is what stands at a word in the deep grammatical places that the
// lexicon speaks of: passives, infinitives, relative clauses, participles and
// coordination undone. It is filled anew for every word and allocates nothing
// in the steady state.
type slots struct {
	d       *doc
	sent    int
	t       *tree
	head    int
	passive bool
	phrasal bool   // the line looked at names a particle, so that "shut down the paper" has an object
	verb    string // infinitive behind a German adjective that is a participle
	items   []filler
}

// filler is one word in one slot.
type filler struct {
	slot lexicon.Slot
	word int
}

func (f *slots) put(slot lexicon.Slot, word int) {
	if word < 0 {
		return
	}
	for _, x := range f.items {
		if x.slot == slot && x.word == word {
			return
		}
	}
	f.items = append(f.items, filler{slot, word})
}

// get is the first word in a slot, -1 if it is empty.
func (f *slots) get(slot lexicon.Slot) int {
	for _, x := range f.items {
		if x.slot == slot {
			return x.word
		}
	}
	return -1
}

// fill reads the slots of a word.
func (f *slots) fill(d *doc, sent, head int) {
	f.d, f.sent, f.t, f.head, f.passive, f.verb = d, sent, &d.trees[sent], head, false, ""
	f.items = f.items[:0]
	w := &f.t.words[head]
	switch {
	case w.Rel == report.Cop:
		f.fillCopula()
	case isVerb(w) || w.UPOS == report.ADJ && participle(w):
		f.fillVerb()
	case d.verbInside(w) != "" && !f.listedPredicate(w):
		f.verb = d.verbInside(w)
		f.fillVerb()
	default:
		f.fillNoun()
	}
}

// listedPredicate says whether an adjective with a copula has lines of its own:
// "ist bereit" is not the participle of bereiten.
func (f *slots) listedPredicate(w *report.Word) bool {
	if f.t.child(f.head, report.Cop) < 0 {
		return false
	}
	x := f.d.lex
	for _, frames := range [...]*lexicon.Frames{x.Events, x.Relations, x.Speech, x.Status} {
		if frames.Of(w.Lemma, lexicon.Adjective) != nil {
			return true
		}
	}
	return false
}

// fillCopula reads "war in Peking": the subject and the phrases of the place
// that the copula links it to, or, where the parser took the subject for the
// predicate, the phrases below it.
func (f *slots) fillCopula() {
	t := f.t
	h := t.head(f.head)
	if h < 0 {
		return
	}
	if s := t.child(h, report.Nsubj, report.NsubjOuter); s >= 0 {
		f.put(lexicon.Subj, f.antecedent(s))
		if p := t.caseOf(h); p != "" {
			f.put(lexicon.Slot(p), h)
		}
	} else {
		f.put(lexicon.Subj, h)
	}
	f.phrasesBelow(h, 2)
}

// phrasesBelow puts the prepositional phrases under a word.
func (f *slots) phrasesBelow(h, depth int) {
	for c := f.t.first[h]; c >= 0; c = f.t.next[c] {
		if p := f.t.caseOf(int(c)); p != "" {
			f.put(lexicon.Slot(p), int(c))
		}
		if r := base(f.t.words[c].Rel); depth > 1 && (r == report.Appos || r == report.Flat || r == report.Nsubj) {
			f.phrasesBelow(int(c), depth-1)
		}
	}
}

func participle(w *report.Word) bool { return w.Feats.Is(report.VerbForm, "Part") }

// fillVerb reads a verb's own dependents, then what it shares with others.
func (f *slots) fillVerb() {
	f.passive = f.isPassive(f.head)
	f.dependents(f.head, true)
	f.inherit()
	f.inquit()
	f.repairVerb()
	if f.passive && f.get(lexicon.Subj) < 0 {
		f.hyphenedAgent()
	}
	if f.passive && f.get(lexicon.Subj) < 0 && f.d.lex.Lang == "en" {
		f.farAgent()
	}
	if f.passive && f.get(lexicon.Subj) < 0 && f.d.lex.Lang == "en" {
		f.sharedAgent()
	}
}

// hyphenedAgent puts the agent that a hyphen joins to a participle: "US-geführt",
// "Saudi-led".
func (f *slots) hyphenedAgent() {
	t := f.t
	if f.d.lex.Lang == "de" {
		if strings.Contains(t.words[f.head].Form, "-") && f.d.compoundOwner(f.sent, f.head) != nil {
			f.put(lexicon.Subj, f.head)
		}
		return
	}
	if a := f.head - 2; a >= 0 && t.words[f.head].Rel == report.Amod && t.words[f.head-1].Form == "-" && t.head(a) == f.head {
		f.put(lexicon.Subj, a)
	}
}

// isPassive says whether the deep subject of a verb is not its subject.
func (f *slots) isPassive(h int) bool {
	t := f.t
	w := &t.words[h]
	if f.d.lex.Lang == "en" {
		return f.isEnglishPassive(h)
	}
	finite := w.Feats.Is(report.VerbForm, "Fin")
	for c := t.first[h]; c >= 0; c = t.next[c] {
		switch t.words[c].Rel {
		case report.NsubjPass, report.CsubjPass:
			if !finite && t.child(h, report.Aux, report.AuxPass) < 0 {
				return true
			}
		case report.AuxPass, report.Aux, report.Cop:
			l := lower(t.words[c].Lemma)
			if l == "werden" && !w.Feats.Is(report.VerbForm, "Inf") || l == "sein" && t.words[c].Rel == report.AuxPass && t.child(h, report.NsubjPass) >= 0 {
				return true
			}
		}
	}
	if w.Feats.Is(report.Voice, "Pass") {
		return true
	}
	if f.verb != "" && h == f.head {
		return !strings.HasSuffix(w.Lemma, "nd")
	}
	if !participle(w) || hasAux(t, h) {
		return false
	}
	if f.pairedPassive(h) {
		return true
	}
	if w.Rel == report.Root && t.child(h, report.Obj) < 0 && !hasFiniteVerb(t) {
		return true // "Tunesier nahe Raqqa tödlich getroffen"
	}
	if w.Rel == report.Amod || w.Rel == report.Acl || w.Rel == report.Advcl || w.Rel == report.Root && t.child(h, report.Obj) < 0 && t.child(h, report.Nsubj) < 0 {
		return !w.Feats.Is(report.Tense, "Pres")
	}
	return false
}

// isEnglishPassive asks for a form of "be" or "get" before a past participle,
// or for a participle without any auxiliary that modifies a noun or clause;
// labels of the parser alone do not count.
func (f *slots) isEnglishPassive(h int) bool {
	t := f.t
	w := &t.words[h]
	if !pastParticiple(w) {
		return false
	}
	finite := false
	for c := t.first[h]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		if x.Rel != report.Aux && x.Rel != report.AuxPass && x.Rel != report.Cop {
			continue
		}
		finite = true
		if l := lower(x.Lemma); l == "be" || l == "get" {
			return true
		}
	}
	if finite {
		return false
	}
	if f.headlinePassive(h) {
		return true
	}
	switch base(w.Rel) {
	case report.Xcomp:
		return causative(t, h)
	case report.Amod, report.Acl, report.Advcl:
		return t.rel(h) != report.AclRelcl && t.child(h, report.Nsubj, report.Obj) < 0
	case report.Conj:
		return t.child(h, report.Nsubj, report.Obj) < 0 && t.child(h, report.NsubjPass) >= 0 || f.conjoinedPassive(h)
	}
	return false
}

// causative says whether a participle tells what is done to the object of "have" or
// "get": "plotting to have him killed".
func causative(t *tree, h int) bool {
	v := t.head(h)
	if v < 0 || t.child(h, report.Obj, report.Mark) >= 0 || t.child(v, report.Obj) < 0 {
		return false
	}
	l := t.words[v].Lemma
	return l == "have" || l == "get"
}

// conjoinedPassive says whether a participle shares the "be" of the verb that
// it is coordinated with: "was interrogated and arrested".
func (f *slots) conjoinedPassive(h int) bool {
	a := f.t.head(h)
	return a >= 0 && participle(&f.t.words[h]) && f.t.child(h, report.Nsubj, report.Obj) < 0 && f.isEnglishPassive(a)
}

// headlinePassive says whether an English headline leaves out "were": "Three
// activists arrested in Cairo".
func (f *slots) headlinePassive(h int) bool {
	t := f.t
	if f.d.lex.Lang != "en" || t.words[len(t.words)-1].UPOS == report.PUNCT || t.rel(h) != report.Root {
		return false
	}
	w := &t.words[h]
	return strings.HasSuffix(w.Form, "ed") && t.child(h, report.Obj, report.Ccomp, report.Xcomp, report.Aux) < 0 && t.child(h, report.Nsubj, report.NsubjPass) >= 0
}

// pastParticiple says whether an English verb form is one.
func pastParticiple(w *report.Word) bool {
	return participle(w) && !w.Feats.Is(report.Tense, "Pres") || !participle(w) && strings.HasSuffix(w.Form, "ed")
}

// hasFiniteVerb says whether any word of the sentence is a finite verb.
func hasFiniteVerb(t *tree) bool {
	for i := range t.words {
		if t.words[i].Feats.Is(report.VerbForm, "Fin") {
			return true
		}
	}
	return false
}

func hasAux(t *tree, h int) bool { return t.child(h, report.Aux, report.AuxPass) >= 0 }

// dependents puts the children of word h into slots; own is false where they
// are shared from another verb, which then keeps its particles to itself.
func (f *slots) dependents(h int, own bool) {
	t := f.t
	passive := f.passive
	for c := t.first[h]; c >= 0; c = t.next[c] {
		w, i := &t.words[c], int(c)
		switch base(w.Rel) {
		case report.Nsubj:
			if passive && !f.hasPassiveSubject(h) && t.child(h, report.Obj) < 0 {
				f.put(lexicon.Obj, f.antecedent(i))
			} else {
				f.put(lexicon.Subj, f.antecedent(i))
			}
		case report.NsubjPass:
			if passive && f.d.lex.Lang == "en" && t.child(h, report.Obj) > h {
				f.put(lexicon.Dat, f.antecedent(i)) // "were denied visas"
			} else if passive {
				f.put(lexicon.Obj, f.antecedent(i))
			} else {
				f.put(lexicon.Subj, f.antecedent(i))
			}
		case report.Obj:
			f.object(i)
		case report.Iobj:
			f.put(lexicon.Dat, f.antecedent(i))
		case report.Obl, report.Nmod:
			f.oblique(i)
		case report.Ccomp, report.Xcomp, report.Csubj:
			if own && (t.bare(i) || f.predicative(i) || f.calledSo(h, i)) {
				f.put(lexicon.Prt, i) // "zeigte sich bereit", "nahm gefangen"
			}
			if p := t.caseOf(i); p == "für" && w.UPOS == report.ADJ && f.d.lex.Lang == "de" && t.child(i, report.Cop, report.Nsubj) < 0 {
				f.put(lexicon.Slot(p), i) // "hält den Plan für falsch"
				continue
			}
			f.quality(i)
			f.complement(h, i)
		case report.CompoundPrt:
			f.put(lexicon.Prt, i)
		case report.Advmod:
			if own {
				f.adverb(i)
			}
		case report.Expl, report.ExplPv:
			if w.Feats.Is(report.Reflex, "Yes") || lower(w.Form) == "sich" {
				f.put(lexicon.Refl, i)
			}
		case report.Advcl:
			f.adverbialClause(i)
		}
	}
}

// hasPassiveSubject says whether the verb has a subject marked as passive.
func (f *slots) hasPassiveSubject(h int) bool { return f.t.child(h, report.NsubjPass) >= 0 }

// object puts an object: reflexive pronouns and datives apart.
func (f *slots) object(i int) {
	w := &f.t.words[i]
	if w.Feats.Is(report.Reflex, "Yes") || lower(w.Form) == "sich" {
		f.put(lexicon.Refl, i)
		return
	}
	if f.d.lex.Lang == "de" && w.Feats.Is(report.MorphCase, "Dat") && f.t.child(f.head, report.Iobj) < 0 {
		f.put(lexicon.Dat, f.antecedent(i))
	}
	if f.d.lex.Lang == "de" && w.Feats.Is(report.MorphCase, "Gen") {
		f.put(lexicon.Gen, f.antecedent(i))
	}
	f.put(lexicon.Obj, f.antecedent(i))
}

// bare is the slot of noun phrases without a preposition that the tree takes
// for modifiers; repair may find the subject there.
const bare lexicon.Slot = "bare"

// agentPreps mark the deep subject of a passive.
var agentPreps = map[string]bool{"von": true, "durch": true, "by": true}

// scene is the slot of where an English sentence is set by its first words: "In
// Cairo, the League called for a truce"; of who vouches too: "nach Einschätzung
// der USA". No line asks for it.
const scene = "scene"

// setsScene says whether a phrase opens an English sentence before a comma.
func (f *slots) setsScene(i int) bool {
	if f.d.lex.Lang != "en" || i > f.head {
		return false
	}
	first, last := f.t.extent(i)
	if f.t.words[last].Form != "," {
		last++
	}
	return first == 0 && last < len(f.t.words) && f.t.words[last].Form == ","
}

func (f *slots) oblique(i int) {
	w := &f.t.words[i]
	prep := f.t.caseOf(i)
	target := f.antecedent(i)
	if prep == "in" && f.setsScene(i) || f.d.inCue(f.sent, i) {
		prep = scene
	}
	if prep == "" {
		if w.Feats.Is(report.Reflex, "Yes") {
			f.put(lexicon.Refl, i)
		} else if f.d.lex.Lang == "de" && (w.Rel == report.OblArg && !w.Feats.Is(report.MorphCase, "Gen") || w.Feats.Is(report.MorphCase, "Dat")) {
			f.put(lexicon.Dat, target)
		} else if f.d.lex.Lang == "de" && w.Feats.Is(report.MorphCase, "Gen") {
			f.put(lexicon.Gen, target)
		}
		if f.d.lex.Lang == "de" {
			f.put(bare, target)
		}
		return
	}
	if agentPreps[prep] && f.passive {
		if f.countedOf(prep, i) {
			f.put(lexicon.Obj, target)
			return
		}
		f.put(lexicon.Subj, target)
	}
	if prep == "zwischen" || prep == "between" {
		f.put(lexicon.Between, target)
	}
	f.put(lexicon.Slot(prep), target)
	if c := f.t.child(i, report.Case); particle[prep] && f.d.lex.Lang == "en" && isVerb(&f.t.words[f.head]) && c == f.head+1 {
		f.put(lexicon.Prt, c)
		f.put("prt-object", target)
	}
}

// particle are the English prepositions that are often particles of the verb
// before them: "shut down the newspaper".
var particle = map[string]bool{"down": true, "off": true, "over": true, "out": true, "up": true, "in": true, "away": true, "back": true, "on": true, "aside": true}

// adverb puts adverbs that are particles or pronominal ("dagegen", "out").
func (f *slots) adverb(i int) {
	w := &f.t.words[i]
	if w.Feats.Is(report.Polarity, "Neg") && lower(w.Form) != "nein" {
		f.put(lexicon.Neg, i)
		return
	}
	f.put(lexicon.Prt, i)
	if p, ok := pronominal(lower(w.Form)); ok {
		f.put(lexicon.Slot(p), i)
	}
}

// pronominal is the preposition inside a German pronominal adverb.
func pronominal(form string) (string, bool) {
	for _, p := range [...]string{"dagegen", "dafür", "damit", "davon", "darauf", "daran", "darüber", "davor", "dazu", "darum", "dabei"} {
		if form == p {
			s := form[2:]
			if s[0] == 'r' {
				s = s[1:]
			}
			return s, true
		}
	}
	return "", false
}

// antecedent replaces a relative pronoun by the noun that its clause modifies.
func (f *slots) antecedent(i int) int {
	t := f.t
	w := &t.words[i]
	if !relative(w) {
		return i
	}
	for h, n := i, 0; h >= 0 && n < 12; h, n = t.head(h), n+1 {
		if base(t.rel(h)) == report.Acl {
			if a := t.head(h); a >= 0 {
				if k := f.lastConjunct(a, i); k >= 0 {
					return k
				}
				return f.agreeing(i, a)
			}
		}
	}
	return i
}

// agreeing is the antecedent of a German relative pronoun: the noun that the tree
// gives, unless its article or ending forbids it and the one right before the
// comma agrees: "Deutschlands Unterstützung für Polen, das …".
func (f *slots) agreeing(pronoun, given int) int {
	t := f.t
	near := pronoun - 2
	if f.d.lex.Lang != "de" || near < 0 || t.words[pronoun-1].Form != "," || near == given || !isNominal(&t.words[near]) {
		return given
	}
	form := lower(t.words[pronoun].Form)
	if !disagrees(t, form, given) || disagrees(t, form, near) {
		return given
	}
	return near
}

func relative(w *report.Word) bool {
	if w.Feats.Is(report.PronType, "Rel") {
		return true
	}
	if w.UPOS != report.PRON && w.UPOS != report.DET {
		return false
	}
	switch lower(w.Form) {
	case "who", "which", "whom", "whose", "that", "der", "die", "das", "den", "dem", "denen", "dessen", "deren", "welche", "welcher", "welches":
		return w.UPOS == report.PRON
	}
	return false
}
