package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// stateWords are the words that say what happened to the counted people right
// where they are counted: attributes between number and noun ("12 getötete
// Soldaten"), a participle behind ("100 Menschen verletzt", "12 dead").
func (d *doc) stateWords(s int, a *amount) []int {
	t := &d.trees[s]
	var out []int
	if i := a.first - 1; i >= 0 && a.noun >= 0 && t.words[i].Rel == report.Amod && t.head(i) == a.noun {
		out = append(out, i) // "die getöteten 20 Soldaten"
	}
	if a.noun >= 0 {
		for i := a.num + 1; i < a.noun; i++ {
			if u := t.words[i].UPOS; u == report.ADJ || u == report.VERB {
				out = append(out, i)
			}
		}
	}
	for i := a.last + 1; i < len(t.words) && i <= a.last+2; i++ {
		w := &t.words[i]
		if (w.UPOS == report.VERB || w.UPOS == report.AUX) && !participle(w) && d.lex.Lang == "de" {
			break
		}
		if w.UPOS == report.ADJ || w.UPOS == report.VERB || w.UPOS == report.ADV {
			out = append(out, i)
			continue
		}
		if w.UPOS != report.AUX {
			break
		}
	}
	return out
}

// verbOver is the verb or predicate whose argument a word is, -1 for none:
// through coordination and "a total of", not through other nouns.
func (d *doc) verbOver(s, w int) int {
	t := &d.trees[s]
	for n := 0; n < 6; n++ {
		h := t.head(w)
		if h < 0 {
			if isVerb(&t.words[w]) || t.child(w, report.Cop) >= 0 {
				return w
			}
			return -1
		}
		switch r := base(t.rel(w)); r {
		case report.Nsubj, report.NsubjPass, report.Obj, report.Iobj, report.Obl, report.Xcomp, report.Ccomp, report.Advmod, report.Dep, report.Advcl, report.Root:
			return h
		case report.Conj:
			if isVerb(&t.words[w]) {
				return h
			}
		case report.Nummod, report.Nmod, report.Appos, report.Compound, report.Det, report.Amod, report.Flat:
			if r == report.Nmod && !countingNoun(t, h) && d.timeAt(s, h) < 0 {
				return -1
			}
		default:
			return -1
		}
		w = h
	}
	return -1
}

// countingNoun says whether a noun only counts: "eine Gruppe von", "a total of".
func countingNoun(t *tree, w int) bool {
	x := &t.words[w]
	return x.UPOS == report.NUM || counting[lower(x.Lemma)]
}

var counting = map[string]bool{"gesamtzahl": true, "zahl": true, "million": true, "milliarde": true, "tausend": true, "hundert": true, "dutzend": true, "prozent": true, "total": true,
	"number": true, "thousand": true, "hundred": true, "billion": true, "dozen": true, "percent": true, "drittel": true, "hälfte": true, "third": true, "half": true, "viertel": true, "quarter": true, "tens": true, "score": true}

// undergoes says whether the amount is what the verb does something to, or, of
// a verb without an object, what does it: "killed 12", "12 died".
func (d *doc) undergoes(s, verb int, a *amount) bool {
	var f slots
	f.fill(d, s, verb)
	in := func(slot lexicon.Slot) bool {
		for _, it := range f.items {
			if it.slot == slot && (it.word == a.at || it.word == a.noun || it.word == a.num || d.coordinated(s, it.word, a)) {
				return true
			}
		}
		return false
	}
	if in(lexicon.Obj) || in(lexicon.Dat) {
		return true
	}
	if f.get(lexicon.Obj) >= 0 {
		return false
	}
	t := &d.trees[s]
	return in(lexicon.Subj) || t.head(a.at) == verb && base(t.rel(a.at)) == report.Obl && (t.caseOf(a.at) == "" || caseInside(t, a))
}

