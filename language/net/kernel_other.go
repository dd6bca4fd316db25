//go:build !amd64 && !arm64

package net

func accumulate(y, b, x, w []float32) { accumulateGo(y, b, x, w) }

func accumulate4(y, b, x *[4][]float32, w []float32) { accumulate4Go(y, b, x, w) }
