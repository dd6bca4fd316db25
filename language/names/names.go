// Package names finds the names of persons, organisations and places, and other
// names, in analysed sentences, and marks their words in Word.Name.
//
// It is a linear chain: every word has a weight for each tag by its features (form,
// affixes, shape, part of speech, relation and head, what the dictionary and lists of
// names say of it, the words it is used like, the same of its neighbours), every pair
// of tags one of its own; the best sequence wins. The weights are those of a
// conditional random field (Lafferty, McCallum and Pereira 2001), learned by ./gen from
// corpora of names.
package names

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"depesche/language/data"
	"depesche/report"
)

var loaders = struct {
	sync.Mutex
	of map[string]func() (*Model, error)
}{of: map[string]func() (*Model, error){}}

// Load gives the model of names of a language, read once and shared; nil for a language
// without one.
func Load(lang string) (*Model, error) {
	loaders.Lock()
	load := loaders.of[lang]
	if load == nil {
		load = sync.OnceValues(func() (*Model, error) { return read(lang) })
		loaders.of[lang] = load
	}
	loaders.Unlock()
	return load()
}

func read(lang string) (*Model, error) {
	name := lang + "/names.bin.gz"
	f, err := data.Files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer f.Close()
	n, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("names %s: %w", name, err)
	}
	return n, nil
}

// Worker finds names; it owns the scratch space for that.
type Worker struct {
	m      *Model
	inputs *Inputs
	scores []int32
	path   path
}

// NewWorker makes a worker with the dictionary of the language.
func (m *Model) NewWorker(d Dictionary) *Worker {
	w := &Worker{m: m, inputs: NewInputs(d, m.Known)}
	w.inputs.memory = &memory{model: m, kept: make([]kept, numKept)}
	return w
}

// sure is the weight of no name at words that none is looked for at.
const sure = 1 << 20

// Tag marks the names among the words of one sentence, whose tags and tree are known.
func (w *Worker) Tag(words []report.Word) {
	w.inputs.open(words)
	w.scores = sized(w.scores, len(words)*NumTags)
	clear(w.scores)
	for i := range words {
		sums := (*[NumTags]int32)(w.scores[i*NumTags:])
		if w.inputs.inReach(i) {
			w.inputs.weigh(i, sums)
		} else {
			sums[report.NameNone] = sure
		}
	}
	for i, t := range w.path.best(w.scores, w.m.Next, len(words)) {
		words[i].Name = report.NameTag(t)
	}
}
