package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// asToldBy are the sentences for which a clause with "wie" vouches: "Wie der
// Sprecher der Bahn, Karl Ott, mitteilte, …", "…, wie es hieß".
func (q *quoter) asToldBy(s int) {
	d := q.d
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := range t.words {
		if lower(t.words[w].Form) != "wie" || w > 1 && t.words[w-1].UPOS != report.PUNCT && t.words[w-1].UPOS != report.CCONJ || q.inCue(s, w) || d.quoted[s][w] {
			continue
		}
		verb, end := d.tellingVerb(s, w)
		if verb < 0 {
			continue
		}
		who := q.toldByWhom(s, w, verb, end)
		first, last := 0, w-1
		if last-first < len(t.words)-end {
			first, last = end, len(t.words)-1
		}
		if first < 0 || last <= first || q.mostly(first, last) {
			return
		}
		q.add(s, first, last, who, "indirect", "cue: wie … "+t.words[verb].Form)
		for k := range q.covered {
			q.covered[k] = true
		}
		return
	}
}

// pluralForm says whether what was tagged an infinitive is a plural: it has a
// subject, and neither "zu" nor an auxiliary.
func pluralForm(t *tree, k int) bool {
	return t.words[k].Feats.Is(report.VerbForm, "Inf") && t.child(k, report.Nsubj) >= 0 && t.child(k, report.Aux) < 0 && !infinitive(t, k)
}

// toldByWhom is who tells what a clause with "wie" vouches for: the subject of its
// verb, if it stands in the clause, else the first noun without a preposition,
// else the paper from which it follows ("wie sich aus dem Bericht ergibt").
func (q *quoter) toldByWhom(s, wie, verb, end int) source {
	d := q.d
	if x := d.subjectOf(s, verb); x < 0 || x > wie && x < end || !isNominal(&d.trees[s].words[x]) {
		if who := d.subjectSource(s, verb); len(who.spans) > 0 {
			return who
		}
	}
	if who := d.nounBehind(s, wie, verb); len(who.spans) > 0 {
		return who
	}
	for k := wie + 1; k < verb; k++ {
		if p := d.trees[s].caseOf(k); d.trees[s].words[k].UPOS == report.NOUN && (p == "aus" || p == "von" || p == "in") {
			return d.sourceAt(s, k, d.partiesAt(s, k, nil, nil))
		}
	}
	return source{}
}

// tellingVerb is the verb of saying that ends a clause with "wie" at w, and the
// word behind the clause; -1 if it is no such clause.
func (d *doc) tellingVerb(s, w int) (verb, end int) {
	t := &d.trees[s]
	for k := w + 1; k < len(t.words) && k < w+25; k++ {
		x := &t.words[k]
		if d.quoted[s][k] {
			continue // a name: "wie der Verein „Hand hilft“ mitteilte"
		}
		if isVerb(x) && (x.Feats.Is(report.VerbForm, "Fin") || participle(x) || pluralForm(t, k)) && (d.isTelling(x) || known(t, k)) {
			end = k + 1
			for end < len(t.words) && t.words[end].UPOS != report.PUNCT && !isVerb(&t.words[end]) && end < k+4 {
				end++
			}
			if end < len(t.words) && isVerb(&t.words[end]) && t.words[end].UPOS == report.AUX {
				end++
			}
			return k, end
		}
		if isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") && x.UPOS == report.VERB {
			return -1, 0
		}
	}
	return -1, 0
}

// known says whether a verb stands behind "bekannt": "bekannt gab", "bekannt wurde".
func known(t *tree, k int) bool {
	switch t.words[k].Lemma {
	case "geben", "werden", "machen":
		return k > 0 && lower(t.words[k-1].Form) == "bekannt"
	}
	return false
}

// isSaid is what "heißt es" without a source tells: "Die Lage sei ernst, heißt es."
func (q *quoter) isSaid(s int) {
	d := q.d
	t := &d.trees[s]
	if d.lex.Lang != "de" {
		return
	}
	for w := 0; w+1 < len(t.words); w++ {
		if t.words[w].Lemma != "heißen" || lower(t.words[w+1].Form) != "es" || q.covered[w] || d.quoted[s][w] || q.inCue(s, w) {
			continue
		}
		first, last := 0, w-1
		if w < 2 || t.words[w-1].UPOS != report.PUNCT || w+6 < len(t.words) && (t.words[w+2].Form == "," || t.words[w+2].Form == ":") {
			first, last = w+2, len(t.words)-1
			for first < last && t.words[first].UPOS != report.PUNCT {
				first++
			}
		}
		if last-first < 2 || q.mostly(first, last) {
			continue
		}
		q.add(s, first, last, q.voice(s), "indirect", "heißt es")
		return
	}
}

