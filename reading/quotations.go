package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// Quotation is what somebody is said to have said, thought or written, as far as
// one stretch of the report tells it: byte ranges of its words and of those that
// name the speaker (none where the text names nobody).
type Quotation struct {
	Quote   report.Span
	Speaker []report.Span
	Names   []string // what else the speaker is called
	Form    string   // direct, indirect, continued, hearsay or reported
	By      string
}

// Quotations reads a report and gives what it quotes, in the order of the text.
// It is wider than the statements among the records, which it goes with: it also
// has words without a known speaker, those of a source that only a cue names
// ("laut Polizei"), and acts of speech without a content ("kritisierte den Plan").
func (w *Worker) Quotations(r *report.Report) ([]Quotation, error) {
	if _, err := w.Read(r); err != nil {
		return nil, err
	}
	q := quoter{d: &w.doc}
	return q.all(), nil
}

// quoter goes through a report sentence by sentence and remembers who spoke last.
type quoter struct {
	d       *doc
	out     []quotation
	spoke   []source // who spoke in each sentence, by its leading word of saying
	covered []bool   // words of the present sentence that a quotation has
}

// quotation is one on its way: its first and last word.
type quotation struct {
	from, to place
	who      source
	form, by string
	depth    int    // how deep in its tree the word of saying stands
	answers  source // who only answers these words, and may go on speaking
	governed bool   // it is the content of a word of saying
}

func (q *quoter) all() []Quotation {
	d := q.d
	for s := range d.trees {
		q.covered = append(q.covered[:0], make([]bool, len(d.trees[s].words))...)
		n := len(q.out)
		q.carry(s)
		q.spoken(s)
		q.cued(s)
		q.asToldBy(s)
		q.isSaid(s)
		q.pointing(s)
		q.accordingly(s)
		q.subjunctive(s, true)
		q.contents(s)
		q.infinitives(s)
		q.nounSays(s)
		q.subjunctive(s, false)
		q.inMarks(s)
		q.hearsay(s)
		q.reported(s)
		q.join(s, n)
		q.dropBits(s, n)
		q.remember(s, n)
	}
	q.settle()
	out := make([]Quotation, 0, len(q.out))
	for i := range q.out {
		x := &q.out[i]
		span := report.Span{Start: d.trees[x.from.sent].words[x.from.word].Start, End: d.trees[x.to.sent].words[x.to.word].End}
		out = append(out, Quotation{Quote: span, Speaker: x.who.spans, Names: x.who.names, Form: x.form, By: x.by})
	}
	return out
}

// carry marks the words of a sentence that a quotation from before goes on in.
func (q *quoter) carry(s int) {
	for i := range q.out {
		x := &q.out[i]
		for w := range q.covered {
			if p := (place{s, w}); x.to.sent >= s && !p.before(x.from) && !x.to.before(p) {
				q.covered[w] = true
			}
		}
	}
}

// carried says whether a quotation that began in an earlier sentence has most of
// a stretch.
func (q *quoter) carried(s, first, last int) bool {
	for i := range q.out {
		if x := &q.out[i]; x.from.sent < s && x.to.sent >= s {
			return q.mostly(first, last)
		}
	}
	return false
}

// add notes a quotation, trimmed of punctuation, unless another has its words.
func (q *quoter) add(s, first, last int, who source, form, by string) {
	ws := q.d.trees[s].words
	for first < last && ws[first].UPOS == report.PUNCT {
		first++
	}
	for last > first && ws[last].UPOS == report.PUNCT {
		last--
	}
	if first > last || ws[first].UPOS == report.PUNCT {
		return
	}
	for w := first; w <= last; w++ {
		q.covered[w] = true
	}
	var answers source
	if (form == "indirect" || form == "continued") && !strings.HasPrefix(by, "cue") {
		var n source
		if n, answers = q.saidByNoun(s, first); len(n.spans) > 0 {
			who = n
		}
	}
	q.out = append(q.out, quotation{place{s, first}, place{s, last}, who, form, by, 1, answers, false})
}

// addUnder is add for the content of a word of saying.
func (q *quoter) addUnder(word, s, first, last int, who source, form, by string) {
	n := len(q.out)
	q.add(s, first, last, who, form, by)
	if len(q.out) > n {
		q.out[n].depth, q.out[n].governed = q.d.trees[s].depth(word), true
	}
}

// spoken are the contents of words of saying.
func (q *quoter) spoken(s int) {
	d := q.d
	for i := range d.heard {
		sp := &d.heard[i]
		if sp.sent == s && sp.before {
			q.saidBefore(sp)
		}
		if sp.sent == s-1 && sp.behind && len(d.marks) == 0 {
			q.add(s, 0, len(d.trees[s].words)-1, q.sourceOf(sp), "direct", "colon")
		}
		if sp.sent != s || !sp.found || sp.speaker >= 0 && d.inTalk(s, sp.speaker) || d.speechMarked(s, sp.word) || q.nested(sp) || sp.content >= 0 && d.denied(s, sp.word) {
			continue
		}
		who := q.sourceOf(sp)
		if len(who.spans) == 0 {
			who = q.paper(s, sp.word)
		}
		if sp.content < 0 {
			q.afterColon(sp, who)
			continue
		}
		first, last := d.contentRange(sp)
		if last-first < 1 && d.trees[s].words[first].UPOS != report.VERB || d.besides(sp, first) {
			continue
		}
		if q.carried(s, first, last) {
			continue
		}
		form := "indirect"
		if d.isDirect(sp) {
			form = "direct"
		}
		q.addUnder(sp.word, s, first, last, who, form, sp.frame.Pattern.Text+" ("+sp.frame.Pos.String()+")")
		q.quotedBy(sp, first, last)
	}
}

