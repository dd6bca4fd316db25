package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/ask"
	"depesche/web/view"
)

// During is what can be asked in a period.
type During struct {
	Query
	Since string `query:"since" maxLength:"40" doc:"From the month of this day on (EDTF)" example:"2023-01"`
	Until string `query:"until" maxLength:"40" doc:"Up to the month of this day" example:"2023-12"`
}

// askDuring reads the query and the period.
func (a *API) askDuring(in *During) (ask.Ask, error) {
	v := in.values()
	for _, p := range [][2]string{{"since", in.Since}, {"until", in.Until}} {
		if p[1] != "" {
			v.Set(p[0], p[1])
		}
	}
	return a.read(ask.Narrowed(v))
}

func (a *API) world(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-map", Method: http.MethodGet, Path: Prefix + "/map", Tags: []string{"aggregates"},
		Summary:     "States and places, and how many entries are there",
		Description: "Entries count in the month in which they begin. Asked for a period alone, all are counted; with a query or a day as of which it is asked, the latest 5000 that match (looked says how many)."},
		func(ctx context.Context, in *During) (*answer[view.World], error) {
			x, err := a.askDuring(in)
			if err != nil {
				return nil, err
			}
			w, err := a.desk.World(ctx, x.Filter)
			return &answer[view.World]{w}, problem(err)
		})
}
