package model

import (
	"depesche/language/net"
	"depesche/language/tag"
	"depesche/report"
)

// State is what the network computes of a sentence, or of some sentences side by side,
// kept for reuse and, in training, for the way back. All tables have one row a word,
// one sentence after the other, unless said otherwise. The longest sentence had better
// be the last. A State is for the inputs of one encoder.
type State struct {
	N      int
	Cuts   []int     // where each sentence ends
	Input  []float32 // word beside features
	Gates  [4][]float32
	Cells  [4][]float32
	First  []float32 // outputs of the first layer, forward beside backward
	Tags   []float32 // probabilities, group by group
	Middle []float32 // first layer's outputs beside what is read of the tags
	Second []float32
	Heads  []float32 // N+1 rows of Arc, row 0 the root
	Deps   []float32
	Ask    []float32 // Deps × ArcW
	HeadsT []float32 // of one sentence: Arc rows of Stride
	Scores []float32 // of one sentence: a row of Stride a word, the score of each head, 0 the root
	Stride int
	POS    []report.UPOS
	ahead  ahead
	relations

	// Drop, in training, is asked to drop out parts of a table after it has been
	// computed; it remembers how. Without it gates and cells are not kept.
	Drop func(stage Stage, table []float32, width int)
}

// Stage names a table that is dropped out.
type Stage int

// The stages.
const (
	AtInput Stage = iota
	AtFirst
	AtSecond
	AtHeads
	AtDeps
	AtPair
	NumStages
)

func (s *State) drop(stage Stage, table []float32, width int) {
	if s.Drop != nil {
		s.Drop(stage, table, width)
	}
}

// Tag reads the inputs and computes the tags.
func (m *Model) Tag(s *State, in *tag.Inputs) {
	m.Read(s, in)
	m.tags(s)
}

// Read computes the first layer.
func (m *Model) Read(s *State, in *tag.Inputs) {
	n := in.Len()
	s.N = n
	if s.Cuts = append(s.Cuts[:0], in.Cuts...); len(s.Cuts) == 0 {
		s.Cuts = append(s.Cuts, n)
	}
	if s.Drop == nil && m.WordTable.Floats == nil && len(in.Forms) == n {
		m.readAhead(s, in)
		return
	}
	w := m.Sizes.Word + m.Sizes.Feature
	s.Input = sized(s.Input, n*w)
	for i := range n {
		m.input(s.Input[i*w:(i+1)*w], in, i)
	}
	s.drop(AtInput, s.Input, w)
	m.layer(s, &m.First, 0, s.Input, &s.First)
	s.drop(AtFirst, s.First, 2*m.Sizes.Hidden)
}

// input makes the vector of word i.
func (m *Model) input(x []float32, in *tag.Inputs, i int) {
	clear(x)
	m.WordTable.AddRow(x[:m.Sizes.Word], in.Words[i])
	for _, f := range in.Of(i) {
		m.FeatureTable.AddRow(x[m.Sizes.Word:], f)
	}
}

func (m *Model) layer(s *State, l *[2]net.LSTM, at int, x []float32, out *[]float32) {
	h := m.Sizes.Hidden
	*out = sized(*out, s.N*2*h)
	for k := range l {
		to := at + k
		if s.Drop == nil {
			to = 0 // there is no way back
		}
		s.Gates[to] = sized(s.Gates[to], (s.N+1)*4*h)
		s.Cells[to] = sized(s.Cells[to], s.N*h)
		l[k].Run(x, s.Gates[to], s.Cells[to], (*out)[k*h:], s.Cuts, 2*h, k == 1)
	}
}

func (m *Model) tags(s *State) {
	columns := m.TagColumns()
	s.Tags = sized(s.Tags, s.N*columns)
	net.Product(s.Tags, s.First, m.TagW, m.TagB, s.N, 2*m.Sizes.Hidden, columns)
	s.POS = sized(s.POS, s.N)
	for i := range s.N {
		s.POS[i] = report.UPOS(m.softmaxes(s.Tags[i*columns:(i+1)*columns]) + 1)
	}
}

