package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// speech is somebody's saying something: the word of saying, who says it, and
// the head of what is said, -1 where that is the whole of another sentence.
type speech struct {
	sent, word int
	frame      *lexicon.Frame
	who        []party
	to         []party
	speaker    int // word that names who says it; -1 where the sentence names nobody
	content    int
	found      bool // there is a content
	direct     bool
	document   bool
	before     bool // what is said stands in the sentence before: "Das teilte Kiew mit."
	behind     bool // what is said is the sentence behind: "Kiew teilte mit:"
}

// findSpeech finds words of saying with content: a clause, a quotation, what
// stands after a colon. Pronouns of the first person are then the speaker's.
func (d *doc) findSpeech() {
	var f slots
	for s := range d.trees {
		d.markQuotes(s)
	}
	d.findMarked()
	for s := range d.trees {
		for w := range d.trees[s].words {
			x := &d.trees[s].words[w]
			if auxiliary(x) || kindOf(x) == 0 {
				continue
			}
			f.fill(d, s, w)
			fr := f.match(d.lex.Speech)
			if fr == nil || fr.Type == "NONE" {
				continue
			}
			d.addSpeech(&f, fr)
		}
	}
	d.settleFirstPerson()
}

func (d *doc) addSpeech(f *slots, fr *lexicon.Frame) {
	f.objectFirst(fr)
	sp := speech{sent: f.sent, word: f.head, frame: fr, content: -1, document: fr.Type == "document", speaker: f.speakerWord(fr.A)}
	sp.who = f.speakers(fr.A)
	if w := f.pointedBack(fr); w >= 0 {
		sp.speaker, sp.who = w, d.partiesAt(f.sent, w, nil, nil)
	}
	if sp.document && fr.Kind == lexicon.Noun && f.t.child(f.head, report.Acl, report.Ccomp) < 0 {
		return // a paper merely mentioned
	}
	sp.content, sp.found = d.contentOf(f, fr)
	sp.behind = sp.found && sp.content < 0 && d.endsInColon(f.sent)
	sp.before = !sp.found && !sp.document && f.saysThat(fr)
	d.heard = append(d.heard, sp)
	if len(sp.who) == 0 || fr.Type == "thought" || !sp.found && !sp.document && !sp.before {
		return
	}
	sp.to = f.entities(fr.B, sp.who)
	sp.direct = d.isDirect(&sp)
	d.speeches = append(d.speeches, sp)
}

// nobody are the pronouns that name no speaker.
var nobody = map[string]bool{"es": true, "man": true, "das": true, "dies": true, "it": true, "one": true, "this": true, "that": true}

// speakerWord is the word that names the speaker, whoever it is; -1 without one.
func (f *slots) speakerWord(e lexicon.SlotExpr) int {
	for _, union := range e {
		for _, slot := range union {
			if w := f.get(slot); w >= 0 && w != f.head && !f.d.inTime(f.sent, w) && !nobody[lower(f.t.words[w].Form)] {
				return w
			}
		}
	}
	return -1
}

// speakers are the entities in the slots, else a local one made of the noun
// that stands there, if it is one for people ("Experten", "ein Anwohner").
func (f *slots) speakers(e lexicon.SlotExpr) []party {
	if ps := f.entities(e, nil); len(ps) > 0 {
		return ps
	}
	for _, union := range e {
		for _, slot := range union {
			w := f.get(slot)
			if w < 0 {
				continue
			}
			if f.d.isClass(&f.t.words[w], "@vague-people") {
				return f.unknownSpeaker(w, record.TypeGroup, f.d.home)
			}
			if slot == lexicon.Subj && isVerb(&f.t.words[f.head]) && f.t.caseOf(w) == "" && f.mayspeak(w) {
				return f.unknownSpeaker(w, record.TypeOther, f.d.home)
			}
		}
	}
	return nil
}

