//go:build !amd64

package net

func accumulate(y, x, w []float32) { accumulateGo(y, x, w) }
