package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// sourceOf is who says what a word of saying tells: the noun in the place that
// its line asks for, mended where the tree errs or leaves the place empty.
func (q *quoter) sourceOf(sp *speech) source {
	d := q.d
	w, who := sp.speaker, sp.who
	if w >= 0 && d.speechMarked(sp.sent, w) {
		return source{}
	}
	if d.lex.Lang == "de" && sp.frame.Kind == lexicon.Verb && bySubject(sp.frame) {
		if x := d.mendSpeaker(sp); x != w {
			w, who = x, nil
			if x >= 0 {
				who = d.partiesAt(sp.sent, x, nil, nil)
			}
		}
	}
	if w < 0 && len(who) == 0 {
		if quotesOther(sp.frame) && d.lex.Lang == "de" {
			return q.quotedFrom(sp)
		}
		if sp.frame.Kind == lexicon.Noun {
			return q.nounSource(sp.sent, sp.word)
		}
		if who := q.pronounSource(sp); len(who.spans) > 0 {
			return who
		}
		if who := q.passiveSource(sp.sent, sp.word); len(who.spans) > 0 {
			return who
		}
		if x := d.speakingSubject(sp.sent, sp.word); x >= 0 && sp.frame.Kind == lexicon.Verb && !bySubject(sp.frame) && !quotesOther(sp.frame) {
			return d.sourceAt(sp.sent, x, d.partiesAt(sp.sent, x, nil, nil)) // "verlautete der Sprecher", where "aus X" is usual
		}
		return q.unsaid(sp)
	}
	out := d.sourceAt(sp.sent, w, who)
	if w >= 0 && sp.frame.Kind == lexicon.Verb {
		out = d.withRelative(out, sp.sent, sp.word, w)
	}
	return out
}

// mendSpeaker is the word that names the speaker of a German verb: none for the
// noun behind "von" that the verb asks for itself ("von Versuchen wird
// gesprochen"), and one found nearby where the tree has none.
func (d *doc) mendSpeaker(sp *speech) int {
	t := &d.trees[sp.sent]
	w := sp.speaker
	if w < 0 {
		if len(sp.who) > 0 {
			return w
		}
		return d.lostSubject(sp.sent, sp.word)
	}
	if x := d.insideWie(sp.sent, sp.word, w); x >= 0 {
		return x
	}
	switch p := t.caseOf(w); {
	case p == "" && (d.disagreesInNumber(sp.sent, sp.word, w) || t.words[w].Feats.Is(report.MorphCase, "Dat")):
		if x := d.lostSubject(sp.sent, sp.word); x >= 0 {
			return x
		}
	case p == "von" && asksFor(sp.frame, "von"):
		return -1
	case p != "" && !agentPreps[p]:
		if x := d.lostSubject(sp.sent, sp.word); x >= 0 {
			return x
		}
	}
	return w
}

// insideWie is the noun that a clause with "wie" has for its subject, where the
// tree found one outside of it: "…, wie Fachleute betonen"; -1 if w will do.
func (d *doc) insideWie(s, verb, w int) int {
	t := &d.trees[s]
	wie := -1
	for c := t.first[verb]; c >= 0 && int(c) < verb; c = t.next[c] {
		if lower(t.words[c].Form) == "wie" {
			wie = int(c)
		}
	}
	if wie < 0 || w > wie && w < verb || isVerb(&t.words[wie+1]) {
		return -1
	}
	for k := wie + 1; k < verb; k++ {
		if x := &t.words[k]; (x.UPOS == report.NOUN || x.UPOS == report.PROPN) && t.caseOf(k) == "" && !d.inTime(s, k) {
			return k
		}
	}
	return -1
}

// disagreesInNumber says whether a singular stands for the subject of a finite
// plural.
func (d *doc) disagreesInNumber(s, verb, w int) bool {
	t := &d.trees[s]
	x := &t.words[w]
	return t.words[verb].Feats.Is(report.VerbForm, "Fin") && t.words[verb].Feats.Is(report.Number, "Plur") && x.Feats.Is(report.Number, "Sing") &&
		(x.UPOS == report.PRON && lower(x.Form) == "er" || x.UPOS == report.NOUN && t.child(w, report.Conj, report.Appos) < 0 && !d.isClass(x, "@share") && article(t, w) != "")
}

// unsaid is who goes on speaking where a verb of saying is passive and tells
// nobody's words to nobody: "Als Grund wurde der Frost genannt".
func (q *quoter) unsaid(sp *speech) source {
	d := q.d
	f := slots{d: d, sent: sp.sent, t: &d.trees[sp.sent], head: sp.word}
	if d.lex.Lang != "de" || sp.frame.Kind != lexicon.Verb || len(sp.frame.B) > 0 && sp.frame.B[0][0] != "gegenüber" || !f.isPassive(sp.word) {
		return source{}
	}
	return q.voice(sp.sent)
}

