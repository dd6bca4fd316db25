package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/ask"
	"depesche/web/view"
)

// plansIn is what plans can be asked with.
type plansIn struct {
	Query
	Party  string `query:"party" maxLength:"200" doc:"Only those with this party: a state, an id or a name" example:"BLR"`
	Status string `query:"status" maxLength:"60" doc:"open, fulfilled, late, overdue or cancelled; several with commas" example:"overdue"`
	Due    string `query:"due" maxLength:"40" doc:"Due in these days (EDTF)" example:"2023-05/2023-08"`
}

func (a *API) plans(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-plans", Method: http.MethodGet, Path: Prefix + "/plans", Tags: []string{"plans"},
		Summary:     "What was announced, and what became of it",
		Description: "Counts are of all plans that match. At most 300 with a day are listed, the earliest first; where there are more, next is the day from which to go on: ask with due=NEXT/... At most 50 without a day are listed."},
		func(ctx context.Context, in *plansIn) (*answer[view.Plans], error) {
			v := in.values()
			for _, p := range [][2]string{{"party", in.Party}, {"status", in.Status}, {"due", in.Due}} {
				if p[1] != "" {
					v.Set(p[0], p[1])
				}
			}
			x, err := a.read(ask.Narrowed(v))
			if err != nil {
				return nil, err
			}
			p, err := a.desk.Plans(ctx, x.Filter)
			return &answer[view.Plans]{p}, problem(err)
		})
}
