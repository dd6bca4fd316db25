package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"depesche/register"
	"depesche/report"
	"depesche/source"
	"depesche/source/intake"
)

type ingestCmd struct {
	dbFlag
	knowledgeFlag

	Paths   []string `arg:"" optional:"" name:"path" help:"Files with reports, folders and archives of them, addresses (https://…); - is the standard input."`
	From    string   `enum:"auto,text,jsonl,html,feed,newsml,warc" default:"auto" help:"Format of the input: text, jsonl, html, feed (RSS, Atom), newsml (NewsML-G2, NITF), warc; auto finds out."`
	Lang    string   `enum:"auto,de,en" default:"auto" help:"Language of the reports: de, en; auto recognises it."`
	Date    edtf     `help:"Day, month or year of publication; it wins over what the input says." placeholder:"EDTF"`
	Workers int      `default:"0" help:"Reports to read at the same time; 0 = as many as there are processors."`
	Share   bool     `help:"Put the reports into the queue of a register in PostgreSQL, for depesche work on any number of machines."`
	Follow  bool     `help:"Fetch the pages that items of feeds link to, and read them instead of the items."`
	Failed  bool     `help:"Print which inputs could not be read, and why."`
}

// Help says more under depesche ingest --help.
func (ingestCmd) Help() string {
	return `Reads reports into the register. What is there already, read by the same
program with the same tables, is not read again; so a run that was broken off
goes on where it stopped when it is given the same paths.

Examples:
  depesche ingest reports.jsonl news/         files and folders
  depesche ingest --failed                    what could not be read, and why
  depesche ingest --db my.db reports.jsonl    into a register of your choice`
}

// Run reads the paths into the register.
func (cmd *ingestCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if cmd.Failed {
		return cmd.failed(ctx, c)
	}
	if len(cmd.Paths) == 0 {
		return withHint(errors.New("nothing to read"), "name files or folders with reports; - is the standard input")
	}
	base, err := cmd.early()
	if err != nil {
		return err
	}
	reader, err := cmd.fingerprint()
	if err != nil {
		return err
	}
	f := inputFlags{Lang: cmd.Lang}
	from := &intake.Reader{Format: intake.Format(cmd.From), Stdin: c.in, Web: newWeb(), Follow: cmd.Follow, Options: source.Options{Date: cmd.Date.Interval, Lang: f.lang()}}
	if cmd.Share {
		return cmd.share(ctx, c, cmd.reports(ctx, from), reader)
	}
	reg, err := cmd.create(ctx, c)
	if err != nil {
		return err
	}
	defer reg.Close()
	in := &ingestion{ctx: ctx, reg: reg, reader: reader, stages: newStagesWith(base), progress: newProgress(c, intake.Size(cmd.Paths...), from.Done)}
	if err := in.run(cmd.reports(ctx, from), workers(cmd.Workers)); err != nil {
		return err
	}
	in.progress.done(in.total)
	if in.total.failed > 0 {
		fmt.Fprintln(c.err, "  hint: depesche ingest --failed says which inputs failed, and why")
		return errSome
	}
	return nil
}

func (cmd *ingestCmd) failed(ctx context.Context, c *console) error {
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	out := bufio.NewWriter(c.out)
	for f, err := range reg.Failures(ctx) {
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\t%s\n", f.Name, f.Error)
		if f.Hint != "" {
			fmt.Fprintf(out, "\thint: %s\n", firstLine(f.Hint))
		}
	}
	return out.Flush()
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// reports gives the reports of all paths, one at a time.
func (cmd *ingestCmd) reports(ctx context.Context, in *intake.Reader) iter.Seq[item] {
	return func(yield func(item) bool) {
		for r, err := range in.Reports(ctx, cmd.Paths...) {
			if !yield(item{r, err}) {
				return
			}
		}
	}
}

// reportOf is a report as the register keeps it.
func reportOf(r *report.Report, reader string) register.Report {
	return register.Report{ID: register.ReportID(r), Name: r.ID, Outlet: r.Outlet, URL: r.URL, Lang: r.Lang, Title: r.Title, Place: r.Place,
		Date: r.Date, Text: r.Text, Corrects: register.Corrects(r), Reader: reader}
}
