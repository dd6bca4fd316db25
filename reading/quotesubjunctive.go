package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// mood is how a German clause is told: as a fact, or as somebody's words.
type mood uint8

const (
	told       mood = iota
	reportedI       // Konjunktiv I
	reportedII      // Konjunktiv II, which stands for it where its form is that of the indicative
)

// moodOf is the mood of the finite verb of a clause with this head.
func moodOf(t *tree, h int) mood {
	if m := moodOfVerb(&t.words[h]); m != told {
		return m
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		switch t.words[c].Rel {
		case report.Aux, report.AuxPass, report.Cop:
			if m := moodOfVerb(&t.words[c]); m != told {
				return m
			}
		}
	}
	return told
}

func moodOfVerb(w *report.Word) mood {
	if !isVerb(w) {
		return told
	}
	if konjunktivI(w) {
		return reportedI
	}
	if w.Feats.Is(report.Mood, "Sub") && w.Lemma != "mögen" && w.Feats.Get(report.Person) != "1" && w.Feats.Is(report.VerbForm, "Fin") {
		return reportedII
	}
	return told
}

// konjunktivBy is the rule of clauses in Konjunktiv I under no word of saying.
const konjunktivBy = "Konjunktiv I"

// subjunctive are the clauses in Konjunktiv I that no word of saying governs: with
// top those that are sentences, which go on with what was said last; else the
// others, which are the words of their governor's subject.
func (q *quoter) subjunctive(s int, top bool) {
	d := q.d
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := range t.words {
		if r := t.rel(w); r == report.Aux || r == report.AuxPass || r == report.Cop {
			continue
		}
		m := moodOf(t, w)
		if m == told || q.covered[w] || d.speaksOfSelf(s, max(0, w-1), min(len(t.words)-1, w+1)) || d.speechMarked(s, w) {
			continue
		}
		if (topClause(t, w) || verbSecond(t, w)) != top {
			continue
		}
		if top {
			q.goesOn(s, w, m)
		} else if m == reportedI {
			first, last := t.extent(w)
			q.add(s, first, last, q.governor(s, w), "indirect", konjunktivBy)
		}
	}
}

// topClause says whether a clause is a main clause of its sentence.
func topClause(t *tree, w int) bool {
	for n := 0; n < len(t.words); n++ {
		if t.child(w, report.Mark) >= 0 {
			return false
		}
		switch base(t.rel(w)) {
		case report.Root:
			return true
		case report.Conj, report.Parataxis:
			if w = t.head(w); w < 0 {
				return true
			}
		default:
			return t.head(w) < 0
		}
	}
	return false
}

// verbSecond says whether a clause opens its sentence and has its finite verb in
// the second place, as only a main clause has, wherever the parser hung it.
func verbSecond(t *tree, w int) bool {
	first, last := t.extent(w)
	if first > 1 || t.child(w, report.Mark) >= 0 || isVerb(&t.words[0]) {
		return false
	}
	for v := 1; v < last; v++ {
		x := &t.words[v]
		if x.UPOS == report.PUNCT || x.UPOS == report.SCONJ || relative(x) {
			return false
		}
		if isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") {
			return (v == w || t.head(v) == w) && moodOfVerb(x) == reportedI
		}
	}
	return false
}

// goesOn takes a whole sentence for the words of who spoke last; those of
// several sentences on end are one quotation. With a word of saying in the
// sentence that the tree does not join to it, the clause is that word's content.
func (q *quoter) goesOn(s, w int, m mood) {
	d := q.d
	t := &d.trees[s]
	if first := q.behindNoun(s, w); first > 0 {
		_, last := t.extent(w)
		q.add(s, first, last, q.voice(s), "indirect", "Konjunktiv behind a noun")
		return
	}
	if who, by := q.besideVerb(s, w); len(who.spans) > 0 {
		first, last := t.extent(w)
		q.add(s, max(first, by+2), last, who, "indirect", "Konjunktiv behind "+t.words[by].Lemma)
		return
	}
	if sp := q.beside(s, w); sp != nil {
		first, last := t.extent(w)
		if f, l := t.extent(sp.word); sp.word >= first && sp.word <= last && f > first {
			last = f - 1
		} else if sp.word < w && first <= sp.word {
			first = max(first, sp.word+1)
			if l < w {
				first = max(first, l+1)
			}
		}
		q.addUnder(sp.word, s, first, last, q.sourceOf(sp), "indirect", "Konjunktiv beside "+sp.frame.Pattern.Text)
		q.quotedBy(sp, first, last)
		return
	}
	if q.besideTold(s, w) {
		return
	}
	if m == reportedII && (s == 0 || len(q.spoke[s-1].spans) == 0 || d.mayBe(t, w) && !q.indirectEnd(s-1)) {
		return
	}
	last := d.lastWord(s)
	if n := len(q.out); n > 0 && q.out[n-1].form == "continued" && q.out[n-1].to.sent == s-1 {
		q.out[n-1].to = place{s, last}
		for w := range q.covered {
			q.covered[w] = true
		}
		return
	}
	who, by := q.voiceBy(s)
	q.add(s, 0, last, who, "continued", "Konjunktiv goes on"+by)
}

