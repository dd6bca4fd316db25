package main

import (
	"errors"
	"fmt"
	"io/fs"

	"depesche/language/names/corpora"
	"depesche/report"
)

type evalNamesCmd struct {
	Gold []string `arg:"" help:"Corpora of names: .tsv (GermEval 2014), .iob2 (Universal NER), .conll.txt, .json.gz (SmartData)."`
	Lang string   `enum:"de,en" default:"de" help:"Language of the corpora: de, en."`
}

// Run prints how many of the names in corpora are found, the words being given.
func (cmd *evalNamesCmd) Run(c *console) error {
	words := newAnalyser()
	var score corpora.Score
	for _, name := range cmd.Gold {
		ss, err := corpora.Read(name, cmd.Lang)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fileError(name, err)
		case errors.Is(err, corpora.ErrFormat):
			return withHint(err, "docs/eval.md describes the formats")
		case err != nil:
			return err
		}
		r := &report.Report{ID: name, Lang: cmd.Lang}
		var gold [][]report.NameTag
		for _, s := range ss {
			gold = append(gold, corpora.Tags(s))
			r.Sentences = append(r.Sentences, report.Sentence{Words: s})
		}
		if len(ss) == 0 {
			return withHint(fmt.Errorf("%s: no sentences", name), "docs/eval.md describes the formats")
		}
		if err := words.analyse(r, true); err != nil {
			return err
		}
		for i, s := range r.Sentences {
			score.Add(gold[i], corpora.Tags(s.Words))
		}
	}
	_, err := fmt.Fprint(c.out, &score)
	return err
}
