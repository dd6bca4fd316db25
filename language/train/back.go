package train

import (
	"depesche/language/model"
	"depesche/language/net"
	"depesche/language/tag"
)

// learner holds one sentence's way forward and back.
type learner struct {
	way
	state  model.State
	masks  [model.NumStages][]float32
	random *random
	drop   [model.NumStages]float32

	fixed                                      []bool // word vectors that are not learned
	words, features                            sparse
	dTags, dFirst, dMiddle, dSecond, dInput    []float32
	dHeads, dDeps, dAsk, dScores, dRelH, dRelD []float32
	pairMasks, dPairs, pairs, dRels            []float32

	loss struct{ tags, arcs, rels float64 }
	seen struct{ tags, arcs, rels int }
}

// dropOut is the state's Drop: one mask a sentence for every column.
func (l *learner) dropOut(stage model.Stage, table []float32, width int) {
	p := l.drop[stage]
	mask := resize(&l.masks[stage], width)
	for j := range mask {
		mask[j] = 0
		if l.random.float() >= p {
			mask[j] = 1 / (1 - p)
		}
	}
	l.mask(stage, table, width)
}

func (l *learner) mask(stage model.Stage, table []float32, width int) {
	mask := l.masks[stage]
	for at := 0; at < len(table); at += width {
		row := table[at : at+width]
		for j, v := range mask {
			row[j] *= v
		}
	}
}

// learn adds the sentence's gradients.
func (l *learner) learn(in *tag.Inputs, s *sentence) {
	m, st := l.m, &l.state
	m.Tag(st, in)
	n, out := st.N, 2*m.Sizes.Hidden
	dFirst := zero(&l.dFirst, n*out)
	if s.tree {
		m.Score(st)
		l.tree(s, dFirst)
	}
	l.tags(s, dFirst)
	l.first(in, dFirst)
}

// first goes back through the first layer to the tables of vectors.
func (l *learner) first(in *tag.Inputs, dFirst []float32) {
	m, st := l.m, &l.state
	n := st.N
	l.mask(model.AtFirst, dFirst, 2*m.Sizes.Hidden)
	w := m.Sizes.Word + m.Sizes.Feature
	dInput := zero(&l.dInput, n*w)
	l.layer(&m.First, 0, dInput, st.Input, st.First, dFirst)
	l.mask(model.AtInput, dInput, w)
	for i := range n {
		d := dInput[i*w : (i+1)*w]
		if !l.fixed[in.Words[i]] {
			l.words.add(in.Words[i], d[:m.Sizes.Word])
		}
		for _, f := range in.Of(i) {
			l.features.add(f, d[m.Sizes.Word:])
		}
	}
}

// layer goes back through both directions. out has been dropped out; the LSTM saw
// its own outputs whole only in its cells, so they are computed again.
func (l *learner) layer(ls *[2]net.LSTM, at int, dx, x, out, dout []float32) {
	h := ls[0].Hidden
	n := l.state.N
	for k := range ls {
		g, c := l.state.Gates[at+k], l.state.Cells[at+k]
		whole := append([]float32(nil), c[:n*h]...)
		net.Tanhs(whole)
		for t := range n {
			for j := range h {
				whole[t*h+j] *= g[t*4*h+2*h+j]
			}
		}
		d := make([]float32, n*h)
		for t := range n {
			copy(d[t*h:(t+1)*h], dout[t*2*h+k*h:t*2*h+(k+1)*h])
		}
		l.lstm(&ls[k], dx, x, g, c, whole, d, n, h, k == 1)
	}
}

// tags is the loss of the tags and its way back to the first layer.
func (l *learner) tags(s *sentence, dFirst []float32) {
	m, st := l.m, &l.state
	columns := m.TagColumns()
	dTags := zero(&l.dTags, st.N*columns)
	for i := range st.N {
		w := &s.words[i]
		for g := range m.Groups {
			gold := goldOf(&m.Groups[g], w)
			if gold < 0 {
				continue
			}
			at, size := m.Groups[g].At, len(m.Groups[g].Values)
			p := st.Tags[i*columns+at : i*columns+at+size]
			d := dTags[i*columns+at : i*columns+at+size]
			copy(d, p)
			d[gold]--
			if g == 0 && s.tree {
				l.loss.tags += nlog(p[gold])
				l.seen.tags++
			}
		}
	}
	l.dense(dFirst, st.First, dTags, m.TagW, m.TagB, st.N, 2*m.Sizes.Hidden, columns)
}

func goldOf(g *model.Group, w *word) int {
	if g.Feature < 0 {
		return int(w.upos) - 1
	}
	if w.known>>g.Feature&1 == 0 {
		return -1
	}
	return indexOf(g.Values, w.feats.Get(featureOf(g)))
}

