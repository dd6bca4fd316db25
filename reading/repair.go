package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// The parser errs most where a phrase attaches and which of two bare noun
// phrases is the subject. What a line of the lexicon asks for and the tree
// does not give is looked for once more, close by and within the clause; what
// is found so is marked as guessed.

// repair looks for the prepositional slots of a role that came out empty.
func (f *slots) repair(e lexicon.SlotExpr, skip []party) []party {
	for _, union := range e {
		for _, slot := range union {
			if !prepositional(slot) {
				continue
			}
			if w := f.phraseNearby(string(slot)); w >= 0 {
				if ps := f.d.partiesAt(f.sent, w, nil, skip); len(ps) > 0 {
					return ps
				}
			}
		}
	}
	return nil
}

func prepositional(s lexicon.Slot) bool {
	switch s {
	case bare, lexicon.Subj, lexicon.Obj, lexicon.Dat, lexicon.Gen, lexicon.PossSlot, lexicon.AdjSlot, lexicon.CompSlot, lexicon.Owner, lexicon.Clause, lexicon.Prt, lexicon.Refl, lexicon.Neg, lexicon.Head:
		return false
	}
	return true
}

// phraseNearby is the head of the nearest phrase with a preposition in the
// clause of the word: to the right of a noun, on either side of a verb.
func (f *slots) phraseNearby(prep string) int {
	t := f.t
	from, to := f.clauseBounds()
	noun := !isVerb(&t.words[f.head])
	if prep == string(lexicon.Between) && f.d.lex.Lang == "de" {
		prep = "zwischen"
	}
	best, dist := -1, 1<<30
	for i := from; i <= to; i++ {
		if i == f.head || !isNominal(&t.words[i]) && t.words[i].UPOS != report.ADJ || t.caseOf(i) != prep || prep == "in" && f.setsScene(i) || f.d.inCue(f.sent, i) || prep == "von" && bearing(t, i) {
			continue
		}
		if noun && (i < f.head || i > f.head+9 || f.beyondVerb(i)) {
			continue
		}
		if !noun && prep == "by" && f.agentOfAct(i) {
			continue
		}
		if d := max(i-f.head, f.head-i); d < dist {
			best, dist = i, d
		}
	}
	return best
}

// condNearby says whether a condition that the tree does not fulfil is met
// close by: a phrase with the preposition, or, for an object of certain words,
// a bare noun of the clause.
func (f *slots) condNearby(c *lexicon.Cond) bool {
	if c.Not {
		return false
	}
	if prepositional(c.Slot) && c.Slot != "comp-clause" {
		return f.fitsNearby(c)
	}
	if c.Slot == lexicon.Dat {
		return f.unmarkedDative(c)
	}
	if c.Slot == lexicon.Gen && len(c.Lemmas) > 0 && isVerb(&f.t.words[f.head]) {
		return f.genitiveNoun(c.Lemmas) // "des Landes verwiesen", "des Amtes enthoben"
	}
	return c.Slot == lexicon.Obj && len(c.Lemmas) > 0 && f.d.lex.Lang == "de" && isVerb(&f.t.words[f.head]) && f.bareNoun(c.Lemmas)
}

// unmarkedDative says whether an object without a mark of case that can act
// meets a condition on the dative: "widersprach Deutschland".
func (f *slots) unmarkedDative(c *lexicon.Cond) bool {
	if f.d.lex.Lang != "de" || f.passive || !isVerb(&f.t.words[f.head]) {
		return false
	}
	for _, it := range f.items {
		if it.slot == lexicon.Obj && f.d.canAct(f.sent, it.word) && !accusativeMarked(f.t, it.word) && f.fits(c, it.word) {
			return true
		}
	}
	return false
}

// fitsNearby says whether any phrase of the clause with the condition's
// preposition, behind a noun or anywhere around a verb, meets it.
func (f *slots) fitsNearby(c *lexicon.Cond) bool {
	t := f.t
	from, to := f.clauseBounds()
	if isVerb(&t.words[f.head]) {
		if len(c.Lemmas) == 0 && c.Sort == "" {
			return false // that some phrase stands nearby says nothing of the verb
		}
	} else {
		from, to = f.head+1, min(to, f.head+9)
	}
	noun := !isVerb(&t.words[f.head])
	for i := from; i <= to; i++ {
		if i != f.head && isNominal(&t.words[i]) && t.caseOf(i) == string(c.Slot) && f.fits(c, i) && !(noun && f.beyondVerb(i)) {
			return true
		}
	}
	return false
}

