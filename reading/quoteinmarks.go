package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// inMarksBy is the rule of words in marks that no word of saying governs.
const inMarksBy = "quotation marks"

// inMarks are the words in quotation marks that begin in a sentence: its direct
// quotations, and those inside an indirect one.
func (q *quoter) inMarks(s int) {
	for i := range q.d.marks {
		m := &q.d.marks[i]
		if m.from.sent != s || !m.speech && !m.weak {
			continue
		}
		m.to.word = q.withoutComma(m)
		over := q.over(m)
		if m.weak && over == nil && !q.tellsSpeech(s) {
			continue
		}
		if over != nil && q.same(over, m) {
			q.widen(over, m)
			q.cover(m)
			continue
		}
		var who source
		by := inMarksBy + " inside"
		if over != nil {
			who = over.who
			if sp := q.rightBehind(m); sp != nil {
				who = q.sourceOf(sp)
			} else if x := q.beforeColon(m); len(x.spans) > 0 {
				who = x
			}
		} else {
			who, by = q.speakerOf(m)
		}
		q.out = append(q.out, quotation{m.from, m.to, who, "direct", by, 1, source{}, false})
		q.cover(m)
	}
}

// widen makes a quotation, and any other of the same words, reach to the end of
// the marks.
func (q *quoter) widen(over *quotation, m *marked) {
	from, to := over.from, over.to
	lead := from.sent == m.from.sent && m.to.sent == m.from.sent && q.onlyLeads(over, m)
	for i := range q.out {
		x := &q.out[i]
		if x.from != from || x.to != to {
			continue
		}
		x.form = "direct"
		if x.to.before(m.to) {
			x.to = m.to
		}
		if lead {
			x.from = m.from
		}
	}
}

// withoutComma is the last word of a stretch, without the comma that English sets
// inside the marks.
func (q *quoter) withoutComma(m *marked) int {
	w := m.to.word
	for w > 0 && q.d.trees[m.to.sent].words[w].Form == "," {
		w--
	}
	return w
}

func (q *quoter) cover(m *marked) {
	for w := range q.covered {
		if p := (place{m.from.sent, w}); !p.before(m.from) && !m.to.before(p) {
			q.covered[w] = true
		}
	}
}

// over is the quotation that holds the beginning of a stretch in marks, or is of
// the same words.
func (q *quoter) over(m *marked) *quotation {
	var last *quotation
	for i := len(q.out) - 1; i >= 0; i-- {
		x := &q.out[i]
		if x.to.sent < m.from.sent {
			break
		}
		if !m.from.before(x.from) && !x.to.before(m.from) || !x.from.before(m.from) && !m.to.before(x.from) {
			if q.same(x, m) {
				return x
			}
			if last == nil {
				last = x
			}
		}
	}
	return last
}

// same says whether a quotation and a stretch in marks are one: most words of
// either are the other's, or before the marks stand only a word or two ("als »…«")
// or the end of the clause that a colon ends.
func (q *quoter) same(x *quotation, m *marked) bool {
	if m.to.sent > m.from.sent {
		return x.from.sent == m.from.sent
	}
	if x.from.sent != m.from.sent || x.to.sent != m.to.sent {
		return false
	}
	both := min(x.to.word, m.to.word) - max(x.from.word, m.from.word) + 1
	n := x.to.word - x.from.word + 1
	return both*10 >= n*9 || x.to.word <= m.to.word && both > 0 && q.onlyLeads(x, m)
}

// onlyLeads says whether what a quotation has before the marks only leads to them.
func (q *quoter) onlyLeads(x *quotation, m *marked) bool {
	n, colon := 0, false
	for w := x.from.word; w < m.from.word; w++ {
		switch u := &q.d.trees[m.from.sent].words[w]; {
		case u.Form == ":":
			colon = true
		case u.UPOS != report.PUNCT:
			n++
			colon = false
		}
	}
	return x.from.word < m.from.word && (n == 1 || colon && x.form != "continued" && x.by != konjunktivBy)
}

// tellsSpeech says whether anything in a sentence is said by somebody.
func (q *quoter) tellsSpeech(s int) bool {
	for i := range q.d.heard {
		if q.d.heard[i].sent == s {
			return true
		}
	}
	return q.anyCovered()
}

