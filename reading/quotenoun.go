package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// saidByNoun is whose words a clause is that stands right behind a noun for
// something said: of the noun's owner ("den Vorwurf der Opposition, …"), of
// whom it comes from ("von der Polizei kam die Nachricht, …"), or of nobody but
// the noun where the verb only answers it ("wies die Behauptung zurück, …") or
// has it for its subject ("Vorwürfe wurden laut, …"). Where it is the noun of
// the verb's subject ("erhob den Vorwurf, …", "lehnte ab mit der Begründung, …")
// there is none. Who answers goes on speaking.
func (q *quoter) saidByNoun(s, first int) (who, answers source) {
	d := q.d
	t := &d.trees[s]
	n := d.saidNounBefore(s, first)
	if n < 0 {
		return source{}, source{}
	}
	if x := t.child(n, report.Nsubj); x >= 0 && t.child(n, report.Cop) >= 0 {
		f := slots{d: d, sent: s, t: t, head: n} // "die der Ansicht waren, …"
		a := f.antecedent(x)
		return d.withRelative(d.sourceAt(s, a, d.partiesAt(s, a, nil, nil)), s, n, a), source{}
	}
	if d.owned(s, n) {
		return d.sourceAt(s, n, d.partiesAt(s, n, nil, nil)), source{}
	}
	verb := t.head(n)
	if verb < 0 || !isVerb(&t.words[verb]) {
		return source{}, source{}
	}
	f := slots{}
	f.fill(d, s, verb)
	subject := f.get(lexicon.Subj)
	switch {
	case subject == n || f.passive && subject < 0 && f.get(lexicon.Obj) == n:
		if w := d.fromWhom(s, verb); w >= 0 {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil)), source{}
		}
		if w := d.speakingArgument(s, verb); w >= 0 && w != n && w < n && !f.passive {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil)), source{} // the tree took the object for the subject
		}
		return d.sourceAt(s, n, nil), source{}
	case subject >= 0 && t.caseOf(n) != "mit" && d.isClass(&t.words[verb], "@answering"):
		return d.sourceAt(s, n, nil), d.sourceAt(s, subject, d.partiesAt(s, subject, nil, nil))
	}
	return source{}, source{}
}

// nounSource is who speaks with a noun for something said that has no owner: the
// subject of its verb ("bestätigte die Meldung, …") or copula ("ist der Ansicht,
// …"), else the noun itself ("die Bitte, …, blieb ohne Antwort").
func (q *quoter) nounSource(s, n int) source {
	d := q.d
	t := &d.trees[s]
	if d.lex.Lang != "de" {
		return source{}
	}
	if t.child(n, report.Cop) >= 0 {
		if w := t.child(n, report.Nsubj); w >= 0 {
			return d.sourceAt(s, w, d.partiesAt(s, w, nil, nil))
		}
	}
	verb := t.head(n)
	if verb >= 0 && isVerb(&t.words[verb]) {
		if w := d.speakingSubject(s, verb); w >= 0 && w != n {
			return d.withRelative(d.sourceAt(s, w, d.partiesAt(s, w, nil, nil)), s, verb, w)
		}
		if who := q.passiveSource(s, verb); len(who.spans) > 0 {
			return who
		}
	}
	return d.sourceAt(s, n, nil)
}

// saidNounBefore is the noun for something said that ends before the comma in
// front of a clause, or whose genitive does; -1 without one.
func (d *doc) saidNounBefore(s, first int) int {
	t := &d.trees[s]
	if d.relativeStart(t, first) {
		return -1
	}
	return d.saidNounAt(s, first)
}

