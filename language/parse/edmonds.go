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

// search is the search for the best tree over m nodes, node 0 the root, in time
// that grows with the square of m (Tarjan 1977, as Gabow and others 1986 have it). It
// walks backwards along best arcs. Where the walk meets itself, the cycle becomes one
// component; in the end all is one, and is taken apart again from the root on.
type search struct {
	m       int
	table   []float32 // a row a component: the best arc from each node into it
	target  []int32   // beside table: the node that the arc leads to
	of      []int32   // the component of each node
	row     []int32   // the row in table of each component
	parent  []int32   // the component that swallowed it, -1
	child   []int32   // its first part, -1
	sibling []int32   // the next part of the same component, -1
	from    []int32   // where its best arc comes from
	to      []int32   // and the node in it that the arc leads to
	onPath  []int32   // 1 for a component on the path
	path    []int32
	next    int32 // the number of the next component
}

// solve writes the heads of the best tree over m nodes into heads. table is m rows,
// one a dependent, of m heads; it is used up.
func (f *Finder) solve(heads []int32, table []float32, m int) {
	s := &f.search
	*s = search{m: m, table: table, target: f.takeInts(m * m), of: f.takeInts(m), path: f.takeInts(2 * m)[:0], next: int32(m)}
	for _, p := range []*[]int32{&s.row, &s.parent, &s.child, &s.sibling, &s.from, &s.to, &s.onPath} {
		*p = f.takeInts(2 * m)
	}
	for v := range m {
		s.of[v], s.row[v] = int32(v), int32(v)
		row := s.target[v*m : (v+1)*m]
		for u := range row {
			row[u] = int32(v)
		}
	}
	for c := range s.parent {
		s.parent[c], s.child[c], s.sibling[c] = -1, -1, -1
	}
	s.grow()
	s.open(heads)
}

// grow walks and contracts until one component is left.
func (s *search) grow() {
	s.push(0)
	for left := s.m; left > 1; {
		top := s.path[len(s.path)-1]
		before := s.best(top)
		if s.onPath[before] == 0 {
			s.push(before)
			continue
		}
		left -= s.contract(before) - 1
	}
}

func (s *search) push(c int32) {
	s.onPath[c] = 1
	s.path = append(s.path, c)
}

// best notes the best arc into the component, and gives the component it comes from.
func (s *search) best(c int32) int32 {
	at := int(s.row[c]) * s.m
	row := s.table[at : at+s.m]
	best := -1
	for u, v := range row {
		if s.of[u] != c && (best < 0 || v > row[best]) {
			best = u
		}
	}
	s.from[c], s.to[c] = int32(best), s.target[at+best]
	return s.of[best]
}

// contract makes one component of those on the path from first on, and gives their
// number. An arc into the new one takes the place of the best arc of the part that it
// leads to, so it counts for what it is better.
func (s *search) contract(first int32) (parts int) {
	c, top := s.next, s.path[len(s.path)-1]
	s.next++
	s.row[c] = s.row[top]
	for p := int32(-1); p != first; parts++ {
		p = s.path[len(s.path)-1]
		s.path = s.path[:len(s.path)-1]
		s.parent[p], s.sibling[p], s.child[c] = c, s.child[c], p
		s.loosen(p)
		if p != top {
			s.merge(s.row[c], s.row[p])
		}
	}
	for u, o := range s.of {
		if s.parent[o] == c {
			s.of[u] = c
		}
	}
	s.push(c)
	return parts
}

// loosen takes the weight of the part's best arc off all arcs into it.
func (s *search) loosen(p int32) {
	row := s.table[int(s.row[p])*s.m:][:s.m]
	weight := row[s.from[p]]
	for u := range row {
		row[u] -= weight
	}
}

// merge keeps, in the row into, the better arc from each node.
func (s *search) merge(into, part int32) {
	a, b := s.table[int(into)*s.m:][:s.m], s.table[int(part)*s.m:][:s.m]
	ta, tb := s.target[int(into)*s.m:][:s.m], s.target[int(part)*s.m:][:s.m]
	for u, v := range b {
		if v > a[u] {
			a[u], ta[u] = v, tb[u]
		}
	}
}

// open takes the components apart: an arc into a component breaks its cycle at the
// part that it leads to, and the other parts keep their best arcs.
func (s *search) open(heads []int32) {
	heads[0] = -1
	todo := s.free(s.path[:0], 0, s.next-1)
	for len(todo) > 0 {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		heads[s.to[c]] = s.from[c]
		todo = s.free(todo, s.to[c], c)
	}
}

// free goes from a node up to the component whole and appends the parts beside the
// way.
func (s *search) free(todo []int32, node, whole int32) []int32 {
	for c := node; c != whole; c = s.parent[c] {
		for p := s.child[s.parent[c]]; p >= 0; p = s.sibling[p] {
			if p != c {
				todo = append(todo, p)
			}
		}
	}
	return todo
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
