package model

import (
	"depesche/language/net"
	"depesche/report"
)

// relations are the scores of the relations of words to their heads, and the scratch
// space for them.
type relations struct {
	RelH   []float32 // the words' shares of pairs, as heads
	RelD   []float32 // as dependents
	Pair   []float32 // rows for RelW, four pairs at most
	RelS   []float32 // one pair's scores
	scores []float32 // a row a word, see Relate
	words  []int32   // that have a row
	of     []int32   // and their heads
	heads  []int32   // each once
	isHead []bool
}

// Relate computes, after Arcs, the scores of the relations of a sentence's words to
// their heads, for Related and RelatedScores. first is the row of the sentence's first
// word; heads count from 1 within the sentence, 0 is the root. Words that hang on the
// root, and those that are left out, get none.
func (m *Model) Relate(s *State, first int, heads []int32, out []bool) {
	s.choose(first, heads, out)
	width, r, columns := 2*m.Sizes.Hidden, m.Sizes.Rel, m.RelColumns()
	s.RelH, s.RelD = sized(s.RelH, s.N*r), sized(s.RelD, s.N*r)
	net.ProductOf(s.RelH, s.Second, m.RelHW, m.RelHB, s.heads, width, r)
	net.ProductOf(s.RelD, s.Second, m.RelDW, m.RelDB, s.words, width, r)
	s.scores = sized(s.scores, s.N*columns)
	wide := m.pairWidth()
	s.Pair = sized(s.Pair, 4*wide)
	var y, b, x [4][]float32
	for words, of := s.words, s.of; len(words) > 0; {
		n := min(4, len(words))
		for k := range n {
			y[k], b[k], x[k] = s.scores[int(words[k])*columns:][:columns], m.RelB, s.Pair[k*wide:(k+1)*wide]
			m.pair(s, x[k], int(words[k]), int(of[k]))
		}
		net.Sums(y[:n], b[:n], x[:n], m.RelW)
		words, of = words[n:], of[n:]
	}
}

// choose notes which words and heads Relate is about.
func (s *State) choose(first int, heads []int32, out []bool) {
	s.words, s.of, s.heads = s.words[:0], s.of[:0], s.heads[:0]
	s.isHead = sized(s.isHead, len(heads)+1)
	clear(s.isHead)
	for i, h := range heads {
		if h == 0 || out[i] {
			continue
		}
		at := int32(first) + h - 1
		s.words, s.of = append(s.words, int32(first+i)), append(s.of, at)
		if !s.isHead[h] {
			s.isHead[h] = true
			s.heads = append(s.heads, at)
		}
	}
}

// RelatedScores are the scores that Relate computed for the word in the row.
func (m *Model) RelatedScores(s *State, word int) []float32 {
	n := m.RelColumns()
	return s.scores[word*n : (word+1)*n]
}

// Related is the best relation by the scores that Relate computed for the word in the
// row, never the unspecified dep.
func (m *Model) Related(s *State, word int) report.Rel { return m.best(m.RelatedScores(s, word)) }

// Rel is the best relation between the word and its head, never the unspecified dep.
func (m *Model) Rel(s *State, word, head int) report.Rel { return m.best(m.RelScores(s, word, head)) }

// best is the relation with the highest score.
func (m *Model) best(scores []float32) report.Rel {
	best := -1
	for k, r := range m.Rels {
		if r != report.Dep && (best < 0 || scores[k] > scores[best]) {
			best = k
		}
	}
	if best < 0 {
		return report.Dep
	}
	return m.Rels[best]
}

// shares computes what RelScores needs.
func (m *Model) shares(s *State) {
	out, r := 2*m.Sizes.Hidden, m.Sizes.Rel
	s.RelH, s.RelD = sized(s.RelH, s.N*r), sized(s.RelD, s.N*r)
	net.Product(s.RelH, s.Second, m.RelHW, m.RelHB, s.N, out, r)
	net.Product(s.RelD, s.Second, m.RelDW, m.RelDB, s.N, out, r)
}

// RelScores computes, after Score, the scores of the relations between the word and its
// head (both positions from 0, in the tables); they are valid until the next call.
func (m *Model) RelScores(s *State, word, head int) []float32 {
	s.Pair = sized(s.Pair, m.pairWidth())
	s.RelS = sized(s.RelS, m.RelColumns())
	m.pair(s, s.Pair, word, head)
	s.drop(AtPair, s.Pair, m.Sizes.Rel)
	net.Sum(s.RelS, m.RelB, s.Pair, m.RelW)
	return s.RelS
}

// pair fills the row of a pair for RelW.
func (m *Model) pair(s *State, pair []float32, word, head int) {
	r := m.Sizes.Rel
	d, h := s.RelD[word*r:(word+1)*r], s.RelH[head*r:(head+1)*r]
	if m.Sizes.Pairs == 0 {
		multiply(pair, d, h)
		return
	}
	far := m.RelFar[DistanceOf(word, head)*r:][:r]
	tags := m.RelPair[PairAt(s.POS[word], s.POS[head])*r:][:r]
	pair = pair[:r]
	for j := range pair {
		pair[j] = max(0, d[j]+h[j]+far[j]+tags[j])
	}
}

// multiply makes the pair of older files: all products, then the two vectors, each
// without its negative numbers.
func multiply(pair, d, h []float32) {
	r := len(d)
	for i, x := range d {
		x = max(0, x)
		row := pair[i*r : (i+1)*r]
		for j, y := range h {
			row[j] = x * max(0, y)
		}
		pair[r*r+i] = x
		pair[r*r+r+i] = max(0, h[i])
	}
}