// saidNounAt is the same for a clause with any beginning.
func (d *doc) saidNounAt(s, first int) int {
	t := &d.trees[s]
	comma := first - 1
	if comma > 1 && t.words[comma].UPOS == report.ADP {
		comma-- // "…, nach denen"
	}
	if comma < 1 || t.words[comma].Form != "," {
		return -1
	}
	w := comma - 1
	for w > 0 && t.words[w].UPOS == report.PUNCT {
		w--
	}
	for n := 0; w >= 0 && w < comma && n < 8; n++ {
		x := &t.words[w]
		if h := t.head(w); t.rel(w) == report.Cop && h >= 0 && t.words[h].UPOS == report.NOUN && d.forSomethingSaid(&t.words[h]) {
			return h
		}
		if v := d.verbEnding(s, w); v >= 0 {
			return d.answeredNoun(s, v)
		}
		if x.UPOS == report.NOUN && d.forSomethingSaid(x) {
			if strings.HasPrefix(article(t, w), "dies") {
				return -1 // it takes up what was said before
			}
			return w
		}
		w = t.head(w)
	}
	return -1
}

// verbEnding is the verb that a word belongs to as its particle or participle; -1
// for any other word.
func (d *doc) verbEnding(s, w int) int {
	t := &d.trees[s]
	switch {
	case t.rel(w) == report.CompoundPrt && t.head(w) >= 0:
		return t.head(w)
	case isVerb(&t.words[w]):
		return w
	}
	return -1
}

// answeredNoun is the noun for something said that a verb which only answers it has
// for its object ("wies den Vorwurf zurück, …"), or any verb for the subject of its
// passive; -1 without one.
func (d *doc) answeredNoun(s, verb int) int {
	t := &d.trees[s]
	if !d.isClass(&t.words[verb], "@answering") {
		if w := t.child(verb, report.NsubjPass); w >= 0 && t.words[w].UPOS == report.NOUN && d.forSomethingSaid(&t.words[w]) && d.lex.Speech.Of(t.words[verb].Lemma, lexicon.Verb) == nil {
			return w // "wurde die Forderung erhoben, …"
		}
		if w := t.child(verb, report.Nsubj); w >= 0 && t.words[w].UPOS == report.NOUN && d.forSomethingSaid(&t.words[w]) && d.lex.Speech.Of(t.words[verb].Lemma, lexicon.Verb) == nil && t.child(verb, report.Obj) < 0 {
			return w // "liegt die Äußerung vor, …"
		}
		return -1
	}
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		w := int(c)
		switch base(t.rel(w)) {
		case report.Obj, report.Obl, report.Iobj:
			if x := &t.words[w]; x.UPOS == report.NOUN && d.forSomethingSaid(x) && !strings.HasPrefix(article(t, w), "dies") {
				return w
			}
		}
	}
	return -1
}

// relativeStart says whether a relative pronoun stands among the first words of a
// clause, so that it only describes the noun before it.
func (d *doc) relativeStart(t *tree, first int) bool {
	for w := first; w < min(first+2, len(t.words)); w++ {
		if relative(&t.words[w]) && base(t.rel(w)) != report.Det {
			return true
		}
		if l := lower(t.words[w].Form); l == "deren" || l == "dessen" {
			return true
		}
	}
	return false
}

// forSomethingSaid says whether a noun means words or thoughts of somebody.
func (d *doc) forSomethingSaid(x *report.Word) bool {
	for _, f := range d.lex.Speech.Of(x.Lemma, lexicon.Noun) {
		if f.Type != "NONE" {
			return true
		}
	}
	return d.isAccount(x) || d.isClass(x, "@press-noun")
}

// owned says whether a noun for something said says whose it is.
func (d *doc) owned(s, n int) bool {
	t := &d.trees[s]
	for c := t.first[n]; c >= 0; c = t.next[c] {
		w := int(c)
		if p := t.caseOf(w); base(t.rel(w)) == report.Nmod && (p == "" || p == "von") && !d.inTime(s, w) && isNominal(&t.words[w]) {
			return true
		}
	}
	return false
}

// fromWhom is who stands behind "von" or "aus" at a verb, if he can speak.
func (d *doc) fromWhom(s, verb int) int {
	t := &d.trees[s]
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		if p := t.caseOf(int(c)); (p == "von" || p == "aus") && d.canSpeak(s, int(c)) {
			return int(c)
		}
	}
	return -1
}
