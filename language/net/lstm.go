package net

// LSTM is a long short-term memory layer in one direction. Its gates stand side
// by side in the order input, forget, output, candidate, Hidden numbers each.
type LSTM struct {
	In, Hidden int
	Wx         []float32 // In rows of 4*Hidden
	Wh         []float32 // Hidden rows of 4*Hidden
	Bias       []float32 // 4*Hidden
}

// lanes is the number of sentences that are read side by side.
const lanes = 4

// Run reads the rows of x: one sentence after the other, ends being where each ends,
// each from its first row to its last, or from the last to the first if back is true.
// It leaves the activated gates in gates (rows of 4*Hidden, and one row more for
// scratch), the cells in cells (rows of Hidden), and writes the outputs into out, whose
// rows are stride apart. Sentences do not see each other; side by side they share the
// loading of the weights. The last one begins: it had better be the longest.
func (l *LSTM) Run(x, gates, cells, out []float32, ends []int, stride int, back bool) {
	if len(ends) == 0 {
		return
	}
	Product(gates, x, l.Wx, l.Bias, ends[len(ends)-1], l.In, 4*l.Hidden)
	l.Follow(Given{}, gates, cells, out, ends, stride, back)
}

// Given says where what the inputs give to the gates stands, if not in the row of the
// gates themselves: for row i in the row At[i] of Rows, whose rows are Step apart. It is
// in the gates if At[i] is below zero, or At is nil.
type Given struct {
	At   []int32
	Rows []float32
	Step int
}

// of is where row i stands.
func (g *Given) of(i int, gates []float32) []float32 {
	if g.At == nil || g.At[i] < 0 {
		return gates
	}
	return g.Rows[int(g.At[i])*g.Step:][:len(gates)]
}

// Give computes what some rows of x give to the gates, to where it stands.
func (l *LSTM) Give(to Given, gates, x []float32, of []int32) {
	var ys, bs, xs [4][]float32
	h4 := 4 * l.Hidden
	for len(of) > 0 {
		n := min(4, len(of))
		for r, i := range of[:n] {
			at := int(i)
			ys[r], bs[r], xs[r] = to.of(at, gates[at*h4:(at+1)*h4]), l.Bias, x[at*l.In:(at+1)*l.In]
		}
		Sums(ys[:n], bs[:n], xs[:n], l.Wx)
		of = of[n:]
	}
}

// Follow is Run with what the inputs give to the gates computed.
func (l *LSTM) Follow(given Given, gates, cells, out []float32, ends []int, stride int, back bool) {
	r := run{l: l, given: given, gates: gates, cells: cells, out: out, ends: ends, stride: stride, step: 1}
	if back {
		r.step = -1
	}
	var open [lanes]lane
	for n := r.open(&open, 0, len(ends)); n > 0; n = r.open(&open, r.advance(&open, n), r.next) {
		r.read(open[:n])
	}
}

// run is one reading of sentences side by side.
type run struct {
	l                 *LSTM
	given             Given
	gates, cells, out []float32
	ends              []int
	stride            int
	step              int // from a word to the next, 1 or -1
	next              int // the sentences before this one have not begun
}

// lane is a sentence that is being read.
type lane struct {
	row   int  // of the word at hand
	left  int  // words, with that
	begun bool // there was a word before
}

// open begins sentences, of the first next, in the lanes after the first n.
func (r *run) open(to *[lanes]lane, n, next int) int {
	for r.next = next; n < lanes && r.next > 0; {
		r.next--
		start, end := 0, r.ends[r.next]
		if r.next > 0 {
			start = r.ends[r.next-1]
		}
		if start == end {
			continue
		}
		to[n] = lane{row: start, left: end - start}
		if r.step < 0 {
			to[n].row = end - 1
		}
		n++
	}
	return n
}

// advance goes to the next words and keeps the lanes that have one.
func (r *run) advance(of *[lanes]lane, n int) (left int) {
	for _, l := range of[:n] {
		if l.left > 1 {
			of[left] = lane{l.row + r.step, l.left - 1, true}
			left++
		}
	}
	return left
}

// read reads one word of every lane.
func (r *run) read(open []lane) {
	h := r.l.Hidden
	var y, b, x [lanes][]float32
	n := 0
	for _, l := range open {
		gate := r.gate(l.row)
		given := r.given.of(l.row, gate)
		if !l.begun {
			copy(gate, given)
			continue
		}
		y[n], b[n], x[n] = gate, given, r.outOf(l.row-r.step)
		n++
	}
	r.recur(&y, &b, &x, n)
	for _, l := range open {
		var before []float32
		if at := (l.row - r.step) * h; l.begun {
			before = r.cells[at : at+h]
		}
		lstmStep(r.gate(l.row), before, r.cells[l.row*h:(l.row+1)*h], r.outOf(l.row))
	}
}

func (r *run) gate(row int) []float32 {
	n := 4 * r.l.Hidden
	return r.gates[row*n : (row+1)*n]
}

func (r *run) outOf(row int) []float32 { return r.out[row*r.stride:][:r.l.Hidden] }

// recur adds what n sentences' last outputs give to their gates. If there are some,
// lanes that are not used work on the scratch row.
func (r *run) recur(y, b, x *[lanes][]float32, n int) {
	if n < 2 {
		Sums(y[:n], b[:n], x[:n], r.l.Wh)
		return
	}
	for k := n; k < lanes; k++ {
		y[k], b[k], x[k] = r.gate(r.ends[len(r.ends)-1]), b[0], x[0]
	}
	Sums(y[:], b[:], x[:], r.l.Wh)
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
