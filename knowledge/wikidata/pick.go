package wikidata

import (
	_ "embed"
	"fmt"
	"strings"

	"depesche/knowledge"
)

//go:embed roles.tsv
var rolesTable string

//go:embed classes.tsv
var classesTable string

// class is what instances of a class become.
type class struct{ table, kind, sector string }

// Import gathers what a dump says until it can be written: items point to each
// other in no order.
type Import struct {
	know    *knowledge.Base
	classes map[string]class
	roles   []rolePattern

	found     map[string]*found    // people, organisations, places
	positions map[string]*position // offices
	held      []held
	members   []membership
	Counts    map[string]int // what was found and what became of it
}

type rolePattern struct {
	words []string
	role  string // "" for a label that means no role
}

// found is a person, organisation or place of the dump.
type found struct {
	class
	state, de, en, at string
	weight            int
}

// position is an office as an item of its own.
type position struct{ label, of string }

// held is somebody in an office: of a position, or of a state or organisation
// with a role.
type held struct{ person, position, of, role, from, to string }

type membership struct{ member, of, from, to string }

// maxFound is how much is kept in memory at most.
const maxFound = 8 << 20

// NewImport begins an import beside a knowledge base.
func NewImport(know *knowledge.Base) (*Import, error) {
	im := &Import{know: know, classes: map[string]class{}, found: map[string]*found{}, positions: map[string]*position{}, Counts: map[string]int{}}
	err := rows("classes.tsv", classesTable, 4, func(c []string) {
		im.classes[c[0]] = class{c[1], c[2], c[3]}
	})
	if err != nil {
		return nil, err
	}
	return im, rows("roles.tsv", rolesTable, 2, func(c []string) {
		im.roles = append(im.roles, rolePattern{strings.Split(c[0], "|"), c[1]})
	})
}

func rows(name, table string, columns int, do func([]string)) error {
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			return fmt.Errorf("wikidata/%s:%d: %d columns, want %d", name, n+1, len(cells), columns)
		}
		for i, c := range cells {
			if c == "-" {
				cells[i] = ""
			}
		}
		do(cells)
	}
	return nil
}

// add takes one item.
func (im *Import) add(e *entity) error {
	im.Counts["items"]++
	for _, id := range e.items("P31") {
		c, ok := im.classes[id]
		if id == "Q4164871" { // position
			im.position(e)
		}
		if ok {
			im.take(e, c)
			break
		}
	}
	if len(e.Claims["P1001"]) > 0 {
		im.position(e)
	}
	im.offices(e)
	for _, c := range e.of("P463") {
		if of := c.MainSnak.item(); of != "" {
			im.members = append(im.members, membership{e.ID, of, c.qualifier("P580").date(), c.qualifier("P582").date()})
		}
	}
	if len(im.found)+len(im.held)+len(im.members)+len(im.positions) > maxFound {
		return fmt.Errorf("more than %d facts: filter the dump first", maxFound)
	}
	return nil
}

// position keeps an office: its label says which, its jurisdiction or country
// of what.
func (im *Import) position(e *entity) {
	of := e.first("P1001")
	if of == "" {
		of = e.first("P17")
	}
	if label := e.Labels["en"].Value; label != "" && of != "" {
		im.positions[e.ID] = &position{strings.ToLower(label), of}
	}
}

// take keeps a person, organisation or place by its names.
func (im *Import) take(e *entity, c class) {
	f := &found{class: c, de: names(e, "de", c.kind), en: names(e, "en", c.kind)}
	if f.de == "" {
		f.de = f.en
	}
	if f.de == "" {
		return
	}
	f.state = e.first("P17")
	if c.table == "people" {
		f.state = e.first("P27")
	}
	for _, p := range e.of("P1082") {
		f.weight = max(f.weight, p.MainSnak.quantity()/1000)
	}
	for _, p := range e.of("P625") {
		f.at = p.MainSnak.coordinates()
	}
	im.found[e.ID] = f
}

// offices keeps who holds what: P39 says it of a person, P35 and P6 of a state.
func (im *Import) offices(e *entity) {
	for _, c := range e.of("P39") {
		if p := c.MainSnak.item(); p != "" {
			of := c.qualifier("P1001").item()
			if of == "" {
				of = c.qualifier("P642").item()
			}
			im.held = append(im.held, held{person: e.ID, position: p, of: of, from: c.qualifier("P580").date(), to: c.qualifier("P582").date()})
		}
	}
	for property, role := range map[string]string{"P35": "head_of_state", "P6": "head_of_government"} {
		for _, c := range e.of(property) {
			if p := c.MainSnak.item(); p != "" {
				im.held = append(im.held, held{person: p, of: e.ID, role: role, from: c.qualifier("P580").date(), to: c.qualifier("P582").date()})
			}
		}
	}
}

// maxNames is how many names of one language are taken.
const maxNames = 8

// names are the label, the official names and the aliases of a language, for a
// cell of a table. Aliases of people need a first name too.
func names(e *entity, lang, kind string) string {
	var out []string
	add := func(s string) {
		s = knowledge.Cell(s)
		if s == "" || len(out) == maxNames || len(s) > 120 || len(out) > 0 && (kind == "person" && !strings.Contains(s, " ") || strings.ToLower(s) == s) {
			return
		}
		for _, o := range out {
			if o == s {
				return
			}
		}
		out = append(out, s)
	}
	add(e.Labels[lang].Value)
	if len(out) == 0 {
		return ""
	}
	for _, c := range e.of("P1448") {
		if text, l := c.MainSnak.monolingual(); l == lang {
			add(text)
		}
	}
	for _, a := range e.Aliases[lang] {
		add(a.Value)
	}
	return strings.Join(out, "|")
}
