package timex

import (
	"fmt"
	"io/fs"
	"strconv"
)

// grammar is the compiled words.tsv and rules.tsv of a language.
type grammar struct {
	words          *vocabulary
	classes        []class
	classByName    map[string]int
	categories     []category
	categoryByName map[string]int
	nounsUpper     bool // the language writes nouns with a capital
	timex, block   int  // the categories that Read looks for
}

// class is a set of words of one kind, each with its value.
type class struct {
	name    string
	entries map[int32][]entry // by the first atom
}

type entry struct {
	words []literal
	value value
}

// category is a set of rules that give the same kind of thing.
type category struct {
	name  string
	rules []*rule
	first idSet
}

// rule is one line of rules.tsv.
type rule struct {
	line    line
	items   []item
	meaning *meaning
	guard   guard
	first   idSet
}

// idSet is a set of numbers of the vocabulary.
type idSet []uint64

func (s idSet) has(id int32) bool { return s[id>>6]>>(id&63)&1 != 0 }
func (s idSet) add(id int32)      { s[id>>6] |= 1 << (id & 63) }

// merge adds the other set and says whether that added anything.
func (s idSet) merge(o idSet) bool {
	grown := false
	for i := range s {
		if s[i]|o[i] != s[i] {
			s[i] |= o[i]
			grown = true
		}
	}
	return grown
}

// loadGrammar reads the tables of a language's folder.
func loadGrammar(files fs.FS, dir string) (*grammar, error) {
	g := &grammar{words: newVocabulary(), classByName: make(map[string]int), categoryByName: make(map[string]int)}
	if err := g.loadWords(files, dir+"/words.tsv"); err != nil {
		return nil, err
	}
	if err := g.loadRules(files, dir+"/rules.tsv"); err != nil {
		return nil, err
	}
	var ok bool
	if g.timex, ok = g.categoryByName["timex"]; !ok {
		return nil, fmt.Errorf("%s/rules.tsv: no rule of category timex", dir)
	}
	if g.block, ok = g.categoryByName["block"]; !ok {
		return nil, fmt.Errorf("%s/rules.tsv: no rule of category block", dir)
	}
	return g, nil
}

// loadWords reads class, form and value. The class "compound" is no class of
// words: its form and value name two classes whose words may be written as one.
func (g *grammar) loadWords(files fs.FS, name string) error {
	lines, err := readTable(files, name, 2, 3)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.cell(0) == "compound" {
			continue
		}
		i, ok := g.classByName[l.cell(0)]
		if !ok {
			i = len(g.classes)
			g.classByName[l.cell(0)] = i
			g.classes = append(g.classes, class{name: l.cell(0), entries: make(map[int32][]entry)})
		}
		words := g.literals(l.cell(1))
		if len(words) == 0 {
			return l.errorf("no form")
		}
		e := entry{words: words, value: value{s: l.cell(2)}}
		if n, err := strconv.Atoi(l.cell(2)); err == nil {
			e.value = value{n: n}
		}
		g.classes[i].entries[words[0].id] = append(g.classes[i].entries[words[0].id], e)
	}
	for _, l := range lines {
		if l.cell(0) == "compound" {
			if err := g.compound(lines, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// compound lets every word of one class be written together with every word of
// another: "Montag" and "abend".
func (g *grammar) compound(lines []line, l line) error {
	heads, tails := 0, 0
	for _, h := range lines {
		if h.cell(0) != l.cell(1) {
			continue
		}
		heads++
		for _, t := range lines {
			if t.cell(0) != l.cell(2) {
				continue
			}
			tails++
			head, tail := string(lower(nil, h.cell(1))), string(lower(nil, t.cell(1)))
			if tail[0] == '=' {
				tail = tail[1:]
			}
			if _, ok := g.words.ids[head+tail]; !ok {
				g.words.split[head+tail] = [2]int{len(head), len(head)}
			}
		}
	}
	if heads == 0 || tails == 0 {
		return l.errorf("no words of class %q or %q", l.cell(1), l.cell(2))
	}
	return nil
}

// loadRules reads category, pattern, meaning, guard, example and the example's
// value.
func (g *grammar) loadRules(files fs.FS, name string) error {
	lines, err := readTable(files, name, 3, 6)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if _, ok := g.classByName[l.cell(0)]; ok {
			return l.errorf("category %q is a class of words already", l.cell(0))
		}
		if _, ok := g.categoryByName[l.cell(0)]; !ok {
			g.categoryByName[l.cell(0)] = len(g.categories)
			g.categories = append(g.categories, category{name: l.cell(0)})
		}
	}
	for _, l := range lines {
		r := &rule{line: l}
		if r.items, err = g.parsePattern(l.cell(1)); err != nil {
			return l.errorf("pattern: %w", err)
		}
		if r.meaning, err = parseMeaning(l.cell(2), r.captures, g.known); err != nil {
			return l.errorf("meaning: %w", err)
		}
		if name := l.cell(3); name != "" {
			if r.guard = guards[name]; r.guard == nil {
				return l.errorf("no guard %q", name)
			}
		}
		c := &g.categories[g.categoryByName[l.cell(0)]]
		c.rules = append(c.rules, r)
	}
	return nil
}

func (r *rule) captures(name string) bool {
	for i := range r.items {
		if r.items[i].name == name && name != "" {
			return true
		}
	}
	return false
}

func (g *grammar) known(name string) bool {
	_, class := g.classByName[name]
	_, category := g.categoryByName[name]
	return class || category
}

// firstSets works out with which atoms each rule and category can begin, and
// refuses rules that could come back to their own category without an atom.
func (g *grammar) firstSets() error {
	size := (g.words.size() + 63) / 64
	for i := range g.categories {
		g.categories[i].first = make(idSet, size)
		for _, r := range g.categories[i].rules {
			r.first = make(idSet, size)
		}
	}
	for grown := true; grown; {
		grown = false
		for i := range g.categories {
			for _, r := range g.categories[i].rules {
				g.firstOf(r)
				grown = g.categories[i].first.merge(r.first) || grown
			}
		}
	}
	for i := range g.categories {
		if err := g.leftRecursive(i, i, make([]bool, len(g.categories))); err != nil {
			return err
		}
	}
	return nil
}

// firstOf adds to the rule's set what its first items can begin with.
func (g *grammar) firstOf(r *rule) {
	for i := range r.items {
		it := &r.items[i]
		switch it.kind {
		case itemWords:
			for _, w := range it.words {
				r.first.add(w[0].id)
			}
		case itemDigits:
			r.first.add(idDigits)
		case itemClass:
			for id := range g.classes[it.index].entries {
				r.first.add(id)
			}
		case itemCategory:
			r.first.merge(g.categories[it.index].first)
		default:
			continue
		}
		if !it.optional {
			return
		}
	}
}

// leftRecursive says which rule of c begins with the category target.
func (g *grammar) leftRecursive(target, c int, seen []bool) error {
	if seen[c] {
		return nil
	}
	seen[c] = true
	for _, r := range g.categories[c].rules {
		for i := range r.items {
			it := &r.items[i]
			if it.kind == itemCategory {
				if it.index == target {
					return r.line.errorf("a rule of %q begins with itself", g.categories[target].name)
				}
				if err := g.leftRecursive(target, it.index, seen); err != nil {
					return err
				}
			}
			if it.kind != itemOpen && it.kind != itemClose && !it.optional {
				break
			}
		}
	}
	return nil
}
