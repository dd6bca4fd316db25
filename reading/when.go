package reading

import (
	"depesche/record"
	"depesche/report"
)

// whenOf is the date of what stands at a word: the nearest expression of time
// in its clause.
func (d *doc) whenOf(s, w int) record.Date {
	if i := d.timeOf(s, w); i >= 0 {
		return d.dateOf(i)
	}
	return record.Date{}
}

// dateOf is the date of an expression of time. Where the report's own day is
// known only to a month or year, an expression that counts from it in weeks or
// months is read for the earliest day on which the report can have appeared,
// and says so; separate days that are all possible stay listed.
func (d *doc) dateOf(i int) record.Date {
	x := &d.rep.Times[i]
	date := x.Date
	if x.Value == "PRESENT_REF" || len(date.Days) > 0 || d.timeline == nil || len(d.timeline.Days()) < 2 || !x.Best.Known() || x.Best == date.Interval() {
		return date
	}
	date.From, date.To = x.Best.From, x.Best.To
	date.Assumed = d.timeline.Days()[0]
	return date
}

// timeOf is the index of the expression of time that belongs to a word, -1 if
// there is none.
func (d *doc) timeOf(s, w int) int {
	best, bestDist := -1, endless
	for i := range d.rep.Times {
		x := &d.rep.Times[i]
		if x.Sentence != s || x.Type == "DURATION" && !x.Date.Interval().Known() || x.First <= w && w <= x.Last {
			continue
		}
		if dist := d.reach(&d.trees[s], w, headOf(&d.trees[s], x.First, x.Last)); dist < bestDist {
			best, bestDist = i, dist
		}
	}
	return best
}

// endless is a way between two words that leaves a clause.
const endless = 1 << 30

// reach is the way from a word up to the common ancestor with a modifier and
// down to it; a way that leaves the word's clause, or enters another, is
// endless.
func (d *doc) reach(t *tree, w, mod int) int {
	depth := map[int]int{}
	n := 0
	for h := w; h >= 0; h = t.head(h) {
		depth[h] = n
		n++
		if boundary(t, h) && !isNominalEvent(t, w) || topicPreps[t.caseOf(h)] && t.head(h) >= 0 && isVerb(&t.words[t.head(h)]) {
			break // what is spoken of on Monday need not be of Monday
		}
	}
	n = 0
	for h := mod; h >= 0; h = t.head(h) {
		if up, ok := depth[h]; ok {
			return up*2 + n
		}
		if boundary(t, h) {
			return endless
		}
		n++
	}
	return endless
}

// topicPreps are the prepositions of what is spoken, thought or argued about.
var topicPreps = map[string]bool{"um": true, "über": true, "wegen": true, "trotz": true, "about": true, "over": true, "concerning": true, "regarding": true, "despite": true}

func isNominalEvent(t *tree, w int) bool { return !isVerb(&t.words[w]) }

// boundary says whether a word heads a clause of its own.
func boundary(t *tree, w int) bool {
	switch base(t.rel(w)) {
	case report.Ccomp, report.Advcl, report.Parataxis, report.Csubj:
		return true
	case report.Acl:
		return isVerb(&t.words[w])
	case report.Conj:
		return isVerb(&t.words[w])
	}
	return false
}

var placePreps = map[string]bool{"in": true, "at": true, "near": true, "nahe": true, "bei": true, "an": true, "auf": true, "on": true, "vor": true, "outside": true, "aus": true, "über": true, "over": true, "across": true, "nach": true, "to": true}

// whereOf is the place of an act: a state or place in a prepositional phrase of
// its clause that is not one of the parties.
func (d *doc) whereOf(s, w int, parties ...[]party) *record.Entity {
	t := &d.trees[s]
	var best *mention
	bestDist := endless
	for i := range t.words {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i || len(m.ents) != 1 || m.kind != byName || !placePreps[t.caseOf(i)] {
			continue
		}
		e := m.ents[0]
		if !(e.rec.Type == record.TypePlace || e.isState()) || isParty(e, parties) && !e.capital {
			continue
		}
		if dist := d.reach(t, w, i); dist < bestDist {
			best, bestDist = m, dist
		}
	}
	if best == nil {
		return nil
	}
	e := d.entityAt(best.ents[0], best)
	return &e
}

func isParty(e *entity, lists [][]party) bool {
	for _, l := range lists {
		for _, p := range l {
			if p.ent == e {
				return true
			}
		}
	}
	return false
}
