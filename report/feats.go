package report

import (
	"sort"
	"strings"
)

// Feats is a set of universal morphological features, one value a feature,
// packed into a word. The zero value has none.
type Feats uint64

// Feature is one of the features that are kept.
type Feature uint8

// The features, in the alphabetical order of CoNLL-U.
const (
	Abbr Feature = iota
	MorphCase
	Definite
	Degree
	Foreign
	Gender
	Mood
	NumType
	Number
	Person
	Polarity
	Poss
	PronType
	Reflex
	Tense
	VerbForm
	Voice
	numFeatures
)

type featureInfo struct {
	name   string
	shift  uint
	mask   uint64
	values []string // index 0 = absent
}

var features = layOut([]featureInfo{
	{name: "Abbr", values: []string{"", "Yes"}},
	{name: "Case", values: []string{"", "Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Voc"}},
	{name: "Definite", values: []string{"", "Def", "Ind", "Cons"}},
	{name: "Degree", values: []string{"", "Pos", "Cmp", "Sup"}},
	{name: "Foreign", values: []string{"", "Yes"}},
	{name: "Gender", values: []string{"", "Masc", "Fem", "Neut"}},
	{name: "Mood", values: []string{"", "Ind", "Sub", "Imp", "Cnd"}},
	{name: "NumType", values: []string{"", "Card", "Ord", "Frac", "Mult", "Dist"}},
	{name: "Number", values: []string{"", "Sing", "Plur", "Ptan"}},
	{name: "Person", values: []string{"", "1", "2", "3"}},
	{name: "Polarity", values: []string{"", "Neg", "Pos"}},
	{name: "Poss", values: []string{"", "Yes"}},
	{name: "PronType", values: []string{"", "Art", "Prs", "Dem", "Rel", "Int", "Ind", "Neg", "Tot", "Rcp", "Exc", "Emp"}},
	{name: "Reflex", values: []string{"", "Yes"}},
	{name: "Tense", values: []string{"", "Pres", "Past", "Fut", "Imp", "Pqp"}},
	{name: "VerbForm", values: []string{"", "Fin", "Inf", "Part", "Ger", "Conv"}},
	{name: "Voice", values: []string{"", "Act", "Pass", "Mid"}},
})

func layOut(fs []featureInfo) []featureInfo {
	var at uint
	for i := range fs {
		width := uint(1)
		for 1<<width < len(fs[i].values) {
			width++
		}
		fs[i].shift, fs[i].mask = at, 1<<width-1
		at += width
	}
	return fs
}

// Get is the feature's value, "" if absent.
func (f Feats) Get(k Feature) string {
	i := &features[k]
	return i.values[uint64(f)>>i.shift&i.mask]
}

// Is says whether the feature has the value.
func (f Feats) Is(k Feature, value string) bool { return f.Get(k) == value }

// With is the set with the feature set to the value; an unknown value or ""
// removes the feature.
func (f Feats) With(k Feature, value string) Feats {
	i := &features[k]
	f &^= Feats(i.mask << i.shift)
	for n, v := range i.values {
		if n > 0 && v == value {
			return f | Feats(uint64(n)<<i.shift)
		}
	}
	return f
}

// ParseFeats reads the FEATS column of CoNLL-U. Features and values that are
// not kept are left out; of several values the first counts.
func ParseFeats(s string) Feats {
	var f Feats
	if s == "_" || s == "" {
		return 0
	}
	for part := range strings.SplitSeq(s, "|") {
		name, value, _ := strings.Cut(part, "=")
		value, _, _ = strings.Cut(value, ",")
		if k, ok := featureByName(name); ok {
			f = f.With(k, value)
		}
	}
	return f
}

func featureByName(name string) (Feature, bool) {
	i := sort.Search(len(features), func(i int) bool { return features[i].name >= name })
	if i < len(features) && features[i].name == name {
		return Feature(i), true
	}
	return 0, false
}

// String is the FEATS column of CoNLL-U, "_" for none.
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var b strings.Builder
	for k := range features {
		if v := f.Get(Feature(k)); v != "" {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			b.WriteString(features[k].name)
			b.WriteByte('=')
			b.WriteString(v)
		}
	}
	return b.String()
}
