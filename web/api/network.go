package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/view"
)

// networkIn is what a network can be asked with.
type networkIn struct {
	During
	Most int `query:"most" minimum:"2" maximum:"200" default:"60" doc:"Parties at most, those with most entries"`
}

func (a *API) network(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-network", Method: http.MethodGet, Path: Prefix + "/network", Tags: []string{"aggregates"},
		Summary:     "Parties, and how many entries they have together",
		Description: "Entries count in the month in which they begin. Asked for a period alone, all are counted; with a query or a day as of which it is asked, the latest 5000 that match (looked says how many). x, y and r are places in a drawing one wide and high; the same question gives the same ones."},
		func(ctx context.Context, in *networkIn) (*answer[view.Network], error) {
			x, err := a.askDuring(&in.During)
			if err != nil {
				return nil, err
			}
			n, err := a.desk.Network(ctx, x.Filter, in.Most)
			return &answer[view.Network]{n}, problem(err)
		})
}