// genitiveNoun says whether a noun with a genitive article in the verb's clause
// has one of the lemmas.
func (f *slots) genitiveNoun(lemmas []string) bool {
	from, to := f.clauseBounds()
	for i := from; i <= to; i++ {
		if a := article(f.t, i); (a == "des" || a == "seines" || a == "ihres" || a == "der") && f.lemmaIs(i, lemmas) {
			return true
		}
	}
	return false
}

// bareNoun says whether a noun without preposition in the verb's clause, not
// its subject, has one of the lemmas.
func (f *slots) bareNoun(lemmas []string) bool {
	t := f.t
	from, to := f.clauseBounds()
	for i := from; i <= to; i++ {
		if i != f.head && isNominal(&t.words[i]) && i != f.get(lexicon.Subj) && t.caseOf(i) == "" && f.lemmaIs(i, lemmas) && t.under(i, f.head) {
			return true
		}
	}
	return false
}

// repairVerb mends the subject: a nominative that was taken for an object, a
// dative that was taken for a subject.
func (f *slots) repairVerb() {
	if f.d.lex.Lang != "de" {
		if f.d.isClass(&f.t.words[f.head], "@ditransitive") {
			f.twoObjects()
		}
		return
	}
	t := f.t
	if f.verb != "" && f.passive && f.get(lexicon.Subj) < 0 {
		f.agentBefore()
	}
	f.oneSubject()
	f.dativeSubject()
	f.twoObjects()
	if f.get(lexicon.Subj) >= 0 || f.passive || !f.finiteClause() {
		return
	}
	if b := f.get(bare); b >= 0 && f.d.canAct(f.sent, b) && !dativeMarked(t, b) && !accusativeMarked(t, b) {
		f.put(lexicon.Subj, b) // "Als Präsident Eisenhower die Beziehungen abbrach"
		return
	}
	o := f.get(lexicon.Obj)
	if o >= 0 && o < f.head+6 && !accusativeMarked(t, o) && !dativeMarked(t, o) {
		for k := range f.items {
			if f.items[k].slot == lexicon.Obj && f.items[k].word == o {
				f.items[k].slot = lexicon.Subj
			}
		}
	}
}

// agentBefore finds the agent of an attributive participle between the article
// and it, wherever the tree hung it: "der von China und Russland angeführten
// Organisation".
func (f *slots) agentBefore() {
	for i := f.head - 1; i >= 0 && i >= f.head-8; i-- {
		switch f.t.words[i].UPOS {
		case report.DET, report.VERB, report.PUNCT:
			return
		}
		if agentPreps[f.t.caseOf(i)] {
			f.put(lexicon.Subj, i)
			return
		}
	}
}

// dativeSubject mends "Der Gruppe gehören China und Indien an": a subject that
// can only be dative changes places with the object. The understood subject of an
// infinitive may be one: "Der Armee gelang es, die Rebellen zu vertreiben".
func (f *slots) dativeSubject() {
	s, o := f.get(lexicon.Subj), f.get(lexicon.Obj)
	if s < 0 || f.passive || f.t.head(s) != f.head || !dativeMarked(f.t, s) || o >= 0 && accusativeMarked(f.t, o) {
		return
	}
	for k := range f.items {
		switch f.items[k].slot {
		case lexicon.Subj:
			f.items[k].slot = lexicon.Dat
		case lexicon.Obj:
			f.items[k].slot = lexicon.Subj
		}
	}
}

// oneSubject leaves a verb one subject: of several bare noun phrases the first
// that can be nominative. The others are its objects: the dative where another
// object is there.
func (f *slots) oneSubject() {
	if f.passive || f.count(lexicon.Subj) < 2 {
		return
	}
	t := f.t
	best := -1
	for k, it := range f.items {
		if it.slot != lexicon.Subj || dativeMarked(t, it.word) || accusativeMarked(t, it.word) {
			continue
		}
		if best < 0 || it.word < f.items[best].word {
			best = k
		}
	}
	if best < 0 {
		return
	}
	subject := f.items[best].word
	other := lexicon.Obj
	if f.get(lexicon.Obj) >= 0 {
		other = lexicon.Dat
	}
	for k := range f.items {
		it := &f.items[k]
		if it.slot != lexicon.Subj || k == best || f.sameMention(it.word, subject) {
			continue
		}
		it.slot = other
		if dativeMarked(t, it.word) {
			it.slot = lexicon.Dat
		}
	}
}

