package reading

import (
	"strings"

	"depesche/report"
)

// tree is a sentence with its children at hand. Word indices are int.
type tree struct {
	words       []report.Word
	first, next []int16 // leftmost child, next sibling to the right; -1 ends
	root        int
}

// plant builds the child lists of a sentence. Cyclic or broken heads (of
// foreign CoNLL-U) are cut: such a word hangs on nothing.
func (t *tree) plant(s *report.Sentence) {
	n := len(s.Words)
	t.words = s.Words
	if cap(t.first) < n {
		t.first, t.next = make([]int16, n, n*2), make([]int16, n, n*2)
	}
	t.first, t.next = t.first[:n], t.next[:n]
	for i := range t.first {
		t.first[i], t.next[i] = -1, -1
	}
	t.root = 0
	breakCycles(s.Words)
	for i := n - 1; i >= 0; i-- {
		h := int(s.Words[i].Head)
		if h < 0 {
			t.root = i
			continue
		}
		t.next[i] = t.first[h]
		t.first[h] = int16(i)
	}
}

// breakCycles makes roots of words whose chain of heads does not end.
func breakCycles(words []report.Word) {
	n := len(words)
	for i := range words {
		if h := int(words[i].Head); h >= n || h == i {
			words[i].Head = -1
		}
	}
	for i := range words {
		steps := 0
		for h := int(words[i].Head); h >= 0; h = int(words[h].Head) {
			if steps++; steps > n {
				words[i].Head = -1
				break
			}
		}
	}
}

func (t *tree) rel(i int) report.Rel { return t.words[i].Rel }

// head is the index of the head, -1 at the root.
func (t *tree) head(i int) int {
	h := int(t.words[i].Head)
	if h >= len(t.words) || h == i {
		return -1
	}
	return h
}

// child is the first child with one of the relations, else -1.
func (t *tree) child(i int, rels ...report.Rel) int {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		for _, r := range rels {
			if t.words[c].Rel == r {
				return int(c)
			}
		}
	}
	return -1
}

// inside says whether a child of i with the relation stands before word at.
func (t *tree) inside(i int, rel report.Rel, at int) bool {
	c := t.child(i, rel)
	return c >= 0 && c < at
}

// climb calls f for the ancestors of i from the nearest on, with the child
// through which each is reached, until f says false or the root is passed.
func (t *tree) climb(i int, f func(anc, via int) bool) {
	for n := 0; n < len(t.words); n++ {
		h := t.head(i)
		if h < 0 || !f(h, i) {
			return
		}
		i = h
	}
}

// under says whether i is a or below it.
func (t *tree) under(i, a int) bool {
	for n := 0; i >= 0 && n <= len(t.words); n++ {
		if i == a {
			return true
		}
		i = t.head(i)
	}
	return false
}

// caseOf is the lower-cased lemma of the adposition at i ("" without one);
// fixed multi-word ones are joined ("because of").
func (t *tree) caseOf(i int) string {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		w := &t.words[c]
		if w.Rel != report.Case || w.UPOS == report.PART && lower(w.Form) != "to" || w.Form == "'s" || w.Form == "’s" || w.Form == "'" {
			continue
		}
		s := lower(w.Lemma)
		if s == "" || s == "_" {
			s = lower(w.Form)
		}
		for g := t.first[c]; g >= 0; g = t.next[g] {
			if t.words[g].Rel == report.Fixed {
				s += " " + lower(t.words[g].Form)
			}
		}
		return s
	}
	if c := i - 1; c > 0 && t.words[i].UPOS == report.PROPN && t.words[c].UPOS == report.PROPN && t.head(c) == i && base(t.rel(c)) == report.Nmod {
		return t.caseOf(c) // the tree of "in Addis Abeba" has the preposition under "Addis"
	}
	return ""
}

// bare says whether nothing but punctuation hangs on a word.
func (t *tree) bare(i int) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.words[c].UPOS != report.PUNCT {
			return false
		}
	}
	return true
}

// saxon says whether i carries an English possessive 's.
func (t *tree) saxon(i int) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if f := t.words[c].Form; t.words[c].Rel == report.Case && (f == "'s" || f == "’s" || f == "'" || f == "’") {
			return true
		}
	}
	return false
}

// conjuncts appends i and what is coordinated with it, from left to right.
func (t *tree) conjuncts(i int, buf []int) []int {
	buf = append(buf, i)
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.words[c].Rel == report.Conj {
			buf = t.conjuncts(int(c), buf)
		}
	}
	return buf
}

// extent is the first and last word of the subtree of i.
func (t *tree) extent(i int) (first, last int) {
	first, last = i, i
	for c := t.first[i]; c >= 0; c = t.next[c] {
		f, l := t.extent(int(c))
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

func isNominal(w *report.Word) bool {
	switch w.UPOS {
	case report.NOUN, report.PROPN, report.PRON, report.NUM, report.X, report.SYM:
		return true
	}
	return false
}

func isVerb(w *report.Word) bool { return w.UPOS == report.VERB || w.UPOS == report.AUX }

// lower is strings.ToLower without work for what is lower already.
func lower(s string) string { return strings.ToLower(s) }

// base is the relation without its subtype.
func base(r report.Rel) report.Rel {
	switch r {
	case report.OblAgent, report.OblArg, report.OblTmod, report.OblUnmarked, report.OblNpmod:
		return report.Obl
	case report.NmodPoss, report.NmodTmod, report.NmodDesc, report.NmodUnmarked:
		return report.Nmod
	case report.AclRelcl:
		return report.Acl
	case report.AdvclRelcl:
		return report.Advcl
	case report.FlatName, report.FlatForeign:
		return report.Flat
	case report.NsubjOuter:
		return report.Nsubj
	}
	return r
}
