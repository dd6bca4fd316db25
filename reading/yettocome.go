package reading

import (
	"depesche/record"
	"depesche/report"
)

// delivered are the acts that end with what they bring about, so that a day to come
// until which they are told is the day when they are due.
var delivered = map[string]bool{"RETREAT": true, "AID": true, "MOBILIZE": true}

// yetToCome says whether an act is told up to a day to come.
func (d *doc) yetToCome(r *record.Record) bool {
	return delivered[r.Type] && r.Date.From == 0 && d.rep.Date.To != 0 && r.Date.To > d.rep.Date.To
}

// toTakePlace says whether a noun of an act is the subject of a verb that only says
// that it takes place, with a modal verb: "Die Verhandlungen sollen bald beginnen".
func (d *doc) toTakePlace(c *claim) bool {
	t := &d.trees[c.sent]
	if r := base(t.rel(c.word)); r != report.Nsubj && r != report.NsubjPass {
		return false
	}
	v := t.head(c.word)
	if v < 0 || !d.isClass(&t.words[v], "@taking-place") {
		return false
	}
	for k := t.first[v]; k >= 0; k = t.next[k] {
		if w := &t.words[k]; base(w.Rel) == report.Aux && (w.Lemma == "sollen" && !w.Feats.Is(report.Tense, "Past") || w.Lemma == "werden" || w.Lemma == "will" || w.Lemma == "shall") {
			return true
		}
	}
	return false
}
