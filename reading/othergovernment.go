package reading

import "depesche/report"

// otherGovernment is the state of a bare government, army or parliament in German
// on which another state acts: it is the one named last that is not the subject.
// "Russland ist mit Syrien verbündet und unterstützt das Regime."
func (d *doc) otherGovernment(m *mention) string {
	if d.lex.Lang != "de" || m.role == nil || m.role.typ != "organisation" {
		return ""
	}
	switch m.role.sector {
	case "GOV", "MIL", "LEG":
	default:
		return ""
	}
	t := &d.trees[m.sent]
	v := t.head(m.head)
	if r := base(t.rel(m.head)); v < 0 || !isVerb(&t.words[v]) || r != report.Obj && r != report.Iobj {
		return ""
	}
	var f slots
	f.fill(d, m.sent, v)
	s := f.get("subj")
	if s < 0 || s == m.head {
		return ""
	}
	x := d.mentionAt(m.sent, s)
	if x == nil || len(x.ents) != 1 || !x.ents[0].isState() {
		return ""
	}
	for k, i := range d.before(m.sent, m.head, 1) {
		if y := d.mentionAt(k, i); y != nil && y.head == i && len(y.ents) == 1 && y.ents[0].isState() && y.ents[0] != x.ents[0] {
			return y.ents[0].rec.State
		}
	}
	return ""
}

// besideState is the state of the party with which a bare role noun is coordinated
// in German: "Venezuelas Regierung und die Opposition".
func (d *doc) besideState(m *mention) string {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if d.lex.Lang != "de" || h < 0 || t.rel(m.head) != report.Conj {
		return ""
	}
	if x := d.mentionAt(m.sent, h); x != nil && x.role != nil && len(x.ents) == 1 && !x.vague {
		return x.ents[0].rec.State
	}
	return ""
}

// branchBefore is the state of the parliament or the army that the sentence before
// named, to whose people a bare German noun belongs: "Israels Luftwaffe …, sagte ein
// Militärsprecher".
func (d *doc) branchBefore(m *mention) string {
	if d.lex.Lang != "de" || m.role == nil || m.role.typ != "person" || m.role.sector != "LEG" && m.role.sector != "MIL" {
		return ""
	}
	for k, i := range d.before(m.sent, m.head, 1) {
		x := d.mentionAt(k, i)
		if x == nil || x.head != i || len(x.ents) != 1 || x.vague || x.ents[0].rec.Sector != m.role.sector || x.ents[0].isPerson() {
			continue
		}
		return x.ents[0].rec.State
	}
	return ""
}
