// Command gen learns the names of a language for package names:
//
//	go run ./language/names/gen -lang de -out language/data/de/names.bin.gz -target CORPUS [flags] CORPUS …
//
// The target is the corpus whose rules are to be learned, the others help, those of
// another language too (written "en:CORPUS"): names are much the same; -people,
// -places and -orgs name columns of tables with names, written FILE#COLUMN; the words
// of the language's model are put into clusters. docs/models/names.md has the commands
// of the models that are shipped.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"depesche/language"
	"depesche/language/morph"
	"depesche/language/names"
	"depesche/language/names/corpora"
	"depesche/language/train"
	"depesche/report"
)

// flags are what the command is told.
type flags struct {
	lang, out, target, test string
	hold                    bool
	epochs, models          int
	people, places, orgs    sources
	lists                   sources
	marks                   string
	marked, own             sources
	others                  []string
}

func main() {
	var f flags
	flag.StringVar(&f.lang, "lang", "", "language")
	flag.StringVar(&f.out, "out", "", "file to write; nothing is written without")
	flag.StringVar(&f.target, "target", "", "corpus to learn")
	flag.BoolVar(&f.hold, "hold", false, "keep every fifth five sentences of the target for a test")
	flag.StringVar(&f.test, "test", "", "corpus to test on")
	flag.IntVar(&f.epochs, "epochs", 0, "rounds of training")
	flag.IntVar(&f.models, "models", 0, "models to learn and to average")
	flag.Var(&f.people, "people", "column of names of people, FILE#COLUMN")
	flag.Var(&f.places, "places", "column of names of places")
	flag.Var(&f.orgs, "orgs", "column of names of organisations")
	flag.Var(&f.lists, "lists", "table of names, or heads of names, and their kinds")
	flag.StringVar(&f.marks, "marks", "", "table of names in sentences that stand elsewhere, by the rules of the target")
	flag.Var(&f.own, "own", "corpus that follows the rules of the target")
	flag.Var(&f.marked, "marked", "file with those sentences")
	flag.Parse()
	f.others = flag.Args()
	if err := f.run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func (f *flags) run() error {
	dict, err := morph.Load(f.lang)
	if err != nil {
		return err
	}
	c := train.NamesConfig{Dict: morph.NewMemo(dict), Epochs: f.epochs, Models: f.models, Seed: 1}
	var held, test []train.NameSentence
	for i, name := range append([]string{f.target}, f.others...) {
		ss, err := analysed(name, f.lang, i)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d sentences\n", name, len(ss))
		if i == 0 && f.hold {
			ss, held = part(ss)
		}
		c.Sentences = append(c.Sentences, ss...)
	}
	for _, name := range f.own {
		ss, err := analysed(name, f.lang, 0)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d sentences\n", name, len(ss))
		c.Sentences = append(c.Sentences, ss...)
	}
	ss, err := f.markedSentences()
	if err != nil {
		return err
	}
	c.Sentences = append(c.Sentences, ss...)
	if f.test != "" {
		if test, err = analysed(f.test, f.lang, 0); err != nil {
			return err
		}
	}
	if err := f.know(&c.Known, dict); err != nil {
		return err
	}
	m, err := train.Names(context.Background(), c, os.Stdout)
	if err != nil {
		return err
	}
	measure("held out", m, c.Dict, held)
	measure(f.test, m, c.Dict, test)
	return write(m, f.out)
}

// part keeps every fifth five sentences apart.
func part(ss []train.NameSentence) (kept, held []train.NameSentence) {
	for i, s := range ss {
		if i/5%5 == 0 {
			held = append(held, s)
		} else {
			kept = append(kept, s)
		}
	}
	return kept, held
}

func write(m *names.Model, name string) error {
	if name == "" {
		return nil
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := m.Write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

// markedSentences are those of the table of marks, analysed.
func (f *flags) markedSentences() ([]train.NameSentence, error) {
	if f.marks == "" {
		return nil, nil
	}
	marks, err := corpora.ReadMarks(f.marks)
	if err != nil {
		return nil, err
	}
	var all [][]report.Word
	for _, name := range f.marked {
		ss, err := marks.Sentences(name, f.lang)
		if err != nil {
			return nil, err
		}
		all = append(all, ss...)
	}
	fmt.Printf("%s: %d sentences, %d not found\n", f.marks, len(all), len(marks))
	return analyse(all, f.lang, 0)
}

// analysed reads a corpus and analyses its sentences; "en:FILE" is one in English.
func analysed(name, lang string, corpus int) ([]train.NameSentence, error) {
	if other, file, ok := strings.Cut(name, ":"); ok && len(other) == 2 {
		name, lang = file, other
	}
	ss, err := corpora.Read(name, lang)
	if err != nil {
		return nil, err
	}
	return analyse(ss, lang, corpus)
}

// analyse analyses sentences and keeps their names.
func analyse(ss [][]report.Word, lang string, corpus int) ([]train.NameSentence, error) {
	a, err := language.Load(lang)
	if err != nil {
		return nil, err
	}
	r := &report.Report{Lang: lang}
	var gold [][]report.NameTag
	for _, s := range ss {
		tags := make([]report.NameTag, len(s))
		for i := range s {
			tags[i] = s[i].Name
		}
		gold = append(gold, tags)
		r.Sentences = append(r.Sentences, report.Sentence{Words: s})
	}
	a.WithoutNames().Annotate(r)
	all := make([]train.NameSentence, len(ss))
	for k, s := range ss {
		for i := range s {
			s[i].Name = gold[k][i]
		}
		all[k] = train.NameSentence{Words: s, Corpus: corpus}
	}
	return all, nil
}

// measure prints how the model does on analysed sentences.
func measure(what string, m *names.Model, d names.Dictionary, ss []train.NameSentence) {
	if len(ss) == 0 {
		return
	}
	var score corpora.Score
	w := m.NewWorker(d)
	for _, s := range ss {
		words := slices.Clone(s.Words)
		w.Tag(words)
		score.Add(corpora.Tags(s.Words), corpora.Tags(words))
	}
	fmt.Printf("%s:\n%s", what, &score)
}
