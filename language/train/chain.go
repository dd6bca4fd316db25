package train

import (
	"math"

	"depesche/language/names"
)

// nameColumns is the width of a row of scores: the tags, and room to a multiple of 8.
const nameColumns = (names.NumTags + 7) &^ 7

// chain computes the loss of a conditional random field over one sentence (Lafferty,
// McCallum and Pereira 2001) and its gradients, by the forward-backward algorithm. Rows
// have nameColumns numbers.
type chain struct {
	scores []float32 // of the tags, a row a word
	next   []float32 // of pairs: a tag after a tag; the last row is the start
	alpha  []float64 // log of the sum over all ways to a tag, NumTags a word
	beta   []float64 // and from it to the end
	z      float64   // over all ways

	dScores, dNext []float32
}

// learn computes the loss against the gold tags and fills in the gradients.
func (c *chain) learn(gold []int) (loss float64) {
	const k = names.NumTags
	n := len(gold)
	clear(c.dNext)
	zero(&c.dScores, n*nameColumns)
	if n == 0 {
		return 0
	}
	c.forward(n)
	c.backward(n)
	loss = c.z
	before := k
	for i, g := range gold {
		row := c.dScores[i*nameColumns:][:k]
		for t := range row {
			row[t] = float32(math.Exp(c.alpha[i*k+t] + c.beta[i*k+t] - c.z))
		}
		c.expectPairs(i)
		loss -= float64(c.scores[i*nameColumns+g]) + float64(c.next[before*nameColumns+g])
		row[g]--
		c.dNext[before*nameColumns+g]--
		before = g
	}
	return loss
}

// forward fills in alpha and z.
func (c *chain) forward(n int) {
	const k = names.NumTags
	c.alpha = enough(c.alpha, n*k)
	var ways [k]float64
	for i := range n {
		for t := range k {
			w := ways[:0]
			for b := range k + 1 {
				if (i == 0) != (b == k) || !names.Allowed(b, t) {
					continue
				}
				way := float64(c.next[b*nameColumns+t])
				if i > 0 {
					way += c.alpha[(i-1)*k+b]
				}
				w = append(w, way)
			}
			c.alpha[i*k+t] = logSum(w) + float64(c.scores[i*nameColumns+t])
		}
	}
	c.z = logSum(c.alpha[(n-1)*k : n*k])
}

// backward fills in beta.
func (c *chain) backward(n int) {
	const k = names.NumTags
	c.beta = enough(c.beta, n*k)
	clear(c.beta[(n-1)*k:])
	var ways [k]float64
	for i := n - 2; i >= 0; i-- {
		for t := range k {
			w := ways[:0]
			for a := range k {
				if names.Allowed(t, a) {
					w = append(w, float64(c.next[t*nameColumns+a])+float64(c.scores[(i+1)*nameColumns+a])+c.beta[(i+1)*k+a])
				}
			}
			c.beta[i*k+t] = logSum(w)
		}
	}
}

// expectPairs adds how probable each pair of tags is at word i and the one before.
func (c *chain) expectPairs(i int) {
	const k = names.NumTags
	for b := range k + 1 {
		if (i == 0) != (b == k) {
			continue
		}
		for t := range k {
			if !names.Allowed(b, t) {
				continue
			}
			way := float64(c.next[b*nameColumns+t]) + float64(c.scores[i*nameColumns+t]) + c.beta[i*k+t] - c.z
			if i > 0 {
				way += c.alpha[(i-1)*k+b]
			}
			c.dNext[b*nameColumns+t] += float32(math.Exp(way))
		}
	}
}

func enough(v []float64, n int) []float64 {
	if cap(v) < n {
		return make([]float64, n, 2*n)
	}
	return v[:n]
}

// logSum is the log of the sum of the exponentials; never for none.
func logSum(v []float64) float64 {
	const never = -1e9
	top := never
	for _, x := range v {
		top = max(top, x)
	}
	if top == never {
		return never
	}
	sum := 0.0
	for _, x := range v {
		sum += math.Exp(x - top)
	}
	return top + math.Log(sum)
}
