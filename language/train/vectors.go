package train

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"

	"depesche/language/embed"
	"depesche/language/model"
	"depesche/language/tag"
)

// vectors fills the table of word vectors from the model to go on from or the file
// of the configuration, or, without either, from the words of the treebanks, to be
// learned.
func (t *trainer) vectors(from *model.Model) error {
	m, width := t.m, t.c.Sizes.Word
	if from != nil {
		// vectors of words that the treebanks lack were learned elsewhere
		t.given = slices.ContainsFunc(from.Words, func(w string) bool { return t.counts[w] == 0 })
		m.Words, m.WordTable = from.Words, model.Table{Width: width, Floats: floats(&from.WordTable)}
		return nil
	}
	m.WordTable = model.Table{Width: width, Floats: make([]float32, width)}
	if t.c.Vectors == "" {
		for w, n := range t.counts {
			if n > 1 {
				m.Words = append(m.Words, w)
			}
		}
		sort.Strings(m.Words)
		m.WordTable.Floats = make([]float32, (len(m.Words)+1)*width)
		t.uniform(m.WordTable.Floats, 0.2)
		return nil
	}
	t.given = true
	f, err := os.Open(t.c.Vectors)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for line := 1; in.Scan(); line++ {
		col := strings.Fields(in.Text())
		if line == 1 && len(col) == 2 {
			continue
		}
		if len(col) != width+1 {
			return fmt.Errorf("%s:%d: %d numbers, want %d", t.c.Vectors, line, len(col)-1, width)
		}
		m.Words = append(m.Words, col[0])
		for _, c := range col[1:] {
			v, err := strconv.ParseFloat(c, 32)
			if err != nil {
				return fmt.Errorf("%s:%d: %w", t.c.Vectors, line, err)
			}
			m.WordTable.Floats = append(m.WordTable.Floats, float32(v))
		}
	}
	even(m.WordTable.Floats)
	return in.Err()
}

// even scales the vectors so that their numbers are 0.4 in the root mean square.
func even(v []float32) {
	scale := float32(0.4 / math.Sqrt(squares(v)/float64(len(v))+1e-12))
	for i := range v {
		v[i] *= scale
	}
}

// LearnVectors learns word vectors from c.Raw and writes them to c.Out, to be given
// to Pretrain and Train as Vectors. Numbers are counted by their shape.
func LearnVectors(ctx context.Context, c Config, progress io.Writer) error {
	c.defaults()
	var text [][]string
	for _, name := range c.Raw {
		ss, err := readRaw(name)
		if err != nil {
			return fmt.Errorf("vectors: %w", err)
		}
		text = append(text, ss...)
	}
	for _, s := range text {
		for i, w := range s {
			s[i] = tag.Mask(w)
		}
	}
	v, err := embed.Learn(ctx, embed.Config{Width: c.Sizes.Word, Seed: c.Seed}, text, progress)
	if err != nil {
		return fmt.Errorf("vectors: %w", err)
	}
	f, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	if err := v.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", c.Out, err)
	}
	return f.Close()
}
