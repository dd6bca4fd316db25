package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

var bom = []byte("\xef\xbb\xbf")

// decode gives the bytes as UTF-8: UTF-8 as it is, without a byte order mark;
// else windows-1252. UTF-8 that is damaged in a few places (a file cut in the
// middle of a letter) keeps its letters and gets U+FFFD for the damage.
func decode(name string, b []byte) (string, error) {
	if err := binary(name, b); err != nil {
		return "", err
	}
	b = bytes.TrimPrefix(b, bom)
	if utf8.Valid(b) {
		return string(b), nil
	}
	if damagedUTF8(b) {
		return strings.ToValidUTF8(string(b), "\uFFFD"), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil || bytes.Contains(text, []byte("\uFFFD")) {
		return "", &Error{name, ErrCharset, "convert it to UTF-8 first, for instance with iconv"}
	}
	return string(text), nil
}

// damagedUTF8 says whether the letters beyond ASCII are mostly well-formed
// UTF-8. In windows-1252 text a well-formed sequence ("Ã¤") is next to
// impossible.
func damagedUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > bad
}

// signatures are the first bytes of files that are often given by mistake.
var signatures = []struct{ start, what, hint string }{
	{"%PDF", "a PDF file", "take the text out of it first, for instance with pdftotext"},
	{"PK\x03\x04", "a zip or office document", "save it as plain text first"},
	{"\x1f\x8b", "a gzip file", "unpack it first, for instance: gunzip -c FILE | depesche read -"},
	{"\xff\xfe", "UTF-16 text", "convert it first: iconv -f UTF-16 -t UTF-8"},
	{"\xfe\xff", "UTF-16 text", "convert it first: iconv -f UTF-16 -t UTF-8"},
	{"{\\rtf", "an RTF document", "save it as plain text first"},
	{"<!doctype html", "an HTML page", "give the article's text without its page"},
	{"<html", "an HTML page", "give the article's text without its page"},
}

func binary(name string, b []byte) error {
	for _, s := range signatures {
		head := b[:min(len(b), len(s.start))]
		if string(head) == s.start || s.start[0] == '<' && strings.EqualFold(string(head), s.start) {
			return &Error{name, fmt.Errorf("%w: it looks like %s", ErrBinary, s.what), s.hint}
		}
	}
	if control := controls(b); control > 0 {
		return &Error{name, fmt.Errorf("%w: %d control characters in %d bytes", ErrBinary, control, len(b)),
			"give plain text in UTF-8, or reports as JSON lines (.jsonl)"}
	}
	return nil
}

// controls counts control characters if they are more than a text may have: a
// NUL is one too many, of others a stray one in two hundred bytes is let pass.
func controls(b []byte) int {
	n, nul := 0, false
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f {
			n++
			nul = nul || c == 0
		}
	}
	if nul || n > 2 && n*200 > len(b) {
		return n
	}
	return 0
}
