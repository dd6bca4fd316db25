// Package net is the arithmetic of the trained analysis: products of vectors
// and matrices, recurrent layers and their activation functions.
//
// Every element of a result is a sum taken in one fixed order, with a rounding
// after each product and each sum, so that all machines give the same bits; the
// assembly for amd64 and the Go code are tested against each other.
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

// accumulateGo is Accumulate in plain Go, four rows at a time.
func accumulateGo(y, x, w []float32) {
	m := len(y)
	i := 0
	for ; i+4 <= len(x); i += 4 {
		x0, x1, x2, x3 := x[i], x[i+1], x[i+2], x[i+3]
		w0 := w[i*m:][:m]
		w1 := w[(i+1)*m:][:m]
		w2 := w[(i+2)*m:][:m]
		w3 := w[(i+3)*m:][:m]
		for j := range y {
			s := y[j] + float32(x0*w0[j])
			s += float32(x1 * w1[j])
			s += float32(x2 * w2[j])
			y[j] = s + float32(x3*w3[j])
		}
	}
	for ; i < len(x); i++ {
		x0 := x[i]
		w0 := w[i*m:][:m]
		for j := range y {
			y[j] += float32(x0 * w0[j])
		}
	}
}

// Product multiplies the n rows of x (k numbers each) by the matrix w (k rows of
// m numbers) and adds the bias to each row of the result y (n rows of m).
func Product(y, x, w, bias []float32, n, k, m int) {
	for t := range n {
		row := y[t*m : (t+1)*m]
		copy(row, bias[:m])
		Accumulate(row, x[t*k:(t+1)*k], w)
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
