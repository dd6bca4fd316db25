package reading

import "depesche/record"

// fillHosts gives a visit whose clause names only the visitor the state in
// which its destination lies: "Kenyatta kommt zu einem Besuch nach Berlin". A
// visitor at home has no host.
func (d *doc) fillHosts() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || c.frame.Mode != "visit" || len(c.a) == 0 || len(c.b) > 0 {
			continue
		}
		host := d.hostOf(c)
		if len(host) == 0 || host[0].m.ents[0] != host[0].ent { // a city stands for it
			host = implied(host)
		}
		c.b = host
	}
}

// hostOf is the state of the place to which a visit goes, nil where there is
// none or a visitor belongs to it.
func (d *doc) hostOf(c *claim) []party {
	m := d.destination(c)
	if m == nil {
		return nil
	}
	host := d.stateOf(m.ents[0])
	if host == nil {
		return nil
	}
	for _, p := range c.a {
		if p.ent == host || p.ent.rec.State == host.rec.State || p.ent == m.ents[0] {
			return nil
		}
	}
	return []party{{ent: host, m: m}}
}

// destination is the name of the place to which a visit goes: the nearest of
// its clause.
func (d *doc) destination(c *claim) *mention {
	t := &d.trees[c.sent]
	var best *mention
	least := endless
	for w := range t.words {
		m := d.mentionAt(c.sent, w)
		if m == nil || m.head != w || m.kind != byName || len(m.ents) != 1 || !destinations[t.caseOf(w)] {
			continue
		}
		if e := m.ents[0]; e.rec.Type != record.TypePlace && !e.isState() {
			continue
		}
		if n := d.reach(t, c.word, w); n < least {
			best, least = m, n
		}
	}
	return best
}

// destinations are the prepositions of where a visit goes or takes place.
var destinations = map[string]bool{"in": true, "nach": true, "to": true, "at": true}
