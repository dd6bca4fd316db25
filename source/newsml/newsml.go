// Package newsml reads the XML of news agencies: NewsML-G2 (IPTC), alone or
// many items in a message, with its text as NITF, XHTML or plain text, and NITF
// by itself or within NewsML 1. What items refer to is not fetched; entities
// are not declared by documents.
package newsml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"depesche/record"
	"depesche/report"
	"depesche/source"
	"depesche/source/prose"
	"depesche/source/xmlguard"
)

// Reports gives the text items of a document in its order; pictures and lists
// of items are passed over. Items that their provider has cancelled or
// withholds, or that hold no text, are errors that name the item's number. Of a
// document that is cut off or damaged the items before the fault are given.
func Reports(name string, b []byte, o source.Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		if err := xmlguard.Check(name, b); err != nil {
			yield(nil, err)
			return
		}
		dec := xml.NewDecoder(bytes.NewReader(b))
		dec.CharsetReader = charset.NewReaderLabel
		dec.Entity = xml.HTMLEntity
		s := &items{name: name, dec: dec, o: o}
		if o.ID == "" {
			s.o.ID = source.DocumentID(name)
		}
		for {
			it, err := s.next()
			switch {
			case errors.Is(err, io.EOF):
				if s.number == 0 {
					yield(nil, &source.Error{Input: name, Err: fmt.Errorf("%w: no news item with a text in it", source.ErrNoReport), Hint: "pictures and lists of items are passed over"})
				}
				return
			case err != nil:
				yield(nil, &source.Error{Input: name, Err: fmt.Errorf("%w XML: %w", source.ErrFormat, err), Hint: "get it again; the items before the fault were read"})
				return
			}
			if !yield(s.report(it)) {
				return
			}
		}
	}
}

// items walks over the items of a document.
type items struct {
	name   string
	dec    *xml.Decoder
	o      source.Options
	number int // of the items with a text so far
}

// next is the next item that may have a text.
func (s *items) next() (*node, error) {
	for {
		tok, err := s.dec.Token()
		if err != nil {
			return nil, err
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "newsItem", "nitf":
			n, err := build(s.dec, start)
			if err != nil {
				return nil, err
			}
			if n.name == "newsItem" && !textual(n) {
				continue
			}
			s.number++
			return n, nil
		}
	}
}

// textual says whether a news item is a text: its class says so, or none is
// given.
func textual(n *node) bool {
	class := n.at("itemMeta", "itemClass").attr("qcode")
	return class == "" || class[strings.IndexByte(class, ':')+1:] == "text" || class[strings.IndexByte(class, ':')+1:] == "composite"
}

func (s *items) report(n *node) (*report.Report, error) {
	d := source.Document{Input: s.name}
	if s.number > 1 {
		d.Input = fmt.Sprintf("%s:%d", s.name, s.number)
	}
	var err error
	if n.name == "nitf" {
		nitf(n, &d)
	} else {
		err = newsItem(n, &d)
	}
	if err == nil && strings.TrimSpace(d.Text) == "" {
		err = fmt.Errorf("%w: the item has no text in it", source.ErrNoReport)
	}
	if err != nil {
		return nil, &source.Error{Input: d.Input, Err: err, Hint: "the other items are read"}
	}
	d.Text = source.WithoutTitle(d.Text, d.Title)
	o := s.o
	if d.ID == "" && s.number > 1 {
		o.ID = fmt.Sprintf("%s:%d", o.ID, s.number)
	}
	return d.Report(o)
}

// newsItem reads an item of NewsML-G2.
func newsItem(n *node, d *source.Document) error {
	item, content, set := n.at("itemMeta"), n.at("contentMeta"), n.at("contentSet")
	if d.ID = n.attr("guid"); d.ID != "" && n.attr("version") != "" {
		d.ID += ":" + n.attr("version")
	}
	status := item.at("pubStatus").attr("qcode")
	switch status[strings.IndexByte(status, ':')+1:] {
	case "canceled", "cancelled", "withheld":
		return fmt.Errorf("%w: its provider has %s it", source.ErrNoReport, status[strings.IndexByte(status, ':')+1:])
	}
	body(set, d) // what stands inside a NITF body counts less
	d.Outlet = first(party(item.at("provider")), d.Outlet)
	d.Title = first(content.at("headline").words(), item.at("title").words(), d.Title)
	d.Slug = first(content.at("slugline").words(), d.Slug)
	d.Lang = first(content.at("language").attr("tag"), d.Lang, set.first("inlineXML").attr("lang"), n.attr("lang"))
	d.Place = first(content.at("located", "name").words(), d.Place)
	if u, err := strconv.Atoi(content.at("urgency").words()); err == nil && u > 0 && u < 10 {
		d.Urgency = u
	}
	if date := day(item.at("versionCreated").words(), content.at("contentModified").words(), content.at("contentCreated").words(), item.at("firstCreated").words()); date.Known() {
		d.Date = date
	}
	return nil
}

// party is the name of a provider: its name, its literal, or its code without
// the code's scheme.
func party(n *node) string {
	code := n.attr("qcode")
	return first(n.at("name").words(), n.attr("literal"), code[strings.IndexByte(code, ':')+1:])
}

// body reads the content: the first that is XML, else the first that is text.
func body(set *node, d *source.Document) {
	for _, in := range set.all("inlineXML") {
		if inner := in.first("nitf"); inner.name != "" {
			nitf(inner, d)
		} else {
			var b prose.Builder
			in.lay(&b)
			d.Text = b.String()
		}
		if d.Text != "" {
			return
		}
	}
	for _, in := range set.all("inlineData") {
		text := in.text()
		if strings.Contains(in.attr("contenttype"), "html") {
			if t, err := prose.Fragment(text); err == nil {
				text = t
			}
		}
		if text = strings.TrimSpace(text); text != "" {
			d.Text = text
			return
		}
	}
}

// nitf reads an item of the News Industry Text Format.
func nitf(n *node, d *source.Document) {
	doc, head := n.at("head", "docdata"), n.at("body", "body.head")
	var b prose.Builder
	n.at("body", "body.content").lay(&b)
	d.Text = b.String()
	pub := n.at("head", "pubdata")
	d.ID = first(d.ID, doc.at("doc-id").attr("id-string"))
	d.Title = first(head.first("hl1").words(), head.at("hedline").words(), n.at("head", "title").words())
	d.Slug = doc.at("du-key").attr("key")
	d.Outlet = first(pub.attr("name"), head.at("distributor").words(), doc.at("doc.copyright").attr("holder"))
	d.Place = head.at("dateline", "location").words()
	d.Lang = n.attr("lang")
	if u, err := strconv.Atoi(doc.at("urgency").attr("ed-urg")); err == nil && u > 0 && u < 10 {
		d.Urgency = u
	}
	d.Date = day(doc.at("date.issue").attr("norm"), pub.attr("date.publication"), doc.at("date.release").attr("norm"), head.at("dateline", "story.date").attr("norm"))
}

// day is the first that reads as a day.
func day(values ...string) record.Interval {
	for _, v := range values {
		if i, err := source.ParseDate(v); err == nil {
			return i
		}
	}
	return record.Interval{}
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
