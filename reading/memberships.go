package reading

import (
	"strings"

	"depesche/record"
	"depesche/report"
)

// findMemberships writes which party people belong to where the report only sets
// the two side by side: "Maria Weber (SPD)", "der CDU-Abgeordnete Karl Weber",
// "Lee Cheuk-yan of the Labour Party", "DAB's Ben Chan".
func (d *doc) findMemberships() {
	done := map[[2]*entity]bool{}
	for _, m := range d.mentions {
		if m.into != nil || len(m.ents) != 1 || !d.fullName(m) {
			continue
		}
		p, x := d.partyOfPerson(m)
		if p == nil || done[[2]*entity{m.ents[0], p}] {
			continue
		}
		done[[2]*entity{m.ents[0], p}] = true
		object, first, last := p.rec, m.first, m.last
		if x != nil {
			object = d.entityAt(p, x)
			first, last = min(first, x.first), max(last, x.last)
		} else {
			whole := d.entityAt(p, m) // the title's compound names it
			object.Text, object.Start, object.End = whole.Text, whole.Start, whole.End
		}
		d.emit(record.Record{
			Kind: record.KindRelation, Predicate: "member_of", As: "member",
			Subject: d.entitiesOf([]party{{ent: m.ents[0], m: m}}), Object: []record.Entity{object},
			Says:     d.attributionOf(m.sent, m.head),
			Evidence: []record.Evidence{d.evidence(m.sent, first, last)},
			By:       "person beside a party",
			Trace:    []string{"person: " + d.words(m.sent, m.first, m.last), "party: " + object.Text},
		})
	}
}

// partyOfPerson is the party set beside a person's name, with the mention that
// names it; none where the title's compound does.
func (d *doc) partyOfPerson(m *mention) (*entity, *mention) {
	if x := d.partyBehind(m); x != nil {
		return x.ents[0], x
	}
	if x := d.partyBeside(m); x != nil && m.kind != byRole {
		return x.ents[0], x
	}
	if p, x := d.partyInitials(m); p != nil {
		return p, x
	}
	if p, x := d.partyWord(m); p != nil {
		return p, x
	}
	if d.partisan(m) {
		return m.owner, nil
	}
	return nil, nil
}

// partisan says whether a title places its bearer in a party without an office
// in it: a legislator or politician of the party.
func (d *doc) partisan(m *mention) bool {
	return m.role != nil && !m.role.former && m.owner != nil && isPoliticalParty(m.owner) && (m.role.code == "legislator" || m.role.kind == "agent")
}

// fullName says whether a mention is a person's name, or an unknown one of more
// than one word that may be.
func (d *doc) fullName(m *mention) bool {
	e := m.ents[0]
	switch m.kind {
	case byName:
		return e.isPerson() && d.named(e)
	case byRole: // in apposition to the name: "Jane Weller, a Tory backbencher"
		return d.titled(m) || m.role != nil && m.role.kind == "agent" && e.isPerson() && d.named(e) && !m.vague && !d.deduced(m)
	case byUnknown:
		return e.isPerson() || e.rec.Type == record.TypeOther && m.last > m.first && !isPoliticalParty(e)
	}
	return false
}

// partyBehind is the party in brackets, or behind "von der", right after a name:
// "Maria Weber (SPD)", "Thomas Strobl von der CDU".
func (d *doc) partyBehind(m *mention) *mention {
	t := &d.trees[m.sent]
	at := m.last + 1
	if at+1 >= len(t.words) || m.first == m.last && m.role == nil && d.lex.Lang != "de" {
		return nil
	}
	switch f := t.words[at].Form; {
	case f == "(":
		at++
	case f == "von" && t.words[at+1].UPOS == report.DET:
		at += 2
	default:
		return nil
	}
	if p := d.partyFrom(m, at); p != nil && isPoliticalParty(p.ents[0]) && (t.words[m.last+1].Form != "(" || closed(t, p.last+1) || t.words[p.last+1].Form == "/") {
		return p
	}
	return nil
}

// partyFrom is the party whose name starts at a word, other than m.
func (d *doc) partyFrom(m *mention, at int) *mention {
	if at >= len(d.trees[m.sent].words) {
		return nil
	}
	p := d.mentionAt(m.sent, at)
	if p == nil || p == m || p.first != at || len(p.ents) != 1 || !partyLike(p) {
		return nil
	}
	return p
}

// partyBeside is the party in the genitive before an English name or behind its
// "of".
func (d *doc) partyBeside(m *mention) *mention {
	if d.lex.Lang != "en" {
		return nil
	}
	t := &d.trees[m.sent]
	for w := range t.words {
		h := t.head(w)
		if h < m.first || h > m.last || base(t.rel(w)) != report.Nmod || t.caseOf(w) != "of" && !t.saxon(w) {
			continue
		}
		if p := d.mentionAt(m.sent, w); p != nil && p != m && len(p.ents) == 1 && partyLike(p) {
			return p
		}
	}
	return d.partyNext(m)
}

// partyLike says whether a mention names a party, or a body that nobody knows by
// initials ("DAB's Ben Chan").
func partyLike(p *mention) bool {
	return isPoliticalParty(p.ents[0]) || p.kind == byUnknown && p.first == p.last && isAcronym(p.ents[0].rec.Name) && !p.ents[0].isPerson()
}

// partyNext is the party right behind the name and "of", wherever the parser hung it.
func (d *doc) partyNext(m *mention) *mention {
	t := &d.trees[m.sent]
	at := m.last + 1
	if at >= len(t.words) || t.words[at].Form != "of" {
		return nil
	}
	for at++; at < len(t.words) && t.words[at].UPOS == report.DET; at++ {
	}
	return d.partyFrom(m, at)
}

// isPoliticalParty says whether an organisation is a party, by what is known or
// by its name.
func isPoliticalParty(e *entity) bool {
	if e.isPerson() || e.isState() {
		return false
	}
	return e.rec.Sector == "PTY" || strings.HasSuffix(e.rec.Name, " Party")
}
