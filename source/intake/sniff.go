package intake

import (
	"bytes"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"

	"depesche/source/xmlguard"
)

// Format is what an input turns out to be.
type Format string

// The formats. Auto finds out by looking at the first bytes; the extension of
// the name decides only where they leave it open.
const (
	Auto   Format = "auto"
	Text   Format = "text"
	JSONL  Format = "jsonl"
	HTML   Format = "html"
	Feed   Format = "feed"   // RSS, Atom
	NewsML Format = "newsml" // NewsML-G2, NITF
	WARC   Format = "warc"

	isGzip   Format = "gzip"
	isBzip2  Format = "bzip2"
	isZstd   Format = "zstd"
	isZip    Format = "zip"
	isTar    Format = "tar"
	isConllu Format = "conllu"
	isOPML   Format = "opml"
	isXML    Format = "xml"   // of a kind that is not known
	isArray  Format = "json"  // an array, or objects over several lines
	isOther  Format = "other" // its name is in others
)

// signatures are the first bytes of files. Those of others cannot be read.
var signatures = []struct {
	at     int
	start  string
	format Format
}{
	{0, "\x1f\x8b", isGzip}, {0, "BZh", isBzip2}, {0, "\x28\xb5\x2f\xfd", isZstd},
	{0, "PK\x03\x04", isZip}, {0, "PK\x05\x06", isZip}, {257, "ustar", isTar}, {0, "WARC/1.", WARC},
}

// others are files that cannot be read, with what to do about it.
var others = []struct{ start, what, hint string }{
	{"%PDF", "a PDF file", "take the text out of it first, for instance with pdftotext"},
	{"\xfd7zXZ", "an xz archive", "unpack it first with xz -d; zip, gz, bz2, zst and tar are read as they are"},
	{"7z\xbc\xaf", "a 7z archive", "unpack it first; zip, gz, bz2, zst and tar are read as they are"},
	{"Rar!", "a RAR archive", "unpack it first; zip, gz, bz2, zst and tar are read as they are"},
	{"\x89PNG", "a picture", "give the text of the report"},
	{"\xff\xd8\xff", "a picture", "give the text of the report"},
	{"GIF8", "a picture", "give the text of the report"},
	{"PAR1", "a Parquet file", "give the reports as JSON lines"},
	{"SQLite format 3", "an SQLite file", "it is no report; a register is named by --db"},
	{"{\\rtf", "an RTF document", "save it as plain text first"},
	{"\xd0\xcf\x11\xe0", "an office document", "save it as plain text first"},
	{"wOFF", "a font", "give the text of the report"},
}

// pages are elements that an HTML page, or a piece of one, begins with.
var pages = map[string]bool{
	"html": true, "head": true, "body": true, "title": true, "meta": true, "article": true, "main": true, "div": true, "section": true,
	"p": true, "h1": true, "h2": true, "h3": true, "span": true, "table": true, "ul": true, "script": true, "style": true, "link": true,
	"center": true, "a": true, "b": true, "i": true, "br": true, "img": true, "header": true, "nav": true, "base": true, "font": true,
}

// roots are the root elements of XML formats, without prefix, in lower case.
var roots = map[string]Format{
	"rss": Feed, "feed": Feed, "rdf": Feed, "newsml": NewsML, "newsmessage": NewsML, "newsitem": NewsML, "packageitem": NewsML, "knowledgeitem": NewsML,
	"nitf": NewsML, "opml": isOPML,
}

// sniff finds the format by the first bytes, of which a few thousand are
// enough, and where they leave it open by the name.
func sniff(head []byte, name string) Format {
	for _, s := range signatures {
		if len(head) >= s.at+len(s.start) && string(head[s.at:s.at+len(s.start)]) == s.start {
			if s.format == isGzip && gzipped(head, "WARC/1.") {
				return WARC
			}
			return s.format
		}
	}
	if what, _ := other(head); what != "" {
		return isOther
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	ext := strings.ToLower(path.Ext(name))
	switch {
	case len(text) == 0:
		return Text
	case text[0] == '<':
		return markup(text, ext)
	case text[0] == '{' || text[0] == '[':
		return object(text, ext)
	case ext == ".jsonl" || ext == ".ndjson":
		return JSONL
	case conllu(text):
		return isConllu
	}
	return Text
}

func markup(text []byte, ext string) Format {
	name := xmlguard.Local(xmlguard.Root(text))
	switch {
	case roots[name] != "":
		return roots[name]
	case pages[name] || hasFold(text, "<!doctype html"):
		return HTML
	case name == "": // the head ended before the first element
		if ext == ".html" || ext == ".htm" {
			return HTML
		}
		return Text
	case bytes.HasPrefix(text, []byte("<?xml")) || ext == ".xml":
		return isXML
	case ext == ".html" || ext == ".htm" || ext == ".xhtml":
		return HTML
	}
	return Text
}

func object(text []byte, ext string) Format {
	rest := bytes.TrimLeft(text[1:], " \t\r\n")
	if text[0] == '[' {
		if len(rest) > 0 && rest[0] == '{' && ext != ".jsonl" {
			return isArray
		}
	} else if len(rest) > 0 && (rest[0] == '"' || rest[0] == '}') {
		line, _, whole := bytes.Cut(text, []byte("\n"))
		if whole && ext != ".jsonl" && ext != ".ndjson" && !bytes.HasSuffix(bytes.TrimSpace(line), []byte("}")) {
			return isArray
		}
		return JSONL
	}
	if ext == ".jsonl" || ext == ".ndjson" {
		return JSONL
	}
	return Text
}

// conllu says whether the text begins with comments and a line of ten columns.
func conllu(text []byte) bool {
	for line := range bytes.Lines(text) {
		if line[0] == '#' {
			continue
		}
		return bytes.HasPrefix(line, []byte("1\t")) && bytes.Count(line, []byte("\t")) == 9 || bytes.HasPrefix(line, []byte("1-")) && bytes.Count(line, []byte("\t")) == 9
	}
	return false
}

// other names a file that cannot be read, and says what to do.
func other(head []byte) (what, hint string) {
	for _, o := range others {
		if bytes.HasPrefix(head, []byte(o.start)) {
			return o.what, o.hint
		}
	}
	return "", ""
}

// gzipped says whether what is compressed begins like this.
func gzipped(head []byte, start string) bool {
	gz, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	b := make([]byte, len(start))
	n := 0
	for n < len(b) && err == nil {
		var k int
		k, err = gz.Read(b[n:])
		n += k
	}
	return string(b[:n]) == start
}

func hasFold(b []byte, s string) bool {
	return len(b) >= len(s) && bytes.EqualFold(b[:len(s)], []byte(s))
}
