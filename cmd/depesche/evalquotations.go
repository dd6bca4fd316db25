package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"depesche/eval"
	"depesche/reading"
	"depesche/report"
)

type evalQuotationsCmd struct {
	Gold  string `arg:"" help:"News texts with their quotations, as JSON lines (docs/eval.md); may be gzipped."`
	Lang  string `enum:"de,en" default:"de" help:"Language of the texts: de, en."`
	Wrong bool   `help:"Print the quotations that were missed and those whose speaker is wrong."`
}

// Run prints how many quotations were found, and with the right speaker.
func (cmd *evalQuotationsCmd) Run(c *console) error {
	in, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer in.Close()
	var r io.Reader = in
	if strings.HasSuffix(cmd.Gold, ".gz") {
		z, err := gzip.NewReader(in)
		if err != nil {
			return withHint(fmt.Errorf("%s: %w", cmd.Gold, err), "the name says gzip; give other files without .gz")
		}
		defer z.Close()
		r = z
	}
	docs, err := eval.ReadQuotations(eval.Input{Name: cmd.Gold, Reader: r})
	if err != nil {
		return withHint(err, "each line is one text with its annotations, as docs/eval.md describes")
	}
	rd := newStages().newWhole()
	var scores eval.QuotationScores
	for i := range docs {
		d := &docs[i]
		rep := &report.Report{ID: d.Name, Lang: cmd.Lang, Text: d.Text}
		if err := rd.prepare(rep); err != nil {
			return err
		}
		found, err := rd.worker.Quotations(rep)
		if err != nil {
			return fmt.Errorf("%s: %w", d.Name, err)
		}
		got := quotations(found)
		if cmd.Wrong {
			for _, line := range eval.WrongQuotations(d, got) {
				fmt.Fprintln(c.out, line)
			}
		}
		scores.Add(d.Quotations, got)
	}
	_, err = fmt.Fprint(c.out, &scores)
	return err
}

func quotations(list []reading.Quotation) []eval.Quotation {
	out := make([]eval.Quotation, len(list))
	for i, q := range list {
		x := eval.Quotation{Kind: q.Form + " by " + q.By, Names: q.Names, Quote: [][2]int{{int(q.Quote.Start), int(q.Quote.End)}}}
		for _, s := range q.Speaker {
			x.Speaker = append(x.Speaker, [2]int{int(s.Start), int(s.End)})
		}
		out[i] = x
	}
	return out
}
