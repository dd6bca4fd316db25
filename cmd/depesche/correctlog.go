package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register"
)

type correctLogCmd struct {
	dbFlag

	Format string `enum:"table,json" default:"table" help:"table, for people; json, one correction a line."`
}

// Run prints the log.
func (cmd *correctLogCmd) Run(c *console) error {
	ctx := context.Background()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	log, err := reg.Corrections(ctx)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	for i := range log {
		k := &log[i]
		if cmd.Format == "json" {
			if err := enc.Encode(k); err != nil {
				return err
			}
			continue
		}
		what := fmt.Sprintf("%d records", len(k.Records))
		switch {
		case k.Action == register.Undo:
			what = k.Undoes.String()
		case k.From != "":
			what = k.From + " is " + k.To.ID
		case len(k.Fields) > 0:
			what += " " + string(k.Fields)
		}
		if _, err := fmt.Fprintf(c.out, "%s  %s  %-7s  %s: %s (%s)\n", k.ID, k.At, k.Action, k.Author, k.Reason, what); err != nil {
			return err
		}
	}
	return nil
}

type correctExamplesCmd struct{ dbFlag }

// Help says more under depesche correct examples --help.
func (correctExamplesCmd) Help() string {
	return `One line a corrected record, fields separated by tabs: the language, the
sentence, the lexicon line or rule that wrote the record, what it read, and what
it should have read, "-" for nothing. docs/lexicon.md says where examples go.`
}

// Run prints what was rejected and edited as examples.
func (cmd *correctExamplesCmd) Run(c *console) error {
	ctx := context.Background()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	log, err := reg.Corrections(ctx)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(c.out)
	for _, k := range register.Standing(log) {
		if k.Action != register.Reject && k.Action != register.Edit {
			continue
		}
		for _, s := range k.Records {
			if err := example(ctx, reg, out, s); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// example writes what was read at a spot, and what is right.
func example(ctx context.Context, reg *register.Register, out io.Writer, s register.Spot) error {
	was, is, rejected, err := reg.Corrected(ctx, s)
	if err != nil {
		return err
	}
	r, err := reg.Report(ctx, s.Report)
	if err != nil {
		return err
	}
	right := "-"
	if !rejected {
		right = short(is)
	}
	_, err = fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", r.Lang, sentenceAt(r.Text, s.Start, s.End), was.By, short(was), right)
	return err
}

// short is a record in a few words: type, mode, status, parties.
func short(r *record.Record) string {
	first, second := register.Sides(r)
	words := slices.DeleteFunc([]string{register.TypeOf(r), r.Mode, string(r.Status), idsOf(first), "→", idsOf(second)}, func(s string) bool { return s == "" })
	return strings.Join(words, " ")
}

// sentenceAt is the sentence around a stretch of text, on one line.
func sentenceAt(text string, start, end int) string {
	from, to := register.SentenceAround(text, start, end)
	return strings.Join(strings.Fields(text[from:to]), " ")
}
