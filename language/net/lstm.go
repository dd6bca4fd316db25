package net

// LSTM is a long short-term memory layer in one direction. Its gates stand side
// by side in the order input, forget, output, candidate, Hidden numbers each.
type LSTM struct {
	In, Hidden int
	Wx         []float32 // In rows of 4*Hidden
	Wh         []float32 // Hidden rows of 4*Hidden
	Bias       []float32 // 4*Hidden
}

// Lanes is the number of sentences that Run reads side by side.
const Lanes = 4

// Run reads the rows of x: one sentence after the other, ends being where each ends
// (up to Lanes of them), each from its first row to its last, or from the last to
// the first if back is true. It leaves the activated gates in gates (rows of
// 4*Hidden, and one row more for scratch), the cells in cells (rows of Hidden), and
// writes the outputs into out, whose rows are stride apart. Sentences do not see each other; side by side they
// share the loading of the weights.
func (l *LSTM) Run(x, gates, cells, out []float32, ends []int, stride int, back bool) {
	if len(ends) == 0 {
		return
	}
	h4 := 4 * l.Hidden
	Product(gates, x, l.Wx, l.Bias, ends[len(ends)-1], l.In, h4)
	longest, start := 0, 0
	for _, end := range ends {
		longest = max(longest, end-start)
		start = end
	}
	r := run{l: l, gates: gates, cells: cells, out: out, ends: ends, stride: stride, back: back}
	for i := range longest {
		r.step(i)
	}
}

// run is one reading of sentences side by side.
type run struct {
	l                 *LSTM
	gates, cells, out []float32
	ends              []int
	stride            int
	back              bool
}

// step reads the i-th word, in the direction of the layer, of every sentence that
// has one.
func (r *run) step(i int) {
	h, h4 := r.l.Hidden, 4*r.l.Hidden
	var rows, befores [Lanes]int
	var g, x [4][]float32
	n, start := 0, 0
	for _, end := range r.ends {
		if i < end-start {
			row, before := start+i, start+i-1
			if r.back {
				row, before = end-1-i, end-i
			}
			rows[n], befores[n] = row, before
			g[n] = r.gates[row*h4 : (row+1)*h4]
			if i > 0 {
				x[n] = r.out[before*r.stride : before*r.stride+h]
			}
			n++
		}
		start = end
	}
	if i > 0 {
		r.recur(&g, &x, n)
	}
	for k := range n {
		var before []float32
		if i > 0 {
			before = r.cells[befores[k]*h : (befores[k]+1)*h]
		}
		row := rows[k]
		lstmStep(g[k], before, r.cells[row*h:(row+1)*h], r.out[row*r.stride:row*r.stride+h])
	}
}

// recur adds what n sentences' last outputs give to their gates. Lanes that are not
// used work on the scratch row.
func (r *run) recur(g, x *[4][]float32, n int) {
	if n == 1 {
		Accumulate(g[0], x[0], r.l.Wh)
		return
	}
	for k := n; k < Lanes; k++ {
		at := r.ends[len(r.ends)-1] * 4 * r.l.Hidden
		g[k], x[k] = r.gates[at:at+4*r.l.Hidden], x[0]
	}
	Sums(g[:], g[:], x[:], r.l.Wh)
}

// lstmStep activates the gates g and computes the cell c from the one before
// (nil at the start) and the output h. All have a multiple of 8 numbers.
func lstmStep(g, before, c, h []float32) {
	n := len(c)
	Sigmoids(g[:3*n])
	Tanhs(g[3*n:])
	in, forget, output, cand := g[:n], g[n:2*n], g[2*n:3*n], g[3*n:4*n]
	if before == nil {
		copy(c, in)
		times(c, cand)
	} else {
		cells(c, in, cand, forget, before[:n])
	}
	copy(h, c)
	Tanhs(h)
	times(h[:n], output)
}
