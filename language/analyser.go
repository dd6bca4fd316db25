// Package language reads reports word by word: sentences, words, parts of speech,
// morphological features, lemmas and dependency trees (Universal Dependencies).
package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"depesche/language/model"
	"depesche/language/names"
	"depesche/language/tag"
	"depesche/report"
)

//go:embed data/*/model.bin.gz
var models embed.FS

// ErrNoLanguage says that there is no model for a language.
var ErrNoLanguage = errors.New("no model for this language")

// Analyser analyses one language. It is not changed by use and may be shared.
type Analyser struct {
	lang       string
	model      *model.Model
	vocabulary *tag.Vocabulary
	knowledge  *knowledge
	names      *names.Model // nil if there is none
	cases      bool         // nouns have cases that tell subject and object
}

var loaded = struct {
	sync.Mutex
	analysers map[string]func() (*Analyser, error)
}{analysers: map[string]func() (*Analyser, error){}}

// Load gives the analyser of the language ("de", "en"), which is read on the first
// call. The error is ErrNoLanguage if there is no model for it.
func Load(lang string) (*Analyser, error) {
	loaded.Lock()
	get, ok := loaded.analysers[lang]
	if !ok {
		get = sync.OnceValues(func() (*Analyser, error) { return load(lang) })
		loaded.analysers[lang] = get
	}
	loaded.Unlock()
	return get()
}

func load(lang string) (*Analyser, error) {
	f, err := models.Open("data/" + lang + "/model.bin.gz")
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return nil, fmt.Errorf("language %q: %w", lang, ErrNoLanguage)
	}
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	defer f.Close()
	go func() { _, _ = names.Load(lang) }() // beside the network; New asks for the error
	m, err := model.Read(f)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	return New(m)
}

// Open reads the analyser of a model file that package train wrote. A language
// without tables of its own is cut into sentences and words by general rules.
func Open(name string) (*Analyser, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := model.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	a, err := New(m)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return a, nil
}

// New makes an analyser of a model that was trained elsewhere.
func New(m *model.Model) (*Analyser, error) {
	k, err := newKnowledge(m)
	if err != nil {
		return nil, err
	}
	if c := k.classes(m); c != nil && c.NumClasses() != m.Classes {
		return nil, fmt.Errorf("language %q: the model knows %d classes of words, the program %d", m.Lang, m.Classes, c.NumClasses())
	}
	n, err := names.Load(m.Lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", m.Lang, err)
	}
	return &Analyser{
		lang: m.Lang, names: n, model: m, vocabulary: tag.NewVocabulary(m.Words), knowledge: k,
		cases: m.Column(report.MorphCase, "Dat") >= 0 && len(m.Dictionary) == 0, // one of treebanks alone knows too few cases
	}, nil
}

// Lang is the code of the analyser's language.
func (a *Analyser) Lang() string { return a.lang }

// WithoutNames is the analyser without its model of names, which has a say in what is a
// proper noun: what a new model is to learn from must not come from an old one.
func (a *Analyser) WithoutNames() *Analyser {
	b := *a
	b.names = nil
	return &b
}
