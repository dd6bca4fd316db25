//go:build !amd64 && !arm64

package net

func accumulate(y, x, w []float32) { accumulateGo(y, x, w) }

func accumulate4(y, x *[4][]float32, w []float32) { accumulate4Go(y, x, w) }

func addScaled(x []float32, v []int8, scale float32) { addScaledGo(x, v, scale) }

func sigmoids(x []float32) { sigmoidsGo(x) }

func tanhs(x []float32) { tanhsGo(x) }
