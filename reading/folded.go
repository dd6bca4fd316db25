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
			if o.frame.Type == "PROTEST" && c.frame.Type == "REQUEST" && len(o.b) == 0 && hasAll(o.a, c.a) {
				o.b = c.b // who protests to demand something of somebody protests against him
			}
			if folds(o, c) && !d.due(o, c) {
				c.drop = true
				break
			}
		}
	}
}

// speaksOf says whether claim c is what the word of claim o governs as its
// content: its infinitive or clause, or the object of either.
func (d *doc) speaksOf(o, c *claim) bool {
	t := &d.trees[o.sent]
	w := c.word
	for range 3 {
		h := t.head(w)
		if h < 0 {
			return false
		}
		switch rel := base(t.rel(w)); rel {
		case report.Xcomp, report.Ccomp, report.Acl:
			if t.rel(w) == report.AclRelcl {
				return false
			}
		case report.Obj:
			if !isVerb(&t.words[h]) || h == o.word && w == c.word {
				return false
			}
		case report.Advcl:
			if !toInfinitive(t, w) && !(o.frame.Type == "PROTEST" && t.words[w].Feats.Is(report.VerbForm, "Ger")) {
				return false
			}
		default:
			return false
		}
		if h == o.word {
			return true
		}
		w = h
	}
	return false
}

// folds says whether an act within another is the same one: it names nobody more.
func folds(o, c *claim) bool {
	inside, ok := folded[o.frame.Type]
	if !ok || inside != nil && !slices.Contains(inside, c.frame.Type) {
		return false
	}
	all := both(o)
	for _, p := range both(c) {
		if !hasEntity(all, p.ent) && !(p.ent.rec.State != "" && sharesState(all, []party{p})) {
			return false
		}
	}
	return true
}

// folded are the types of acts of speech, and the types of what they speak of that
// are the same act; nil for all.
var folded = map[string][]string{
	"THREATEN": nil,
	"AGREE":    {"AGREE", "COOPERATE", "CONSULT", "AID", "SUPPORT", "CONCEDE", "RETREAT"},
	"PROTEST":  {"REQUEST"},
	"REQUEST":  {"AGREE", "REJECT"},
	"ACCUSE":   {"REJECT", "THREATEN"},
}

// due says whether the text gives the act within a time of its own.
func (d *doc) due(o, c *claim) bool {
	i := d.timeOf(c.sent, c.word)
	return i >= 0 && (i != d.timeOf(o.sent, o.word) || d.trees[c.sent].under(d.rep.Times[i].First, c.word))
}
