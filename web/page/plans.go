package page

import (
	"fmt"
	"html/template"
	"net/http"

	"depesche/export/card"
	"depesche/export/ical"
	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
	"depesche/web/plot"
	"depesche/web/view"
)

// plansBody is what the page of plans shows.
type plansBody struct {
	view.Plans
	Groups []planGroup // Due by month
	Rest   string      // the query without what has a field of its own
	Party  string
	Status string
	Months template.HTML // the drawing
}

// planGroup are the plans that are due in a month.
type planGroup struct {
	Month record.Interval
	Plans []view.Plan
}

func (p *Pages) plans(r *http.Request, s *Sheet) (any, error) {
	if err := p.narrow(r, s); err != nil {
		return nil, err
	}
	v, err := p.desk.Plans(r.Context(), s.Ask.Filter)
	if err != nil {
		return nil, err
	}
	b := plansBody{Plans: v, Rest: s.Ask.Without("party", "plan", "due"), Party: s.Ask.Term("party"), Status: s.Ask.Term("plan")}
	for _, plan := range v.Due {
		y, m, _ := plan.Entry.Plan.Due.Date()
		month := record.Month(y, m)
		if n := len(b.Groups); n == 0 || b.Groups[n-1].Month != month {
			b.Groups = append(b.Groups, planGroup{Month: month})
		}
		g := &b.Groups[len(b.Groups)-1]
		g.Plans = append(g.Plans, plan)
	}
	b.Months = p.planColumns(s, &v)
	return b, nil
}

// narrow reads the address with the parameters of the page's forms.
func (p *Pages) narrow(r *http.Request, s *Sheet) error {
	v := ask.Narrowed(r.URL.Query())
	a, err := ask.Read(v, p.desk.Names)
	s.Ask, s.values = a, v.Encode()
	return err
}

// planColumns draws the months: at most twenty years around the day of the
// view; the table beside it has them all.
func (p *Pages) planColumns(s *Sheet, v *view.Plans) template.HTML {
	const years10 = 3653
	c := plot.Columns{ID: "plan-months", Title: say(s.Lang, "plans.plot"), Lang: s.Lang, Mark: v.Today}
	for _, m := range v.Months {
		if m.Month.To < v.Today-years10 || m.Month.From > v.Today+years10 {
			continue
		}
		if c.From == 0 {
			c.From = m.Month.From
		}
		c.To = max(c.To, m.Month.To)
		column := plot.Column{From: m.Month.From, To: m.Month.To, Href: s.With("due", m.Month.EDTF()), Title: fmt.Sprintf("%s: %d", p.dates(s.Lang, m.Month), m.Total())}
		for _, n := range m.N {
			column.Parts = append(column.Parts, plot.Stacked{Class: "plan " + string(n.Status), N: n.N})
			column.Title += fmt.Sprintf(", %d %s", n.N, say(s.Lang, "plan."+string(n.Status)))
		}
		c.List = append(c.List, column)
	}
	if c.From != 0 { // today is to be seen, and some room around few months
		c.From, c.To = min(c.From, v.Today-31), max(c.To, v.Today+31)
	}
	return c.SVG()
}

// dates are days in a language.
func (p *Pages) dates(lang string, i record.Interval) string {
	return card.WhenIn(card.Language(lang), record.Date{From: i.From, To: i.To})
}

// Due is the page's own address with other days.
func (s *Sheet) Due(edtf string) string { return s.With("due", edtf) }

// mostInCalendar bounds the plans of a calendar.
const mostInCalendar = 2000

// calendar sends the plans of a query as an iCalendar.
func (p *Pages) calendar(w http.ResponseWriter, r *http.Request) {
	s := &Sheet{Page: "error", Lang: Language(r), Path: r.URL.Path, pages: p}
	if err := p.narrow(r, s); err != nil {
		p.fail(w, s, err)
		return
	}
	f := s.Ask.Filter
	f.Limit, f.Before = mostInCalendar, 0
	if !f.Due.Known() { // what is due on no day is in no calendar
		f.Due.From = 1
	}
	h := w.Header()
	h.Set("Content-Type", ical.Type)
	h.Set("Content-Disposition", `inline; filename="depesche.ics"`)
	h.Set("Content-Language", s.Lang)
	h.Set("Vary", "Accept-Language, Cookie")
	c := ical.New(w, ical.Words{Language: card.Language(s.Lang), Names: p.names[s.Lang], Notes: func(e *register.Entry) string { return p.planNotes(s.Lang, e) },
		Link: func(id register.ID) string { return origin(r) + "/entry/" + id.String() }})
	for e, err := range p.desk.Register.Plans(r.Context(), f) {
		if err == nil {
			err = c.Write(&e)
		}
		if err != nil {
			panic(http.ErrAbortHandler) // whoever reads it must see that it is not whole
		}
	}
	if err := c.Close(); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// origin is where the request came in.
func origin(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// planNotes says what became of a plan, and how often it is told.
func (p *Pages) planNotes(lang string, e *register.Entry) string {
	text := say(lang, "plan."+string(e.Plan.Status))
	if e.Plan.On != 0 {
		text += " " + p.dates(lang, record.Interval{From: e.Plan.On, To: e.Plan.On})
	}
	if e.Reports == 1 {
		return text + "; " + say(lang, "report.one")
	}
	return text + "; " + say(lang, "reports", e.Reports)
}
