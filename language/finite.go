package language

import (
	"depesche/language/model"
	"depesche/report"
)

// leastFinite is how probable a verb has to be to be taken for the finite one of a
// sentence that has none.
const leastFinite = 0.01

// finite finds the verb of a German sentence that ends in a full stop and in which
// the network saw none: "Die Armee befreite Geiseln." has a verb, no adjective. The
// words' rows in the state begin at first; the one that is found counts as a verb
// for certain.
func (c *chooser) finite(s *model.State, first int, words []report.Word) {
	if !c.capitals || len(words) < 3 || words[len(words)-1].Form != "." {
		return
	}
	best, share := -1, float32(leastFinite)
	for i := range words {
		switch u := s.POS[first+i]; {
		case (u == report.VERB || u == report.AUX) && c.mayBeFinite(words[i].Form, u):
			return
		case u != report.ADJ || i == 0:
		case c.model.TagRow(s, first+i)[report.VERB-1] > share && c.mayBeFinite(words[i].Form, report.VERB):
			best, share = i, c.model.TagRow(s, first+i)[report.VERB-1]
		}
	}
	if best < 0 {
		return
	}
	s.POS[first+best] = report.VERB
	row := c.model.TagRow(s, first+best)
	clear(row[:report.X])
	row[report.VERB-1] = 1
}

// mayBeFinite says whether the form is a finite verb or one that the dictionary does
// not know.
func (c *chooser) mayBeFinite(form string, upos report.UPOS) bool {
	known := false
	for _, a := range c.dict.Analyses(form) {
		if a.UPOS != report.VERB && a.UPOS != report.AUX {
			continue
		}
		known = true
		if a.Feats.Is(report.VerbForm, "Fin") {
			return true
		}
	}
	return !known && upos != report.ADJ
}
