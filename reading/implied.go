package reading

import (
	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// fillImplied gives an agentless act the actor that the report names for the
// same act elsewhere; else the police or court that it speaks of; else, where
// the word itself says who does such a thing (agents.tsv: a court sentences,
// protesters protest), that body of the state in which it happens. Acts that
// name no recipient get one by addressee. Both are marked as implied.
func (d *doc) fillImplied() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent {
			continue
		}
		if c.frame.Type == "PROTEST" && c.nominal && len(c.a) > 0 && len(c.b) == 0 && governs(c.a) {
			c.a, c.b = nil, c.a // "Proteste gegen die Zentralisierung durch die Regierung"
		}
		if len(c.a) == 0 && !mutual[c.frame.Type] {
			c.a = implied(d.doerOf(c))
		}
		if len(c.a) == 0 && len(c.b) > 0 && c.frame.Mode == "visit" {
			c.a = implied(d.visitorOf(i))
		}
	}
	d.turnToCaptors()
	for i := range d.claims {
		c := &d.claims[i]
		if !c.drop && c.kind == record.KindEvent && len(c.b) == 0 {
			c.b = implied(d.addressee(c))
		}
	}
}

// joinHalves makes one act of two of a type in a sentence of which one names
// only who did it and the other only to whom: "bei einem Angriff der Miliz
// getötet". The verb stays.
func (d *doc) joinHalves() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || len(c.a) > 0 || len(c.b) == 0 || mutual[c.frame.Type] {
			continue
		}
		for j := range d.claims {
			o := &d.claims[j]
			if o == c || o.drop || o.kind != c.kind || o.sent != c.sent || o.frame.Type != c.frame.Type || len(o.a) == 0 || len(o.b) > 0 && !d.byMeansOf(o, c) || sharesEntity(o.a, c.b) {
				continue
			}
			if o.nominal || !c.nominal {
				c.a, o.drop = o.a, true
			} else {
				o.b, c.drop = c.b, true
			}
			break
		}
	}
}

// byMeansOf says whether a noun names the act by which that of a verb was done
// and, for a recipient, only the state in which it was: "bei einem US-Luftangriff
// in Libyen getötet".
func (d *doc) byMeansOf(noun, verb *claim) bool {
	t := &d.trees[noun.sent]
	if !noun.nominal || verb.nominal || d.lex.Lang != "de" || t.head(noun.word) != verb.word || t.caseOf(noun.word) != "bei" && t.caseOf(noun.word) != "durch" {
		return false
	}
	for _, p := range noun.b {
		if !p.ent.isState() || p.m == nil || t.caseOf(p.m.head) != "in" {
			return false
		}
	}
	return true
}

func implied(ps []party) []party {
	out := make([]party, 0, len(ps))
	for _, p := range ps {
		p.implied = true
		out = append(out, p)
	}
	return out
}

// doerOf is who does an agentless act.
func (d *doc) doerOf(c *claim) []party {
	if ps := d.actorElsewhere(c); len(c.b) > 0 && ps != nil {
		return ps
	}
	if d.hasDoer(c) {
		return nil
	}
	if ps := d.soleDoer(c); ps != nil {
		return ps
	}
	agent, ok := d.lex.Agents[c.frame.Type+" "+c.frame.Mode]
	if !ok && c.frame.Type != "ASSAULT" {
		return d.antagonist(c)
	}
	if !ok || len(c.b) == 0 && c.frame.Type != "PROTEST" && (c.frame.Type != "COERCE" || c.nominal && len(c.frame.Conds) == 0) {
		return nil
	}
	if ps := d.officersOf(c, agent.Sector); len(ps) > 0 && agent.Type != record.TypeGroup {
		return ps
	}
	return d.agentOf(c, agent, "")
}

// hasDoer says whether the clause names a doer that is nobody known: "man",
// "it", a thing.
func (d *doc) hasDoer(c *claim) bool {
	if c.nominal || mentions(c.frame.B, lexicon.Subj) {
		return false
	}
	var f slots
	f.fill(d, c.sent, c.word)
	if f.passive {
		return false
	}
	w := d.trees[c.sent].child(c.word, report.Nsubj, report.Expl)
	if w >= 0 && c.frame.Type == "PROTEST" && d.isClass(&d.trees[c.sent].words[w], "@vague-people") {
		return false // "Tausende demonstrierten": they are the protesters
	}
	return w >= 0 && f.get(lexicon.Subj) == w
}

