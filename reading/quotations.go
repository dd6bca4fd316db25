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
		if sp.sent != s || !sp.found || sp.speaker >= 0 && d.inTalk(s, sp.speaker) || d.speechMarked(s, sp.word) || q.nested(sp) {
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

// cued are sentences, or the clauses of them, for which a cue names the source.
func (q *quoter) cued(s int) {
	d := q.d
	for i := range d.cues[s] {
		c := &d.cues[s][i]
		first, last := d.besideCue(s, c)
		if q.anyCovered() && q.mostly(first, last) && !d.vouches(s, c) {
			continue // its content is another's too: "unter Berufung auf Reuters meldete"
		}
		if q.pointsBack(s) {
			continue // "Das meldet die Agentur unter Berufung auf …"
		}
		q.add(s, first, last, d.sourceAt(s, c.at, c.who), "indirect", "cue: "+d.words(s, c.first, c.last))
		if d.cueCovers(&d.trees[s], c, d.trees[s].root) {
			for w := range q.covered {
				q.covered[w] = true
			}
		}
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

// pointsBack says whether a sentence only says who said the one before it.
func (q *quoter) pointsBack(s int) bool {
	for i := range q.d.heard {
		if sp := &q.d.heard[i]; sp.sent == s && sp.before {
			return true
		}
	}
	return false
}

// vouches says whether a cue is a preposition whose source answers for its clause
// itself, as "wie die Polizei mitteilt", which the verb of saying covers, and
// "unter Berufung auf die Polizei" do not.
func (d *doc) vouches(s int, c *cueHit) bool {
	switch lower(d.trees[s].words[c.first].Form) {
	case "nach", "laut", "aus", "gemäß":
		return true
	}
	last := lower(d.trees[s].words[c.last].Form)
	return last == "zufolge" || last == "nach"
}

// besideCue is the longer part beside a cue of the clause that it stands in.
func (d *doc) besideCue(s int, c *cueHit) (first, last int) {
	begin, end := 0, len(d.trees[s].words)-1
	if d.vouches(s, c) {
		begin, end = d.clauseAround(s, c)
	}
	if c.first-begin > end-c.last || c.first > 3 && d.behindClause(s, c) {
		return begin, c.first - 1
	}
	return min(c.last+1, end), end
}

// behindClause says whether a cue with "so" ends the clause that it vouches for,
// and what comes next belongs to its source: "…, so das Ergebnis einer Umfrage, die …".
func (d *doc) behindClause(s int, c *cueHit) bool {
	t := &d.trees[s]
	return lower(t.words[c.first].Form) == "so" && t.words[c.first-1].Form == "," && c.last+1 < len(t.words) && t.words[c.last+1].UPOS != report.PUNCT &&
		!isVerb(&t.words[c.last+1])
}

// clauseAround is the subordinate clause that a cue stands in, else its sentence.
func (d *doc) clauseAround(s int, c *cueHit) (first, last int) {
	t := &d.trees[s]
	first, last = 0, len(t.words)-1
	t.climb(c.at, func(anc, via int) bool {
		switch base(t.rel(via)) {
		case report.Acl, report.Advcl, report.Ccomp, report.Csubj:
			if f, l := t.extent(via); f < c.first && l >= c.last && f > 0 || f <= c.first && l > c.last && f > 0 {
				first, last = f, l
			}
			return false
		}
		return true
	})
	return first, last
}

// words of saying whose content is an act: those sentences are quotations as a
// whole where nothing else in them is one.
func (q *quoter) reported(s int) {
	d := q.d
	for i := range d.heard {
		sp := &d.heard[i]
		if sp.sent != s || sp.found && !q.partly(sp) || sp.speaker < 0 && !d.givesReason(s, sp.word) || sp.frame.Type != "told" || q.covered[sp.word] || d.aside(s, sp.word) {
			continue
		}
		first, last := d.clauseOf(s, sp.word)
		q.add(s, first, last, q.sourceOf(sp), "reported", "act: "+sp.frame.Pattern.Text)
	}
}

// partly says whether the content of a word of saying is only a part of its clause
// in quotation marks: "forderte einen »offenen Umgang« mit der Kirche".
func (q *quoter) partly(sp *speech) bool {
	d := q.d
	if sp.content >= 0 || d.speechMarked(sp.sent, sp.word) || d.isClass(&d.trees[sp.sent].words[sp.word], "@naming") {
		return false
	}
	for i := range d.marks {
		m := &d.marks[i]
		if m.from.sent == sp.sent && m.speech && (m.to.sent > sp.sent || m.from.word > 1 && d.trees[sp.sent].words[m.from.word-2].Form == ":" || d.finiteIn(m)) {
			return false
		}
	}
	for w := range d.trees[sp.sent].words {
		if d.trees[sp.sent].words[w].Form == ":" {
			return false
		}
	}
	return true
}

// givesReason says whether a passive verb names a reason that somebody gives: "Als
// Ursache wurde ein Brand angegeben".
func (d *doc) givesReason(s, w int) bool {
	var f slots
	f.fill(d, s, w)
	return f.passive && f.get("als") >= 0 && d.isClass(&d.trees[s].words[f.get("als")], "@reason")
}

// aside says whether a verb only modifies a noun: "der von der Polizei
// angekündigte Einsatz", "Beobachter, die den Sieg vorhersagten".
func (d *doc) aside(s, w int) bool {
	r := base(d.trees[s].rel(w))
	return r == report.Acl || r == report.Amod
}

// clauseOf is the stretch of a sentence that a verb's clause takes.
func (d *doc) clauseOf(s, w int) (first, last int) {
	return d.trees[s].extent(w)
}

// hearsay is what "soll … haben" tells: somebody says so.
func (q *quoter) hearsay(s int) {
	d := q.d
	t := &d.trees[s]
	if d.lex.Lang != "de" || q.anyCovered() {
		return
	}
	for w := range t.words {
		x := &t.words[w]
		if x.Lemma != "sollen" || !x.Feats.Is(report.VerbForm, "Fin") || x.Rel != report.Aux || x.Feats.Is(report.Tense, "Past") {
			continue
		}
		h := t.head(w)
		if h < 0 || !toldAsPast(t, h) && (d.aside(s, h) || !q.toldBefore(s)) {
			continue
		}
		first, last := t.extent(h)
		if n := len(q.out); n > 0 && q.out[n-1].form == "hearsay" && q.out[n-1].to.sent == s-1 {
			q.out[n-1].to = place{s, d.lastWord(s)} // the same source tells on
			return
		}
		who := q.lastSource(s)
		if s > 0 && len(q.spoke[s-1].spans) == 0 && d.wants(s-1) {
			who, _ = q.leading(s - 1)
		}
		_, by := q.voiceBy(s)
		q.add(s, first, last, who, "hearsay", "sollen with a perfect infinitive"+by)
		return
	}
}

// toldBefore says whether the sentence before is somebody's words, or what somebody
// wants, so that "soll" goes on telling what that source plans.
func (q *quoter) toldBefore(s int) bool {
	for i := len(q.out) - 1; i >= 0 && q.out[i].to.sent >= s-1; i-- {
		if q.out[i].to.sent == s-1 {
			return true
		}
	}
	return s > 0 && q.d.wants(s-1)
}

// wants says whether a sentence tells what somebody who can speak wants: "Die
// Partei will …".
func (d *doc) wants(s int) bool {
	t := &d.trees[s]
	for w := range t.words {
		if x := &t.words[w]; x.Lemma == "wollen" && x.Rel == report.Aux && t.head(w) == t.root && x.Feats.Is(report.VerbForm, "Fin") {
			f := d.subjectOf(s, t.root)
			return f >= 0 && (d.canSpeak(s, f) || someone(&t.words[f]))
		}
	}
	return false
}

// toldAsPast says whether a verb under a modal is told as past.
func toldAsPast(t *tree, h int) bool {
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if l := lower(t.words[c].Form); (t.words[c].Rel == report.Aux || t.words[c].Rel == report.AuxPass || t.words[c].Rel == report.Cop) && (l == "haben" || l == "sein" || l == "worden") {
			return true
		}
	}
	return false
}

func (q *quoter) anyCovered() bool {
	for _, c := range q.covered {
		if c {
			return true
		}
	}
	return false
}
