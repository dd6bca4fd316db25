package intake

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"depesche/report"
	"depesche/source"
	"depesche/source/feed"
	"depesche/source/fetch"
	"depesche/source/page"
)

// IsURL says whether an input is an address of the web.
func IsURL(name string) bool {
	return hasFold([]byte(name), "https://") || hasFold([]byte(name), "http://")
}

// address reads what stands behind an address.
func (w *walk) address(name string) bool {
	if w.Web == nil {
		return w.fail(name, fmt.Errorf("%w: an address of the web", source.ErrNoReport), "save it as a file and name that")
	}
	a, err := w.Web.Get(w.ctx, name, fetch.Validators{})
	if err != nil {
		return w.give(nil, err)
	}
	w.budget = budget{floor: w.least()}
	base, _, _ := strings.Cut(a.URL, "?")
	return w.stream(part{name: name, id: name, base: base, in: w.counted(bytes.NewReader(a.Body)), url: a.URL, contentType: a.ContentType})
}

// feed hands on the items of a feed, or the pages that they link to.
func (w *walk) feed(f feed.Feed) bool {
	for d, err := range f.Items() {
		if err != nil {
			if !w.give(nil, err) {
				return false
			}
			continue
		}
		if !w.item(d) {
			return false
		}
	}
	return !w.ended
}

func (w *walk) item(d source.Document) bool {
	o := w.Options
	if w.Follow && w.Web != nil && d.URL != "" {
		r, err := FollowItem(w.ctx, w.Web, d, o)
		if err == nil || d.Text == "" {
			return w.give(r, err)
		}
		if !w.give(nil, err) { // the item's own text is better than nothing
			return false
		}
	}
	return w.give(feed.Report(d, o))
}

// FollowItem reads the page that an item of a feed links to. The item's name,
// and its title, outlet and day where the page gives none, stay.
func FollowItem(ctx context.Context, web Getter, d source.Document, o source.Options) (*report.Report, error) {
	a, err := web.Get(ctx, d.URL, fetch.Validators{})
	if err != nil {
		return nil, err
	}
	o.ID = ""
	r, err := page.Page{Input: d.URL, ID: d.ID, URL: a.URL, ContentType: a.ContentType, Date: d.Date, Body: a.Body}.Read(o)
	if err != nil {
		return nil, err
	}
	if r.Title == "" {
		r.Title = source.Line(d.Title)
	}
	if r.Outlet == "" {
		r.Outlet = source.Line(d.Outlet)
	}
	return r, nil
}
