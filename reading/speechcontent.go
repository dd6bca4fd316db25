package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// contentOf finds what is said: a complement clause; the clause that the word
// of saying is set into or after ("…, sagte Merkel"); what follows a colon or
// stands in quotation marks.
func (d *doc) contentOf(f *slots, fr *lexicon.Frame) (int, bool) {
	t := f.t
	if c := t.child(f.head, report.Ccomp, report.Csubj); c >= 0 && f.isClause(c) {
		return c, true
	}
	if t.rel(f.head) == report.Parataxis && isVerb(&t.words[f.head]) && !f.hasNounObject() && !f.onlyListed() {
		return t.head(f.head), true
	}
	if o := f.get(lexicon.Obj); o >= 0 && fr.Kind == lexicon.Verb && o < len(t.words) {
		if c := t.child(o, report.Ccomp, report.Acl, report.AclRelcl); c >= 0 && t.child(c, report.Mark) >= 0 && lower(t.words[t.child(c, report.Mark)].Form) == "that" {
			return c, true // "expressed hope that"
		}
	}
	if c := t.child(f.head, report.Parataxis); c >= 0 && !f.besideAct(fr, c) && !saysBehind(f.d, t, c) {
		return c, true
	}
	if c := f.unjoined(fr); c >= 0 {
		return c, true
	}
	if c := t.child(f.head, report.Xcomp); c >= 0 && fr.Kind == lexicon.Verb && f.isClause(c) && (!toInfinitive(t, c) || d.isClass(&t.words[f.head], "@reporting-infinitive")) && !f.saysNothing(c) {
		return c, true
	}
	if fr.Kind == lexicon.Noun {
		if c := t.child(f.head, report.Acl); c >= 0 {
			return c, true
		}
	}
	for w := range t.words {
		if w != f.head && d.quoted[f.sent][w] && d.speechMarked(f.sent, w) {
			return -1, true
		}
	}
	if d.governed(f.sent, f.head) {
		return -1, true
	}
	if c := f.reportedBy(); c >= 0 {
		return c, true
	}
	for w := f.head + 1; w < len(t.words); w++ {
		if t.words[w].Form == ":" {
			return -1, true
		}
	}
	return -1, false
}

// saysNothing says whether what an English verb governs without "to" is nothing said:
// "continued protesting", "found him guilty", "demand higher pay".
func (f *slots) saysNothing(c int) bool {
	t := f.t
	if f.d.lex.Lang != "en" || t.child(c, report.Mark) >= 0 {
		return false
	}
	switch w := &t.words[c]; f.t.words[f.head].Lemma {
	case "continue":
		return strings.HasSuffix(w.Form, "ing")
	case "find", "recall":
		return w.UPOS != report.VERB
	case "demand":
		return !strings.HasSuffix(w.Form, "ing") && !hasFiniteSubject(t, c)
	}
	return false
}

// unjoined is the clause right behind the comma after a German verb of saying that
// the parser coordinated with it, without a conjunction: "hatte berichtet, drei
// Werke würden geschlossen"; -1 without one.
func (f *slots) unjoined(fr *lexicon.Frame) int {
	t := f.t
	if f.d.lex.Lang != "de" || fr.Kind != lexicon.Verb || f.get(lexicon.Obj) >= 0 {
		return -1
	}
	c := t.child(f.head, report.Conj)
	if c < f.head || t.child(c, report.Cc, report.Mark) >= 0 || !isVerb(&t.words[c]) && t.child(c, report.Cop) < 0 {
		return -1
	}
	first, _ := t.extent(c)
	for w := f.head + 1; w < first; w++ {
		if x := &t.words[w]; x.UPOS != report.PUNCT && t.head(w) != f.head {
			return -1
		}
	}
	for first < c && t.words[first].UPOS == report.PUNCT {
		first++
	}
	if first == 0 || first == f.head+1 || t.words[first-1].Form != "," || t.child(c, report.Nsubj, report.NsubjPass) < 0 && !zuInfinitive(t, c) {
		return -1
	}
	return c
}

// saysBehind says whether a German verb of saying stands before its subject behind
// a comma, so that its clause only tells who says what stands before.
func saysBehind(d *doc, t *tree, c int) bool {
	v := c
	if a := t.child(c, report.Aux); a >= 0 && a < c {
		v = a
	}
	if s := t.child(c, report.Nsubj); d.lex.Lang != "de" || v == 0 || s < v || t.words[v-1].UPOS != report.PUNCT || !t.words[v].Feats.Is(report.VerbForm, "Fin") || moodOfVerb(&t.words[v]) != told {
		return false
	}
	for _, f := range d.lex.Speech.Of(t.words[c].Lemma, lexicon.Verb) {
		if f.Type == "said" && len(f.Conds) == 0 {
			return true
		}
	}
	return false
}

