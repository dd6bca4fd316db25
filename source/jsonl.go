package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"depesche/report"
)

// MaxLine is the longest line of a JSON lines file that is read, in bytes.
const MaxLine = 16 << 20

// line is a report as JSON lines have it. Fields may be missing; others are
// ignored.
type line struct {
	ID     loose  `json:"id"`
	Lang   string `json:"lang"`
	Date   loose  `json:"date"`
	Title  string `json:"title"`
	Outlet string `json:"outlet"`
	URL    string `json:"url"`
	Text   string `json:"text"`
}

// loose is a text that some writers give as a number.
type loose string

// UnmarshalJSON takes a JSON string, number or null.
func (l *loose) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(l))
	}
	if s := string(b); s != "null" {
		var n json.Number
		if err := json.Unmarshal(b, &n); err != nil {
			return fmt.Errorf("want a text or a number")
		}
		*l = loose(s)
	}
	return nil
}

// JSONL takes in reports from JSON lines, one object
// {"id","lang","date","title","outlet","url","text"} a line, of which only the
// text is needed, and gives them one at a time. A
// line that cannot be read gives an *Error that names file and line, and the
// reading goes on with the next line; an error of the reader itself ends it.
// The options' date and language win over the fields.
func JSONL(name string, in io.Reader, o Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		lines := lineReader{in: bufio.NewReaderSize(in, 64<<10)}
		for n := 1; ; n++ {
			b, err := lines.next()
			if errors.Is(err, io.EOF) {
				return
			}
			input := fmt.Sprintf("%s:%d", name, n)
			var r *report.Report
			switch {
			case errors.Is(err, ErrTooLarge):
				err = &Error{input, fmt.Errorf("%w: the line has more than %d MB", ErrTooLarge, MaxLine>>20),
					"leave it out, or check that line ends were not lost"}
			case err != nil:
				yield(nil, &Error{input, err, "check that it is a readable file"})
				return
			case len(bytes.TrimSpace(b)) == 0:
				continue
			default:
				r, err = jsonReport(input, n, b, o)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

func jsonReport(input string, n int, b []byte, o Options) (*report.Report, error) {
	text, err := decode(input, b)
	if err != nil {
		return nil, err
	}
	var l line
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		return nil, &Error{input, fmt.Errorf("%w: %w", ErrFormat, jsonFault(err)),
			`want one object a line, {"id","lang","date","title","text"}`}
	}
	if strings.TrimSpace(l.Text) == "" {
		return nil, &Error{input, ErrEmpty, `the report's words belong into the field "text"`}
	}
	d := Document{Input: input, ID: string(l.ID), Lang: l.Lang, Title: l.Title, Outlet: l.Outlet, URL: l.URL, Text: l.Text}
	if !o.Date.Known() && l.Date != "" {
		if d.Date, err = ParseDate(string(l.Date)); err != nil {
			return nil, &Error{input, err, `the field "date" is a year, a month or a day: 2023, 2023-03, 2023-03-01`}
		}
	}
	if d.ID == "" {
		if o.ID == "" {
			o.ID = DocumentID(strings.TrimSuffix(input, fmt.Sprintf(":%d", n)))
		}
		d.ID = fmt.Sprintf("%s:%d", o.ID, n)
	}
	return d.Report(o)
}

// jsonFault says what is wrong with a line of JSON in the words of a user.
func jsonFault(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		if kind.Field == "" {
			return fmt.Errorf("not an object but a JSON %s", kind.Value)
		}
		return fmt.Errorf("field %q: a JSON %s where a text belongs", kind.Field, kind.Value)
	}
	return err
}

// lineReader gives lines up to MaxLine and skips longer ones whole.
type lineReader struct {
	in  *bufio.Reader
	buf []byte
}

// next is the next line without its end, valid until the next call. ErrTooLarge
// stands for a line that was skipped; io.EOF for the end.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	size := 0
	for {
		part, err := l.in.ReadSlice('\n')
		size += len(part)
		if size <= MaxLine+1 {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || size == 0):
			return nil, err
		case size > MaxLine+1:
			l.buf = nil
			return nil, ErrTooLarge
		}
		return bytes.TrimRight(l.buf, "\r\n"), nil
	}
}
