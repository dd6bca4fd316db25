package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// guest reads "ist in Warschau zu Besuch": who is there is the subject of the
// copula, or what the parser took for its predicate, and the phrases beside say
// where. It says whether it found somebody.
func (f *slots) guest() bool {
	t := f.t
	if f.d.lex.Lang != "de" || t.caseOf(f.head) != "zu" || article(t, f.head) != "" {
		return false
	}
	for h, n := t.head(f.head), 0; h >= 0 && n < 4; h, n = t.head(h), n+1 {
		if t.child(h, report.Cop) < 0 {
			continue
		}
		who := t.child(h, report.Nsubj)
		if who < 0 {
			who = h
		}
		if !f.d.canAct(f.sent, who) {
			return false
		}
		f.put(lexicon.Subj, who)
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if p := t.caseOf(int(c)); p == "in" || p == "bei" {
				f.put(lexicon.Slot(p), int(c))
			}
		}
		return true
	}
	return false
}
