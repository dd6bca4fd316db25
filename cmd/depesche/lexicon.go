package main

import (
	"fmt"

	"depesche/lexicon"
	"depesche/reading/examples"
	"depesche/record"
	"depesche/report"
)

type lexiconCmd struct {
	Check lexiconCheckCmd `cmd:"" help:"Read the example of every line of the lexicon and report those that do not come out."`
	Gaps  lexiconGapsCmd  `cmd:"" help:"List by frequency the words of reports that have somebody who can act beside them and no line in the lexicon."`
}

type lexiconCheckCmd struct {
	Lang []string `arg:"" optional:"" help:"Languages to check; without it all."`
}

// Run reads the lexicon's examples and prints the lines whose examples fail.
func (cmd *lexiconCheckCmd) Run(c *console) error {
	langs := cmd.Lang
	if len(langs) == 0 {
		langs = languages
	}
	rd := newStages().newReader()
	read := func(lang, sentence string) ([]record.Record, error) {
		return rd.read(&report.Report{ID: "example", Lang: lang, Text: sentence})
	}
	failed := 0
	for _, lang := range langs {
		x, err := lexicon.Load(lang)
		if err != nil {
			return err
		}
		failures, n, err := examples.Check(x, read)
		if err != nil {
			return err
		}
		for _, f := range failures {
			fmt.Fprintln(c.out, f)
		}
		fmt.Fprintf(c.out, "%s: %d of %d examples come out\n", lang, n-len(failures), n)
		failed += len(failures)
	}
	if failed > 0 {
		return errSome
	}
	return nil
}
