package reading

import (
	"strings"

	"depesche/record"
	"depesche/report"
)

// findMemberships writes which party people belong to, where an English report
// only sets the two side by side: "Lee Cheuk-yan of the Labour Party",
// "DAB's Ben Chan", "the Labour Party's Lee".
func (d *doc) findMemberships() {
	if d.lex.Lang != "en" {
		return
	}
	done := map[[2]*entity]bool{}
	for _, m := range d.mentions {
		if m.into != nil || len(m.ents) != 1 || !d.fullName(m) {
			continue
		}
		p := d.partyBeside(m)
		if p == nil || done[[2]*entity{m.ents[0], p.ents[0]}] {
			continue
		}
		done[[2]*entity{m.ents[0], p.ents[0]}] = true
		d.emit(record.Record{
			Kind: record.KindRelation, Predicate: "member_of", As: "member",
			Subject: d.entitiesOf([]party{{ent: m.ents[0], m: m}}), Object: d.entitiesOf([]party{{ent: p.ents[0], m: p}}),
			Says:     d.attributionOf(m.sent, m.head),
			Evidence: []record.Evidence{d.evidence(m.sent, min(m.first, p.first), max(m.last, p.last))},
			By:       "person beside a party",
			Trace:    []string{"person: " + d.words(m.sent, m.first, m.last), "party: " + d.words(p.sent, p.first, p.last)},
		})
	}
}

// fullName says whether a mention is a person's name, or an unknown one of more
// than one word that may be.
func (d *doc) fullName(m *mention) bool {
	e := m.ents[0]
	switch m.kind {
	case byName:
		return e.isPerson() && d.named(e)
	case byUnknown:
		return e.isPerson() || e.rec.Type == record.TypeOther && m.last > m.first && !isPoliticalParty(e)
	}
	return false
}

// partyBeside is the party in the genitive before a name or behind its "of".
func (d *doc) partyBeside(m *mention) *mention {
	t := &d.trees[m.sent]
	for w := range t.words {
		h := t.head(w)
		if h < m.first || h > m.last || base(t.rel(w)) != report.Nmod || t.caseOf(w) != "of" && !t.saxon(w) {
			continue
		}
		if p := d.mentionAt(m.sent, w); p != nil && p != m && len(p.ents) == 1 && isPoliticalParty(p.ents[0]) {
			return p
		}
	}
	return d.partyNext(m)
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
	if at >= len(t.words) {
		return nil
	}
	if p := d.mentionAt(m.sent, at); p != nil && p != m && p.first == at && len(p.ents) == 1 && isPoliticalParty(p.ents[0]) {
		return p
	}
	return nil
}

// isPoliticalParty says whether an organisation is a party, by what is known or
// by its name.
func isPoliticalParty(e *entity) bool {
	if e.isPerson() || e.isState() {
		return false
	}
	return e.rec.Sector == "PTY" || strings.HasSuffix(e.rec.Name, " Party")
}
