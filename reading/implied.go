package reading

import (
	"depesche/lexicon"
	"depesche/record"
)

// fillImplied gives an agentless act the actor that the report names for the
// same act elsewhere; else the police or court that it speaks of; else, where
// the word itself says who does such a thing (agents.tsv: a court sentences,
// protesters protest), that body of the state in which it happens, marked as
// read off the word.
func (d *doc) fillImplied() {
	for i := range d.claims {
		c := &d.claims[i]
		if !c.drop {
			d.protested(c)
		}
		if c.drop || c.kind != record.KindEvent || len(c.a) > 0 || mutual[c.frame.Type] {
			continue
		}
		if ps := d.actorElsewhere(c); len(c.b) > 0 && ps != nil {
			c.a = ps
			continue
		}
		agent, ok := d.lex.Agents[c.frame.Type+" "+c.frame.Mode]
		if !ok || len(c.b) == 0 && c.frame.Type != "PROTEST" && (c.frame.Type != "COERCE" || len(c.frame.Conds) == 0) {
			continue
		}
		if c.a = d.officersOf(c, agent.Sector); len(c.a) == 0 || agent.Type == record.TypeGroup {
			c.a = d.agentOf(c, agent)
		}
	}
}

// agentOf is the doer that the word implies, of the state in which the
// sentence is set, else of the one that the report is about.
func (d *doc) agentOf(c *claim, a lexicon.Agent) []party {
	m := &mention{sent: c.sent, head: c.word, first: c.word, last: c.word, kind: byRole, role: &role{lemma: a.Noun}, vague: true}
	state := d.defaultState(m)
	if state == "" {
		return nil
	}
	e := d.entity(record.Entity{ID: localID(a.Noun + " " + state), Type: a.Type, Name: a.Noun, State: state, Sector: a.Sector})
	return []party{{ent: e, m: m, via: true}}
}

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
		if m.merged || len(m.ents) != 1 || m.ents[0].rec.Sector != sector || m.ents[0].rec.Type != record.TypeOrganisation || m.sent > c.sent+1 {
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

// protested is the government of the state in which a protest is set, where the
// text says only what it is against: a law, a reform, prices (@policy).
func (d *doc) protested(c *claim) {
	if c.frame.Type != "PROTEST" || len(c.b) > 0 {
		return
	}
	var f slots
	f.fill(d, c.sent, c.word)
	for _, slot := range [...]lexicon.Slot{"gegen", "wegen", "against", "over"} {
		w := f.get(slot)
		if w < 0 || !f.lemmaIs(w, d.lex.Classes["@policy"]) {
			continue
		}
		if a, ok := d.lex.Agents["COERCE martial-law"]; ok { // the government
			c.b = d.agentOf(c, a)
		}
		return
	}
}
