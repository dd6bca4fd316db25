package main

import (
	"fmt"
	"strings"

	"depesche/eval"
	"depesche/reading/examples"
	"depesche/record"
	"depesche/report"
)

type evalNegativesCmd struct {
	Sentences string `arg:"" help:"Sentences that tell no act, one a line: de or en, a tab, the sentence (docs/eval.md)."`
}

// Run prints which sentences are coded all the same, and their share.
func (cmd *evalNegativesCmd) Run(c *console) error {
	in, err := open(cmd.Sentences, c.in)
	if err != nil {
		return err
	}
	defer in.Close()
	list, err := eval.ReadNegatives(eval.Input{Name: cmd.Sentences, Reader: in})
	if err != nil {
		return withHint(err, "the format is in docs/eval.md")
	}
	coded, err := codedAnyway(list)
	if err != nil {
		return err
	}
	n := map[string]int{}
	wrong := map[string]int{}
	for i, s := range list {
		n[s.Lang]++
		if len(coded[i]) > 0 {
			wrong[s.Lang]++
			fmt.Fprintf(c.out, "%s\t%s\t%s (%s)\n", s.Lang, s.Text, examples.Summary(coded[i]), coded[i][0].By)
		}
	}
	for _, lang := range languages {
		if n[lang] > 0 {
			fmt.Fprintf(c.out, "%s: %d of %d sentences coded, %.1f %%\n", lang, wrong[lang], n[lang], 100*float64(wrong[lang])/float64(n[lang]))
		}
	}
	return nil
}

// codedAnyway are the events that are read from each sentence, each a report
// of its own; extension types and negated acts do not count.
func codedAnyway(list []eval.Negative) ([][]record.Record, error) {
	rd := newStages().newWhole()
	out := make([][]record.Record, len(list))
	for i, s := range list {
		rs, err := rd.read(&report.Report{ID: fmt.Sprintf("sentence %d", i+1), Lang: s.Lang, Text: s.Text})
		if err != nil {
			return nil, err
		}
		for k := range rs {
			if rs[k].Kind == record.KindEvent && !rs[k].Negated && !strings.HasPrefix(rs[k].Type, "X-") {
				out[i] = append(out[i], rs[k])
			}
		}
	}
	return out, nil
}
