package reading

import (
	"strings"

	"depesche/record"
	"depesche/report"
)

// partyWord is the party that a word right before a title names: "Republican
// Senator Jane Weller", "a Tory backbencher", "der republikanische Senator".
func (d *doc) partyWord(m *mention) (*entity, *mention) {
	if m.role == nil || m.first == 0 || m.role.kind != "office" && m.role.kind != "agent" {
		return nil, nil
	}
	w := m.first - 1
	x := d.mentionAt(m.sent, w)
	if x != nil && x != m && x.last == w && len(x.ents) == 1 && isPoliticalParty(x.ents[0]) && !d.trees[m.sent].saxon(x.head) {
		if x.ents[0] == m.owner && !d.partisan(m) {
			return nil, nil // an office of the party itself
		}
		return x.ents[0], x
	}
	if x != nil && x.kind != byRole && x.kind != byUnknown || d.lex.Lang == "en" && !startsUpper(d.trees[m.sent].words[w].Form) {
		return nil, nil
	}
	form := d.trees[m.sent].words[w].Form
	name := []string{form, "Party"}
	if d.lex.Lang == "de" {
		if d.trees[m.sent].words[w].UPOS != report.ADJ {
			return nil, nil
		}
		name = []string{capitalise(strings.TrimRight(form, "rnms")), "Partei"}
	}
	p := d.partyNamed(name, d.stateOfBearer(m))
	if p == nil && d.lex.Lang == "en" {
		p = d.partyNamed(name[:1], d.stateOfBearer(m))
	}
	if p == nil {
		return nil, nil
	}
	return p, &mention{sent: m.sent, head: w, first: w, last: w, kind: byAdj, ents: []*entity{p}}
}

// stateOfBearer is the state of the person that a mention names, else the
// report's.
func (d *doc) stateOfBearer(m *mention) string {
	if s := m.ents[0].rec.State; s != "" {
		return s
	}
	return d.home
}

// partyNamed is the party of a state that bears a name, by itself or with the
// name of the state behind it, nil for none.
func (d *doc) partyNamed(name []string, state string) *entity {
	k := d.know.ByCode(state)
	if state == "" || k == nil {
		return nil
	}
	for _, forms := range [...][]string{name, append(name[:len(name):len(name)], strings.Fields(k.Name(d.lex.Lang))...)} {
		ms, n := d.know.Match(d.lex.Lang, forms)
		for i := range ms {
			if e := ms[i].Entity; n == len(forms) && e.State == state && e.Type == record.TypeOrganisation && e.Sector == "PTY" {
				return d.known(hit{entity: e, kind: byName})
			}
		}
	}
	return nil
}

// partyInitials are the initials in brackets behind the name of somebody in
// politics: those of a party of his state, or of one that nobody knows ("Premier
// Karl Weber (PSD)").
func (d *doc) partyInitials(m *mention) (*entity, *mention) {
	t := &d.trees[m.sent]
	at := m.last + 2
	if m.role == nil || !political[m.role.sector] || at >= len(t.words) || t.words[at-1].Form != "(" || !closed(t, at+1) || !isAcronym(t.words[at].Form) {
		return nil, nil
	}
	x := d.mentionAt(m.sent, at)
	if p := d.partyNamed([]string{t.words[at].Form}, d.stateOfBearer(m)); p != nil {
		return p, &mention{sent: m.sent, head: at, first: at, last: at, kind: byName, ents: []*entity{p}}
	}
	if x == nil || len(x.ents) != 1 || x.kind != byUnknown || !partyLike(x) {
		return nil, nil
	}
	return x.ents[0], x
}

// political are the sectors of who is in a party.
var political = map[string]bool{"GOV": true, "LEG": true, "PTY": true, "OPP": true}

// partyOfLeader is the party that a bare title of a party's head means: the one
// that its first word names ("Conservative leader"), else the only one of his state
// in the report.
func (d *doc) partyOfLeader(e *entity, m *mention) *entity {
	t := &d.trees[m.sent]
	if d.lex.Lang == "en" && startsUpper(t.words[m.first].Form) {
		if p := d.partyNamed([]string{t.words[m.first].Form, "Party"}, d.stateOfBearer(m)); p != nil {
			return p
		}
	}
	if l := lower(m.role.lemma); !strings.Contains(l, "partei") && !strings.Contains(l, "party") {
		return nil
	}
	var only *entity
	for _, x := range d.entities {
		if x.order == 0 || x.rec.Sector != "PTY" || !isPoliticalParty(x) || x.rec.Type != record.TypeOrganisation || x.rec.State != e.rec.State || x.lemma != "" {
			continue
		}
		if only != nil {
			return nil
		}
		only = x
	}
	return only
}
