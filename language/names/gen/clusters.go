package main

import (
	"math"

	"depesche/language/model"
	"depesche/language/names"
)

// Clustering.
const (
	fine   = 250
	coarse = 60
	rounds = 10
)

// learnClusters puts the words of a parser's model into clusters by k-means on
// the sphere of their vectors. The first centres are the vectors of frequent words,
// so that the same model gives the same clusters.
func learnClusters(ws *names.Words, m *model.Model) {
	vectors := make([][]float32, len(m.Words))
	for i := range vectors {
		vectors[i] = make([]float32, m.Sizes.Word)
		m.WordTable.AddRow(vectors[i], int32(i+1))
		normalise(vectors[i])
	}
	small, large := cluster(vectors, fine), cluster(vectors, coarse)
	for i, w := range m.Words {
		ws.Put(w, names.Word{Fine: small[i], Coarse: large[i]})
	}
}

// cluster gives each vector its cluster, from 1.
func cluster(vectors [][]float32, k int) []uint8 {
	centres := make([][]float32, k)
	for i := range centres {
		centres[i] = append([]float32(nil), vectors[i*4]...)
	}
	of := make([]uint8, len(vectors))
	for range rounds {
		for i, v := range vectors {
			of[i] = nearest(centres, v)
		}
		for _, c := range centres {
			clear(c)
		}
		for i, v := range vectors {
			for k, x := range v {
				centres[of[i]-1][k] += x
			}
		}
		for _, c := range centres {
			normalise(c)
		}
	}
	return of
}

func nearest(centres [][]float32, v []float32) uint8 {
	best, at := float32(-2), 0
	for i, c := range centres {
		s := float32(0)
		for k, x := range v {
			s += x * c[k]
		}
		if s > best {
			best, at = s, i
		}
	}
	return uint8(at + 1)
}

func normalise(v []float32) {
	s := 0.0
	for _, x := range v {
		s += float64(x) * float64(x)
	}
	if s == 0 {
		return
	}
	n := float32(1 / math.Sqrt(s))
	for i := range v {
		v[i] *= n
	}
}
