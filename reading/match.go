package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// kindOf is the lexicon's kind of a word.
func kindOf(w *report.Word) lexicon.Kind {
	switch w.UPOS {
	case report.VERB, report.AUX:
		return lexicon.Verb
	case report.NOUN, report.PROPN:
		return lexicon.Noun
	case report.ADJ, report.ADV, report.PART:
		return lexicon.Adjective
	}
	return 0
}

// match is the most specific line for the word whose slots f holds, or nil.
func (f *slots) match(frames *lexicon.Frames) *lexicon.Frame {
	w := &f.t.words[f.head]
	kind := kindOf(w)
	if kind == 0 {
		return nil
	}
	if f.d.lex.Lang == "en" && f.head >= 2 && f.t.words[f.head-1].Form == "-" {
		if fr := f.matchHyphened(frames, kind); fr != nil {
			return fr
		}
	}
	if fr := f.firstHolding(frames.Of(w.Lemma, kind)); fr != nil {
		return fr
	}
	if l := lower(w.Lemma); l != w.Lemma {
		if fr := f.firstHolding(frames.Of(l, kind)); fr != nil {
			return fr
		}
	}
	if f.verb != "" {
		return f.firstHolding(frames.Of(f.verb, lexicon.Verb))
	}
	if kind == lexicon.Adjective && participle(w) {
		if fr := f.firstHolding(frames.Of(w.Lemma, lexicon.Verb)); fr != nil {
			return fr
		}
	}
	if f.d.lex.Lang == "en" {
		return f.matchEnglish(frames, w, kind)
	}
	return f.matchGerman(frames, w, kind)
}

// matchGerman tries what tagging and lemmas may have hidden: a particle that
// was not rejoined ("schlug … nieder"), a participle taken for a verb
// ("besorgt"), an s of the plural, the head of a compound.
func (f *slots) matchGerman(frames *lexicon.Frames, w *report.Word, kind lexicon.Kind) *lexicon.Frame {
	switch kind {
	case lexicon.Verb:
		for _, it := range f.items {
			if it.slot != lexicon.Prt || it.word < f.head {
				continue
			}
			if fr := f.firstHolding(frames.Of(lower(f.t.words[it.word].Form)+w.Lemma, lexicon.Verb)); fr != nil {
				return fr
			}
		}
		if fr := f.firstHolding(frames.Of(lower(w.Form), lexicon.Adjective)); fr != nil {
			return fr
		}
		return f.firstHolding(frames.Of(w.Lemma, lexicon.Adjective))
	case lexicon.Noun:
		if l, ok := strings.CutSuffix(w.Form, "s"); ok {
			if fr := f.firstHolding(frames.Of(l, lexicon.Noun)); fr != nil {
				return fr
			}
		}
		if fr := f.matchCompound(frames, w.Lemma); fr != nil || w.Lemma != w.Form {
			return fr
		}
		return f.matchPlural(frames, w.Form)
	}
	return nil
}

// matchPlural tries a compound in the plural that the dictionary does not know,
// by the singular of its head: "Sondierungsgespräche".
func (f *slots) matchPlural(frames *lexicon.Frames, form string) *lexicon.Frame {
	if f.d.participles == nil {
		return nil
	}
	dict := f.d.participles.dict
	for k := firstHead(form, 3); k+5 <= len(form); k++ {
		if form[k]&0xC0 == 0x80 {
			continue
		}
		head := capitalise(form[k:])
		if !dict.Known(head, report.NOUN) {
			continue
		}
		l := dict.Lemma(head, report.NOUN, report.Feats(0).With(report.Number, "Plur"))
		if l == head {
			return nil
		}
		for _, lemma := range [...]string{form[:k] + lower(l), l} {
			if list := frames.Of(lemma, lexicon.Noun); list != nil {
				return f.firstHolding(list)
			}
		}
		return nil
	}
	return nil
}

// longestHead is more letters than any head of a compound that tables list has, so that a
// word of any length is looked at in linear time.
const longestHead = 64

// firstHead is where the first head of a compound can begin, from a place on.
func firstHead(word string, from int) int { return max(from, len(word)-longestHead) }

// matchCompound tries the heads of a German compound, the longest first.
func (f *slots) matchCompound(frames *lexicon.Frames, lemma string) *lexicon.Frame {
	for k := firstHead(lemma, 2); k+4 <= len(lemma); k++ {
		if lemma[k]&0xC0 == 0x80 {
			continue
		}
		head := lemma[k:]
		if lemma[k-1] != '-' {
			head = capitalise(head)
		}
		if list := frames.Of(head, lexicon.Noun); list != nil && firstPart(lemma[:k], head) {
			return f.firstHolding(list)
		}
	}
	return nil
}

func (f *slots) firstHolding(list []*lexicon.Frame) *lexicon.Frame {
	for _, fr := range list {
		if f.holds(fr) {
			return fr
		}
	}
	return nil
}

func (f *slots) holds(fr *lexicon.Frame) bool {
	f.phrasal = hasSlot(fr, lexicon.Prt)
	for i := range fr.Conds {
		if f.holdsAny(&fr.Conds[i]) == fr.Conds[i].Not {
			return false
		}
	}
	return true
}

