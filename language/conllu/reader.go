// Package conllu reads and writes CoNLL-U, the format of Universal
// Dependencies (https://universaldependencies.org/format.html), as reports with
// sentences and words.
//
// Kept of a word are form, lemma, UPOS, the features and relations that package
// report knows, the head, SpaceAfter and, in MISC, NER=B-PER (or ORG, LOC, MISC;
// B or I). Language-specific tags, enhanced graphs and empty nodes are left out.
// Of the comments count "newdoc id", "newpar", "text" and, as names of the
// report's own, "lang", "date" (EDTF), "place", "title" and "outlet".
package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"depesche/record"
	"depesche/report"
)

// Limits of what is read: a line, a sentence, a document's text.
const (
	MaxLine  = 1 << 20 // bytes
	MaxWords = 1 << 14 // words of a sentence
	MaxText  = 1 << 28 // bytes of a document
)

// Error is a line that is not CoNLL-U.
type Error struct {
	Line int // from 1
	Err  error
}

// Error is the line's number and what is wrong with it.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// Reader reads documents one by one.
type Reader struct {
	in   *bufio.Scanner
	line int
	next string // a comment that begins the next document, read already
}

// NewReader makes a reader of CoNLL-U. A byte order mark and carriage returns
// are tolerated.
func NewReader(r io.Reader) *Reader {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 1<<16), MaxLine)
	return &Reader{in: in}
}

// Read reads all documents.
func Read(r io.Reader) ([]*report.Report, error) {
	var all []*report.Report
	for d := NewReader(r); ; {
		rep, err := d.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		all = append(all, rep)
	}
}

// Next reads up to the next "# newdoc" or the end; io.EOF when nothing is left,
// *Error for a line that is not CoNLL-U.
func (d *Reader) Next() (*report.Report, error) {
	b := builder{rep: &report.Report{}}
	if d.next != "" {
		if err := b.comment(d.next); err != nil {
			return nil, &Error{d.line, err}
		}
		d.next = ""
	}
	for d.in.Scan() {
		d.line++
		line := strings.ToValidUTF8(strings.TrimSuffix(d.in.Text(), "\r"), "\ufffd")
		if d.line == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if isNewdoc(line) && (b.begun || len(b.s.words) > 0) {
			d.next = line
			break
		}
		if err := b.take(line); err != nil {
			return nil, &Error{d.line, err}
		}
	}
	if err := d.in.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d bytes", MaxLine)
		}
		return nil, &Error{d.line + 1, err}
	}
	if err := b.endSentence(); err != nil {
		return nil, &Error{d.line, err}
	}
	if len(b.rep.Sentences) == 0 && d.next == "" {
		return nil, io.EOF
	}
	b.finish()
	return b.rep, nil
}

func isNewdoc(line string) bool {
	name, _, ok := comment(line)
	return ok && (name == "newdoc" || name == "newdoc id")
}

// comment splits "# name = value"; ok is false if the line is no comment.
func comment(line string) (name, value string, ok bool) {
	if !strings.HasPrefix(line, "#") {
		return "", "", false
	}
	name, value, _ = strings.Cut(line[1:], "=")
	return strings.TrimSpace(name), strings.TrimSpace(value), true
}

// builder collects one document.
type builder struct {
	rep   *report.Report
	text  strings.Builder
	s     sentence
	begun bool // a sentence has ended
	par   bool // the next sentence begins a paragraph
}

// sentence is the sentence being read.
type sentence struct {
	text  string // of "# text ="
	words []word
	to    int // last word of the contraction being read, 0 = none
	parts int // its number of parts
	form  string
	space bool
}

// word is a word before the document's text is known.
type word struct {
	report.Word
	token string // the written token; "" for second and later parts
	text  bool   // the form is cut from the text
}

func (b *builder) take(line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return b.endSentence()
	case line[0] == '#':
		return b.comment(line)
	}
	return b.s.take(line)
}

func (b *builder) comment(line string) error {
	name, value, _ := comment(line)
	switch name {
	case "newdoc", "newdoc id":
		b.rep.ID = value
		b.par = true
	case "newpar", "newpar id":
		b.par = true
	case "text":
		b.s.text = value
	case "lang":
		b.rep.Lang = value
	case "place":
		b.rep.Place = value
	case "title":
		b.rep.Title = value
	case "outlet":
		b.rep.Outlet = value
	case "date":
		date, err := record.ParseEDTF(value)
		if err != nil {
			return err
		}
		b.rep.Date = date
	}
	return nil
}
