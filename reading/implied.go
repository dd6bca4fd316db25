package reading

import "depesche/record"

// fillImplied gives an agentless act the actor that the report names for the
// same act elsewhere, or, of arrests and sentences, the police or court that
// it speaks of. Nothing is made up: without such a mention there is no actor.
func (d *doc) fillImplied() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || len(c.a) > 0 || len(c.b) == 0 || mutual[c.frame.Type] {
			continue
		}
		if ps := d.actorElsewhere(c); ps != nil {
			c.a = ps
			continue
		}
		if sector := executors[c.frame.Type+" "+c.frame.Mode]; sector != "" {
			c.a = d.officersOf(c, sector)
		}
	}
}

// executors are the sectors that do what is told without an agent.
var executors = map[string]string{"COERCE arrest": "COP", "SANCTION convict": "JUD", "COERCE seize": "COP"}

// actorElsewhere is the actor of a claim of the same type and recipient.
func (d *doc) actorElsewhere(c *claim) []party {
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop || o.kind != c.kind || o.frame.Type != c.frame.Type || len(o.a) == 0 || !sameParties(o.b, c.b) {
			continue
		}
		return o.a
	}
	return nil
}

// officersOf is the police, court … that the report names, of the state that
// the recipient belongs to, the nearest before.
func (d *doc) officersOf(c *claim, sector string) []party {
	var best *mention
	for _, m := range d.mentions {
		if m.merged || len(m.ents) != 1 || m.ents[0].rec.Sector != sector || m.ents[0].isPerson() || m.sent > c.sent+1 {
			continue
		}
		if hasEntity(c.b, m.ents[0]) {
			continue
		}
		best = m
	}
	if best == nil {
		return nil
	}
	return []party{{ent: best.ents[0], m: best, via: true}}
}
