package net

import (
	"math"
	"math/rand/v2"
	"slices"
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
			accumulateGo(want, want, x, w)
			apart := make([]float32, m)
			Sum(apart, y, x, w)
			Accumulate(y, x, w)
			for j := range y {
				if y[j] != want[j] || apart[j] != want[j] {
					t.Fatalf("k=%d m=%d column %d: %v and %v, want %v", k, m, j, y[j], apart[j], want[j])
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
					accumulateGo(want[i*m:(i+1)*m], want[i*m:(i+1)*m], x[i*k:(i+1)*k], w)
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
	s, th, e := slices.Clone(x), slices.Clone(x), slices.Clone(x)
	Sigmoids(s)
	Tanhs(th)
	Exps(e)
	eights := slices.Clone(x[:4088]) // not in steps of 32
	Sigmoids(eights)
	if !slices.Equal(eights, s[:len(eights)]) {
		t.Error("sigmoids depend on their number")
	}
	copy(eights, x)
	if Tanhs(eights); !slices.Equal(eights, th[:len(eights)]) {
		t.Error("tangents depend on their number")
	}
	for i, v := range x {
		if e[i] != Exp(v) {
			t.Fatalf("exp(%v) = %v, want %v", v, e[i], Exp(v))
		}
		if s[i] != Sigmoid(v) {
			t.Fatalf("sigmoid(%v) = %v, want %v", v, s[i], Sigmoid(v))
		}
		if th[i] != Tanh(v) {
			t.Fatalf("tanh(%v) = %v, want %v", v, th[i], Tanh(v))
		}
	}
}

func TestCellsGiveTheSameBitsAsGo(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, n := range []int{8, 24, 96} {
		in, cand, forget, before := fill(r, n), fill(r, n), fill(r, n), fill(r, n)
		want, got := make([]float32, n), make([]float32, n)
		cellsGo(want, in, cand, forget, before)
		cells(got, in, cand, forget, before)
		if !slices.Equal(got, want) {
			t.Errorf("cells of %d: %v, want %v", n, got, want)
		}
		timesGo(want, in)
		if times(got, in); !slices.Equal(got, want) {
			t.Errorf("%d products: %v, want %v", n, got, want)
		}
		positivesGo(want)
		if Positives(got); !slices.Equal(got, want) || slices.Min(got) != 0 {
			t.Errorf("%d without the negative: %v, want %v", n, got, want)
		}
	}
}

func TestProductOfSomeRows(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	const n, k, m = 9, 5, 40
	x, w, bias := fill(r, n*k), fill(r, k*m), fill(r, m)
	all, some := make([]float32, n*m), make([]float32, n*m)
	Product(all, x, w, bias, n, k, m)
	rows := []int32{8, 0, 3, 4, 6}
	ProductOf(some, x, w, bias, rows, k, m)
	for i := range int32(n) {
		want := all[i*m : (i+1)*m]
		if !slices.Contains(rows, i) {
			want = make([]float32, m)
		}
		if got := some[i*m : (i+1)*m]; !slices.Equal(got, want) {
			t.Errorf("row %d: %v, want %v", i, got, want)
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
