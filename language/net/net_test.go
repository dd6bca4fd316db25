package net

import (
	"math"
	"math/rand/v2"
	"testing"
)

func fill(r *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = r.Float32()*2 - 1
	}
	return v
}

func TestKernelGivesTheSameBitsAsGo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, m := range []int{8, 16, 32, 56, 64, 72, 96, 136, 256} {
		for _, k := range []int{1, 2, 3, 4, 5, 17, 64} {
			x, w, y := fill(r, k), fill(r, k*m), fill(r, m)
			want := append([]float32(nil), y...)
			accumulateGo(want, x, w)
			Accumulate(y, x, w)
			for j := range y {
				if y[j] != want[j] {
					t.Fatalf("k=%d m=%d column %d: %v, want %v", k, m, j, y[j], want[j])
				}
			}
		}
	}
}

func TestProductGivesTheSameBitsAsGo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, m := range []int{8, 16, 24, 32, 40, 64, 72, 96, 112, 160, 384} {
		for _, k := range []int{1, 2, 5, 64, 96} {
			for n := range 10 {
				x, w, bias := fill(r, n*k), fill(r, k*m), fill(r, m)
				want, y := make([]float32, n*m), make([]float32, n*m)
				for i := range n {
					copy(want[i*m:], bias)
					accumulateGo(want[i*m:(i+1)*m], x[i*k:(i+1)*k], w)
				}
				Product(y, x, w, bias, n, k, m)
				for j := range y {
					if y[j] != want[j] {
						t.Fatalf("n=%d k=%d m=%d at %d: %v, want %v", n, k, m, j, y[j], want[j])
					}
				}
			}
		}
	}
}

func TestAddScaledGivesTheSameBitsAsGo(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{8, 16, 64, 72} {
		x, v := fill(r, n), make([]int8, n)
		for i := range v {
			v[i] = int8(r.IntN(256) - 128)
		}
		want := append([]float32(nil), x...)
		addScaledGo(want, v, 0.0371)
		AddScaled(x, v, 0.0371)
		for j := range x {
			if x[j] != want[j] {
				t.Fatalf("n=%d at %d: %v, want %v", n, j, x[j], want[j])
			}
		}
	}
}

func TestActivationsAreClose(t *testing.T) {
	for x := float32(-20); x < 20; x += 0.037 {
		if d := float64(Exp(x))/math.Exp(float64(x)) - 1; math.Abs(d) > 1e-6 {
			t.Fatalf("exp(%v) off by %v", x, d)
		}
		if d := float64(Tanh(x)) - math.Tanh(float64(x)); math.Abs(d) > 1e-6 {
			t.Fatalf("tanh(%v) off by %v", x, d)
		}
	}
}

func BenchmarkAccumulate(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, w, y := fill(r, 128), fill(r, 128*256), fill(r, 256)
	b.ReportAllocs()
	for b.Loop() {
		Accumulate(y, x, w)
	}
	b.ReportMetric(float64(b.N)*128*256/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const n, k, m = 24, 192, 384
	x, w, bias, y := fill(r, n*k), fill(r, k*m), fill(r, m), make([]float32, n*m)
	b.ReportAllocs()
	for b.Loop() {
		Product(y, x, w, bias, n, k, m)
	}
	b.ReportMetric(float64(b.N)*n*k*m/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkSigmoid(b *testing.B) {
	x := float32(0.3)
	for b.Loop() {
		x = Sigmoid(x)
	}
}

func TestActivationsGiveTheSameBitsAsGo(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	x := fill(r, 4096)
	for i := range x {
		x[i] *= 100
	}
	copy(x, []float32{0, 80, -80, 81, -81, 1e30, -1e30, 1e-30, -40.1, 40.1})
	s, th := append([]float32(nil), x...), append([]float32(nil), x...)
	Sigmoids(s)
	Tanhs(th)
	for i, v := range x {
		if s[i] != Sigmoid(v) {
			t.Fatalf("sigmoid(%v) = %v, want %v", v, s[i], Sigmoid(v))
		}
		if th[i] != Tanh(v) {
			t.Fatalf("tanh(%v) = %v, want %v", v, th[i], Tanh(v))
		}
	}
}

func BenchmarkSigmoids(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x := fill(r, 192)
	for b.Loop() {
		Sigmoids(x)
	}
}