// caseInside says whether the preposition of an amount is a word of its own that
// blurs it: "bis zu 40 Zivilisten".
func caseInside(t *tree, a *amount) bool {
	c := t.child(a.at, report.Case)
	return c >= a.first && c < a.num
}

func (d *doc) coordinated(s, w int, a *amount) bool {
	var buf [12]int
	for _, c := range d.trees[s].conjuncts(w, buf[:0]) {
		if c == a.at || c == a.noun || c == a.num {
			return true
		}
	}
	t := &d.trees[s]
	return countingNoun(t, w) && (t.under(a.at, w) || t.under(a.num, w))
}

// namedBy are the words that may name what an amount of money, a share or a
// weight measures, the likeliest first: the subject or object of the word of
// change, the noun that the amount belongs to, what it is an amount of, the
// subject, object and verb of its clause.
func (d *doc) namedBy(f *figure, a *amount) (names, wholes []int) {
	x := namer{d: d, f: f, a: a, t: &d.trees[f.sent]}
	if f.changeWord >= 0 {
		x.changed(f.changeWord)
	}
	x.amounting()
	if n := len(x.out); a.isShare() || a.isFraction {
		x.ofAmount()
		x.wholes = append(x.wholes, x.out[n:]...)
		x.out = x.out[:n]
	} else {
		x.ofAmount()
	}
	x.governors()
	x.predicate()
	if f.changeWord >= 0 {
		x.add(f.changeWord)
	}
	return x.out, x.wholes
}

type namer struct {
	d   *doc
	f   *figure
	a   *amount
	t   *tree
	out []int

	wholes []int // what a share is a share of
}

func (x *namer) add(w int) {
	if w < 0 || x.d.timeAt(x.f.sent, w) >= 0 || w >= x.a.first && w <= x.a.last || x.f.level != nil && w >= x.f.level.first && w <= x.f.level.last || x.f.change != nil && w >= x.f.change.first && w <= x.f.change.last {
		return
	}
	for _, o := range x.out {
		if o == w {
			return
		}
	}
	if x.vague(w) {
		x.counted(w)
	}
	x.out = append(x.out, w)
}

// counted adds what a vague head is the number of: "die Zahl der Toten", "a
// turnout rate".
func (x *namer) counted(w int) {
	for c := x.t.first[w]; c >= 0; c = x.t.next[c] {
		if r := base(x.t.words[c].Rel); (r == report.Nmod || r == report.Compound) && !x.vague(int(c)) {
			x.add(int(c))
		}
	}
}

// changed adds what the word of change is about.
func (x *namer) changed(w int) {
	var s slots
	s.fill(x.d, x.f.sent, w)
	order := []lexicon.Slot{lexicon.Obj, lexicon.Subj}
	if !isVerb(&x.t.words[w]) {
		order = []lexicon.Slot{lexicon.Gen, "in", "bei", lexicon.Owner, lexicon.Subj}
	}
	for _, slot := range order {
		x.slot(&s, slot)
	}
	if !isVerb(&x.t.words[w]) {
		for c := x.t.first[w]; c >= 0; c = x.t.next[c] {
			if r := base(x.t.words[c].Rel); r == report.Compound || r == report.Nsubj || r == report.Nmod {
				x.add(int(c))
			}
		}
	}
}

// slot adds the words in a slot.
func (x *namer) slot(s *slots, slot lexicon.Slot) {
	for _, it := range s.items {
		if it.slot != slot {
			continue
		}
		x.add(it.word)
	}
}

// vague says whether a noun only says that something is numbered: "Zahl",
// "Anteil", "level".
func (x *namer) vague(w int) bool {
	return x.d.lex.Approx[lower(x.t.words[w].Lemma)] == "number"
}

