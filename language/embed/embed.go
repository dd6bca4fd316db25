// Package embed learns word vectors from raw text: skip-gram with negative
// samples (Mikolov et al. 2013), with a context vector for every relative
// position (Ling et al. 2015), which suits parsing better than a bag of
// neighbours.
package embed

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"sort"
)

// Config says how to learn vectors.
type Config struct {
	Width     int // numbers in a vector; 0 = 64
	Window    int // neighbours on either side; 0 = 3
	Negatives int // samples against each neighbour; 0 = 5
	MinCount  int // rarer words get no vector; 0 = 5
	MaxWords  int // most frequent words that get one; 0 = 50000
	Epochs    int // rounds over the text; 0 = 3
	Seed      uint64
}

func (c *Config) defaults() {
	set := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	set(&c.Width, 64)
	set(&c.Window, 3)
	set(&c.Negatives, 5)
	set(&c.MinCount, 5)
	set(&c.MaxWords, 50000)
	set(&c.Epochs, 3)
}

// Vectors are the words, the most frequent first, and their vectors, Width
// numbers each.
type Vectors struct {
	Width int
	Words []string
	Data  []float32
}

// Learn learns vectors from sentences of words. It reports each round to
// progress. The same text and seed give the same vectors.
func Learn(ctx context.Context, c Config, sentences [][]string, progress io.Writer) (*Vectors, error) {
	c.defaults()
	l := newLearner(&c, sentences)
	fmt.Fprintf(progress, "vectors: %d words of text, %d kinds\n", l.total, len(l.words))
	for e := range c.Epochs {
		for i, s := range l.text {
			if i%1024 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			l.sentence(s)
		}
		fmt.Fprintf(progress, "vectors: round %d, loss %.4f\n", e+1, l.loss/float64(l.seen))
		l.loss, l.seen = 0, 0
	}
	return &Vectors{c.Width, l.words, l.in}, nil
}

// Write writes the vectors in the text format of word2vec.
func (v *Vectors) Write(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "%d %d\n", len(v.Words), v.Width)
	for i, word := range v.Words {
		w.WriteString(word)
		for _, x := range v.Data[i*v.Width : (i+1)*v.Width] {
			fmt.Fprintf(w, " %.4f", x)
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

type learner struct {
	c       *Config
	words   []string
	counts  []int
	total   int
	text    [][]int32
	keep    []float32 // chance that an occurrence is learned from
	in      []float32
	out     []float32 // by relative position, then word
	noise   []int32   // words in proportion to count^0.75
	state   uint64
	done    int
	planned int
	delta   []float32
	kept    []int32
	loss    float64
	seen    int
}

func newLearner(c *Config, sentences [][]string) *learner {
	l := &learner{c: c, state: c.Seed*2 + 1, delta: make([]float32, c.Width)}
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	for w, n := range counts {
		if n >= c.MinCount {
			l.words = append(l.words, w)
		}
	}
	sort.Slice(l.words, func(i, j int) bool {
		a, b := l.words[i], l.words[j]
		if counts[a] != counts[b] {
			return counts[a] > counts[b]
		}
		return a < b
	})
	l.words = l.words[:min(len(l.words), c.MaxWords)]
	rows := make(map[string]int32, len(l.words))
	for i, w := range l.words {
		rows[w] = int32(i)
		l.counts = append(l.counts, counts[w])
	}
	for _, s := range sentences {
		var ids []int32
		for _, w := range s {
			if r, ok := rows[w]; ok {
				ids = append(ids, r)
			}
		}
		l.total += len(ids)
		l.text = append(l.text, ids)
	}
	l.planned = l.total * c.Epochs
	l.lay()
	return l
}

// lay fills the tables with their first values.
func (l *learner) lay() {
	n := len(l.words)
	l.in = make([]float32, n*l.c.Width)
	for i := range l.in {
		l.in[i] = (float32(l.next()>>40)/(1<<24) - 0.5) / float32(l.c.Width)
	}
	l.out = make([]float32, 2*l.c.Window*n*l.c.Width)
	l.keep = make([]float32, n)
	sum := 0.0
	for i, k := range l.counts {
		f := float64(k) / float64(l.total) / 1e-3
		l.keep[i] = float32(math.Min(1, (math.Sqrt(f)+1)/f))
		sum += math.Pow(float64(k), 0.75)
	}
	const size = 1 << 20
	for i, k := range l.counts {
		for range int(math.Pow(float64(k), 0.75)/sum*size) + 1 {
			l.noise = append(l.noise, int32(i))
		}
	}
}

// next is a step of a 64-bit linear congruential generator.
func (l *learner) next() uint64 {
	l.state = l.state*6364136223846793005 + 1442695040888963407
	return l.state
}

func (l *learner) sentence(s []int32) {
	l.kept = l.kept[:0]
	for _, w := range s {
		if float32(l.next()>>40)/(1<<24) < l.keep[w] {
			l.kept = append(l.kept, w)
		}
	}
	rate := float32(0.05 * math.Max(0.001, 1-float64(l.done)/float64(l.planned)))
	l.done += len(s)
	for i, w := range l.kept {
		for p := range 2 * l.c.Window {
			j := i + p - l.c.Window
			if p >= l.c.Window {
				j++
			}
			if j >= 0 && j < len(l.kept) {
				l.pair(w, l.kept[j], p, rate)
			}
		}
	}
}

// pair learns that the neighbour stands at the relative position of the word and
// that some others do not.
func (l *learner) pair(word, neighbour int32, position int, rate float32) {
	d := l.c.Width
	x := l.in[int(word)*d:][:d]
	table := l.out[position*len(l.words)*d:]
	clear(l.delta)
	for k := range l.c.Negatives + 1 {
		target, label := neighbour, float32(1)
		if k > 0 {
			target, label = l.noise[l.next()>>33%uint64(len(l.noise))], 0
			if target == neighbour {
				continue
			}
		}
		y := table[int(target)*d:][:d]
		s := dot(x, y)
		p := sigmoid(s)
		if k == 0 {
			l.loss -= math.Log(float64(p) + 1e-9)
			l.seen++
		}
		step(l.delta, y, x, (label-p)*rate)
	}
	for j, v := range l.delta {
		x[j] += v
	}
}

func dot(x, y []float32) float32 {
	y = y[:len(x)]
	var a, b, c, d float32
	i := 0
	for ; i+4 <= len(x); i += 4 {
		a += x[i] * y[i]
		b += x[i+1] * y[i+1]
		c += x[i+2] * y[i+2]
		d += x[i+3] * y[i+3]
	}
	for ; i < len(x); i++ {
		a += x[i] * y[i]
	}
	return a + b + c + d
}

// step adds g·y to delta and then g·x to y.
func step(delta, y, x []float32, g float32) {
	delta, x = delta[:len(y)], x[:len(y)]
	for j, v := range y {
		delta[j] += g * v
		y[j] = v + g*x[j]
	}
}

func sigmoid(x float32) float32 {
	if x > 12 {
		return 1
	}
	if x < -12 {
		return 0
	}
	return float32(1 / (1 + math.Exp(float64(-x))))
}
