package model

import (
	"bytes"
	"slices"
	"testing"

	"depesche/language/net"
	"depesche/language/tag"
	"depesche/report"
)

// tiny is a small model with numbers that are not all the same.
func tiny() *Model {
	m := &Model{Lang: "xx", Sizes: Sizes{Word: 8, Feature: 8, Hidden: 8, Tags: 8, Arc: 8, Rel: 8, Pairs: 1}, Buckets: 32,
		Words: []string{"eins", "zwei"}, Rels: []report.Rel{report.Nsubj, report.Obj}}
	pos := Group{Feature: -1}
	for u := report.ADJ; u <= report.X; u++ {
		pos.Values = append(pos.Values, u.String())
	}
	m.Groups = []Group{pos}
	n := float32(0)
	fill := func(v []float32) []float32 {
		for i := range v {
			n++
			v[i] = net.Tanh(float32(int(n*7919)%101-50) / 50)
		}
		return v
	}
	m.WordTable = Table{Width: 8, Floats: fill(make([]float32, 3*8))}
	m.FeatureTable = Table{Width: 8, Floats: fill(make([]float32, 32*8))}
	for _, p := range m.Parameters() {
		*p.Data = fill(make([]float32, p.Size))
	}
	return m
}

func TestWriteAndRead(t *testing.T) {
	m := tiny()
	e := tag.Encoder{Vocabulary: tag.NewVocabulary(m.Words), Buckets: m.Buckets}
	var in tag.Inputs
	for i, w := range []string{"eins", "drei", "zwei"} {
		e.Add(&in, w, i)
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	back, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	var one, two State
	m.Tag(&one, &in)
	m.Score(&one)
	back.Tag(&two, &in)
	back.Score(&two)
	for i, v := range one.Scores {
		if d := v - two.Scores[i]; d > 0.05 || d < -0.05 {
			t.Fatalf("score %d is %v, was %v", i, two.Scores[i], v)
		}
	}
	if m.Rel(&one, 0, 1) != back.Rel(&two, 0, 1) {
		t.Error("another relation")
	}
}

// TestRelate: the scores of a sentence's pairs at once are those of one after the
// other, also those of older files, which multiply.
func TestRelate(t *testing.T) {
	for pairs := range 2 {
		m := tiny()
		m.Sizes.Pairs = pairs
		for _, p := range m.Parameters() {
			if len(*p.Data) != p.Size {
				*p.Data = slices.Repeat([]float32{0.5, -0.25, 0.125}, p.Size)[:p.Size]
			}
		}
		e := tag.Encoder{Vocabulary: tag.NewVocabulary(m.Words), Buckets: m.Buckets}
		var in tag.Inputs
		heads := []int32{2, 0, 2, 3, 2, 5, 5}
		for i := range 3 + len(heads) {
			e.Add(&in, m.Words[i%2], i)
			if i == 2 {
				in.Cut()
			}
		}
		in.Cut()
		var one, two State
		m.Tag(&one, &in)
		m.Score(&one)
		m.Tag(&two, &in)
		m.Attend(&two)
		m.Relate(&two, 3, heads, make([]bool, len(heads)))
		for i, h := range heads {
			if h > 0 && !slices.Equal(m.RelatedScores(&two, 3+i), m.RelScores(&one, 3+i, 3+int(h)-1)) {
				t.Errorf("pairs %d, word %d: %v, want %v", pairs, i, m.RelatedScores(&two, 3+i), one.RelS)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := tiny().Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:b.Len()/2])
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := Read(bytes.NewReader(raw)); err == nil && m == nil {
			t.Error("neither model nor error")
		}
	})
}
