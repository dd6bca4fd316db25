package main

import (
	"bufio"
	"bytes"
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
)

// inputFlags are the flags of commands that take reports in.
type inputFlags struct {
	Files []string `arg:"" name:"file" help:"Files with reports; - is the standard input."`
	From  string   `enum:"auto,text,jsonl,conllu" default:"auto" help:"Format of the input: text, jsonl, conllu; auto goes by the file's extension."`
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

// reports gives the reports of all files, one at a time, in order. A file or a
// line that cannot be read gives an item with its error, and the next follows.
func (f *inputFlags) reports(stdin io.Reader) iter.Seq[item] {
	return func(yield func(item) bool) {
		ids := documentIDs(f.Files)
		for i, name := range f.Files {
			if !f.file(name, ids[i], stdin, yield) {
				return
			}
		}
	}
}

func (f *inputFlags) file(name, id string, stdin io.Reader, yield func(item) bool) bool {
	in, err := open(name, stdin)
	if err != nil {
		return yield(item{err: err})
	}
	defer in.Close()
	o := source.Options{Date: f.Date.Interval, Lang: f.lang()}
	buffered := bufio.NewReaderSize(in, 64<<10)
	switch f.format(name, buffered) {
	case "jsonl":
		for r, err := range source.JSONL(name, buffered, o) {
			if !yield(item{r, err}) {
				return false
			}
		}
		return true
	case "conllu":
		return f.conllu(name, id, buffered, yield)
	}
	o.ID = id
	r, err := source.ReadText(name, buffered, o)
	return yield(item{r, err})
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

// format is the input's format: what the flag says, else by the extension; the
// standard input is JSON lines if it begins with a brace.
func (f *inputFlags) format(name string, in *bufio.Reader) string {
	if f.From != "auto" {
		return f.From
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return "jsonl"
	case ".conllu", ".conll":
		return "conllu"
	}
	if name == "-" {
		head, _ := in.Peek(64)
		if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte(`{"`)) {
			return "jsonl"
		}
	}
	return "text"
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

// documentIDs names the documents of the files: the file's name without folder
// and extension, with as many folders as it takes to tell two files apart.
func documentIDs(files []string) []string {
	ids := make([]string, len(files))
	for i, f := range files {
		ids[i] = source.DocumentID(f)
	}
	for depth := 1; depth < 32; depth++ {
		of := map[string]map[string]bool{} // the files that share an id
		for i, f := range files {
			if of[ids[i]] == nil {
				of[ids[i]] = map[string]bool{}
			}
			of[ids[i]][f] = true
		}
		if len(of) == len(files) {
			break
		}
		for i, f := range files {
			if len(of[ids[i]]) > 1 {
				ids[i] = withFolders(f, depth)
			}
		}
	}
	return ids
}

// withFolders is the document's name behind its last folders, joined by a
// slash.
func withFolders(file string, depth int) string {
	parts := strings.Split(filepath.ToSlash(filepath.Clean(file)), "/")
	parts[len(parts)-1] = source.DocumentID(file)
	return strings.Join(parts[max(0, len(parts)-1-depth):], "/")
}