// hasNounObject says whether a German verb of saying has an object of its own, so
// that the clause it is set beside is not what it says: "…, befürchtet Tote".
func (f *slots) hasNounObject() bool {
	o := f.get(lexicon.Obj)
	if s := f.get(lexicon.Subj); s > f.head {
		return false // "…, wies Moskau den Bericht zurück"
	}
	return f.d.lex.Lang == "de" && o > f.head && f.t.words[o].UPOS == report.NOUN && f.t.caseOf(o) == ""
}

// onlyListed says whether a German verb of saying behind a clause told as a fact has
// no subject of its own, and so does not set the clause off as what somebody says:
// "Die Polizei zählt sechs Tote, befürchtet aber mehr."
func (f *slots) onlyListed() bool {
	t := f.t
	h := t.head(f.head)
	if f.d.lex.Lang != "de" || h < 0 || h > f.head || f.d.quoted[f.sent][h] || moodOf(t, h) != told {
		return false
	}
	return t.child(f.head, report.Nsubj, report.NsubjPass, report.Expl) < 0 && f.get(lexicon.Subj) < f.head
}

// besideAct says whether a clause set beside a German word of saying, told as a
// fact, only comes after it: the word has a noun that says what was said.
func (f *slots) besideAct(fr *lexicon.Frame, c int) bool {
	if f.d.lex.Lang != "de" || fr.Type != "told" && c < f.head || moodOf(f.t, c) != told || f.d.quoted[f.sent][c] {
		return false
	}
	for w := min(c, f.head); w < max(c, f.head); w++ {
		if f.t.words[w].Form == ":" {
			return false
		}
	}
	return len(fr.Conds) > 0 || f.get(lexicon.Obj) >= 0
}

// isClause says whether what the tree takes for a clause may be one, and is not
// the predicate of "für beendet erklären" or a lone particle.
func (f *slots) isClause(c int) bool {
	t := f.t
	if f.d.lex.Lang != "de" || t.words[c].UPOS == report.VERB {
		return true
	}
	if (t.caseOf(c) != "" || t.words[c].UPOS == report.ADJ && t.rel(c) == report.Xcomp) && t.child(c, report.Cop, report.Nsubj, report.Mark) < 0 {
		return false // "für beendet erklären", "gab am Abend bekannt"
	}
	if t.first[c] >= 0 {
		return true
	}
	for w := min(c, f.head); w < max(c, f.head); w++ {
		if t.words[w].UPOS == report.PUNCT {
			return true
		}
	}
	return false
}

// reportedBy is the clause that a clause with "wie" or "as" vouches for: "Wie
// die Agentur meldete, …"; -1 if the word heads none.
func (f *slots) reportedBy() int {
	t := f.t
	if base(t.rel(f.head)) != report.Advcl {
		return -1
	}
	for c := t.first[f.head]; c >= 0; c = t.next[c] {
		if l := lower(t.words[c].Form); (l == "wie" || l == "as") && int(c) < f.head {
			return t.head(f.head)
		}
	}
	return -1
}

// bareBehind is the first noun without a preposition behind a verb, -1 without one.
func (f *slots) bareBehind() int {
	for w := f.head + 1; w < len(f.t.words) && f.t.words[w].UPOS != report.PUNCT; w++ {
		if f.t.head(w) == f.head && isNominal(&f.t.words[w]) && f.t.caseOf(w) == "" && !f.d.inTime(f.sent, w) {
			return w
		}
	}
	return -1
}

// pointedBack is the object of a verb of saying with "das" for its subject: that
// is what is said, and the parser took one for the other. -1 without one.
func (f *slots) pointedBack(fr *lexicon.Frame) int {
	s, o := f.get(lexicon.Subj), f.get(lexicon.Obj)
	if o < 0 {
		o = f.bareBehind()
	}
	if fr.Kind != lexicon.Verb || s < 0 || o < 0 || s > f.head || f.sent == 0 || f.t.words[s].UPOS != report.PRON && f.t.words[s].UPOS != report.DET {
		return -1
	}
	switch lower(f.t.words[s].Form) {
	case "das", "dies":
	default:
		return -1
	}
	if fr.Type != "said" && fr.Type != "told" || !f.d.canSpeak(f.sent, o) && !f.d.isClass(&f.t.words[f.head], "@informing") {
		return -1
	}
	return o
}

// saysThat says whether what a verb of saying governs is a pronoun for the
// sentence before: "Dies bestätigte ein Sprecher."
func (f *slots) saysThat(fr *lexicon.Frame) bool {
	o := f.get(lexicon.Obj)
	if s := f.get(lexicon.Subj); s >= 0 && (o < 0 && s != f.speakerWord(fr.A) || f.pointedBack(fr) >= 0) {
		o = s // "Das geht aus dem Bericht hervor"
	}
	if o < 0 || fr.Kind != lexicon.Verb || f.sent == 0 {
		return false
	}
	switch lower(f.t.words[o].Form) {
	case "das", "dies", "this", "that":
		return f.t.words[o].UPOS == report.PRON || f.t.words[o].UPOS == report.DET
	}
	return false
}
