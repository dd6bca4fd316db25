package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

type person struct {
	id, state, name, surname string // surname only where it is not the last word
	weight                   int
	also                     []string // other spellings
}

type term struct {
	person, of, role, from, to, seen, title, source string
}

// sole says that one person at a time holds the role in a state.
func sole(t *term) bool {
	switch t.role {
	case "head_of_government", "foreign_minister", "defence_minister", "finance_minister", "interior_minister":
		return t.of != "IRQ" && t.of != "LBY" && t.of != "YEM"
	case "head_of_state":
		return t.of != "CHE" && t.of != "BIH" && t.of != "SMR" && t.of != "AND" && t.of != "IRN" && t.of != "LBY" && t.of != "YEM"
	}
	return false
}

// hand is what the tables written by hand say already.
type hand struct {
	people map[string]bool   // ids
	byName map[string]string // state + "\t" + folded name → id
	series map[string]bool   // of + role: the whole series is written by hand
	list   []*term

	byOffice map[string][]*term // of + role
	denied   map[string]bool    // person + of + role: what a source has wrongly
}

func (g *gen) readHand() error {
	h := hand{people: map[string]bool{}, byName: map[string]string{}, series: map[string]bool{}, byOffice: map[string][]*term{}, denied: map[string]bool{}}
	people, err := handTables(g.to, "people*.tsv")
	if err != nil {
		return err
	}
	for _, file := range people {
		err := eachLine(file, func(c []string) error {
			h.people[c[0]] = true
			for _, col := range c[3:min(5, len(c))] {
				for name := range strings.SplitSeq(col, "|") {
					h.byName[c[1]+"\t"+key(name)] = c[0]
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	offices, err := handTables(g.to, "offices*.tsv")
	if err != nil {
		return err
	}
	for _, file := range offices {
		err := eachLine(file, func(c []string) error {
			if len(c) < 4 {
				return fmt.Errorf("%d columns", len(c))
			}
			for len(c) < 6 {
				c = append(c, "")
			}
			t := &term{person: c[0], of: c[1], role: c[2], from: c[3], to: c[4]}
			h.list = append(h.list, t)
			h.byOffice[t.of+"\t"+t.role] = append(h.byOffice[t.of+"\t"+t.role], t)
			return nil
		})
		if err != nil {
			return err
		}
	}
	err = eachLine(filepath.Join(g.to, "series.tsv"), func(c []string) error {
		h.series[strings.Join(strings.Fields(c[0]), "\t")] = true
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	err = eachLine(filepath.Join(g.to, "deny.tsv"), func(c []string) error {
		h.denied[strings.Join(c[:3], "\t")] = true
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	g.hand = h
	return nil
}

// handTables lists the tables of a pattern but the generated one.
func handTables(dir, pattern string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	var out []string
	for _, f := range files {
		if !strings.HasSuffix(f, "-generated.tsv") {
			out = append(out, f)
		}
	}
	return out, err
}

// key folds a name for comparison: letters only, lower case, without marks.
func key(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if t, ok := marks[r]; ok {
			b.WriteString(t)
		} else if r >= 'a' && r <= 'z' || r == ' ' {
			b.WriteRune(r)
		} else if r == '-' {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

var marks = func() map[rune]string {
	m := map[rune]string{}
	for _, p := range strings.Fields("aàáâãäåāăąảạấầ cçćĉċč dďđ eèéêëēėęěếềệə gĝğġģ hĥħ iìíîïĩīĭįı kķ lĺļľł nñńņň oòóôõöøōőơ rŕŗř sśŝşšșß tţťțţ uùúûüũūŭůűųư yýÿ zźżž") {
		r := []rune(p)
		for _, x := range r[1:] {
			m[x] = string(r[0])
		}
	}
	return m
}()

// join makes one term of those of a person in an office that touch.
func (g *gen) join() {
	sort.SliceStable(g.terms, func(i, j int) bool {
		a, b := g.terms[i], g.terms[j]
		if x, y := a.person+a.of+a.role, b.person+b.of+b.role; x != y {
			return x < y
		}
		if a.from != b.from {
			return a.from < b.from
		}
		return a.to > b.to // open ends, "", last
	})
	var out []*term
	for _, t := range g.terms {
		if n := len(out); n > 0 {
			p := out[n-1]
			same := p.person == t.person && p.of == t.of && p.role == t.role
			if same && p.from == t.from && p.to != "" {
				continue
			}
			if same && (p.to == "" || touches(p.to, t.from)) {
				if p.to == "" && t.to == "" || p.to != "" && (t.to == "" || t.to > p.to) {
					p.to = t.to
				} else if p.to == "" && t.to != "" {
					p.to = t.to
				}
				continue
			}
		}
		out = append(out, t)
	}
	g.terms = out
}

// touches says that a term that ends so goes on in one that starts so; years
// and months compare by their shorter form.
func touches(end, start string) bool {
	n := min(len(end), len(start))
	if start[:n] <= end[:n] {
		return true
	}
	var y1, m1, d1, y2, m2, d2 int
	if a, _ := fmt.Sscanf(end, "%d-%d-%d", &y1, &m1, &d1); a != 3 {
		return false
	}
	if a, _ := fmt.Sscanf(start, "%d-%d-%d", &y2, &m2, &d2); a != 3 {
		return false
	}
	return (y2*372+m2*31+d2)-(y1*372+m1*31+d1) <= 3
}

// says that the tables written by hand have a term: the whole series, the same
// person in the office at the time, or, of an office that one person holds,
// somebody else through most of it.
func (h *hand) says(t *term) bool {
	if h.series[t.of+"\t"+t.role] {
		return true
	}
	covered := 0
	for _, o := range h.byOffice[t.of+"\t"+t.role] {
		days := common(t, o)
		if o.person == t.person && days >= 0 {
			return true
		}
		covered += max(days, 0)
	}
	return sole(t) && 2*covered > length(t)
}

// closeOpen ends terms left open where somebody else has held the office since.
func (g *gen) closeOpen() {
	all := map[string][]*term{}
	for _, t := range append(append([]*term{}, g.terms...), g.hand.list...) {
		all[t.of+"\t"+t.role] = append(all[t.of+"\t"+t.role], t)
	}
	for _, t := range g.terms {
		if t.to != "" || !sole(t) {
			continue
		}
		next := ""
		for _, o := range all[t.of+"\t"+t.role] {
			if o.person != t.person && o.from > t.from && len(o.from) >= 4 && (next == "" || o.from < next) {
				next = o.from
			}
		}
		if t.to = next; next != "" {
			t.seen = successor
		}
	}
}

// trim makes terms of an office that one person holds follow each other: one
// that goes on past the start of the next ends there (the Factbook gives the day
// on which it first saw somebody else), and one that lies inside another's, a
// deputy's under the wrong label, is left out. Two weeks are left to both.
func (g *gen) trim() {
	all := map[string][]*term{}
	for _, t := range append(g.terms[:len(g.terms):len(g.terms)], g.hand.list...) {
		all[t.of+"\t"+t.role] = append(all[t.of+"\t"+t.role], t)
	}
	kept := g.terms[:0]
	for _, t := range g.terms {
		if !sole(t) || t.to == "" || g.fits(t, all[t.of+"\t"+t.role]) {
			kept = append(kept, t)
		}
	}
	g.terms = kept
}

const handover = 14 // days

// fits cuts a term at the start of the next; false where it lies inside one.
func (g *gen) fits(t *term, others []*term) bool {
	from, to := bounds(t)
	for _, o := range others {
		if o.person == t.person || common(t, o) <= handover {
			continue
		}
		start, end := bounds(o)
		if start <= from && end >= to && length(t) < length(o) {
			return false
		}
		if start > from && end >= to {
			t.to, t.seen = o.from, successor
			_, to = bounds(t)
		}
	}
	return true
}

// dropDenied drops the terms that deny.tsv names: person, state, role.
func (g *gen) dropDenied() {
	kept := g.terms[:0]
	for _, t := range g.terms {
		if !g.hand.denied[t.person+"\t"+t.of+"\t"+t.role] {
			kept = append(kept, t)
		}
	}
	g.terms = kept
}

// successor in the place of the day a term was last seen says that its end is
// where the next one begins.
const successor = "successor"

// writePeople writes people-generated.tsv and offices-generated.tsv.
func (g *gen) writePeople() error {
	g.join()
	g.dropDenied()
	g.closeOpen()
	g.trim()
	used := map[string]bool{}
	var terms, people []string
	for _, t := range g.terms {
		if g.hand.says(t) || t.to != "" && t.to < "1990" {
			continue
		}
		if t.to != "" {
			if t.seen != successor {
				t.seen = ""
			}
			if t.to < t.from[:min(len(t.from), len(t.to))] {
				continue
			}
		}
		used[t.person] = true
		if p := g.people[t.person]; p != nil && (t.role == "head_of_state" || t.role == "head_of_government") && t.title != "Governor-General" {
			p.weight = 1
		}
		terms = append(terms, strings.Join([]string{t.person, t.of, t.role, t.from, t.to, t.seen, t.title, t.source}, "\t"))
	}
	for id := range used {
		p := g.people[id]
		if p == nil || g.hand.people[id] {
			continue
		}
		de := p.name
		en := ""
		if t := german(p.name, p.state); t != "" {
			de, en = t+"|"+p.name, p.name
		}
		for _, name := range p.also {
			if en == "" {
				en = p.name
			}
			en += "|" + name
		}
		people = append(people, strings.Join([]string{p.id, p.state, fmt.Sprint(p.weight), de, en, p.surname}, "\t"))
	}
	byState := func(rows []string, col int) {
		sort.Slice(rows, func(i, j int) bool {
			a, b := strings.Split(rows[i], "\t"), strings.Split(rows[j], "\t")
			if a[1] != b[1] {
				return a[1] < b[1]
			}
			if a[col] != b[col] {
				return a[col] < b[col]
			}
			return rows[i] < rows[j]
		})
	}
	byState(terms, 2)
	byState(people, 3)
	sources := "Sources: rows of Wikidata (CC0) collected by every-politician-scrapers = wd; The World Factbook (public domain) = wfb;\nArchigos 4.1, Goemans, Gleditsch and Chiozza (CC BY 4.0 through manystates) = arch."
	if err := g.write("people-generated.tsv", "id  state  weight  de  en  surname\n"+sources, people); err != nil {
		return err
	}
	return g.write("offices-generated.tsv", "person  of  role  from  to  seen  title  source\n"+sources, terms)
}
