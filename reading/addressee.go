package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// addressee is to whom an act is done whose clause names only its actor: the
// doer of what a "das" takes up; the doer of the act that is condemned; who is answered; the recipient that the
// report names for the same act elsewhere; the other side of what the actor
// did or suffered just before; else, where the kind of act or of
// actor implies it (patients.tsv), that body of the actor's state.
func (d *doc) addressee(c *claim) []party {
	if !directed[c.frame.Type] || !c.nominal && len(c.frame.B) == 0 || len(c.a) > 1 && mentions(c.frame.A, lexicon.Between) {
		return nil
	}
	if len(c.a) > 0 {
		for _, find := range [...]func(*claim) []party{d.takesUp, d.guilty, d.answered, d.recipientElsewhere, d.opponent} {
			if ps := find(c); len(ps) > 0 {
				return ps
			}
		}
	}
	return d.patientOf(c)
}

// hitsThing says whether violence or force is done to something whose owner the
// clause does not name: "griff einen Stützpunkt an".
func (d *doc) hitsThing(c *claim) bool {
	if c.nominal || c.frame.Type != "ASSAULT" && c.frame.Type != "COERCE" || !mentions(c.frame.B, lexicon.Obj) {
		return false
	}
	var f slots
	f.fill(d, c.sent, c.word)
	o := f.get(lexicon.Obj)
	return o >= 0 && kindOf(&f.t.words[o]) == lexicon.Noun && d.mentionAt(c.sent, o) == nil
}

// directed are the types of acts that are done to somebody.
var directed = map[string]bool{"ACCUSE": true, "AID": true, "ASSAULT": true, "COERCE": true, "CONCEDE": true, "PROTEST": true, "REJECT": true, "REQUEST": true,
	"SANCTION": true, "SUPPORT": true, "THREATEN": true}

// recipientElsewhere is the recipient of the nearest claim of the same type by
// the same actor, or by one of its state and sector: courts, protesters.
func (d *doc) recipientElsewhere(c *claim) []party {
	best := -1
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop || o.kind != c.kind || o.frame.Type != c.frame.Type || len(o.b) == 0 || sharesEntity(o.b, c.a) {
			continue
		}
		if !sharesEntity(o.a, c.a) && !sameSide(o.a, c.a) {
			continue
		}
		if best < 0 || distance(o, c) < distance(&d.claims[best], c) {
			best = j
		}
	}
	if best < 0 {
		return nil
	}
	return d.claims[best].b
}

// reach is how many sentences back the other side of an act may be named.
const reach = 3

// answered is whose demand or accusation a refusal or concession answers: the
// actor of the last act before that was aimed at who answers.
func (d *doc) answered(c *claim) []party {
	if c.frame.Type != "REJECT" && c.frame.Type != "CONCEDE" {
		return nil
	}
	return d.nearestBefore(c, func(o *claim) []party {
		if !answerable[o.frame.Type] || sharesEntity(o.a, c.a) || !sharesEntity(o.b, c.a) && !sharesState(o.b, c.a) {
			return nil
		}
		return o.a
	})
}

// answerable are the types of acts that ask for an answer.
var answerable = map[string]bool{"ACCUSE": true, "REQUEST": true, "THREATEN": true, "AGREE": true, "PROTEST": true}

// guilty is whom it means to condemn an act: who did the act that the object
// tells of, else the last act of violence or force that somebody did.
func (d *doc) guilty(c *claim) []party {
	if c.frame.Type != "ACCUSE" && (c.frame.Type != "SUPPORT" || d.lex.Lang != "en") {
		return nil
	}
	var f slots
	f.fill(d, c.sent, c.word)
	at := f.get(lexicon.Obj)
	if at < 0 || kindOf(&f.t.words[at]) != lexicon.Noun {
		return nil
	}
	if d.isClass(&f.t.words[at], "@deed") {
		return d.lastDoer(c)
	}
	if c.frame.Type == "SUPPORT" {
		return d.partnersBefore(c, &f.t.words[at])
	}
	if d.isClass(&f.t.words[at], "@ruling") {
		return d.judgeBefore(c)
	}
	typ, lemma := "", f.t.words[at].Lemma
	for k := range d.claims {
		if o := &d.claims[k]; o.sent == c.sent && o.word == at && o.kind == c.kind {
			if ps := without(o.a, c.a); len(ps) > 0 {
				return ps
			}
			typ = o.frame.Type
		}
	}
	return d.nearestBefore(c, func(o *claim) []party {
		if o.frame.Type != typ && d.trees[o.sent].words[o.word].Lemma != lemma || sharesEntity(o.a, c.a) || ownForces(o.a, c.a) {
			return nil
		}
		return o.a
	})
}

// lastDoer is who did what was told last before: whom it means to condemn or to
// welcome "the move", "the decision".
func (d *doc) lastDoer(c *claim) []party {
	return d.nearestBefore(c, func(o *claim) []party {
		if sharesEntity(o.a, c.a) || ownForces(o.a, c.a) || sharesState(o.a, c.a) {
			return nil
		}
		if c.frame.Type == "SUPPORT" && (o.frame.Type == "ASSAULT" || o.frame.Type == "COERCE") {
			return nil // nobody welcomes that
		}
		return o.a
	})
}

// partnersBefore are those who agreed last before: whom it means to welcome "the deal".
func (d *doc) partnersBefore(c *claim, noun *report.Word) []party {
	if !d.isClass(noun, "@deal") {
		return nil
	}
	return d.nearestBefore(c, func(o *claim) []party {
		if o.frame.Type != "AGREE" && o.frame.Type != "SUPPORT" && o.frame.Type != "CONSULT" || len(o.a) < 2 || sharesEntity(o.a, c.a) {
			return nil
		}
		return o.a
	})
}

