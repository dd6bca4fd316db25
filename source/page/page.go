// Package page reads HTML pages: the main text, found by the readability
// algorithm, its title, outlet, language, address, and the day of publication
// as the page itself gives it. A page is only read: nothing that it refers to
// is fetched, no script runs.
package page

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"depesche/record"
	"depesche/report"
	"depesche/source"
	"depesche/source/prose"
)

// The limits of a page: bytes, and elements, of which a long page with a
// thousand comments has some 20,000.
const (
	MaxBytes    = 8 << 20
	MaxElements = 60_000
)

// Page is a page as it came.
type Page struct {
	Input       string          // names the page in errors
	ID          string          // name of the document; "" = from the input's name
	URL         string          // where it was got from; "" if not known
	ContentType string          // the HTTP header, whose charset counts; "" if not known
	Date        record.Interval // a day of publication told from outside, used where the page gives none
	Body        []byte
}

// leastText is the length in bytes below which a main text is doubted and the
// one that the page gives to machines is looked at.
const leastText = 250

// Read finds the page's report. A page without a main text is an *source.Error
// with source.ErrNoReport.
func (p Page) Read(o source.Options) (*report.Report, error) {
	if len(p.Body) > MaxBytes {
		return nil, &source.Error{Input: p.Input, Err: fmt.Errorf("%w: a page of more than %d MB", source.ErrTooLarge, MaxBytes>>20), Hint: "take the article's text out of it first"}
	}
	text, err := decode(p.Body, p.ContentType)
	if err != nil {
		return nil, &source.Error{Input: p.Input, Err: err, Hint: "convert it to UTF-8 first"}
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, &source.Error{Input: p.Input, Err: fmt.Errorf("%w HTML: %w", source.ErrFormat, err), Hint: "give the article's text without its page"}
	}
	if n := elements(doc); n > MaxElements {
		return nil, &source.Error{Input: p.Input, Err: fmt.Errorf("%w: a page of %d elements, more than %d", source.ErrTooLarge, n, MaxElements), Hint: "it is hardly one article; give its text without its page"}
	}
	m := readMeta(doc)
	d := source.Document{Input: p.Input, ID: p.ID, Lang: m.lang, Outlet: m.outlet, Date: m.date, URL: p.address(m.url)}
	d.Text, d.Title, err = mainText(doc, base(d.URL))
	if err != nil {
		return nil, &source.Error{Input: p.Input, Err: fmt.Errorf("%w HTML: %w", source.ErrFormat, err), Hint: "give the article's text without its page"}
	}
	if len(d.Text) < leastText && len(m.body) > 2*len(d.Text) {
		d.Text = m.body
	}
	if strings.TrimSpace(d.Text) == "" {
		return nil, &source.Error{Input: p.Input, Err: fmt.Errorf("%w: the page has no main text", source.ErrNoReport), Hint: "it may be an overview, or filled in by a script; give the article's own page or text"}
	}
	p.complete(&d, m)
	return d.Report(o)
}

// complete fills in what the page does not say of itself from where it was
// found.
func (p Page) complete(d *source.Document, m meta) {
	if m.title != "" {
		d.Title = m.title
	}
	d.Title = withoutOutlet(source.Line(d.Title), source.Line(d.Outlet), source.Line(m.heading))
	d.Text = source.WithoutTitle(d.Text, d.Title)
	if u := base(d.URL); u != nil {
		if d.Outlet == "" {
			d.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
		}
		if !d.Date.Known() {
			d.Date = urlDate(u.Path)
		}
	}
	if p.Date.Known() && !d.Date.Known() {
		d.Date = p.Date
	}
}

// address is the page's address: the one it was got from, else the one it
// gives as its own.
func (p Page) address(own string) string {
	if p.URL != "" {
		return p.URL
	}
	return own
}

func base(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// mainText is the text and title that readability finds; "" if it finds none.
func mainText(doc *html.Node, u *url.URL) (text, title string, err error) {
	defer func() { // a fault of the library is a fault of the page
		if e := recover(); e != nil {
			err = fmt.Errorf("internal error in its main text: %v", e)
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read here
	article, err := parser.ParseAndMutate(doc, u)
	if err != nil {
		return "", "", err
	}
	if article.Node == nil {
		return "", article.Title(), nil
	}
	var b prose.Builder
	b.HTML(article.Node)
	return b.String(), article.Title(), nil
}

func elements(n *html.Node) int {
	count := 0
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			count++
		}
	}
	return count
}

// withoutOutlet drops the outlet's name behind a bar or dash at the title's
// end, "Treffen in Oslo | Nordblatt", and whatever stands behind one where the
// page's heading is the title before it.
func withoutOutlet(title, outlet, heading string) string {
	if rest, ok := strings.CutPrefix(title, heading); ok && heading != "" && barred(strings.TrimSpace(rest), strings.HasPrefix) != "" {
		return heading
	}
	rest, ok := strings.CutSuffix(title, outlet)
	if !ok || outlet == "" {
		return title
	}
	cut := strings.TrimRight(rest, " ")
	bar := barred(cut, strings.HasSuffix)
	if s := strings.TrimSpace(strings.TrimSuffix(cut, bar)); bar != "" && s != "" && len(cut) < len(rest) {
		return s
	}
	return title
}

// barred is the mark between a title and an outlet that is at the text's edge.
func barred(s string, at func(s, mark string) bool) string {
	for _, bar := range []string{"|", "-", "–", "—", "·", "•", "»", ":"} {
		if at(s, bar) {
			return bar
		}
	}
	return ""
}

// decode gives the page as UTF-8. What is valid UTF-8 is UTF-8, whatever it
// says; else the charset of the HTTP header, of the byte order mark or of a
// meta element counts.
func decode(b []byte, contentType string) (string, error) {
	head := b[:min(len(b), 1024)]
	enc, name, certain := charset.DetermineEncoding(head, contentType)
	if !strings.HasPrefix(name, "utf-16") && utf8.Valid(b) {
		if bytes.IndexByte(b, 0) >= 0 {
			return "", source.ErrBinary
		}
		return string(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))), nil
	}
	if name == "utf-8" && !certain || name == "utf-8" && mostlyBroken(b) {
		enc, _ = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", err
	}
	if bytes.IndexByte(out, 0) >= 0 {
		return "", source.ErrBinary
	}
	return string(out), nil
}

// mostlyBroken says that a page which calls itself UTF-8 has more stray bytes
// than letters beyond ASCII.
func mostlyBroken(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			good++
		}
		b = b[n:]
	}
	return bad > good
}
