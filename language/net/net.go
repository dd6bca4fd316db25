// Package net is the arithmetic of the trained analysis: products of vectors
// and matrices, recurrent layers and their activation functions.
//
// Every element of a result is a sum taken in one fixed order, each product and sum
// rounded once (fused), so that all machines give the same bits; the assembly for
// amd64 and the Go code are tested against each other.
package net

// Accumulate adds the product of the row vector x and the matrix w to y:
// y[j] += x[0]*w[0][j] + x[1]*w[1][j] + …, added from the left. w is stored row
// by row, len(x) rows of len(y) numbers; len(y) is a multiple of 8.
func Accumulate(y, x, w []float32) {
	if len(y)%8 != 0 || len(w) < len(x)*len(y) {
		panic("net: shapes do not fit")
	}
	if len(x) == 0 || len(y) == 0 {
		return
	}
	accumulate(y, x, w)
}

// accumulateGo is Accumulate in plain Go.
func accumulateGo(y, x, w []float32) {
	m := len(y)
	for i, v := range x {
		row := w[i*m:][:m]
		for j := range y {
			y[j] = fma(v, row[j], y[j])
		}
	}
}

// Product multiplies the n rows of x (k numbers each) by the matrix w (k rows of
// m numbers) and adds the bias to each row of the result y (n rows of m).
func Product(y, x, w, bias []float32, n, k, m int) {
	for t := range n {
		copy(y[t*m:(t+1)*m], bias[:m])
	}
	AddProduct(y, x, w, n, k, m)
}

// AddProduct adds the product of the n rows of x (k numbers each) and the matrix w
// (k rows of m numbers, m a multiple of 8) to the n rows of y: Accumulate, row by
// row.
func AddProduct(y, x, w []float32, n, k, m int) {
	if m%8 != 0 || len(y) < n*m || len(x) < n*k || len(w) < k*m {
		panic("net: shapes do not fit")
	}
	if k == 0 || m == 0 {
		return
	}
	t := 0
	var ys, xs [4][]float32
	for ; t+4 <= n; t += 4 {
		for r := range 4 {
			ys[r], xs[r] = y[(t+r)*m:(t+r+1)*m], x[(t+r)*k:(t+r+1)*k]
		}
		accumulate4(&ys, &xs, w)
	}
	for ; t < n; t++ {
		accumulate(y[t*m:(t+1)*m], x[t*k:(t+1)*k], w)
	}
}

// Accumulate4 is Accumulate for four rows at once, wherever they stand: y[r] += x[r]·w.
// All rows of x have one length, and all of y.
func Accumulate4(y, x *[4][]float32, w []float32) {
	k, m := len(x[0]), len(y[0])
	for r := range 4 {
		if len(x[r]) != k || len(y[r]) != m {
			panic("net: shapes do not fit")
		}
	}
	if m%8 != 0 || len(w) < k*m {
		panic("net: shapes do not fit")
	}
	if k == 0 || m == 0 {
		return
	}
	accumulate4(y, x, w)
}

func accumulate4Go(y, x *[4][]float32, w []float32) {
	for r := range 4 {
		accumulateGo(y[r], x[r], w)
	}
}

// AddScaled adds scale*v to x, each product rounded before its sum. Both have the
// same length, a multiple of 8.
func AddScaled(x []float32, v []int8, scale float32) {
	if len(x)%8 != 0 || len(v) != len(x) {
		panic("net: shapes do not fit")
	}
	if len(x) > 0 {
		addScaled(x, v, scale)
	}
}

func addScaledGo(x []float32, v []int8, scale float32) {
	for j, n := range v {
		x[j] += float32(scale * float32(n))
	}
}

// Transpose writes the transpose of a (n rows of m numbers) to out.
func Transpose(out, a []float32, n, m int) {
	for i := range n {
		row := a[i*m : (i+1)*m]
		for j, v := range row {
			out[j*n+i] = v
		}
	}
}

// Pad is n rounded up to a multiple of 8, the width of a matrix row.
func Pad(n int) int { return (n + 7) &^ 7 }