// tree is the loss of arcs and relations and its way back to the first layer.
func (l *learner) tree(s *sentence, dFirst []float32) {
	m, st, z := l.m, &l.state, l.m.Sizes
	n, out, a := st.N, 2*z.Hidden, z.Arc
	dHeads := zero(&l.dHeads, (n+1)*a)
	dDeps := zero(&l.dDeps, n*a)
	dSecond := zero(&l.dSecond, n*out)
	l.arcs(s, dHeads, dDeps)
	l.rels(s, dSecond)
	root := l.gradOf(m.RootHead)
	for j, v := range dHeads[:a] {
		root[j] += v
	}
	l.rectified(model.AtHeads, dSecond, dHeads[a:], st.Heads[a:], m.HeadW, m.HeadB)
	l.rectified(model.AtDeps, dSecond, dDeps, st.Deps, m.DepW, m.DepB)
	l.mask(model.AtSecond, dSecond, out)
	width := out + z.Tags
	dMiddle := zero(&l.dMiddle, n*width)
	l.layer(&m.Second, 2, dMiddle, st.Middle, st.Second, dSecond)
	dRead := make([]float32, n*z.Tags)
	for i := range n {
		row := dMiddle[i*width : (i+1)*width]
		for j, v := range row[:out] {
			dFirst[i*out+j] += v
		}
		copy(dRead[i*z.Tags:], row[out:])
	}
	l.dense(nil, st.Tags, dRead, m.ReadW, m.ReadB, n, m.TagColumns(), z.Tags)
}

// rectified goes back through a layer whose negative results were cut off and
// which was then dropped out.
func (l *learner) rectified(stage model.Stage, dx, dy, y, w, bias []float32) {
	l.mask(stage, dy, len(bias))
	for i, v := range y {
		if v <= 0 {
			dy[i] = 0
		}
	}
	l.dense(dx, l.state.Second, dy, w, bias, l.state.N, 2*l.m.Sizes.Hidden, len(bias))
}

func (l *learner) arcs(s *sentence, dHeads, dDeps []float32) {
	m, st, a := l.m, &l.state, l.m.Sizes.Arc
	n, stride := st.N, st.Stride
	dScores := zero(&l.dScores, n*stride)
	dAsk := zero(&l.dAsk, n*a)
	distance := l.gradOf(m.Distance)
	p := make([]float32, n+1)
	for d := range n {
		w := &s.words[d]
		if w.skip {
			continue
		}
		copy(p, st.Scores[d*stride:d*stride+n+1])
		p[d+1] = -1e9
		net.Softmax(p)
		l.loss.arcs += nlog(p[w.head+1])
		l.seen.arcs++
		p[w.head+1]--
		copy(dScores[d*stride:], p)
		distance[model.DistanceAt(st.POS[d], 0, d, -1)] += p[0]
		for h := range n {
			if h != d {
				distance[model.DistanceAt(st.POS[d], st.POS[h], d, h)] += p[h+1]
			}
		}
		net.Accumulate(dAsk[d*a:(d+1)*a], p, st.Heads)
	}
	turned := make([]float32, (n+1)*n)
	for d := range n {
		for h := range n + 1 {
			turned[h*n+d] = dScores[d*stride+h]
		}
	}
	net.AddProduct(dHeads, turned, st.Ask, n+1, n, a)
	l.dense(dDeps, st.Deps, dAsk, m.ArcW, m.ArcB, n, a, a)
}

func (l *learner) rels(s *sentence, dSecond []float32) {
	m, st, r := l.m, &l.state, l.m.Sizes.Rel
	n, columns := st.N, m.RelColumns()
	pairs, dRels := zero(&l.pairs, n*r), zero(&l.dRels, n*columns)
	masks := zero(&l.pairMasks, n*r)
	for d := range n {
		w := &s.words[d]
		gold := relIndex(m, w.rel)
		if w.skip || w.head < 0 || gold < 0 {
			continue
		}
		scores := m.RelScores(st, d, int(w.head))
		copy(pairs[d*r:], st.Pair)
		copy(masks[d*r:], l.masks[model.AtPair])
		p := dRels[d*columns : d*columns+len(m.Rels)]
		copy(p, scores)
		net.Softmax(p)
		l.loss.rels += nlog(p[gold])
		l.seen.rels++
		p[gold]--
	}
	dPairs := zero(&l.dPairs, n*r)
	l.dense(dPairs, pairs, dRels, m.RelW, m.RelB, n, r, columns)
	for i, v := range pairs {
		dPairs[i] *= masks[i]
		if v <= 0 {
			dPairs[i] = 0
		}
	}
	dRelH, dRelD := zero(&l.dRelH, n*r), zero(&l.dRelD, n*r)
	for d := range n {
		if h := int(s.words[d].head); h >= 0 {
			g := dPairs[d*r : (d+1)*r]
			add(dRelD[d*r:], g)
			add(dRelH[h*r:], g)
			add(l.gradOf(m.RelFar)[model.DistanceOf(d, h)*r:], g)
			add(l.gradOf(m.RelPair)[model.PairAt(st.POS[d], st.POS[h])*r:], g)
		}
	}
	out := 2 * m.Sizes.Hidden
	l.dense(dSecond, st.Second, dRelH, m.RelHW, m.RelHB, n, out, r)
	l.dense(dSecond, st.Second, dRelD, m.RelDW, m.RelDB, n, out, r)
}
