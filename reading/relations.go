package reading

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// emitRelation writes one record for every pair of a subject and an object.
func (d *doc) emitRelation(c *claim) {
	fr := c.frame
	if len(c.b) == 0 && fr.Type == "member_of" && len(c.a) > 0 {
		c.b = d.organisationInMind(c)
	}
	if len(c.b) == 0 && len(c.a) > 1 && symmetric[fr.Type] {
		c.a, c.b = c.a[:1], c.a[1:]
	}
	if len(c.a) == 0 || len(c.b) == 0 {
		return
	}
	for _, a := range c.a {
		for _, b := range c.b {
			if a.ent == b.ent || fr.Type == "led_by" && a.ent.isPerson() {
				continue
			}
			if r := d.stateOf(a.ent); r != nil && fr.Type == "military_presence_in" && !a.ent.isPerson() {
				a.ent = r // whose troops they are
			}
			pa, pb := []party{a}, []party{b}
			first, last := stretch(c.sent, c.word)
			r := record.Record{
				Kind: record.KindRelation, Predicate: fr.Type, As: fr.Mode, Label: d.label(c),
				Subject: d.entitiesOf(pa), Object: d.entitiesOf(pb),
				Status: c.commit.status, Negated: c.commit.negated,
				Date:     d.whenOf(c.sent, c.word),
				Says:     d.holdersOf(c),
				Evidence: []record.Evidence{d.evidence(c.sent, first, last)},
				By:       fr.Pattern.Text + " (" + fr.Pos.String() + ")", Trace: d.trace(c),
			}
			if len(r.Subject) == 0 || len(r.Object) == 0 || !sensible(fr.Type, a.ent, b.ent) || r.Predicate == "military_presence_in" && sameState(a.ent, b.ent) {
				continue
			}
			if r.Status == record.Actual && !r.Negated && d.ahead(r.Date) {
				r.Status = record.Planned // "übernimmt am 1. Juli den Vorsitz"
			}
			d.emit(r)
		}
	}
}

// ahead says whether a date begins after the day of the report.
func (d *doc) ahead(x record.Date) bool {
	return x.From != 0 && d.rep.Date.To != 0 && x.From > d.rep.Date.To
}

// sensible says whether two can stand in a relation: nobody is a member of a state or
// of a person, and people are no part of anything.
func sensible(predicate string, a, b *entity) bool {
	switch predicate {
	case "member_of":
		return !b.isState() && !b.isPerson()
	case "part_of":
		return !a.isPerson() && (a.rec.Type != record.TypeGroup || a.rec.Sector != "CVL")
	}
	return true
}

// sameState says whether both are, or are of, one state: its own troops in its own
// town are no presence.
func sameState(a, b *entity) bool { return a.rec.State != "" && a.rec.State == b.rec.State }

// symmetric are the relations whose two sides may stand in one role.
var symmetric = map[string]bool{"ally_of": true, "partner_of": true, "at_war_with": true, "neighbour_of": true}

// organisationInMind is the organisation that the text speaks of where a
// membership is told without one: "Belarus hat Beobachterstatus".
func (d *doc) organisationInMind(c *claim) []party {
	for _, e := range d.lastOrganisation(c.sent, c.word) {
		if !hasEntity(c.a, e) {
			return []party{{ent: e, m: &mention{sent: c.sent, head: c.word, first: c.word, last: c.word, vague: true}, via: true}}
		}
	}
	return nil
}

// label is how the text names a partnership: the noun with its adjectives.
func (d *doc) label(c *claim) string {
	if c.frame.Type != "partner_of" && c.frame.Type != "ally_of" {
		return ""
	}
	t := &d.trees[c.sent]
	if isVerb(&t.words[c.word]) {
		return ""
	}
	first := c.word
	for k := t.first[c.word]; k >= 0; k = t.next[k] {
		if base(t.words[k].Rel) == report.Amod && d.mentionAt(c.sent, int(k)) == nil {
			first = min(first, int(k))
		}
	}
	return d.words(c.sent, first, c.word)
}

// findOffices writes who holds which office: a title with a name, once for
// each person and office.
func (d *doc) findOffices() {
	done, titled := map[*entity][]string{}, map[*entity]bool{}
	d.findToldOffices(done)
	for _, m := range d.mentions {
		if !d.titled(m) || titled[m.ents[0]] || slices.Contains(done[m.ents[0]], m.role.code) || d.partisan(m) {
			continue
		}
		titled[m.ents[0]] = true
		x := d.fullest(m)
		d.emitOffice(m.ents[0], x, tenure{former: x.role.former})
	}
}

