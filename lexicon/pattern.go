package lexicon

import (
	"fmt"
	"strings"
)

// Kind is the kind of word that a pattern stands for.
type Kind byte

// The kinds: verb, noun, adjective (participles and adverbs included).
const (
	Verb      Kind = 'V'
	Noun      Kind = 'N'
	Adjective Kind = 'A'
)

// Pattern is a word and what must stand around it. See docs/lexicon.md.
type Pattern struct {
	Text   string // as written in the table
	Lemmas []string
	Kind   Kind
	Conds  []Cond
}

// Cond is one condition on a slot of the word. With neither Lemmas nor Sort
// the slot must merely be filled.
type Cond struct {
	Not    bool     // the condition must not hold
	Slot   Slot     // "refl" and "neg" are conditions on the word itself
	Or     []Slot   // other slots that will do: "auf|gegen"
	Lemmas []string // one of these lemmas, classes already resolved
	Sort   string   // actor, person, state, org, group, place, thing
}

var sorts = map[string]bool{"actor": true, "person": true, "state": true, "org": true, "group": true, "place": true, "thing": true,
	"official": true, "abroad": true}

// parsePattern reads "lemma|lemma/K[cond,cond]".
func parsePattern(s string, classes map[string][]string) (Pattern, error) {
	p := Pattern{Text: s}
	head, conds := s, ""
	if i := strings.IndexByte(s, '['); i >= 0 {
		if !strings.HasSuffix(s, "]") {
			return p, fmt.Errorf("pattern %q: no closing bracket", s)
		}
		head, conds = s[:i], s[i+1:len(s)-1]
	}
	i := strings.LastIndexByte(head, '/')
	if i < 1 || i != len(head)-2 {
		return p, fmt.Errorf("pattern %q: want lemma/V, lemma/N or lemma/A", s)
	}
	p.Kind = Kind(head[i+1])
	if p.Kind != Verb && p.Kind != Noun && p.Kind != Adjective {
		return p, fmt.Errorf("pattern %q: kind %q: want V, N or A", s, head[i+1:])
	}
	p.Lemmas = strings.Split(head[:i], "|")
	if conds == "" {
		return p, nil
	}
	for c := range strings.SplitSeq(conds, ",") {
		cond, err := parseCond(strings.TrimSpace(c), classes)
		if err != nil {
			return p, fmt.Errorf("pattern %q: %w", s, err)
		}
		p.Conds = append(p.Conds, cond)
	}
	return p, nil
}

func parseCond(s string, classes map[string][]string) (Cond, error) {
	var c Cond
	c.Not = strings.HasPrefix(s, "!")
	s = strings.TrimPrefix(s, "!")
	if slot, lemmas, ok := strings.Cut(s, "="); ok {
		c.Slot = Slot(slot)
		for l := range strings.SplitSeq(lemmas, "|") {
			if !strings.HasPrefix(l, "@") {
				c.Lemmas = append(c.Lemmas, l)
				continue
			}
			members, ok := classes[l]
			if !ok {
				return c, fmt.Errorf("no class %s in classes.tsv", l)
			}
			c.Lemmas = append(c.Lemmas, members...)
		}
	} else if slot, sort, ok := strings.Cut(s, ":"); ok {
		c.Slot, c.Sort = Slot(slot), sort
		if !sorts[sort] {
			return c, fmt.Errorf("no sort %q: want actor, person, official, state, org, group, place, abroad or thing", sort)
		}
	} else {
		c.Slot = Slot(s)
	}
	for i, alt := range strings.Split(string(c.Slot), "|") {
		if alt == "" {
			return c, fmt.Errorf("condition without a slot")
		}
		if i == 0 {
			c.Slot = Slot(alt)
		} else {
			c.Or = append(c.Or, Slot(alt))
		}
	}
	return c, nil
}

// Weight orders patterns of one word: the more specific first.
func (p *Pattern) Weight() int {
	w := 0
	for _, c := range p.Conds {
		switch {
		case len(c.Lemmas) > 0 && !c.Not:
			w += 4
		case c.Sort != "" && !c.Not:
			w += 3
		case c.Not:
			w++
		default:
			w += 2
		}
	}
	return w
}
