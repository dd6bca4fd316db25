package net

// On arm64 the compiler makes one fused instruction of a product and a sum that are
// not parted by a conversion; the tests hold it to the bits of fma.

func accumulate(y, b, x, w []float32) {
	m := len(y)
	copy(y, b)
	i := 0
	for ; i+4 <= len(x); i += 4 {
		x0, x1, x2, x3 := x[i], x[i+1], x[i+2], x[i+3]
		w0 := w[i*m:][:m]
		w1 := w[(i+1)*m:][:m]
		w2 := w[(i+2)*m:][:m]
		w3 := w[(i+3)*m:][:m]
		for j := range y {
			s := x0*w0[j] + y[j]
			s = x1*w1[j] + s
			s = x2*w2[j] + s
			y[j] = x3*w3[j] + s
		}
	}
	for ; i < len(x); i++ {
		x0 := x[i]
		row := w[i*m:][:m]
		for j := range y {
			y[j] = x0*row[j] + y[j]
		}
	}
}

func accumulate4(y, b, x *[4][]float32, w []float32) {
	for r := range 4 {
		accumulate(y[r], b[r], x[r], w)
	}
}
