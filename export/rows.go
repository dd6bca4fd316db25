package export

import (
	"strings"

	"depesche/record"
	"depesche/register"
)

// The rows of the flat tables. The order and names of their columns are stable:
// new ones are added at the end. A pointer is empty where nothing is known;
// lists are joined by "; ", with what belongs together at the same place.

// entryRow is one entry.
type entryRow struct {
	Entry      string   `parquet:"entry"`
	Kind       string   `parquet:"kind,dict"`
	Type       string   `parquet:"type,dict"` // PLOVER or X- type, form, measure or predicate
	Plover     string   `parquet:"plover,dict"`
	Mode       string   `parquet:"mode,dict"`
	Contexts   string   `parquet:"contexts,dict"`
	Cameo      string   `parquet:"cameo,dict"`
	Score      *float64 `parquet:"score,optional"`
	Status     string   `parquet:"status,dict"`
	Negated    bool     `parquet:"negated"`
	From       *int32   `parquet:"date_from,optional,date"`
	To         *int32   `parquet:"date_to,optional,date"`
	DateText   string   `parquet:"date_text"`
	Days       string   `parquet:"date_days"`
	PlaceID    string   `parquet:"place_id,dict"`
	Place      string   `parquet:"place,dict"`
	PlaceState string   `parquet:"place_state,dict"`
	FirstIDs   string   `parquet:"first_ids,dict"` // actors, speakers, subjects, what a figure is of
	First      string   `parquet:"first_names,dict"`
	FirstState string   `parquet:"first_states,dict"`
	FirstSect  string   `parquet:"first_sectors,dict"`
	SecondIDs  string   `parquet:"second_ids,dict"` // recipients, audience, objects
	Second     string   `parquet:"second_names,dict"`
	SecondSt   string   `parquet:"second_states,dict"`
	SecondSect string   `parquet:"second_sectors,dict"`
	SaysIDs    string   `parquet:"says_ids,dict"`
	Says       string   `parquet:"says_names,dict"`
	ValueMin   *float64 `parquet:"value_min,optional"`
	ValueMax   *float64 `parquet:"value_max,optional"`
	Unit       string   `parquet:"value_unit,dict"`
	Currency   string   `parquet:"value_currency,dict"`
	ChangeMin  *float64 `parquet:"change_min,optional"`
	ChangeMax  *float64 `parquet:"change_max,optional"`
	ChangeUnit string   `parquet:"change_unit,dict"`
	Direction  string   `parquet:"change_direction,dict"`
	PeriodFrom *int32   `parquet:"period_from,optional,date"`
	PeriodTo   *int32   `parquet:"period_to,optional,date"`
	Approx     bool     `parquet:"approximate"`
	KilledMin  *float64 `parquet:"killed_min,optional"`
	KilledMax  *float64 `parquet:"killed_max,optional"`
	InjuredMin *float64 `parquet:"injured_min,optional"`
	InjuredMax *float64 `parquet:"injured_max,optional"`
	SizeMin    *float64 `parquet:"size_min,optional"`
	SizeMax    *float64 `parquet:"size_max,optional"`
	As         string   `parquet:"as,dict"`
	Label      string   `parquet:"label"`
	Quote      string   `parquet:"quote"`
	Plan       string   `parquet:"plan,dict"`
	Due        *int32   `parquet:"plan_due,optional,date"`
	Shown      string   `parquet:"plan_shown"`
	Reports    int64    `parquet:"reports"`
	Origins    int64    `parquet:"origins"`
	FirstDay   *int32   `parquet:"first_report,optional,date"`
	LastDay    *int32   `parquet:"last_report,optional,date"`
	Outlets    string   `parquet:"outlets,dict"`
	Claims     int64    `parquet:"claims"`
	Confidence float64  `parquet:"confidence"`
	Sentence   string   `parquet:"sentence"` // the evidence of the first report
}

// partyRow is one entity in one entry.
type partyRow struct {
	Entry  string `parquet:"entry"`
	Side   string `parquet:"side,dict"` // first, second, says, place
	Order  int64  `parquet:"order"`
	ID     string `parquet:"entity,dict"`
	Type   string `parquet:"entity_type,dict"`
	Name   string `parquet:"name,dict"`
	State  string `parquet:"state,dict"`
	Sector string `parquet:"sector,dict"`
	Role   string `parquet:"role,dict"`
}