// speakerOf is who speaks in quotation marks that no clause holds, and how he
// was found: the nearest word of saying beside them names him, or a cue, or the
// subject of the clause they stand in; what stands alone goes on after who spoke
// last.
func (q *quoter) speakerOf(m *marked) (who source, by string) {
	d := q.d
	if sp := q.rightBehind(m); sp != nil {
		if who := q.sourceOf(sp); len(who.spans) > 0 {
			return who, inMarksBy + " before " + sp.frame.Pattern.Text
		}
	}
	if who := q.beforeColon(m); len(who.spans) > 0 {
		return who, inMarksBy + " behind a colon"
	}
	for _, s := range [...]int{m.from.sent, m.to.sent} {
		if sp := q.nearest(s, m); sp != nil {
			if who := q.sourceOf(sp); len(who.spans) > 0 {
				return who, inMarksBy + " beside " + sp.frame.Pattern.Text
			}
		}
		for i := range d.cues[s] {
			c := &d.cues[s][i]
			return d.sourceAt(s, c.at, c.who), inMarksBy + " with a cue"
		}
		if m.from.sent == m.to.sent {
			break
		}
	}
	if sp := q.nounBefore(m); sp != nil {
		return q.nounSource(sp.sent, sp.word), inMarksBy + " behind " + sp.frame.Pattern.Text
	}
	if who := q.subjectAround(m); len(who.spans) > 0 {
		return who, inMarksBy + " under a subject"
	}
	who, by = q.voiceBy(m.from.sent)
	return who, inMarksBy + by
}

// rightBehind is the word of saying that opens the clause behind the marks: "„…“,
// meinte Karl Ott".
func (q *quoter) rightBehind(m *marked) *speech {
	ws := q.d.trees[m.to.sent].words
	k, comma := m.to.word+1, false
	for k < len(ws) && ws[k].UPOS == report.PUNCT {
		comma = comma || ws[k].Form == ","
		k++
	}
	if !comma {
		return nil
	}
	for i := range q.d.heard {
		if sp := &q.d.heard[i]; sp.sent == m.to.sent && sp.word == k && sp.frame.Kind == lexicon.Verb && !quotesOther(sp.frame) {
			return sp
		}
	}
	return nil
}

// beforeColon is who speaks where a colon stands before the marks: the subject
// of the clause before it, or, without a verb, whoever is named there: "Aus dem
// Ministerium: »Nein.«"
func (q *quoter) beforeColon(m *marked) source {
	d := q.d
	s := m.from.sent
	t := &d.trees[s]
	colon := m.from.word - 1
	for colon >= 0 && t.words[colon].Form != ":" && t.words[colon].UPOS == report.PUNCT {
		colon--
	}
	if colon < 1 || t.words[colon].Form != ":" {
		return source{}
	}
	if sp := q.nearest(s, m); sp != nil && sp.word < colon {
		return q.sourceOf(sp)
	}
	verb := -1
	for w := range colon {
		if x := &t.words[w]; isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") && (verb < 0 || t.depth(w) < t.depth(verb)) {
			verb = w
		}
	}
	if verb < 0 {
		for w := range colon {
			if isNominal(&t.words[w]) {
				return d.sourceIn(s, 0, colon-1)
			}
		}
		return source{} // "Und: „…“"
	}
	if r := t.rel(verb); (r == report.Aux || r == report.AuxPass || r == report.Cop) && t.head(verb) >= 0 {
		verb = t.head(verb)
	}
	return d.subjectSource(s, verb)
}

// sourceIn makes a source of a stretch of words and of everybody named in it.
func (d *doc) sourceIn(s, first, last int) source {
	out := source{spans: []report.Span{d.spanBetween(s, first, last)}, names: []string{d.words(s, first, last)}}
	for w := first; w <= last; w++ {
		if m := d.mentionAt(s, w); m != nil && m.head == w && len(m.ents) > 0 {
			e := d.entityAt(m.ents[0], m)
			out.names = append(append(out.names, e.Name), e.Aliases...)
		}
	}
	return out
}

// subjectOf is the deep subject of a verb, -1 without one.
func (d *doc) subjectOf(s, verb int) int {
	var f slots
	f.fill(d, s, verb)
	return f.get(lexicon.Subj)
}

// speakingArgument is an argument of a verb without a preposition that can speak,
// -1 without one.
func (d *doc) speakingArgument(s, verb int) int {
	t := &d.trees[s]
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		w := int(c)
		switch base(t.rel(w)) {
		case report.Obj, report.Nsubj, report.NsubjPass, report.Iobj, report.Obl, report.Nmod, report.Dep:
			x := &t.words[w]
			if t.caseOf(w) == "" && (d.canSpeak(s, w) || someone(x)) && !x.Feats.Is(report.MorphCase, "Dat") && !x.Feats.Is(report.Reflex, "Yes") && lower(x.Form) != "sich" {
				return w
			}
		}
	}
	return -1
}

