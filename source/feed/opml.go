package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html/charset"

	"depesche/source"
	"depesche/source/xmlguard"
)

// Subscription is a feed that a list names.
type Subscription struct {
	Title string
	URL   string // http or https
}

// OPML reads a list of feeds, whatever folders it sorts them into. A feed that
// stands there twice is given once. Addresses that are not of the web come
// back as errors, joined, beside the others.
func OPML(name string, b []byte) ([]Subscription, error) {
	if err := xmlguard.Check(name, b); err != nil {
		return nil, err
	}
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.CharsetReader = charset.NewReaderLabel
	dec.Entity = xml.HTMLEntity
	var subs []Subscription
	var errs []error
	seen := map[string]bool{}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			errs = append(errs, &source.Error{Input: name, Err: fmt.Errorf("%w OPML: %w", source.ErrFormat, err), Hint: "export the list of feeds again"})
			break
		}
		start, ok := tok.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		s := subscription(start)
		if s.URL == "" || seen[s.URL] {
			continue
		}
		seen[s.URL] = true
		if u, err := url.Parse(s.URL); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			errs = append(errs, &source.Error{Input: name, Err: fmt.Errorf("%w: feed address %.200q", source.ErrFormat, s.URL), Hint: "feeds have addresses that begin with https://"})
			continue
		}
		subs = append(subs, s)
	}
	if len(subs) == 0 && len(errs) == 0 {
		errs = append(errs, &source.Error{Input: name, Err: fmt.Errorf("%w: no feed in it", source.ErrEmpty), Hint: `a list of feeds is OPML: <outline text="…" xmlUrl="https://…"/>`})
	}
	return subs, errors.Join(errs...)
}

func subscription(e xml.StartElement) (s Subscription) {
	for _, a := range e.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			s.URL = strings.TrimSpace(a.Value)
		case "title":
			s.Title = source.Line(a.Value)
		case "text":
			if s.Title == "" {
				s.Title = source.Line(a.Value)
			}
		}
	}
	return s
}
