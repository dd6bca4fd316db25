package main

import (
	"bufio"

	"depesche/language"
	"depesche/language/conllu"
)

type parseCmd struct {
	inputFlags

	Model   string `help:"A model that depesche train wrote, for reports in its language, whichever that is." type:"existingfile" placeholder:"FILE"`
	Workers int    `default:"0" help:"Reports to parse at the same time; 0 = as many as there are processors."`
}

// Help says more under depesche parse --help.
func (parseCmd) Help() string {
	return `With --from conllu the sentences and words of the input are kept and the rest is filled in anew. With --model the language is the model's and --lang says nothing.`
}

// Run prints the analysis of the reports as CoNLL-U in the order of the input.
func (cmd *parseCmd) Run(c *console) error {
	newReader, err := cmd.parser()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(c.out, 64<<10)
	return c.each(cmd.reports(c.in), workers(cmd.Workers), newReader, out, func(r result) error {
		return conllu.Write(out, r.report)
	})
}

// parser makes parsers with the models of the program, or with the one that a flag
// names.
func (cmd *parseCmd) parser() (func() reader, error) {
	if cmd.Model == "" {
		return newParser, nil
	}
	a, err := language.Open(cmd.Model)
	if err != nil {
		return nil, withHint(err, "name a file that depesche train --out wrote")
	}
	return func() reader { return trained{a.Lang(), a.NewWorker()} }, nil
}
