package reading

import (
	"cmp"
	"slices"
	"strings"

	"depesche/record"
	"depesche/report"
)

// resolve settles, in the order of the text, what role nouns without a name,
// definite descriptions and pronouns stand for.
func (d *doc) resolve() {
	d.settleHome()
	order := 0
	for s := range d.trees {
		d.resolveStates(s)
		d.resolveOwners(s)
		for w := range d.trees[s].words {
			m := d.mentionAt(s, w)
			if m == nil || m.head != w {
				continue
			}
			if len(m.ents) == 0 {
				switch m.kind {
				case byRole:
					d.resolveRole(m)
				case byPronoun:
					d.resolvePronoun(m)
				}
			}
			d.placeGroup(m)
			order++
			for _, e := range m.ents {
				e.order = order
				e.seen++
			}
		}
		d.resolveDescriptions(s)
		d.resolveBoth(s)
	}
}

// settleHome finds the state that the report speaks of most; bare role nouns
// ("die Polizei") belong to it. A place of the dateline counts three mentions,
// one in the headline or the first sentence two; media and people who act for
// organisations count nothing.
func (d *doc) settleHome() {
	count := map[string]int{}
	best := ""
	add := func(state string, n int) {
		if state == "" {
			return
		}
		count[state] += n
		if count[state] > count[best] {
			best = state
		}
	}
	for place := range strings.SplitSeq(d.rep.Place, "/") {
		if place != "" {
			add(d.stateOfPlace(strings.TrimSpace(place)), 3)
		}
	}
	for _, m := range d.mentions {
		n := 1
		if m.sent < 2 {
			n = leading
		}
		for _, e := range m.ents {
			if e.rec.Sector != "MED" && e.rec.Sector != "IGO" {
				add(e.rec.State, n)
			}
		}
	}
	d.home = best
	if len(count) == 1 {
		d.homeless(count[best]+1, best)
		return
	}
	d.homeless(count[best], best)
}

// leading is what a mention in the headline or the first sentence counts.
const leading = 3

// homeless gives people, organisations and places that nobody knows, and that nothing
// in the text places, the state that the report is about, where it is about
// one above all.
func (d *doc) homeless(n int, state string) {
	if n < 2 {
		return
	}
	for _, e := range d.entities {
		if e.rec.State != "" || !strings.HasPrefix(e.rec.ID, "x:") || d.know.ByID(e.rec.ID) != nil || d.ofNoState(e) {
			continue
		}
		switch e.rec.Type {
		case record.TypePerson, record.TypeOrganisation, record.TypeOther:
			e.rec.State = state
		case record.TypePlace:
			if n > 2 || strings.Contains(e.rec.Name, " ") { // a single word may be anything
				e.rec.State = state
			}
		}
	}
}

// resolveRole gives a role noun without a name its entity.
func (d *doc) resolveRole(m *mention) {
	state, owner := d.roleState(m)
	m.owner = owner
	if state == "" && d.lex.Lang == "en" && ofPeople(owner) {
		state = d.defaultState(m) // "Kurdish guerrillas in eastern Turkey"
	}
	t := &d.trees[m.sent]
	d.withOwner(m)
	if owner != nil && (slices.Contains(d.lex.Classes["@owned-noun"], m.role.lemma) || d.isOwner(m)) {
		m.ents = []*entity{owner} // what hits the ministry's website hits the ministry
		return
	}
	plural := d.isPlural(m)
	if plural && d.isBoth(t, m.head) {
		if two := d.lastTwo(m); two != nil {
			m.ents, m.vague = two, true
			return
		}
	}
	if plural {
		if states := d.owningTwo(m); states != nil {
			m.ents, m.vague = d.bearers(m, states), true
			return
		}
	}
	if plural || d.lex.Lang == "en" && m.role.typ != "person" {
		if states := d.statesBefore(m); states != nil {
			m.ents = d.bearers(m, states)
			return
		}
	}
	if owner == nil && !plural && d.isClass(&t.words[m.head], "@org-noun") && d.plainDefinite(t, m.head) {
		if ents := d.lastOrganisation(m.sent, m.head); len(ents) > 0 {
			m.ents, m.vague = ents, true
			return
		}
	}
	byAge := strings.HasSuffix(m.role.lemma, agedEnding)
	if byAge && !plural {
		if e := d.agedOne(m); e != nil {
			m.ents, m.vague = []*entity{e}, true
			return
		}
	}
	if m.role.typ == "person" && !plural && !byAge && !d.indefinite(m) {
		if e := d.sameOffice(m, state); e != nil {
			m.ents = []*entity{e}
			return
		}
		if e := d.holder(m, state); e != nil {
			m.ents = []*entity{e}
			return
		}
		if e := d.takenUp(m, state, owner); e != nil {
			m.ents, m.vague = []*entity{e}, true
			return
		}
	}
	if state == "" && owner == nil {
		if e := d.lastOfLemma(m.role.lemma); e != nil {
			m.ents = []*entity{e}
			return
		}
		state = d.defaultState(m)
		m.vague = true
	}
	m.ents = []*entity{d.bearer(m, state, owner, plural)}
	if plural && owner != nil {
		for _, o := range d.otherOwners(m, owner) {
			if e := d.bearer(m, o.rec.State, o, plural); !containsEntity(m.ents, e) {
				m.ents = append(m.ents, e)
			}
		}
	}
}

