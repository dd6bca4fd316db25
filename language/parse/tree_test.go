package parse

import (
	"math/rand/v2"
	"testing"
)

// brute tries every assignment of heads.
func brute(score []float32, n, stride int) float32 {
	best := float32(absent)
	heads := make([]int32, n)
	var try func(d int, sum float32)
	try = func(d int, sum float32) {
		if d == n {
			if oneRoot(heads) && sum > best {
				best = sum
			}
			return
		}
		for h := 0; h <= n; h++ {
			if h != d+1 {
				heads[d] = int32(h)
				try(d+1, sum+score[d*stride+h])
			}
		}
	}
	try(0, 0)
	return best
}

func oneRoot(heads []int32) bool {
	roots := 0
	for _, h := range heads {
		if h == 0 {
			roots++
		}
	}
	return roots == 1 && reachesRoot(heads)
}

func TestTreeIsTheBestOne(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var f Finder
	for range 2000 {
		n := 1 + r.IntN(5)
		stride := n + 1 + r.IntN(3)
		score := make([]float32, n*stride)
		for i := range score {
			score[i] = r.Float32() * 10
		}
		heads := make([]int32, n)
		f.Tree(heads, score, n, stride)
		if !oneRoot(heads) {
			t.Fatalf("no tree: %v", heads)
		}
		sum := float32(0)
		for d, h := range heads {
			sum += score[d*stride+int(h)]
		}
		if want := brute(score, n, stride); sum < want-1e-2 {
			t.Fatalf("score %v, want %v", sum, want)
		}
	}
}

// TestManyCycles takes scores that make cycles within cycles, and compares with the
// sum that no exchange of one head betters.
func TestManyCycles(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var f Finder
	for range 300 {
		n := 6
		stride := n + 1
		score := make([]float32, n*stride)
		for d := range n {
			for h := range n {
				score[d*stride+h+1] = float32(r.IntN(4)) + 8/float32(1+max(d-h, h-d)) + r.Float32()/16
			}
		}
		heads := make([]int32, n)
		f.Tree(heads, score, n, stride)
		if !oneRoot(heads) {
			t.Fatalf("no tree: %v", heads)
		}
		sum := float32(0)
		for d, h := range heads {
			sum += score[d*stride+int(h)]
		}
		if want := brute(score, n, stride); sum < want-1e-2 {
			t.Fatalf("score %v, want %v: %v", sum, want, heads)
		}
	}
}

// BenchmarkTree finds trees of 400 words whose best heads are all cycles.
func BenchmarkTree(b *testing.B) {
	const n = 400
	r := rand.New(rand.NewPCG(1, 1))
	score := make([]float32, n*(n+1))
	for d := range n {
		for h := range n {
			score[d*(n+1)+h+1] = -float32(max(d-h, h-d)) + r.Float32()/8
		}
	}
	heads := make([]int32, n)
	var f Finder
	b.ReportAllocs()
	for b.Loop() {
		f.Tree(heads, score, n, n+1)
	}
}

func TestLongCyclesEnd(t *testing.T) {
	n := 400
	score := make([]float32, n*(n+1))
	for d := range n {
		score[d*(n+1)+(d^1)+1] = 5
	}
	heads := make([]int32, n)
	var f Finder
	f.Tree(heads, score, n, n+1)
	if !oneRoot(heads) {
		t.Fatal("no tree")
	}
}
