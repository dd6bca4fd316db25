package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// accordingly are the clauses that an adverb or relative pronoun gives back to a
// source named before: "Demnach …", "eine Studie, wonach …", "Gerüchte, nach
// denen …".
func (q *quoter) accordingly(s int) {
	d := q.d
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := range t.words {
		if q.covered[w] || d.quoted[s][w] {
			continue
		}
		switch lower(t.words[w].Form) {
		case "demnach", "demzufolge":
		case "danach":
			if w > 1 || s == 0 || len(q.spoke[s-1].spans) == 0 && d.sourceNoun(s-1) < 0 || toldBefore(t) {
				continue
			}
		case "wonach", "demgemäß":
		case "denen", "dem", "der", "welchem", "welcher":
			if w == 0 || !relative(&t.words[w]) || !d.isReport(s, w) {
				continue
			}
			switch lower(t.words[w-1].Form) {
			case "nach", "laut", "gemäß":
			default:
				continue
			}
		default:
			continue
		}
		q.giveBack(s, w)
	}
}

// giveBack takes the clause of a word that points to its source.
func (q *quoter) giveBack(s, w int) {
	d := q.d
	t := &d.trees[s]
	h := t.head(w)
	for h >= 0 && !isVerb(&t.words[h]) && t.child(h, report.Cop) < 0 {
		h = t.head(h)
	}
	if h < 0 {
		h = t.root
	}
	who := source{spans: []report.Span{d.spanBetween(s, w, w)}, names: []string{t.words[w].Form}}
	if a := d.saidNounAt(s, w); a >= 0 && w > 0 {
		who = who.and(d.sourceAt(s, a, d.partiesAt(s, a, nil, nil)))
	} else if base(t.rel(h)) == report.Acl && t.head(h) >= 0 {
		n := d.sourceAt(s, t.head(h), d.partiesAt(s, t.head(h), nil, nil))
		who.spans, who.names = append(who.spans, n.spans...), append(who.names, n.names...)
	} else {
		n := q.voice(s)
		who.spans, who.names = append(who.spans, n.spans...), append(who.names, n.names...)
		if a := d.sourceNoun(s - 1); a >= 0 {
			n := d.sourceAt(s-1, a, nil)
			who.spans, who.names = append(who.spans, n.spans...), append(who.names, n.names...)
		}
	}
	first, last := t.extent(h)
	if first <= w && w < last && w-first < 3 {
		first = w + 1
	}
	q.add(s, first, last, who, "indirect", "cue: "+t.words[w].Form)
}

// toldBefore says whether the finite verb that opens a sentence behind its first
// word tells of the past, so that "danach" means afterwards.
func toldBefore(t *tree) bool {
	for w := 1; w < len(t.words) && w < 4; w++ {
		if x := &t.words[w]; isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") {
			return x.Feats.Is(report.Tense, "Past") && !x.Feats.Is(report.Mood, "Sub")
		}
	}
	return false
}

// isReport says whether the noun that a relative pronoun stands for is a paper, or
// a word of saying or thinking.
func (d *doc) isReport(s, w int) bool {
	t := &d.trees[s]
	f := slots{d: d, sent: s, t: t}
	a := f.antecedent(w)
	if a == w {
		for a = w - 1; a > 0 && t.words[a].UPOS != report.NOUN; a-- {
		}
	}
	x := &t.words[a]
	return d.isAccount(x) || d.isSource(x) || x.UPOS == report.NOUN && d.forSomethingSaid(x) || d.saidNounAt(s, w) >= 0
}

// sourceNoun is the last word of a sentence for a report, study or the like, or
// for something said; -1 without one.
func (d *doc) sourceNoun(s int) int {
	if s < 0 {
		return -1
	}
	for w := len(d.trees[s].words) - 1; w >= 0; w-- {
		x := &d.trees[s].words[w]
		if x.UPOS == report.NOUN && (d.isSource(x) || d.isAccount(x) || d.lex.Speech.Of(x.Lemma, lexicon.Noun) != nil) {
			return w
		}
	}
	return -1
}

