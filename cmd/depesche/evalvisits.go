package main

import (
	"fmt"

	"depesche/knowledge"
	"depesche/knowledge/visits"
)

type evalVisitsCmd struct {
	Gold   string `arg:"" help:"The visits of foreign leaders as a table: id, start, end, visitor, from_id, from."`
	Misses bool   `help:"Print every visit that the base does not answer."`
}

// Run prints how many visitors held the office that the list says on that day.
func (cmd *evalVisitsCmd) Run(c *console) error {
	f, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer f.Close()
	list, err := visits.Read(f)
	if err != nil {
		return withHint(fmt.Errorf("%s: %w", cmd.Gold, err), "the table is the one of HistoryAtState/visits, tab-separated with a header")
	}
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	return visits.Measure(know, list).Print(c.out, cmd.Misses)
}
