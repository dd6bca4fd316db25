package train

import (
	"math"
	"slices"

	"depesche/language/model"
	"depesche/language/net"
	"depesche/report"
)

// random is a small generator (splitmix64), the same on every machine.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// float is a number from 0 up to, not including, 1.
func (r *random) float() float32 { return float32(r.next()>>40) / (1 << 24) }

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// shuffle puts the numbers in a random order.
func (r *random) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := r.below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
}

func nlog(p float32) float64 { return -math.Log(float64(p) + 1e-12) }

func indexOf(values []string, v string) int { return slices.Index(values, v) }

func featureOf(g *model.Group) report.Feature { return report.Feature(g.Feature) }

func relIndex(m *model.Model, r report.Rel) int { return slices.Index(m.Rels, r) }

func resize(b *[]float32, n int) []float32 {
	if cap(*b) < n {
		*b = make([]float32, n, n+n/2)
	}
	*b = (*b)[:n]
	return *b
}

func zero(b *[]float32, n int) []float32 {
	clear(resize(b, n))
	return *b
}

func softmax(v []float32) { net.Softmax(v) }

func largest(v []float32) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}

// add adds d to the start of sum.
func add(sum, d []float32) {
	sum = sum[:len(d)]
	for j, v := range d {
		sum[j] += v
	}
}
