package parse

// rootCost is taken off every arc from the root, so that one of them is used.
const rootCost = 1e4

// absent is the score of an arc that cannot be used.
const absent = -1e30

// square copies the scores into a table words by heads with the root as node 0.
func square(table, score []float32, n, stride int) {
	m := n + 1
	for h := range m {
		table[h] = absent
	}
	for d := 1; d < m; d++ {
		row := table[d*m : (d+1)*m]
		copy(row, score[(d-1)*stride:(d-1)*stride+m])
		row[0] -= rootCost
		row[d] = absent
	}
}

// solve writes the heads of the best tree over m nodes, node 0 the root, into
// heads. table is m rows, one a dependent, of m heads.
func (f *Finder) solve(heads []int32, table []float32, m int) {
	for d := 1; d < m; d++ {
		heads[d] = int32(argmax(table[d*m : (d+1)*m]))
	}
	heads[0] = -1
	floats, ints := len(f.floats), len(f.ints)
	inCycle := f.takeInts(m)
	if !findCycle(inCycle, heads) {
		return
	}
	f.contract(heads, inCycle, table, m)
	f.floats, f.ints = f.floats[:floats], f.ints[:ints]
}

// contract puts one node in the place of the cycle, solves the smaller problem
// and opens the cycle where the arc from outside enters it.
func (f *Finder) contract(heads, inCycle []int32, table []float32, m int) {
	outer := f.takeInts(m) // old numbers of the new nodes
	small := 0
	for v := range m {
		if inCycle[v] == 0 {
			outer[small] = int32(v)
			small++
		}
	}
	node := small // the cycle's new number
	small++
	next := f.takeFloats(small * small)
	enter, leave := f.takeInts(small), f.takeInts(small)
	for i := range node {
		for j := range node {
			next[i*small+j] = table[int(outer[i])*m+int(outer[j])]
		}
		v := int(outer[i])
		bestIn, bestOut := float32(2*absent), float32(2*absent)
		for c := range m {
			if inCycle[c] == 0 {
				continue
			}
			if s := table[v*m+c]; s > bestOut {
				bestOut, leave[i] = s, int32(c)
			}
			if s := table[c*m+v] - table[c*m+int(heads[c])]; s > bestIn {
				bestIn, enter[i] = s, int32(c)
			}
		}
		next[i*small+node], next[node*small+i] = bestOut, bestIn
	}
	next[node*small+node] = absent
	for j := range small {
		next[j] = absent
	}
	found := f.takeInts(small)
	f.solve(found, next, small)
	for i := 1; i < node; i++ {
		v, h := outer[i], found[i]
		if int(h) == node {
			heads[v] = leave[i]
		} else {
			heads[v] = outer[h]
		}
	}
	from := found[node]
	heads[enter[from]] = outer[from]
}

// findCycle marks the nodes of one cycle and says whether there is one.
func findCycle(mark, heads []int32) bool {
	state := mark // 0 new, else 1 + the walk that came by
	for start := 1; start < len(heads); start++ {
		v := int32(start)
		for v > 0 && state[v] == 0 {
			state[v] = int32(start) + 1
			v = heads[v]
		}
		if v <= 0 || state[v] != int32(start)+1 {
			continue
		}
		clear(mark)
		for u := v; mark[u] == 0; u = heads[u] {
			mark[u] = 1
		}
		return true
	}
	return false
}

func argmax(row []float32) int {
	best := 0
	for i, s := range row {
		if s > row[best] {
			best = i
		}
	}
	return best
}

func (f *Finder) takeFloats(n int) []float32 {
	at := len(f.floats)
	if at+n > cap(f.floats) {
		f.floats = append(make([]float32, 0, 2*(at+n)), f.floats...)
	}
	f.floats = f.floats[:at+n]
	out := f.floats[at : at+n : at+n]
	clear(out)
	return out
}

func (f *Finder) takeInts(n int) []int32 {
	at := len(f.ints)
	if at+n > cap(f.ints) {
		f.ints = append(make([]int32, 0, 2*(at+n)), f.ints...)
	}
	f.ints = f.ints[:at+n]
	out := f.ints[at : at+n : at+n]
	clear(out)
	return out
}
