package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"depesche/reading"
	"depesche/record"
	"depesche/report"
)

type linkCmd struct {
	inputFlags
	knowledgeFlag

	Format  string `enum:"table,json" default:"table" help:"What to print: table, for people; json, one mention a line."`
	Explain bool   `help:"Say why each name was linked: the features that hold, and their weights."`
}

// Help says more under depesche link --help.
func (linkCmd) Help() string {
	return `Examples:
  depesche link report.txt                  whom each name and title means
  depesche link --explain report.txt        and why
  depesche link --date 2014-06-01 - < report.txt`
}

// Run prints whom the words of reports mean, in the order of the text.
func (cmd *linkCmd) Run(c *console) error {
	l, err := newLinker(cmd.base)
	if err != nil {
		return err
	}
	if cmd.Explain {
		l.worker.Explain()
	}
	out := bufio.NewWriter(c.out)
	failed := false
	for it := range cmd.reports(c.in) {
		if it.err == nil {
			it.err = cmd.report(out, l, it.report)
		}
		if it.err != nil {
			failed = true
			c.fail(it.err)
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

// linkLine is a mention as it is printed in JSON.
type linkLine struct {
	Document string           `json:"document"`
	Kind     reading.LinkKind `json:"kind"`
	Known    bool             `json:"known"`
	Entity   record.Entity    `json:"entity"`
	Why      string           `json:"why,omitempty"`
}

func (cmd *linkCmd) report(out *bufio.Writer, l *linker, r *report.Report) error {
	links, err := l.links(r)
	if err != nil {
		return err
	}
	if cmd.Format == "json" {
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		for _, x := range links {
			if err := enc.Encode(linkLine{r.ID, x.Kind, l.know.ByID(x.Entity.ID) != nil, x.Entity, x.Entity.Linked}); err != nil {
				return err
			}
		}
		return nil
	}
	t := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, x := range links {
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%s\n", x.Entity.Start, oneLine(x.Entity.Text), x.Kind, x.Entity.Name, x.Entity.ID, facts(&x.Entity))
		if x.Entity.Linked != "" {
			fmt.Fprintf(t, "\t  %s\t\t\t\t\n", x.Entity.Linked)
		}
	}
	return t.Flush()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// facts are type, state, sector and role of an entity, as far as known.
func facts(e *record.Entity) string {
	return strings.Join(strings.Fields(e.Type+" "+e.State+" "+e.Sector+" "+e.Role), " ")
}
