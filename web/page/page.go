// Package page writes the pages of the desk: html/template over the values of
// package view, in German and English. One template under template/ and one Go
// file a page; words stand in text/*.tsv.
//
// Whatever a report, a query or a correction contains is written as text.
// Pages have no inline script or style, and are readable without either.
package page

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strconv"

	"depesche/export/card"
	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
	"depesche/web/asset"
	"depesche/web/guard"
	"depesche/web/view"
)

// Pages writes pages. It may be used by several goroutines.
type Pages struct {
	desk   *view.Desk
	assets *asset.Set
	sheets map[string]*templates // by language
	names  map[string]card.Names
}

// New makes the pages of a desk.
func New(desk *view.Desk, assets *asset.Set) (*Pages, error) {
	p := &Pages{desk: desk, assets: assets, sheets: map[string]*templates{}, names: map[string]card.Names{}}
	for _, lang := range Languages {
		p.names[lang] = card.NamesIn(card.Language(lang), desk.Knowledge)
		t, err := p.parse(lang)
		if err != nil {
			return nil, err
		}
		p.sheets[lang] = t
	}
	return p, nil
}

// Sayer says records in a sentence, in the languages of the pages.
func Sayer(know *knowledge.Base) func(lang string, r *record.Record) (string, error) {
	names := map[string]card.Names{}
	for _, lang := range Languages {
		names[lang] = card.NamesIn(card.Language(lang), know)
	}
	return func(lang string, r *record.Record) (string, error) {
		return card.SentenceIn(card.Language(lang), r, names[lang])
	}
}

// Routes are the pages by their patterns (see http.ServeMux).
func (p *Pages) Routes() map[string]http.Handler {
	return map[string]http.Handler{
		"GET /{$}":          p.page("today", p.today),
		"GET /search":       p.page("search", p.search),
		"GET /help":         p.page("help", p.help),
		"GET /entry/{id}":   p.page("entry", p.entry),
		"GET /report/{id}":  p.page("document", p.document),
		"GET /corrections":  p.page("corrections", p.corrections),
		"POST /corrections": p.correct(),

		"GET /plans":        p.page("plans", p.plans),
		"GET /calendar.ics": http.HandlerFunc(p.calendar),

		"GET /dyad":         http.HandlerFunc(p.dyads),
		"GET /dyad/{a}/{b}": http.HandlerFunc(p.dyad),
		"GET /entities":     p.page("entities", p.entities),
		"GET /entity/{key}": p.page("entity", p.entity),
		"GET /map":          p.page("map", p.world),
		"GET /network":      p.page("network", p.network),
	}
}

// Missing is the page for addresses that lead nowhere.
func (p *Pages) Missing() http.Handler {
	return p.page("error", func(*http.Request, *Sheet) (any, error) { return nil, errMissing })
}

var errMissing = errors.New("there is no such page")

// Sheet is what every page has; the templates begin with it.
type Sheet struct {
	Page   string // name of the template
	Lang   string
	Path   string // of the address
	Ask    ask.Ask
	Body   any  // what the page shows
	Signed bool // the reader may correct
	pages  *Pages
	values string // the query part of the address as it came
	author string // who corrects, as the browser remembers it
}

// filled makes a page's value; body is what its template gets as .Body.
type filled func(r *http.Request, s *Sheet) (body any, err error)

// page is the handler of a page.
func (p *Pages) page(name string, fill filled) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := &Sheet{Page: name, Lang: Language(r), Path: r.URL.Path, pages: p, values: r.URL.RawQuery, Signed: guard.SignedIn(r.Context())}
		keepLanguage(w, r)
		a, err := ask.Read(r.URL.Query(), p.desk.Names)
		s.Ask = a
		if err == nil {
			s.Body, err = fill(r, s)
		}
		if err != nil {
			p.fail(w, s, err)
			return
		}
		p.write(w, s, http.StatusOK)
	})
}

// failure is the body of the page that says what is wrong.
type failure struct {
	Code  int
	Text  string
	Hint  string
	Query *faulty // where the query is at fault, if it is
}

// fail writes the page of an error: what the user can mend is said, anything
// else is not shown.
func (p *Pages) fail(w http.ResponseWriter, s *Sheet, err error) {
	f := failure{Code: http.StatusInternalServerError}
	var wrong *ask.Error
	wish, isWish := failed(err)
	switch {
	case isWish:
		f = wish
	case errors.As(err, &wrong):
		f = failure{http.StatusBadRequest, wrong.Error(), wrong.Hint, faultOf(s.Ask.Query, err)}
		if f.Query != nil {
			f.Text = wrong.Err.Error()
		}
	case errors.Is(err, register.ErrNotFound), errors.Is(err, errMissing), errors.Is(err, view.ErrUnknown):
		f.Code, f.Text = http.StatusNotFound, err.Error()
	case errors.Is(err, context.DeadlineExceeded):
		f.Code = http.StatusServiceUnavailable
	}
	s.Page, s.Body = "error", f
	p.write(w, s, f.Code)
}

// write executes the template into memory first, so that a page is whole or not
// there.
func (p *Pages) write(w http.ResponseWriter, s *Sheet, code int) {
	var b bytes.Buffer
	if err := p.sheets[s.Lang].pages[s.Page].ExecuteTemplate(&b, "layout", s); err != nil {
		http.Error(w, "the page could not be written", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", s.Lang)
	h.Set("Vary", "Accept-Language, Cookie")
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(code)
	_, _ = w.Write(b.Bytes())
}
