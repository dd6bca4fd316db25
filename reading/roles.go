package reading

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// joinTitles makes one mention of a title and the name that follows it
// ("Ministerpräsident Li Keqiang", "Foreign Minister Sergei Lavrov"), and of a
// name and the title set after it in apposition ("Li, the prime minister").
func (d *doc) joinTitles() {
	for k := 0; k < len(d.mentions); k++ {
		m := d.mentions[k]
		d.ownTitle(m)
		if m.kind == byDemonym {
			d.joinDemonym(m)
		}
		if m.kind != byRole {
			continue
		}
		if m.role.typ != "person" {
			if n := d.bodyName(m); n != nil && !d.seated(m, n) {
				d.kindNamed(m, n)
				d.absorb(m, n)
			}
			continue
		}
		if n := d.nameAfter(m); n != nil {
			d.bearTitle(n, m)
			d.absorb(m, n)
		} else if n := d.bearerApart(m); n != nil {
			d.bearTitle(n, m)
			m.ents = n.ents
		}
	}
	d.joinCoordinated()
	d.joinKinds()
}

// joinDemonym makes one mention of a demonym and the name behind it: "der
// Tunesier Abu al-Hija".
func (d *doc) joinDemonym(m *mention) {
	t := &d.trees[m.sent]
	if m.last+1 >= len(t.words) {
		return
	}
	n := d.mentionAt(m.sent, m.last+1)
	if n == nil || n.first != m.last+1 || n.kind != byUnknown || len(n.ents) != 1 {
		return
	}
	e := n.ents[0]
	e.rec.Type = record.TypePerson
	if e.rec.State == "" {
		e.rec.State = m.ents[0].rec.State
	}
	if e.surname == "" {
		e.surname = lastWord(e.rec.Name)
	}
	m.sector = ""
	d.absorb(m, n)
}

// joinCoordinated gives the titles before the last of one person the same
// bearer: "der Priester, Blogger und Dissident Nguyen Van Ly".
func (d *doc) joinCoordinated() {
	var buf [12]int
	for _, m := range d.mentions {
		if m.kind != byRole || m.role.typ != "person" || len(m.ents) > 0 || m.into != nil {
			continue
		}
		t := &d.trees[m.sent]
		for _, c := range t.conjuncts(m.head, buf[:0]) {
			n := d.mentionAt(m.sent, c)
			if n == nil || n == m || n.role == nil || len(n.ents) != 1 || !n.ents[0].isPerson() || d.isPlural(m) || t.child(c, report.Det) >= 0 || t.child(m.head, report.Det) < 0 {
				continue
			}
			m.ents = n.ents
			m.ents[0].titles = append(m.ents[0].titles, m.role.lemma)
			break
		}
	}
}

// bodyName is the name of a state, place or organisation right after the noun
// for what it is: "im Nachbarland Belarus", "die Nachrichtenagentur Xinhua".
func (d *doc) bodyName(m *mention) *mention {
	t := &d.trees[m.sent]
	if m.last+1 >= len(t.words) {
		return nil
	}
	n := d.mentionAt(m.sent, m.last+1)
	if n == nil || n.first != m.last+1 || len(n.ents) != 1 || n.ents[0].isPerson() || n.kind != byName && n.kind != byUnknown {
		return nil
	}
	if d.lex.Lang == "de" && genitiveName(t, n) || d.lex.Lang == "en" && t.saxon(n.head) {
		return nil
	}
	if h, k := t.head(n.head), t.head(m.head); (h < m.first || h > m.last) && (k < n.first || k > n.last) && (h != k || d.lex.Lang != "en" || n.ents[0].isState()) {
		return nil // "the militant group Hamas attacked" is one party, wherever the tree hung its halves
	}
	return n
}