// otherOwners are the states coordinated with the one that a plural role noun
// belongs to: "die Außenminister Japans und Südkoreas", "indische und
// chinesische Soldaten".
func (d *doc) otherOwners(m *mention, owner *entity) []*entity {
	t := &d.trees[m.sent]
	var out []*entity
	var buf [12]int
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		x := d.mentionAt(m.sent, int(c))
		if x == nil || !containsEntity(x.ents, owner) {
			continue
		}
		for _, k := range t.conjuncts(int(c), buf[:0]) {
			if y := d.mentionAt(m.sent, k); y != nil && y != x && len(y.ents) == 1 && y.ents[0].rec.State != "" && !y.ents[0].isPerson() {
				out = append(out, y.ents[0])
			}
		}
	}
	return out
}

// defaultState is the state of a bare role noun: the one in which its sentence
// is set, else the one that the report is mostly about. People on the move and
// those said to be from elsewhere have none.
func (d *doc) defaultState(m *mention) string {
	t := &d.trees[m.sent]
	if d.isClass(&t.words[m.head], "@displaced") || m.role.lemma != "" && slices.Contains(d.lex.Classes["@displaced"], m.role.lemma) {
		return ""
	}
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		if base(t.words[c].Rel) == report.Amod && (d.isClass(&t.words[c], "@elsewhere") || d.lex.Lang == "en" && d.isPlural(m) && slices.Contains(d.lex.Classes["@worldwide"], lower(t.words[c].Form))) {
			return "" // "African leaders"
		}
	}
	if d.isPlural(m) && slices.Contains(d.lex.Classes["@anywhere"], m.role.lemma) {
		return ""
	}
	if s := d.senderOf(m); s != "" {
		return s
	}
	if s := d.stateOfForces(m); s != "" {
		return s
	}
	if s := d.ownGovernment(m); s != "" {
		return s
	}
	for _, state := range [...]func(*mention) string{d.otherGovernment, d.besideState, d.branchBefore} {
		if s := state(m); s != "" {
			return s
		}
	}
	for w := range t.words {
		x := d.mentionAt(m.sent, w)
		if x == nil || x.head != w || len(x.ents) != 1 || x.kind != byName || !setting[t.caseOf(w)] {
			continue
		}
		if e := x.ents[0]; e.rec.State != "" && (e.isState() || e.rec.Type == record.TypePlace) {
			return e.rec.State
		}
	}
	return d.home
}

// ownGovernment is the state of the party politician whose verb a bare government
// or parliament is an argument of: whom the opposition accuses is at home.
func (d *doc) ownGovernment(m *mention) string {
	t := &d.trees[m.sent]
	v := t.head(m.head)
	if m.role.sector != "GOV" && m.role.sector != "LEG" || m.role.typ != "organisation" || v < 0 || !isVerb(&t.words[v]) {
		return ""
	}
	s := t.child(v, report.Nsubj)
	if s < 0 || s == m.head {
		return ""
	}
	x := d.mentionAt(m.sent, s)
	if x == nil || len(x.ents) != 1 {
		return ""
	}
	switch e := x.ents[0]; e.rec.Sector {
	case "PTY", "OPP", "LEG":
		return e.rec.State
	}
	return ""
}

// setting are the prepositions that say where a sentence is set.
var setting = map[string]bool{"in": true, "near": true, "nahe": true, "bei": true, "across": true, "throughout": true}

// sameOffice is the person of the report who was named with this office.
func (d *doc) sameOffice(m *mention, state string) *entity {
	var best *entity
	for _, e := range d.entities {
		if !e.isPerson() || e.order == 0 || m.role.former {
			continue
		}
		sameRole := e.lemma == m.role.lemma || slices.Contains(e.titles, m.role.lemma) || m.role.code != "" && m.role.code != "other" && m.role.code != "minister" && e.rec.Role == m.role.code
		if !sameRole || state != "" && e.rec.State != state {
			continue
		}
		if state == "" && !d.definite(m) {
			continue
		}
		if best == nil || e.order > best.order {
			best = e
		}
	}
	return best
}

// fitsSector says whether somebody of a sector can be taken up by a noun of
// another: a priest is no president.
func fitsSector(noun, person string) bool {
	return noun == "" || person == "" || noun == person || noun == "CVL" || noun == "UNK" || noun == "GOV" && person == "PTY" || noun == "PTY" && person != "MIL"
}

