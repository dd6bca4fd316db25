package train

import (
	"depesche/language/model"
	"depesche/language/net"
)

// way is what one way back needs besides the state: gradients and scratch.
type way struct {
	m      *model.Model
	grad   map[*float32][]float32 // gradient of the array that starts there
	turned map[*float32][]float32 // transposed matrices of this batch
	xt     []float32
}

// gradOf gives the gradient of a dense array.
func (b *way) gradOf(p []float32) []float32 { return b.grad[&p[0]] }

// turn gives the transpose of w (k rows of m), made once a batch.
func (b *way) turn(w []float32, k, m int) []float32 {
	if t, ok := b.turned[&w[0]]; ok {
		return t
	}
	rows := net.Pad(k)
	t := make([]float32, m*rows)
	for i := range k {
		for j := range m {
			t[j*rows+i] = w[i*m+j]
		}
	}
	b.turned[&w[0]] = t
	return t
}

// dense is the way back through y = x·w + bias: x has n rows of k, dy n rows of m
// numbers; dx, if not nil, is added to. k is a multiple of 8.
func (b *way) dense(dx, x, dy, w, bias []float32, n, k, m int) {
	if n == 0 {
		return
	}
	b.weights(x, dy, w, n, k, m)
	if bias != nil {
		db := b.gradOf(bias)
		for t := range n {
			for j, v := range dy[t*m : (t+1)*m] {
				db[j] += v
			}
		}
	}
	if dx != nil {
		turned := b.turn(w, k, m)
		net.AddProduct(dx, dy, turned, n, m, k)
	}
}

// weights adds xᵀ·dy to the gradient of w.
func (b *way) weights(x, dy, w []float32, n, k, m int) {
	if cap(b.xt) < n*k {
		b.xt = make([]float32, n*k*2)
	}
	xt := b.xt[:n*k]
	net.Transpose(xt, x, n, k)
	dw := b.gradOf(w)
	net.AddProduct(dw, xt, dy, k, n, m)
}

// lstm is the way back through one direction of a layer. out and dout are the
// layer's tables (rows of stride) at this direction's column; dx is added to.
func (b *way) lstm(l *net.LSTM, dx, x, gates, cells, out, dout []float32, n, stride int, back bool) {
	h := l.Hidden
	h4 := 4 * h
	dg := make([]float32, n*h4)
	before := make([]float32, n*h) // the output of the step before, row by row
	dh, dc := make([]float32, h), make([]float32, h)
	turned := b.turn(l.Wh, h, h4)
	bent := append([]float32(nil), cells[:n*h]...)
	net.Tanhs(bent)
	for i := n - 1; i >= 0; i-- {
		t, prev := i, i-1
		if back {
			t = n - 1 - i
			prev = t + 1
		}
		first := i == 0
		if !first {
			copy(before[t*h:(t+1)*h], out[prev*stride:prev*stride+h])
		}
		g, d := gates[t*h4:(t+1)*h4], dg[t*h4:(t+1)*h4]
		for j := range h {
			in, forget, output, cand := g[j], g[h+j], g[2*h+j], g[3*h+j]
			c := bent[t*h+j]
			dy := dh[j] + dout[t*stride+j]
			dcell := dc[j] + dy*output*(1-c*c)
			pc := float32(0)
			if !first {
				pc = cells[prev*h+j]
			}
			d[j] = dcell * cand * in * (1 - in)
			d[h+j] = dcell * pc * forget * (1 - forget)
			d[2*h+j] = dy * c * output * (1 - output)
			d[3*h+j] = dcell * in * (1 - cand*cand)
			dc[j] = dcell * forget
		}
		clear(dh)
		net.Accumulate(dh, d, turned)
	}
	b.dense(dx, x, dg, l.Wx, l.Bias, n, l.In, h4)
	b.weights(before, dg, l.Wh, n, h, h4)
}
