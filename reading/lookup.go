package reading

import (
	_ "embed"
	"strings"
	"sync"

	"depesche/knowledge"
	"depesche/record"
	"depesche/report"
)

// hit is what the knowledge base says of a run of words.
type hit struct {
	entity *knowledge.Entity
	kind   mentionKind
	sector string
	metonym,
	weak bool
	why evidence
}

// maxName is the longest name that is looked up, in words.
const maxName = 9

// lookup finds the longest known name that starts at word i of a sentence.
func (d *doc) lookup(s, i int) (hit, int) {
	t := &d.trees[s]
	var forms [maxName]string
	n := 0
	for k := i; k < len(t.words) && n < maxName; k++ {
		forms[n] = t.words[k].Form
		n++
	}
	all := forms[:n]
	d.found, n = d.know.AppendMatch(d.found[:0], d.lex.Lang, all)
	n = d.matchJoined(all, n)
	if n == 0 {
		if h, ok := d.ellipsis(t, i); ok {
			return h, 1
		}
		return d.region(t.words[i].Form)
	}
	m, why := d.choose(s, i, n, d.found)
	if m == nil {
		return hit{}, 0
	}
	return hit{m.Entity, kindOfName(m), m.Sector, m.Kind == knowledge.Metonym, m.Weak, why}, n
}

// ellipsis reads the first of two names that share their end: "North and South
// Korea", "Nord- und Südkorea".
func (d *doc) ellipsis(t *tree, i int) (hit, bool) {
	if i+2 >= len(t.words) || t.words[i+1].UPOS != report.CCONJ {
		return hit{}, false
	}
	first := strings.TrimSuffix(t.words[i].Form, "-")
	var forms []string
	switch d.lex.Lang {
	case "en":
		if i+3 >= len(t.words) || !points[first] || !points[t.words[i+2].Form] {
			return hit{}, false
		}
		forms = []string{first, t.words[i+3].Form}
	case "de":
		for _, p := range compass {
			if rest, ok := strings.CutPrefix(t.words[i+2].Form, p); ok && first != t.words[i].Form {
				forms = []string{first + rest}
				break
			}
		}
	}
	if forms == nil {
		return hit{}, false
	}
	ms, n := d.know.Match(d.lex.Lang, forms)
	for k := range ms {
		if n == len(forms) && ms[k].Entity.Type == record.TypeState {
			return hit{entity: ms[k].Entity, kind: byName}, true
		}
	}
	return hit{}, false
}

// points are the English words for the points of the compass in names.
var points = map[string]bool{"North": true, "South": true, "East": true, "West": true}

// compass are the prefixes of German names for parts of states.
var compass = [...]string{"Nordost", "Nordwest", "Südost", "Südwest", "Nord", "Süd", "Ost", "West", "Zentral", "Mittel"}

// region reads "Ostukraine", "Nordsyrien": the state that the part belongs to.
func (d *doc) region(form string) (hit, int) {
	if d.lex.Lang != "de" || len(form) < 7 {
		return hit{}, 0
	}
	for _, p := range compass {
		rest, ok := strings.CutPrefix(form, p)
		if !ok || len(rest) < 4 {
			continue
		}
		ms, n := d.know.Match("de", []string{capitalise(strings.TrimPrefix(rest, "-"))})
		for k := range ms {
			if n == 1 && ms[k].Entity.Type == record.TypeState && !ms[k].Weak {
				return hit{entity: ms[k].Entity, kind: kindOfName(&ms[k])}, 1
			}
		}
	}
	return hit{}, 0
}

func kindOfName(m *knowledge.Match) mentionKind {
	switch m.Kind {
	case knowledge.Adjective:
		return byAdj
	case knowledge.Demonym:
		return byDemonym
	}
	return byName
}

// counts says whether an article, an adjective or a number stands before a
// word: people rather than a state of the same name ("Polen").
func (d *doc) counts(t *tree, i int) bool {
	if i == 0 {
		return false
	}
	switch t.words[i-1].UPOS {
	case report.DET, report.ADJ, report.NUM:
		return true
	}
	_, ok := d.lex.Numbers[lower(t.words[i-1].Form)]
	return ok
}

// afterPlacePrep says whether a preposition of place stands right before.
func afterPlacePrep(t *tree, i int) bool {
	if i == 0 {
		return false
	}
	switch lower(t.words[i-1].Form) {
	case "in", "nach", "aus", "bei", "nahe", "near", "from", "outside", "at", "around", "um", "vor":
		return true
	}
	return false
}

// inOffice says whether a person held a known office about the report's time.
func (d *doc) inOffice(e *knowledge.Entity) bool {
	if !d.rep.Date.Known() {
		return e.Weight > 1
	}
	return len(d.know.Offices(e, d.rep.Date)) > 0
}

