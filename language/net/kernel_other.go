//go:build !amd64

package net

func accumulate(y, x, w []float32) { accumulateGo(y, x, w) }

func sigmoids(x []float32) { sigmoidsGo(x) }

func tanhs(x []float32) { tanhsGo(x) }
