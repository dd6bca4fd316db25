package knowledge

import (
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
}