// mayspeak says whether a noun or name that means nobody known may have said
// something: "ein hochrangiger Regierungsbeamter", "die Untersuchung".
func (f *slots) mayspeak(w int) bool {
	x := &f.t.words[w]
	return (x.UPOS == report.NOUN || x.UPOS == report.PROPN) && !f.d.inTime(f.sent, w) && f.d.mentionAt(f.sent, w) == nil
}

// unknownSpeaker makes an entity of the report of a noun.
func (f *slots) unknownSpeaker(w int, typ, state string) []party {
	d := f.d
	name := f.t.words[w].Lemma
	m := d.add(mention{sent: f.sent, head: w, first: w, last: w, kind: byRole, vague: true,
		ents: []*entity{d.entity(record.Entity{ID: d.localID(name), Type: typ, Name: name, State: state})}})
	return []party{{ent: m.ents[0], m: m}}
}

// isDirect says whether the content stands in quotation marks or after a colon.
func (d *doc) isDirect(sp *speech) bool {
	t := &d.trees[sp.sent]
	if sp.content < 0 {
		return true
	}
	first, last := t.extent(sp.content)
	in, n := 0, 0
	for w := first; w <= last; w++ {
		if w == sp.word || t.words[w].UPOS == report.PUNCT {
			continue
		}
		n++
		if d.quoted[sp.sent][w] {
			in++
		}
	}
	if n > 0 && in*2 > n || !sp.document && d.speaksOfSelf(sp.sent, first, last) {
		return true
	}
	for w := sp.word; w < sp.content; w++ {
		if t.words[w].Form == ":" {
			return true
		}
	}
	return false
}

// speaksOfSelf says whether words between two places are in the first person,
// so that they are the speaker's own.
func (d *doc) speaksOfSelf(s, first, last int) bool {
	for w := first; w <= last; w++ {
		x := &d.trees[s].words[w]
		if x.UPOS != report.PRON && x.UPOS != report.DET || isAcronym(x.Form) && x.Form != "I" {
			continue
		}
		if g := pronouns[d.lex.Lang][lower(x.Form)]; g == 'i' || g == 'w' {
			return true
		}
	}
	return false
}

// markQuotes marks the words between quotation marks; a quotation may go on
// from the sentence before.
func (d *doc) markQuotes(s int) {
	open := s > 0 && d.openQuote
	if s == 0 {
		open = false
	}
	for w := range d.trees[s].words {
		f := d.trees[s].words[w].Form
		switch {
		case f == "„" || f == "“" && !open && d.lex.Lang == "en" || f == "»" && !open || f == "«" && !open:
			open = true
			continue
		case f == "“" || f == "”" || f == "«" || f == "»" || f == "''":
			open = false
			continue
		case f == `"` || f == "``":
			open = !open
			continue
		}
		d.quoted[s][w] = open
	}
	if open && !d.closesLater(s) {
		open = false
	}
	d.openQuote = open
}

// closesLater says whether one of the next sentences closes a quotation.
func (d *doc) closesLater(s int) bool {
	for k := s + 1; k < len(d.trees) && k <= s+8; k++ {
		for w := range d.trees[k].words {
			switch d.trees[k].words[w].Form {
			case "“", "”", `"`, "«", "»", "''":
				return true
			case "„":
				return false
			}
		}
	}
	return false
}

// settleFirstPerson gives "I" and "we" in quotations the speaker.
func (d *doc) settleFirstPerson() {
	for _, m := range d.mentions {
		if m.kind != byPronoun || len(m.ents) > 0 {
			continue
		}
		w := &d.trees[m.sent].words[m.head]
		g := pronouns[d.lex.Lang][lower(w.Form)]
		if g != 'i' && g != 'w' {
			continue
		}
		sp := d.speakerOver(m.sent, m.head)
		if sp == nil {
			continue
		}
		e := sp.who[0].ent
		if st := d.stateOf(e); g == 'w' && st != nil {
			e = st
		}
		m.ents = []*entity{e}
	}
}