// subjectSource is the subject of a verb as a source; none for an expletive.
func (d *doc) subjectSource(s, verb int) source {
	w := d.subjectOf(s, verb)
	if w < 0 || nobody[lower(d.trees[s].words[w].Form)] || !d.canSpeak(s, w) && !someone(&d.trees[s].words[w]) {
		if o := d.speakingArgument(s, verb); o >= 0 {
			w = o // the parser took an object that stands first for the subject
		} else if w < 0 || nobody[lower(d.trees[s].words[w].Form)] {
			return source{}
		}
	}
	return d.withRelative(d.sourceAt(s, w, d.partiesAt(s, w, nil, nil)), s, verb, w)
}

// nearest is the word of saying outside of the marks that stands closest.
func (q *quoter) nearest(s int, m *marked) *speech {
	var best *speech
	dist := 1 << 30
	for i := range q.d.heard {
		sp := &q.d.heard[i]
		p := place{s, sp.word}
		if sp.sent != s || !p.before(m.from) && !m.to.before(p) || q.d.speechMarked(s, sp.word) || sp.speaker < 0 && len(sp.who) == 0 || sp.frame.Kind == lexicon.Noun && !q.justBefore(sp, m) || q.apart(sp, m) {
			continue
		}
		n := 0
		switch {
		case s == m.from.sent && p.before(m.from):
			n = m.from.word - sp.word
		case s == m.to.sent:
			n = sp.word - m.to.word
		}
		if n < dist {
			best, dist = sp, n
		}
	}
	return best
}

// apart says whether a word of saying is an attribute, or that of a subordinate
// clause behind the marks that does not hold them.
func (q *quoter) apart(sp *speech, m *marked) bool {
	t := &q.d.trees[sp.sent]
	if isVerb(&t.words[sp.word]) || participle(&t.words[sp.word]) {
		if t.rel(sp.word) == report.Amod {
			return true
		}
	}
	return q.d.lex.Lang == "de" && sp.sent == m.to.sent && sp.word > m.to.word && t.child(sp.word, report.Mark) >= 0 &&
		lower(t.words[t.child(sp.word, report.Mark)].Form) != "wie" && !t.under(m.to.word, sp.word)
}

// nounBefore is the noun for something said right before the marks that nobody is
// named at: "veröffentlichte die Antwort: „…“".
func (q *quoter) nounBefore(m *marked) *speech {
	if q.d.lex.Lang != "de" {
		return nil
	}
	for i := range q.d.heard {
		sp := &q.d.heard[i]
		if sp.sent == m.from.sent && sp.word < m.from.word && sp.word >= m.from.word-5 && sp.frame.Kind == lexicon.Noun && q.justBefore(sp, m) && !q.d.speechMarked(sp.sent, sp.word) && q.d.trees[sp.sent].caseOf(sp.word) != "mit" {
			return sp
		}
	}
	return nil
}

// justBefore says whether no verb and no comma stands between a noun of saying
// and the marks: "mit den Worten: „…“".
func (q *quoter) justBefore(sp *speech, m *marked) bool {
	ws := q.d.trees[sp.sent].words
	for w := sp.word + 1; w < m.from.word && sp.sent == m.from.sent; w++ {
		if isVerb(&ws[w]) || ws[w].Form == "," {
			return false
		}
	}
	return true
}

// subjectAround is the subject of the verb that a stretch in marks stands under,
// or beside.
func (q *quoter) subjectAround(m *marked) source {
	d := q.d
	s := m.from.sent
	t := &d.trees[s]
	inside := func(w int) bool { p := place{s, w}; return !p.before(m.from) && !m.to.before(p) }
	h := m.from.word
	for n := 0; n < len(t.words) && h >= 0 && (inside(h) || !isVerb(&t.words[h])); n++ {
		h = t.head(h)
	}
	if h < 0 {
		for w := range t.words {
			if !inside(w) && isVerb(&t.words[w]) && t.words[w].Feats.Is(report.VerbForm, "Fin") {
				if h = w; (t.rel(w) == report.Aux || t.rel(w) == report.AuxPass) && t.head(w) >= 0 {
					h = t.head(w) // "will „noch einmal prüfen“"
				}
				break
			}
		}
	}
	if h < 0 {
		return source{}
	}
	var f slots
	f.fill(d, s, h)
	if x := f.get(lexicon.Subj); x < 0 || inside(x) || d.speaksOfSelf(s, x, x) || !d.canSpeak(s, x) && !someone(&t.words[x]) {
		return source{}
	}
	return d.subjectSource(s, h)
}

// someone says whether a word is a pronoun for somebody.
func someone(w *report.Word) bool {
	return w.UPOS == report.PRON && !nobody[lower(w.Form)] && !relative(w)
}
