package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"depesche/language/conllu"
	"depesche/record"
	"depesche/report"
	"depesche/source"
	"depesche/source/intake"
)

// inputFlags are the flags of commands that take reports in.
type inputFlags struct {
	Files []string `arg:"" name:"path" help:"Files with reports, folders and archives of them, addresses (https://…); - is the standard input."`
	From  string   `aliases:"input" enum:"auto,text,jsonl,html,feed,newsml,warc,conllu" default:"auto" help:"Format of the input: text, jsonl, html, feed (RSS, Atom), newsml (NewsML-G2, NITF), warc, conllu; auto finds out."`
	Lang  string   `enum:"auto,de,en" default:"auto" help:"Language of the reports: de, en; auto recognises it."`
	Date  edtf     `help:"Day, month or year of publication, where the input does not say it: 2023-03-01, 2023-03, 2023. It wins over what the input says." placeholder:"EDTF"`
}

// edtf is a date flag.
type edtf struct{ record.Interval }

// UnmarshalText reads an EDTF date.
func (e *edtf) UnmarshalText(b []byte) (err error) {
	if len(b) > 0 {
		e.Interval, err = record.ParseEDTF(string(b))
	}
	return err
}

// item is one report of an input, or why there is none.
type item struct {
	report *report.Report
	err    error
}

// reports gives the reports of all inputs, one at a time, in order. An input, or
// a part of one, that cannot be read gives an item with its error, and the next
// follows.
func (f *inputFlags) reports(stdin io.Reader) iter.Seq[item] {
	return func(yield func(item) bool) {
		ids := intake.DocumentIDs(f.Files)
		for i, name := range f.Files {
			if f.isConllu(name) {
				if !f.trees(name, ids[i], stdin, yield) {
					return
				}
				continue
			}
			in := intake.Reader{Format: intake.Format(f.From), Stdin: stdin, Web: newWeb(), Options: source.Options{ID: ids[i], Date: f.Date.Interval, Lang: f.lang()}}
			for r, err := range in.Reports(context.Background(), name) {
				if !yield(item{r, err}) {
					return
				}
			}
		}
	}
}

// isConllu says whether the input is an analysis and not a report.
func (f *inputFlags) isConllu(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return f.From == "conllu" || f.From == "auto" && (ext == ".conllu" || ext == ".conll")
}

func (f *inputFlags) trees(name, id string, stdin io.Reader, yield func(item) bool) bool {
	in, err := open(name, stdin)
	if err != nil {
		return yield(item{err: err})
	}
	defer in.Close()
	return f.conllu(name, id, bufio.NewReaderSize(in, 64<<10), yield)
}

// conllu gives the documents of a CoNLL-U file; a fault ends the file.
func (f *inputFlags) conllu(name, id string, in io.Reader, yield func(item) bool) bool {
	docs := conllu.NewReader(in)
	for n := 1; ; n++ {
		r, err := docs.Next()
		if errors.Is(err, io.EOF) {
			if n == 1 {
				return yield(item{err: &source.Error{Input: name, Err: source.ErrEmpty, Hint: "it holds no sentence in CoNLL-U"}})
			}
			return true
		}
		if err != nil {
			return yield(item{err: fmt.Errorf("%s: %w", name, err)})
		}
		if r.ID == "" && n == 1 {
			r.ID = id
		} else if r.ID == "" {
			r.ID = fmt.Sprintf("%s:%d", id, n)
		}
		if f.lang() != "" {
			r.Lang = f.lang()
		}
		if f.Date.Known() {
			r.Date = f.Date.Interval
		}
		if !yield(item{report: r}) {
			return false
		}
	}
}

func (f *inputFlags) lang() string {
	if f.Lang == "auto" {
		return ""
	}
	return f.Lang
}

func open(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(stdin), nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	if info.IsDir() {
		return nil, withHint(fmt.Errorf("%s: is a folder", name), fmt.Sprintf("name its files: %s", filepath.Join(name, "*.txt")))
	}
	in, err := os.Open(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	return in, nil
}

// fileError says what is wrong with a file without the name of a system call.
func fileError(name string, err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}
