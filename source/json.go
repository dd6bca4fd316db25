package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"depesche/report"
)

// JSON takes in reports from JSON that is not one object a line: an array of
// objects, or objects over several lines, one after the other; their fields are
// those of JSONL. The n-th report is "name:n". An object that is no report is
// an *Error, and the next follows; what is no JSON ends the reading.
func JSON(name string, in io.Reader, o Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		allowed := &allowance{in: in, left: MaxLine}
		buffered := bufio.NewReaderSize(allowed, 4<<10)
		array := opensArray(buffered)
		dec := json.NewDecoder(buffered)
		if array {
			_, _ = dec.Token() // it stands there
		}
		for n := 1; ; n++ {
			input := fmt.Sprintf("%s:%d", name, n)
			if array && !dec.More() {
				if _, err := dec.Token(); err != nil {
					yield(nil, malformed(input, err))
				}
				return
			}
			allowed.left = MaxLine
			var raw json.RawMessage
			err := dec.Decode(&raw)
			switch {
			case errors.Is(err, io.EOF) && !array:
				return
			case err != nil:
				yield(nil, malformed(input, err))
				return
			}
			if !yield(jsonReport(input, n, raw, o)) {
				return
			}
		}
	}
}

// opensArray passes over what stands before the first value and says whether
// that is an array.
func opensArray(in *bufio.Reader) bool {
	if head, _ := in.Peek(len(bom)); bytes.Equal(head, bom) {
		_, _ = in.Discard(len(bom))
	}
	for {
		c, err := in.ReadByte()
		switch {
		case err != nil:
			return false
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			continue
		}
		_ = in.UnreadByte() // right behind ReadByte
		return c == '['
	}
}

func malformed(input string, err error) error {
	if errors.Is(err, ErrTooLarge) {
		return &Error{input, fmt.Errorf("%w: an object of more than %d MB", ErrTooLarge, MaxLine>>20), "leave it out, or make one object a line of it"}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("cut off in its middle")
	}
	return &Error{input, fmt.Errorf("%w JSON: %w", ErrFormat, err), "mend it, or make one object a line of it, for instance with jq -c '.[]'"}
}

// allowance is a reader of which only so much may be read before more is
// allowed.
type allowance struct {
	in   io.Reader
	left int
}

func (a *allowance) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, ErrTooLarge
	}
	n, err := a.in.Read(p[:min(len(p), a.left)])
	a.left -= n
	return n, err
}