// ofAmount adds what the amount is of: "5 Prozent der Stimmen", "5 Millionen
// Euro Hilfe", "$5bn in aid".
func (x *namer) ofAmount() {
	k := x.a.last + 1
	if k < len(x.t.words) {
		switch w := &x.t.words[k]; {
		case w.UPOS == report.NOUN && (x.d.lex.Lang == "de" || w.Rel != report.Nsubj):
			x.add(lastNoun(x.t, k))
		case w.UPOS == report.ADJ || w.UPOS == report.DET && !x.a.isMoney():
			for i := k + 1; i < len(x.t.words) && i < k+4; i++ {
				if x.t.words[i].UPOS == report.NOUN {
					x.add(i)
					break
				}
				if u := x.t.words[i].UPOS; u != report.ADJ && u != report.PROPN && u != report.DET {
					break
				}
			}
		}
	}
	for _, h := range [...]int{x.a.at, x.a.num} {
		for c := x.t.first[h]; c >= 0; c = x.t.next[c] {
			if base(x.t.words[c].Rel) != report.Nmod || int(c) < x.a.last {
				continue
			}
			switch x.t.caseOf(int(c)) {
			case "", "of", "von", "in", "an", "für", "for", "worth":
				x.add(int(c))
			}
		}
	}
}

func lastNoun(t *tree, k int) int {
	for k+1 < len(t.words) && t.words[k+1].UPOS == report.NOUN && t.words[k].Rel == report.Compound && int(t.words[k].Head) > k {
		k++
	}
	return k
}

// amounting adds the noun before "in Höhe von", "im Wert von", "worth".
func (x *namer) amounting() {
	for n := 1; n <= 3 && x.a.first-n > 0; n++ {
		if x.d.lex.Approx[lowerJoin(x.t, x.a.first-n, n)] != "amounting" {
			continue
		}
		for i := x.a.first - n - 1; i >= 0 && i > x.a.first-n-4; i-- {
			if x.t.words[i].UPOS == report.NOUN {
				x.add(i)
				return
			}
		}
	}
}

// governors adds the nouns that the amount hangs on: "ein Kredit von 5
// Millionen Euro", "a $5bn loan", "Schulden in Höhe von".
func (x *namer) governors() {
	w := x.a.at
	for n := 0; n < 4; n++ {
		h := x.t.head(w)
		if h < 0 || isVerb(&x.t.words[h]) {
			return
		}
		switch base(x.t.rel(w)) {
		case report.Nmod, report.Nummod, report.Compound, report.Appos, report.Amod, report.Dep, report.Acl, report.Obl:
			if x.t.words[h].UPOS == report.NOUN || x.t.words[h].UPOS == report.PROPN {
				x.add(h)
			}
		case report.Conj, report.Flat, report.Parataxis:
		default:
			return
		}
		w = h
	}
}

// predicate adds subject, object and verb of the amount's clause.
func (x *namer) predicate() {
	v := x.d.verbOver(x.f.sent, x.a.at)
	if v < 0 {
		return
	}
	var s slots
	s.fill(x.d, x.f.sent, v)
	if v >= x.a.first && v <= x.a.last || !isVerb(&x.t.words[v]) {
		x.slot(&s, lexicon.Subj)
		x.add(v)
		return
	}
	amountIsObject := false
	for _, it := range s.items {
		if it.slot == lexicon.Obj && it.word >= x.a.first && it.word <= x.a.last {
			amountIsObject = true
		}
	}
	if amountIsObject {
		x.verbFirst(v, &s)
		return
	}
	x.slot(&s, lexicon.Obj)
	x.slot(&s, lexicon.Subj)
	x.add(v)
}

// verbFirst is for an amount that is the verb's object: what is paid, spent or
// invested says more than who does it; for others the subject.
func (x *namer) verbFirst(v int, s *slots) {
	if fr := x.d.frameAt(x.f.sent, v); fr != nil && x.a.suits(fr) {
		x.add(v)
	}
	for _, slot := range []lexicon.Slot{lexicon.Subj, "for", "für", "in", "an"} {
		x.slot(s, slot)
	}
	x.add(v)
}
