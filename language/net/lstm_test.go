package net

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSentencesSideBySide: sentences read together come out as each does alone.
func TestSentencesSideBySide(t *testing.T) {
	const in, hidden = 8, 16
	r := rand.New(rand.NewPCG(15, 16))
	l := LSTM{In: in, Hidden: hidden, Wx: fill(r, in*4*hidden), Wh: fill(r, hidden*4*hidden), Bias: fill(r, 4*hidden)}
	read := func(x []float32, ends []int, back bool) []float32 {
		n := len(x) / in
		out := make([]float32, n*hidden)
		l.Run(x, make([]float32, (n+1)*4*hidden), make([]float32, n*hidden), out, ends, hidden, back)
		return out
	}
	for _, lengths := range [][]int{{}, {0}, {3}, {1, 1, 1, 1, 1, 1}, {2, 0, 5, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9}, {9, 1, 4, 1, 1, 7}} {
		var x []float32
		var ends []int
		for _, n := range lengths {
			x = append(x, fill(r, n*in)...)
			ends = append(ends, len(x)/in)
		}
		for _, back := range []bool{false, true} {
			got := read(x, ends, back)
			for k, n := range lengths {
				from := ends[k] - n
				want := read(x[from*in:ends[k]*in], []int{n}, back)
				if !slices.Equal(got[from*hidden:ends[k]*hidden], want) {
					t.Errorf("lengths %v, back %v: sentence %d is not as it is alone", lengths, back, k)
				}
			}
		}
	}
}
