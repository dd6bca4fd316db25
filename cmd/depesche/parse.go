package main

import (
	"bufio"

	"depesche/language/conllu"
)

type parseCmd struct {
	inputFlags

	Workers int `default:"0" help:"Reports to parse at the same time; 0 = as many as there are processors."`
}

// Help says more under depesche parse --help.
func (parseCmd) Help() string {
	return `With --from conllu the sentences and words of the input are kept and the rest is filled in anew.`
}

// Run prints the analysis of the reports as CoNLL-U in the order of the input.
func (cmd *parseCmd) Run(c *console) error {
	out := bufio.NewWriterSize(c.out, 64<<10)
	return c.each(cmd.reports(c.in), workers(cmd.Workers), newParser, out, func(r result) error {
		return conllu.Write(out, r.report)
	})
}
