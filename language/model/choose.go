package model

import "depesche/report"

// Feats is the most probable value of every feature of word i.
func (m *Model) Feats(s *State, i int) report.Feats {
	var out report.Feats
	columns := m.TagColumns()
	row := s.Tags[i*columns : (i+1)*columns]
	for g := range m.Groups {
		group := &m.Groups[g]
		if group.Feature < 0 {
			continue
		}
		best := argmax(row[group.At : group.At+len(group.Values)])
		if v := group.Values[best]; v != "" {
			out = out.With(report.Feature(group.Feature), v)
		}
	}
	return out
}

// Rel is the best relation between the word and its head.
func (m *Model) Rel(s *State, word, head int) report.Rel {
	return m.Rels[argmax(m.RelScores(s, word, head)[:len(m.Rels)])]
}

func argmax(v []float32) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}
