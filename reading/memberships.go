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
		if m.merged || len(m.ents) != 1 || !m.ents[0].isPerson() || !d.named(m.ents[0]) || m.kind != byName && m.kind != byUnknown {
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
			By:       "person beside a party", Confidence: 0.7,
			Trace: []string{"person: " + d.words(m.sent, m.first, m.last), "party: " + d.words(p.sent, p.first, p.last)},
		})
	}
}

// partyBeside is the party in the genitive before a name or behind its "of".
func (d *doc) partyBeside(m *mention) *mention {
	t := &d.trees[m.sent]
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		r := base(t.words[c].Rel)
		if r != report.Nmod || t.caseOf(int(c)) != "of" && !t.saxon(int(c)) {
			continue
		}
		if p := d.mentionAt(m.sent, int(c)); p != nil && len(p.ents) == 1 && isPoliticalParty(p.ents[0]) {
			return p
		}
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