// speakerOver is the speech whose content a word belongs to, or that a
// quotation goes on from.
func (d *doc) speakerOver(s, w int) *speech {
	t := &d.trees[s]
	for i := range d.speeches {
		sp := &d.speeches[i]
		if sp.sent == s && sp.word != w && (sp.content >= 0 && t.under(w, sp.content) && !t.under(w, sp.word) || sp.content >= 0 && t.under(sp.content, sp.word) && t.under(w, sp.content) || d.quoted[s][w] && !d.quoted[s][sp.word]) {
			return sp
		}
	}
	if sp := d.announcing(s); sp != nil {
		return sp
	}
	if d.continues(s, w) {
		return d.lastSpeech(s)
	}
	return nil
}

// last is the last sentence of a speech.
func (sp *speech) last() int {
	if sp.behind {
		return sp.sent + 1
	}
	return sp.sent
}

// announcing is the speech in the sentence before whose content sentence s is.
func (d *doc) announcing(s int) *speech {
	for i := range d.speeches {
		if sp := &d.speeches[i]; sp.behind && sp.sent == s-1 {
			return sp
		}
	}
	return nil
}

// endsInColon says whether a sentence without quotation marks ends in a colon and
// another one follows.
func (d *doc) endsInColon(s int) bool {
	ws := d.trees[s].words
	if len(ws) == 0 || ws[len(ws)-1].Form != ":" || s+1 >= len(d.trees) {
		return false
	}
	return !slices.Contains(d.quoted[s], true)
}

// continues says whether a sentence without a word of saying goes on with what
// was said before: in quotation marks, or in Konjunktiv I.
func (d *doc) continues(s, w int) bool {
	t := &d.trees[s]
	if s == 0 || len(t.words) == 0 {
		return false
	}
	if d.quoted[s][w] || d.firstPerson(s) && d.saidBefore(s) {
		return true
	}
	if d.lex.Lang != "de" {
		return false
	}
	return d.reported(t, t.root)
}

// firstPerson says whether a sentence speaks in the first person, as a news
// report itself does not.
func (d *doc) firstPerson(s int) bool {
	for w := range d.trees[s].words {
		x := &d.trees[s].words[w]
		if x.UPOS != report.PRON && x.UPOS != report.DET {
			continue
		}
		if g := pronouns[d.lex.Lang][lower(x.Form)]; (g == 'i' || g == 'w') && !isAcronym(x.Form) {
			return true
		}
	}
	return false
}

// saidBefore says whether the sentence before was, or contained, direct speech.
func (d *doc) saidBefore(s int) bool {
	for i := len(d.speeches) - 1; i >= 0; i-- {
		if sp := &d.speeches[i]; sp.sent < s {
			return sp.last() >= s-2 && sp.direct
		}
	}
	return false
}

// reported says whether the finite verb of a clause is in Konjunktiv I.
func (d *doc) reported(t *tree, root int) bool {
	if t.child(root, report.Mark) >= 0 {
		return false
	}
	if konjunktivI(&t.words[root]) {
		return true
	}
	for c := t.first[root]; c >= 0; c = t.next[c] {
		if r := t.words[c].Rel; (r == report.Aux || r == report.AuxPass || r == report.Cop) && konjunktivI(&t.words[c]) {
			return true
		}
	}
	return false
}

func konjunktivI(w *report.Word) bool {
	switch lower(w.Form) {
	case "sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "gebe", "gehe", "stehe", "komme", "bleibe", "liege":
		return w.Feats.Get(report.Person) != "1"
	}
	return w.Feats.Is(report.Mood, "Sub") && w.Feats.Is(report.Tense, "Pres")
}

// lastSpeech is the last speech before sentence s, at most four back.
func (d *doc) lastSpeech(s int) *speech {
	for i := len(d.speeches) - 1; i >= 0; i-- {
		sp := &d.speeches[i]
		if sp.sent < s && sp.last() >= s-4 {
			return sp
		}
	}
	return nil
}
