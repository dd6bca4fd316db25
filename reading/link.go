package reading

import (
	"math"
	"strings"

	"depesche/knowledge"
	"depesche/record"
	"depesche/report"
)

// choose picks whom a name of n words from word i on means, by the evidence of
// linking.tsv; nil where nobody is likely enough or two people are equally so.
func (d *doc) choose(s, i, n int, ms []knowledge.Match) (*knowledge.Match, evidence) {
	var best, second *knowledge.Match
	var why, other evidence
	c := d.around(s, i, n)
	for k := range ms {
		m := &ms[k]
		e := d.weigh(&c, m)
		switch {
		case best == nil || e.score > why.score:
			best, second, why, other = m, best, e, why
		case second == nil || e.score > other.score:
			second, other = m, e
		}
	}
	w := d.weights
	if best == nil || why.score < w[featEnough] {
		return nil, evidence{}
	}
	if second != nil && person(best) && person(second) && why.score-other.score < w[featMargin] {
		return nil, evidence{}
	}
	return best, why
}

// commonGivenName is of how many people a form must be the first name to be
// taken for one.
const commonGivenName = 3

// wellKnown is the weight of people whom the surname alone means even where it
// is a first name too: Kim, Abbas.
const wellKnown = 3

// largePlace is the number of thousands of people from which a place is not
// taken for a first name: Milan.
const largePlace = 500

// bareGivenName says whether a single word is rather a first name than the
// surname or the place that it could be.
func (d *doc) bareGivenName(form string, m *knowledge.Match) bool {
	if m.Kind != knowledge.Surname && (m.Entity.Type != record.TypePlace || m.Entity.Weight >= largePlace) || d.inFull[m.Entity] {
		return false
	}
	n := d.know.GivenName(d.lex.Lang, form)
	return n >= commonGivenName && (m.Kind != knowledge.Surname ||
		m.Entity.Weight < wellKnown && n > len(d.know.Surname(d.lex.Lang, form)))
}

func person(m *knowledge.Match) bool { return m.Entity.Type == record.TypePerson }

// surroundings are what the words around a name say, whoever it means.
type surroundings struct {
	t                   *tree
	s, i, n             int
	title               *mention // the role noun right before
	titleState          string
	adjective           string // state of the adjective or demonym right before
	atPlace, adjectival bool
	counted             bool
	inside, goesOn      bool // part of a longer name that nobody knows
}

func (d *doc) around(s, i, n int) surroundings {
	t := &d.trees[s]
	c := surroundings{t: t, s: s, i: i, n: n, atPlace: afterPlacePrep(t, i), adjectival: t.words[i].UPOS == report.ADJ, counted: d.counts(t, i)}
	if !d.surveyed {
		return c
	}
	c.inside, c.goesOn = d.insideName(t, s, i), d.nameGoesOn(t, s, i, n)
	if i == 0 {
		return c
	}
	if m := d.mentionAt(s, i-1); m != nil && m.last == i-1 {
		switch {
		case m.kind == byRole && m.role.typ == "person":
			c.title = m
			c.titleState, _ = d.roleState(m)
		case (m.kind == byAdj || m.kind == byDemonym) && len(m.ents) == 1:
			c.adjective = m.ents[0].rec.State
		}
	}
	return c
}

// againstAdjective says whether a word stands where a name of that kind does not:
// adjectives are no nouns. Before another noun, what is tagged as a noun is the
// adjective all the same ("Kenyan exports") and not the people.
func (c *surroundings) againstAdjective(k knowledge.NameKind) bool {
	if base(c.t.rel(c.i)) == report.Compound && !c.adjectival && (k == knowledge.Adjective || k == knowledge.Demonym) {
		return k == knowledge.Demonym
	}
	return (k == knowledge.Adjective) != c.adjectival
}

