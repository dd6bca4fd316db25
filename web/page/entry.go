package page

import (
	"fmt"
	"html/template"
	"net/http"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
	"depesche/web/view"
)

// entry is the page of one happening.
func (p *Pages) entry(r *http.Request, s *Sheet) (any, error) {
	id, err := pathID(r)
	if err != nil {
		return nil, err
	}
	e, err := p.desk.Entry(r.Context(), id, s.Ask.AsOf)
	return &e, err
}

// pathID is the id in the address; one that cannot be one is not found.
func pathID(r *http.Request) (register.ID, error) {
	id, err := register.ParseID(r.PathValue("id"))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", register.ErrNotFound, err)
	}
	return id, nil
}

// recordFunctions are what templates can call to show a record.
func (p *Pages) recordFunctions(lang string) template.FuncMap {
	return template.FuncMap{
		"sides":    sidesOf,
		"label":    func(kind string, code any) string { return card.Label(card.Language(lang), kind, fmt.Sprint(code)) },
		"codes":    func(r record.Record) string { return codes(lang, &r) },
		"dyads":    dyadsOf,
		"keyName":  func(r record.Record, key string) string { return p.keyName(lang, r, key) },
		"outletOf": outletOf,
		"date":     func(d record.Date) string { return card.WhenIn(card.Language(lang), d) },
		"interval": func(i record.Interval) string {
			return card.WhenIn(card.Language(lang), record.Date{From: i.From, To: i.To})
		},
		"roughly":          func(q record.Quantity) string { return roughly(lang, q) },
		"measured":         func(c view.MatrixClaim) string { return measured(lang, &c) },
		"values":           view.Values,
		"sure":             sure,
		"percent":          percent,
		"entityOf":         func(e record.Entity) *record.Entity { return &e },
		"isoDay":           record.Day.String,
		"next":             func(n int) int { return n + 1 },
		"numbers":          numbersOf,
		"link":             webLink,
		"known":            knownLanguage,
		"ways":             func() []way { return ways },
		"undoing":          undoingOf,
		"moment":           moment,
		"fields":           fieldsSet,
		"spots":            reportsOf,
		"typeOptions":      func(r record.Record) []option { return typeOptions(lang, r) },
		"statusOptions":    func(r record.Record) []option { return statusOptions(lang, r) },
		"predicateOptions": func(r record.Record) []option { return predicateOptions(lang, r) },
		"kinds":            func() []string { return []string{"event", "statement", "figure", "relation"} },
		"facetLabel":       func(key string, v view.FacetValue) string { return p.facetLabel(lang, key, v) },
		"modes":            record.Modes,
		"statuses":         record.Statuses,
		"planStatuses":     func() []register.PlanStatus { return register.PlanStatuses },
		"examples":         func() []example { return examples },
		"pieces":           func(r record.Record) ([]phrase, error) { return p.pieces(lang, &r) },
		"claimValues": func(c register.Claim) []view.MatrixClaim {
			return view.Values(record.Record{Value: c.Value, Change: c.Change, Killed: c.Killed, Injured: c.Injured, Size: c.Size})
		},
	}
}

// codes are the type and mode of a record in words: "talks, visit".
func codes(lang string, r *record.Record) string {
	kind := map[record.Kind]string{record.KindEvent: "type", record.KindFigure: "measure", record.KindRelation: "predicate", record.KindStatement: "form"}[r.Kind]
	words := card.Label(card.Language(lang), kind, register.TypeOf(r))
	if r.Kind == record.KindFigure && r.Measure == "other" && r.Noun != "" {
		words = r.Noun
	}
	if r.Mode != "" {
		words += ", " + card.Label(card.Language(lang), "mode", r.Mode)
	}
	return words
}

// side is who takes part in a record in one role.
type side struct {
	Role string // key of its words
	Who  []record.Entity
}

// sidesOf are the parties of a record by their roles.
func sidesOf(r record.Record) []side {
	var all []side
	switch r.Kind {
	case record.KindStatement:
		all = []side{{"speaker", r.Speaker}, {"to", r.To}, {"about", r.About}}
	case record.KindFigure:
		all = []side{{"of", r.Of}}
	case record.KindRelation:
		all = []side{{"subject", r.Subject}, {"object", r.Object}}
	default:
		all = []side{{"actor", r.Actor}, {"recipient", r.Recipient}}
	}
	var out []side
	for _, s := range all {
		if len(s.Who) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// dyadsOf are the pairs of parties that stand on the two sides of a record, or
// on the one that it has; at most a few.
func dyadsOf(r record.Record) [][2]string {
	const most = 6
	first, second := register.Sides(&r)
	if len(second) == 0 {
		second = first
	}
	var out [][2]string
	seen := map[[2]string]bool{}
	for i := range first {
		for j := range second {
			a, b := register.Key(&first[i]), register.Key(&second[j])
			if a == b || seen[[2]string{a, b}] || seen[[2]string{b, a}] || len(out) == most {
				continue
			}
			seen[[2]string{a, b}] = true
			out = append(out, [2]string{a, b})
		}
	}
	return out
}

// keyName is the name of who a key stands for: the state, or the entity of the
// record.
func (p *Pages) keyName(lang string, r record.Record, key string) string {
	if name := p.names[lang].State(key); name != "" {
		return name
	}
	for _, e := range register.Parties(&r) {
		if register.Key(e) == key {
			return p.nameOf(lang, e)
		}
	}
	return key
}

// outletOf is what a report is called by: its outlet, else its name.
func outletOf(r register.Report) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	return r.Name
}
