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
	vocab   *Words
	lists   *Lists
	letters Letters
	words   []known
	grams   []uint64
	buckets []uint32
	groups  []Group
	ends    []int
	group   Group          // of the features that come next
	kind    uint64         // of the feature that comes next
	memory  *memory        // nil in training, which wants groups and all buckets
	skip    [numParts]bool // which features are kept as sums
	rare    *Rare          // features to leave out; nil for none
}

// NewInputs makes inputs with a dictionary and what else is known of words.
func NewInputs(d Dictionary, k Known) *Inputs {
	return &Inputs{dict: d, vocab: &k.Words, lists: &k.Lists, letters: k.Letters}
}

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
	Kinds                // lists of names of several words, heads
	Spelled              // kinds of names by their letters
	NumGroups
)

// known is what the features of a word and of its neighbours are made of.
type known struct {
	exact, lower, shape uint64
	prefix              [3]uint64 // of 2, 3, 4 letters
	suffix              [6]uint64 // of 2 to 7 letters
	grams               []uint64  // its runs of 3 and 4 letters
	pos                 uint64
	dict                uint64
	fine, coarse        uint64 // clusters
	list                uint64
	rel, head           uint64
	variants
	single, name, part uint64 // kinds in lists of the word, of a longer name, its part of that
	tail               uint64 // kinds of the word's last part
	left, right        uint64 // kinds in lists of its parts beside hyphens
	opens, later       uint64 // kinds of longer names that have it first, or later
	headTail           uint64 // of the head
	letters            [NumLetters]uint64
	run                [2]int // the words in capitals around it, from and to; empty if it is in small letters
	lead, far          uint64 // kinds of the head before it to which it may belong, and how far that is
	capital            bool
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
	in.buckets, in.ends, in.groups = in.buckets[:0], in.ends[:0], in.groups[:0]
	in.open(words)
	for i := range words {
		in.features(i)
		in.ends = append(in.ends, len(in.buckets))
	}
}

// open finds what there is to know of the words and of their neighbours.
func (in *Inputs) open(words []report.Word) {
	in.words, in.grams = in.words[:0], in.grams[:0]
	if in.memory != nil {
		in.memory.begin(len(words))
	}
	for i := range words {
		if in.memory != nil {
			in.words = append(in.words, in.knowAgain(i, &words[i]))
		} else {
			in.words = append(in.words, in.know(&words[i]))
		}
	}
	for i := range words {
		if h := int(words[i].Head); h >= 0 && h < len(words) {
			w, of := &in.words[i], &in.words[h]
			w.rel, w.head = uint64(words[i].Rel), of.lower
			w.headTail = of.tail
		}
	}
	in.lists.match(in.words)
	in.chain()
}

// inReach says whether a word can be part of a name: it has a capital or is listed as
// a name, or stands behind such a word, or behind the next and before another.
func (in *Inputs) inReach(i int) bool {
	return in.at(i).marked() || in.at(i-1).marked() || in.at(i-2).marked() && in.at(i+1).marked()
}

// marked says whether a word looks like a name or is listed as one.
func (k *known) marked() bool { return k.capital || k.single != 0 || k.list != 0 }

func (in *Inputs) know(w *report.Word) known {
	k := in.spell(w.Form)
	k.pos = uint64(w.UPOS) + 1
	k.dict = in.look(w.Form)
	x := in.vocab.look(k.variants, k.lower)
	k.list, k.fine, k.coarse = uint64(x.Lists), uint64(x.Fine), uint64(x.Coarse)
	in.list(&k)
	return k
}

// list is what the lists of names say of a word.
func (in *Inputs) list(k *known) {
	l := in.lists
	k.single = uint64(l.single(k.variants))
	k.left, k.right = uint64(l.piece(k.variants.left)), uint64(l.piece(k.variants.right))
	h := mix(start, k.form)
	k.opens, k.later = uint64(l.of(h^firsts)), uint64(l.of(h^laters))
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
