package wikidata

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Limits of a dump.
const (
	maxLine  = 64 << 20 // bytes of an item
	maxDepth = 64       // of brackets in brackets
)

// Read takes the items of a dump: JSON, one item a line, in brackets, plain or
// packed by gzip or bzip2. A line that cannot be read is given to
// spoilt, with file and line; if that gives an error, reading ends with it.
// A dump that is cut off ends with an error, after what came before.
func (im *Import) Read(name string, r io.Reader, spoilt func(error) error) error {
	in, err := unpack(bufio.NewReaderSize(r, 1<<20))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	b := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, long, err := readLine(b)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		last := err != nil
		if long {
			if err := spoilt(fmt.Errorf("%s:%d: more than %d MB", name, n, maxLine>>20)); err != nil {
				return err
			}
		} else if err := item(line, im.add); err != nil {
			var mine *spoiltItem
			if !errors.As(err, &mine) {
				return err
			}
			if err := spoilt(fmt.Errorf("%s:%d: %w", name, n, mine.err)); err != nil {
				return err
			}
		}
		if last {
			return nil
		}
	}
}

// spoiltItem is an error of a line, not of what is done with it.
type spoiltItem struct{ err error }

// Error is what is wrong with the line.
func (s *spoiltItem) Error() string { return s.err.Error() }

func item(line []byte, do func(*entity) error) error {
	line = bytes.TrimSuffix(bytes.TrimSpace(line), []byte(","))
	if len(line) == 0 || len(line) == 1 && (line[0] == '[' || line[0] == ']') {
		return nil
	}
	if depth(line) > maxDepth {
		return &spoiltItem{fmt.Errorf("more than %d brackets in each other", maxDepth)}
	}
	var e entity
	if err := json.Unmarshal(line, &e); err != nil {
		return &spoiltItem{fmt.Errorf("no item of Wikidata: %w", err)}
	}
	if !isID(e.ID) {
		if e.Type == "property" || len(e.ID) > 1 && e.ID[0] != 'Q' {
			return nil // properties and lexemes
		}
		return &spoiltItem{fmt.Errorf("no item of Wikidata: id %q", e.ID)}
	}
	return do(&e)
}

// depth is how deep brackets stand in each other, outside of strings.
func depth(b []byte) int {
	deep, most := 0, 0
	quoted := false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			deep++
			most = max(most, deep)
		case c == '}' || c == ']':
			deep--
		}
	}
	return most
}

// readLine reads a line; one that is too long is passed over, and long says so.
func readLine(b *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if len(line)+len(part) > maxLine {
			line, long = nil, true
		}
		if !long {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

// unpack looks at the first bytes for gzip and bzip2.
func unpack(b *bufio.Reader) (io.Reader, error) {
	magic, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		return gzip.NewReader(b)
	case bytes.HasPrefix(magic, []byte("BZh")):
		return bzip2.NewReader(b), nil
	}
	return b, nil
}