// bySubject says whether the subject of a word of saying speaks.
func bySubject(fr *lexicon.Frame) bool {
	return len(fr.A) > 0 && fr.A[0][0] == lexicon.Subj
}

// asksFor says whether a line has a condition on phrases with this preposition.
func asksFor(fr *lexicon.Frame, prep lexicon.Slot) bool {
	for i := range fr.Conds {
		if !fr.Conds[i].Not && fr.Conds[i].Slot == prep && len(fr.Conds[i].Or) == 0 {
			return true
		}
	}
	return false
}

// lostSubject is the subject of a verb that the tree gives none: the noun that
// stands right before or behind it in its clause.
func (d *doc) lostSubject(s, verb int) int {
	t := &d.trees[s]
	f := slots{d: d, sent: s, t: t, head: verb}
	if f.isPassive(verb) || infinitive(t, verb) || d.hasPronounSubject(s, verb) {
		return -1
	}
	from, to := f.clauseBounds()
	from = d.beforeName(s, from)
	if x := d.earlierSubject(s, verb, from); x >= 0 {
		return x
	}
	best := -1
	for w := from; w <= to; w++ {
		x := &t.words[w]
		if x.UPOS != report.NOUN && x.UPOS != report.PROPN || d.quoted[s][w] || !d.outmost(s, w, from, to) || t.caseOf(w) != "" || d.inTime(s, w) || !d.canSpeak(s, w) || dativeMarked(t, w) || accusativeMarked(t, w) {
			continue
		}
		if best < 0 || max(w-verb, verb-w) < max(best-verb, verb-best) {
			best = w
		}
	}
	return best
}

// opens says whether a name that can act is all that stands before the verb in
// its clause.
func (f *slots) opens(o int) bool {
	first, last := f.t.extent(o)
	return f.d.canAct(f.sent, o) && last == f.head-1 && (first == 0 || clauseBreak(f.t, first-1))
}

// earlierSubject is the subject of the clause before that a verb goes on, at
// whose own start nothing but a conjunction stands: "Ott wich aus, sagte aber".
func (d *doc) earlierSubject(s, verb, from int) int {
	t := &d.trees[s]
	if verb-from > 1 || verb-from == 1 && t.words[from].UPOS != report.CCONJ || from == 0 && verb == 0 {
		return -1
	}
	for v := from - 1; v >= 0; v-- {
		x := &t.words[v]
		if !isVerb(x) || !x.Feats.Is(report.VerbForm, "Fin") || d.quoted[s][v] || moodOf(t, v) != told {
			continue
		}
		if r := t.rel(v); (r == report.Aux || r == report.AuxPass || r == report.Cop) && t.head(v) >= 0 {
			return d.speakingSubject(s, t.head(v))
		}
		if !subordinate(t, v) {
			return d.speakingSubject(s, v)
		}
	}
	return -1
}

// speakingSubject is the subject of a verb, if it can speak; -1 else.
func (d *doc) speakingSubject(s, verb int) int {
	if x := d.subjectOf(s, verb); x >= 0 && (d.canSpeak(s, x) || someone(&d.trees[s].words[x])) {
		return x
	}
	return -1
}

// subordinate says whether a verb is that of a clause with a conjunction or a
// relative pronoun.
func subordinate(t *tree, v int) bool {
	return t.child(v, report.Mark) >= 0 || base(t.rel(v)) == report.Acl
}

// beforeName goes from the start of a clause over a name in quotation marks to
// where the clause really starts: "Karl Ott vom Verein „Hand hilft“ sagte".
func (d *doc) beforeName(s, from int) int {
	t := &d.trees[s]
	for w := from - 1; w >= 0 && (d.quoted[s][w] || w > 0 && d.quoted[s][w-1] || w+1 < from && d.quoted[s][w+1]); w-- {
		if d.speechMarked(s, w) {
			return from
		}
		if !d.quoted[s][w] && w+1 < from && d.quoted[s][w+1] {
			for w > 0 && !clauseBreak(t, w-1) {
				w--
			}
			return w
		}
	}
	return from
}

// outmost says whether a noun is no part of another noun within bounds.
func (d *doc) outmost(s, w, from, to int) bool {
	t := &d.trees[s]
	h := t.head(w)
	return h < from || h > to || !isNominal(&t.words[h])
}