// claimRow is one value that an entry is said to have.
type claimRow struct {
	Entry      string   `parquet:"entry"`
	Order      int64    `parquet:"order"`
	What       string   `parquet:"what,dict"` // value, change, killed, injured, size
	Min        *float64 `parquet:"min,optional"`
	Max        *float64 `parquet:"max,optional"`
	Unit       string   `parquet:"unit,dict"`
	Currency   string   `parquet:"currency,dict"`
	Direction  string   `parquet:"direction,dict"`
	ByIDs      string   `parquet:"by_ids,dict"`
	By         string   `parquet:"by_names,dict"`
	Outlets    string   `parquet:"outlets,dict"`
	Reports    int64    `parquet:"reports"`
	Origins    int64    `parquet:"origins"`
	First      *int32   `parquet:"first_report,optional,date"`
	Last       *int32   `parquet:"last_report,optional,date"`
	Newest     bool     `parquet:"newest"`
	Superseded string   `parquet:"superseded_by"`
}

// evidenceRow is one record of one report.
type evidenceRow struct {
	Entry      string  `parquet:"entry"`
	Record     string  `parquet:"record"`
	Report     string  `parquet:"report"`
	Document   string  `parquet:"document"`
	Outlet     string  `parquet:"outlet,dict"`
	URL        string  `parquet:"url"`
	Day        *int32  `parquet:"report_day,optional,date"`
	Status     string  `parquet:"status,dict"`
	Negated    bool    `parquet:"negated"`
	Withdrawn  bool    `parquet:"withdrawn"`
	Sentence   int64   `parquet:"sentence_number"` // from 0
	Start      int64   `parquet:"start"`           // bytes in the report's text
	End        int64   `parquet:"end"`
	Text       string  `parquet:"text"`
	Confidence float64 `parquet:"confidence"`
	By         string  `parquet:"by,dict"`
}

// reportRow is one report.
type reportRow struct {
	Report   string `parquet:"report"`
	Name     string `parquet:"name"`
	Outlet   string `parquet:"outlet,dict"`
	URL      string `parquet:"url"`
	Lang     string `parquet:"lang,dict"`
	Title    string `parquet:"title"`
	Place    string `parquet:"place,dict"`
	From     *int32 `parquet:"date_from,optional,date"`
	To       *int32 `parquet:"date_to,optional,date"`
	Origin   string `parquet:"origin"`
	Corrects bool   `parquet:"corrects"`
}

func rowOfEntry(e *register.Entry) entryRow {
	r := &e.Record
	first, second := register.Sides(r)
	row := entryRow{
		Entry: e.ID.String(), Kind: string(r.Kind), Type: register.TypeOf(r), Plover: ploverOf(r), Mode: r.Mode, Contexts: join(r.Context), Cameo: r.Cameo,
		Status: string(r.Status), Negated: r.Negated, From: day(r.Date.From), To: day(r.Date.To), DateText: r.Date.Text,
		FirstIDs: list(first, idOf), First: list(first, nameOf), FirstState: list(first, stateOf), FirstSect: list(first, sectorOf),
		SecondIDs: list(second, idOf), Second: list(second, nameOf), SecondSt: list(second, stateOf), SecondSect: list(second, sectorOf),
		PeriodFrom: day(r.Period.From), PeriodTo: day(r.Period.To), Approx: r.Approximate, As: r.As, Label: r.Label, Quote: r.Quote,
		Reports: int64(e.Reports), Origins: int64(e.Origins), FirstDay: day(e.First), LastDay: day(e.Last), Outlets: join(e.Outlets), Claims: int64(len(e.Claims)),
		Confidence: r.Confidence,
	}
	if r.Kind == record.KindEvent {
		score := r.Score
		row.Score = &score
	}
	var days []string
	for _, d := range r.Date.Days {
		days = append(days, d.String())
	}
	row.Days = join(days)
	if p := r.Place; p != nil {
		row.PlaceID, row.Place, row.PlaceState = p.ID, nameOf(p), p.State
	}
	says := sayers(r)
	row.SaysIDs, row.Says = list(says, idOf), list(says, nameOf)
	row.numbers(r)
	if p := e.Plan; p != nil {
		row.Plan, row.Due, row.Shown = string(p.Status), day(p.Due), p.Shown.String()
	}
	if len(r.Evidence) > 0 {
		row.Sentence = r.Evidence[0].Text
	}
	return row
}

