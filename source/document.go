package source

import (
	"net/url"
	"strings"

	"depesche/record"
	"depesche/report"
)

// Document is what a reader of some format found of one report. Only Input and
// Text are needed.
type Document struct {
	Input   string // names the input in errors: "news.zip/a.xml", "reports.jsonl:7"
	ID      string // what the format calls the document; "" = from the input's name
	Lang    string // language tag, "de", "en-GB"
	Title   string
	Outlet  string
	URL     string // address, absolute; others are left out
	Text    string // UTF-8, paragraphs apart by a blank line
	Place   string // where it was written; a dateline in the text wins
	Slug    string
	Urgency int
	Date    record.Interval // when it was published
}

// Report is the report of the document. The options win over what the document
// says; their ID does where the document has none of its own.
func (d Document) Report(o Options) (*report.Report, error) {
	if len(d.Text) > MaxText {
		return nil, tooLarge(d.Input, int64(len(d.Text)))
	}
	if strings.TrimSpace(d.Text) == "" {
		return nil, &Error{d.Input, ErrEmpty, "it holds no text of a report"}
	}
	r := &report.Report{
		ID: firstOf(Line(d.ID), o.ID), Lang: firstOf(o.Lang, d.Lang), Title: Line(d.Title), Outlet: Line(d.Outlet), URL: address(d.URL),
		Origin: d.Input, Slug: Line(d.Slug), Urgency: d.Urgency, Text: strings.ToValidUTF8(d.Text, "\uFFFD"),
	}
	if r.ID == "" {
		r.ID = DocumentID(d.Input)
	}
	date := o.Date
	if !date.Known() {
		date = d.Date
	}
	open(r, date)
	if r.Place == "" {
		r.Place = Line(d.Place)
	}
	return r, nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// maxTitle is the longest headline or name that is kept, in bytes.
const maxTitle = 1000

// Line is a headline or a name as one line: valid UTF-8, runs of white space
// made one space, cut at 1000 bytes.
func Line(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if len(s) > maxTitle {
		s = strings.ToValidUTF8(s[:maxTitle], "")
	}
	return s
}

// address is the URL if it is absolute, of the web, and without a password.
func address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(s) > 2*maxTitle {
		return ""
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	return u.String()
}

// WithoutTitle drops a first paragraph that only repeats the title.
func WithoutTitle(text, title string) string {
	first, rest, more := strings.Cut(text, "\n\n")
	if more && title != "" && strings.EqualFold(Line(first), Line(title)) {
		return rest
	}
	return text
}
