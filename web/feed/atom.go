// Package feed tells others what is new in the register: Atom feeds of any
// query, and signed webhooks for the watches that the operator saved in a file.
// An item is an entry: twelve copies of a report make one item.
package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
	"depesche/web/view"
)

// AtomPath is where feeds are served; ?q= is the query.
const AtomPath = "/feed.atom"

const atomItems = 100

// Sayer says an entry in a language: one sentence for the headline.
type Sayer func(lang string, r *record.Record) (string, error)

// Atom answers with the feed of a query (RFC 4287): what a report told first,
// latest first.
func Atom(desk *view.Desk, lang func(*http.Request) string, say Sayer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, err := ask.Read(r.URL.Query(), desk.Names)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		f := atomWriter{desk: desk, lang: lang(r), say: say, base: base(r)}
		b, err := f.feed(r, &a)
		if err != nil {
			http.Error(w, "the feed could not be written", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
		w.Header().Set("Vary", "Accept-Language, Cookie")
		_, _ = w.Write(b)
	})
}

// base is the address of the desk as the client reached it.
func base(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

type atomWriter struct {
	desk *view.Desk
	lang string
	say  Sayer
	base string
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"type,attr,omitempty"`
}

type atomEntry struct {
	ID        string         `xml:"id"`
	Title     string         `xml:"title"`
	Updated   string         `xml:"updated"`
	Published string         `xml:"published"`
	Links     []atomLink     `xml:"link"`
	Category  []atomCategory `xml:"category"`
	Content   atomText       `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

func (f *atomWriter) feed(r *http.Request, a *ask.Ask) ([]byte, error) {
	news, err := f.desk.News(r.Context(), a.Filter, atomItems)
	if err != nil {
		return nil, err
	}
	title := "Depesche"
	if a.Query != "" {
		title += ": " + a.Query
	}
	v := url.Values{"q": {a.Query}}
	feed := atomFeed{Lang: f.lang, ID: "urn:depesche:feed:" + url.QueryEscape(a.Query), Title: clean(title), Author: "Depesche", Updated: stamp(0),
		Links: []atomLink{{"self", f.base + AtomPath + "?" + v.Encode(), "application/atom+xml"}, {"alternate", f.base + "/search?" + v.Encode(), "text/html"}}}
	ids := make([]register.ID, len(news))
	for i := range news {
		ids[i] = news[i].ID
	}
	members, err := f.desk.Register.Members(r.Context(), ids...)
	if err != nil {
		return nil, err
	}
	evidence := map[register.ID][]register.Member{}
	for _, m := range members {
		if a.AsOf == 0 || m.Source.Day() <= a.AsOf {
			evidence[m.Entry] = append(evidence[m.Entry], m)
		}
	}
	for i := range news {
		e, err := f.entry(&news[i], evidence[news[i].ID])
		if err != nil {
			return nil, err
		}
		feed.Entries = append(feed.Entries, e)
		feed.Updated = max(feed.Updated, e.Updated)
	}
	b, err := xml.MarshalIndent(&feed, "", " ")
	if err != nil {
		return nil, err
	}
	return append([]byte(xml.Header), b...), nil
}

func (f *atomWriter) entry(e *register.Entry, evidence []register.Member) (atomEntry, error) {
	text, err := f.say(f.lang, &e.Record)
	if err != nil {
		return atomEntry{}, err
	}
	a := atomEntry{ID: "urn:depesche:entry:" + e.ID.String(), Title: clean(text), Updated: stamp(e.Last), Published: stamp(e.First),
		Links:    []atomLink{{"alternate", f.base + "/entry/" + e.ID.String(), "text/html"}},
		Category: []atomCategory{{string(e.Record.Kind)}, {register.TypeOf(&e.Record)}}}
	var b strings.Builder
	for i := range evidence {
		m := &evidence[i]
		for _, ev := range m.Record.Evidence {
			b.WriteString(strings.Join(strings.Fields(ev.Text), " "))
			b.WriteString(" (" + source(&m.Source) + ")\n")
		}
	}
	a.Content = atomText{"text", clean(b.String())}
	return a, nil
}

// source names a report: its outlet and day.
func source(r *register.Report) string {
	name := r.Outlet
	if name == "" {
		name = r.Name
	}
	return name + ", " + r.Day().String()
}

// stamp is the beginning of a day (RFC 3339); of an unknown one the year 1.
func stamp(d record.Day) string {
	if d == 0 {
		return "0001-01-01T00:00:00Z"
	}
	return d.Time().Format(time.RFC3339)
}

// clean leaves out what XML cannot have.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r >= ' ' && r != 0xFFFE && r != 0xFFFF && r != 0xFFFD {
			return r
		}
		return -1
	}, s)
}

// errNoWatch says that a file of watches has none.
var errNoWatch = errors.New("there is no watch in it")

// discard reads what a receiver answers, up to a limit, so that the connection
// can be used again.
func discard(r io.Reader) { _, _ = io.CopyN(io.Discard, r, 64<<10) }
