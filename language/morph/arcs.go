package morph

import "slices"

// What a file says of an arc beside its label.
const (
	ArcLast   = 1 << iota // the last of its node
	ArcNew                // it leads to a node that no arc before leads to
	ArcShared             // and to which later ones lead too
)

// arcs reads an automaton as a walk over its nodes, each once: the labels of all arcs,
// what they are, then the numbers of the shared nodes, in the order of their first arcs,
// to which arcs that lead to no new node go, first the lowest bytes of all, then the
// next, then the highest; then the classes. The nodes that a node's arcs are the first
// to lead to come behind it, each with all that it leads to.
func (in *input) arcs() []arc {
	n := in.count(2)
	w := walk{labels: in.bytes(n), kinds: in.bytes(n), out: make([]arc, n)}
	refs := 0
	for i, k := range w.kinds {
		if w.labels[i] != 0 && k&ArcNew == 0 {
			refs++
		}
	}
	numbers := in.bytes(3 * refs)
	for todo := []int{-1}; len(todo) > 0 && w.at < n; {
		first := todo[len(todo)-1]
		if first >= 0 {
			w.out[first] |= arc(w.at) << 9
		}
		begin := len(todo) - 1
		todo = w.node(in, todo[:begin])
		slices.Reverse(todo[begin:])
		in.bad = in.bad || len(todo) > 0 == (w.at == n)
	}
	if in.bad {
		return nil
	}
	for i, a := range w.old {
		to := int(numbers[i]) | int(numbers[refs+i])<<8 | int(numbers[2*refs+i])<<16
		if to >= len(w.shared) {
			in.bad = true
			return nil
		}
		w.out[a] |= w.out[w.shared[to]].to()
	}
	return w.out
}

// walk is the way over the nodes of a file.
type walk struct {
	labels, kinds []byte
	at            int // the next arc
	out           []arc
	old           []int // arcs that lead to no new node
	shared        []int // the first arcs to shared nodes
}

// node reads the arcs of a node and appends those that lead to new nodes.
func (w *walk) node(in *input, todo []int) []int {
	for last := false; !last && w.at < len(w.out); w.at++ {
		at, kind := w.at, w.kinds[w.at]
		w.out[at] = arc(w.labels[at])
		if last = kind&ArcLast != 0; last {
			w.out[at] |= 1 << 8
		}
		switch {
		case w.labels[at] == 0:
			w.out[at] |= arc(min(in.int(), 1<<23-1)) << 9
		case kind&ArcNew == 0:
			w.old = append(w.old, at)
		default:
			todo = append(todo, at)
			if kind&ArcShared != 0 {
				w.shared = append(w.shared, at)
			}
		}
	}
	return todo
}

// to is the arc's target alone.
func (a arc) to() arc { return a &^ (1<<9 - 1) }

func (in *input) bytes(n int) []byte {
	if n > len(in.b) {
		in.b, in.bad = nil, true
		return make([]byte, n)
	}
	out := in.b[:n]
	in.b = in.b[n:]
	return out
}
