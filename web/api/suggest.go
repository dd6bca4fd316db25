package api

import (
	"context"
	"math"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/view"
)

func (a *API) suggest(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "suggest", Method: http.MethodGet, Path: Prefix + "/suggest", Summary: "How a query may go on", Tags: []string{"entries"},
		Description: "What stands from `from` to `to`, counted in characters, gives way to the `insert` of an item."},
		func(ctx context.Context, in *struct {
			Q    string `query:"q" maxLength:"2000" doc:"The query so far" example:"actor:Bela"`
			At   int    `query:"at" minimum:"-1" default:"-1" doc:"Place in it, in characters; -1 is its end"`
			Lang string `query:"lang" enum:"de,en" default:"en"`
			For  string `query:"for" enum:"query,entity" default:"query" doc:"entity: q is a name, not a query"`
		}) (*answer[view.Suggestions], error) {
			if in.For == "entity" {
				items, err := a.desk.SuggestEntities(ctx, in.Q, in.Lang, false)
				return &answer[view.Suggestions]{view.Suggestions{To: len([]rune(in.Q)), Items: items}}, problem(err)
			}
			if in.At < 0 {
				in.At = math.MaxInt
			}
			s, err := a.desk.Suggest(ctx, in.Q, in.At, in.Lang)
			return &answer[view.Suggestions]{s}, problem(err)
		})
}
