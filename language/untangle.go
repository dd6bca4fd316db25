package language

import (
	"depesche/language/model"
	"depesche/report"
)

// A verb has one subject and one object. Where the network gives it two, the
// better one keeps the relation and the other gets its next best.

// coreOf is 1 for a subject, 2 for an object, else 0.
func coreOf(r report.Rel) int {
	switch r {
	case report.Nsubj, report.NsubjPass, report.Csubj, report.CsubjPass:
		return 1
	case report.Obj:
		return 2
	}
	return 0
}

// untangle looks at the relations of words whose heads (from 1) are given.
func (w *Worker) untangle(words []report.Word, heads []int32) {
	for core := 1; core <= 2; core++ {
		w.owners = w.owners[:0]
		for range words {
			w.owners = append(w.owners, -1)
		}
		for i := range words {
			if coreOf(words[i].Rel) != core {
				continue
			}
			h := heads[i] - 1
			other := w.owners[h]
			if other < 0 {
				w.owners[h] = int32(i)
				continue
			}
			lead, second := w.lead(i, int(h), core)
			otherLead, otherSecond := w.lead(int(other), int(h), core)
			if lead > otherLead {
				w.owners[h] = int32(i)
				words[other].Rel = otherSecond
			} else {
				words[i].Rel = second
			}
		}
	}
}

// lead is by how much the best relation of the kind beats the best other one, and
// that other one.
func (w *Worker) lead(word, head, core int) (float32, report.Rel) {
	m := w.a.model
	return leadOf(m, m.RelScores(&w.state, word, head), core)
}

func leadOf(m *model.Model, scores []float32, core int) (float32, report.Rel) {
	best, other, rel := float32(-1e30), float32(-1e30), report.Dep
	for k, r := range m.Rels {
		switch {
		case coreOf(r) == core:
			best = max(best, scores[k])
		case scores[k] > other:
			other, rel = scores[k], r
		}
	}
	return best - other, rel
}
