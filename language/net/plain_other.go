//go:build !amd64

package net

func addScaled(x []float32, v []int8, scale float32) { addScaledGo(x, v, scale) }

func sigmoids(x []float32) { sigmoidsGo(x) }

func tanhs(x []float32) { tanhsGo(x) }

func exps(x []float32) { expsGo(x) }

func cells(c, in, cand, forget, before []float32) { cellsGo(c, in, cand, forget, before) }

func times(y, x []float32) { timesGo(y, x) }

func positives(x []float32) { positivesGo(x) }
