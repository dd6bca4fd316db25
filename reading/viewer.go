package reading

import (
	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// viewPreps stand before what somebody is seen as.
var viewPreps = map[string]bool{"als": true, "as": true, "für": true}

// viewerOf is whose view a sentence gives of what a word says: "verstehen sich
// als Partner", "described Iran as a partner". Nil if it is nobody's.
func (d *doc) viewerOf(s, w int) []record.Attribution {
	t := &d.trees[s]
	for x := w; ; {
		h := t.head(x)
		if h < 0 || boundary(t, x) && base(t.rel(x)) != report.Conj {
			return nil
		}
		if isVerb(&t.words[h]) {
			if base(t.rel(x)) != report.Xcomp && !viewPreps[t.caseOf(x)] || !d.isClass(&t.words[h], "@viewing") {
				return nil
			}
			return d.viewOf(s, h)
		}
		x = h
	}
}

// holdersOf vouch for a relation: who sees it so, where its own verb is one of
// seeing: "die USA betrachten Thailand als Verbündeten".
func (d *doc) holdersOf(c *claim) []record.Attribution {
	if w := &d.trees[c.sent].words[c.word]; isVerb(w) && d.isClass(w, "@viewing") {
		return d.viewOf(c.sent, c.word)
	}
	return d.attributionOf(c.sent, c.word)
}

// viewOf is the subject of a verb of seeing or naming somebody as something.
func (d *doc) viewOf(s, verb int) []record.Attribution {
	var f slots
	f.fill(d, s, verb)
	return d.vouchers(f.slotEntities(lexicon.Subj, nil, nil), d.trees[s].words[verb].Form)
}
