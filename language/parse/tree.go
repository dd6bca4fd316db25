// Package parse finds the best dependency tree for a table of arc scores.
package parse

// Finder finds trees. It keeps scratch space and serves one sentence at a time.
type Finder struct {
	floats []float32
	ints   []int32
	search search
}

// Tree finds the heads that form the tree with the highest sum of scores among
// those in which exactly one word hangs on the root (Chu and Liu 1965, Edmonds
// 1967). score[d*stride+h] is the score of the arc from head h to word d; heads
// are numbered from 1, 0 is the root; d counts from 0. The result, one head a word,
// 0 for the root, is written to heads, which has n elements.
func (f *Finder) Tree(heads []int32, score []float32, n, stride int) {
	if n == 0 {
		return
	}
	if greedy(heads, score, n, stride) {
		return
	}
	f.floats, f.ints = f.floats[:0], f.ints[:0]
	m := n + 1
	table, all := f.takeFloats(m*m), f.takeInts(m)
	square(table, score, n, stride)
	f.solve(all, table, m)
	copy(heads, all[1:])
}

// greedy gives every word its best head and says whether that is a tree with one
// root.
func greedy(heads []int32, score []float32, n, stride int) bool {
	roots := 0
	for d := range n {
		row := score[d*stride : d*stride+n+1]
		best := -1
		for h, s := range row {
			if h != d+1 && (best < 0 || s > row[best]) {
				best = h
			}
		}
		heads[d] = int32(best)
		if best == 0 {
			roots++
		}
	}
	return roots == 1 && reachesRoot(heads)
}

// reachesRoot says whether every word leads to the root.
func reachesRoot(heads []int32) bool {
	for d := range heads {
		slow, fast := int32(d+1), int32(d+1)
		for {
			for range 2 {
				if fast != 0 {
					fast = heads[fast-1]
				}
			}
			if fast == 0 {
				break
			}
			slow = heads[slow-1]
			if slow == fast {
				return false
			}
		}
	}
	return true
}
