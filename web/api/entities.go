package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/view"
)

// bearers are those who bear a name.
type bearers struct {
	Entities []view.Party `json:"entities"`
}

func (a *API) entities(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "find-entities", Method: http.MethodGet, Path: Prefix + "/entities", Tags: []string{"entities"},
		Summary: "Who bears a name, in German or English or as reports have it"},
		func(ctx context.Context, in *struct {
			Name string `query:"name" required:"true" minLength:"1" maxLength:"200" example:"Nelson Mandela"`
		}) (*answer[bearers], error) {
			list, err := a.desk.Bearers(ctx, in.Name)
			return &answer[bearers]{bearers{list}}, problem(err)
		})
	huma.Register(h, huma.Operation{OperationID: "get-entity", Method: http.MethodGet, Path: Prefix + "/entities/{key}", Tags: []string{"entities"},
		Summary:     "What there is about a state, person, organisation, group or place",
		Description: "Offices and memberships are those of the knowledge base; relations that reports tell stand under told. Of all lists the latest are given; acts come in pages."},
		func(ctx context.Context, in *struct {
			Key string `path:"key" maxLength:"200" doc:"A state's code (ISO 3166-1 alpha-3), an id" example:"BLR"`
			Paged
		}) (*answer[view.Profile], error) {
			x, err := a.askPaged(&in.Paged)
			if err != nil {
				return nil, err
			}
			e, err := a.desk.Profile(ctx, in.Key, x.Filter)
			return &answer[view.Profile]{e}, problem(err)
		})
}
