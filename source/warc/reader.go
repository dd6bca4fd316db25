// Package warc reads web archives (WARC 1.0 and 1.1, ISO 28500) as crawlers
// write them: plain, or gzip with a member for each record, as CC-NEWS has it.
// Records are streamed; a damaged one is an error, and reading goes on with the
// next that is whole.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"depesche/source"
)

// The limits of a record: bytes of its header, and of its block if it is
// given out; longer blocks are passed over.
const (
	maxHeader = 64 << 10
	MaxBlock  = 12 << 20
)

// The limit of an archive: what is unpacked may be 64 MB and 250 bytes for each
// byte of the file.
const (
	minUnpacked = 64 << 20
	maxRatio    = 250
)

var errBomb = fmt.Errorf("%w: it unpacks to more than %d times its size", source.ErrLimit, maxRatio)

// Record is one record of an archive.
type Record struct {
	Number      int    // from 1
	Type        string // "response", "warcinfo", "conversion" …
	URI         string // WARC-Target-URI
	Date        string // WARC-Date, when it was got
	ContentType string
	Length      int64
	Block       []byte // nil unless wanted; valid until the next call
}

// Reader reads the records of an archive.
type Reader struct {
	source *faulty
	out    int64         // bytes unpacked
	raw    *bufio.Reader // the bytes of the file
	gz     *gzip.Reader  // nil if the file is not compressed
	in     *bufio.Reader // over raw, or over its members
	block  []byte
	number int
	broken error // of the compressed stream
}

// NewReader reads the archive, compressed or not.
func NewReader(in io.Reader) *Reader {
	r := &Reader{source: &faulty{in: in}}
	r.raw = bufio.NewReaderSize(r.source, 256<<10)
	if head, _ := r.raw.Peek(2); bytes.Equal(head, gzipMagic[:2]) {
		r.in = bufio.NewReaderSize(members{r}, 256<<10)
		return r
	}
	r.in = r.raw
	return r
}

// faulty remembers a reader's own error, behind which nothing can be read.
type faulty struct {
	in  io.Reader
	n   int64 // bytes read
	err error
}

func (f *faulty) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, io.EOF
	}
	n, err := f.in.Read(p)
	f.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

// members is the text of the gzip members, one after the other. A damaged one
// ends with an error, once; the next call goes on with the member behind it.
type members struct{ r *Reader }

func (m members) Read(p []byte) (int, error) {
	r := m.r
	if errors.Is(r.source.err, errBomb) {
		return 0, io.EOF
	}
	for {
		if r.broken != nil {
			r.broken = nil
			if err := r.nextMember(); err != nil {
				return 0, err
			}
		}
		if r.gz == nil {
			gz, err := gzip.NewReader(r.raw)
			if err != nil {
				return 0, r.damaged(err)
			}
			gz.Multistream(false)
			r.gz = gz
		}
		if r.out > minUnpacked && r.out > maxRatio*r.source.n {
			r.source.err = errBomb
			r.gz, r.raw = nil, bufio.NewReader(r.source)
			return 0, errBomb
		}
		n, err := r.gz.Read(p)
		r.out += int64(n)
		if n > 0 || err == nil {
			return n, nil
		}
		if !errors.Is(err, io.EOF) {
			return 0, r.damaged(err)
		}
		if err := r.gz.Reset(r.raw); err != nil {
			if errors.Is(err, io.EOF) {
				return 0, io.EOF
			}
			return 0, r.damaged(err)
		}
		r.gz.Multistream(false)
	}
}

func (r *Reader) damaged(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	r.broken = err
	return err
}

// nextMember looks for the next gzip member behind a damaged one.
func (r *Reader) nextMember() error {
	for {
		window, err := r.raw.Peek(4096)
		at := bytes.Index(window, gzipMagic)
		if at < 0 {
			if err != nil {
				return io.EOF
			}
			at = len(window) - len(gzipMagic) + 1
		}
		if _, err := r.raw.Discard(at); err != nil {
			return err
		}
		if at+len(gzipMagic) > len(window) {
			continue
		}
		gz, err := gzip.NewReader(r.raw)
		if err == nil {
			gz.Multistream(false)
			r.gz = gz
			return nil
		}
	}
}

