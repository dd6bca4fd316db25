package reading

import (
	"depesche/report"
)

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