func (row *entryRow) numbers(r *record.Record) {
	if v := r.Value; v != nil {
		row.ValueMin, row.ValueMax, row.Unit, row.Currency = &v.Min, &v.Max, v.Unit, v.Currency
	}
	if c := r.Change; c != nil {
		row.ChangeMin, row.ChangeMax, row.ChangeUnit, row.Direction = &c.Min, &c.Max, c.Unit, c.Direction
	}
	row.KilledMin, row.KilledMax = bounds(r.Killed)
	row.InjuredMin, row.InjuredMax = bounds(r.Injured)
	row.SizeMin, row.SizeMax = bounds(r.Size)
}

func bounds(r *record.Range) (from, to *float64) {
	if r == nil {
		return nil, nil
	}
	return &r.Min, &r.Max
}

func rowsOfParties(e *register.Entry) (rows []partyRow) {
	r := &e.Record
	add := func(side string, list []record.Entity) {
		for i := range list {
			x := &list[i]
			rows = append(rows, partyRow{e.ID.String(), side, int64(i), x.ID, x.Type, nameOf(x), x.State, x.Sector, x.Role})
		}
	}
	first, second := register.Sides(r)
	add("first", first)
	add("second", second)
	add("says", sayers(r))
	if r.Place != nil {
		add("place", []record.Entity{*r.Place})
	}
	return rows
}

func rowsOfClaims(e *register.Entry) (rows []claimRow) {
	for i := range e.Claims {
		c := &e.Claims[i]
		row := claimRow{Entry: e.ID.String(), Order: int64(i), ByIDs: list(c.By, idOf), By: list(c.By, nameOf), Outlets: join(c.Outlets), Reports: int64(c.Reports),
			Origins: int64(c.Origins), First: day(c.First), Last: day(c.Last), Newest: c.Newest, Superseded: c.Superseded.String()}
		for _, q := range []struct {
			what string
			*record.Quantity
		}{{"value", c.Value}, {"change", c.Change}} {
			if q.Quantity != nil {
				r := row
				r.What, r.Min, r.Max, r.Unit, r.Currency, r.Direction = q.what, &q.Min, &q.Max, q.Unit, q.Currency, q.Direction
				rows = append(rows, r)
			}
		}
		for _, n := range []struct {
			what string
			*record.Range
		}{{"killed", c.Killed}, {"injured", c.Injured}, {"size", c.Size}} {
			if n.Range != nil {
				r := row
				r.What, r.Min, r.Max = n.what, &n.Min, &n.Max
				rows = append(rows, r)
			}
		}
	}
	return rows
}

func rowsOfEvidence(t told) (rows []evidenceRow) {
	for i := range t.members {
		m := &t.members[i]
		for _, ev := range m.Record.Evidence {
			rows = append(rows, evidenceRow{t.ID.String(), m.ID.String(), m.Report.String(), m.Source.Name, m.Source.Outlet, m.Source.URL, day(m.Source.Day()),
				string(m.Record.Status), m.Record.Negated, m.Withdrawn, int64(ev.Sentence), int64(ev.Start), int64(ev.End), ev.Text, m.Record.Confidence, m.Record.By})
		}
	}
	return rows
}

func rowOfReport(r *register.Report) reportRow {
	return reportRow{r.ID.String(), r.Name, r.Outlet, r.URL, r.Lang, r.Title, r.Place, day(r.Date.From), day(r.Date.To), r.Origin.String(), r.Corrects}
}

// ploverOf is the event's type by PLOVER's convention; "" for extension types
// and for what is no event.
func ploverOf(r *record.Record) string {
	if r.Kind != record.KindEvent || strings.HasPrefix(r.Type, "X-") {
		return ""
	}
	if r.Plover != "" {
		return r.Plover
	}
	return r.Type
}

// sayers are those who vouch for the record, outermost first.
func sayers(r *record.Record) (who []record.Entity) {
	for i := range r.Says {
		if w := r.Says[i].Who; w != nil {
			who = append(who, *w)
		}
	}
	return who
}

func idOf(e *record.Entity) string     { return e.ID }
func stateOf(e *record.Entity) string  { return e.State }
func sectorOf(e *record.Entity) string { return e.Sector }

// nameOf is the entity's name, else the words that name it.
func nameOf(e *record.Entity) string {
	if e.Name != "" {
		return e.Name
	}
	return e.Text
}

func list(es []record.Entity, get func(*record.Entity) string) string {
	if len(es) == 0 {
		return ""
	}
	out := make([]string, len(es))
	for i := range es {
		out[i] = get(&es[i])
	}
	return join(out)
}

// join puts a list into one cell; a semicolon in a value becomes a comma.
func join(values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.ReplaceAll(v, ";", ",")
	}
	return strings.Join(out, "; ")
}