// sameMention says whether two words belong to one name or title with a name.
func (f *slots) sameMention(a, b int) bool {
	m := f.d.mentionAt(f.sent, a)
	return m != nil && m == f.d.mentionAt(f.sent, b)
}

// twoObjects takes the first of two objects, if it can act and the second can
// not, for the dative: "gaben Israel Rückendeckung".
func (f *slots) twoObjects() {
	if f.passive || f.get(lexicon.Dat) >= 0 || f.count(lexicon.Obj) < 2 {
		return
	}
	first, second := -1, -1
	for k, it := range f.items {
		if it.slot != lexicon.Obj {
			continue
		}
		switch {
		case first < 0:
			first = k
		case second < 0:
			second = k
		}
	}
	if f.d.canAct(f.sent, f.items[first].word) && !f.d.canAct(f.sent, f.items[second].word) {
		f.items[first].slot = lexicon.Dat
	}
}

func (f *slots) count(slot lexicon.Slot) int {
	n := 0
	for _, it := range f.items {
		if it.slot == slot {
			n++
		}
	}
	return n
}

// finiteClause says whether the verb or one of its auxiliaries is finite.
func (f *slots) finiteClause() bool {
	t := f.t
	if t.words[f.head].Feats.Is(report.VerbForm, "Fin") {
		return true
	}
	return t.child(f.head, report.Aux, report.AuxPass) >= 0
}

// article is the form of a noun's determiner, lower-cased, "" without one.
func article(t *tree, w int) string {
	if c := t.child(w, report.Det, report.DetPoss); c >= 0 {
		return lower(t.words[c].Form)
	}
	return ""
}

func accusativeMarked(t *tree, w int) bool {
	a := article(t, w)
	return a == "den" || strings.HasSuffix(a, "einen") || strings.HasSuffix(a, "seinen") || strings.HasSuffix(a, "ihren") || t.words[w].Form == "ihn"
}

// dativeMarked says whether the article can only be dative (or genitive): "dem",
// "einem", and "der" before a noun that is not masculine.
func dativeMarked(t *tree, w int) bool {
	a := article(t, w)
	if a == "dem" || strings.HasSuffix(a, "em") {
		return true
	}
	x := &t.words[w]
	return a == "der" && (x.Feats.Is(report.Gender, "Fem") || feminine(x.Lemma)) && !x.Feats.Is(report.Number, "Plur")
}

// feminine says whether a German noun's ending makes it feminine.
func feminine(lemma string) bool {
	for _, s := range [...]string{"ung", "heit", "keit", "schaft", "tion", "tur", "tät", "agentur", "gruppe", "union", "armee", "partei", "polizei"} {
		if strings.HasSuffix(lemma, s) {
			return true
		}
	}
	return false
}

// repairNoun takes a name in the genitive right behind the noun for its owner,
// wherever the tree hung it: "ein Treffen Lukaschenkos mit Xi".
func (f *slots) repairNoun() {
	if f.get(lexicon.Owner) >= 0 {
		return
	}
	if m := f.d.genitiveBehind(f.sent, f.head); m != nil {
		f.put(lexicon.Gen, m.head)
		f.put(lexicon.Owner, m.head)
	}
}

// genitiveBehind is the mention right behind a German noun that is a genitive:
// a name with an s of its own, or a noun with "der", "des".
func (d *doc) genitiveBehind(s, w int) *mention {
	t := &d.trees[s]
	if d.lex.Lang != "de" || w+1 >= len(t.words) || t.words[w].UPOS != report.NOUN {
		return nil
	}
	m := d.mentionAt(s, w+1)
	if m == nil || m.first != w+1 || len(m.ents) == 0 || m.kind == byAdj || m.kind == byPronoun || !genitiveName(t, m) {
		return nil
	}
	return m
}

// genitiveName says whether a name carries a genitive s.
func genitiveName(t *tree, m *mention) bool {
	last := t.words[m.last].Form
	if !strings.HasSuffix(last, "s") || len(m.ents) == 0 || m.ents[0].rec.Name == "" {
		return false
	}
	return !strings.EqualFold(m.ents[0].rec.Name, last) && !strings.HasSuffix(m.ents[0].rec.Name, "s")
}