// objectFirst changes subject and object of a German verb of saying where the
// noun before it cannot speak and the name behind it can ("Eine Verschiebung
// nannte Conze fatal"), or the name in a relative clause ("die Summe, die Conze
// nannte").
func (f *slots) objectFirst(fr *lexicon.Frame) {
	d, t := f.d, f.t
	s, o := f.get(lexicon.Subj), f.get(lexicon.Obj)
	if d.lex.Lang != "de" || fr.Kind != lexicon.Verb || f.passive || !bySubject(fr) || s < 0 || o < 0 || len(fr.B) > 0 && fr.B[0][0] == lexicon.Obj {
		return
	}
	x := &t.words[s]
	if o > f.head && s > o && d.canAct(f.sent, o) && !accusativeMarked(t, o) && !dativeMarked(t, o) && !nominativeMarked(t, s) {
		f.exchange(s, o) // behind the verb the subject stands first
		return
	}
	if x.UPOS != report.NOUN || d.canSpeak(f.sent, s) || accusativeMarked(t, o) || dativeMarked(t, o) || t.words[o].UPOS != report.PROPN && !d.canAct(f.sent, o) {
		return
	}
	if o < f.head && (s < f.head && (t.head(s) == f.head || !f.hasRelative()) || s > f.head && !f.opens(o)) {
		return
	}
	f.exchange(s, o)
}

// exchange changes the places of subject and object.
func (f *slots) exchange(s, o int) {
	for k := range f.items {
		switch it := &f.items[k]; {
		case it.slot == lexicon.Subj && it.word == s:
			it.slot = lexicon.Obj
		case it.slot == lexicon.Obj && it.word == o:
			it.slot = lexicon.Subj
		}
	}
}

// hasPronounSubject says whether "es" or "man" is the subject of a verb.
func (d *doc) hasPronounSubject(s, verb int) bool {
	w := d.subjectOf(s, verb)
	return w >= 0 && nobody[lower(d.trees[s].words[w].Form)] && d.trees[s].head(w) == verb
}

// pronounSource is "man", or the "es" that takes up who spoke before ("das Gericht
// … Es stellte fest"), as far as it is the subject of a verb of saying.
func (q *quoter) pronounSource(sp *speech) source {
	d := q.d
	if d.lex.Lang != "de" || sp.frame.Kind != lexicon.Verb {
		return source{}
	}
	w := d.subjectOf(sp.sent, sp.word)
	if w < 0 {
		return source{}
	}
	switch lower(d.trees[sp.sent].words[w].Form) {
	case "man":
		return d.sourceAt(sp.sent, w, nil).and(q.voice(sp.sent))
	case "es":
		if bySubject(sp.frame) {
			return d.sourceAt(sp.sent, w, nil).and(q.voice(sp.sent))
		}
	}
	return source{}
}

// passiveSource is whom the words of a verb without a subject come from: who
// stands behind "von" or "aus", or the paper in which they stand.
func (q *quoter) passiveSource(s, verb int) source {
	d := q.d
	if d.lex.Lang != "de" {
		return source{}
	}
	if w := d.fromWhom(s, verb); w >= 0 {
		return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
	}
	return q.paper(s, verb)
}

// and adds the words of another source that is the same.
func (a source) and(b source) source {
	a.spans, a.names = append(a.spans, b.spans...), append(a.names, b.names...)
	return a
}

// withRelative adds the relative pronoun that stands for a speaker at its verb:
// "der Minister, der sagte, …".
func (d *doc) withRelative(out source, s, verb, speaker int) source {
	t := &d.trees[s]
	f := slots{d: d, sent: s, t: t, head: verb}
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		w := int(c)
		if r := base(t.rel(w)); (r == report.Nsubj || r == report.NsubjPass) && w != speaker && relative(&t.words[w]) && f.antecedent(w) == speaker {
			out.spans = append(out.spans, d.spanBetween(s, w, w))
			out.names = append(out.names, t.words[w].Form)
		}
	}
	return out
}

// pointing are the German demonstratives that take up the noun named last.
var pointing = map[string]bool{"dieser": true, "diese": true, "dieses": true, "jener": true, "jene": true, "letzterer": true, "letztere": true, "letzteres": true}

// takenUpBy adds to a demonstrative pronoun the noun before that it means.
func (d *doc) takenUpBy(out source, s, w int) source {
	x := &d.trees[s].words[w]
	if d.lex.Lang != "de" || x.UPOS == report.NOUN || !pointing[lower(x.Form)] || d.trees[s].first[w] >= 0 {
		return out
	}
	for p := s; p >= max(0, s-1); p-- {
		from := len(d.trees[p].words)
		if p == s {
			from = w
		}
		for k := from - 1; k >= 0; k-- {
			m := d.mentionAt(p, k)
			if m != nil && len(m.ents) > 0 && m.head == k && !d.speechMarked(p, k) && !d.inTime(p, k) && m.kind != byAdj && d.canSpeak(p, k) {
				return out.and(d.sourceAt(p, k, d.partiesAt(p, k, nil, nil)))
			}
		}
	}
	return out
}