var errHeader = errors.New("no WARC record begins where one should")

// Next is the next record; want says of which the block is wanted. An error
// other than io.EOF is about the record with Record.Number, or about what
// stands where it should, and the next call goes on behind it.
func (r *Reader) Next(want func(*Record) bool) (*Record, error) {
	r.number++
	rec, err := r.header()
	if err == nil {
		err = r.body(rec, want)
	}
	if err == nil || errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return rec, err
	}
	number := r.number
	if !errors.Is(err, source.ErrTooLarge) { // that one was passed over whole
		r.resync()
	}
	return &Record{Number: number}, err
}

// resync passes over what cannot be read, up to a line that begins a record.
func (r *Reader) resync() {
	for faults, blank := 0, true; faults < 3; {
		if next, _ := r.in.Peek(6); blank && string(next) == "WARC/1" {
			return
		}
		line, err := r.in.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			blank = false
			continue
		case errors.Is(err, io.EOF):
			return
		case err != nil: // the error of a damaged member comes but once
			faults++
			blank = true
			continue
		}
		blank = len(bytes.TrimSpace(line)) == 0
	}
}

// header reads the record's header.
func (r *Reader) header() (*Record, error) {
	line, err := r.line()
	for err == nil && len(line) == 0 { // between records
		line, err = r.line()
	}
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(line, []byte("WARC/1.")) {
		return nil, errHeader
	}
	rec := &Record{Number: r.number, Length: -1}
	for size := 0; ; size += len(line) {
		if line, err = r.line(); err != nil {
			return nil, unexpected(err)
		}
		if len(line) == 0 {
			break
		}
		if size > maxHeader {
			return nil, fmt.Errorf("header of more than %d KB", maxHeader>>10)
		}
		if err := rec.field(line); err != nil {
			return nil, err
		}
	}
	if rec.Length < 0 {
		return nil, errors.New("no Content-Length")
	}
	return rec, nil
}

func (rec *Record) field(line []byte) error {
	name, value, ok := bytes.Cut(line, []byte(":"))
	if !ok {
		return nil // a folded line; no field that counts here has one
	}
	v := string(bytes.TrimSpace(value))
	switch strings.ToLower(string(bytes.TrimSpace(name))) {
	case "warc-type":
		rec.Type = strings.ToLower(v)
	case "warc-target-uri":
		rec.URI = strings.Trim(v, "<>")
	case "warc-date":
		rec.Date = v
	case "content-type":
		rec.ContentType = v
	case "content-length":
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil || n < 0 {
			return fmt.Errorf("bad Content-Length %.40q", v)
		}
		rec.Length = n
	}
	return nil
}

// line reads a line of a header without its end.
func (r *Reader) line() ([]byte, error) {
	b, err := r.in.ReadSlice('\n')
	if err != nil {
		if errors.Is(err, io.EOF) && len(bytes.TrimSpace(b)) > 0 {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	return bytes.TrimRight(b, "\r\n"), nil
}

// body reads the block if it is wanted, and passes over it if not.
func (r *Reader) body(rec *Record, want func(*Record) bool) error {
	if !want(rec) {
		return r.skip(rec.Length)
	}
	if rec.Length > MaxBlock {
		if err := r.skip(rec.Length); err != nil {
			return err
		}
		return fmt.Errorf("%w: a record of %d MB, more than %d", source.ErrTooLarge, rec.Length>>20, MaxBlock>>20)
	}
	if int64(cap(r.block)) < rec.Length {
		r.block = make([]byte, max(rec.Length, 64<<10))
	}
	rec.Block = r.block[:rec.Length]
	_, err := io.ReadFull(r.in, rec.Block)
	return unexpected(err)
}

func (r *Reader) skip(n int64) error {
	for n > 0 {
		step := min(n, 1<<30)
		if _, err := r.in.Discard(int(step)); err != nil {
			return unexpected(err)
		}
		n -= step
	}
	return nil
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
