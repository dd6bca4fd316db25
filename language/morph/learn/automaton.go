package learn

import "encoding/binary"

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

// pack lays the nodes out, the root first, as arcs of 32 bits: label, a bit for
// the node's last arc, and the target's place or the class.
func (a *automaton) pack() []uint32 {
	a.finish(0)
	root := a.freeze(a.path[0])
	place := make([]uint32, len(a.nodes))
	at := uint32(len(a.nodes[root]))
	for i, arcs := range a.nodes {
		if i != root {
			place[i] = at
			at += uint32(len(arcs))
		}
	}
	out := make([]uint32, 0, at)
	out = appendNode(out, a.nodes[root], place)
	for i, arcs := range a.nodes {
		if i != root {
			out = appendNode(out, arcs, place)
		}
	}
	return out
}

func appendNode(out []uint32, arcs []transition, place []uint32) []uint32 {
	for i, t := range arcs {
		target := uint32(t.target)
		if t.label != 0 {
			target = place[t.target]
		}
		x := uint32(t.label) | target<<9
		if i == len(arcs)-1 {
			x |= 1 << 8
		}
		out = append(out, x)
	}
	return out
}
