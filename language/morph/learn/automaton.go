package learn

import (
	"encoding/binary"
	"slices"

	"depesche/language/morph"
)

// automaton is a minimal acyclic automaton built from sorted forms (Daciuk et al.
// 2000, "Incremental construction of minimal acyclic finite-state automata").
type automaton struct {
	known map[string]int // a finished node's arcs -> its number
	nodes [][]transition
	path  []*node // of the last form
	last  string
}

type node struct {
	arcs []transition
}

// transition leads by a label to a finished node, or by 0 to a class.
type transition struct {
	label  byte
	target int
}

func newAutomaton() *automaton {
	return &automaton{known: map[string]int{}, path: []*node{{}}}
}

// add adds a form, greater than all before, with its class.
func (a *automaton) add(form string, class int) {
	common := 0
	for common < min(len(form), len(a.last)) && form[common] == a.last[common] {
		common++
	}
	a.finish(common)
	for i := common; i < len(form); i++ {
		n := &node{}
		a.path[len(a.path)-1].arcs = append(a.path[len(a.path)-1].arcs, transition{label: form[i], target: -1})
		a.path = append(a.path, n)
	}
	end := a.path[len(a.path)-1]
	end.arcs = append(end.arcs, transition{target: class})
	a.last = form
}

// finish freezes the nodes of the last form beyond its first n letters.
func (a *automaton) finish(n int) {
	for len(a.path) > n+1 {
		last := len(a.path) - 1
		parent := a.path[last-1]
		parent.arcs[len(parent.arcs)-1].target = a.freeze(a.path[last])
		a.path = a.path[:last]
	}
}

func (a *automaton) freeze(n *node) int {
	key := make([]byte, 0, 5*len(n.arcs))
	for _, t := range n.arcs {
		key = binary.AppendUvarint(append(key, t.label), uint64(t.target))
	}
	if i, ok := a.known[string(key)]; ok {
		return i
	}
	i := len(a.nodes)
	a.nodes = append(a.nodes, n.arcs)
	a.known[string(key)] = i
	return i
}

// walk is an automaton as package morph reads it.
type walk struct {
	labels, kinds []byte
	old           []int // for arcs that lead to no new node, the number of a shared one
	classes       []int
}

// walk goes over the nodes, the root first, see morph.ArcNew.
func (a *automaton) walk() *walk {
	a.finish(0)
	root := a.freeze(a.path[0])
	uses := make([]int, len(a.nodes))
	for _, arcs := range a.nodes {
		for _, t := range arcs {
			if t.label != 0 {
				uses[t.target]++
			}
		}
	}
	w := &walk{}
	seen, number, shared := make([]bool, len(a.nodes)), make([]int, len(a.nodes)), 0
	for todo := []int{root}; len(todo) > 0; {
		arcs := a.nodes[todo[len(todo)-1]]
		todo = todo[:len(todo)-1]
		begin := len(todo)
		for i, t := range arcs {
			kind := byte(0)
			switch {
			case t.label == 0:
				w.classes = append(w.classes, t.target)
			case seen[t.target]:
				w.old = append(w.old, number[t.target])
			default:
				kind, seen[t.target] = morph.ArcNew, true
				todo = append(todo, t.target)
				if uses[t.target] > 1 {
					kind |= morph.ArcShared
					number[t.target] = shared
					shared++
				}
			}
			if i == len(arcs)-1 {
				kind |= morph.ArcLast
			}
			w.labels, w.kinds = append(w.labels, t.label), append(w.kinds, kind)
		}
		slices.Reverse(todo[begin:])
	}
	return w
}

func (w *walk) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(len(w.labels)))
	out = append(append(out, w.labels...), w.kinds...)
	for shift := 0; shift < 24; shift += 8 {
		for _, n := range w.old {
			out = append(out, byte(n>>shift))
		}
	}
	for _, c := range w.classes {
		out = binary.AppendUvarint(out, uint64(c))
	}
	return out
}