// holdsAny says whether a condition holds in its slot or in one that will do as
// well.
func (f *slots) holdsAny(c *lexicon.Cond) bool {
	if f.holdsCond(c) {
		return true
	}
	for _, s := range c.Or {
		alt := *c
		alt.Slot, alt.Or = s, nil
		if f.holdsCond(&alt) {
			return true
		}
	}
	return false
}

func hasSlot(fr *lexicon.Frame, s lexicon.Slot) bool {
	for i := range fr.Conds {
		if fr.Conds[i].Slot == s {
			return true
		}
	}
	return false
}

func (f *slots) holdsCond(c *lexicon.Cond) bool {
	if c.Slot == lexicon.Clause || c.Slot == "comp" && f.get(lexicon.CompSlot) < 0 && kindOf(&f.t.words[f.head]) != lexicon.Noun {
		if f.get("comp-clause") >= 0 && c.Lemmas == nil && c.Sort == "" {
			return true
		}
		if c.Slot == lexicon.Clause && f.besideQuotation() {
			return true
		}
	}
	for _, it := range f.items {
		if it.slot != c.Slot {
			continue
		}
		if f.fits(c, it.word) {
			return true
		}
	}
	if f.condNearby(c) || f.atThat(c) {
		return true
	}
	if c.Slot == lexicon.Obj && f.phrasal && f.get(lexicon.Obj) < 0 {
		if w := f.get("prt-object"); w >= 0 {
			return f.fits(c, w)
		}
	}
	if len(c.Lemmas) == 0 && c.Sort == "" && f.d.lex.Lang == "en" && f.get("clause-"+c.Slot) >= 0 {
		return true // "charged with taking money"
	}
	if w := f.phraseOfObject(c); w >= 0 {
		return true
	}
	if c.Slot == lexicon.CompSlot && len(c.Lemmas) > 0 {
		return f.compoundModifierIs(c.Lemmas) || f.modifierIs(c.Lemmas)
	}
	if c.Slot == lexicon.AdjSlot && len(c.Lemmas) > 0 {
		return f.amodIs(c.Lemmas)
	}
	return false
}

// besideQuotation says whether a verb is set into or after what is said.
func (f *slots) besideQuotation() bool {
	t := f.t
	if !isVerb(&t.words[f.head]) {
		return false
	}
	if t.rel(f.head) == report.Parataxis {
		return t.head(f.head) < f.head
	}
	quoted := f.d.quoted[f.sent]
	return t.rel(f.head) == report.Root && len(quoted) > 1 && quoted[1] && !quoted[f.head]
}

// phraseOfObject is the phrase with the preposition of a condition that the
// parser hung on the verb's object: "suspended ties with Israel". -1 without one.
func (f *slots) phraseOfObject(c *lexicon.Cond) int {
	if f.d.lex.Lang != "en" || !prepositional(c.Slot) || !isVerb(&f.t.words[f.head]) {
		return -1
	}
	o := f.get(lexicon.Obj)
	if o < 0 {
		return -1
	}
	for k := f.t.first[o]; k >= 0; k = f.t.next[k] {
		if base(f.t.rel(int(k))) == report.Nmod && f.t.caseOf(int(k)) == string(c.Slot) && f.fits(c, int(k)) {
			return int(k)
		}
	}
	return -1
}

// modifierIs says whether a noun or adjective before an English noun has one of
// the lemmas: "missile attack", "joint exercise".
func (f *slots) modifierIs(lemmas []string) bool {
	for c := f.t.first[f.head]; c >= 0; c = f.t.next[c] {
		if r := base(f.t.words[c].Rel); (r == report.Compound || r == report.Amod) && f.lemmaIs(int(c), lemmas) {
			return true
		}
	}
	return false
}

// amodIs says whether an attributive adjective has one of the lemmas.
func (f *slots) amodIs(lemmas []string) bool {
	for c := f.t.first[f.head]; c >= 0; c = f.t.next[c] {
		if base(f.t.words[c].Rel) == report.Amod && f.lemmaIs(int(c), lemmas) {
			return true
		}
	}
	return false
}

func (f *slots) fits(c *lexicon.Cond, w int) bool {
	var buf [12]int
	for _, x := range f.t.conjuncts(w, buf[:0]) {
		if len(c.Lemmas) > 0 && (f.lemmaIs(x, c.Lemmas) || f.lemmaIs(f.measured(x), c.Lemmas)) {
			return true
		}
		if c.Sort != "" && f.d.sortIs(f.sent, x, c.Sort) {
			return true
		}
	}
	return len(c.Lemmas) == 0 && c.Sort == "" && !(f.d.lex.Lang == "en" && c.Slot == "on" && f.d.inTime(f.sent, w))
}

