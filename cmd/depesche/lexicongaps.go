package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"slices"
)

type lexiconGapsCmd struct {
	inputFlags
	Least int `default:"2" help:"Leave out words that are rarer than this."`
}

// gapCount is how often a word without a line occurs, and the first sentence.
type gapCount struct {
	pattern, sentence string
	n                 int
}

// Run reads the reports and prints what the lexicon may lack: how often, the
// pattern that a line would need, and a sentence.
func (cmd *lexiconGapsCmd) Run(c *console) error {
	rd := newStages().newWhole()
	counts := map[string]*gapCount{}
	failed := false
	for it := range cmd.reports(c.in) {
		if it.err == nil {
			it.err = rd.prepare(it.report)
		}
		if it.err != nil {
			failed = true
			c.fail(it.err)
			continue
		}
		gaps, err := rd.worker.Gaps(it.report)
		if err != nil {
			return fmt.Errorf("%s: %w", it.report.ID, err)
		}
		for _, g := range gaps {
			if counts[g.Pattern] == nil {
				counts[g.Pattern] = &gapCount{pattern: g.Pattern, sentence: g.Sentence}
			}
			counts[g.Pattern].n++
		}
	}
	list := slices.SortedFunc(maps.Values(counts), func(a, b *gapCount) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.pattern, b.pattern))
	})
	out := bufio.NewWriter(c.out)
	for _, g := range list {
		if g.n >= cmd.Least {
			fmt.Fprintf(out, "%d\t%s\t%s\n", g.n, g.pattern, g.sentence)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	return nil
}
