package reading

import "depesche/record"

// sharedName takes the first part of two names that share their last word:
// "North and South Korea". It says how many words it took.
func (d *doc) sharedName(s, i int) int {
	t := &d.trees[s]
	if d.lex.Lang != "en" || i+3 >= len(t.words) || lower(t.words[i+1].Form) != "and" || !startsUpper(t.words[i].Form) {
		return 0
	}
	_, n := d.lookup(t, i+2)
	if n < 2 {
		return 0
	}
	last := t.words[i+1+n].Form
	ms, k := d.know.Match(d.lex.Lang, []string{t.words[i].Form, last})
	if k != 2 {
		return 0
	}
	for j := range ms {
		if ms[j].Entity.Type != record.TypeState {
			continue
		}
		e := d.known(hit{entity: ms[j].Entity, kind: byName})
		e.seen++
		d.add(mention{sent: s, head: i, first: i, last: i, kind: byName, ents: []*entity{e}})
		return 1
	}
	return 0
}
