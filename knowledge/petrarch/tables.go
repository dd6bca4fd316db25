package petrarch

import (
	"fmt"
	"sort"
	"strings"

	"depesche/knowledge"
	"depesche/record"
)

// Import turns entries into tables. Names that the knowledge base has already
// are left out: its own tables know more of them.
type Import struct {
	Tables map[string]*knowledge.Table
	Counts map[string]int // what became of the entries

	know *knowledge.Base
	ids  map[string]bool
}

// NewImport begins an import beside a knowledge base.
func NewImport(know *knowledge.Base) *Import {
	return &Import{Tables: map[string]*knowledge.Table{}, Counts: map[string]int{}, know: know, ids: map[string]bool{}}
}

// kinds are the kinds of organisation by PLOVER sector.
var kinds = map[string]string{
	"GOV": "body", "MIL": "force", "COP": "force", "SPY": "force", "JUD": "body", "LEG": "body", "OPP": "party", "PTY": "party",
	"REB": "armed", "MED": "media", "BUS": "company", "NGO": "ngo", "IGO": "igo", "REL": "church", "LAB": "ngo", "EDU": "body",
	"CVL": "people", "CRM": "armed",
}

// sectors are CAMEO's roles and international codes as PLOVER sectors, as far
// as they have another name there.
var sectors = map[string]string{
	"INS": "REB", "SEP": "REB", "RAD": "REB", "UAF": "REB", "IMG": "REB", "MNC": "BUS", "NGM": "NGO", "AGR": "BUS", "HLH": "CVL",
	"ELI": "GOV", "REF": "CVL", "DEV": "NGO", "ENV": "NGO", "HRI": "NGO", "SET": "CVL", "TOP": "GOV", "MID": "GOV", "MOD": "", "UIS": "UNK",
}

// Add takes one entry.
func (im *Import) Add(e Entry) error {
	if e.Agent {
		im.agent(e)
		return nil
	}
	names := im.newNames(e.Names)
	if len(names) == 0 {
		im.Counts["known already"]++
		return nil
	}
	state, sector, ok := im.meaning(e.Codes[len(e.Codes)-1].Value)
	switch {
	case !ok:
		im.Counts["of a code that is no state"]++
	case sector == "" && dated(e.Codes) == 0:
		knowledge.Add(im.Tables, "names.tsv", state, "en", "alias", strings.Join(names, "|"))
		im.Counts["names of states"]++
	case dated(e.Codes) > 0:
		im.person(e, names, state, sector)
	default:
		kind := kinds[sector]
		if kind == "" {
			kind = "body"
		}
		cell := strings.Join(names, "|")
		knowledge.Add(im.Tables, "organisations.tsv", im.id(names[0]), kind, sector, state, cell, cell)
		im.Counts["organisations"]++
	}
	return nil
}

// agent files a noun for people by what they do.
func (im *Import) agent(e Entry) {
	sector, _ := im.sector(e.Codes[0].Value)
	if sector == "" {
		im.Counts["agents without a sector"]++
		return
	}
	var forms []string
	for _, n := range e.Names {
		if f := knowledge.Cell(strings.ToLower(n)); f != "" {
			forms = append(forms, f)
		}
	}
	if len(forms) == 0 {
		return
	}
	knowledge.Add(im.Tables, "agents.tsv", "en", strings.Join(forms, "|"), sector)
	im.Counts["agents"]++
}

// person files somebody, and the sectors held on days as offices without a name.
func (im *Import) person(e Entry, names []string, state, sector string) {
	id := im.id(names[0])
	knowledge.Add(im.Tables, "people.tsv", id, state, "0", strings.Join(names, "|"), "", "", sector)
	im.Counts["people"]++
	for _, c := range e.Codes {
		of, sector, ok := im.meaning(c.Value)
		if !ok || of == "" || !c.Known() {
			continue
		}
		knowledge.Add(im.Tables, "offices.tsv", id, of, "other", c.From.String(), c.To.String(), "", "", "dictionary", sector)
		im.Counts["dated codes"]++
	}
}

// newNames are the names as reports write them that nobody bears yet.
func (im *Import) newNames(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		if n = knowledge.Cell(written(n)); len(n) < 2 || seen[n] || im.know.Bears("en", n) {
			continue
		}
		seen[n] = true
		out = append(out, n)
	}
	return out
}

// written is a name in capitals as a report writes it: single words of up to
// four letters are abbreviations.
func written(name string) string {
	words := strings.Fields(strings.TrimRight(name, "+"))
	if len(words) == 1 && len(words[0]) <= 4 {
		return name
	}
	for i, w := range words {
		low := strings.ToLower(w)
		switch low {
		case "of", "the", "and", "for", "in", "on", "bin", "ibn", "al", "el", "de", "da", "di", "von", "van":
			if i > 0 {
				words[i] = low
				continue
			}
		}
		words[i] = capitals(low)
	}
	return strings.Join(words, " ")
}

// capitals sets the first letter and those behind hyphens in capitals.
func capitals(w string) string {
	parts := strings.Split(w, "-")
	for i, p := range parts {
		if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}

// meaning splits a code into a state and a PLOVER sector.
func (im *Import) meaning(code string) (state, sector string, ok bool) {
	first, rest := code[:3], code[3:]
	switch first {
	case "IGO", "NGO", "NGM", "MNC", "IMG", "UIS":
		s, _ := im.sector(first)
		if st := im.state(rest); st != "" {
			state = st
		}
		return state, s, true
	}
	if state = im.state(first); state == "" {
		return "", "", false
	}
	for len(rest) >= 3 {
		if s, is := im.sector(rest[:3]); is && s != "" {
			return state, s, true
		}
		rest = rest[3:]
	}
	return state, "", true
}

func (im *Import) state(code string) string {
	if len(code) < 3 {
		return ""
	}
	code = code[:3]
	if im.know.ByCode(code) != nil {
		return code
	}
	if e := im.know.ByCodeOn("cameo", code, 0); e != nil {
		return e.State
	}
	return ""
}

func (im *Import) sector(role string) (string, bool) {
	if len(role) > 3 {
		role = role[:3]
	}
	if s, ok := sectors[role]; ok {
		return s, true
	}
	_, ok := kinds[role]
	if !ok {
		return "", false
	}
	return role, true
}

// id is a local id that is not taken.
func (im *Import) id(name string) string {
	base := "x:d-" + strings.TrimPrefix(knowledge.Slug(name), "x:")
	id := base
	for n := 2; im.ids[id] || im.know.ByID(id) != nil; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	im.ids[id] = true
	return id
}

func dated(codes []Code) int {
	n := 0
	for _, c := range codes {
		if c.Interval != (record.Interval{}) {
			n++
		}
	}
	return n
}

// Comment says on top of every table where it is from.
func (im *Import) Comment(from string) {
	for name, t := range im.Tables {
		t.Comment = name + ", imported from " + from
	}
}

// Summary lists what became of the entries.
func Summary(counts map[string]int) []string {
	var out []string
	for what, n := range counts {
		out = append(out, fmt.Sprintf("%s: %d", what, n))
	}
	sort.Strings(out)
	return out
}