// isTelling says whether a verb is one of saying, or says what was found out.
func (d *doc) isTelling(x *report.Word) bool {
	if d.isClass(x, "@telling") {
		return true
	}
	for _, f := range d.lex.Speech.Of(x.Lemma, lexicon.Verb) {
		if f.Type == "said" && len(f.Conds) == 0 {
			return true
		}
	}
	return false
}

// nounBehind is the first noun between two words, as a source.
func (d *doc) nounBehind(s, w, end int) source {
	t := &d.trees[s]
	for k := w + 1; k < end; k++ {
		if x := &t.words[k]; (x.UPOS == report.NOUN || x.UPOS == report.PROPN) && t.caseOf(k) == "" && !d.inTime(s, k) && !(base(t.rel(k)) == report.Nmod && t.head(k) > w && t.head(k) < end) {
			return d.sourceAt(s, k, d.partiesAt(s, k, nil, nil))
		}
	}
	return source{}
}

// inCue says whether a word belongs to a cue of the sentence.
func (q *quoter) inCue(s, w int) bool {
	for i := range q.d.cues[s] {
		if c := &q.d.cues[s][i]; w >= c.first && w <= c.last {
			return true
		}
	}
	return false
}

// quotedBy adds who passes on the words of another: the subject of "zitieren", or
// the paper in which somebody is quoted.
func (q *quoter) quotedBy(sp *speech, first, last int) {
	if !quotesOther(sp.frame) {
		return
	}
	if who := q.quoting(sp); len(who.spans) > 0 {
		q.addUnder(sp.word, sp.sent, first, last, who, "indirect", "quoted by: "+sp.frame.Pattern.Text)
	}
}

// quotesOther says whether a word of saying has the speaker for its object.
func quotesOther(fr *lexicon.Frame) bool {
	return fr.Kind == lexicon.Verb && len(fr.A) == 1 && fr.A[0][0] == lexicon.Obj
}

// quoting is the subject of a verb that quotes somebody. Of two bare nouns it is
// the first behind the verb; without one it is the paper named at the verb.
func (q *quoter) quoting(sp *speech) source {
	d := q.d
	t := &d.trees[sp.sent]
	f := slots{}
	f.fill(d, sp.sent, sp.word)
	if w := f.get(lexicon.Subj); w >= 0 && !d.speechMarked(sp.sent, w) && w < sp.word && (!f.passive || w != sp.speaker) {
		return d.sourceAt(sp.sent, w, d.partiesAt(sp.sent, w, nil, nil))
	}
	if f.passive {
		if w := d.fromWhom(sp.sent, sp.word); w >= 0 {
			return d.sourceAt(sp.sent, w, d.partiesAt(sp.sent, w, nil, nil))
		}
		return q.paper(sp.sent, sp.word)
	}
	for w := sp.word + 1; w < len(t.words) && !clauseBreakOutside(t, w); w++ {
		if isNominal(&t.words[w]) && t.caseOf(w) == "" && !accusativeMarked(t, w) {
			return d.sourceAt(sp.sent, w, d.partiesAt(sp.sent, w, nil, nil))
		}
	}
	return source{}
}

// quotedFrom is the paper from which a verb of quoting has its words, else who
// quotes them.
func (q *quoter) quotedFrom(sp *speech) source {
	f := slots{}
	f.fill(q.d, sp.sent, sp.word)
	if w := f.get("aus"); w >= 0 {
		return q.d.sourceAt(sp.sent, w, q.d.partiesAt(sp.sent, w, nil, nil))
	}
	return q.quoting(sp)
}

// clauseBreakOutside is clauseBreak without the quotation marks.
func clauseBreakOutside(t *tree, i int) bool {
	return !quoteMarks[t.words[i].Form] && clauseBreak(t, i)
}
