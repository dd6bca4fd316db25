package reading

import "depesche/record"

// seated says whether the name of a place behind the German noun for a court,
// police or office is where its seat is and not its name, and gives the body to
// the state: "das Landgericht Köln", "die Polizei Berlin".
func (d *doc) seated(m, n *mention) bool {
	if d.lex.Lang != "de" || m.role.typ != "organisation" || len(n.ents) != 1 {
		return false
	}
	e := n.ents[0]
	switch m.role.sector {
	case "COP", "JUD", "GOV", "MIL", "LEG":
	default:
		return false
	}
	if e.rec.Type != record.TypePlace && !e.capital {
		return false
	}
	if st := d.stateOf(e); st != nil && m.owner == nil {
		m.owner = st
	}
	return true
}

// foreignOfficers says whether police, a court or office is of a state in which
// neither the act nor its recipients are.
func (d *doc) foreignOfficers(c *claim, e *entity) bool {
	if d.lex.Lang != "de" || e.rec.State == "" || e.rec.State == d.home || len(c.b) == 0 {
		return false
	}
	for _, p := range c.b {
		if p.ent.rec.State == e.rec.State || p.ent.rec.State == "" {
			return false
		}
	}
	for w := range d.trees[c.sent].words {
		if x := d.mentionAt(c.sent, w); x != nil && len(x.ents) == 1 && x.ents[0].rec.State == e.rec.State {
			return false
		}
	}
	return true
}

// otherAnybody says whether two arrests are apart in the report and hit only somebody
// without a name, who need not be the same: "nahmen zwei Studenten fest".
func (d *doc) otherAnybody(a, b *claim) bool {
	if d.lex.Lang != "de" || b.frame.Mode != "arrest" || a.sent-b.sent < 2 && b.sent-a.sent < 2 {
		return false
	}
	for _, p := range b.b {
		if p.m == nil || p.m.kind != byRole || p.ent.rec.Sector != "CVL" {
			return false
		}
	}
	return len(b.b) > 0
}
