package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/register"
	"depesche/web/view"
)

func (a *API) today(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-today", Method: http.MethodGet, Path: Prefix + "/today", Summary: "What came in on the latest days, and what is due", Tags: []string{"entries"}},
		func(ctx context.Context, in *Query) (*answer[view.Today], error) {
			x, err := a.ask(in)
			if err != nil {
				return nil, err
			}
			t, err := a.desk.Today(ctx, x.Filter)
			return &answer[view.Today]{t}, problem(err)
		})
}

// counted are numbers of entries.
type counted struct {
	Counts []register.Count `json:"counts"`
}

func (a *API) counts(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "count-entries", Method: http.MethodGet, Path: Prefix + "/counts", Summary: "Numbers of entries by month, kind and type, the earliest month first", Tags: []string{"entries"}},
		func(ctx context.Context, in *Query) (*answer[counted], error) {
			x, err := a.ask(in)
			if err != nil {
				return nil, err
			}
			x.Filter.Limit = 0
			if x.Query == "" && x.AsOf == 0 {
				x.Filter = register.Filter{}
			}
			n, err := a.desk.Counts(ctx, x.Filter)
			return &answer[counted]{counted{n}}, problem(err)
		})
	huma.Register(h, huma.Operation{OperationID: "get-totals", Method: http.MethodGet, Path: Prefix + "/totals", Summary: "How much there is", Tags: []string{"entries"}},
		func(ctx context.Context, _ *struct{}) (*answer[register.Totals], error) {
			t, err := a.desk.Register.Totals(ctx)
			return &answer[register.Totals]{t}, problem(err)
		})
}
