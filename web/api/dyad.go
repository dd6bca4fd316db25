package api

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"depesche/web/ask"
	"depesche/web/view"
)

// dyadInput is what a dyad can be asked with.
type dyadInput struct {
	A       string `path:"a" maxLength:"200" doc:"A state (ISO 3166-1 alpha-3), an id, or a name" example:"BLR"`
	B       string `path:"b" maxLength:"200" doc:"The other party" example:"CHN"`
	Since   string `query:"since" maxLength:"40" doc:"First day shown (EDTF)" example:"2023-01"`
	Until   string `query:"until" maxLength:"40" doc:"Last day shown (EDTF)" example:"2023-12-31"`
	Kind    string `query:"kind" maxLength:"60" doc:"Kinds shown, separated by commas: event, statement, figure, relation" example:"event,figure"`
	AsOf    string `query:"as-of" maxLength:"40" doc:"What was known on this day (EDTF)" example:"2023-03-01"`
	Changed string `query:"changed-since" maxLength:"40" doc:"Also what changed on this day or after (EDTF)" example:"2023-02-01"`
	Limit   int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"Entries at most"`
	Before  int64  `query:"before" doc:"Go on behind this place: entries.next of the answer before"`
}

func (in *dyadInput) values() url.Values {
	v := url.Values{}
	for _, e := range [][2]string{{"since", in.Since}, {"until", in.Until}, {"kind", in.Kind}, {"as-of", in.AsOf}, {"changed-since", in.Changed}} {
		if e[1] != "" {
			v.Set(e[0], e[1])
		}
	}
	if in.Limit != 0 {
		v.Set("limit", strconv.Itoa(in.Limit))
	}
	if in.Before != 0 {
		v.Set("before", strconv.FormatInt(in.Before, 10))
	}
	return v
}

func (a *API) dyads(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "get-dyad", Method: http.MethodGet, Path: Prefix + "/dyads/{a}/{b}", Tags: []string{"dyads"},
		Summary:     "Two parties: timeline, balance, meetings, figures, plans, what changed",
		Description: "Acts in lanes by groups of PLOVER types, each entry where there are few, else counts by day, week, month or more; the parties in the order of their keys, whatever the order asked for."},
		func(ctx context.Context, in *dyadInput) (*answer[view.Dyad], error) {
			q, err := ask.ReadDyad(in.values(), a.desk.Names)
			if err != nil {
				return nil, problem(err)
			}
			first, err := a.party(ctx, in.A)
			if err != nil {
				return nil, err
			}
			second, err := a.party(ctx, in.B)
			if err != nil {
				return nil, err
			}
			if first.Key > second.Key {
				first, second = second, first
			}
			d, err := a.desk.Dyad(ctx, view.DyadAsk{A: first, B: second, AsOf: q.AsOf, On: q.On, Kind: q.Kind, Changed: q.Changed, Limit: q.Limit, Before: q.Before})
			return &answer[view.Dyad]{d}, problem(err)
		})
}

// party is the one party that a word means.
func (a *API) party(ctx context.Context, word string) (view.Party, error) {
	list, err := a.desk.Parties(ctx, word)
	if err != nil {
		return view.Party{}, problem(err)
	}
	if len(list) > 1 {
		keys := make([]string, len(list))
		for i, p := range list {
			keys[i] = p.Key
		}
		return view.Party{}, huma.Error404NotFound(fmt.Sprintf("%q may be any of %s", word, strings.Join(keys, ", ")))
	}
	return list[0], nil
}
