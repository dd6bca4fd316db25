package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/term"

	"depesche/export"
	"depesche/knowledge"
	"depesche/register"
	"depesche/register/query"
)

type exportCmd struct {
	dbFlag

	Query  []string `arg:"" optional:"" help:"Which entries, for instance: dyad:BLR,CHN kind:event since:2023-01; all without it."`
	Format string   `enum:"jsonl,csv,parquet,jsonld,graphml,gexf,ftm,polecat,icews,gdelt,phoenix" default:"jsonl" help:"jsonl, csv, parquet, jsonld, graphml, gexf, ftm (FollowTheMoney), polecat, icews, gdelt, phoenix; docs/export.md has their columns."`
	Table  string   `enum:"entries,parties,claims,evidence,reports" default:"entries" help:"Table of csv and parquet: entries, parties, claims, evidence, reports."`
	AsOf   dayFlag  `help:"What was known on this day: leaves out every report published later." placeholder:"DAY"`
	Out    string   `short:"o" help:"File to write; without it the standard output." placeholder:"FILE"`
}

// Help says more under depesche export --help.
func (exportCmd) Help() string {
	return `Examples:
  depesche export >register.jsonl                      everything, one object a line
  depesche export --format parquet -o entries.parquet  a flat table
  depesche export --format csv --table evidence -o e.csv
  depesche export --format gexf -o net.gexf party:BLR since:2022
  depesche export --format polecat -o events.tsv kind:event`
}

// Run writes the register, or the entries asked for, and says on the standard
// error what the format has no place for.
func (cmd *exportCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if f, ok := c.out.(*os.File); ok && cmd.Out == "" && cmd.Format == "parquet" && term.IsTerminal(int(f.Fd())) {
		return withHint(errors.New("a terminal cannot show Parquet"), "name a file with -o")
	}
	o, err := cmd.options()
	if err != nil {
		return err
	}
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	return c.toFile(cmd.Out, func(w io.Writer) error {
		if cmd.Format == "jsonl" {
			if len(cmd.Query) > 0 || cmd.AsOf.Day != 0 {
				return withHint(errors.New("jsonl is the whole register"), "depesche search --format json QUERY writes chosen entries")
			}
			return register.WriteJSONL(ctx, reg, w)
		}
		counts, err := export.Write(ctx, cmd.Format, reg, w, o)
		if err != nil {
			return err
		}
		if counts.Left > 0 {
			fmt.Fprintf(c.err, "depesche: %d entries in %d rows; %d left out that %s cannot say\n", counts.Entries, counts.Rows, counts.Left, cmd.Format)
		}
		return nil
	})
}

func (cmd *exportCmd) options() (export.Options, error) {
	know, err := knowledge.Load()
	if err != nil {
		return export.Options{}, err
	}
	f, err := query.Parse(strings.Join(quoted(cmd.Query), " "), entityNames(know))
	if err != nil {
		return export.Options{}, err
	}
	if cmd.AsOf.Day != 0 {
		f.AsOf = cmd.AsOf.Day
	}
	return export.Options{Filter: f, Table: cmd.Table, Base: know, Version: programVersion()}, nil
}

// toFile lets f write to the standard output, or to a file that appears under
// its name only when all of it is there.
func (c *console) toFile(name string, f func(io.Writer) error) error {
	if name == "" {
		out := bufio.NewWriterSize(c.out, 1<<20)
		if err := f(out); err != nil {
			return err
		}
		return out.Flush()
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return fileError(name, err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }()
	defer tmp.Close()
	out := bufio.NewWriterSize(tmp, 1<<20)
	if err := f(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fileError(name, err)
	}
	if err := tmp.Chmod(0o644); err != nil {
		return fileError(name, err)
	}
	if err := tmp.Close(); err != nil {
		return fileError(name, err)
	}
	if err := os.Rename(tmp.Name(), name); err != nil {
		return fileError(name, err)
	}
	return nil
}