// contents are the clauses with "dass" that no word of saying governs: somebody's
// words or thoughts, unless what governs them tells of causes or facts.
func (q *quoter) contents(s int) {
	d := q.d
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := range t.words {
		c := t.head(w)
		if f := lower(t.words[w].Form); f != "dass" && f != "daß" && (f != "ob" || !d.doubts(s, w)) || t.rel(w) != report.Mark || c < 0 || q.covered[c] || q.covered[w] || d.speechMarked(s, w) {
			continue
		}
		g := t.head(c)
		if w > 0 && lower(t.words[w-1].Form) == "so" {
			continue
		}
		if g >= 0 && t.words[g].UPOS == report.ADV && t.head(g) >= 0 {
			g = t.head(g)
		}
		if w > 0 && lower(t.words[w-1].Form) == "so" || g >= 0 && (d.tellsFact(t, g, w) || d.denied(s, g)) {
			continue
		}
		who := q.governor(s, c)
		if moodOf(t, c) != reportedI && len(who.spans) > 0 && !d.speaks(s, c) || d.governedBySelf(s, c) {
			continue
		}
		first, last := t.extent(c)
		under := ""
		if g >= 0 {
			under = " under " + t.words[g].Lemma
		}
		q.add(s, max(first, w), last, who, "indirect", "clause with "+lower(t.words[w].Form)+under)
	}
}

// doubts says whether a word of saying or asking stands in the clause before the
// comma before a word, so that "ob" asks what somebody asks.
func (d *doc) doubts(s, w int) bool {
	return w > 1 && (d.asks(s, w-1) >= 0 || d.isClass(&d.trees[s].words[w-2], "@asking"))
}

// governedBySelf says whether the verb over a clause is in the first person: "Ich
// glaube, dass …" is in an interview, whose speaker is known otherwise.
func (d *doc) governedBySelf(s, c int) bool {
	t := &d.trees[s]
	h := t.head(c)
	return h >= 0 && isVerb(&t.words[h]) && d.subjectOf(s, h) >= 0 && d.speaksOfSelf(s, d.subjectOf(s, h), d.subjectOf(s, h))
}

// speaks says whether the subject of the verb over a clause can speak or think.
func (d *doc) speaks(s, c int) bool {
	t := &d.trees[s]
	for h, n := t.head(c), 0; h >= 0 && n < 8; h, n = t.head(h), n+1 {
		if !isVerb(&t.words[h]) && t.child(h, report.Cop) < 0 {
			continue
		}
		if x := d.subjectOf(s, h); x >= 0 && x != c && !t.under(x, c) {
			return d.canSpeak(s, x) || someone(&t.words[x]) || d.lex.Speech.Of(t.words[h].Lemma, lexicon.Verb) != nil || d.isClass(&t.words[h], "@telling") || known(t, h)
		}
	}
	return true
}

// tellsFact says whether the word over a clause, or a measuring "so" before it,
// makes the clause a fact, an effect or a purpose.
func (d *doc) tellsFact(t *tree, g, mark int) bool {
	if d.isClass(&t.words[g], "@fact") || mark > 1 && isVerb(&t.words[mark-2]) && d.isClass(&t.words[mark-2], "@fact") {
		return true
	}
	if mark > 0 && lower(t.words[mark-1].Form) == "als" || mark > 2 && t.words[mark-3].Lemma == "absehen" {
		return true // "zu klein, als dass …", "abgesehen davon, dass …"
	}
	for w := max(0, mark-12); w < mark; w++ {
		if f := lower(t.words[w].Form); f == "so" || f == "derart" || f == "dermaßen" || f == "soweit" || f == "solch" || f == "dergestalt" {
			return true
		}
	}
	for c := t.first[g]; c >= 0; c = t.next[c] {
		if x := &t.words[c]; (x.Rel == report.Obj || x.Rel == report.Nsubj || x.UPOS == report.NOUN) && int(c) < mark && d.isClass(x, "@fact") {
			return true
		}
	}
	return false
}

// isAccount says whether a noun is a document or a finding that vouches with an
// article too: "nach einer Studie", as "nach der Untersuchung" may not.
func (d *doc) isAccount(w *report.Word) bool {
	return d.headed(w, "@account-noun")
}