// known is the report's entity for a hit. A metonym acts as the state's
// government and is a place otherwise.
func (d *doc) known(h hit) *entity {
	rec := h.entity.Record(d.lex.Lang)
	if e, ok := d.byID[rec.ID]; ok {
		return e
	}
	if h.sector != "" && rec.Type != record.TypeState {
		rec.Sector = h.sector
	}
	e := d.entity(rec)
	e.capital = h.metonym || h.entity.Kind == "capital"
	if e.isPerson() {
		e.surname = lastWord(rec.Name)
		d.fillOffice(e, h.entity)
	}
	if h.kind == byDemonym {
		e.plural = false
	}
	return e
}

// fillOffice gives a person the state, sector and role of the office held on
// the report's day, else of the best-known one.
func (d *doc) fillOffice(e *entity, k *knowledge.Entity) {
	terms := d.know.Offices(k, d.rep.Date)
	if !d.rep.Date.Known() || len(terms) == 0 {
		return
	}
	t := terms[len(terms)-1]
	e.rec.Role = t.Role
	if len(t.Of) == 3 {
		e.rec.State = t.Of
	} else if o := d.know.ByID(t.Of); o != nil && o.Sector == "IGO" {
		e.rec.State = ""
	}
	if t.Sector != "" {
		e.rec.Sector = t.Sector
	}
}

// stateOf is the report's entity of the state that e is or belongs to.
func (d *doc) stateOf(e *entity) *entity {
	if e.isState() {
		return e
	}
	if e.rec.State == "" {
		return nil
	}
	return d.stateByCode(e.rec.State)
}

func (d *doc) stateByCode(code string) *entity {
	k := d.know.ByCode(code)
	if k == nil {
		return nil
	}
	return d.entity(k.Record(d.lex.Lang))
}

// stateOfPlace is the ISO code of the state in which a dateline's place lies:
// of several places of the name the one with the most people.
func (d *doc) stateOfPlace(place string) string {
	ms, n := d.know.Match(d.lex.Lang, strings.Fields(place))
	if n == 0 {
		return ""
	}
	best := ms[0].Entity
	for _, m := range ms[1:] {
		if m.Entity.Type == record.TypePlace && (best.Type == record.TypePerson || best.Type == record.TypePlace && m.Entity.Weight > best.Weight) {
			best = m.Entity
		}
	}
	return best.State
}

// holderOf is the person who alone held the office in the report's time; where
// there are two the one whose title the role noun means ("der iranische
// Präsident").
func (d *doc) holderOf(state, code, lemma string) *entity {
	list := d.know.Holder(state, code, d.rep.Date)
	if len(list) > 1 {
		list = d.byTitle(d.know.HolderTerms(state, code, d.rep.Date), lemma)
	}
	if len(list) != 1 {
		return nil
	}
	return d.known(hit{entity: list[0], kind: byName})
}

// byTitle are those of several holders whose title a role noun means.
func (d *doc) byTitle(terms []knowledge.Term, lemma string) []*knowledge.Entity {
	var out []*knowledge.Entity
	for _, t := range terms {
		if officeTitles()[officeTitle{d.lex.Lang, lemma}] == t.Title && t.Title != "" && (len(out) == 0 || out[len(out)-1] != t.Person) {
			out = append(out, t.Person)
		}
	}
	return out
}

type officeTitle struct{ lang, lemma string }

//go:embed titles.tsv
var titlesTable string

// officeTitles gives the title that a role noun means: titles.tsv.
var officeTitles = sync.OnceValue(func() map[officeTitle]string {
	out := map[officeTitle]string{}
	for line := range strings.SplitSeq(titlesTable, "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || line[0] == '#' {
			continue
		}
		for i, lang := range [...]string{"de", "en"} {
			for lemma := range strings.SplitSeq(cells[1+i], "|") {
				out[officeTitle{lang, lemma}] = cells[0]
			}
		}
	}
	return out
})

// prefixEntity is the entity that the first part of a compound names.
func (d *doc) prefixEntity(prefix string) *entity {
	ms := d.know.CompoundPrefix(d.lex.Lang, prefix)
	if len(ms) == 0 {
		return nil
	}
	best := &ms[0]
	for k := range ms {
		if d.likelier(&ms[k], best) {
			best = &ms[k]
		}
	}
	return d.known(hit{entity: best.Entity, sector: best.Sector, metonym: best.Kind == knowledge.Metonym})
}

// likelier says whether the first part of a compound rather means one than
// another: a state, then an organisation, then one of a state that the report
// names more often ("Grünen-Chef").
func (d *doc) likelier(a, b *knowledge.Match) bool {
	rank := func(m *knowledge.Match) int {
		switch m.Entity.Type {
		case record.TypeState:
			return 2
		case record.TypeOrganisation:
			return 1
		}
		return 0
	}
	if x, y := rank(a), rank(b); x != y {
		return x > y
	}
	count := func(m *knowledge.Match) int {
		n := d.states[m.Entity.State]
		if m.Entity.State != "" && m.Entity.State == d.homeState {
			n += 3
		}
		return n
	}
	return count(a) > count(b)
}
