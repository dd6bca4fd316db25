package reading

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// dropFolded leaves out what an act of speech only says again: "threatened to ban
// the party", "agreed to withdraw", "rallied to demand reforms". One act is one
// record, with the parties that either word names. What is due on a day, or names
// somebody more, stays a record of its own.
func (d *doc) dropFolded() {
	if d.lex.Lang != "en" {
		return
	}
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent {
			continue
		}
		for j := range d.claims {
			o := &d.claims[j]
			if o == c || o.drop || o.kind != c.kind || o.sent != c.sent || !d.speaksOf(o, c) {
				continue
			}
			if folds(o, c) && !d.due(o, c) {
				c.drop = true
				break
			}
		}
	}
}

// speaksOf says whether claim c is what the word of claim o governs as its
// content: its infinitive or clause, or the object of that.
func (d *doc) speaksOf(o, c *claim) bool {
	t := &d.trees[o.sent]
	h, rel := t.head(c.word), base(t.rel(c.word))
	if rel == report.Obj && h >= 0 && isVerb(&t.words[h]) {
		h, rel = t.head(h), base(t.rel(h))
	}
	if h != o.word {
		return false
	}
	switch rel {
	case report.Xcomp, report.Ccomp, report.Acl:
		return true
	case report.Advcl:
		return toInfinitive(t, c.word)
	}
	return false
}

// folds says whether an act within another is the same one.
func folds(o, c *claim) bool {
	inside, ok := folded[o.frame.Type]
	if !ok || inside != nil && !slices.Contains(inside, c.frame.Type) {
		return false
	}
	return hasAll(both(o), both(c))
}

// folded are the types of acts of speech, and the types of what they speak of that
// are the same act; nil for all.
var folded = map[string][]string{
	"THREATEN": nil,
	"AGREE":    {"AGREE", "COOPERATE", "CONSULT", "AID", "SUPPORT", "CONCEDE", "RETREAT"},
	"PROTEST":  {"REQUEST"},
}

// due says whether the text gives the act within a time of its own.
func (d *doc) due(o, c *claim) bool {
	i := d.timeOf(c.sent, c.word)
	return i >= 0 && (i != d.timeOf(o.sent, o.word) || d.trees[c.sent].under(d.rep.Times[i].First, c.word))
}