// softmaxes turns the tag scores of a word into probabilities, group by group, as
// net.Softmax does, but with the powers of all groups side by side. It gives the index
// of the best in the first group.
func (m *Model) softmaxes(row []float32) (pos int) {
	end := 0
	for g := range m.Groups {
		group := &m.Groups[g]
		end = group.At + len(group.Values)
		if best := net.Below(row[group.At:end]); g == 0 {
			pos = best
		}
	}
	net.Exps(row)
	for g := range m.Groups {
		group := &m.Groups[g]
		net.Shares(row[group.At : group.At+len(group.Values)])
	}
	clear(row[end:])
	return pos
}

// Score computes, after Tag, what Arcs and RelScores need, and the scores of all
// arcs of the first sentence.
func (m *Model) Score(s *State) {
	m.Attend(s)
	m.shares(s)
}

// Attend computes, after Tag, what Arcs and Relate need, and the scores of all arcs of
// the first sentence.
func (m *Model) Attend(s *State) {
	z, n, out := m.Sizes, s.N, 2*m.Sizes.Hidden
	columns, width := m.TagColumns(), out+z.Tags
	s.Middle = sized(s.Middle, n*width)
	for i := range n {
		row := s.Middle[i*width : (i+1)*width]
		copy(row, s.First[i*out:(i+1)*out])
	}
	net.ProductInto(s.Middle[out:], width, s.Tags, m.ReadW, m.ReadB, n, columns, z.Tags)
	m.layer(s, &m.Second, 2, s.Middle, &s.Second)
	s.drop(AtSecond, s.Second, out)
	s.Heads = sized(s.Heads, (n+1)*z.Arc)
	copy(s.Heads, m.RootHead)
	rectified(s.Heads[z.Arc:], s.Second, m.HeadW, m.HeadB, n, out)
	s.drop(AtHeads, s.Heads[z.Arc:], z.Arc)
	s.Deps = sized(s.Deps, n*z.Arc)
	rectified(s.Deps, s.Second, m.DepW, m.DepB, n, out)
	s.drop(AtDeps, s.Deps, z.Arc)
	s.Ask = sized(s.Ask, n*z.Arc)
	net.Product(s.Ask, s.Deps, m.ArcW, m.ArcB, n, z.Arc, z.Arc)
	m.Arcs(s, 0)
}

// rectified is a dense layer whose negative results are zero.
func rectified(y, x, w, bias []float32, n, k int) {
	net.Product(y, x, w, bias, n, k, len(bias))
	net.Positives(y[:n*len(bias)])
}

// Arcs computes the scores of all arcs of the k-th sentence, in the place of those of
// another.
func (m *Model) Arcs(s *State, k int) {
	from, a := 0, m.Sizes.Arc
	if k > 0 {
		from = s.Cuts[k-1]
	}
	n := s.Cuts[k] - from
	s.Stride = (n + 32) &^ 31
	s.HeadsT = zeroed(s.HeadsT, a*s.Stride)
	turn := func(row []float32, at int) {
		for j, v := range row {
			s.HeadsT[j*s.Stride+at] = v
		}
	}
	turn(s.Heads[:a], 0)
	for h := range n {
		turn(s.Heads[(from+h+1)*a:(from+h+2)*a], h+1)
	}
	s.Scores = zeroed(s.Scores, n*s.Stride)
	net.AddProduct(s.Scores, s.Ask[from*a:], s.HeadsT, n, a, s.Stride)
	pos := s.POS[from:s.Cuts[k]]
	for d := range n {
		row := s.Scores[d*s.Stride : (d+1)*s.Stride]
		row[0] += m.Distance[DistanceAt(pos[d], 0, d, -1)]
		for h := range n {
			if h != d {
				row[h+1] += m.Distance[DistanceAt(pos[d], pos[h], d, h)]
			}
		}
	}
}

func sized[T any](b []T, n int) []T {
	if cap(b) < n {
		return make([]T, n, n+n/2)
	}
	return b[:n]
}

func zeroed(b []float32, n int) []float32 {
	b = sized(b, n)
	clear(b)
	return b
}
