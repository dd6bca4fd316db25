package main

import (
	"fmt"
	"os"

	"depesche/language/metrics"
	"depesche/report"
	"depesche/timex"
	"depesche/timex/eval"
)

type evalCmd struct {
	Records     evalRecordsCmd     `cmd:"" help:"Compare the records of reports with gold: precision, recall and F1 by kind."`
	Sentences   evalSentencesCmd   `cmd:"" help:"Compare the events of single sentences with the one act that each tells."`
	Calibration evalCalibrationCmd `cmd:"" help:"Compare the confidence of records with how often they are right."`
	Merging     evalMergingCmd     `cmd:"" help:"Compare the entries of a register with the happenings that its reports tell."`
	Conllu      evalConlluCmd      `cmd:"" help:"Compare two CoNLL-U files over the same text, as the CoNLL 2018 shared task did."`
	Visits      evalVisitsCmd      `cmd:"" help:"Compare the terms of office with a list of leaders' visits: who held which office on the day."`
	Negatives   evalNegativesCmd   `cmd:"" help:"Say how many sentences that tell no act are coded all the same."`
	Quotations  evalQuotationsCmd  `cmd:"" help:"Compare what is quoted, and whom, with the annotated quotations of news texts."`
	Names       evalNamesCmd       `cmd:"" help:"Count the names in corpora that are found: persons, organisations, places."`
	Timex       evalTimexCmd       `cmd:"" help:"Compare the expressions of time with those annotated in TimeML files."`
	Linking     evalLinkingCmd     `cmd:"" help:"Compare whom names are linked to with the links of a collection in NIF."`
	Phrases     evalPhrasesCmd     `cmd:"" help:"Compare the state and sector of single phrases with those of a table."`
}

type evalConlluCmd struct {
	Gold   string `arg:"" help:"The CoNLL-U file that is right."`
	System string `arg:"" help:"The CoNLL-U file to measure."`
}

// Run prints the scores of one analysis against another.
func (cmd *evalConlluCmd) Run(c *console) error {
	gold, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer gold.Close()
	system, err := open(cmd.System, c.in)
	if err != nil {
		return err
	}
	defer system.Close()
	scores, err := metrics.Evaluate(gold, system)
	if err != nil {
		return withHint(fmt.Errorf("%s, %s: %w", cmd.Gold, cmd.System, err), "both files must hold the same text, as CoNLL-U; depesche parse makes one")
	}
	_, err = fmt.Fprint(c.out, scores)
	return err
}

type evalTimexCmd struct {
	Gold string `arg:"" help:"Folder with TimeML files."`
	Lang string `enum:"de,en" default:"de" help:"Language of the files: de, en."`
}

// Run prints the scores of the expressions of time.
func (cmd *evalTimexCmd) Run(c *console) error {
	if info, err := os.Stat(cmd.Gold); err != nil {
		return fileError(cmd.Gold, err)
	} else if !info.IsDir() {
		return withHint(fmt.Errorf("%s: not a folder", cmd.Gold), "name the folder that holds the TimeML files")
	}
	docs, err := eval.Open(cmd.Gold)
	if err != nil {
		return err
	}
	rules, err := timex.Load(cmd.Lang)
	if err != nil {
		return err
	}
	words := newAnalyser()
	counts, err := eval.Score(docs, cmd.Lang, func(r *report.Report) error {
		r.Lang = cmd.Lang
		if err := words.analyse(r, false); err != nil {
			return err
		}
		rules.Read(r)
		return nil
	}, nil)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(c.out, counts)
	return err
}