// weigh counts what speaks for and against a candidate.
func (d *doc) weigh(c *surroundings, m *knowledge.Match) evidence {
	var e evidence
	w := d.weights
	switch m.Entity.Type {
	case record.TypeState:
		e.add(w, featState)
	case record.TypeOrganisation:
		e.add(w, featOrganisation)
	case record.TypeGroup:
		e.add(w, featGroup)
	case record.TypePlace:
		e.add(w, featPlace)
		if _, role := d.lex.Roles[lower(c.t.words[c.i].Form)]; role && c.n == 1 && d.lex.Lang == "en" {
			e.add(w, featCommonWord) // "Man Arrested"
		}
		if c.title != nil && d.lex.Lang == "en" && base(c.t.rel(c.title.head)) != report.Appos {
			e.add(w, featTitleAgainst) // "President Bush" is no place
		}
		if m.Entity.Weight > 0 {
			e.times(w, featProminence, float32(min(1.5, max(0, math.Log10(float64(m.Entity.Weight)/100)))))
		}
	case record.TypePerson:
		d.weighPerson(&e, c, m)
	}
	if m.Kind == knowledge.Metonym && c.atPlace {
		e.add(w, featMetonymAtPlace) // "in Peking" is the city, "Peking" that says something the state
	}
	if c.n == 1 && c.againstAdjective(m.Kind) {
		e.add(w, featAdjectiveAgainst)
	}
	if m.Kind == knowledge.Demonym && c.n == 1 && d.lex.Lang == "de" {
		if c.counted {
			e.add(w, featDemonymCounted)
		} else {
			e.add(w, featDemonymBare)
		}
	}
	if m.Entity.Kind == "former" && m.Entity.Exists.To != 0 && d.rep.Date.From > m.Entity.Exists.To {
		e.add(w, featGone)
	}
	if d.byID[m.Entity.ID] != nil && !(m.Kind == knowledge.Metonym && c.atPlace) {
		e.add(w, featNamedBefore)
	}
	if m.Kind == knowledge.Metonym && m.Entity.Type == record.TypeOrganisation {
		e.add(w, featOrganisationSeat)
	}
	if c.n == 1 && c.title == nil && d.bareGivenName(c.t.words[c.i].Form, m) {
		e.add(w, featGivenName)
	}
	if m.Weak && !d.trusted(c.t, c.i, c.n, m) {
		e.add(w, featCommonWord)
	}
	d.weighPlacing(&e, c, m)
	return e
}

// weighPerson counts what speaks for a person: first the name, then the office.
func (d *doc) weighPerson(e *evidence, c *surroundings, m *knowledge.Match) {
	w := d.weights
	e.times(w, featProminence, float32(m.Entity.Weight))
	if m.Kind == knowledge.Surname {
		e.add(w, featSurname)
		if d.inFull[m.Entity] {
			e.add(w, featNamedInFull)
		}
	} else {
		e.add(w, featFullName)
	}
	switch in := d.inOffice(m.Entity); {
	case in:
		e.add(w, featOffice)
	case m.Kind == knowledge.Surname:
		e.add(w, featNoOffice)
	}
	if c.title == nil {
		return
	}
	switch d.titleFit(c, m.Entity) {
	case fits:
		e.add(w, featTitleFits)
	case contradicts:
		e.add(w, featTitleAgainst)
	}
}

// weighPlacing counts whether the states named around agree with a candidate's.
func (d *doc) weighPlacing(e *evidence, c *surroundings, m *knowledge.Match) {
	w := d.weights
	if !d.surveyed {
		return
	}
	state := m.Entity.State
	switch before := c.before(); {
	case before == "" || state == "" || m.Entity.Type == record.TypeState || m.Kind == knowledge.Adjective:
	case before == state:
		e.add(w, featStateNear)
	case m.Entity.Type == record.TypePerson:
		e.add(w, featStateAgainst)
	}
	if state != "" && (m.Entity.Type != record.TypeState || m.Kind == knowledge.Metonym) {
		if d.states[state] > 0 {
			e.add(w, featStateNamed)
		}
		if state == d.homeState {
			e.add(w, featHome)
		}
	}
	if d.partOfAddress(c, m) {
		e.add(w, featAddress)
	}
	d.weighTag(e, c, m)
	if m.Kind != knowledge.Adjective && m.Kind != knowledge.Demonym && (c.inside || c.goesOn) {
		e.add(w, featLongerName)
	}
}

// partOfAddress says whether a state's name stands behind a place of another
// state and a comma, and before a mark: "Atlanta, Georgia, is hot".
func (d *doc) partOfAddress(c *surroundings, m *knowledge.Match) bool {
	if m.Entity.Type != record.TypeState || c.i < 2 || c.t.words[c.i-1].Form != "," {
		return false
	}
	if next := c.i + c.n; next < len(c.t.words) && c.t.words[next].UPOS != report.PUNCT {
		return false
	}
	p := d.mentionAt(c.s, c.i-2)
	return p != nil && len(p.ents) == 1 && p.ents[0].rec.Type == record.TypePlace && p.ents[0].rec.State != "" && p.ents[0].rec.State != m.Entity.State
}

