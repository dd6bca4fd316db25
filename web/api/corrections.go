package api

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"depesche/register"
	"depesche/web/view"
)

// reports serves a report with what was read from it.
func (a *API) reports(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-report", Method: http.MethodGet, Path: Prefix + "/reports/{id}", Summary: "One report: its text, and the records on it", Tags: []string{"reports"}},
		func(ctx context.Context, in *known) (*answer[view.Document], error) {
			id, day, err := a.known(in)
			if err != nil {
				return nil, err
			}
			d, err := a.desk.Document(ctx, id, day)
			return &answer[view.Document]{d}, problem(err)
		})
}

// corrections serves the log and takes what is added to it.
func (a *API) corrections(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "list-corrections", Method: http.MethodGet, Path: Prefix + "/corrections", Summary: "The log of corrections, the latest first", Tags: []string{"corrections"}},
		func(ctx context.Context, _ *struct{}) (*answer[view.Changes], error) {
			c, err := a.desk.Changes(ctx)
			return &answer[view.Changes]{c}, problem(err)
		})
	huma.Register(h, huma.Operation{OperationID: "correct", Method: http.MethodPost, Path: Prefix + "/corrections", DefaultStatus: http.StatusCreated, Summary: "Correct records, or who they mean", Tags: []string{"corrections"}, MaxBodyBytes: maxWish},
		func(ctx context.Context, in *struct{ Body view.Wish }) (*answer[register.Correction], error) {
			k, err := a.desk.Correct(ctx, in.Body, time.Now())
			return &answer[register.Correction]{k}, refused(err)
		})
	huma.Register(h, huma.Operation{OperationID: "undo-correction", Method: http.MethodPost, Path: Prefix + "/corrections/{id}/undo", DefaultStatus: http.StatusCreated, Summary: "Take a correction back", Tags: []string{"corrections"}, MaxBodyBytes: maxWish},
		func(ctx context.Context, in *struct {
			ID   string `path:"id" maxLength:"16"`
			Body struct {
				Author string `json:"author" minLength:"1" maxLength:"200"`
				Reason string `json:"reason" minLength:"1" maxLength:"2000"`
			}
		}) (*answer[register.Correction], error) {
			id, err := register.ParseID(in.ID)
			if err != nil {
				return nil, huma.Error404NotFound(err.Error())
			}
			k, err := a.desk.Undo(ctx, id, in.Body.Author, in.Body.Reason, time.Now())
			return &answer[register.Correction]{k}, refused(err)
		})
}

// maxWish is the most bytes of a correction.
const maxWish = 64 << 10

// refused is why a correction was not made.
func refused(err error) error {
	var wish *view.WishError
	switch {
	case errors.Is(err, view.ErrReadOnly):
		return huma.Error403Forbidden(err.Error())
	case errors.As(err, &wish):
		var hint []error
		if wish.Hint != "" {
			hint = append(hint, &huma.ErrorDetail{Message: wish.Hint})
		}
		return huma.Error422UnprocessableEntity(wish.What, hint...)
	}
	return problem(err)
}
