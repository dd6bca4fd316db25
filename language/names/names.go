// Package names finds the names of persons, organisations and places, and other
// names, in tagged sentences, and marks their words in Word.Name.
//
// It is a linear chain: every word has a weight for each tag by its features
// (form, affixes, shape, part of speech, what the dictionary says, the same of its
// neighbours), every pair of tags one of its own; Viterbi finds the best sequence.
// The weights are those of an averaged structured perceptron (Collins 2002),
// learned by ./gen from corpora of names.
package names

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"depesche/language/data"
	"depesche/language/morph"
	"depesche/report"
)

// numTags are the tags of report.NameTag.
const numTags = int(report.NameIOther) + 1

// Buckets is the number of hashed features.
const Buckets = 1 << 18

// Weights are what is learned: a row of numTags for every feature, and one for
// every tag before; the last row of Next is the sentence's start.
type Weights struct {
	Rows []byte // Buckets × numTags signed bytes
	Next [numTags + 1][numTags]int16

	Clusters map[string]uint8 // words that are used alike, from 1
}

// Tagger is a language's model. It is not changed by use.
type Tagger struct {
	dict    *morph.Dict
	weights *Weights
}

var loaders = struct {
	sync.Mutex
	of map[string]func() (*Tagger, error)
}{of: map[string]func() (*Tagger, error){}}

// Load gives the tagger of a language, read once and shared. A language without a
// model has a tagger that finds nothing.
func Load(lang string) (*Tagger, error) {
	loaders.Lock()
	load := loaders.of[lang]
	if load == nil {
		load = sync.OnceValues(func() (*Tagger, error) { return read(lang) })
		loaders.of[lang] = load
	}
	loaders.Unlock()
	return load()
}

func read(lang string) (*Tagger, error) {
	dict, err := morph.Load(lang)
	if err != nil {
		return nil, err
	}
	name := lang + "/names.bin.gz"
	b, err := data.Files.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return New(dict, nil), nil
	}
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	w, err := Parse(b)
	if err != nil {
		return nil, fmt.Errorf("names %s: %w", name, err)
	}
	return New(dict, w), nil
}

// New makes a tagger of a dictionary and weights; without weights it finds nothing.
func New(dict *morph.Dict, w *Weights) *Tagger { return &Tagger{dict, w} }

// Parse reads the file of weights: gzip of the rows, of the pairs of tags, two
// bytes each, little end first, and of the clusters: lines of a byte and a word.
func Parse(b []byte) (*Weights, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	w := &Weights{}
	head := make([]byte, Buckets*numTags+2*(numTags+1)*numTags)
	if _, err := io.ReadFull(z, head); err != nil {
		return nil, fmt.Errorf("weights of another version: %w", err)
	}
	w.Rows = head[:Buckets*numTags]
	pairs := head[Buckets*numTags:]
	for i := range w.Next {
		for j := range w.Next[i] {
			w.Next[i][j] = int16(uint16(pairs[0]) | uint16(pairs[1])<<8)
			pairs = pairs[2:]
		}
	}
	raw, err := io.ReadAll(io.LimitReader(z, 1<<26))
	if err != nil {
		return nil, err
	}
	w.Clusters = make(map[string]uint8, bytes.Count(raw, []byte("\n")))
	for line := range strings.Lines(string(raw)) {
		if len(line) > 2 {
			w.Clusters[line[1:len(line)-1]] = line[0]
		}
	}
	return w, nil
}

// Write writes the file that Parse reads.
func (w *Weights) Write(out io.Writer) error {
	raw := make([]byte, 0, len(w.Rows)+2*(numTags+1)*numTags)
	raw = append(raw, w.Rows...)
	for i := range w.Next {
		for _, v := range w.Next[i] {
			raw = append(raw, byte(v), byte(uint16(v)>>8))
		}
	}
	for _, word := range slices.Sorted(maps.Keys(w.Clusters)) {
		raw = append(append(append(raw, w.Clusters[word]), word...), '\n')
	}
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(raw); err != nil {
		return err
	}
	return z.Close()
}

// Worker tags sentences; it owns the scratch space for that.
type Worker struct {
	t      *Tagger
	Chain  Chain
	inputs Inputs
}

// NewWorker makes a worker.
func (t *Tagger) NewWorker() *Worker {
	w := &Worker{t: t, inputs: Inputs{dict: t.dict}}
	if t.weights != nil {
		w.inputs.clusters = t.weights.Clusters
	}
	return w
}

// Tag marks the names among the words of one sentence, whose parts of speech are
// known.
func (w *Worker) Tag(words []report.Word) {
	if w.t.weights == nil {
		return
	}
	c := &w.Chain
	c.Reset(len(words))
	w.inputs.Read(words)
	for i := range words {
		row := c.Row(i)
		for _, f := range w.inputs.Of(i) {
			for t, v := range w.t.weights.Rows[int(f)*numTags : (int(f)+1)*numTags] {
				row[t] += int32(int8(v))
			}
		}
	}
	for i, t := range c.Best(&w.t.weights.Next) {
		words[i].Name = report.NameTag(t)
	}
}
