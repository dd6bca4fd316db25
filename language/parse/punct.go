package parse

import "strings"

// Punctuate hangs punctuation on the tree of the other words, as the guidelines of
// Universal Dependencies have it: a mark between a phrase and what it depends on
// hangs on the phrase, as high as it can without crossing arcs; a pair of quotation
// marks or brackets on the head of what it encloses; the last mark on the root.
// heads are numbered from 1, 0 for the root; marks says which words are
// punctuation; form gives a word's form. A sentence of nothing else stays as it is.
func (f *Finder) Punctuate(heads []int32, marks []bool, form func(int) string) {
	n := len(heads)
	root := clearMarks(heads, marks)
	if root == 0 {
		return
	}
	pairs(heads, marks, form)
	before := 0 // the last other word before
	for i := 1; i <= n; i++ {
		if !marks[i-1] {
			before = i
			continue
		}
		if heads[i-1] > 0 { // one of a pair
			continue
		}
		after := i + 1
		for after <= n && marks[after-1] {
			after++
		}
		switch {
		case after > n:
			heads[i-1] = int32(root)
		case before == 0:
			heads[i-1] = climb(heads, int32(after), i)
		default:
			heads[i-1] = between(heads, int32(before), int32(after), i, int32(root))
		}
	}
}

// clearMarks takes the punctuation off the tree; words that hang on a mark move
// up. It gives the root, 0 if there are only marks.
func clearMarks(heads []int32, marks []bool) int {
	root := 0
	for i, m := range marks {
		if m {
			continue
		}
		h := heads[i]
		for h > 0 && marks[h-1] {
			h = heads[h-1]
		}
		if h == 0 {
			if root > 0 { // a mark was the root: its first word takes its place
				h = int32(root)
			} else {
				root = i + 1
			}
		}
		heads[i] = h
	}
	if root == 0 {
		return 0
	}
	for i, m := range marks {
		if m {
			heads[i] = 0
		}
	}
	return root
}

// climb goes up from the word as long as the head stays on the same side of the
// mark at position at.
func climb(heads []int32, word int32, at int) int32 {
	right := int(word) > at
	for {
		h := heads[word-1]
		if h == 0 || int(h) > at != right {
			return word
		}
		word = h
	}
}

func between(heads []int32, before, after int32, at int, root int32) int32 {
	l, r := climb(heads, before, at), climb(heads, after, at)
	switch {
	case under(heads, l, r):
		return l
	case under(heads, r, l):
		return r
	}
	return root
}

// under says whether the word is below the other.
func under(heads []int32, word, other int32) bool {
	for h := heads[word-1]; h > 0; h = heads[h-1] {
		if h == other {
			return true
		}
	}
	return false
}

// maxOpen is the number of open quotation marks and brackets that are kept track
// of.
const maxOpen = 16

// pairs hangs pairs of marks on the head of the words between them.
func pairs(heads []int32, marks []bool, form func(int) string) {
	var open [maxOpen]int
	n := 0
	for i := range heads {
		if !marks[i] {
			continue
		}
		mark := form(i)
		k := n - 1
		for k >= 0 && !closes(form(open[k]), mark) {
			k--
		}
		switch {
		case k >= 0:
			if h := inner(heads, marks, open[k], i); h > 0 {
				heads[open[k]], heads[i] = h, h
			}
			n = k
		case n < maxOpen && opens(mark):
			open[n] = i
			n++
		}
	}
}

// inner is the first word between two marks whose head is outside, 0 if none.
func inner(heads []int32, marks []bool, from, to int) int32 {
	for i := from + 1; i < to; i++ {
		if h := int(heads[i]) - 1; !marks[i] && (h <= from || h >= to) {
			return int32(i + 1)
		}
	}
	return 0
}

// brackets are the marks that open a pair, each with those that may close it.
var brackets = map[string]string{
	"(": ")", "[": "]", "{": "}", "<": ">", "„": "“”\"", "“": "”", "”": "”", "\"": "\"", "``": "''", "''": "''",
	"'": "'", "‚": "‘’", "‘": "’", "’": "’", "«": "»", "»": "«", "‹": "›", "›": "‹",
}

func opens(mark string) bool { return brackets[mark] != "" }

func closes(open, mark string) bool {
	ends := brackets[open]
	return ends == mark || mark != "'" && strings.Contains(ends, mark)
}
