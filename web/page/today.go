package page

import (
	"net/http"

	"depesche/record"
	"depesche/register/query"
	"depesche/web/ask"
	"depesche/web/view"
)

// today is the page of what came in; day=2024-03-01 shows the days up to that
// one.
func (p *Pages) today(r *http.Request, s *Sheet) (any, error) {
	f := s.Ask.Filter
	if d := r.URL.Query().Get("day"); d != "" {
		last, err := query.Last(d)
		if err != nil {
			return nil, &ask.Error{Part: "day", Err: err, Hint: "2024-03-01"}
		}
		f.Reported = record.Interval{To: last}
	}
	return p.desk.Today(r.Context(), f)
}

// help is the page that explains the query language and the codes.
func (p *Pages) help(_ *http.Request, s *Sheet) (any, error) {
	keys, err := view.Keys(s.Lang)
	return &helped{Keys: keys, Types: record.Types()}, err
}

// helped is what the help shows.
type helped struct {
	Keys  []view.Key
	Types []string
}

// example is a query that the help explains.
type example struct{ Query, Text string }

var examples = []example{
	{"dyad:BLR,CHN mode:visit since:2023", "help.example.visits"},
	{"recipient:SOM type:ASSAULT", "help.example.attacks"},
	{`"military base"`, "help.example.words"},
	{"plan:overdue", "help.example.plans"},
	{"kind:figure measure:trade party:CHN", "help.example.figures"},
	{"status:desired,demanded", "help.example.demands"},
	{"predicate:member_of recipient:SCO", "help.example.members"},
}