// inTalk says whether a pronoun is the first or second person, so that its clause
// is part of an interview.
func (d *doc) inTalk(s, w int) bool {
	x := &d.trees[s].words[w]
	return d.speaksOfSelf(s, w, w) || x.UPOS == report.PRON && d.lex.Lang == "de" && (x.Form == "Sie" && w > 0 || x.Lemma == "du")
}

// besides says whether a clause behind a German word of saying, which begins at a
// word, says when, why or with what effect it was said, and not what.
func (d *doc) besides(sp *speech, first int) bool {
	t := &d.trees[sp.sent]
	if d.lex.Lang != "de" || first < sp.word || d.quoted[sp.sent][first] {
		return false
	}
	x := &t.words[first]
	switch f := lower(x.Form); f {
	case "nachdem", "während", "obwohl", "indem", "bevor", "sodass", "darunter":
		return true
	case "als", "da", "seit":
		return t.child(sp.content, report.Mark) == first
	case "so":
		return first+1 < len(t.words) && lower(t.words[first+1].Form) == "dass"
	}
	return false
}

// saidBefore is the sentence before a word of saying that points back to it: "Das
// teilte Kiew mit."
func (q *quoter) saidBefore(sp *speech) {
	for i := len(q.out) - 1; i >= 0 && q.out[i].to.sent >= sp.sent-1; i-- {
		x := &q.out[i]
		if x.from.sent == sp.sent-1 && (x.form == "hearsay" || x.form == "continued") {
			x.who = q.sourceOf(sp) // nobody there was named
			return
		}
		if x.from.sent < sp.sent && !strings.HasPrefix(x.by, "cue") {
			return // who is named there tells it; a cue's source is told of in its turn
		}
	}
	p := sp.sent - 1
	ws := q.d.trees[p].words
	if len(ws) == 0 {
		return
	}
	q.out = append(q.out, quotation{place{p, 0}, place{p, q.d.lastWord(p)}, q.sourceOf(sp), "indirect", "pointed back to by " + sp.frame.Pattern.Text, 1, source{}, false})
}

// pointing is the clause of a sentence that the next points back to: "Der Flug
// dauert länger, das entschied die Behörde."
func (q *quoter) pointing(s int) {
	d := q.d
	t := &d.trees[s]
	for w := 3; w+2 < len(t.words); w++ {
		f := lower(t.words[w].Form)
		if d.lex.Lang != "de" || f != "das" && f != "dies" || t.words[w-1].UPOS != report.PUNCT || q.covered[w] || d.quoted[s][w] {
			continue
		}
		v := w + 1
		x := &t.words[v]
		if !isVerb(x) || !x.Feats.Is(report.VerbForm, "Fin") || t.words[v+1].UPOS == report.PUNCT || t.words[v+1].Feats.Is(report.Reflex, "Yes") ||
			!slices.ContainsFunc(d.lex.Speech.Of(x.Lemma, lexicon.Verb), saysAlone) || q.mostly(0, w-2) {
			continue
		}
		who := d.nounBehind(s, v, len(t.words))
		q.add(s, 0, w-2, who, "indirect", "pointed back to by "+x.Lemma)
		q.covered[v] = true
		return
	}
}

// lastWord is the last word of a sentence that is no punctuation.
func (d *doc) lastWord(s int) int {
	ws := d.trees[s].words
	w := len(ws) - 1
	for w > 0 && ws[w].UPOS == report.PUNCT {
		w--
	}
	return w
}

// afterColon is what stands behind a colon, in a report without quotation marks.
func (q *quoter) afterColon(sp *speech, who source) {
	if len(q.d.marks) > 0 {
		return // the report has marks where words are somebody's own
	}
	ws := q.d.trees[sp.sent].words
	for w := sp.word + 1; w+2 < len(ws); w++ {
		if ws[w].Form != ":" {
			continue
		}
		for k := w + 1; k < len(ws); k++ {
			if q.d.quoted[sp.sent][k] {
				return
			}
		}
		q.add(sp.sent, w+1, len(ws)-1, who, "direct", "colon")
		return
	}
}

// mostly says whether most of a stretch is a quotation's already.
func (q *quoter) mostly(first, last int) bool {
	n := 0
	for w := first; w <= last; w++ {
		if q.covered[w] {
			n++
		}
	}
	return n*2 > last-first+1
}

func (q *quoter) anyCovered() bool {
	for _, c := range q.covered {
		if c {
			return true
		}
	}
	return false
}