// behindNoun is the beginning of a clause in Konjunktiv that stands behind a noun
// for something said without depending on it; -1 for any other.
func (q *quoter) behindNoun(s, w int) int {
	t := &q.d.trees[s]
	for k := w; k > 0; k-- {
		if t.words[k-1].Form == "," {
			if who, _ := q.saidByNoun(s, k); len(who.spans) > 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// besideVerb is the subject of the verb of saying that ends a subordinate clause
// right before a clause in Konjunktiv: "…, da sie fürchten, das Land sei …".
func (q *quoter) besideVerb(s, w int) (who source, verb int) {
	d := q.d
	t := &d.trees[s]
	for k := w; k > 1; k-- {
		if t.words[k].Form != "," {
			continue
		}
		if v := k - 1; isVerb(&t.words[v]) && finite(t, v) && subordinate(t, v) && d.lex.Speech.Of(t.words[v].Lemma, lexicon.Verb) != nil && !q.covered[v] {
			return d.subjectSource(s, v), v
		}
		break
	}
	return source{}, -1
}

// besideTold takes a clause in Konjunktiv that the tree sets beside one told as a
// fact for what its subject says: "22 Prozent teilen die Meinung, das Land sei …",
// "Der Brand sei gelöscht, verlautete der Bürgermeister".
func (q *quoter) besideTold(s, w int) bool {
	d := q.d
	t := &d.trees[s]
	for v := range t.words {
		x := &t.words[v]
		if v == w || !isVerb(x) || x.Rel == report.Aux || x.Rel == report.AuxPass || x.Rel == report.Cop || moodOf(t, v) != told || d.speechMarked(s, v) || !finite(t, v) {
			continue
		}
		over := v == t.root && t.under(w, v) && v < w
		if !over && (t.rel(v) != report.Parataxis || t.head(v) != w || v < w) {
			continue
		}
		who := d.subjectSource(s, v)
		if x := d.subjectOf(s, v); x < 0 || d.speaksOfSelf(s, x, x) || !d.canSpeak(s, x) && !someone(&t.words[x]) {
			continue
		}
		first, last := t.extent(w)
		if over {
			first = max(first, v+1)
		} else if f, _ := t.extent(v); f > first {
			last = f - 1
		}
		q.add(s, first, last, who, "indirect", "Konjunktiv beside "+x.Lemma)
		return true
	}
	return false
}

// finite says whether a verb, or an auxiliary of it, is finite.
func finite(t *tree, v int) bool {
	if t.words[v].Feats.Is(report.VerbForm, "Fin") {
		return true
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if x := &t.words[c]; (x.Rel == report.Aux || x.Rel == report.AuxPass) && x.Feats.Is(report.VerbForm, "Fin") {
			return true
		}
	}
	return false
}

// mayBe says whether the Konjunktiv II of a clause is a modal verb's, which is
// the reporter's own as often as not: "könnte steigen".
func (d *doc) mayBe(t *tree, w int) bool {
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if x := &t.words[c]; x.Rel == report.Aux && moodOfVerb(x) == reportedII && x.Lemma != "haben" && x.Lemma != "sein" && x.Lemma != "werden" {
			return true
		}
	}
	return false
}

// indirectEnd says whether a sentence was somebody's words to its end.
func (q *quoter) indirectEnd(s int) bool {
	n := len(q.out)
	return n > 0 && q.out[n-1].to.sent == s && (q.out[n-1].form == "continued" || q.out[n-1].form == "indirect")
}

// beside is the word of saying nearest to a clause in its sentence.
func (q *quoter) beside(s, w int) *speech {
	var best *speech
	for i := range q.d.heard {
		sp := &q.d.heard[i]
		if sp.sent != s || sp.word == w || sp.speaker < 0 && !quotesOther(sp.frame) || q.covered[sp.word] || q.d.trees[s].under(sp.word, w) && q.d.trees[s].rel(sp.word) != report.Parataxis {
			continue
		}
		if best == nil || max(sp.word-w, w-sp.word) < max(best.word-w, w-best.word) {
			best = sp
		}
	}
	return best
}

// governor is whose words a subordinate clause in Konjunktiv I is: the subject's
// of the verb over it, else of who spoke last.
func (q *quoter) governor(s, w int) source {
	d := q.d
	t := &d.trees[s]
	for h, n := t.head(w), 0; h >= 0 && n < 8; h, n = t.head(h), n+1 {
		if x := &t.words[h]; x.UPOS == report.NOUN && t.child(h, report.Cop) >= 0 && t.child(h, report.Nsubj) < 0 && d.isAccount(x) {
			return d.sourceAt(s, h, d.partiesAt(s, h, nil, nil)) // "Ergebnis der Studie war, dass …"
		}
		if !isVerb(&t.words[h]) || moodOf(t, h) == reportedI {
			continue // what is reported itself reports nothing
		}
		var f slots
		f.fill(d, s, h)
		if x := f.get(lexicon.Subj); x >= 0 && x != w && !t.under(x, w) && !nobody[lower(t.words[x].Form)] && !d.abstract(s, x) {
			return d.withRelative(d.sourceAt(s, x, d.partiesAt(s, x, nil, nil)), s, h, x)
		} else if x < 0 {
			if who := q.passiveSource(s, h); len(who.spans) > 0 {
				return who
			}
		}
	}
	return q.voice(s)
}

// abstract says whether a noun that means nobody known ends as nouns for acts and
// qualities do.
func (d *doc) abstract(s, w int) bool {
	x := &d.trees[s].words[w]
	if x.UPOS != report.NOUN || d.canSpeak(s, w) {
		return false
	}
	for _, end := range [...]string{"heit", "keit", "tät", "recht", "tum", "nis"} {
		if strings.HasSuffix(x.Lemma, end) {
			return true
		}
	}
	return false
}
