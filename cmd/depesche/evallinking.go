package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"depesche/eval"
	"depesche/knowledge"
	"depesche/reading"
	"depesche/record"
	"depesche/report"
)

type evalLinkingCmd struct {
	Gold   string `arg:"" help:"A collection in the NLP Interchange Format, as Turtle, with links to DBpedia."`
	Lang   string `enum:"auto,de,en" default:"auto" help:"Language of the texts: de, en; auto recognises it."`
	Date   edtf   `help:"The day that the texts are read for, which they do not give themselves." placeholder:"EDTF"`
	Errors string `help:"File to write what is linked wrong, astray or not at all to; - is the standard output." placeholder:"FILE"`
}

// linker links the mentions of reports; it belongs to one goroutine.
type linker struct {
	know   *knowledge.Base
	words  *analyser
	worker *reading.Worker
}

func newLinker(base func() (*knowledge.Base, error)) (*linker, error) {
	know, err := base()
	if err != nil {
		return nil, err
	}
	rd, err := reading.New(know)
	if err != nil {
		return nil, err
	}
	return &linker{know, newAnalyser(), rd.NewWorker()}, nil
}

func (l *linker) links(r *report.Report) ([]reading.Link, error) {
	if err := recognise(r); err != nil {
		return nil, err
	}
	if err := l.words.analyse(r, false); err != nil {
		return nil, err
	}
	return l.worker.Links(r)
}

// Run prints precision and recall of the links.
func (cmd *evalLinkingCmd) Run(c *console) error {
	in, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer in.Close()
	docs, skipped, err := eval.ReadNIF(eval.Input{Name: cmd.Gold, Reader: in})
	if err != nil {
		return withHint(err, "docs/eval.md says which part of NIF is read")
	}
	l, err := newLinker(knowledge.Load)
	if err != nil {
		return err
	}
	counts := eval.LinkCounts{Skipped: skipped}
	var errs []eval.LinkError
	for i := range docs {
		links, err := cmd.link(l, &docs[i])
		if err != nil {
			return err
		}
		errs = append(errs, counts.ScoreLinks(&docs[i], links, l.covered)...)
	}
	if cmd.Errors != "" {
		if err := writeTo(cmd.Errors, c.out, l.errorList(errs)); err != nil {
			return err
		}
	}
	out := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
	fmt.Fprint(out, &counts)
	return out.Flush()
}

// link reads one document and gives its named mentions.
func (cmd *evalLinkingCmd) link(l *linker, doc *eval.NIFDocument) ([]eval.Linked, error) {
	r := &report.Report{ID: doc.ID, Text: doc.Text, Date: cmd.Date.Interval}
	if cmd.Lang != "auto" {
		r.Lang = cmd.Lang
	}
	links, err := l.links(r)
	if err != nil {
		return nil, err
	}
	var out []eval.Linked
	for _, x := range links {
		if x.Kind == reading.LinkPronoun || x.Kind == reading.LinkTaken {
			continue
		}
		out = append(out, eval.Linked{Start: int(x.Span.Start), End: int(x.Span.End), IDs: l.ids(&x.Entity)})
	}
	return out, nil
}

// ids are the ids that count as what was meant: the entity's, and of a state
// named by its seat of government the seat's.
func (l *linker) ids(e *record.Entity) []string {
	if l.know.ByID(e.ID) == nil {
		return nil
	}
	ids := []string{e.ID}
	if e.Type != record.TypeState {
		return ids
	}
	for _, lang := range languages {
		for _, m := range l.bearers(lang, e.Text) {
			if (m.Kind == "capital" || m.Kind == "seat") && m.State == e.State {
				ids = append(ids, m.ID)
			}
		}
	}
	return ids
}

// bearers are the entities whose whole name this is, other than by surname,
// adjective, demonym or metonym.
func (l *linker) bearers(lang, name string) []*knowledge.Entity {
	words := strings.Fields(name)
	matches, n := l.know.Match(lang, words)
	if n == 0 || n != len(words) {
		return nil
	}
	var out []*knowledge.Entity
	for _, m := range matches {
		if m.Kind <= knowledge.Alias {
			out = append(out, m.Entity)
		}
	}
	return out
}

// covered is the id of the entity that the title of a DBpedia resource names,
// "" if there is none: the only bearer of exactly this name; of several the
// state, else the most prominent, unless the title had to be told apart.
func (l *linker) covered(iri string) string {
	title, apart, lang, ok := eval.Title(iri)
	if !ok {
		return ""
	}
	list := l.bearers(lang, title)
	if len(list) == 0 { // titles begin with a capital whatever the name does
		list = l.bearers(lang, strings.ToLower(title[:1])+title[1:])
	}
	if len(list) == 0 || len(list) > 1 && apart != "" {
		return ""
	}
	best := list[0]
	for _, e := range list[1:] {
		if best.Type != record.TypeState && (e.Type == record.TypeState || e.Weight > best.Weight) {
			best = e
		}
	}
	return best.ID
}

// errorList writes what went wrong, one mention a line.
func (l *linker) errorList(errs []eval.LinkError) func(io.Writer) error {
	return func(w io.Writer) error {
		out := bufio.NewWriter(w)
		for _, e := range errs {
			got := e.Got
			if x := l.know.ByID(e.Got); x != nil {
				got += " " + x.Name("en")
			}
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", e.What, e.Words, e.Gold, got, e.Document)
		}
		return out.Flush()
	}
}
