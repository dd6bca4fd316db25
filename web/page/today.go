package page

import "net/http"

func (p *Pages) today(r *http.Request, s *Sheet) (any, error) {
	return p.desk.Today(r.Context(), s.Ask.Filter)
}

func (p *Pages) search(r *http.Request, s *Sheet) (any, error) {
	return p.desk.List(r.Context(), s.Ask.Filter)
}

func (p *Pages) help(*http.Request, *Sheet) (any, error) { return nil, nil }
