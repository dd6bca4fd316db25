package net

// LSTM is a long short-term memory layer in one direction. Its gates stand side
// by side in the order input, forget, output, candidate, Hidden numbers each.
type LSTM struct {
	In, Hidden int
	Wx         []float32 // In rows of 4*Hidden
	Wh         []float32 // Hidden rows of 4*Hidden
	Bias       []float32 // 4*Hidden
}

// Run reads the n rows of x in order, or from the last to the first if back is
// true. It leaves the activated gates in gates (n rows of 4*Hidden), the cells in
// cells (n rows of Hidden), and writes the outputs into out, whose rows are
// stride apart.
func (l *LSTM) Run(x, gates, cells, out []float32, n, stride int, back bool) {
	h4 := 4 * l.Hidden
	Product(gates, x, l.Wx, l.Bias, n, l.In, h4)
	prev := -1
	for i := range n {
		t := i
		if back {
			t = n - 1 - i
		}
		g := gates[t*h4 : (t+1)*h4]
		c := cells[t*l.Hidden : (t+1)*l.Hidden]
		var pc []float32
		if prev >= 0 {
			Accumulate(g, out[prev*stride:prev*stride+l.Hidden], l.Wh)
			pc = cells[prev*l.Hidden : (prev+1)*l.Hidden]
		}
		lstmStep(g, pc, c, out[t*stride:t*stride+l.Hidden])
		prev = t
	}
}

// lstmStep activates the gates g and computes the cell c from the one before
// (nil at the start) and the output h.
func lstmStep(g, before, c, h []float32) {
	n := len(c)
	Sigmoids(g[:3*n])
	Tanhs(g[3*n:])
	in, forget, output, cand := g[:n], g[n:2*n], g[2*n:3*n], g[3*n:4*n]
	for j := range c {
		c[j] = in[j] * cand[j]
	}
	if before != nil {
		before = before[:n]
		for j := range c {
			c[j] += float32(forget[j] * before[j])
		}
	}
	copy(h, c)
	Tanhs(h)
	h = h[:n]
	for j := range h {
		h[j] *= output[j]
	}
}
