package net

import "golang.org/x/sys/cpu"

// Which kernels the processor can run. All give the same bits.
var (
	wide  = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	wider = wide && cpu.X86.HasAVX512F
)

//go:noescape
func accumulateFMA(y, b, x, w *float32, k, m, columns int)

//go:noescape
func accumulateAVX512(y, b, x, w *float32, k, m, columns int)

//go:noescape
func product4FMA(y, b, x *[4]*float32, w *float32, k, m, columns int)

//go:noescape
func product4AVX512(y, b, x *[4]*float32, w *float32, k, m, columns int)

//go:noescape
func addScaledAVX2(x *float32, v *int8, scale float32, n int)

//go:noescape
func sigmoidsAVX2(x *float32, n int)

//go:noescape
func sigmoidsAVX512(x *float32, n int)

//go:noescape
func tanhsAVX2(x *float32, n int)

//go:noescape
func tanhsAVX512(x *float32, n int)

//go:noescape
func expsAVX2(x *float32, n int)

//go:noescape
func cellsAVX2(c, in, cand, forget, before *float32, n int)

//go:noescape
func timesAVX2(y, x *float32, n int)

//go:noescape
func positivesAVX2(x *float32, n int)

func accumulate(y, b, x, w []float32) {
	if !wide {
		accumulateGo(y, b, x, w)
		return
	}
	k, m, done := len(x), len(y), 0
	if wider && m >= 32 {
		done = m &^ 31
		accumulateAVX512(&y[0], &b[0], &x[0], &w[0], k, m, done)
	}
	if done < m {
		accumulateFMA(&y[done], &b[done], &x[0], &w[done], k, m, m-done)
	}
}

func accumulate4(y, b, x *[4][]float32, w []float32) {
	if !wide {
		accumulate4Go(y, b, x, w)
		return
	}
	var ys, bs, xs [4]*float32
	for r := range 4 {
		ys[r], bs[r], xs[r] = &y[r][0], &b[r][0], &x[r][0]
	}
	k, m, done := len(x[0]), len(y[0]), 0
	if wider && m >= 16 {
		done = m &^ 15
		product4AVX512(&ys, &bs, &xs, &w[0], k, m, done)
	}
	if done == m {
		return
	}
	for r := range 4 {
		ys[r], bs[r] = &y[r][done], &b[r][done]
	}
	product4FMA(&ys, &bs, &xs, &w[done], k, m, m-done)
}

func addScaled(x []float32, v []int8, scale float32) {
	if !wide {
		addScaledGo(x, v, scale)
		return
	}
	addScaledAVX2(&x[0], &v[0], scale, len(x))
}

func sigmoids(x []float32) {
	switch {
	case wider && len(x)%32 == 0:
		sigmoidsAVX512(&x[0], len(x))
	case wide:
		sigmoidsAVX2(&x[0], len(x))
	default:
		sigmoidsGo(x)
	}
}

func tanhs(x []float32) {
	switch {
	case wider && len(x)%32 == 0:
		tanhsAVX512(&x[0], len(x))
	case wide:
		tanhsAVX2(&x[0], len(x))
	default:
		tanhsGo(x)
	}
}

func exps(x []float32) {
	if !wide {
		expsGo(x)
		return
	}
	expsAVX2(&x[0], len(x))
}

func cells(c, in, cand, forget, before []float32) {
	if !wide {
		cellsGo(c, in, cand, forget, before)
		return
	}
	cellsAVX2(&c[0], &in[0], &cand[0], &forget[0], &before[0], len(c))
}

func times(y, x []float32) {
	if !wide {
		timesGo(y, x)
		return
	}
	timesAVX2(&y[0], &x[0], len(y))
}

func positives(x []float32) {
	if !wide {
		positivesGo(x)
		return
	}
	positivesAVX2(&x[0], len(x))
}
