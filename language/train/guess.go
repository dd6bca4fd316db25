package train

import (
	"context"
	"fmt"
	"math"
	"strings"

	"depesche/language/model"
	"depesche/language/net"
	"depesche/language/tag"
)

// samples is the number of wrong words that each guess is weighed against.
const samples = 64

// guesser learns to guess words (a sampled softmax, Jean et al. 2015).
type guesser struct {
	t      *trainer
	out    [2]sparse // for the next word and the one before
	noise  []int32
	bias   []float32 // logarithm of how often a word is expected among the samples
	loss   float64
	seen   int
	chosen []int32
	turned []float32
	scores []float32
	dRow   []float32
}

func newGuesser(t *trainer, text [][]string) *guesser {
	m := t.m
	rows, h := len(m.Words)+1, m.Sizes.Hidden
	g := &guesser{t: t, bias: make([]float32, rows), turned: make([]float32, h*samples),
		scores: make([]float32, net.Pad(samples+1)), dRow: make([]float32, h), chosen: make([]int32, samples)}
	for k := range g.out {
		g.out[k] = newSparse(make([]float32, rows*h), h)
	}
	counts := make([]float64, rows)
	for i := 0; i < len(text); i += 5 {
		for _, w := range text[i] {
			counts[t.encoder.Vocabulary.Row(w)]++
		}
	}
	sum := 0.0
	for r := 1; r < rows; r++ {
		counts[r] = math.Pow(counts[r]+1, 0.75)
		sum += counts[r]
	}
	const size = 1 << 20
	for r := 1; r < rows; r++ {
		g.bias[r] = float32(math.Log(samples * counts[r] / sum))
		for range int(counts[r]/sum*size) + 1 {
			g.noise = append(g.noise, int32(r))
		}
	}
	return g
}

// learn goes once over the text.
func (g *guesser) learn(ctx context.Context, text [][]string) error {
	t, l := g.t, &g.t.l
	order := make([]int, len(text))
	for i := range order {
		order[i] = i
	}
	t.random.shuffle(order)
	const batch = 24
	l.drop = [model.NumStages]float32{model.AtInput: 0.1}
	var in tag.Inputs
	for at := 0; at < len(order); at += batch {
		if err := ctx.Err(); err != nil {
			return err
		}
		clear(l.turned)
		words := 0
		for _, i := range order[at:min(at+batch, len(order))] {
			t.encodeRaw(&in, text[i])
			g.sentence(&in)
			words += len(text[i])
		}
		t.step++
		done := float64(at) / float64(len(order))
		g.update(t.c.Rate*math.Max(0.02, 1-done)*math.Min(1, float64(t.step)/200), float32(1/float64(words)))
		if t.step%1000 == 0 {
			fmt.Fprintf(t.out, "text: %d of %d sentences, loss a word %.3f\n", at, len(order), g.loss/float64(g.seen))
			g.loss, g.seen = 0, 0
		}
	}
	return nil
}

// encodeRaw makes the inputs of a raw sentence, some words unknown.
func (t *trainer) encodeRaw(in *tag.Inputs, words []string) {
	in.Reset()
	for i, w := range words {
		at := len(in.Features)
		t.encoder.Add(in, w, i)
		if t.random.float() < 0.1 {
			in.Features = append(in.Features[:at], in.Features[at+1:]...)
			in.Ends[i]--
		}
		if t.random.float() < 0.06 {
			in.Words[i] = 0
		}
	}
}

func (g *guesser) sentence(in *tag.Inputs) {
	l, m := &g.t.l, g.t.m
	st, h := &l.state, m.Sizes.Hidden
	targets := append([]int32(nil), in.Words...)
	m.Read(st, in)
	n := st.N
	dFirst := zero(&l.dFirst, n*2*h)
	for k := range g.out {
		o := &g.out[k]
		for j := range g.chosen {
			g.chosen[j] = g.noise[g.t.random.below(len(g.noise))]
			for i, v := range o.data[int(g.chosen[j])*h:][:h] {
				g.turned[i*samples+j] = v
			}
		}
		for i := range n {
			at := i + 1 - 2*k
			if at < 0 || at >= n || targets[at] == 0 {
				continue
			}
			row := i*2*h + k*h
			g.guess(o, targets[at], st.First[row:row+h], dFirst[row:row+h])
		}
	}
	l.first(in, dFirst)
}

// guess weighs the word against the samples, given the layer's output x.
func (g *guesser) guess(o *sparse, word int32, x, dx []float32) {
	s := g.scores
	clear(s)
	net.Accumulate(s[:samples], x, g.turned)
	for j, v := range o.data[int(word)*len(x):][:len(x)] {
		s[samples] += v * x[j]
	}
	for j, w := range g.chosen {
		s[j] -= g.bias[w]
		if w == word {
			s[j] = -1e9
		}
	}
	s[samples] -= g.bias[word]
	p := s[:samples+1]
	net.Softmax(p)
	g.loss += nlog(p[samples])
	g.seen++
	p[samples]--
	for j, w := range g.chosen {
		if p[j] >= 1e-4 {
			g.pull(o, w, p[j], x, dx)
		}
	}
	g.pull(o, word, p[samples], x, dx)
}

func (g *guesser) pull(o *sparse, word int32, p float32, x, dx []float32) {
	y := o.data[int(word)*len(x):][:len(x)]
	for j := range dx {
		g.dRow[j] = p * x[j]
		dx[j] += p * y[j]
	}
	o.add(word, g.dRow)
}

func (g *guesser) update(rate float64, scale float32) {
	t := g.t
	for k, p := range t.m.Parameters() {
		if strings.HasPrefix(p.Name, "first.") {
			t.dense[k].step(float32(rate), scale)
		}
	}
	t.l.words.forget()
	t.l.features.stepRows(float32(rate), scale)
	for k := range g.out {
		g.out[k].stepRows(float32(rate), scale)
	}
}
