package names

import "depesche/report"

// NumTags is the number of tags of report.NameTag.
const NumTags = int(report.NameIOther) + 1

// Buckets is the number of rows for hashed features.
const Buckets = 1 << 19

// Model is what is learned. It is not changed by use. Weights are whole numbers, Unit
// of them to one.
type Model struct {
	Rows []byte  // Buckets × NumTags, signed
	Next []int16 // (NumTags+1) × NumTags: a tag after a tag; the last row is the sentence's start
	Known
}

// Known is what is known of words and names beside the dictionary.
type Known struct {
	Words   Words
	Lists   Lists
	Letters Letters
}

// Unit is the whole number of a weight of one.
const Unit = 24

// Words is what is known of forms, by the hash of their letters.
type Words struct{ sets table }

// Word says in which lists of names a form stands, and with which words it is used
// alike: its cluster among many and among few, from 1; 0 is unknown.
type Word struct {
	Lists        uint16
	Fine, Coarse uint8
}

// The lists. From ListPlace and ListOrg three each: whole names of one word, first
// words of longer names, later words of longer names.
const (
	ListFirst = iota // first names
	ListMiddle
	ListSurname
	ListPlace
	ListOrg  = ListPlace + 3
	numLists = ListOrg + 3
)

// Put adds to what is known of a form.
func (ws *Words) Put(form string, w Word) {
	ws.sets.add(short(hash(form)), uint32(w.Lists)|uint32(w.Fine)<<16|uint32(w.Coarse)<<24)
}

// Len is the number of forms.
func (ws *Words) Len() int { return ws.sets.n }

func (ws *Words) of(hash uint64) Word {
	s := ws.sets.of(short(hash))
	return Word{uint16(s), uint8(s >> 16), uint8(s >> 24)}
}

// look gives what is known of a form: its lists, also as a genitive, and its clusters,
// also in lower case.
func (ws *Words) look(v variants, lower uint64) Word {
	w := ws.of(v.form)
	if w.Lists == 0 && v.stem != 0 {
		w.Lists = ws.of(v.stem).Lists
	}
	if w.Fine == 0 {
		l := ws.of(lower)
		w.Fine, w.Coarse = l.Fine, l.Coarse
	}
	return w
}

func sized[T any](b []T, n int) []T {
	if cap(b) < n {
		return make([]T, n, n+n/2)
	}
	return b[:n]
}
