package main

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"
	"os"
	"runtime"

	"golang.org/x/term"

	"depesche/export/card"
)

type readCmd struct {
	inputFlags
	knowledgeFlag

	Format  string `enum:"card,json" default:"card" help:"What to print: card, for people; json, one record a line."`
	Explain bool   `help:"Print for each record the path from the words to the record, on its card."`
	Workers int    `default:"0" help:"Reports to read at the same time; 0 = as many as there are processors."`
	Width   int    `default:"0" help:"Columns of a card; 0 = the terminal's, at most 100."`
}

// Help says more under depesche read --help.
func (readCmd) Help() string {
	return `Examples:
  depesche read report.txt                    a card for people
  depesche read --format json report.txt      records, one JSON object a line
  depesche read --format json reports.jsonl   many: {"id","lang","date","title","text"} a line
  depesche read news/ crawl.warc.gz feed.xml  folders, archives, HTML, RSS, Atom, WARC, NewsML-G2, NITF
  depesche read --explain report.txt          why each record was written
  depesche read --date 2023-03 - < report.txt`
}

// Run reads the reports and prints their records in the order of the input.
func (cmd *readCmd) Run(c *console) error {
	out := bufio.NewWriterSize(c.out, 64<<10)
	base, err := cmd.early()
	if err != nil {
		return err
	}
	s := newStagesWith(base)
	s.explain = cmd.Explain
	return c.each(cmd.reports(c.in), workers(cmd.Workers), s.newReader, out, cmd.writer(out, c, s))
}

// each takes the items through readers and writes the results in the order of
// the items. What fails is named on the standard error, after what was read
// before it; the others go on.
func (c *console) each(items iter.Seq[item], workers int, newReader func() reader, out *bufio.Writer, write func(result) error) error {
	failed := false
	err := inOrder(items, workers, newReader, func(r result) error {
		if r.err == nil {
			return write(r)
		}
		failed = true
		if err := out.Flush(); err != nil {
			return err
		}
		c.fail(r.err)
		return nil
	})
	if err == nil {
		err = out.Flush()
	}
	if err == nil && failed {
		err = errSome
	}
	return err
}

// workers is the number of workers for a flag, 0 being one a processor.
func workers(flag int) int {
	if flag > 0 {
		return flag
	}
	return runtime.GOMAXPROCS(0)
}

func (cmd *readCmd) writer(out io.Writer, c *console, s *stages) func(result) error {
	if cmd.Format == "json" && !cmd.Explain {
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		return func(r result) error {
			for i := range r.records {
				if err := enc.Encode(&r.records[i]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	o := card.Options{Width: cmd.width(c), Color: colour(c.out), Explain: cmd.Explain}
	first := true
	return func(r result) (err error) {
		if first {
			if o.Names, err = s.cardNames(); err != nil {
				return err
			}
		}
		if !first {
			if _, err := io.WriteString(out, "\n"); err != nil {
				return err
			}
		}
		first = false
		return card.Write(out, r.report, r.records, o)
	}
}

// width is the card's width: what was asked for, else the terminal's, else 80.
func (cmd *readCmd) width(c *console) int {
	if cmd.Width > 0 {
		return cmd.Width
	}
	if f, ok := c.out.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return min(w, 100)
		}
	}
	return 80
}

// colour says whether to use colours: on a terminal, unless NO_COLOR is set
// (https://no-color.org) or the terminal is dumb.
func colour(out io.Writer) bool {
	f, ok := out.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}