func (c *surroundings) before() string {
	if c.titleState != "" {
		return c.titleState
	}
	return c.adjective
}

// weighTag compares a candidate's type with what the recogniser of names saw.
func (d *doc) weighTag(e *evidence, c *surroundings, m *knowledge.Match) {
	if m.Kind == knowledge.Adjective || m.Kind == knowledge.Demonym {
		return
	}
	seen := unknownType(c.t, c.i)
	if seen == record.TypeOther {
		return
	}
	agrees := seen == m.Entity.Type ||
		seen == record.TypePlace && (m.Entity.Type == record.TypeState || m.Kind == knowledge.Metonym) ||
		seen == record.TypeOrganisation && (m.Entity.Type == record.TypeGroup || m.Kind == knowledge.Metonym)
	if agrees {
		e.add(d.weights, featTagAgrees)
	} else if (seen == record.TypePerson) != (m.Entity.Type == record.TypePerson) {
		e.add(d.weights, featTagAgainst)
	}
}

// trusted says whether a name that is an ordinary word too is meant as a name
// here: tagged as a proper noun, or named in full before.
func (d *doc) trusted(t *tree, i, n int, m *knowledge.Match) bool {
	if d.byID[m.Entity.ID] != nil || d.inFull[m.Entity] {
		return true
	}
	w := &t.words[i]
	if m.Kind == knowledge.Adjective || m.Kind == knowledge.Demonym {
		return startsUpper(w.Form) || w.UPOS == report.ADJ
	}
	if n > 1 || d.lex.Lang == "en" && i > 0 && startsUpper(w.Form) && w.UPOS == report.ADJ {
		return true
	}
	if m.Entity.Type == record.TypePerson && (w.Name == report.NameBPerson || besidePerson(t, i)) {
		return true
	}
	if isAcronym(w.Form) && (m.Entity.Type == record.TypeOrganisation || m.Entity.Type == record.TypeGroup) {
		return true // "der IS"
	}
	if w.Name == report.NameBOrg && m.Entity.Type == record.TypePlace && i > 0 && t.words[i-1].UPOS == report.NOUN && t.head(i) == i-1 {
		return true // "die Universität Hue"
	}
	body := d.lex.Lang == "en" && (m.Entity.Type == record.TypeOrganisation || m.Kind == knowledge.Metonym) // "Congress", "the Commonwealth"
	return w.UPOS == report.PROPN && (w.Name != report.NameBOrg || body)
}

// besidePerson says whether the word is a name that is joined to a person's: "Biden
// und Xi".
func besidePerson(t *tree, i int) bool {
	if t.words[i].Name == report.NameNone {
		return false
	}
	other := t.child(i, report.Conj)
	if t.words[i].Rel == report.Conj {
		other = t.head(i)
	}
	return other >= 0 && t.words[other].Name == report.NameBPerson
}

// insideName says whether the word before belongs to the same name as word i
// does: "Janet Napolitano", "Bank of France". Titles and what is known already
// are other names.
func (d *doc) insideName(t *tree, s, i int) bool {
	if i > 1 && d.lex.Lang == "en" && t.words[i-1].Form == "of" {
		k := i - 2
		return t.head(i) == k && d.namePart(t, s, k) && (k == 0 || t.words[k-1].UPOS != report.PROPN)
	}
	k := i - 1
	return k >= 0 && d.namePart(t, s, k) && oneName(t, k, i)
}

// namePart says whether a word can be the beginning of a name that nobody knows.
func (d *doc) namePart(t *tree, s, k int) bool {
	w := &t.words[k]
	if w.UPOS != report.PROPN || !startsUpper(w.Form) || points[w.Form] || d.isRole(t, k) || d.inTime(s, k) {
		return false
	}
	m := d.mentionAt(s, k)
	return m == nil || m.kind == byUnknown
}

// oneName says whether the trees or the recogniser of names put word i into the
// name of word k before it.
func oneName(t *tree, k, i int) bool {
	w := &t.words[i]
	switch {
	case isInside(w):
		return true
	case base(w.Rel) == report.Flat:
		return t.head(i) <= k
	}
	part := t.words[k].Rel == report.Compound || t.words[k].Rel == report.Amod && t.words[k].UPOS == report.PROPN
	return part && t.head(k) >= i && t.words[t.head(k)].UPOS == report.PROPN
}

