// Package api is the register as JSON under /api/v1: the values of package
// view, described by OpenAPI 3.1 at /api/v1/openapi.json. docs/api.md says how
// to use it.
//
// Lists are paged by a cursor: what an answer gives as next is asked for as
// before. Every answer has an ETag; asked with If-None-Match it is 304. Errors
// are application/problem+json (RFC 9457).
package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
	"depesche/web/view"
)

// Prefix is where the API is served.
const Prefix = "/api/v1"

// API answers from a desk. It may be used by several goroutines.
type API struct {
	desk    *view.Desk
	version string
}

// New is the API of a desk, to be served under Prefix.
func New(desk *view.Desk, version string) http.Handler {
	mux := http.NewServeMux()
	a := &API{desk, version}
	c := huma.DefaultConfig("Depesche", version)
	c.OpenAPIPath, c.SchemasPath = Prefix+"/openapi", Prefix+"/schemas"
	c.DocsPath = ""     // its page would load scripts from elsewhere
	c.CreateHooks = nil // no $schema in answers: their bytes do not depend on the host
	c.Info.Description = "The register of what reports say: events, statements, figures, relations and plans, dated, attributed, with the exact words."
	h := humago.New(mux, c)
	for _, add := range a.operations() {
		add(h)
	}
	return tagged(a.otherForms(mux))
}

// operations are what the API can do, a file each.
func (a *API) operations() []func(huma.API) {
	return []func(huma.API){
		a.entries,
		a.reports,
		a.corrections,
		a.suggest,
		a.today,
		a.counts,
		a.plans,
		a.dyads,
		a.entities,
		a.world,
		a.network,
		a.export,
	}
}

// Query is what all answers can be asked with.
type Query struct {
	Q    string `query:"q" maxLength:"2000" doc:"Query, for instance: dyad:BLR,CHN type:CONSULT since:2023" example:"dyad:BLR,CHN since:2023-01"`
	AsOf string `query:"as-of" maxLength:"40" doc:"What was known on this day (EDTF)" example:"2023-03-01"`
}

// Paged is Query of answers in pages.
type Paged struct {
	Query
	Limit  int   `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"Entries at most"`
	Before int64 `query:"before" doc:"Go on behind this place: next of the answer before"`
}

func (q *Query) values() url.Values {
	v := url.Values{}
	for _, e := range [][2]string{{"q", q.Q}, {"as-of", q.AsOf}} {
		if e[1] != "" {
			v.Set(e[0], e[1])
		}
	}
	return v
}

// ask reads the query.
func (a *API) ask(q *Query) (ask.Ask, error) { return a.read(q.values()) }

// askPaged reads the query and the page.
func (a *API) askPaged(q *Paged) (ask.Ask, error) {
	v := q.values()
	if q.Limit != 0 {
		v.Set("limit", strconv.Itoa(q.Limit))
	}
	if q.Before != 0 {
		v.Set("before", strconv.FormatInt(q.Before, 10))
	}
	return a.read(v)
}

func (a *API) read(v url.Values) (ask.Ask, error) {
	x, err := ask.Read(v, a.desk.Names)
	return x, problem(err)
}

// problem is an error as the client gets it: what it can mend is said, of
// anything else only that it went wrong.
func problem(err error) error {
	var wrong *ask.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &wrong):
		detail := []error{&huma.ErrorDetail{Location: "query." + wrong.Part, Message: wrong.Err.Error()}}
		if wrong.Hint != "" {
			detail = append(detail, &huma.ErrorDetail{Message: wrong.Hint})
		}
		return huma.Error400BadRequest(wrong.Error(), detail...)
	case errors.Is(err, register.ErrNotFound), errors.Is(err, view.ErrUnknown):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, context.DeadlineExceeded):
		return huma.Error503ServiceUnavailable("the question takes too long; ask for less")
	}
	return huma.Error500InternalServerError("the answer could not be made")
}

// day is the day as of which something is asked.
func (a *API) day(asOf string) (record.Day, error) {
	x, err := a.read(url.Values{"as-of": {asOf}})
	return x.AsOf, err
}
