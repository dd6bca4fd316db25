package intake

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"

	"depesche/report"
	"depesche/source"
	"depesche/source/feed"
	"depesche/source/newsml"
	"depesche/source/page"
	"depesche/source/warc"
	"depesche/source/xmlguard"
)

// part is a stream of bytes: a file, or something in an archive.
type part struct {
	name  string // names it in errors: "news.zip/a.xml"
	id    string // names its document
	base  string // its name without the extension of a compression
	in    *bufio.Reader
	file  *os.File // the file itself, if the stream is all of it
	depth int      // archives and compressions around it

	url, contentType string // of what was fetched
}

// text reads the part as plain text.
func (p part) text(b []byte, o source.Options) (*report.Report, error) {
	r, err := source.Text(p.name, b, o)
	if err == nil {
		r.URL = p.url
	}
	return r, err
}

// stream reads a stream of any format; false means that nobody wants more.
func (w *walk) stream(p part) bool {
	head, err := p.in.Peek(bufferSize / 2)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return w.broken(p.name, err)
	}
	if utf16(head) {
		dec := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		p.in = bufio.NewReaderSize(dec.Reader(p.in), bufferSize)
		head, _ = p.in.Peek(bufferSize / 2)
	}
	return w.as(w.format(head, p), p, head)
}

// format is what the stream is: what was said, except for archives and packed
// files, which are opened whatever is said of what is in them.
func (w *walk) format(head []byte, p part) Format {
	found := sniff(head, p.base)
	switch found {
	case isGzip, isBzip2, isZstd, isZip, isTar:
		return found
	}
	if w.Format != "" && w.Format != Auto {
		return w.Format
	}
	return found
}

func (w *walk) as(f Format, p part, head []byte) bool {
	o := w.Options
	o.ID = p.id
	switch f {
	case isGzip, isBzip2, isZstd:
		return w.packed(f, p)
	case isZip:
		return w.zip(p)
	case isTar:
		return w.tar(p)
	case JSONL:
		return w.all(source.JSONL(p.name, p.in, o))
	case isArray:
		return w.all(source.JSON(p.name, p.in, o))
	case WARC:
		return w.all(warc.Reports(p.name, p.in, o))
	case HTML:
		b, ok := w.whole(p, page.MaxBytes)
		return ok && w.give(page.Page{Input: p.name, ID: p.url, URL: p.url, ContentType: p.contentType, Body: b}.Read(o)) || !w.ended && !ok
	case Feed:
		b, ok := w.whole(p, xmlguard.MaxBytes)
		return ok && w.feed(feed.Feed{Input: p.name, ID: p.id, URL: p.url, Body: b}) || !w.ended && !ok
	case NewsML:
		b, ok := w.whole(p, xmlguard.MaxBytes)
		return ok && w.all(newsml.Reports(p.name, b, o)) || !w.ended && !ok
	case Text:
		b, ok := w.whole(p, source.MaxText)
		return ok && w.give(p.text(b, o)) || !w.ended && !ok
	}
	return w.refused(f, p, head)
}

// refused says why a file that is known is not read.
func (w *walk) refused(f Format, p part, head []byte) bool {
	switch f {
	case isConllu:
		return w.fail(p.name, fmt.Errorf("%w: it is an analysis in CoNLL-U", source.ErrNoReport), "name the file itself with --from conllu")
	case isOPML:
		return w.fail(p.name, fmt.Errorf("%w: it is a list of feeds", source.ErrNoReport), "depesche watch polls the feeds that it names")
	case isXML:
		return w.fail(p.name, fmt.Errorf("%w: XML of an unknown kind, <%s>", source.ErrFormat, xmlguard.Root(head)), "HTML, RSS, Atom, NewsML-G2 and NITF are read")
	}
	what, hint := other(head)
	return w.fail(p.name, fmt.Errorf("%w: it looks like %s", source.ErrBinary, what), hint)
}

// all hands on the reports of a reader.
func (w *walk) all(reports iter.Seq2[*report.Report, error]) bool {
	for r, err := range reports {
		if !w.give(r, err) {
			break
		}
	}
	return !w.ended
}

// whole reads a stream of at most so many bytes; one more lets the reader of
// the format say that it is too large. What went wrong has been handed on.
func (w *walk) whole(p part, limit int) ([]byte, bool) {
	b, err := io.ReadAll(io.LimitReader(p.in, int64(limit)+1))
	if err != nil && (len(b) == 0 || !errors.Is(err, io.ErrUnexpectedEOF)) {
		w.broken(p.name, err)
		return nil, false
	}
	if err != nil && !w.broken(p.name, err) { // what is there of a file cut off is read
		return nil, false
	}
	return b, true
}

// broken says what went wrong with a stream of bytes.
func (w *walk) broken(name string, err error) bool {
	switch {
	case errors.Is(err, source.ErrLimit):
		return w.fail(name, err, "if it is what it should be, unpack it first")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return w.fail(name, fmt.Errorf("%w: cut off in its middle", source.ErrFormat), "get it again; what stands before the cut is read")
	}
	return w.fail(name, err, "check that it is a readable file")
}

// packed reads what one compression holds.
func (w *walk) packed(f Format, p part) bool {
	if p.depth >= MaxDepth {
		return w.tooDeep(p.name)
	}
	var in io.Reader
	switch f {
	case isGzip:
		gz, err := gzip.NewReader(p.in)
		if err != nil {
			return w.fail(p.name, fmt.Errorf("%w gzip: %w", source.ErrFormat, err), "get it again")
		}
		in = gz
	case isBzip2:
		in = bzip2.NewReader(p.in)
	default:
		dec, err := zstd.NewReader(p.in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20), zstd.WithDecoderLowmem(true))
		if err != nil {
			return w.fail(p.name, fmt.Errorf("%w zstd: %w", source.ErrFormat, err), "get it again")
		}
		defer dec.Close()
		in = dec
	}
	inner := part{name: p.name, id: p.id, depth: p.depth + 1}
	inner.in = bufio.NewReaderSize(&unpacked{in, &w.budget}, bufferSize)
	inner.base = unpackedName(p.base)
	return w.stream(inner)
}

func (w *walk) tooDeep(name string) bool {
	return w.fail(name, fmt.Errorf("%w: archives nested more than %d deep", source.ErrLimit, MaxDepth), "unpack it first, if it is what it should be")
}

// unpackedName is the name without the extension of a compression.
func unpackedName(name string) string {
	switch ext := path.Ext(name); strings.ToLower(ext) {
	case ".gz", ".bz2", ".zst", ".zstd":
		return strings.TrimSuffix(name, ext)
	}
	return name
}

// utf16 says whether a stream begins with a byte order mark of UTF-16.
func utf16(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}
