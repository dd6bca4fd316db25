package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// source is who speaks: the words that name him, and his other names.
type source struct {
	spans []report.Span
	names []string
}

// sourceAt makes a source of the noun phrase at a word and the parties that it
// names.
func (d *doc) sourceAt(s, w int, who []party) source {
	var out source
	if w >= 0 {
		if h := d.trees[s].head(w); h >= 0 && d.trees[s].rel(w) == report.DetPoss && d.isAccount(&d.trees[s].words[h]) {
			w = h // "seiner Meinung nach"
		}
		first, last := d.nounPhrase(s, w)
		out.spans = append(out.spans, d.spanBetween(s, first, last))
		out.names = append(out.names, d.words(s, first, last))
		out = d.takenUpBy(out, s, w)
	}
	for _, p := range who {
		e := d.entityAt(p.ent, p.m)
		out.spans = append(out.spans, report.Span{Start: int32(e.Start), End: int32(e.End)})
		out.names = append(append(out.names, e.Name, e.Text), e.Aliases...)
		out.names = append(out.names, d.calledAlso(p.ent)...)
	}
	return out
}

// calledAlso are the nouns by which the report means an entity besides its name:
// "der Staatschef". Those taken up by a guess do not count.
func (d *doc) calledAlso(e *entity) []string {
	var out []string
	for _, m := range d.mentions {
		if m.kind != byRole || m.vague || len(m.ents) != 1 || m.ents[0] != e || !e.isPerson() {
			continue
		}
		if w := d.words(m.sent, m.first, m.last); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// nounPhrase is the stretch of a noun with what modifies it, without clauses.
func (d *doc) nounPhrase(s, w int) (first, last int) {
	t := &d.trees[s]
	first, last = w, w
	for c := t.first[w]; c >= 0; c = t.next[c] {
		switch base(t.words[c].Rel) {
		case report.Acl, report.Ccomp, report.Advcl, report.Parataxis, report.Punct, report.Case, report.Cop, report.Nsubj, report.Aux, report.Obl, report.Mark, report.Cc, report.Conj, report.Advmod:
			continue
		}
		f, l := d.nounPhrase(s, int(c))
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// remember keeps who spoke in a sentence: of several whoever's word of saying
// stands highest; else whose act of speech it tells.
func (q *quoter) remember(s, n int) {
	var best *quotation
	for i := n; i < len(q.out); i++ {
		if x := &q.out[i]; len(x.who.spans) > 0 && x.to.sent >= s && (best == nil || x.depth < best.depth) {
			best = x
		}
	}
	switch {
	case best != nil && len(best.answers.spans) > 0:
		q.spoke = append(q.spoke, best.answers)
	case best != nil:
		q.spoke = append(q.spoke, best.who)
	case n > 0 && q.out[n-1].to.sent >= s:
		q.spoke = append(q.spoke, q.out[n-1].who)
	default:
		q.spoke = append(q.spoke, q.silent(s))
	}
}

// silent is whose word of saying without a content a sentence has.
func (q *quoter) silent(s int) source {
	for i := range q.d.heard {
		if sp := &q.d.heard[i]; sp.sent == s && sp.speaker >= 0 && sp.frame.Kind == lexicon.Verb && !q.d.speechMarked(s, sp.word) {
			return q.sourceOf(sp)
		}
	}
	return source{}
}

// echoes is how many sentences back the speaker of a sentence in Konjunktiv, or
// of words in quotation marks, may have been named.
const echoes = 4

// afterAct is the rule of who has only done something that he may go on to explain.
const afterAct = " after an act"

// voice is who goes on speaking in a sentence that names nobody: who spoke last,
// or the subject of the sentence before, if it is one that can speak.
func (q *quoter) voice(s int) source {
	who, _ := q.voiceBy(s)
	return who
}

func (q *quoter) voiceBy(s int) (source, string) {
	if s > 0 && len(q.spoke[s-1].spans) == 0 {
		if who := q.namedIn(s - 1); len(who.spans) > 0 {
			return who, " after a paper"
		}
		if who, acts := q.leading(s - 1); acts || len(who.spans) > 0 && q.endsInColon(s-1) {
			return who, afterAct
		}
	}
	return q.spokenBefore(s, 1, echoes), " after who spoke last"
}

// lastSource is who spoke last before a sentence.
func (q *quoter) lastSource(s int) source { return q.spokenBefore(s, 1, echoes) }

// spokenBefore is who spoke last, from one number of sentences back to another.
func (q *quoter) spokenBefore(s, from, to int) source {
	for p := s - from; p >= 0 && p >= s-to; p-- {
		if len(q.spoke[p].spans) > 0 {
			return q.spoke[p]
		}
	}
	return source{}
}

// endsInColon says whether a sentence ends in a colon, so that its subject says
// what follows.
func (q *quoter) endsInColon(s int) bool {
	ws := q.d.trees[s].words
	return len(ws) > 0 && ws[len(ws)-1].Form == ":"
}

// namedIn is the paper in which a sentence without a word of saying finds
// something, or the owner of a noun for something said in it: "Im Bericht wird
// die Lage auf die Dürre zurückgeführt", "Es gibt den Vorwurf der Regierung".
func (q *quoter) namedIn(s int) source {
	d := q.d
	t := &d.trees[s]
	if d.lex.Lang != "de" {
		return source{}
	}
	for w := range t.words {
		x := &t.words[w]
		if x.UPOS != report.NOUN || d.speechMarked(s, w) {
			continue
		}
		if p := t.caseOf(w); (p == "in" || p == "laut") && d.isAccount(x) {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
		}
	}
	return source{}
}

// settle gives quotations that go on after nobody, or are hearsay, the nearest
// source of the report: first of those before, then of the next sentences.
func (q *quoter) settle() {
	for i := range q.out {
		x := &q.out[i]
		if len(x.who.spans) > 0 || x.form != "continued" && x.form != "hearsay" && !strings.HasPrefix(x.by, inMarksBy) {
			continue
		}
		for p := x.from.sent; p >= 0 && len(x.who.spans) == 0; p-- {
			x.who = q.spoke[p]
		}
		for p := x.from.sent + 1; p < len(q.spoke) && p <= x.to.sent+echoes && len(x.who.spans) == 0; p++ {
			x.who = q.spoke[p]
			if len(x.who.spans) == 0 {
				x.who, _ = q.leading(p)
			}
		}
	}
}

// paper is the report, letter or speech in which the words of a verb without a
// speaker stand: "In einer Erklärung wurde verkündet, dass …".
func (q *quoter) paper(s, verb int) source {
	d := q.d
	t := &d.trees[s]
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		w := int(c)
		x := &t.words[w]
		f := slots{d: d, sent: s, t: t, head: verb}
		if a := f.antecedent(w); a != w && t.caseOf(w) == "in" && d.isAccount(&t.words[a]) {
			return d.sourceAt(s, a, d.partiesAt(s, a, nil, nil)) // "ein Brief, in dem …"
		}
		if p := t.caseOf(w); x.UPOS != report.NOUN || p != "in" && p != "auf" && p != "an" {
			continue
		}
		if d.isAccount(x) || d.isSource(x) || d.lex.Speech.Of(x.Lemma, lexicon.Noun) != nil || d.isClass(x, "@press-noun") {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
		}
	}
	return source{}
}

// leading is the subject of a sentence's main verb, if it can speak, and whether
// the verb is one of an act.
func (q *quoter) leading(s int) (who source, acts bool) {
	d := q.d
	t := &d.trees[s]
	if len(t.words) == 0 {
		return source{}, false
	}
	var f slots
	f.fill(d, s, t.root)
	w := f.get(lexicon.Subj)
	if w < 0 {
		w = t.child(t.root, report.Nsubj)
	}
	if a := t.child(t.root, report.AuxPass); w < 0 && a >= 0 && t.words[a].Lemma == "sein" {
		if w = t.child(t.root, report.NsubjPass); w >= 0 && !d.isPersonAt(s, w) { // "ist besorgt"
			return source{}, false
		}
	}
	if w < 0 || !d.canSpeak(s, w) {
		return source{}, false
	}
	return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil)), d.tellsAct(s, t.root) || f.get(lexicon.Obj) >= 0 && !f.passive && d.canAct(s, w) && !d.isClass(&t.words[w], "@vague-people")
}

// isPersonAt says whether a noun means one person who is known by name or office.
func (d *doc) isPersonAt(s, w int) bool {
	m := d.mentionAt(s, w)
	return m != nil && len(m.ents) == 1 && m.ents[0].isPerson()
}

// tellsAct says whether a German verb is one of saying or of an act towards
// others, whose reasons its subject may go on to give.
func (d *doc) tellsAct(s, verb int) bool {
	x := &d.trees[s].words[verb]
	if d.lex.Lang != "de" || !isVerb(x) {
		return d.lex.Lang != "de" || d.trees[s].child(verb, report.Cop) >= 0
	}
	return d.lex.Events.Of(x.Lemma, lexicon.Verb) != nil || d.lex.Speech.Of(x.Lemma, lexicon.Verb) != nil
}

// canSpeak says whether a noun phrase means somebody, or a paper that says
// something.
func (d *doc) canSpeak(s, w int) bool {
	x := &d.trees[s].words[w]
	if m := d.mentionAt(s, w); m != nil && len(m.ents) > 0 {
		return m.ents[0].rec.Type != record.TypePlace
	}
	return d.isAccount(x) || d.isSource(x) || d.isClass(x, "@vague-people") || d.isClass(x, "@share")
}

func (d *doc) spanBetween(s, first, last int) report.Span {
	ws := d.trees[s].words
	return report.Span{Start: ws[first].Start, End: ws[last].End}
}
