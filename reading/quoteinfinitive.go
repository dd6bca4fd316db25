package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// infinitives are the clauses with "zu" behind a word of saying or wanting that
// the tree does not join to it: "bot an, den Lohn zu erhöhen", "wird beschuldigt,
// ein Spion zu sein".
func (q *quoter) infinitives(s int) {
	d := q.d
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := 1; w+2 < len(t.words); w++ {
		if t.words[w].Form != "," || q.covered[w+1] || d.quoted[s][w] {
			continue
		}
		end := d.infinitiveFrom(s, w+1)
		if end < 0 || q.covered[end] {
			continue
		}
		g := d.asks(s, w)
		if g < 0 {
			continue
		}
		q.add(s, w+1, end, q.asker(s, g), "indirect", "infinitive under "+t.words[g].Lemma)
	}
}

// nounSays are the clauses in Konjunktiv II right behind a noun of saying or
// thinking: "die Befürchtung, das Seil könnte reißen".
func (q *quoter) nounSays(s int) {
	d := q.d
	t := &d.trees[s]
	for w := range t.words {
		c := t.head(w)
		if c < 0 || moodOfVerb(&t.words[w]) != reportedII || q.covered[w] || q.covered[c] || d.speechMarked(s, w) || t.child(c, report.Mark) >= 0 {
			continue
		}
		first, last := t.extent(c)
		for first < last && t.words[first].UPOS == report.PUNCT {
			first++
		}
		if first < 2 || t.words[first-1].Form != "," || w-first > 4 || relative(&t.words[first]) {
			continue
		}
		g := d.asks(s, first-1)
		if g < 0 || kindOf(&t.words[g]) != lexicon.Noun {
			continue
		}
		q.add(s, first, last, q.asker(s, g), "indirect", "Konjunktiv II under "+t.words[g].Lemma)
	}
}

// purposive are the words before an infinitive that make it a purpose or a manner.
var purposive = map[string]bool{"um": true, "ohne": true, "anstatt": true, "statt": true, "außer": true}

// infinitiveFrom is the last word of a clause that begins at a word and has an
// infinitive with "zu" and no finite verb; -1 if it is no such clause.
func (d *doc) infinitiveFrom(s, from int) int {
	t := &d.trees[s]
	if purposive[lower(t.words[from].Form)] {
		return -1
	}
	for w := from; w < len(t.words); w++ {
		x := &t.words[w]
		switch {
		case zuInfinitive(t, w), d.zuInside(x):
			end := w
			for c := t.first[w]; c >= 0; c = t.next[c] {
				if r := base(t.words[c].Rel); int(c) > w && (r == report.Conj || r == report.Ccomp || r == report.Advcl || r == report.Xcomp) {
					_, l := t.extent(int(c))
					end = max(end, l)
				}
			}
			for end+1 < len(t.words) && isVerb(&t.words[end+1]) && !t.words[end+1].Feats.Is(report.VerbForm, "Fin") {
				end++
			}
			return end
		case isVerb(x) && x.Feats.Is(report.VerbForm, "Fin"), x.UPOS == report.PUNCT && x.Form != "„" && x.Form != "“", x.UPOS == report.SCONJ && lower(x.Form) != "bis", relative(x) && w == from:
			return -1
		}
	}
	return -1
}

// zuInside says whether a German infinitive has "zu" behind a separable prefix,
// whatever lemma it was given: "einzusetzen".
func (d *doc) zuInside(x *report.Word) bool {
	if !isVerb(x) || x.Feats.Is(report.VerbForm, "Fin") {
		return false
	}
	prefix, rest, ok := strings.Cut(lower(x.Form), "zu")
	return ok && strings.HasSuffix(rest, "n") && slices.Contains(d.lex.Classes["@separable"], prefix)
}

// asks is the last word of the clause before a comma that says or wants something;
// -1 without one.
func (d *doc) asks(s, comma int) int {
	t := &d.trees[s]
	for w := comma - 1; w >= 0 && t.words[w].Form != ","; w-- {
		x := &t.words[w]
		if d.isClass(x, "@prompting") {
			return w
		}
		if k := kindOf(x); k == lexicon.Verb && !auxiliary(x) || k == lexicon.Noun || k == lexicon.Adjective {
			if slices.ContainsFunc(d.lex.Speech.Of(x.Lemma, k), saysAlone) {
				return w
			}
		}
		if isVerb(x) && !auxiliary(x) && !d.isClass(x, "@light") && x.Lemma != "stehen" && x.Lemma != "bestehen" {
			return -1
		}
	}
	return -1
}

// saysAlone says whether a line needs nothing beside its word but what is said, or
// "sich".
func saysAlone(f *lexicon.Frame) bool {
	for _, c := range f.Conds {
		if c.Slot != "clause" && c.Slot != lexicon.Refl {
			return false
		}
	}
	return f.Type != "NONE" && f.Type != "document"
}

// asker is whose saying or wanting a word tells: nobody's in a passive without an
// agent.
func (q *quoter) asker(s, g int) source {
	d := q.d
	for i := range d.heard {
		if sp := &d.heard[i]; sp.sent == s && sp.word == g {
			return q.sourceOf(sp)
		}
	}
	switch x := &d.trees[s].words[g]; {
	case isVerb(x):
		if w := d.lostSubject(s, g); d.subjectOf(s, g) < 0 && w >= 0 {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
		}
		return d.subjectSource(s, g)
	case x.UPOS == report.ADJ:
		if w := d.subjectOf(s, g); w >= 0 {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
		}
	case x.UPOS == report.NOUN && d.owned(s, g):
		return d.sourceAt(s, g, d.partiesAt(s, g, nil, nil))
	case x.UPOS == report.NOUN:
		return q.nounSource(s, g)
	}
	return source{}
}
