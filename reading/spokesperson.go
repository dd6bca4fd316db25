package reading

import "depesche/report"

// sectorSpokenFor is the sector of the body for which a spokesperson speaks, ""
// where none is named: "ein Sprecher der Streitkräfte".
func (d *doc) sectorSpokenFor(m *mention) string {
	if m.role.code != "spokesperson" {
		return ""
	}
	t := &d.trees[m.sent]
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		p := t.caseOf(int(c))
		if base(t.rel(int(c))) != report.Nmod || !ownerPrep[p] {
			continue
		}
		if x := d.mentionAt(m.sent, int(c)); x != nil && x.role != nil && x.role.typ != "person" {
			return x.role.sector
		}
	}
	return ""
}

// indefinite says whether a German noun has the article "ein": nobody who was
// named before.
func (d *doc) indefinite(m *mention) bool {
	if d.lex.Lang != "de" {
		return false
	}
	switch article(&d.trees[m.sent], m.head) {
	case "ein", "eine", "einer", "einem", "einen", "eines":
		return true
	}
	return false
}

// kindNamed tells an organisation that nobody knows what the noun before its name says
// it is: "das Unternehmen Badra", "der Sender Radio Mali".
func (d *doc) kindNamed(m, n *mention) {
	e := n.ents[0]
	if d.lex.Lang != "de" || n.kind != byUnknown || e.rec.Sector != "" || m.role.typ != "organisation" {
		return
	}
	e.rec.Sector = m.role.sector
}

// outsideGovernment are the sectors that a title of government overrides: what
// somebody is known as otherwise.
var outsideGovernment = map[string]bool{"LEG": true, "PTY": true, "OPP": true, "MIL": true}

// inGovernment says whether a title of today is an office of government.
func inGovernment(r *role) bool {
	if r.former || r.sector != "GOV" || r.kind != "office" {
		return false
	}
	switch r.code {
	case "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "finance_minister", "interior_minister", "minister":
		return true
	}
	return false
}
