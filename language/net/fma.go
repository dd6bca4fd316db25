package net

import "math"

// fma is x*y + z rounded once, as the fused instruction of a processor gives it.
// The product is exact in 64 bits; the sum is rounded to odd there (Boldo and
// Melquiond 2008), so that rounding it to 32 bits is not a second rounding.
func fma(x, y, z float32) float32 {
	p, a := float64(x)*float64(y), float64(z)
	s := p + a
	b := s - p
	rest := float64(p-float64(s-b)) + float64(a-b)
	bits := math.Float64bits(s)
	if rest != 0 && bits&1 == 0 && rest-rest == 0 {
		if (rest > 0) == (s > 0) {
			bits++
		} else {
			bits--
		}
	}
	return float32(math.Float64frombits(bits))
}
