package net

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// exact is x*y + z computed without rounding, then rounded once to 32 bits.
func exact(x, y, z float32) float32 {
	num := func(v float32) *big.Float { return new(big.Float).SetPrec(2000).SetFloat64(float64(v)) }
	p := new(big.Float).SetPrec(2000).Mul(num(x), num(y))
	f, _ := p.Add(p, num(z)).Float32()
	return f
}

func TestFmaRoundsOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100000 {
		x, y := math.Float32frombits(r.Uint32()&0x8fffffff|0x38000000), math.Float32frombits(r.Uint32()&0x8fffffff|0x38000000)
		z := math.Float32frombits(r.Uint32())
		if z != z || math.IsInf(float64(z), 0) {
			continue
		}
		if got, want := fma(x, y, z), exact(x, y, z); got != want {
			t.Fatalf("%v*%v + %v = %v, want %v", x, y, z, got, want)
		}
	}
}

// TestFmaAtTheMiddle adds products of 2^-24 + 2^-70, whose last bit decides between
// two numbers of 32 bits and is lost in 64.
func TestFmaAtTheMiddle(t *testing.T) {
	const a, b = 8392705 * 0x1p-35, 8384513 * 0x1p-35
	twice := 0
	for i := range 64 {
		for _, sign := range []float32{1, -1} {
			x, y, z := float32(a), float32(b)*sign, 1+float32(i)*0x1p-23
			want := exact(x, y, z)
			if got := fma(x, y, z); got != want {
				t.Errorf("%v*%v + %v = %v, want %v", x, y, z, got, want)
			}
			if float32(float64(x)*float64(y)+float64(z)) != want {
				twice++
			}
		}
	}
	if twice == 0 {
		t.Error("none of the sums is one that rounding twice gets wrong")
	}
}

func TestFmaKeepsWhatIsNotFinite(t *testing.T) {
	inf := float32(math.Inf(1))
	if got := fma(inf, 1, 2); got != inf {
		t.Errorf("infinity: %v", got)
	}
	if got := fma(inf, 0, 2); got == got {
		t.Errorf("infinity times nothing: %v, want no number", got)
	}
}
