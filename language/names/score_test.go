package names

import (
	"math/rand/v2"
	"testing"
)

// TestScore: sums side by side are those of one tag after the other, for weights at
// both ends and more features than a lane holds.
func TestScore(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	const rows = 600
	m := &Model{Rows: make([]byte, rows*NumTags)}
	for i := range m.Rows {
		m.Rows[i] = [...]byte{0x80, 0x7f, byte(chance.Uint32())}[chance.IntN(3)]
	}
	for _, n := range []int{0, 1, 256, 257, 258, 1000} {
		features := make([]uint32, n)
		var want, got [NumTags]int32
		for i := range features {
			features[i] = chance.Uint32N(rows)
			for tag := range want {
				want[tag] += int32(int8(m.Rows[int(features[i])*NumTags+tag]))
			}
		}
		m.score(&got, features)
		if got != want {
			t.Errorf("%d features: %v, want %v", n, got, want)
		}
	}
}
