package reading

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// fillOccasions names who struck at the occasion on which somebody did something
// violent, in German: "bei einem Überfall auf ein Dorf haben Kämpfer drei Bauern
// getötet" has the fighters attack the village.
func (d *doc) fillOccasions() {
	if d.lex.Lang != "de" {
		return
	}
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || !c.nominal || !violent(c) || len(c.a) > 0 {
			continue
		}
		if t := &d.trees[c.sent]; base(t.rel(c.word)) == report.Obl && t.caseOf(c.word) == "bei" {
			if o := d.actAt(c.sent, t.head(c.word)); o != nil && violent(o) && !slices.ContainsFunc(o.a, func(p party) bool { return hasEntity(c.b, p.ent) }) {
				c.a = o.a
			}
		}
	}
}

func violent(c *claim) bool {
	return c.kind == record.KindEvent && (c.frame.Type == "ASSAULT" || c.frame.Type == "COERCE")
}

// actAt is the act of a verb, nil without one.
func (d *doc) actAt(s, verb int) *claim {
	for i := range d.claims {
		if o := &d.claims[i]; !o.drop && !o.nominal && o.sent == s && o.word == verb && o.kind == record.KindEvent {
			return o
		}
	}
	return nil
}
