package train

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// Pretrain lets the first layer and the vectors of features learn from raw text,
// before any treebank, to guess the next and the previous word (as the language
// models of Peters et al. 2018 do), and writes them to c.Out, to be given to Train
// as Start. The treebanks in c.Files settle the tags; c.Vectors is needed, and
// c.Buckets and c.Sizes must be those of Train.
func Pretrain(ctx context.Context, c Config, progress io.Writer) error {
	c.defaults()
	t, err := newTrainer(&c, progress)
	if err != nil {
		return fmt.Errorf("pretrain %s: %w", c.Lang, err)
	}
	var text [][]string
	for _, name := range c.Raw {
		ss, err := readRaw(name)
		if err != nil {
			return fmt.Errorf("pretrain %s: %w", c.Lang, err)
		}
		text = append(text, ss...)
	}
	g := newGuesser(t, text)
	if err := g.learn(ctx, text); err != nil {
		return fmt.Errorf("pretrain %s: %w", c.Lang, err)
	}
	return t.saveStart()
}

// readRaw reads text, one sentence a line, its words between spaces.
func readRaw(name string) ([][]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<22)
	var out [][]string
	for in.Scan() {
		if w := strings.Fields(in.Text()); len(w) > 3 {
			out = append(out, w[:min(len(w), 80)])
		}
	}
	return out, in.Err()
}

// start is the file between Pretrain and Train.
type start struct {
	Dense    map[string][]float32
	Features []float32
}

func (t *trainer) saveStart() error {
	s := start{Dense: map[string][]float32{}, Features: t.m.FeatureTable.Floats}
	for _, p := range t.m.Parameters() {
		if strings.HasPrefix(p.Name, "first.") {
			s.Dense[p.Name] = *p.Data
		}
	}
	f, err := os.Create(t.c.Out)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(f).Encode(s); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// start fills in what Pretrain learned, if the configuration names it.
func (t *trainer) start() error {
	if t.c.Start == "" {
		return nil
	}
	f, err := os.Open(t.c.Start)
	if err != nil {
		return err
	}
	defer f.Close()
	var s start
	if err := json.NewDecoder(f).Decode(&s); err != nil {
		return fmt.Errorf("%s: %w", t.c.Start, err)
	}
	for _, p := range t.m.Parameters() {
		if from, ok := s.Dense[p.Name]; ok {
			if len(from) != p.Size {
				return fmt.Errorf("%s: %s has %d numbers, want %d", t.c.Start, p.Name, len(from), p.Size)
			}
			copy(*p.Data, from)
		}
	}
	copy(t.m.FeatureTable.Floats, s.Features)
	return nil
}
