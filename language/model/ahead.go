package model

import (
	"depesche/language/net"
	"depesche/language/tag"
)

// numAhead is the number of forms for which ahead keeps what they give to the gates of
// the first layer: 3 KB each for 96 hidden units, some half of the words of running
// text.
const numAhead = 512

// ahead keeps what forms give to the gates of the first layer, which does not depend on
// their neighbours. A form has one place, where it takes the place of another.
type ahead struct {
	model *Model
	form  [numAhead]int64 // in each place, -1 for none
	batch [numAhead]int   // that used the place last
	now   int             // the batch at hand
	rows  []float32       // a row a place: the gates forward, then backward
	at    []int32         // the place of each word at hand, -1 for none
	new   []int32         // words whose gates are computed
}

// place gives every word its place and notes those whose row has to be computed.
func (a *ahead) place(m *Model, in *tag.Inputs) {
	if a.model != m {
		*a = ahead{model: m, rows: make([]float32, numAhead*8*m.Sizes.Hidden)}
		for i := range a.form {
			a.form[i] = -1
		}
	}
	a.now++
	a.at, a.new = a.at[:0], a.new[:0]
	for i, form := range in.Forms {
		at := int32(form % numAhead)
		switch {
		case form < 0:
			at = -1
		case a.form[at] == form:
			a.batch[at] = a.now
			a.at = append(a.at, at)
			continue
		case a.batch[at] == a.now:
			at = -1
		default:
			a.form[at], a.batch[at] = form, a.now
		}
		a.at, a.new = append(a.at, at), append(a.new, int32(i))
	}
}

// readAhead is Read of a model that is not being trained: it computes what a word gives
// to the gates only if that is not kept.
func (m *Model) readAhead(s *State, in *tag.Inputs) {
	a, w, h := &s.ahead, m.Sizes.Word+m.Sizes.Feature, m.Sizes.Hidden
	a.place(m, in)
	s.Input = sized(s.Input, s.N*w)
	for _, i := range a.new {
		m.input(s.Input[int(i)*w:int(i+1)*w], in, int(i))
	}
	s.First = sized(s.First, s.N*2*h)
	s.Gates[0], s.Cells[0] = sized(s.Gates[0], (s.N+1)*4*h), sized(s.Cells[0], s.N*h)
	for k := range m.First {
		l := &m.First[k]
		given := net.Given{At: a.at, Rows: a.rows[k*4*h:], Step: 8 * h}
		l.Give(given, s.Gates[0], s.Input, a.new)
		l.Follow(given, s.Gates[0], s.Cells[0], s.First[k*h:], s.Cuts, 2*h, k == 1)
	}
}
