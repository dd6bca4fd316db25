package net

import "math"

// Exp is e to the x to about six digits, the same bits on every machine.
func Exp(x float32) float32 {
	if x > 80 {
		x = 80
	}
	if x < -80 {
		return 0
	}
	const log2e, ln2hi, ln2lo = 1.44269504, 0.693359375, -2.12194440e-4
	n := float32(x * log2e)
	if n >= 0 {
		n += 0.5
	} else {
		n -= 0.5
	}
	k := int32(n)
	f := float32(k)
	r := x - float32(f*ln2hi)
	r -= float32(f * ln2lo)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(p*float32(r*r)) + r
	p += 1
	return p * math.Float32frombits(uint32(k+127)<<23)
}

// Sigmoid is 1/(1+e^-x).
func Sigmoid(x float32) float32 { return 1 / (1 + Exp(-x)) }

// Tanh is the hyperbolic tangent.
func Tanh(x float32) float32 {
	return 1 - 2/(1+Exp(float32(2*x)))
}

// Softmax turns scores into probabilities in place and gives the index of the
// largest, the first of equals.
func Softmax(s []float32) int {
	best := Below(s)
	for i, v := range s {
		s[i] = Exp(v)
	}
	Shares(s)
	return best
}

// Below takes the largest number off all and gives its index, the first of equals.
func Below(s []float32) int {
	best, top := 0, s[0]
	for i, v := range s {
		if v > top {
			best, top = i, v
		}
	}
	for i := range s {
		s[i] -= top
	}
	return best
}

// Shares divides numbers by their sum.
func Shares(s []float32) {
	sum := float32(0)
	for _, v := range s {
		sum += v
	}
	inv := 1 / sum
	for i := range s {
		s[i] *= inv
	}
}

// Sigmoids is Sigmoid of every number, in place; their count is a multiple of 8.
func Sigmoids(x []float32) {
	if inEights(x) {
		sigmoids(x)
	}
}

// Tanhs is Tanh of every number, in place; their count is a multiple of 8.
func Tanhs(x []float32) {
	if inEights(x) {
		tanhs(x)
	}
}

// Exps is Exp of every number, in place; their count is a multiple of 8.
func Exps(x []float32) {
	if inEights(x) {
		exps(x)
	}
}

// Positives puts 0 in the place of every number below it; their count is a multiple
// of 8.
func Positives(x []float32) {
	if inEights(x) {
		positives(x)
	}
}

// inEights says whether there are numbers, and panics if they are no multiple of 8.
func inEights(x []float32) bool {
	if len(x)%8 != 0 {
		panic("net: shapes do not fit")
	}
	return len(x) > 0
}

func sigmoidsGo(x []float32) {
	for i, v := range x {
		x[i] = Sigmoid(v)
	}
}

func tanhsGo(x []float32) {
	for i, v := range x {
		x[i] = Tanh(v)
	}
}

func expsGo(x []float32) {
	for i, v := range x {
		x[i] = Exp(v)
	}
}

func positivesGo(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

// cellsGo puts in*cand + forget*before into c, each product rounded before the sum.
func cellsGo(c, in, cand, forget, before []float32) {
	for j := range c {
		c[j] = float32(in[j]*cand[j]) + float32(forget[j]*before[j])
	}
}

func timesGo(y, x []float32) {
	for j := range y {
		y[j] *= x[j]
	}
}
