package warc

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/http/httputil"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"

	"depesche/report"
	"depesche/source"
	"depesche/source/page"
)

// Reports gives the reports of an archive: the HTML pages and plain texts that
// a server answered with status 200 (or that stand there as resources), and
// the texts of a WET file. Other records are passed over. A page that cannot be
// read, or has no main text, is an error that names the record's number, and
// the next follows.
func Reports(name string, in io.Reader, o source.Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		archive := NewReader(in)
		for {
			rec, err := archive.Next(wanted)
			if err != nil && rec == nil {
				if !errors.Is(err, io.EOF) {
					yield(nil, fault(name, 0, err))
				}
				return
			}
			if err == nil && rec.Block == nil {
				continue
			}
			var r *report.Report
			if err == nil {
				r, err = rec.report(name, o)
			} else {
				err = fault(name, rec.Number, err)
			}
			if errors.Is(err, errOther) {
				continue
			}
			if !yield(r, err) {
				return
			}
			if errors.Is(err, io.ErrUnexpectedEOF) && archive.atEnd() {
				return
			}
		}
	}
}

// atEnd says whether nothing follows.
func (r *Reader) atEnd() bool {
	_, err := r.in.Peek(1)
	return err != nil
}

func fault(name string, number int, err error) error {
	if number > 0 {
		name = fmt.Sprintf("%s:%d", name, number)
	}
	if errors.Is(err, source.ErrTooLarge) {
		return &source.Error{Input: name, Err: err, Hint: "it is hardly a page of news; the other records are read"}
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.Join(errCut, err)
	}
	return &source.Error{Input: name, Err: &damage{err}, Hint: "get the archive again; the records that are whole were read"}
}

var errCut = errors.New("cut off")

// damage is what is wrong with a record, in one line.
type damage struct{ cause error }

// Error says it.
func (d *damage) Error() string {
	if errors.Is(d.cause, errCut) {
		return source.ErrFormat.Error() + " WARC record: cut off in its middle"
	}
	return source.ErrFormat.Error() + " WARC record: " + d.cause.Error()
}

// Unwrap is the cause, and that it is malformed.
func (d *damage) Unwrap() []error { return []error{source.ErrFormat, d.cause} }

// wanted says whether the record may hold a report.
func wanted(rec *Record) bool {
	media, _, _ := strings.Cut(strings.ToLower(rec.ContentType), ";")
	switch rec.Type {
	case "response":
		return media == "application/http" && strings.HasPrefix(rec.URI, "http")
	case "resource", "conversion":
		return textual(media)
	}
	return false
}

func textual(media string) bool {
	switch strings.TrimSpace(media) {
	case "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// errOther marks a record that is no report and no fault: a picture, a
// redirect, a page that was not found.
var errOther = errors.New("no page")

func (rec *Record) report(name string, o source.Options) (*report.Report, error) {
	input := fmt.Sprintf("%s:%d", name, rec.Number)
	contentType, body := rec.ContentType, rec.Block
	if rec.Type == "response" {
		var err error
		if contentType, body, err = answer(rec.Block); errors.Is(err, errOther) {
			return nil, err
		} else if err != nil {
			return nil, fault(name, rec.Number, err)
		}
	}
	if strings.HasPrefix(strings.ToLower(contentType), "text/plain") {
		r, err := source.Text(input, body, source.Options{ID: rec.URI, Lang: o.Lang, Date: o.Date})
		if err != nil {
			return nil, err
		}
		r.URL, r.Origin = rec.URI, input
		return r, nil
	}
	o.ID = ""
	return page.Page{Input: input, ID: rec.URI, URL: rec.URI, ContentType: contentType, Body: body}.Read(o)
}

// answer is the body of a server's answer, decoded, with its content type.
func answer(block []byte) (contentType string, body []byte, err error) {
	status, rest, ok := bytes.Cut(block, []byte("\n"))
	fields := bytes.Fields(status)
	if !ok || len(fields) < 2 || !bytes.HasPrefix(fields[0], []byte("HTTP/")) {
		return "", nil, errors.New("no HTTP answer")
	}
	if string(fields[1]) != "200" {
		return "", nil, errOther
	}
	h, body := header(rest)
	contentType = h.Get("Content-Type")
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(contentType), ";")
	}
	if !textual(media) {
		return "", nil, errOther
	}
	body, err = decoded(h, body)
	return contentType, body, err
}

// header reads the fields up to an empty line. Servers write much nonsense
// there; what is no field is passed over.
func header(b []byte) (http.Header, []byte) {
	h := http.Header{}
	for n := 0; len(b) > 0; n++ {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		b = rest
		if line = bytes.TrimRight(line, "\r"); len(line) == 0 {
			break
		}
		if name, value, ok := bytes.Cut(line, []byte(":")); ok && n < 1000 {
			h.Add(string(bytes.TrimSpace(name)), string(bytes.TrimSpace(value)))
		}
	}
	return h, b
}

// decoded undoes the transfer and content encodings. Crawlers often store the
// body decoded and leave the header as it was, so a body that is not so encoded
// is taken as it is.
func decoded(h http.Header, body []byte) ([]byte, error) {
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") && chunked(body) {
		b, err := limited(httputil.NewChunkedReader(bytes.NewReader(body)))
		if err != nil && len(b) == 0 {
			return nil, fmt.Errorf("chunks: %w", err)
		}
		body = b
	}
	var in io.Reader
	var err error
	switch strings.ToLower(h.Get("Content-Encoding")) {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic[:2]) {
			return body, nil
		}
		in, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if looksLikeText(body) {
			return body, nil
		}
		if in, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			in, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		if looksLikeText(body) {
			return body, nil
		}
		in = brotli.NewReader(bytes.NewReader(body))
	default:
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("its content encoding: %w", err)
	}
	b, err := limited(in)
	if err != nil && (len(b) == 0 || errors.Is(err, source.ErrTooLarge)) {
		return nil, err
	}
	return b, nil // what could be read of a body that was cut off
}

// limited reads at most the size of a page.
func limited(in io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, page.MaxBytes+1))
	if len(b) > page.MaxBytes {
		return nil, fmt.Errorf("%w: more than %d MB unpacked", source.ErrTooLarge, page.MaxBytes>>20)
	}
	return b, err
}

// chunked says whether a body begins with the size of a chunk.
func chunked(b []byte) bool {
	line, _, ok := bytes.Cut(b[:min(len(b), 32)], []byte("\n"))
	line, _, _ = bytes.Cut(bytes.TrimSpace(line), []byte(";"))
	if !ok || len(line) == 0 || len(line) > 8 {
		return false
	}
	for _, c := range bytes.ToLower(line) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// looksLikeText says whether a body that should be compressed begins like
// markup.
func looksLikeText(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 256)], " \t\r\n\ufeff"), []byte("<"))
}
