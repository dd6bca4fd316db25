package net

import "golang.org/x/sys/cpu"

var wide = cpu.X86.HasAVX2

//go:noescape
func accumulateAVX2(y, x, w *float32, k, m int)

func accumulate(y, x, w []float32) {
	if wide {
		accumulateAVX2(&y[0], &x[0], &w[0], len(x), len(y))
		return
	}
	accumulateGo(y, x, w)
}

//go:noescape
func sigmoidsAVX2(x *float32, n int)

//go:noescape
func tanhsAVX2(x *float32, n int)

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
