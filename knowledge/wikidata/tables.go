package wikidata

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"depesche/knowledge"
	"depesche/record"
)

// monolingual is a text and its language.
func (s *snak) monolingual() (text, lang string) {
	var v struct{ Text, Language string }
	if s.DataValue.Type != "monolingualtext" || json.Unmarshal(s.DataValue.Value, &v) != nil {
		return "", ""
	}
	return v.Text, v.Language
}

// Tables makes the tables of all that was found. What the knowledge base has
// already is left to it: lines of entities that it knows, terms of somebody in
// an office of which it has one, memberships of a pair of which it has one. On
// is the day of the dump, "" if not known: a term without an end was seen open
// then.
func (im *Import) Tables(on string) map[string]*knowledge.Table {
	t := map[string]*knowledge.Table{}
	terms := im.terms()
	inOffice := map[string]bool{}
	for _, h := range terms {
		inOffice[h.person] = true
	}
	for _, id := range slices.SortedFunc(maps.Keys(im.found), byNumber) {
		im.entity(t, id, inOffice[id])
	}
	for _, h := range terms {
		im.term(t, h, on)
	}
	im.memberships(t)
	for name, table := range t {
		table.Comment = name + ", imported from a dump of Wikidata (CC0)"
	}
	return t
}

func byNumber(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// entity writes a line of somebody or something new; of people only those who
// are in an office.
func (im *Import) entity(t map[string]*knowledge.Table, id string, inOffice bool) {
	f := im.found[id]
	en := f.en
	if en == f.de {
		en = ""
	}
	switch {
	case im.know.ByID(id) != nil:
		im.Counts[f.table+" known already"]++
		return
	case f.table == "people":
		if !inOffice {
			im.Counts["people without an office"]++
			return
		}
		knowledge.Add(t, "people.tsv", id, im.code(f.state), "1", f.de, en)
	case f.table == "places":
		state := im.code(f.state)
		if state == "" {
			im.Counts["places of no known state"]++
			return
		}
		knowledge.Add(t, "places.tsv", id, state, f.kind, strconv.Itoa(f.weight), f.de, en, f.at)
	default:
		knowledge.Add(t, "organisations.tsv", id, f.kind, f.sector, im.code(f.state), f.de, en)
	}
	im.Counts[f.table]++
}

// code is the ISO alpha-3 code of a state's item, "" if it is none.
func (im *Import) code(id string) string {
	if e := im.know.ByID(id); e != nil && e.Type == record.TypeState {
		return e.State
	}
	return ""
}

// terms are the offices that mean a role of something known, sorted, each once.
func (im *Import) terms() []held {
	var out []held
	for _, h := range im.held {
		if h.role == "" {
			p := im.positions[h.position]
			if p == nil {
				im.Counts["offices of unknown positions"]++
				continue
			}
			if h.role = im.role(p.label); h.role == "" {
				im.Counts["offices of no role"]++
				continue
			}
			if h.of == "" || im.know.ByID(h.of) == nil {
				h.of = p.of
			}
		}
		if im.know.ByID(h.of) == nil && im.taken(h.of) == nil || im.know.ByID(h.person) == nil && im.taken(h.person) == nil {
			im.Counts["offices of nobody known"]++
			continue
		}
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b held) int {
		return cmp.Or(byNumber(a.person, b.person), byNumber(a.of, b.of), cmp.Compare(a.role, b.role), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	return slices.CompactFunc(out, func(a, b held) bool {
		return a.person == b.person && a.of == b.of && a.role == b.role && a.from == b.from && a.to == b.to
	})
}

// taken is what will have a line of its own.
func (im *Import) taken(id string) *found {
	f := im.found[id]
	if f == nil || f.table == "places" && im.code(f.state) == "" {
		return nil
	}
	return f
}

// role is the role that the label of a position means, "" if none.
func (im *Import) role(label string) string {
	for _, p := range im.roles {
		for _, w := range p.words {
			if strings.Contains(label, w) {
				return p.role
			}
		}
	}
	return ""
}

func (im *Import) term(t map[string]*knowledge.Table, h held, on string) {
	of := h.of
	if code := im.code(of); code != "" {
		of = code
	}
	if p := im.know.ByID(h.person); p != nil {
		for _, x := range im.know.Offices(p, record.Interval{}) {
			if x.Of == of && x.Role == h.role {
				im.Counts["terms known already"]++
				return
			}
		}
	}
	if before(h.to, h.from) {
		im.Counts["terms that end before they start"]++
		return
	}
	seen := on
	if h.to != "" || before(on, h.from) {
		seen = ""
	}
	knowledge.Add(t, "offices.tsv", h.person, of, h.role, h.from, h.to, seen, "", "wikidata")
	im.Counts["terms"]++
}

// before says whether one EDTF date ends before another begins.
func before(a, b string) bool {
	x, errA := record.ParseEDTF(a)
	y, errB := record.ParseEDTF(b)
	return a != "" && b != "" && errA == nil && errB == nil && x.To < y.From
}

func (im *Import) memberships(t map[string]*knowledge.Table) {
	list := slices.Clone(im.members)
	slices.SortFunc(list, func(a, b membership) int {
		return cmp.Or(byNumber(a.of, b.of), byNumber(a.member, b.member), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	for _, m := range slices.Compact(list) {
		org, member := im.know.ByID(m.of), im.know.ByID(m.member)
		igo := org != nil && org.Kind == "igo" || org == nil && im.taken(m.of) != nil && im.found[m.of].kind == "igo"
		if !igo || member == nil || member.Type != record.TypeState {
			im.Counts["memberships of others than states in organisations of states"]++
			continue
		}
		if im.isMember(org, member) {
			im.Counts["memberships known already"]++
			continue
		}
		if before(m.to, m.from) {
			continue
		}
		knowledge.Add(t, "memberships.tsv", m.of, member.State, "member", m.from, m.to)
		im.Counts["memberships"]++
	}
}

func (im *Import) isMember(org, member *knowledge.Entity) bool {
	if org == nil {
		return false
	}
	for _, m := range im.know.Members(org.ID, 0) {
		if m.Member == member {
			return true
		}
	}
	return false
}
