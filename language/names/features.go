package names

// in says that the features to come belong to the group.
func (in *Inputs) in(g Group) { in.group = g }

// add appends a feature made of numbers, unless it is rare in what is learned from.
func (in *Inputs) add(vs ...uint64) {
	h := in.hash(vs)
	if in.rare != nil && in.rare.skips(h) {
		return
	}
	in.buckets = append(in.buckets, uint32(h%Buckets))
	if in.memory == nil {
		in.groups = append(in.groups, in.group)
	}
}

// hash is the hash of the next feature, made of numbers; its row is that of the rest by
// Buckets.
func (in *Inputs) hash(vs []uint64) uint64 {
	in.kind++
	h := mix(start, in.kind)
	for _, v := range vs {
		h = mix(h, v^v>>31)
	}
	return h ^ h>>29
}

// own appends a feature that looks at nothing but the word and its part of speech.
func (in *Inputs) own(vs ...uint64) { in.alone(own, vs) }

// prev appends a feature that looks at nothing but the word before.
func (in *Inputs) prev(vs ...uint64) { in.alone(before, vs) }

// next appends a feature that looks at nothing but the word after.
func (in *Inputs) next(vs ...uint64) { in.alone(after, vs) }

// alone appends a feature that looks at one word only, unless its weights are kept.
func (in *Inputs) alone(p part, vs []uint64) {
	switch m := in.memory; {
	case m == nil:
		in.add(vs...)
	case in.skip[p]:
		in.kind++
	default:
		m.parts[p] = append(m.parts[p], uint32(in.hash(vs)%Buckets))
	}
}

// features appends the features of word i.
func (in *Inputs) features(i int) {
	in.kind = 0
	w, p, n := in.at(i), in.at(i-1), in.at(i+1)
	pp, nn := in.at(i-2), in.at(i+2)
	in.plain(pp, p, w, n)
	in.forms(pp, p, w, n, nn)
	in.affixes(p, w, n)
	in.alike(pp, p, w, n, nn)
	in.listed(p, w, n)
	in.kinds(pp, p, w, n)
	in.runs(i, w)
	in.spelled(p, w, n)
	if i == 0 {
		in.in(Plain)
		in.add(w.shape, w.dict)
	}
}

func (in *Inputs) plain(pp, p, w, n *known) {
	in.in(Plain)
	in.own()
	in.own(w.shape)
	in.own(w.pos)
	in.own(w.dict)
	in.own(w.dict, w.shape)
	in.add(p.pos, w.pos)
	in.add(w.pos, n.pos)
	in.add(p.pos, w.pos, n.pos)
	in.add(pp.pos, p.pos, w.pos)
	in.add(p.shape, w.shape)
	in.add(w.shape, n.shape)
	in.prev(p.dict)
	in.next(n.dict)
	in.add(p.pos, p.dict, w.dict)
	in.add(w.dict, n.dict, w.shape)
	in.add(w.rel, w.pos)
}

func (in *Inputs) forms(pp, p, w, n, nn *known) {
	in.in(Form)
	in.own(w.exact)
	in.own(w.lower)
	in.add(p.lower, w.lower)
	in.add(w.lower, n.lower)
	in.in(Near)
	in.prev(p.lower)
	in.next(n.lower)
	in.add(pp.lower)
	in.add(nn.lower)
	in.add(p.lower, w.pos, w.shape)
	in.add(w.pos, w.shape, n.lower)
	in.add(p.lower, n.lower)
	in.add(p.exact, w.pos, n.pos)
	in.add(p.lower, w.list)
	in.add(w.list, n.lower)
	in.add(w.rel, w.head)
	in.add(w.rel, w.head, w.pos)
}

func (in *Inputs) affixes(p, w, n *known) {
	in.in(Affixes)
	for _, x := range w.prefix {
		in.own(x)
	}
	for _, x := range w.suffix {
		in.own(x)
	}
	in.prev(p.suffix[2])
	in.next(n.suffix[2])
	in.add(p.suffix[2], w.pos)
	in.own(w.pos, w.shape, w.suffix[1])
	in.own(w.suffix[1], w.shape, w.dict)
	in.own(w.suffix[2], w.shape)
	in.add(p.suffix[3], w.dict)
	last := in.kind
	for _, x := range w.grams {
		in.kind = last
		in.own(x)
	}
	in.kind = last + 1
}

func (in *Inputs) alike(pp, p, w, n, nn *known) {
	in.in(Alike)
	in.own(w.coarse)
	in.prev(p.coarse)
	in.next(n.coarse)
	in.add(p.coarse, w.coarse)
	in.add(w.coarse, n.coarse)
	in.add(p.coarse, w.coarse, n.coarse)
	in.add(pp.coarse, p.coarse, w.shape)
	in.add(n.coarse, nn.coarse, w.shape)
	in.own(w.fine)
	in.prev(p.fine)
	in.next(n.fine)
	in.add(p.fine, w.fine)
	in.add(w.fine, n.fine)
	in.own(w.fine, w.shape, w.pos)
	in.add(p.fine, w.pos, w.shape)
	in.add(p.fine, n.fine, w.pos)
	in.add(pp.fine, p.fine, w.pos)
}

func (in *Inputs) listed(p, w, n *known) {
	in.in(Listed)
	in.own(w.list)
	in.own(w.list, w.shape)
	in.own(w.list, w.pos)
	in.prev(p.list)
	in.next(n.list)
	in.add(p.list, w.list)
	in.add(w.list, n.list)
	in.add(p.list, w.list, n.list)
	in.own(w.list, w.dict)
	in.add(p.pos, w.list, n.pos)
	in.own(w.coarse, w.list)
	in.add(p.coarse, w.list)
	in.add(n.coarse, w.list)
	last := in.kind
	for b := range uint64(numLists) {
		if w.list>>b&1 != 0 {
			in.kind = last
			in.own(b)
			in.add(b, p.pos)
			in.own(b, w.shape)
		}
	}
	in.kind = last + 3
}
