package net

import "golang.org/x/sys/cpu"

// Which kernels the processor can run. All give the same bits.
var (
	wide  = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	wider = wide && cpu.X86.HasAVX512F
)

//go:noescape
func accumulateFMA(y, x, w *float32, k, m, columns int)

//go:noescape
func accumulateAVX512(y, x, w *float32, k, m, columns int)

//go:noescape
func product4FMA(y, x *[4]*float32, w *float32, k, m, columns int)

//go:noescape
func product4AVX512(y, x *[4]*float32, w *float32, k, m, columns int)

//go:noescape
func addScaledAVX2(x *float32, v *int8, scale float32, n int)

//go:noescape
func sigmoidsAVX2(x *float32, n int)

//go:noescape
func tanhsAVX2(x *float32, n int)

func accumulate(y, x, w []float32) {
	if !wide {
		accumulateGo(y, x, w)
		return
	}
	k, m, done := len(x), len(y), 0
	if wider && m >= 32 {
		done = m &^ 31
		accumulateAVX512(&y[0], &x[0], &w[0], k, m, done)
	}
	if done < m {
		accumulateFMA(&y[done], &x[0], &w[done], k, m, m-done)
	}
}

func accumulate4(y, x *[4][]float32, w []float32) {
	if !wide {
		accumulate4Go(y, x, w)
		return
	}
	var ys, xs [4]*float32
	for r := range 4 {
		ys[r], xs[r] = &y[r][0], &x[r][0]
	}
	k, m, done := len(x[0]), len(y[0]), 0
	if wider && m >= 32 {
		done = m &^ 31
		product4AVX512(&ys, &xs, &w[0], k, m, done)
	}
	if done == m {
		return
	}
	for r := range 4 {
		ys[r] = &y[r][done]
	}
	product4FMA(&ys, &xs, &w[done], k, m, m-done)
}

func addScaled(x []float32, v []int8, scale float32) {
	if !wide {
		addScaledGo(x, v, scale)
		return
	}
	addScaledAVX2(&x[0], &v[0], scale, len(x))
}

func sigmoids(x []float32) {
	if wide {
		sigmoidsAVX2(&x[0], len(x))
		return
	}
	sigmoidsGo(x)
}

func tanhs(x []float32) {
	if wide {
		tanhsAVX2(&x[0], len(x))
		return
	}
	tanhsGo(x)
}
