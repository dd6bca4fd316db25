package report

import "strings"

// UPOS is a universal part of speech.
type UPOS uint8

// The universal parts of speech.
const (
	NoPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String is the tag as in CoNLL-U.
func (u UPOS) String() string { return uposNames[u] }

// ParseUPOS finds a tag by its name; NoPOS if there is none.
func ParseUPOS(s string) UPOS {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i)
		}
	}
	return NoPOS
}

// Rel is a relation of Universal Dependencies with the subtypes that reading
// uses.
type Rel uint8

// The relations.
const (
	NoRel Rel = iota
	Root
	Nsubj
	NsubjPass
	Obj
	Iobj
	Csubj
	CsubjPass
	Ccomp
	Xcomp
	Obl
	OblAgent
	OblArg
	OblTmod
	Vocative
	Expl
	ExplPv
	Dislocated
	Advcl
	AdvclRelcl
	Advmod
	Discourse
	Aux
	AuxPass
	Cop
	Mark
	Nmod
	NmodPoss
	NmodTmod
	Appos
	Nummod
	Acl
	AclRelcl
	Amod
	Det
	DetPoss
	DetPredet
	Clf
	Case
	Conj
	Cc
	CcPreconj
	Fixed
	Flat
	FlatName
	FlatForeign
	List
	Parataxis
	Compound
	CompoundPrt
	Orphan
	Goeswith
	Reparandum
	Punct
	Dep
	NmodDesc
	NmodUnmarked
	OblUnmarked
	OblNpmod
	NsubjOuter
	numRels
)

var relNames = [...]string{"_", "root", "nsubj", "nsubj:pass", "obj", "iobj", "csubj", "csubj:pass", "ccomp", "xcomp", "obl", "obl:agent", "obl:arg", "obl:tmod",
	"vocative", "expl", "expl:pv", "dislocated", "advcl", "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:tmod",
	"appos", "nummod", "acl", "acl:relcl", "amod", "det", "det:poss", "det:predet", "clf", "case", "conj", "cc", "cc:preconj", "fixed", "flat", "flat:name", "flat:foreign",
	"list", "parataxis", "compound", "compound:prt", "orphan", "goeswith", "reparandum", "punct", "dep", "nmod:desc", "nmod:unmarked", "obl:unmarked", "obl:npmod", "nsubj:outer"}

var relByName = func() map[string]Rel {
	m := make(map[string]Rel, len(relNames))
	for i, n := range relNames {
		m[n] = Rel(i)
	}
	return m
}()

// String is the relation as in CoNLL-U.
func (r Rel) String() string { return relNames[r] }

// ParseRel finds a relation by its name. An unknown subtype falls back on the
// relation without it; an unknown relation is Dep, "_" is NoRel.
func ParseRel(s string) Rel {
	if r, ok := relByName[s]; ok {
		return r
	}
	base, _, _ := strings.Cut(s, ":")
	if r, ok := relByName[base]; ok {
		return r
	}
	return Dep
}

// NumRels is the number of relations, NoRel included.
const NumRels = int(numRels)