// takenUp is the person named before whom a definite noun such as "der Diplomat"
// takes up: the most salient one of the last two sentences that has a name.
func (d *doc) takenUp(m *mention, state string, owner *entity) *entity {
	t := &d.trees[m.sent]
	if owner != nil || state != "" || !d.plainDefinite(t, m.head) || !d.isClass(&t.words[m.head], "@person-noun") {
		return nil
	}
	if d.lastOfLemma(m.role.lemma) != nil {
		return nil
	}
	for s := m.sent; s >= 0 && s >= m.sent-2; s-- {
		var best *entity
		score := 0
		for w := range d.trees[s].words {
			x := d.mentionAt(s, w)
			if s == m.sent && w >= m.first || x == nil || x.head != w || len(x.ents) != 1 || x.ents[0].surname == "" || x.ents[0].rec.Type != record.TypePerson || !fitsSector(m.role.sector, x.ents[0].rec.Sector) {
				continue
			}
			if n := 1 + d.salience(s, w); n > score {
				best, score = x.ents[0], n
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// definite says whether a noun has a definite article or stands as a title.
func (d *doc) definite(m *mention) bool {
	t := &d.trees[m.sent]
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		if t.words[c].UPOS == report.DET {
			switch lower(t.words[c].Form) {
			case "der", "die", "das", "den", "dem", "des", "the", "dieser", "diese", "dieses", "this", "that":
				return true
			}
			return false
		}
	}
	return false
}

// holder asks the knowledge base who held the office on the report's day.
func (d *doc) holder(m *mention, state string) *entity {
	if state == "" || m.role.kind != "office" || m.role.former || !d.rep.Date.Known() {
		return nil
	}
	return d.holderOf(state, m.role.code, m.role.lemma)
}

func (d *doc) lastOfLemma(lemma string) *entity {
	var best *entity
	for _, e := range d.entities {
		if e.lemma == lemma && e.order > 0 && (best == nil || e.order > best.order) {
			best = e
		}
	}
	return best
}

// lastTwo are whom "beide Politiker" and "both factions" take up, nil if nobody.
func (d *doc) lastTwo(m *mention) []*entity {
	if m.role.typ == "person" {
		return d.lastPeople(m.sent, m.head, 2)
	}
	if slices.Contains(d.lex.Classes["@sides"], m.role.lemma) || d.lex.Lang == "de" && d.headed(&d.trees[m.sent].words[m.head], "@sides") {
		return d.lastPair(m.sent, m.head)
	}
	return nil
}

// isOwner says whether a noun only says what the organisation is whose name
// stands before it in one word or two: "die Hisbollah-Miliz", "the NATO alliance".
func (d *doc) isOwner(m *mention) bool {
	if m.owner.isState() || m.owner.isPerson() || !slices.Contains(d.lex.Classes["@same-noun"], lastWord(m.role.lemma)) {
		return false
	}
	if d.lex.Lang == "de" {
		return strings.Contains(d.words(m.sent, m.first, m.last), "-")
	}
	x := d.mentionAt(m.sent, m.head)
	return x == m && m.first < m.head && len(x.ents) == 0
}

// withOwner makes the name of the organisation right before a role noun part of
// its words: "EU leaders" says whose they are.
func (d *doc) withOwner(m *mention) {
	if m.owner == nil || m.owner.isState() || m.owner.isPerson() || m.first == 0 {
		return
	}
	x := d.mentionAt(m.sent, m.first-1)
	if x != nil && x.last == m.first-1 && x.kind == byName && len(x.ents) == 1 && x.ents[0] == m.owner && !d.trees[m.sent].saxon(x.head) {
		m.first = x.first
	}
}

// bearer is the local entity for a role in a state or organisation.
func (d *doc) bearer(m *mention, state string, owner *entity, plural bool) *entity {
	r := m.role
	name := d.nameOfRole(m)
	id := r.lemma
	switch {
	case owner != nil && !owner.isState() && !owner.capital: // "die Regierung in Kiew" is Ukraine's
		id += " " + owner.rec.ID
	case state != "":
		id += " " + state
	}
	typ := map[string]string{"person": record.TypePerson, "group": record.TypeGroup, "organisation": record.TypeOrganisation}[r.typ]
	if plural && typ == record.TypePerson {
		typ = record.TypeGroup
	}
	sector := cmp.Or(d.sectorSpokenFor(m), sectorOf(r, owner))
	e := d.entity(record.Entity{ID: d.localID(id), Type: typ, Name: name, State: state, Sector: sector, Role: officeCode(r)})
	e.lemma, e.plural = r.lemma, plural
	if e.gender == 0 && typ == record.TypePerson && d.lex.Lang == "de" {
		e.gender = genderOfNoun(&d.trees[m.sent].words[m.head])
	}
	return e
}

// nameOfRole is the noun of a role as a name: the lemma, without a preposition
// and with the acronyms that the tables have in small letters.
func (d *doc) nameOfRole(m *mention) string {
	words := strings.Fields(strings.TrimSuffix(m.role.lemma, " of"))
	said := strings.Fields(d.words(m.sent, m.first, m.last))
	for i := range words {
		for _, w := range said {
			if strings.EqualFold(w, words[i]) && w == strings.ToUpper(w) {
				words[i] = w
			}
		}
	}
	return strings.Join(words, " ")
}

func officeCode(r *role) string {
	if r.former {
		return ""
	}
	return r.code
}
