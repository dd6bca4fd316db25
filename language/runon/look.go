package runon

import (
	"math"

	"depesche/report"
)

// How far the clauses around a place are looked at, in words.
const (
	lookBack  = 40
	lookAhead = 30
)

// look fills f.features with the features of the place before word i.
func (f *Finder) look(i int) {
	f.features = f.features[:0]
	next := 0
	add := func(values ...int) {
		f.features = kinds.Append(f.features, next, values...)
		next++
	}
	left, right := &f.words[i-1], &f.words[i]
	here, all := f.before[i], f.before[len(f.words)]
	opener, before := f.clauseBefore(i)
	closer, behind := f.clauseBehind(i)
	add()
	add(f.scoreOf(right.Start))
	add(atMost4(f.over[i].all))
	add(f.singleArc(i))
	add(int(left.Rel), side(left, i))
	add(int(right.Rel), side(right, i))
	add(atMost4(here.finite), atMost4(all.finite-here.finite))
	add(atMost4(here.subjects), atMost4(all.subjects-here.subjects))
	add(opener, before, behind, closer)
	add(before, behind, f.verbBehind(i))
	add(before, behind, int(left.UPOS), int(right.UPOS))
	add(int(left.Rel), int(right.Rel))
	add(int(right.UPOS), side(right, i), f.verbBehind(i))
	add(int(left.UPOS), side(left, i), atMost4(f.over[i].all))
	add(atMost4(f.over[i].function), atMost4(f.over[i].core), behind)
	add(min(i/4, 4))
}

// scoreOf is the segmenter's score as one of scores.
func (f *Finder) scoreOf(at int32) int {
	d, known := f.doubt(at)
	if !known {
		return 0
	}
	return 1 + int(max(0, min(9, math.Floor(float64(d.Score))+6)))
}

func atMost4[N int16 | int32](n N) int { return int(min(n, 4)) }

// singleArc is the relation of the arc over the place before word i, if there is but one.
func (f *Finder) singleArc(i int) int {
	if f.over[i].all != 1 {
		return 0
	}
	return int(f.words[f.over[i].sum].Rel)
}

// side is where the head of a word stands that is beside the place before word i.
func side(w *report.Word, i int) int {
	switch {
	case w.Head < 0:
		return 0
	case int(w.Head) < i:
		return 1
	}
	return 2
}

// clauseBefore is how the clause before the place begins (openers) and whether it has a
// finite verb (yesOrNo).
func (f *Finder) clauseBefore(i int) (opener, finite int) {
	for k := i - 1; k >= max(0, i-lookBack); k-- {
		w := &f.words[k]
		switch {
		case isFinite(w):
			finite = 1
		case subordinates(w):
			return 3, finite
		case w.UPOS == report.CCONJ && finite == 1 && k > 0:
			return 2, finite
		case isSign(w):
			if k+1 < i && subordinates(&f.words[k+1]) {
				return 3, finite
			}
			return 1, finite
		}
	}
	return 0, finite
}

// clauseBehind is how the clause behind the place ends (closers) and whether it has a
// finite verb (yesOrNo).
func (f *Finder) clauseBehind(i int) (closer, finite int) {
	for k := i; k < min(len(f.words), i+lookAhead); k++ {
		w := &f.words[k]
		switch {
		case isFinite(w):
			finite = 1
		case w.UPOS == report.CCONJ && finite == 1:
			return 2, finite
		case isSign(w):
			if w.Form == "." || w.Form == "?" || w.Form == "!" {
				return 0, finite
			}
			if k > i {
				return 1, finite
			}
		}
	}
	return 0, finite
}

// subordinates says whether the word begins a subordinate clause.
func subordinates(w *report.Word) bool {
	return w.UPOS == report.SCONJ || w.Feats.Is(report.PronType, "Rel")
}

// isSign says whether the word is a sign, but no round bracket.
func isSign(w *report.Word) bool {
	return w.UPOS == report.PUNCT && w.Form != "(" && w.Form != ")"
}

// verbBehind is how far behind the place the first finite verb stands (near).
func (f *Finder) verbBehind(i int) int {
	far := len(near) - 1
	for k := i; k < min(i+far, len(f.words)); k++ {
		if isFinite(&f.words[k]) {
			return k - i
		}
	}
	return far
}