// agentOf is the party that the word implies, of the given state, else of the
// one in which the sentence is set, else of the one that the report is about.
func (d *doc) agentOf(c *claim, a lexicon.Agent, state string) []party {
	m := &mention{sent: c.sent, head: c.word, first: c.word, last: c.word, kind: byRole, role: &role{lemma: a.Noun}, vague: true}
	if state == "" {
		state = d.defaultState(m)
	}
	if state == "" {
		return nil
	}
	e := d.entity(record.Entity{ID: d.localID(a.Noun + " " + state), Type: a.Type, Name: a.Noun, State: state, Sector: a.Sector})
	return []party{{ent: e, m: m, via: true}}
}

// actorElsewhere is the actor of a claim of the same type and recipient.
func (d *doc) actorElsewhere(c *claim) []party {
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop || o.kind != c.kind || o.frame.Type != c.frame.Type || len(o.a) == 0 || !sameParties(o.b, c.b) || sameSide(o.a, c.b) || !alike(o, c) || d.otherAnybody(o, c) {
			continue
		}
		return o.a
	}
	return nil
}

// alike says whether the doer of one act may be taken for that of another: who bombs
// people has not abducted them.
func alike(told, open *claim) bool { return open.frame.Mode != "abduct" || told.frame.Mode == "abduct" }

// visitorOf is whose visit to the same host was spoken of last.
func (d *doc) visitorOf(claim int) []party {
	c := &d.claims[claim]
	for j := claim - 1; j >= 0; j-- {
		o := &d.claims[j]
		if !o.drop && o.kind == c.kind && o.frame.Type == c.frame.Type && o.frame.Mode == c.frame.Mode && len(o.a) > 0 && sameParties(o.b, c.b) {
			return o.a
		}
	}
	return nil
}

// soleDoer is the actor of the acts of the type that hit somebody of the same
// state, where the report names one and no other.
func (d *doc) soleDoer(c *claim) []party {
	var sole []party
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop || o.kind != c.kind || o.frame.Type != c.frame.Type || o.frame.Type != "ASSAULT" || !alike(o, c) || len(o.a) == 0 || !sharesState(o.b, c.b) || sharesEntity(o.a, c.b) || sameSide(o.a, c.b) {
			continue
		}
		if sole != nil && !sharesEntity(sole, o.a) {
			return nil
		}
		sole = o.a
	}
	return sole
}

// officersOf is the police, court … that the report names, of the state that
// the recipient belongs to, the nearest before.
func (d *doc) officersOf(c *claim, sector string) []party {
	var best *mention
	for _, m := range d.mentions {
		if m.into != nil || len(m.ents) != 1 || m.ents[0].rec.Sector != sector || m.ents[0].rec.Type != record.TypeOrganisation || m.sent > c.sent+1 {
			continue
		}
		if hasEntity(c.b, m.ents[0]) || d.foreignOfficers(c, m.ents[0]) {
			continue
		}
		best = m
	}
	if best == nil {
		return nil
	}
	return []party{{ent: best.ents[0], m: best, via: true}}
}

// antagonist is who does something else to the same recipient, the nearest.
func (d *doc) antagonist(c *claim) []party {
	if !hostile[c.frame.Type] || !c.nominal && d.trees[c.sent].words[c.word].Feats.Is(report.VerbForm, "Inf") {
		return nil
	}
	best := -1
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop || o.kind != c.kind || !directed[o.frame.Type] || len(o.a) == 0 || !sharesEntity(o.b, c.b) || sharesEntity(o.a, c.b) {
			continue
		}
		if best < 0 || distance(o, c) < distance(&d.claims[best], c) {
			best = j
		}
	}
	if best < 0 {
		return nil
	}
	return d.claims[best].a
}

// hostile are the types of acts whose doer is likely who acts against the same
// people elsewhere.
var hostile = map[string]bool{"ACCUSE": true, "COERCE": true, "REQUEST": true, "REJECT": true, "SANCTION": true, "THREATEN": true}

// governs says whether all parties are governments or hold office in one.
func governs(ps []party) bool {
	for _, p := range ps {
		if p.ent.rec.Sector != "GOV" {
			return false
		}
	}
	return true
}
