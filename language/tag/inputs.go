package tag

import (
	"slices"
	"strings"
)

// Inputs are the rows of the words of one sentence, or of some that are read side by
// side.
type Inputs struct {
	Words    []int32 // rows in the table of word vectors
	Features []int32 // rows in the table of features, word after word
	Ends     []int32 // where each word's features end
	Forms    []int64 // numbers of the forms, -1 for words whose features also tell their place
	Cuts     []int   // where each sentence ends; none: all words are one sentence
}

// Cut ends a sentence.
func (in *Inputs) Cut() { in.Cuts = append(in.Cuts, len(in.Words)) }

// Len is the number of words.
func (in *Inputs) Len() int { return len(in.Words) }

// Of gives the feature rows of word i.
func (in *Inputs) Of(i int) []int32 {
	start := int32(0)
	if i > 0 {
		start = in.Ends[i-1]
	}
	return in.Features[start:in.Ends[i]]
}

// Reset empties the inputs and keeps the space.
func (in *Inputs) Reset() {
	in.Words, in.Features, in.Ends, in.Forms, in.Cuts = in.Words[:0], in.Features[:0], in.Ends[:0], in.Forms[:0], in.Cuts[:0]
}

// Dictionary says what is known of a form without its context, as small numbers
// that stand for classes (parts of speech, cases, numbers it may have).
type Dictionary interface {
	// Classes appends the numbers, all below NumClasses.
	Classes(to []int32, form string) []int32
	NumClasses() int
}

// Encoder makes inputs. It has scratch space and remembers the words that it has seen:
// one user at a time.
type Encoder struct {
	Vocabulary *Vocabulary
	Buckets    int        // rows for hashed features; the dictionary's classes follow
	Dictionary Dictionary // may be nil
	form       form
	seen       map[string]rows // of words that are not the first of their sentence
	numbers    int64           // that have been given to forms
}

// rows are the rows of one form.
type rows struct {
	number   int64
	word     int32
	features []int32
}

// maxSeen is the number of forms after which the encoder begins to remember anew.
const maxSeen = 1 << 14

// kinds of hashed features
const (
	kindWord = iota + 1
	kindShape
	kindFirst
	kindPrefix // and up
	kindSuffix = kindPrefix + 8
)

// Add appends the word of the given form, the index-th of its sentence.
func (e *Encoder) Add(in *Inputs, form string, index int) {
	if index == 0 {
		e.encode(in, form, true)
		in.Forms = append(in.Forms, -1)
		return
	}
	if r, ok := e.seen[form]; ok {
		in.Words, in.Forms = append(in.Words, r.word), append(in.Forms, r.number)
		in.Features = append(in.Features, r.features...)
		in.Ends = append(in.Ends, int32(len(in.Features)))
		return
	}
	at := len(in.Features)
	e.encode(in, form, false)
	if e.seen == nil {
		e.seen = map[string]rows{}
	} else if len(e.seen) >= maxSeen {
		clear(e.seen)
	}
	in.Forms = append(in.Forms, -1) // not worth keeping what comes once
	e.seen[strings.Clone(form)] = rows{e.numbers, in.Words[len(in.Words)-1], slices.Clone(in.Features[at:])}
	e.numbers++
}

// encode appends the word; first says that it begins its sentence.
func (e *Encoder) encode(in *Inputs, form string, first bool) {
	f := &e.form
	f.read(form)
	in.Words = append(in.Words, f.find(e.Vocabulary, form))
	add := func(h uint64) {
		in.Features = append(in.Features, int32(h%uint64(e.Buckets)))
	}
	add(hash(kindWord, f.lower))
	shape := hash(kindShape, f.shape)
	add(shape)
	if first {
		add(mix(shape, kindFirst))
	}
	for n := 1; n <= 4 && n < len(f.starts); n++ {
		add(hash(uint64(kindPrefix+n), f.lower[:f.starts[n]]))
	}
	for n := 1; n <= 6 && n < len(f.starts); n++ {
		add(hash(uint64(kindSuffix+n), f.lower[f.starts[len(f.starts)-n]:]))
	}
	if e.Dictionary != nil {
		at := len(in.Features)
		in.Features = e.Dictionary.Classes(in.Features, form)
		for i := at; i < len(in.Features); i++ {
			in.Features[i] += int32(e.Buckets)
		}
	}
	in.Ends = append(in.Ends, int32(len(in.Features)))
}

// Rows is the number of rows of the feature table.
func (e *Encoder) Rows() int {
	if e.Dictionary == nil {
		return e.Buckets
	}
	return e.Buckets + e.Dictionary.NumClasses()
}

// hash is FNV-1a over the kind and the bytes, with a last mixing step.
func hash(kind uint64, b []byte) uint64 {
	h := uint64(14695981039346656037)
	h = (h ^ kind) * 1099511628211
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}

func mix(h, kind uint64) uint64 {
	h = (h ^ kind) * 1099511628211
	return h ^ h>>29
}
