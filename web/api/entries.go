package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"depesche/record"
	"depesche/register"
	"depesche/web/view"
)

// listOf is an answer with a view.
type answer[T any] struct{ Body T }

func (a *API) entries(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "list-entries", Method: http.MethodGet, Path: Prefix + "/entries", Summary: "Entries that match a query, latest first", Tags: []string{"entries"}},
		func(ctx context.Context, in *Paged) (*answer[view.List], error) {
			x, err := a.askPaged(in)
			if err != nil {
				return nil, err
			}
			l, err := a.desk.List(ctx, x.Filter)
			return &answer[view.List]{l}, problem(err)
		})
	huma.Register(h, huma.Operation{OperationID: "get-entry", Method: http.MethodGet, Path: Prefix + "/entries/{id}", Summary: "One entry with all that tells it", Tags: []string{"entries"}},
		func(ctx context.Context, in *known) (*answer[view.Dossier], error) {
			id, day, err := a.known(in)
			if err != nil {
				return nil, err
			}
			e, err := a.desk.Entry(ctx, id, day)
			return &answer[view.Dossier]{e}, problem(err)
		})
}

// known asks for one thing by its id, as it was known on a day.
type known struct {
	ID   string `path:"id" maxLength:"16"`
	AsOf string `query:"as-of" maxLength:"40"`
}

func (a *API) known(in *known) (register.ID, record.Day, error) {
	day, err := a.day(in.AsOf)
	if err != nil {
		return 0, 0, err
	}
	id, err := register.ParseID(in.ID)
	if err != nil {
		return 0, 0, huma.Error404NotFound(err.Error())
	}
	return id, day, nil
}