// measured is the noun that another only measures: games in "ten days of war
// games", emergency in "a state of emergency"; else the word itself.
func (f *slots) measured(w int) int {
	if !f.d.isClass(&f.t.words[w], "@measure-noun") {
		return w
	}
	for c := f.t.first[w]; c >= 0; c = f.t.next[c] {
		if p := f.t.caseOf(int(c)); base(f.t.rel(int(c))) == report.Nmod && (p == "of" || p == "von" || p == "") {
			return int(c)
		}
	}
	return w
}

// lemmaIs compares a word with lemmas; German compounds match by their head.
func (f *slots) lemmaIs(w int, lemmas []string) bool {
	x := &f.t.words[w]
	l := x.Lemma
	if f.d.lex.Lang == "en" && (x.UPOS == report.NOUN || x.UPOS == report.PROPN) && strings.HasSuffix(l, "s") {
		var space [6]string
		for _, r := range regularLemmas(lower(x.Form), space[:0]) {
			if slices.Contains(lemmas, r) {
				return true
			}
		}
	}
	if irregular, ok := f.d.lex.Irregular[lower(x.Form)]; ok && isVerb(x) {
		l = irregular
	}
	for _, want := range lemmas {
		if l == want || x.Lemma == want || x.Form == want || lower(x.Form) == want {
			return true
		}
		if f.d.lex.Lang == "de" && germanIs(x, want) {
			return true
		}
	}
	return false
}

// germanIs says whether a noun has a plural in s that the dictionary does not
// know ("Kampfjets"), or is a compound with the wanted head.
func germanIs(x *report.Word, want string) bool {
	if len(want) < 4 || x.UPOS != report.NOUN && x.UPOS != report.PROPN {
		return false
	}
	if len(x.Form) == len(want)+1 && strings.HasSuffix(x.Form, "s") && x.Form[:len(want)] == want {
		return true
	}
	l := x.Lemma
	if n := len(want); want[n-2:] == "er" && strings.HasSuffix(l, "e") && (l == want[:n-1] || len(l) > n && foldSuffix(l, want[:n-1])) {
		return true // nominalised adjectives: "Schutzsuchende" of Schutzsuchender
	}
	return x.UPOS == report.NOUN && len(l) > len(want)+1 && foldSuffix(l, want)
}

// firstPart says whether what stands before the head of a German compound can be
// a word: it has a vowel ("Sprache" is no kind of Rache) and no torn "sch"
// ("Gesellschaft" no kind of Haft).
func firstPart(s, head string) bool {
	return strings.ContainsAny(lower(s), "aeiouyäöü-") && !(strings.HasSuffix(s, "sc") && head[0] == 'H')
}

// foldSuffix says whether l ends in want, its first letter in lower case (or
// after a hyphen).
func foldSuffix(l, want string) bool {
	before, tail := l[:len(l)-len(want)], l[len(l)-len(want):]
	if tail[2:] != want[2:] { // as for most words, and fast
		return false
	}
	return (tail == want && before[len(before)-1] == '-' || tail != want && capitalise(tail) == want) && firstPart(before, want)
}

// isAbroad says whether a place lies outside the state of the leading person
// of its sentence.
func (d *doc) isAbroad(s int, ps []party) bool {
	if len(ps) != 1 || ps[0].via || ps[0].ent.rec.State == "" || ps[0].ent.isPerson() {
		return false
	}
	for w := range d.trees[s].words {
		m := d.mentionAt(s, w)
		if m != nil && m.head == w && len(m.ents) == 1 && m.ents[0].isPerson() && d.salience(s, w) >= 2 {
			return m.ents[0].rec.State != "" && m.ents[0].rec.State != ps[0].ent.rec.State
		}
	}
	return false
}

// sortIs says whether a word names an entity of the sort.
func (d *doc) sortIs(s, w int, sort string) bool {
	ps := d.partiesOfWord(s, w, 0, nil, nil)
	if sort == "thing" {
		m := d.mentionAt(s, w)
		return m == nil || len(m.ents) == 0
	}
	if sort == "abroad" {
		return d.isAbroad(s, ps)
	}
	for _, p := range ps {
		if p.m != nil && p.m.kind == byDemonym {
			if sort == "actor" || sort == "group" || sort == "person" {
				return true
			}
			continue
		}
		if p.via && sort != "actor" && sort != "state" {
			continue
		}
		switch sort {
		case "actor":
			return true
		case "official":
			if p.ent.isPerson() && p.ent.rec.Sector == "GOV" && (p.ent.rec.Role != "" || !d.rep.Date.Known() && d.know.ByID(p.ent.rec.ID) != nil) {
				return true
			}
		case "person":
			if p.ent.isPerson() || p.ent.rec.Type == record.TypeGroup {
				return true
			}
		case "state":
			if p.ent.isState() || p.ent.capital {
				return true
			}
		case "org":
			if p.ent.rec.Type == record.TypeOrganisation || p.ent.rec.Type == record.TypeGroup && p.m != nil && p.m.kind == byName {
				return true
			}
		case "group":
			if p.ent.rec.Type == record.TypeGroup || p.ent.plural {
				return true
			}
		case "place":
			if p.ent.rec.Type == record.TypePlace || p.ent.isState() {
				return true
			}
		}
	}
	return false
}
