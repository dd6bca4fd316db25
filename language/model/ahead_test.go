package model

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"depesche/language/tag"
)

// TestAhead: a word whose share of the gates is kept comes out as one whose share is
// computed, also where more forms come than there are places.
func TestAhead(t *testing.T) {
	var b bytes.Buffer
	if err := tiny().Write(&b); err != nil {
		t.Fatal(err)
	}
	m, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	e := tag.Encoder{Vocabulary: tag.NewVocabulary(m.Words), Buckets: m.Buckets}
	chance := rand.New(rand.NewPCG(5, 6))
	var kept, fresh State
	var in tag.Inputs
	hits := 0
	for range 40 {
		in.Reset()
		for range 5 {
			for i := range 1 + chance.IntN(60) {
				n := min(chance.IntN(3*numAhead), chance.IntN(3*numAhead), chance.IntN(3*numAhead))
				e.Add(&in, "wort"+strconv.Itoa(n), i)
			}
			in.Cut()
		}
		m.Read(&kept, &in)
		hits += in.Len() - len(kept.ahead.new)
		in.Forms = in.Forms[:0]
		m.Read(&fresh, &in)
		if !slices.Equal(kept.First, fresh.First) {
			t.Fatal("what is kept differs from what is computed")
		}
	}
	if hits == 0 {
		t.Error("nothing was kept")
	}
}
