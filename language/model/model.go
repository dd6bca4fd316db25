// Package model is the network behind the trained analysis and its file.
//
// Every word is a vector: a word vector beside the sum of the vectors of its
// features. Two bidirectional LSTM layers read the sentence. From the first come
// part of speech and morphological features; the second also reads those, and
// from it come the scores of arcs and relations (biaffine attention, Dozat and
// Manning 2017).
package model

import (
	"depesche/language/net"
	"depesche/report"
)

// Sizes are the widths of the network.
type Sizes struct {
	Word    int // word vector
	Feature int // feature vector
	Hidden  int // LSTM, each direction
	Tags    int // what the second layer reads of the tags
	Arc     int // arc scorer
	Rel     int // relation scorer
	Pairs   int // 1: the relation scorer adds up what it reads; 0, in older files: it multiplies
}

// DefaultSizes suit some hundred thousand words of training.
var DefaultSizes = Sizes{Word: 64, Feature: 64, Hidden: 96, Tags: 32, Arc: 96, Rel: 112, Pairs: 1}

// Group is one tag to choose: the part of speech, or the value of one feature.
type Group struct {
	Feature int      // report.Feature, or -1 for the part of speech
	Values  []string // "" = absent
	At      int      // its first column in the tag scores
}

// Model is a trained network. It is not changed by reading.
type Model struct {
	Lang    string
	Sizes   Sizes
	Buckets int
	Classes int // the dictionary's classes that it was trained with
	Words   []string
	Groups  []Group
	Rels    []report.Rel

	// For a language that has none in the program: the file of its dictionary (package
	// morph) and its tables of words and tokens (package segment), by name.
	Dictionary []byte
	Tables     map[string]string

	WordTable, FeatureTable Table

	First, Second [2]net.LSTM // forward, backward

	TagW, TagB   []float32 // 2*Hidden × tag columns
	ReadW, ReadB []float32 // tag columns × Tags
	HeadW, HeadB []float32 // 2*Hidden × Arc
	DepW, DepB   []float32 // 2*Hidden × Arc
	ArcW, ArcB   []float32 // Arc × Arc, Arc
	RootHead     []float32 // Arc: the root as a head
	Distance     []float32 // part of speech of dependent × of head × distance
	RelHW, RelHB []float32 // 2*Hidden × Rel: the head's share of a pair
	RelDW, RelDB []float32 // 2*Hidden × Rel: the dependent's
	RelFar       []float32 // distance × Rel: the distance's
	RelPair      []float32 // part of speech of dependent × of head × Rel
	RelW, RelB   []float32 // Rel × relation columns
}

// Table is a table of vectors: whole numbers of 8 bits and a scale a row, or,
// while it is being trained, floats.
type Table struct {
	Width  int
	Small  []int8
	Scales []float32
	Floats []float32
}

// AddRow adds the row to x.
func (t *Table) AddRow(x []float32, row int32) {
	at := int(row) * t.Width
	if t.Floats != nil {
		for j, v := range t.Floats[at : at+t.Width] {
			x[j] += v
		}
		return
	}
	net.AddScaled(x, t.Small[at:at+t.Width], t.Scales[row])
}

// Rows is the number of rows.
func (t *Table) Rows() int { return max(len(t.Small), len(t.Floats)) / t.Width }

// TagColumns is the width of the tag scores, a multiple of 32.
func (m *Model) TagColumns() int {
	last := m.Groups[len(m.Groups)-1]
	return (last.At + len(last.Values) + 31) &^ 31
}

// RelColumns is the width of the relation scores, a multiple of 32.
func (m *Model) RelColumns() int { return (len(m.Rels) + 31) &^ 31 }

// Parameter is one array of the dense part of the network.
type Parameter struct {
	Name string
	Data *[]float32
	Rows int // rows of equal length share a scale each in the file
	Size int
}

// Parameters lists the dense arrays in the order of the file.
func (m *Model) Parameters() []Parameter {
	s, tags, rels := m.Sizes, m.TagColumns(), m.RelColumns()
	out := 2 * s.Hidden
	ps := []Parameter{}
	add := func(name string, data *[]float32, rows, columns int) {
		ps = append(ps, Parameter{name, data, rows, rows * columns})
	}
	lstm := func(name string, l *net.LSTM, in int) {
		l.In, l.Hidden = in, s.Hidden
		add(name+".wx", &l.Wx, in, 4*s.Hidden)
		add(name+".wh", &l.Wh, s.Hidden, 4*s.Hidden)
		add(name+".bias", &l.Bias, 1, 4*s.Hidden)
	}
	lstm("first.forward", &m.First[0], s.Word+s.Feature)
	lstm("first.backward", &m.First[1], s.Word+s.Feature)
	lstm("second.forward", &m.Second[0], out+s.Tags)
	lstm("second.backward", &m.Second[1], out+s.Tags)
	add("tag.w", &m.TagW, out, tags)
	add("tag.b", &m.TagB, 1, tags)
	add("read.w", &m.ReadW, tags, s.Tags)
	add("read.b", &m.ReadB, 1, s.Tags)
	add("head.w", &m.HeadW, out, s.Arc)
	add("head.b", &m.HeadB, 1, s.Arc)
	add("dep.w", &m.DepW, out, s.Arc)
	add("dep.b", &m.DepB, 1, s.Arc)
	add("arc.w", &m.ArcW, s.Arc, s.Arc)
	add("arc.b", &m.ArcB, 1, s.Arc)
	add("root", &m.RootHead, 1, s.Arc)
	add("distance", &m.Distance, numTags*numTags, NumDistances)
	add("relhead.w", &m.RelHW, out, s.Rel)
	add("relhead.b", &m.RelHB, 1, s.Rel)
	add("reldep.w", &m.RelDW, out, s.Rel)
	add("reldep.b", &m.RelDB, 1, s.Rel)
	if s.Pairs > 0 {
		add("relfar", &m.RelFar, NumDistances, s.Rel)
		add("relpair", &m.RelPair, numTags*numTags, s.Rel)
	}
	add("rel.w", &m.RelW, m.pairWidth(), rels)
	add("rel.b", &m.RelB, 1, rels)
	return ps
}

// pairWidth is the number of rows of RelW.
func (m *Model) pairWidth() int {
	if r := m.Sizes.Rel; m.Sizes.Pairs == 0 {
		return r*r + 2*r
	}
	return m.Sizes.Rel
}

// numTags counts the parts of speech, and the root as one more.
const numTags = 18

// NumDistances is the number of distance classes between head and dependent.
const NumDistances = 16

// DistanceAt is the place in Distance for a dependent and a head (positions from
// 0, -1 for the root) of the given parts of speech; the root has 0.
func DistanceAt(dep, head report.UPOS, d, h int) int {
	return PairAt(dep, head)*NumDistances + DistanceOf(d, h)
}

// PairAt is the row in RelPair for a dependent and a head.
func PairAt(dep, head report.UPOS) int { return int(dep)*numTags + int(head) }

// DistanceOf is the class of the distance from the dependent to the head.
func DistanceOf(d, h int) int {
	n, side := h-d, 0
	if n < 0 {
		n, side = -n, 8
	}
	switch {
	case n <= 4:
		n--
	case n <= 6:
		n = 4
	case n <= 10:
		n = 5
	case n <= 18:
		n = 6
	default:
		n = 7
	}
	return side + n
}