// nameAfter is the person's name that starts right after the title; quotation
// marks and a party in brackets may not stand between.
func (d *doc) nameAfter(m *mention) *mention {
	t := &d.trees[m.sent]
	if m.last+1 >= len(t.words) {
		return nil
	}
	n := d.mentionAt(m.sent, m.last+1)
	if n == nil || n.first != m.last+1 || len(n.ents) != 1 {
		return nil
	}
	if d.lex.Lang == "de" && genitiveName(t, n) {
		return nil
	}
	switch n.kind {
	case byUnknown:
		return n
	case byName:
		if n.ents[0].isPerson() {
			return n
		}
	}
	return nil
}

// nameInApposition is the name that the title is an apposition of, or that is
// an apposition of the title.
func (d *doc) nameInApposition(m *mention) *mention {
	t := &d.trees[m.sent]
	if t.rel(m.head) == report.Appos {
		if n := d.personAt(m.sent, t.head(m.head)); n != nil && n != m {
			return n
		}
	}
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		if r := base(t.words[c].Rel); r != report.Appos && r != report.Flat {
			continue
		}
		if n := d.personAt(m.sent, int(c)); n != nil && n != m {
			return n
		}
	}
	return nil
}

// personAt is the mention of a person's name, or of an unknown name that may
// be one, at a word.
func (d *doc) personAt(s, w int) *mention {
	if w < 0 {
		return nil
	}
	n := d.mentionAt(s, w)
	if n == nil || len(n.ents) != 1 || (n.kind != byName && n.kind != byUnknown) {
		return nil
	}
	e := n.ents[0]
	if e.isPerson() || n.kind == byUnknown && e.rec.Type == record.TypeOther {
		return n
	}
	return nil
}

// bearTitle tells a named entity what its title says.
func (d *doc) bearTitle(n, m *mention) {
	e := n.ents[0]
	if n.kind == byUnknown {
		e.rec.Type = record.TypePerson
		if e.surname == "" {
			e.surname = lastWord(e.rec.Name)
		}
	}
	state, owner := d.roleState(m)
	if owner != nil {
		m.owner = owner
	}
	if !m.role.former && ofStates(owner) && m.role.code != "ambassador" {
		e.rec.State, e.rec.Sector = "", owner.rec.Sector // acts for it, whatever state he is from
	}
	if e.rec.State == "" {
		e.rec.State = state
	}
	if sector := sectorOf(m.role, owner); e.rec.Sector == "" || sector == "GOV" && outsideGovernment[e.rec.Sector] && inGovernment(m.role) {
		e.rec.Sector = sector
	}
	if e.rec.Role == "" && !m.role.former {
		e.rec.Role = m.role.code
	}
	e.lemma = m.role.lemma
	e.titles = append(e.titles, m.role.lemma)
}

// ofStates says whether somebody is an organisation of states.
func ofStates(e *entity) bool {
	return e != nil && e.rec.Type == record.TypeOrganisation && e.rec.Sector == "IGO" && e.rec.State == ""
}

// absorb makes the name's mention part of the title's, whose words now name
// the person.
func (d *doc) absorb(m, n *mention) {
	t := &d.trees[m.sent]
	m.ents, m.last, m.why = n.ents, n.last, n.why
	m.kind = n.kind
	m.head = headOf(t, m.first, m.last)
	k := int32(0)
	for i, x := range d.mentions {
		if x == m {
			k = int32(i + 1)
		}
	}
	for w := n.first; w <= n.last; w++ {
		d.at[m.sent][w] = k
	}
	n.ents = nil
	n.into = m
}

// sectorOf is the sector of somebody with a role in an organisation: the
// role's own, unless the organisation is one of states or armed.
func sectorOf(r *role, owner *entity) string {
	if ofPeople(owner) && r.sector != "" {
		return r.sector // "Muslim rebels": a people does not say what they do
	}
	if owner != nil && !owner.isState() && !owner.isPerson() && owner.rec.Sector != "" {
		return owner.rec.Sector
	}
	if owner != nil && owner.rec.Type == record.TypeOrganisation && owner.rec.Sector == "" && r.code == "head_of_state" {
		return "" // the president of a club
	}
	return r.sector
}

