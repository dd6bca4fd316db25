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
func Accumulate(y, x, w []float32) { Sum(y, y, x, w) }

// Sum is Accumulate that begins with b in the place of y: y = b + x·w.
func Sum(y, b, x, w []float32) {
	if len(y)%8 != 0 || len(b) != len(y) || len(w) < len(x)*len(y) {
		panic("net: shapes do not fit")
	}
	if len(x) == 0 || len(y) == 0 {
		copy(y, b)
		return
	}
	accumulate(y, b, x, w)
}

// accumulateGo is Sum in plain Go.
func accumulateGo(y, b, x, w []float32) {
	m := len(y)
	copy(y, b)
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
	product(rows{y, m, m}, rows{bias, 0, m}, rows{x, k, k}, w, n)
}

// AddProduct adds the product of the n rows of x (k numbers each) and the matrix w
// (k rows of m numbers, m a multiple of 8) to the n rows of y: Accumulate, row by
// row.
func AddProduct(y, x, w []float32, n, k, m int) {
	product(rows{y, m, m}, rows{y, m, m}, rows{x, k, k}, w, n)
}

// ProductInto is Product whose results are stride apart.
func ProductInto(y []float32, stride int, x, w, bias []float32, n, k, m int) {
	product(rows{y, stride, m}, rows{bias, 0, m}, rows{x, k, k}, w, n)
}

// ProductOf is Product of some rows only; the results stand in the rows of the same
// numbers.
func ProductOf(y, x, w, bias []float32, of []int32, k, m int) {
	var ys, bs, xs [4][]float32
	for len(of) > 0 {
		n := min(4, len(of))
		for r, t := range of[:n] {
			ys[r], bs[r], xs[r] = rows{y, m, m}.at(int(t)), bias[:m], rows{x, k, k}.at(int(t))
		}
		Sums(ys[:n], bs[:n], xs[:n], w)
		of = of[n:]
	}
}

// rows are rows of width numbers, step apart.
type rows struct {
	data        []float32
	step, width int
}

func (r rows) at(i int) []float32 { return r.data[i*r.step:][:r.width] }

// product is Sum, row by row.
func product(y, b, x rows, w []float32, n int) {
	var ys, bs, xs [4][]float32
	for t := 0; t < n; t += 4 {
		c := min(4, n-t)
		for r := range c {
			ys[r], bs[r], xs[r] = y.at(t+r), b.at(t+r), x.at(t+r)
		}
		Sums(ys[:c], bs[:c], xs[:c], w)
	}
}

// Sums is Sum for up to four rows, wherever they stand: y[r] = b[r] + x[r]·w. Four
// share the loading of the weights. All rows of x have one length, and all of y and b.
func Sums(y, b, x [][]float32, w []float32) {
	if len(y) < 4 {
		for r := range y {
			Sum(y[r], b[r], x[r], w)
		}
		return
	}
	k, m := len(x[0]), len(y[0])
	for r := range 4 {
		if len(x[r]) != k || len(y[r]) != m || len(b[r]) != m {
			panic("net: shapes do not fit")
		}
	}
	if m%8 != 0 || len(w) < k*m {
		panic("net: shapes do not fit")
	}
	if k == 0 || m == 0 {
		for r := range 4 {
			copy(y[r], b[r])
		}
		return
	}
	accumulate4((*[4][]float32)(y), (*[4][]float32)(b), (*[4][]float32)(x), w)
}

func accumulate4Go(y, b, x *[4][]float32, w []float32) {
	for r := range 4 {
		accumulateGo(y[r], b[r], x[r], w)
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
