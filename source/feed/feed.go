// Package feed reads RSS (0.9 to 2.0) and Atom feeds, and lists of feeds in
// OPML. Each item is a report whose text is the item's own: its full text
// where the feed carries it, else its summary. What an item links to is not
// fetched here.
package feed

import (
	"bytes"
	"fmt"
	"iter"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"

	"depesche/record"
	"depesche/report"
	"depesche/source"
	"depesche/source/prose"
	"depesche/source/xmlguard"
)

// MaxItems is the number of items of one feed that are read.
const MaxItems = 10_000

// Feed is a feed as it came.
type Feed struct {
	Input string // names the feed in errors
	ID    string // name for items without one of their own; "" = from the input's name
	URL   string // where it was got from; "" if not known
	Body  []byte
}

// Reports gives the items in the feed's order. An item without text is an
// error that names its number. Of a feed that is cut off or damaged the items
// that are whole are given, then what is wrong with it.
func (f Feed) Reports(o source.Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		for d, err := range f.Items() {
			var r *report.Report
			if err == nil {
				r, err = Report(d, o)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// Report is the report of an item.
func Report(d source.Document, o source.Options) (*report.Report, error) {
	if d.Text == "" {
		return nil, &source.Error{Input: d.Input, Err: fmt.Errorf("%w: item %q has no text of its own", source.ErrNoReport, source.Line(d.Title)), Hint: "with --follow, depesche watch and ingest fetch the page that it links to"}
	}
	o.ID = ""
	return d.Report(o)
}

// Items gives the items as the feed has them, those without text too.
func (f Feed) Items() iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		if err := xmlguard.Check(f.Input, f.Body); err != nil {
			yield(source.Document{}, err)
			return
		}
		if f.ID == "" {
			f.ID = source.DocumentID(f.Input)
		}
		parsed, err := parse(f.Body)
		if err != nil {
			f.salvage(err, yield)
			return
		}
		if len(parsed.Items) == 0 {
			yield(source.Document{}, &source.Error{Input: f.Input, Err: fmt.Errorf("%w: the feed has no items", source.ErrNoReport), Hint: "look at it in a browser"})
			return
		}
		for n, item := range parsed.Items {
			if n == MaxItems {
				yield(source.Document{}, &source.Error{Input: f.Input, Err: fmt.Errorf("%w: %d items, of which %d were read", source.ErrLimit, len(parsed.Items), MaxItems), Hint: "split the feed"})
				return
			}
			if !yield(f.item(parsed, item, n+1)) {
				return
			}
		}
	}
}

// parse is the library's parser; a fault of it is a fault of the feed.
func parse(b []byte) (f *gofeed.Feed, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("internal error: %v", e)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(b))
}

// item is one item, the number counted from 1.
func (f Feed) item(in *gofeed.Feed, it *gofeed.Item, n int) (source.Document, error) {
	input := fmt.Sprintf("%s:%d", f.Input, n)
	text, err := itemText(it)
	if err != nil {
		return source.Document{}, &source.Error{Input: input, Err: fmt.Errorf("%w HTML: %w", source.ErrFormat, err), Hint: "the other items are read"}
	}
	title, err := prose.Fragment(it.Title)
	if err != nil {
		title = ""
	}
	d := source.Document{Input: input, Title: title, Outlet: in.Title, Lang: in.Language, Text: text, Date: day(it)}
	d.URL = f.resolve(in, it.Link)
	d.ID = itemID(it, d.URL, n, f.ID)
	return d, nil
}

// itemText is the longer of the item's content and its summary.
func itemText(it *gofeed.Item) (string, error) {
	content, err := prose.Fragment(it.Content)
	if err != nil {
		return "", err
	}
	summary, err := prose.Fragment(it.Description)
	if err != nil {
		return "", err
	}
	if len(summary) > len(content) {
		return summary, nil
	}
	return content, nil
}

// day is the day of publication as the item writes it; where it gives only a
// day of its last change, as Atom allows, that one.
func day(it *gofeed.Item) record.Interval {
	for _, s := range []string{it.Published, it.Updated} {
		if i, err := source.ParseDate(s); err == nil {
			return i
		}
	}
	if t := it.PublishedParsed; t != nil {
		d := record.DayOf(t.Year(), int(t.Month()), t.Day())
		return record.Interval{From: d, To: d}
	}
	return record.Interval{}
}

// resolve is the item's link as an absolute address: relative to where the
// feed was got from, else to the site that it names.
func (f Feed) resolve(in *gofeed.Feed, link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	for _, base := range []string{f.URL, in.FeedLink, in.Link} {
		if b, err := url.Parse(base); err == nil && b.IsAbs() {
			return b.ResolveReference(u).String()
		}
	}
	return u.String()
}

// itemID is the item's own name if it is one for all the world (a URL, a tag:
// or urn:), else its address, else its name within the feed, or its number.
func itemID(it *gofeed.Item, address string, n int, feed string) string {
	guid := source.Line(it.GUID)
	switch {
	case strings.Contains(guid, ":"):
		return guid
	case address != "":
		return address
	case guid != "":
		return feed + ":" + guid
	}
	return fmt.Sprintf("%s:%d", feed, n)
}

// salvage reads a feed that does not parse as a whole item by item.
func (f Feed) salvage(cause error, yield func(source.Document, error) bool) {
	head, items, tail := pieces(f.Body)
	for n, piece := range items {
		if n == MaxItems {
			break
		}
		one, err := parse(bytes.Join([][]byte{head, piece, tail}, nil))
		switch {
		case err != nil || len(one.Items) != 1:
			if err == nil {
				err = fmt.Errorf("%d items where one belongs", len(one.Items))
			}
			err = &source.Error{Input: fmt.Sprintf("%s:%d", f.Input, n+1), Err: fmt.Errorf("%w feed item: %w", source.ErrFormat, err), Hint: "the other items are read"}
			if !yield(source.Document{}, err) {
				return
			}
		case !yield(f.item(one, one.Items[0], n+1)):
			return
		}
	}
	yield(source.Document{}, &source.Error{Input: f.Input, Err: fmt.Errorf("%w feed: %w; %d items were taken one by one", source.ErrFormat, cause, min(len(items), MaxItems)), Hint: "get it again, or mend it"})
}

// maxHead bounds what stands before the first item of a damaged feed, which
// each of its items is read with.
const maxHead = 16 << 10

// pieces cuts a feed into what stands before its first item, its whole items,
// and the end tags that close the head.
func pieces(b []byte) (head []byte, items [][]byte, tail []byte) {
	root := xmlguard.Root(b)
	name := "item"
	if xmlguard.Local(root) == "feed" {
		name = "entry"
	}
	open, end := []byte("<"+name), []byte("</"+name+">")
	first := bytes.Index(b, open)
	if first < 0 || first > maxHead {
		return nil, nil, nil
	}
	head = b[:first]
	if bytes.Contains(head, []byte("<channel")) && !bytes.Contains(head, []byte("</channel>")) {
		tail = append(tail, "</channel>"...)
	}
	tail = append(tail, "</"+root+">"...)
	for b = b[first:]; ; {
		from := bytes.Index(b, open)
		if from < 0 {
			return head, items, tail
		}
		to := bytes.Index(b[from:], end)
		if to < 0 {
			return head, items, tail
		}
		items = append(items, b[from:from+to+len(end)])
		b = b[from+to+len(end):]
	}
}