// ofPeople says whether an entity is a people or the followers of a faith.
func ofPeople(e *entity) bool {
	return e != nil && e.rec.Type == record.TypeGroup && (e.rec.Sector == "CVL" || e.rec.Sector == "REL" || e.rec.Sector == "")
}

// roleState is the state that a role noun belongs to, read from the words
// around it, and the entity that it belongs to (a state, an organisation, a
// person), as far as they are there.
func (d *doc) roleState(m *mention) (string, *entity) {
	if m.owner != nil {
		if e := d.ownerBefore(m); e != nil && m.role.code == "ambassador" && !m.owner.isState() && e.isState() {
			return e.rec.State, e // "der israelische UNO-Botschafter"
		}
		return m.owner.rec.State, m.owner
	}
	t := &d.trees[m.sent]
	if e := d.ownerBefore(m); e != nil {
		return e.rec.State, e
	}
	if slices.Contains(d.lex.Classes["@opposing-noun"], m.role.lemma) {
		return "", nil // "Gegner der Regierung" do not belong to it
	}
	if e := d.ownerBelow(m.sent, m.head, m); e != nil {
		return e.rec.State, e
	}
	for w := m.first; w <= m.last; w++ {
		if w == m.head {
			continue
		}
		if e := d.ownerBelow(m.sent, w, m); e != nil {
			return e.rec.State, e
		}
	}
	if h := t.head(m.head); h >= 0 && base(t.rel(m.head)) == report.Flat {
		if e := d.ownerBelow(m.sent, h, m); e != nil {
			return e.rec.State, e
		}
	}
	return "", nil
}

// ownerBefore looks at the words right before: "russischer Außenminister",
// "US Secretary of State", "Chinas Ministerpräsident".
func (d *doc) ownerBefore(m *mention) *entity {
	t := &d.trees[m.sent]
	for w := m.first - 1; w >= 0 && w >= m.first-3; w-- {
		x := d.mentionAt(m.sent, w)
		if x != nil && x != m && len(x.ents) == 1 && x.last == w {
			switch x.kind {
			case byAdj, byDemonym:
				return x.ents[0]
			case byName, byUnknown:
				if w == m.first-1 && (t.under(w, m.head) || t.saxon(x.head)) {
					return x.ents[0]
				}
				return nil
			}
		}
		if t.words[w].UPOS != report.ADJ && t.words[w].UPOS != report.PART && t.words[w].Form != "'s" && t.words[w].Form != "’s" {
			return nil
		}
	}
	return nil
}

var ownerPrep = map[string]bool{"von": true, "of": true, "in": true, "for": true, "für": true, "aus": true, "from": true, "bei": true, "at": true, "to": true, "": true}

// ownerBelow looks at the modifiers of a word in the tree.
func (d *doc) ownerBelow(s, w int, not *mention) *entity {
	t := &d.trees[s]
	for c := t.first[w]; c >= 0; c = t.next[c] {
		switch base(t.words[c].Rel) {
		case report.Amod, report.Nmod, report.Compound, report.Det, report.DetPoss, report.Obl:
		default:
			continue
		}
		x := d.mentionAt(s, int(c))
		if x == nil && base(t.words[c].Rel) == report.Amod {
			x = d.compoundOwner(s, int(c)) // "die US-geführte Koalition"
		}
		if x == nil || x == not || !ownerPrep[t.caseOf(int(c))] {
			continue
		}
		if x.kind == byRole && len(x.ents) == 0 && x.head > not.head {
			if _, e := d.roleState(x); e != nil && e.isState() {
				return e // "leaders of Romania's new government"
			}
		}
		if len(x.ents) == 0 {
			continue
		}
		if e := x.ents[0]; e.rec.State != "" || e.rec.Type == record.TypeOrganisation {
			return e
		}
	}
	return nil
}
