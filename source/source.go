// Package source is the door: it takes foreign bytes in and gives
// report.Report. It decides which text is the report's text, when the report
// was published and where its prose begins. Plain text is never changed, so
// byte offsets stay valid for whoever holds the original; of marked-up formats
// the offsets are those of the text that was taken out.
//
// Plain text and JSON lines are read here; the packages below read one other
// format each and build on Document: page (HTML), feed (RSS, Atom, OPML), warc
// (web archives), newsml (NewsML-G2, NITF). Package intake finds out what an
// input is, opens folders and archives, and is what commands call; fetch gets
// what stands behind a URL, watch polls feeds.
//
// Bytes that are not a report (binary, empty, too large, not in a known
// charset) are an *Error that names the input and says what to do.
package source

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"depesche/record"
	"depesche/report"
)

// MaxText is the largest text of one report, in bytes. A long news report has
// 20 KB; what is larger than this is not one report.
const MaxText = 4 << 20

// Options say what is known about a report from outside its text.
type Options struct {
	ID   string          // name of the document; "" = from the input's name. Where an input holds many, "ID:n" names those without a name of their own
	Lang string          // "de", "en"; "" = to be recognised
	Date record.Interval // when it was published; it wins over what the input says
}

// Error is an input that could not be taken in.
type Error struct {
	Input string // file name, or file name and line: "reports.jsonl:7"
	Err   error
	Hint  string // what to do about it, a sentence without a full stop
}

// Error is the input, and what is wrong with it.
func (e *Error) Error() string { return e.Input + ": " + e.Err.Error() }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// What can be wrong with an input.
var (
	ErrEmpty    = errors.New("empty")
	ErrBinary   = errors.New("not text")
	ErrCharset  = errors.New("neither UTF-8 nor windows-1252")
	ErrTooLarge = errors.New("too large")
	ErrFormat   = errors.New("malformed")
	ErrLimit    = errors.New("over a limit")
	ErrNoReport = errors.New("no report")
)

// Text takes in one report as plain text. The name names the input in errors
// and, without its folder and extension, the document.
func Text(name string, b []byte, o Options) (*report.Report, error) {
	if len(b) > MaxText {
		return nil, tooLarge(name, int64(len(b)))
	}
	text, err := decode(name, b)
	if err != nil {
		return nil, err
	}
	return Document{Input: name, Text: text}.Report(o)
}

// ReadText is Text on what the reader gives.
func ReadText(name string, in io.Reader, o Options) (*report.Report, error) {
	b, err := io.ReadAll(io.LimitReader(in, MaxText+1))
	if err != nil {
		return nil, &Error{name, err, "check that it is a readable file"}
	}
	return Text(name, b, o)
}

// DocumentID is the document's name for an input: the file's name without
// folder and extension; "stdin" for "-".
func DocumentID(name string) string {
	if name == "-" || name == "" {
		return "stdin"
	}
	base := filepath.Base(name)
	if id := strings.TrimSuffix(base, filepath.Ext(base)); id != "" {
		return id
	}
	return base
}

// open reads what stands before the prose, a leading "date …" and a dateline,
// and fills in Date, Place, Outlet and Body. A date known from outside wins;
// a dateline's day then only narrows it.
func open(r *report.Report, known record.Interval) {
	at := skipSpace(r.Text, 0)
	if date, end, ok := leadingDate(r.Text, at); ok {
		if !known.Known() {
			known = date
		}
		at = skipSpace(r.Text, end)
	}
	r.Body = at
	r.Date = known
	if d, ok := FindDateline(r.Text, at); ok {
		r.Body = d.End
		d.fill(r)
		return
	}
	for _, at := range laterStarts(r.Text, at) {
		if d, ok := FindDateline(r.Text, at); ok {
			d.fill(r)
			return
		}
	}
	if !r.Date.Known() {
		r.Date = dateLine(r.Text, at)
	}
}

func tooLarge(name string, size int64) error {
	return &Error{name, fmt.Errorf("%w: more than %d MB in one report", ErrTooLarge, min(size, MaxText)>>20),
		"split it into its reports, one file each, or one JSON object a line (.jsonl)"}
}
