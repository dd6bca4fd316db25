package names

import (
	"unicode"
	"unicode/utf8"

	"depesche/report"
)

// NumTags is the number of tags of report.NameTag.
const NumTags = int(report.NameIOther) + 1

// Buckets is the number of rows for hashed features.
const Buckets = 1 << 18

// Model is what is learned. It is not changed by use. Weights are whole numbers, Unit
// of them to one.
type Model struct {
	Rows  []int8  // Buckets × NumTags
	Next  []int16 // (NumTags+1) × NumTags: a tag after a tag; the last row is the sentence's start
	Words Words
}

// Unit is the whole number of a weight of one.
const Unit = 48

// Words is what is known of forms beside the dictionary.
type Words map[string]Word

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

// look gives what is known of the form: its lists, also as a genitive, and its
// clusters, also in lower case.
func (ws Words) look(form string) Word {
	w := ws[form]
	if w.Lists == 0 && len(form) > 3 && form[len(form)-1] == 's' {
		w.Lists = ws[form[:len(form)-1]].Lists
	}
	var b [64]byte
	if w.Fine > 0 || len(form) > len(b)/2 {
		return w
	}
	low := b[:0]
	for _, r := range form {
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	l := ws[string(low)]
	w.Fine, w.Coarse = l.Fine, l.Coarse
	return w
}

func sized[T any](b []T, n int) []T {
	if cap(b) < n {
		return make([]T, n, n+n/2)
	}
	return b[:n]
}
