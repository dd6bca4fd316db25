package view

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Segment is a run of text on which the same records stand. The segments of a
// text, one behind the other, are the text.
type Segment struct {
	Text string `json:"text"`
	On   []int  `json:"on,omitempty"` // numbers of the records, from 0, in their order; none: no record stands here

	Begins []int `json:"begins,omitempty"` // those that stand here first
}

// stretch is what a record marks of a text, in bytes.
type stretch struct{ start, end, of int }

// segments cuts the text from one offset to another wherever a stretch begins
// or ends. Stretches may overlap and hold one another; what reaches beyond the
// text is cut off, and an offset within a character counts as its beginning.
func segments(text string, from, to int, marks []stretch) []Segment {
	cuts := []int{from, to}
	var kept []stretch
	for _, m := range marks {
		m.start, m.end = runeStart(text, max(m.start, from)), runeStart(text, min(m.end, to))
		if m.start < m.end {
			kept = append(kept, m)
			cuts = append(cuts, m.start, m.end)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Segment
	for i := 0; i+1 < len(cuts); i++ {
		s := Segment{Text: strings.ToValidUTF8(text[cuts[i]:cuts[i+1]], "\uFFFD")}
		for _, m := range kept {
			if m.start <= cuts[i] && cuts[i+1] <= m.end && !slices.Contains(s.On, m.of) {
				s.On = append(s.On, m.of)
			}
		}
		slices.Sort(s.On)
		out = append(out, s)
	}
	return out
}

// runeStart takes an offset back to where a character begins.
func runeStart(text string, i int) int {
	i = min(max(i, 0), len(text))
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}
