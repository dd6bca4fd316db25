package main

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"depesche/knowledge"
	"depesche/knowledge/petrarch"
	"depesche/knowledge/wikidata"
)

type knowledgeCmd struct {
	Check  knowledgeCheckCmd  `cmd:"" help:"List what is wrong in the tables of the knowledge base, or in a folder of your own."`
	Import knowledgeImportCmd `cmd:"" help:"Make tables of your own from a dump of Wikidata or from dictionaries of actors."`
}

type knowledgeCheckCmd struct {
	Dir string `arg:"" optional:"" help:"Folder with tables of your own; without it the built-in ones are checked."`
}

// Run prints what is wrong, one problem a line.
func (cmd *knowledgeCheckCmd) Run(c *console) error {
	problems, err := knowledge.Check(cmd.Dir)
	if err != nil {
		return withHint(err, "docs/knowledge.md describes the tables of a folder of your own")
	}
	for _, p := range problems {
		fmt.Fprintln(c.out, p)
	}
	if len(problems) > 0 {
		return withHint(fmt.Errorf("%d problems", len(problems)), "each line above begins with the file and the line to look at")
	}
	return nil
}

type knowledgeImportCmd struct {
	Format string   `arg:"" enum:"wikidata,petrarch" help:"What the files are: wikidata, a JSON dump, plain or packed by gzip or bzip2; petrarch, dictionaries of actors or agents of TABARI and PETRARCH."`
	Files  []string `arg:"" name:"file" help:"Files to read; - is the standard input."`
	Out    string   `required:"" placeholder:"DIR" help:"Folder to write the tables to; it must be empty or not there yet."`
	On     edtf     `help:"Day of the dump: offices without an end were held then." placeholder:"EDTF"`
	Skip   bool     `help:"Leave out what cannot be read, and name it; without this nothing is written then."`
}

// Help says more under depesche knowledge import --help.
func (knowledgeImportCmd) Help() string {
	return `Examples:
  depesche knowledge import wikidata latest-all.json.bz2 --out mine --on 2026-11-01
  depesche knowledge import petrarch Phoenix.Countries.actors.txt Phoenix.agents.txt --out mine
  depesche who Some Body --knowledge mine`
}

// Run reads the files and writes the tables, all or none.
func (cmd *knowledgeImportCmd) Run(c *console) error {
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	spoilt := 0
	complain := func(err error) error {
		if !cmd.Skip {
			return withHint(err, "nothing was written; --skip leaves out what cannot be read")
		}
		spoilt++
		c.fail(err)
		return nil
	}
	tables, counts, err := cmd.read(know, c.in, complain)
	if err != nil {
		return err
	}
	rows := 0
	for _, t := range tables {
		rows += len(t.Rows)
	}
	if rows == 0 {
		return withHint(fmt.Errorf("%s: nothing new in it", strings.Join(cmd.Files, ", ")), "what the knowledge base has already is left out")
	}
	if err := knowledge.WriteTables(cmd.Out, tables); err != nil {
		return withHint(err, "give a folder that is not there yet with --out")
	}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		fmt.Fprintf(c.out, "%s/%s: %d lines\n", strings.TrimRight(cmd.Out, "/"), name, len(tables[name].Rows))
	}
	for _, s := range petrarch.Summary(counts) {
		fmt.Fprintln(c.out, s)
	}
	if spoilt > 0 {
		return errSome
	}
	return nil
}

func (cmd *knowledgeImportCmd) read(know *knowledge.Base, stdin io.Reader, spoilt func(error) error) (map[string]*knowledge.Table, map[string]int, error) {
	if cmd.Format == "petrarch" {
		im := petrarch.NewImport(know)
		err := cmd.each(stdin, func(name string, r io.Reader) error { return petrarch.Read(name, r, im.Add, spoilt) })
		im.Comment(cmd.sources())
		return im.Tables, im.Counts, err
	}
	im, err := wikidata.NewImport(know)
	if err != nil {
		return nil, nil, err
	}
	err = cmd.each(stdin, func(name string, r io.Reader) error { return im.Read(name, r, spoilt) })
	return im.Tables(cmd.On.To.String()), im.Counts, err
}

// sources are the files without their folders.
func (cmd *knowledgeImportCmd) sources() string {
	var out []string
	for _, name := range cmd.Files {
		out = append(out, filepath.Base(name))
	}
	return strings.Join(out, ", ")
}

func (cmd *knowledgeImportCmd) each(stdin io.Reader, do func(string, io.Reader) error) error {
	for _, name := range cmd.Files {
		in, err := open(name, stdin)
		if err != nil {
			return err
		}
		err = do(name, in)
		_ = in.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