// ownForces says whether the soldiers or police of a state did what its government
// speaks of.
func ownForces(doers, speakers []party) bool {
	if len(doers) == 0 || len(speakers) == 0 || speakers[0].ent.rec.Sector != "GOV" || !sharesState(doers, speakers) {
		return false
	}
	s := doers[0].ent.rec.Sector
	return s == "MIL" || s == "COP"
}

// judgeBefore is who sentenced or arrested somebody last before: whom it means to
// condemn a verdict.
func (d *doc) judgeBefore(c *claim) []party {
	return d.nearestBefore(c, func(o *claim) []party {
		if o.frame.Mode != "convict" && o.frame.Mode != "arrest" && (len(o.a) == 0 || o.a[0].ent.rec.Sector != "JUD") || sharesEntity(o.a, c.a) {
			return nil
		}
		return o.a
	})
}

// opponent is the other side of the last act before between the actor, or its
// state, and somebody of another state: whom a threat means.
func (d *doc) opponent(c *claim) []party {
	if !ofState[c.a[0].ent.rec.Sector] || d.hitsThing(c) {
		return nil
	}
	return d.nearestBefore(c, func(o *claim) []party {
		var other []party
		switch {
		case sharesState(o.a, c.a) || sharesEntity(o.a, c.a):
			other = o.b
		case sharesState(o.b, c.a) || sharesEntity(o.b, c.a):
			other = o.a
		}
		if sharesState(other, c.a) {
			return nil
		}
		return other
	})
}

// nearestBefore is what pick finds at the nearest claim of the sentence or
// those before; parties that are implied themselves do not count, nor does an
// act that speaks of this one: who demands a concession does not gain by it.
func (d *doc) nearestBefore(c *claim, pick func(*claim) []party) []party {
	var best []party
	least := reach + 1
	for j := range d.claims {
		o := &d.claims[j]
		if o == c || o.drop && o.sent != c.sent || o.kind != c.kind || o.sent > c.sent || distance(o, c) >= least || o.sent == c.sent && d.trees[c.sent].under(c.word, o.word) {
			continue
		}
		if ps := pick(o); len(ps) > 0 && !ps[0].implied {
			best, least = ps, distance(o, c)
		}
	}
	return best
}

// ofState are the sectors that act towards other states.
var ofState = map[string]bool{"": true, "GOV": true, "MIL": true, "REB": true, "IGO": true, "SPY": true}

// patientOf is whom the mode of the act, the sector of its actor, or its type
// alone implies.
func (d *doc) patientOf(c *claim) []party {
	state, by := "", ""
	if len(c.a) > 0 {
		state, by = c.a[0].ent.rec.State, c.a[0].ent.rec.Sector
		if state == "" {
			return nil
		}
	}
	for _, key := range [...]string{c.frame.Mode, by, ""} {
		a, ok := d.lex.Patients[c.frame.Type+" "+key]
		if !ok || key == "" && c.frame.Type == "ASSAULT" && len(c.a) > 0 {
			continue
		}
		if c.frame.Type == "COERCE" || c.frame.Type == "ASSAULT" {
			state = "" // where it happens
		}
		ps := d.agentOf(c, a, state)
		if len(ps) == 1 && hasEntity(c.a, ps[0].ent) {
			return nil
		}
		return ps
	}
	return nil
}

func distance(a, b *claim) int {
	if a.sent > b.sent {
		return a.sent - b.sent
	}
	return b.sent - a.sent
}

func sharesEntity(a, b []party) bool {
	for _, p := range b {
		if hasEntity(a, p.ent) {
			return true
		}
	}
	return false
}

func sharesState(a, b []party) bool {
	for _, p := range a {
		for _, q := range b {
			if p.ent.rec.State != "" && p.ent.rec.State == q.ent.rec.State {
				return true
			}
		}
	}
	return false
}

// sameSide says whether the first of each are of one state and sector.
func sameSide(a, b []party) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	x, y := &a[0].ent.rec, &b[0].ent.rec
	return x.State != "" && x.State == y.State && x.Sector != "" && x.Sector == y.Sector
}

// dropStationed takes the state in which troops are only stationed off their
// deployment's recipients: it is the place. Those that they are moved against
// or towards stay.
func (d *doc) dropStationed() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.kind != record.KindEvent || c.frame.Type != "MOBILIZE" || len(c.a) == 0 {
			continue
		}
		c.b = slices.DeleteFunc(c.b, func(p party) bool {
			return p.m != nil && p.m.sent == c.sent && d.inPlace(c.sent, p.m.head)
		})
	}
}

// inPlace says whether a noun, or one that it belongs to, is a place in which.
func (d *doc) inPlace(s, w int) bool {
	t := &d.trees[s]
	if h := t.head(w); d.lex.Lang == "en" && h >= 0 && t.caseOf(w) == "with" && (t.words[h].Lemma == "border" || t.words[h].Lemma == "frontier") {
		return false // "moved tanks to its border with Syria"
	}
	for n := 0; w >= 0 && n < 4 && isNominal(&t.words[w]); w, n = t.head(w), n+1 {
		if stationed[t.caseOf(w)] {
			return true
		}
	}
	return false
}

// stationed are the prepositions that say where troops go or are.
var stationed = map[string]bool{"in": true, "nach": true, "to": true, "at": true, "inside": true, "across": true, "from": true, "aus": true}