// titled says whether a mention gives a person's name and office.
func (d *doc) titled(m *mention) bool {
	return m.role != nil && m.role.kind == "office" && m.role.code != "" && len(m.ents) == 1 && m.into == nil && !m.vague && m.ents[0].isPerson() && d.named(m.ents[0]) && !d.deduced(m)
}

// fullest is the first mention of the same person with a title and more of the
// name than the surname; the given one if there is none.
func (d *doc) fullest(m *mention) *mention {
	for _, x := range d.mentions {
		if d.titled(x) && x.ents[0] == m.ents[0] && x.last-x.first > m.last-m.first && x.role.code == m.role.code {
			return x
		}
	}
	return m
}

// named says whether a person is known by name, not only by a role.
func (d *doc) named(e *entity) bool { return e.surname != "" }

func (d *doc) emitOffice(e *entity, m *mention, held tenure) {
	object := d.officeOf(e, m)
	if object == nil {
		return
	}
	r := record.Record{
		Kind: record.KindRelation, Predicate: "holds_office", As: d.officeCode(e, m, object), Label: m.role.lemma,
		Subject: d.entitiesOf([]party{{ent: e, m: m}}), Status: held.status, Negated: held.former, Date: held.date,
		Says: d.attributionOf(m.sent, m.head), Evidence: []record.Evidence{d.evidence(m.sent, m.first, m.last)},
		By: "title " + m.role.lemma + " (roles.tsv)",
	}
	o := object.rec
	o.Text, o.Start, o.End = r.Subject[0].Text, r.Subject[0].Start, r.Subject[0].End
	r.Object = []record.Entity{o}
	r.Trace = []string{"title: " + d.words(m.sent, m.first, m.last), "office of " + o.Name + " read from the words around the title"}
	d.emit(r)
}

// officeOf is the state or organisation that the office belongs to.
func (d *doc) officeOf(e *entity, m *mention) *entity {
	o := m.owner
	if o == nil {
		_, o = d.roleState(m) // what the title governs may be a noun that is resolved by now
	}
	if o != nil && !o.isPerson() {
		if o.rec.Type == record.TypePlace {
			return d.stateOf(o)
		}
		return o
	}
	if m.role.code == "party_leader" {
		if p := d.partyOfLeader(e, m); p != nil {
			return p
		}
	}
	if m.role.code == "other" && (private[m.role.sector] || ranks[m.role.sector] && d.know.ByID(e.rec.ID) == nil) {
		return nil // nobody directs or edits a state; whose captain somebody unknown is, is not said
	}
	return d.stateOf(e)
}

// ranks are the sectors whose titles without an owner say no office: "Captain Weller".
var ranks = map[string]bool{"MIL": true, "GOV": true, "REL": true}

// private are the sectors whose offices are those of a body, never of a state.
var private = map[string]bool{"": true, "BUS": true, "MED": true, "EDU": true, "NGO": true, "CVL": true, "REB": true, "PTY": true}

// leads are the offices of who is at the head, which the body tells apart.
var leads = map[string]bool{"head_of_state": true, "head_of_government": true, "party_leader": true}

// officeCode says which office a title means in its state: "Präsident" is head
// of state unless the knowledge base has the person in another office.
func (d *doc) officeCode(e *entity, m *mention, object *entity) string {
	if leads[m.role.code] && !object.isState() {
		if isPoliticalParty(object) {
			return "party_leader"
		}
		if m.role.code != "party_leader" || object.rec.Sector == "IGO" || object.rec.Sector == "BUS" {
			return "other" // "die Chefin der Weltbank"
		}
	}
	state := e.rec.State
	if object.isState() {
		state = object.rec.State
	}
	k := d.know.ByID(e.rec.ID)
	if k == nil || !d.rep.Date.Known() {
		return m.role.code
	}
	for _, t := range d.know.Offices(k, d.rep.Date) {
		if t.Of == state && t.Role == m.role.code {
			return t.Role
		}
	}
	for _, t := range d.know.Offices(k, d.rep.Date) {
		if t.Of == state && (t.Role == m.role.code || m.role.code == "head_of_state" && t.Role == "head_of_government") {
			return t.Role
		}
	}
	return m.role.code
}
