package lexicon

import "strings"

// Slot is a grammatical place at a word that can be filled: subj, obj, dat,
// gen, poss, adj, comp, owner, clause, between, prt, or a preposition's lemma.
type Slot string

// The slots that are not prepositions.
const (
	Subj     Slot = "subj"
	Obj      Slot = "obj"
	Dat      Slot = "dat"
	Gen      Slot = "gen"
	PossSlot Slot = "poss"
	AdjSlot  Slot = "adj"
	CompSlot Slot = "comp"
	Owner    Slot = "owner"
	Clause   Slot = "clause"
	Between  Slot = "between"
	Prt      Slot = "prt"
	Refl     Slot = "refl"
	Neg      Slot = "neg"
	Head     Slot = "head"
)

// SlotExpr says who fills a role: the first alternative that is filled, each
// alternative a union of slots.
type SlotExpr [][]Slot

// parseSlots reads "subj+mit|gen"; "" gives nil.
func parseSlots(s string) SlotExpr {
	if s == "" {
		return nil
	}
	var e SlotExpr
	for alt := range strings.SplitSeq(s, "|") {
		var union []Slot
		for slot := range strings.SplitSeq(alt, "+") {
			union = append(union, Slot(strings.TrimSpace(slot)))
		}
		e = append(e, union)
	}
	return e
}

// String is the expression as the tables write it.
func (e SlotExpr) String() string {
	var b strings.Builder
	for i, union := range e {
		if i > 0 {
			b.WriteByte('|')
		}
		for j, s := range union {
			if j > 0 {
				b.WriteByte('+')
			}
			b.WriteString(string(s))
		}
	}
	return b.String()
}
