package runon

import (
	"slices"

	"depesche/report"
)

// Divide gives the words of the sentence that Find has read last with a tree for those
// before word at, which a colon precedes, and one for those from there on. It is false where
// more than one arc joins the halves, or the second is no sentence.
func (f *Finder) Divide(at int) ([]report.Word, bool) {
	if f.words[at-1].Form != ":" || f.over[at].all != 1 {
		return nil, false
	}
	words := slices.Clone(f.words)
	plant(words[:at], 0)
	plant(words[at:], at)
	return words, f.Whole(words[at:])
}

// plant makes a tree of the words that begin at the n-th of a sentence: what hangs on a
// word beyond them is the root, and signs hang on that.
func plant(words []report.Word, n int) {
	root := 0
	for i := range words {
		w := &words[i]
		h := int(w.Head) - n
		switch {
		case w.Head >= 0 && h >= 0 && h < len(words):
			w.Head = int16(h)
		case w.UPOS != report.PUNCT:
			w.Head, w.Rel = -1, report.Root
			root = i
		default:
			w.Head = int16(len(words)) // beyond
		}
	}
	for i := range words {
		if w := &words[i]; int(w.Head) == len(words) {
			w.Head = int16(root)
		}
	}
}
