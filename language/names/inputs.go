package names

import (
	"unicode"
	"unicode/utf8"

	"depesche/language/morph"
	"depesche/report"
)

// Dictionary says which readings a form has.
type Dictionary interface {
	Analyses(form string) []morph.Analysis
}

// Inputs are the features of one sentence's words, as buckets.
type Inputs struct {
	dict    Dictionary
	lists   Words
	words   []known
	grams   []uint64
	buckets []uint32
	groups  []Group
	ends    []int
	group   Group  // of the features that come next
	kind    uint64 // of the feature that comes next
}

// NewInputs makes inputs with a dictionary and what else is known of words.
func NewInputs(d Dictionary, ws Words) *Inputs { return &Inputs{dict: d, lists: ws} }

// Group says what a feature looks at. In training a word's features of one group are
// left out now and then, so that the others learn what to do without them.
type Group uint8

// The groups.
const (
	Plain   Group = iota // parts of speech, shapes, the dictionary
	Form                 // the word itself
	Near                 // words nearby, and the head
	Affixes              // ends of words
	Listed               // lists of names
	Alike                // clusters
	NumGroups
)

// known is what the features of a word and of its neighbours are made of.
type known struct {
	exact, lower, shape uint64
	prefix              [3]uint64 // of 2, 3, 4 letters
	suffix              [6]uint64 // of 2 to 7 letters
	grams               [2]int    // where its runs of 3 and 4 letters are, from and to
	pos                 uint64
	dict                uint64
	fine, coarse        uint64 // clusters
	list                uint64
	rel, head           uint64
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

// Groups are the groups of the features of word i.
func (in *Inputs) Groups(i int) []Group {
	start := 0
	if i > 0 {
		start = in.ends[i-1]
	}
	return in.groups[start:in.ends[i]]
}

// Read makes the features of the words.
func (in *Inputs) Read(words []report.Word) {
	in.words, in.grams = in.words[:0], in.grams[:0]
	in.buckets, in.ends, in.groups = in.buckets[:0], in.ends[:0], in.groups[:0]
	for i := range words {
		in.words = append(in.words, in.know(&words[i]))
	}
	for i := range words {
		if h := int(words[i].Head); h >= 0 && h < len(words) {
			in.words[i].rel, in.words[i].head = uint64(words[i].Rel), in.words[h].lower
		}
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
	k.grams[0] = len(in.grams)
	for size := 3; size <= 4; size++ {
		for i := 0; i+size <= n; i++ {
			in.grams = append(in.grams, run(runes[i:i+size]))
		}
	}
	k.grams[1] = len(in.grams)
	k.dict = in.look(w.Form)
	x := in.lists.look(w.Form)
	k.list, k.fine, k.coarse = uint64(x.Lists), uint64(x.Fine), uint64(x.Coarse)
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

// look is what the dictionary says of the form: parts of speech and kinds of name.
func (in *Inputs) look(form string) uint64 {
	set := uint64(0)
	for _, a := range in.dict.Analyses(form) {
		set |= 1<<a.UPOS | 1<<(20+a.Name)
	}
	if r, _ := utf8.DecodeRuneInString(form); set != 0 && unicode.IsUpper(r) && set&(1<<report.NOUN|1<<report.PROPN) == 0 {
		set |= 1 << 40
	}
	return set
}

func (in *Inputs) at(i int) *known {
	if i < 0 || i >= len(in.words) {
		return &outside
	}
	return &in.words[i]
}

const start = uint64(14695981039346656037)

func mix(h, v uint64) uint64 { return (h ^ v) * 1099511628211 }
