package reading

import (
	"depesche/report"
)

// nested says whether a word of saying is part of what another says, and adds no
// speaker: a sentence that goes on in Konjunktiv I ("Man gehe davon aus, dass …"),
// or a pronoun inside of what somebody says ("sagte, er hoffe, dass …").
func (q *quoter) nested(sp *speech) bool {
	d := q.d
	t := &d.trees[sp.sent]
	if d.lex.Lang != "de" {
		return false
	}
	if moodOf(t, sp.word) == reportedI && (t.root == sp.word || sp.speaker < 0 && moodOf(t, t.root) == reportedI) {
		return true
	}
	if sp.speaker >= 0 && t.words[sp.speaker].UPOS != report.PRON {
		return false
	}
	for i := range d.heard {
		o := &d.heard[i]
		if o.sent == sp.sent && o.word != sp.word && o.found && o.content >= 0 && t.under(sp.word, o.content) && !t.under(o.word, sp.word) && !t.under(o.word, o.content) {
			return sp.speaker < 0 && moodOf(t, sp.word) == reportedI || sp.speaker >= 0 && !relative(&t.words[sp.speaker])
		}
	}
	return false
}

// join makes one quotation of two of a sentence, from n on, that the same source
// says without a break, or whose second is a clause in Konjunktiv that the parser
// hung elsewhere.
func (q *quoter) join(s, n int) {
	for i := n; i < len(q.out); i++ {
		for j := n; j < len(q.out); j++ {
			if i == j || !q.follows(&q.out[i], &q.out[j], s) {
				continue
			}
			q.out[i].to = q.out[j].to
			q.out = append(q.out[:j], q.out[j+1:]...)
			q.join(s, n)
			return
		}
	}
}

// follows says whether y goes on with x.
func (q *quoter) follows(x, y *quotation, s int) bool {
	if x.form != "indirect" || y.form != "indirect" || x.to.sent != s || y.from.sent != s || y.from.word <= x.to.word {
		return false
	}
	for w := x.to.word + 1; w < y.from.word; w++ {
		if u := q.d.trees[s].words[w].UPOS; u != report.PUNCT && u != report.CCONJ && u != report.SCONJ {
			return false
		}
	}
	return y.by == konjunktivBy || sharesSpan(x.who.spans, y.who.spans)
}

// dropBits leaves out what was taken for an indirect quotation of a sentence, from n
// on, and has no verb: "äußerte sich [besorgt]".
func (q *quoter) dropBits(s, n int) {
	out := q.out[:n]
	for _, x := range q.out[n:] {
		if x.form != "indirect" || x.from.sent != s || !x.governed || q.hasVerb(&x, s) {
			out = append(out, x)
		}
	}
	q.out = out
}

// hasVerb says whether a quotation within a sentence has a verb, of one or two words
// a finite one or an infinitive with "zu".
func (q *quoter) hasVerb(x *quotation, s int) bool {
	t := &q.d.trees[s]
	if q.d.lex.Lang != "de" || x.to.sent != s {
		return true
	}
	long := x.to.word > x.from.word+1
	for w := x.from.word; w <= x.to.word; w++ {
		if y := &t.words[w]; isVerb(y) && (long || x.to.word > x.from.word && y.Feats.Is(report.VerbForm, "Fin")) || zuInfinitive(t, w) {
			return true
		}
	}
	next := x.to.word + 1
	return next < len(t.words) && moodOfVerb(&t.words[next]) == reportedI
}

func sharesSpan(a, b []report.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) {
				return true
			}
		}
	}
	return false
}
