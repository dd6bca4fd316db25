package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"depesche/export"
	"depesche/web/ask"
)

// media are the types of what can be exported, and the ends of their file
// names.
var media = map[string]struct{ kind, end string }{
	"csv":     {"text/csv; charset=utf-8", "csv"},
	"parquet": {"application/vnd.apache.parquet", "parquet"},
	"jsonld":  {"application/ld+json", "jsonld"},
	"graphml": {"application/graphml+xml", "graphml"},
	"gexf":    {"application/gexf+xml", "gexf"},
	"ftm":     {"application/x-ndjson", "ftm.jsonl"},
	"polecat": {"text/tab-separated-values; charset=utf-8", "polecat.tsv"},
	"icews":   {"text/tab-separated-values; charset=utf-8", "icews.tsv"},
	"gdelt":   {"text/tab-separated-values; charset=utf-8", "gdelt.tsv"},
	"phoenix": {"text/tab-separated-values; charset=utf-8", "phoenix.tsv"},
}

// exportIn is what an export can be asked with.
type exportIn struct {
	Query
	Format string `query:"format" default:"csv" enum:"csv,parquet,jsonld,graphml,gexf,ftm,polecat,icews,gdelt,phoenix" doc:"docs/export.md has the columns"`
	Table  string `query:"table" default:"entries" enum:"entries,parties,claims,evidence,reports" doc:"Table of csv and parquet"`
}

func (a *API) export(h huma.API) {
	content := map[string]*huma.MediaType{}
	for _, m := range media {
		content[m.kind] = &huma.MediaType{}
	}
	huma.Register(h, huma.Operation{OperationID: "export", Method: http.MethodGet, Path: Prefix + "/export", Tags: []string{"export"},
		Summary:   "All entries that match, in other people's formats, streamed",
		Responses: map[string]*huma.Response{"200": {Description: "The export", Content: content}}},
		func(_ context.Context, in *exportIn) (*huma.StreamResponse, error) {
			x, err := a.ask(&in.Query)
			if err != nil {
				return nil, err
			}
			x.Filter.Limit = 0
			return &huma.StreamResponse{Body: func(c huma.Context) {
				c.SetHeader("Content-Type", media[in.Format].kind)
				c.SetHeader("Content-Disposition", disposition(media[in.Format].end))
				o := export.Options{Filter: x.Filter, Table: in.Table, Base: a.desk.Knowledge, Version: a.version}
				if _, err := export.Write(c.Context(), in.Format, a.desk.Register, c.BodyWriter(), o); err != nil {
					panic(http.ErrAbortHandler) // the client must see that it is not whole
				}
			}}, nil
		})
}

func disposition(end string) string { return fmt.Sprintf(`attachment; filename="depesche.%s"`, end) }

// otherForms answers /entries in the form that is asked for with ?format= or by
// Accept: CSV a page at a time as JSON is, with the next page in Link (RFC
// 8288); anything without a page is the whole export.
func (a *API) otherForms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != Prefix+"/entries" {
			next.ServeHTTP(w, r)
			return
		}
		v := r.URL.Query()
		format := formOf(r, v)
		v.Del("format")
		w.Header().Add("Vary", "Accept")
		to := *r.URL
		switch {
		case format == "json":
			if v.Get("limit") == "" && r.URL.Query().Has("format") {
				v.Set("limit", strconv.Itoa(ask.MaxLimit))
				w.Header().Set("Content-Disposition", disposition("json"))
			}
		case format == "csv" && v.Get("limit") != "":
			a.csvPage(w, r, v)
			return
		default:
			v.Set("format", format)
			to.Path = Prefix + "/export"
		}
		to.RawQuery = v.Encode()
		asked := r.Clone(r.Context())
		asked.URL = &to
		next.ServeHTTP(w, asked)
	})
}

// formOf is the form that a request wants: by ?format=, else by Accept.
func formOf(r *http.Request, v url.Values) string {
	if f := v.Get("format"); f != "" {
		return f
	}
	for one := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		kind, _, _ := strings.Cut(one, ";")
		switch kind = strings.TrimSpace(kind); kind {
		case "application/json":
			return "json"
		case "text/csv":
			return "csv"
		case "application/vnd.apache.parquet":
			return "parquet"
		}
	}
	return "json"
}

// Streams says whether a request is answered by a stream of all that matches.
func Streams(r *http.Request) bool {
	switch r.URL.Path {
	case Prefix + "/export":
		return true
	case Prefix + "/entries":
		v := r.URL.Query()
		format := formOf(r, v)
		return format != "json" && (format != "csv" || v.Get("limit") == "")
	}
	return false
}

// csvPage writes one page of entries as CSV.
func (a *API) csvPage(w http.ResponseWriter, r *http.Request, v url.Values) {
	x, err := ask.Read(v, a.desk.Names)
	if err != nil {
		plainProblem(w, err)
		return
	}
	l, err := a.desk.List(r.Context(), x.Filter)
	if err != nil {
		plainProblem(w, err)
		return
	}
	if l.Next != 0 {
		v.Set("before", strconv.FormatInt(l.Next, 10))
		w.Header().Set("Link", fmt.Sprintf(`<%s?%s>; rel="next"`, r.URL.Path, v.Encode()))
	}
	w.Header().Set("Content-Type", media["csv"].kind)
	o := export.Options{Filter: x.Filter, Base: a.desk.Knowledge, Version: a.version}
	if _, err := export.Write(r.Context(), "csv", page{a.desk.Register, l.Entries}, w, o); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// plainProblem writes an error where huma does not.
func plainProblem(w http.ResponseWriter, err error) {
	p := problem(err)
	code := http.StatusInternalServerError
	var s huma.StatusError
	if errors.As(p, &s) {
		code = s.GetStatus()
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(code)
	_ = writeJSON(w, p)
}

// Formats are the forms in which the API gives entries beside JSON.
func Formats() []string {
	var all []string
	for f := range media {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}
