package names

import (
	"iter"
	"math/bits"

	"depesche/report"
)

// kinds are the features of the lists of kinds, for sets and for each kind of a set.
func (in *Inputs) kinds(pp, p, w, n *known) {
	in.in(Kinds)
	in.sets(pp, p, w, n)
	in.each(p, w, n)
}

func (in *Inputs) sets(pp, p, w, n *known) {
	in.own(w.single)
	in.own(w.single, w.shape, w.pos)
	in.add(p.single, w.single)
	in.add(w.single, n.single)
	in.add(p.single, w.single, n.single)
	in.own(w.single, w.dict)
	in.add(p.name, p.part, w.shape)
	in.add(n.name, n.part, w.shape)
	in.add(w.name, w.part)
	in.own(w.tail)
	in.own(w.tail, w.shape, w.pos)
	in.add(p.tail, w.shape, w.pos)
	in.add(p.tail, w.single)
	in.add(n.tail, w.shape)
	in.add(n.tail, w.single)
	in.add(p.tail, w.tail)
	in.add(pp.tail, p.shape, w.shape)
	in.add(p.lower, w.single)
	in.own(w.left, w.right, w.tail)
	in.own(w.left, w.tail)
	in.own(w.right)
	in.own(w.opens)
	in.own(w.opens, w.shape, w.pos)
	in.own(w.later, w.shape, w.pos)
	in.add(p.opens, w.later)
	in.add(p.opens, w.shape, w.pos)
	in.add(w.opens, n.later)
	in.add(w.opens, n.shape)
	in.add(w.rel, w.headTail)
	in.add(w.rel, w.headTail, w.shape, w.pos)
}

// each adds features for every kind of the sets.
func (in *Inputs) each(p, w, n *known) {
	last := in.kind
	noun := w.dict & (1<<report.NOUN | 1<<report.ADJ | 1<<40)
	for b := range kindsOf(w.single) {
		in.kind = last
		in.own(b)
		in.own(b, noun)
		in.add(b, p.pos)
		in.own(b, w.pos)
		in.add(b, p.lower)
		in.add(b, p.tail)
	}
	in.eachOf(last+6, p.single, w.shape)
	in.eachOf(last+7, n.single, w.shape)
	for b := range kindsOf(w.name) {
		in.kind = last + 8
		in.add(b, w.part)
		in.add(b, w.part, noun)
		in.add(b, w.part, p.pos)
	}
	for b := range kindsOf(w.tail) {
		in.kind = last + 11
		in.own(b, w.shape)
	}
	in.eachOf(last+12, p.tail, w.shape)
	in.eachOf(last+13, p.tail, mix(w.shape, w.dict))
	in.eachOf(last+14, w.opens, n.shape)
	for b := range kindsOf(w.later) {
		in.kind = last + 15
		in.add(b, p.opens>>b&1, w.shape)
	}
	for b := range kindsOf(w.left) {
		in.kind = last + 16
		in.own(b, w.right>>b&1)
	}
	in.kind = last + 17
}

// eachOf adds a feature for every kind of a set, together with a number.
func (in *Inputs) eachOf(kind, set, with uint64) {
	for b := range kindsOf(set) {
		in.kind = kind
		in.add(b, with)
	}
}

// kindsOf are the kinds of a set.
func kindsOf(set uint64) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for ; set != 0; set &= set - 1 {
			if !yield(uint64(bits.TrailingZeros64(set))) {
				return
			}
		}
	}
}

func (in *Inputs) spelled(p, w, n *known) {
	in.in(Spelled)
	last := in.kind
	best, at := uint64(0), uint64(0)
	for b, v := range w.letters {
		in.kind = last
		if v > best {
			best, at = v, uint64(b)
		}
		in.own(uint64(b), v)
		in.own(uint64(b), v, w.shape, w.pos)
		in.own(uint64(b), v, w.dict)
		in.add(uint64(b), v, p.pos)
	}
	in.kind = last + 4
	for b, v := range p.letters {
		in.kind = last + 4
		in.add(uint64(b), v, w.shape)
	}
	for b, v := range n.letters {
		in.kind = last + 5
		in.add(uint64(b), v, w.shape)
	}
	in.kind = last + 6
	in.own(at, best)
	in.own(at, best, w.shape, w.pos)
	in.own(at, w.single)
	in.add(at, p.lower)
	in.add(at, p.tail)
}

// chain finds the runs of words with capitals, and the heads that lead words that may
// belong to them: "Amt für Bau und Verkehr".
func (in *Inputs) chain() {
	ws := in.words
	lead, far := uint64(0), uint64(0)
	for i := 0; i < len(ws); {
		if !ws[i].capital {
			ws[i].run = [2]int{i, i}
			i++
			continue
		}
		j := i
		for j < len(ws) && ws[j].capital {
			j++
		}
		for k := i; k < j; k++ {
			ws[k].run = [2]int{i, j}
		}
		i = j
	}
	for i := range ws {
		w := &ws[i]
		if !w.capital && w.single>>KindLink&1 == 0 {
			lead, far = 0, 0
		}
		w.lead, w.far = lead, far
		if far > 0 {
			far = min(far+1, 5)
		}
		if k := w.tail&^(1<<KindRole) | w.opens; k != 0 && w.capital {
			lead, far = k, 1
		}
	}
}

func (in *Inputs) runs(i int, w *known) {
	in.in(Kinds)
	in.add(w.lead, w.far, w.shape)
	in.add(w.lead, w.pos, w.shape)
	in.add(w.lead, w.lower)
	from, to := w.run[0], w.run[1]
	if from == to {
		in.kind += 16
		return
	}
	last := in.kind
	at, left := uint64(min(i-from, 3)), uint64(min(to-1-i, 3))
	first, end, before, after := &in.words[from], &in.words[to-1], in.at(from-1), in.at(to)
	in.add(at, left)
	in.add(at, left, w.shape, w.pos)
	in.add(end.tail, left)
	in.add(end.lower, left)
	in.add(end.single, left)
	in.add(first.lower, at)
	in.add(first.single, at)
	in.add(first.tail, at)
	in.add(before.lower, at)
	in.add(before.tail, at)
	in.add(before.lower, at, left)
	in.add(after.lower, left)
	in.add(before.pos, after.pos, at, left)
	in.add(first.single, end.single, at, left)
	in.kind = last + 16
}
