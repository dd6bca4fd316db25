package names

import (
	"unicode"
	"unicode/utf8"

	"depesche/language/morph"
	"depesche/report"
)

// Inputs are the features of one sentence's words, as buckets.
type Inputs struct {
	dict     *morph.Dict
	clusters map[string]uint8
	words    []known
	buckets  []uint32
	ends     []int
	analyses []morph.Analysis
}

// NewInputs makes inputs with a dictionary and clusters of words.
func NewInputs(d *morph.Dict, clusters map[string]uint8) *Inputs {
	return &Inputs{dict: d, clusters: clusters}
}

// known is what the features of a word and of its neighbours are made of.
type known struct {
	exact, lower, shape uint64
	prefix              [3]uint64 // of 2, 3, 4 letters
	suffix              [4]uint64 // of 2 to 5 letters
	pos                 uint64
	dict                uint64
	cluster             uint64
}

var outside = known{exact: 1, lower: 2, shape: 3, pos: 99}

// Of are the buckets of word i.
func (in *Inputs) Of(i int) []uint32 {
	start := 0
	if i > 0 {
		start = in.ends[i-1]
	}
	return in.buckets[start:in.ends[i]]
}

// Read makes the features of the words.
func (in *Inputs) Read(words []report.Word) {
	in.words, in.buckets, in.ends = in.words[:0], in.buckets[:0], in.ends[:0]
	for i := range words {
		in.words = append(in.words, in.know(&words[i]))
	}
	for i := range words {
		in.features(i)
		in.ends = append(in.ends, len(in.buckets))
	}
}

func (in *Inputs) know(w *report.Word) known {
	k := known{pos: uint64(w.UPOS) + 1}
	h, l, s := start, start, start
	var runes [24]rune
	n := 0
	last := uint64(0)
	for _, r := range w.Form {
		h = mix(h, uint64(r))
		low := unicode.ToLower(r)
		l = mix(l, uint64(low))
		if n < len(runes) {
			runes[n] = low
			n++
		} else {
			copy(runes[:], runes[1:])
			runes[n-1] = low
		}
		if c := letterClass(r); c != last {
			s = mix(s, c)
			last = c
		}
	}
	k.exact, k.lower, k.shape = h, l, s
	for i := range k.prefix {
		k.prefix[i] = run(runes[:min(n, i+2)])
	}
	for i := range k.suffix {
		k.suffix[i] = run(runes[max(0, n-i-2):n])
	}
	k.dict = in.look(w.Form)
	k.cluster = in.cluster(w.Form)
	return k
}

func letterClass(r rune) uint64 {
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLower(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case r == '-':
		return 4
	case r == '.':
		return 5
	}
	return 6
}

func run(rs []rune) uint64 {
	h := start
	for _, r := range rs {
		h = mix(h, uint64(r))
	}
	return h
}

// cluster is the cluster of the form, or of its last part.
func (in *Inputs) cluster(form string) uint64 {
	if c, ok := in.clusters[form]; ok {
		return uint64(c)
	}
	var b [48]byte
	if len(form) < len(b)-utf8.UTFMax {
		low := b[:0]
		for _, r := range form {
			low = utf8.AppendRune(low, unicode.ToLower(r))
		}
		return uint64(in.clusters[string(low)])
	}
	return 0
}

// look is what the dictionary says of the form: parts of speech and kinds of name.
func (in *Inputs) look(form string) uint64 {
	in.analyses = in.dict.Analyses(form, in.analyses[:0])
	set := uint64(0)
	for i := range in.analyses {
		set |= 1<<in.analyses[i].UPOS | 1<<(20+in.analyses[i].Name)
	}
	if r, _ := utf8.DecodeRuneInString(form); set != 0 && unicode.IsUpper(r) && !in.dict.Known(form, report.NOUN) && !in.dict.Known(form, report.PROPN) {
		set |= 1 << 40
	}
	return set
}

const start = uint64(14695981039346656037)

func mix(h, v uint64) uint64 { return (h ^ v) * 1099511628211 }

func (in *Inputs) at(i int) *known {
	if i < 0 || i >= len(in.words) {
		return &outside
	}
	return &in.words[i]
}

// features appends the buckets of word i.
func (in *Inputs) features(i int) {
	kind := uint64(0)
	add := func(vs ...uint64) {
		kind++
		h := mix(start, kind)
		for _, v := range vs {
			h = mix(h, v^v>>31)
		}
		h ^= h >> 29
		in.buckets = append(in.buckets, uint32(h%Buckets))
	}
	w, p, n := in.at(i), in.at(i-1), in.at(i+1)
	pp, nn := in.at(i-2), in.at(i+2)
	add(0)
	add(w.exact)
	add(w.lower)
	add(w.shape)
	add(w.pos)
	add(w.dict)
	add(w.dict, w.shape)
	for _, x := range w.prefix {
		add(x)
	}
	for _, x := range w.suffix {
		add(x)
	}
	add(p.lower)
	add(n.lower)
	add(pp.lower)
	add(nn.lower)
	add(p.lower, w.lower)
	add(w.lower, n.lower)
	add(p.pos, w.pos)
	add(w.pos, n.pos)
	add(p.pos, w.pos, n.pos)
	add(p.shape, w.shape)
	add(w.shape, n.shape)
	add(p.dict)
	add(n.dict)
	add(p.suffix[2])
	add(n.suffix[2])
	add(p.suffix[2], w.pos)
	add(w.pos, w.shape, w.suffix[1])
	add(p.lower, w.pos, w.shape)
	add(w.pos, w.shape, n.lower)
	add(p.lower, n.lower)
	add(p.pos, p.dict, w.dict)
	add(w.dict, n.dict, w.shape)
	add(w.suffix[1], w.shape, w.dict)
	add(w.suffix[2], w.shape)
	add(p.suffix[3], w.dict)
	add(pp.pos, p.pos, w.pos)
	add(p.exact, w.pos, n.pos)
	if len(in.clusters) > 0 {
		add(w.cluster)
		add(p.cluster)
		add(n.cluster)
		add(p.cluster, w.cluster)
		add(w.cluster, n.cluster)
		add(w.cluster, w.shape, w.pos)
		add(p.cluster, w.pos, w.shape)
		add(p.cluster, n.cluster, w.pos)
		add(pp.cluster, p.cluster, w.pos)
	}
	if i == 0 {
		add(w.shape, w.dict)
	}
}
