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

// Column is the column, in the tags of a State, of a feature's value ("" = absent).
// It is -1 for the absence of a feature that the model does not know, and -2 for a
// value that it does not know.
func (m *Model) Column(f report.Feature, value string) int {
	for g := range m.Groups {
		group := &m.Groups[g]
		if group.Feature != int(f) {
			continue
		}
		for k, v := range group.Values {
			if v == value {
				return group.At + k
			}
		}
		return -2
	}
	if value == "" {
		return -1
	}
	return -2
}

// TagRow is the probabilities of the tags of word i, by Column.
func (m *Model) TagRow(s *State, i int) []float32 {
	n := m.TagColumns()
	return s.Tags[i*n : (i+1)*n]
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
