package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

// Clustering of the most frequent words.
const (
	numClusters = 250
	maxWords    = 30000
	rounds      = 12
)

// readClusters puts the words of a file of vectors into clusters by k-means on the
// sphere; the first centres are the vectors of frequent words, so that the same
// file gives the same clusters. No file gives none.
func readClusters(name string) (map[string]uint8, error) {
	if name == "" {
		return nil, nil
	}
	words, vectors, err := readVectors(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(words) < numClusters {
		return nil, fmt.Errorf("%s: %d words are too few for %d clusters", name, len(words), numClusters)
	}
	centres := make([][]float32, numClusters)
	for i := range centres {
		centres[i] = append([]float32(nil), vectors[i*4]...)
	}
	of := make([]int, len(words))
	for range rounds {
		for i, v := range vectors {
			of[i] = nearest(centres, v)
		}
		for _, c := range centres {
			clear(c)
		}
		for i, v := range vectors {
			for k, x := range v {
				centres[of[i]][k] += x
			}
		}
		for _, c := range centres {
			normalise(c)
		}
	}
	clusters := make(map[string]uint8, len(words))
	for i, w := range words {
		c := uint8(of[i] + 1)
		if c >= '\n' {
			c++ // the line break ends an entry
		}
		clusters[w] = c
	}
	return clusters, nil
}

func nearest(centres [][]float32, v []float32) int {
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
	return at
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

func readVectors(name string) (words []string, vectors [][]float32, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan() // number of words, width
	for lines.Scan() && len(words) < maxWords {
		col := strings.Fields(lines.Text())
		if len(col) < 3 {
			continue
		}
		v := make([]float32, len(col)-1)
		for i := range v {
			x, err := strconv.ParseFloat(col[i+1], 32)
			if err != nil {
				return nil, nil, err
			}
			v[i] = float32(x)
		}
		normalise(v)
		words, vectors = append(words, strings.Clone(col[0])), append(vectors, v)
	}
	return words, vectors, lines.Err()
}