// nameGoesOn says whether a name of n words goes on behind them: "Boston Red
// Sox", "Paris Hilton". A role noun or a known name behind it ends it: "Iran
// Foreign Ministry", "Kosovo Albanians".
func (d *doc) nameGoesOn(t *tree, s, i, n int) bool {
	k := i + n
	if k >= len(t.words) || !startsUpper(t.words[k].Form) || t.words[k].UPOS != report.PROPN && t.words[k].UPOS != report.ADJ || !oneName(t, k-1, k) || d.inTime(s, k) {
		return false
	}
	for ; k < len(t.words) && startsUpper(t.words[k].Form) && (t.words[k].UPOS == report.PROPN || t.words[k].UPOS == report.NOUN); k++ {
		if d.isRole(t, k) {
			return false
		}
		if _, n := d.know.Match(d.lex.Lang, []string{t.words[k].Form}); n > 0 && d.know.GivenName(d.lex.Lang, t.words[i].Form) == 0 {
			return false
		}
	}
	return true
}

// isRole says whether a title or role noun begins at a word: "Minister",
// "Secretary of State", "Secretary-General".
func (d *doc) isRole(t *tree, k int) bool {
	if _, ok := d.roleNoun(t.words[k].Lemma, t.words[k].Form); ok {
		return true
	}
	for n := min(4, len(t.words)-k); n > 1; n-- {
		name := d.joined(t, k, n)
		if _, ok := d.lex.Roles[name]; ok {
			return true
		}
		if _, ok := d.lex.Roles[strings.ReplaceAll(name, " - ", "-")]; ok {
			return true
		}
	}
	return false
}

// isInside says whether the recogniser of names sees a word that is not the
// first of its name.
func isInside(w *report.Word) bool {
	switch w.Name {
	case report.NameIPerson, report.NameIOrg, report.NameIPlace, report.NameIOther:
		return true
	}
	return false
}

type fit uint8

const (
	unclear fit = iota
	fits
	contradicts
)

// titleFit says whether the title before a name is an office that a candidate
// held on the day, or before it where the title says so; it contradicts if it
// is an office of another state.
func (d *doc) titleFit(c *surroundings, e *knowledge.Entity) fit {
	r := c.title.role
	on := d.rep.Date
	if r.former {
		on.From = 0
	}
	if r.code == "" {
		return unclear
	}
	for _, t := range d.know.Offices(e, on) {
		if sameRole(r.code, t.Role) && (c.titleState == "" || t.Of == c.titleState || d.ofOrganisation(c, t.Of)) {
			return fits
		}
	}
	if _, owner := d.roleState(c.title); owner != nil && owner.isState() && e.State != "" && e.State != c.titleState && r.kind == "office" {
		return contradicts
	}
	return unclear
}

// ofOrganisation says whether the owner of a title is the organisation of a term.
func (d *doc) ofOrganisation(c *surroundings, of string) bool {
	_, owner := d.roleState(c.title)
	return owner != nil && owner.rec.ID == of
}

// sameRole says whether a title can be meant for an office: a president may be
// head of government, a "Ministerpräsident" of a part of a state, a minister
// one of anything.
func sameRole(title, office string) bool {
	switch title {
	case office:
		return true
	case "head_of_state":
		return office == "head_of_government" || office == "monarch"
	case "head_of_government":
		return office == "head_of_state" || office == "governor"
	case "minister":
		return strings.HasSuffix(office, "_minister")
	}
	return false
}

// survey goes through the report once, before anything is decided: which
// states its words name, and who is named in full.
func (d *doc) survey() {
	clear(d.states)
	clear(d.inFull)
	d.homeState = ""
	if d.rep.Place != "" {
		d.homeState = d.stateOfPlace(d.rep.Place)
	}
	var forms [maxName]string
	for s := range d.trees {
		ws := d.trees[s].words
		for i := 0; i < len(ws); {
			k := 0
			for ; k < maxName && i+k < len(ws); k++ {
				forms[k] = ws[i+k].Form
			}
			var n int
			d.found, n = d.know.AppendMatch(d.found[:0], d.lex.Lang, forms[:k])
			for j := range d.found {
				d.note(&d.found[j], n)
			}
			i += max(1, n)
		}
	}
	d.surveyed = true
}

// note keeps what one possible meaning of a name says of the report.
func (d *doc) note(m *knowledge.Match, n int) {
	switch {
	case m.Weak, m.Kind == knowledge.Metonym:
	case m.Entity.Type == record.TypeState:
		d.states[m.Entity.State]++
	case m.Entity.Type == record.TypePerson && m.Kind == knowledge.Short && n > 1:
		d.inFull[m.Entity] = true
	}
}
