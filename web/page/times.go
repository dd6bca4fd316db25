package page

import (
	"fmt"
	"html/template"

	"depesche/record"
	"depesche/web/plot"
	"depesche/web/view"
)

// times are what the choice of a period shows.
type times struct {
	Since, Until string // as the fields have them
	Rest         string // the query without them
	First, Last  string // months between which the slider runs
	Plot         template.HTML
	Earlier      string // address of the period before, "" if nothing is there
	Later        string
	Whole        string // address of all the time
}

// times makes the choice of a period: fields, a drawing of the months each of
// which leads to itself, the periods before and after.
func (p *Pages) times(s *Sheet, v *view.Period) times {
	t := times{Since: s.Ask.Term("since"), Until: s.Ask.Term("until"), Rest: s.Ask.Without("since", "until"), Whole: s.within(record.Interval{})}
	if len(v.Months) == 0 {
		return t
	}
	t.First, t.Last = month(v.Known.From), month(v.Known.To)
	t.Plot = p.months(s, v)
	if shown := v.Shown; shown.From != 0 && shown.To != 0 {
		days := shown.To - shown.From + 1
		if shown.From > v.Known.From {
			t.Earlier = s.within(record.Interval{From: shown.From - days, To: shown.From - 1})
		}
		if shown.To < v.Known.To {
			t.Later = s.within(record.Interval{From: shown.To + 1, To: shown.To + days})
		}
	}
	return t
}

func month(d record.Day) string {
	y, m, _ := d.Date()
	return fmt.Sprintf("%04d-%02d", y, m)
}

// within is the page's own address in other months; unknown days: all.
func (s *Sheet) within(i record.Interval) string {
	a := *s
	if !i.Known() {
		a.Ask.Query = s.Ask.Without("since", "until")
	} else {
		a.Ask.Query = s.Ask.With("since", month(i.From))
		a.Ask.Query = a.Ask.With("until", month(i.To))
	}
	return a.With("q", a.Ask.Query)
}

// span is how many days months cover.
func span(list []view.MonthCount) int {
	return int(list[len(list)-1].Month.To - list[0].Month.From)
}

// trimmed takes the first or last month off, whichever is farther from the next,
// if it has less than a hundredth of all.
func trimmed(list []view.MonthCount) []view.MonthCount {
	total := 0
	for _, m := range list {
		total += m.N
	}
	n := len(list)
	first, last := list[1].Month.From-list[0].Month.From, list[n-1].Month.From-list[n-2].Month.From
	switch {
	case first >= last && 100*list[0].N < total:
		return list[1:]
	case 100*list[n-1].N < total:
		return list[:n-1]
	}
	return list
}

// mostMonths is how many months are drawn one by one; more are drawn by years.
const mostMonths = 120

func (p *Pages) months(s *Sheet, v *view.Period) template.HTML {
	list := v.Months
	for span(list) > 2*mostMonths*31 { // what is alone far away would leave the rest no room
		short := trimmed(list)
		if len(short) == len(list) {
			break
		}
		list = short
	}
	c := plot.Columns{ID: "times", Title: say(s.Lang, "times.plot"), Lang: s.Lang, From: list[0].Month.From, To: list[len(list)-1].Month.To, Height: 56}
	years := span(list) > mostMonths*31
	for _, m := range list {
		span := m.Month
		if years {
			y, _, _ := span.From.Date()
			span = record.Year(y)
		}
		if n := len(c.List); n > 0 && c.List[n-1].From == span.From {
			c.List[n-1].Parts[0].N += m.N
			continue
		}
		class := "time"
		if v.Shown.Known() && (span.From < v.Shown.From || v.Shown.To != 0 && span.To > v.Shown.To) {
			class = "time out"
		}
		c.List = append(c.List, plot.Column{From: span.From, To: span.To, Parts: []plot.Stacked{{Class: class, N: m.N}}, Href: s.within(span)})
	}
	for i := range c.List {
		x := &c.List[i]
		x.Title = fmt.Sprintf("%s: %d", p.dates(s.Lang, record.Interval{From: x.From, To: x.To}), x.Parts[0].N)
	}
	if years { // the years stand whole
		c.From, c.To = min(c.From, c.List[0].From), max(c.To, c.List[len(c.List)-1].To)
	}
	return c.SVG()
}
