package train

import (
	"math"
	"sort"
)

// adam is the optimiser of Kingma and Ba 2015 for one array.
type adam struct {
	data, grad, first, second []float32
}

const (
	beta1   = 0.9
	beta2   = 0.99
	epsilon = 1e-8
)

func newAdam(data []float32) *adam {
	n := len(data)
	return &adam{data, make([]float32, n), make([]float32, n), make([]float32, n)}
}

// step moves the array against its gradient, times scale, and clears it. rate
// already holds the correction for the first steps.
func (a *adam) step(rate, scale float32) {
	adamRange(a.data, a.grad, a.first, a.second, rate, scale)
}

func adamRange(data, grad, first, second []float32, rate, scale float32) {
	for i, g := range grad {
		g *= scale
		m := beta1*first[i] + (1-beta1)*g
		v := beta2*second[i] + (1-beta2)*g*g
		first[i], second[i] = m, v
		data[i] -= rate * m / (float32(math.Sqrt(float64(v))) + epsilon)
		grad[i] = 0
	}
}

// sparse is an array of rows of which few are touched by a batch.
type sparse struct {
	adam
	width   int
	touched []int32
	isIn    []bool
}

func newSparse(data []float32, width int) sparse {
	return sparse{adam: *newAdam(data), width: width, isIn: make([]bool, len(data)/width)}
}

// add adds to the gradient of a row.
func (s *sparse) add(row int32, d []float32) {
	if !s.isIn[row] {
		s.isIn[row] = true
		s.touched = append(s.touched, row)
	}
	g := s.grad[int(row)*s.width:][:s.width]
	for j, v := range d {
		g[j] += v
	}
}

// stepRows is step for the touched rows.
func (s *sparse) stepRows(rate, scale float32) {
	sort.Slice(s.touched, func(i, j int) bool { return s.touched[i] < s.touched[j] })
	for _, r := range s.touched {
		at, end := int(r)*s.width, (int(r)+1)*s.width
		adamRange(s.data[at:end], s.grad[at:end], s.first[at:end], s.second[at:end], rate, scale)
		s.isIn[r] = false
	}
	s.touched = s.touched[:0]
}

// norm is the sum of squares of the gradient of the touched rows.
func (s *sparse) norm() float64 {
	sum := 0.0
	for _, r := range s.touched {
		sum += squares(s.grad[int(r)*s.width:][:s.width])
	}
	return sum
}

func squares(g []float32) float64 {
	sum := 0.0
	for _, v := range g {
		sum += float64(v) * float64(v)
	}
	return sum
}

// forget drops the gradients of the touched rows.
func (s *sparse) forget() {
	for _, r := range s.touched {
		clear(s.grad[int(r)*s.width:][:s.width])
		s.isIn[r] = false
	}
	s.touched = s.touched[:0]
}
