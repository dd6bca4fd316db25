package reading

import (
	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// takesUp is whom a demand or condemnation means whose object is "das" or
// "dies": who does, or ought to do, what the sentence before tells.
// "Russland soll abziehen. Das verlangte Polen."
func (d *doc) takesUp(c *claim) []party {
	if c.nominal || c.sent == 0 || c.frame.Type != "REQUEST" && c.frame.Type != "ACCUSE" {
		return nil
	}
	var f slots
	f.fill(d, c.sent, c.word)
	if o := f.get(lexicon.Obj); o < 0 || !proposition(&f.t.words[o]) || d.mentionAt(c.sent, o) != nil {
		return nil
	}
	if ps := d.doersIn(c); ps != nil {
		return ps
	}
	t := &d.trees[c.sent-1]
	if s := t.child(t.root, report.Nsubj, report.NsubjPass); s >= 0 {
		return without(d.partiesAt(c.sent-1, s, nil, c.a), c.a)
	}
	return nil
}

// doersIn are the actors of the last act of the sentence before that somebody
// else does; a demand takes up no other act of speech.
func (d *doc) doersIn(c *claim) []party {
	for j := len(d.claims) - 1; j >= 0; j-- {
		o := &d.claims[j]
		if o.sent != c.sent-1 || o.drop || o.kind != record.KindEvent || len(o.a) == 0 || o.a[0].implied || sharesEntity(o.a, c.a) {
			continue
		}
		if c.frame.Type != "REQUEST" || !spoken[o.frame.Type] {
			return o.a
		}
	}
	return nil
}
