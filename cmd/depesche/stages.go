package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"depesche/export/card"
	"depesche/knowledge"
	"depesche/language"
	"depesche/language/langid"
	"depesche/lexicon"
	"depesche/reading"
	"depesche/record"
	"depesche/report"
	"depesche/timex"
)

// languages are the languages that reports can be read in.
var languages = []string{"de", "en"}

// stages are the tables and models that all workers share. Nothing is loaded
// before the first report needs it; then what does not wait for each other
// loads side by side.
type stages struct {
	base    func() (*knowledge.Base, error)
	explain bool // entities say why they were linked
	reader  func() (*reading.Reader, error)
	warm    map[string]*sync.Once // by language
}

func newStages() *stages { return newStagesWith(knowledge.Load) }

func newStagesWith(base func() (*knowledge.Base, error)) *stages {
	s := &stages{base: base, warm: map[string]*sync.Once{}, reader: sync.OnceValues(func() (*reading.Reader, error) {
		know, err := base()
		if err != nil {
			return nil, err
		}
		return reading.New(know)
	})}
	for _, l := range languages {
		s.warm[l] = new(sync.Once)
	}
	return s
}

// load begins to load what reading in the language needs beside the model. The
// errors come up where the tables are asked for.
func (s *stages) load(lang string) {
	s.warm[lang].Do(func() {
		go func() { _, _ = s.reader() }()
		go func() {
			_, _ = lexicon.Load(lang)
			_, _ = timex.Load(lang)
		}()
	})
}

// analyser lays words and trees over reports; it belongs to one goroutine.
type analyser struct {
	workers map[string]*language.Worker // by language
}

func newAnalyser() *analyser { return &analyser{map[string]*language.Worker{}} }

// analyse fills in what the report lacks of language, sentences, words and
// trees. With again the trees of a report that has them are made anew.
func (a *analyser) analyse(r *report.Report, again bool) error {
	if len(r.Sentences) > 0 && !again && parsed(r) {
		return nil
	}
	w, err := a.worker(r.Lang)
	if err != nil {
		return fmt.Errorf("%s: %w", r.ID, err)
	}
	return lay(w, r)
}

// lay lays sentences, unless there are some, words and trees over the report.
func lay(w *language.Worker, r *report.Report) error {
	if len(r.Sentences) > 0 {
		w.Annotate(r)
		return nil
	}
	if err := w.Analyse(r); err != nil {
		return fmt.Errorf("%s: %w", r.ID, err)
	}
	return nil
}

func (a *analyser) worker(lang string) (*language.Worker, error) {
	if w, ok := a.workers[lang]; ok {
		return w, nil
	}
	l, err := language.Load(lang)
	if err != nil {
		return nil, err
	}
	a.workers[lang] = l.NewWorker()
	return a.workers[lang], nil
}

// parsed says whether the report came with trees.
func parsed(r *report.Report) bool {
	for i := range r.Sentences {
		for j := range r.Sentences[i].Words {
			if r.Sentences[i].Words[j].Rel != report.NoRel {
				return true
			}
		}
	}
	return false
}

// recognise settles the report's language: the one it says, else the one it is
// written in.
func recognise(r *report.Report) error {
	if r.Lang == "" {
		lang, sure := langid.Detect(start(r.Text[r.Body:]))
		if !slices.Contains(languages, lang) || sure < leastSure {
			return withHint(fmt.Errorf("%s: its language was not recognised as German or English", r.ID), "say it with --lang de or --lang en, if it is one of them")
		}
		r.Lang = lang
		return nil
	}
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(r.Lang, "_", "-")), "-")
	if !slices.Contains(languages, code) {
		return withHint(fmt.Errorf("%s: language %q is not one that can be read", r.ID, r.Lang), "German (de) and English (en) can; --lang overrides what the input says")
	}
	r.Lang = code
	return nil
}

// start is the beginning of a text, enough to tell its language.
func start(text string) string {
	const enough = 8 << 10
	if len(text) <= enough {
		return text
	}
	return strings.ToValidUTF8(text[:enough], "")
}

// leastSure is the confidence below which a recognised language is not taken.
const leastSure = 0.5

// whole is the reader of all stages.
type whole struct {
	stages *stages
	words  *analyser
	worker *reading.Worker
}

func (s *stages) newReader() reader { return s.newWhole() }

func (s *stages) newWhole() *whole { return &whole{stages: s, words: newAnalyser()} }

// prepare analyses a report's words and makes the worker that reads it.
func (w *whole) prepare(r *report.Report) error {
	if err := recognise(r); err != nil {
		return err
	}
	w.stages.load(r.Lang)
	if err := w.words.analyse(r, false); err != nil {
		return err
	}
	if w.worker == nil {
		rd, err := w.stages.reader()
		if err != nil {
			return err
		}
		w.worker = rd.NewWorker()
		if w.stages.explain {
			w.worker.Explain()
		}
	}
	return nil
}

func (w *whole) read(r *report.Report) ([]record.Record, error) {
	if err := w.prepare(r); err != nil {
		return nil, err
	}
	records, err := w.worker.Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	return records, nil
}

// parser is a reader that stops at the trees.
type parser struct{ words *analyser }

func newParser() reader { return parser{newAnalyser()} }

func (p parser) read(r *report.Report) ([]record.Record, error) {
	if err := recognise(r); err != nil {
		return nil, err
	}
	return nil, p.words.analyse(r, true)
}

// trained is a parser with a model of its own.
type trained struct {
	lang   string
	worker *language.Worker
}

func (t trained) read(r *report.Report) ([]record.Record, error) {
	r.Lang = t.lang
	return nil, lay(t.worker, r)
}

// cardNames are the English names that the card uses.
func (s *stages) cardNames() (card.Names, error) {
	know, err := s.base()
	if err != nil {
		return card.Names{}, err
	}
	names := card.NamesIn(card.English, know)
	names.Person = nil // people keep the name that the report gives them
	return names, nil
}
