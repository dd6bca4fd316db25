package knowledge

import (
	"runtime"
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMatch gives mentions a second: every word of a sentence is looked up.
func BenchmarkMatch(b *testing.B) {
	k := base(b)
	words := strings.Fields("Der belarussische Machthaber Alexander Lukaschenko ist in Peking mit Ministerpräsident Li Keqiang zusammengetroffen")
	var dst []Match
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			dst, _ = k.AppendMatch(dst[:0], "de", words[i:])
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "mentions/s")
}

// TestSize holds the loaded base to its budget.
func TestSize(t *testing.T) {
	const budget = 80 << 20
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	b, err := Read(embedded)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if kept := int64(after.HeapAlloc) - int64(before.HeapAlloc); kept > budget {
		t.Errorf("the base takes %d MB, more than %d", kept>>20, budget>>20)
	} else {
		t.Logf("%d entities, %d terms: %.1f MB", len(b.entities), len(b.terms), float64(kept)/(1<<20))
	}
	runtime.KeepAlive(b)
}
