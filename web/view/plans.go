package view

import (
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Plans is what was announced, and what became of it.
type Plans struct {
	Today     record.Day      `json:"today"`   // the day by which plans are overdue
	Status    []PlanCount     `json:"status"`  // how many there are of each status
	Undated   int             `json:"undated"` // of the open ones, those of which no report says when
	Months    []PlanMonth     `json:"months"`  // by the month in which they are due
	Shown     record.Interval `json:"shown"`   // the days of Due; an end that is not known is open
	Due       []Plan          `json:"due"`     // with a day, the earliest first
	Open      []Plan          `json:"open"`    // without a day, the latest announced last
	Truncated bool            `json:"truncated,omitempty"`
	Next      record.Day      `json:"next,omitempty"` // where Due breaks off: the rest is due from this day on
}

// PlanCount is how many plans have a status.
type PlanCount struct {
	Status register.PlanStatus `json:"status"`
	N      int                 `json:"n"`
}

// PlanMonth is how many plans are due in a month, by status.
type PlanMonth struct {
	Month record.Interval `json:"month"`
	N     []PlanCount     `json:"n"`
}

// Total is how many they are together.
func (m PlanMonth) Total() (n int) {
	for _, c := range m.N {
		n += c.N
	}
	return n
}

// Plan is a plan with what follows for the day of the view.
type Plan struct {
	Entry register.Entry `json:"entry"`
	// Late is how many days after it was due it happened, or for how many days
	// it has been overdue.
	Late int `json:"daysLate,omitempty"`
}

// How many plans a view shows.
const (
	plansMost   = 300
	undatedMost = 50
)

// Plans shows the plans that match the filter. Where they are too many and no
// days are asked for, it shows those due since last month, and earlier ones as
// far as there is room.
func (d *Desk) Plans(ctx context.Context, f register.Filter) (Plans, error) {
	return worked(ctx, d, "all plans "+keyOfFilter(f), func(ctx context.Context) (Plans, error) { return d.makePlans(ctx, f) })
}

func (d *Desk) makePlans(ctx context.Context, f register.Filter) (Plans, error) {
	today, err := d.today(ctx, f)
	if err != nil {
		return Plans{}, err
	}
	p := Plans{Today: today, Due: []Plan{}, Open: []Plan{}}
	f.Today, f.Limit, f.Before = today, 0, 0
	all := f
	all.Plan, all.Due = nil, record.Interval{}
	counts, whole, err := d.planCounts(ctx, all)
	if err != nil {
		return p, err
	}
	p.Truncated = !whole
	p.count(counts, f)
	p.Shown = f.Due
	if !f.Due.Known() {
		p.Shown.From = window(p.Months, today)
	}
	if err := d.due(ctx, f, &p); err != nil {
		return p, err
	}
	return p, d.undated(ctx, f, &p)
}

// today is the day as of which is asked, else that of the latest report.
func (d *Desk) today(ctx context.Context, f register.Filter) (record.Day, error) {
	if f.Today != 0 {
		return f.Today, nil
	}
	if f.AsOf != 0 {
		return f.AsOf, nil
	}
	return d.Register.LastDay(ctx)
}

// count sums the counts: by status in the days asked for, by month for the
// statuses asked for.
func (p *Plans) count(counts []register.PlanCount, f register.Filter) {
	for _, s := range register.PlanStatuses {
		p.Status = append(p.Status, PlanCount{Status: s})
	}
	for _, c := range counts {
		at := slices.Index(register.PlanStatuses, c.Status)
		if !f.Due.Known() || c.Due != 0 && f.Due.Contains(c.Due) {
			p.Status[at].N += c.N
			if c.Due == 0 && c.Status == register.PlanOpen {
				p.Undated += c.N
			}
		}
		if c.Due == 0 || len(f.Plan) > 0 && !slices.Contains(f.Plan, c.Status) {
			continue
		}
		y, m, _ := c.Due.Date()
		month := record.Month(y, m)
		if n := len(p.Months); n == 0 || p.Months[n-1].Month != month { // counts come by day
			p.Months = append(p.Months, PlanMonth{Month: month})
		}
		p.Months[len(p.Months)-1].add(c)
	}
}

func (m *PlanMonth) add(c register.PlanCount) {
	for i := range m.N {
		if m.N[i].Status == c.Status {
			m.N[i].N += c.N
			return
		}
	}
	m.N = append(m.N, PlanCount{c.Status, c.N})
	slices.SortFunc(m.N, func(a, b PlanCount) int {
		return slices.Index(register.PlanStatuses, a.Status) - slices.Index(register.PlanStatuses, b.Status)
	})
}

// window is the first day of the months that are shown.
func window(months []PlanMonth, today record.Day) record.Day {
	y, m, _ := today.Date()
	last := record.Month(y, m-1).From
	n := 0
	for i := len(months) - 1; i >= 0; i-- {
		n += months[i].Total()
		if months[i].Month.From < last && n > plansMost {
			return months[i].Month.To + 1
		}
	}
	return 0
}

func (d *Desk) due(ctx context.Context, f register.Filter, p *Plans) error {
	if f.Due = p.Shown; !f.Due.Known() {
		f.Due.From = 1 // any day
	}
	f.Limit = plansMost + 1
	list, err := collect(d.Register.Plans(ctx, f))
	if err != nil {
		return err
	}
	if len(list) > plansMost {
		// The day of the first one left out begins the next list.
		p.Next, p.Truncated = list[plansMost].Plan.Due, true
		for list = list[:plansMost]; len(list) > 1 && list[len(list)-1].Plan.Due == p.Next && list[0].Plan.Due < p.Next; {
			list = list[:len(list)-1]
		}
		if list[0].Plan.Due == p.Next {
			p.Next++ // more are due on one day than are shown
		}
	}
	for _, e := range list {
		p.Due = append(p.Due, Plan{e, late(e.Plan, p.Today)})
	}
	return nil
}

func (d *Desk) undated(ctx context.Context, f register.Filter, p *Plans) error {
	if f.Due.Known() || len(f.Plan) > 0 && !slices.Contains(f.Plan, register.PlanOpen) {
		return nil
	}
	f.Undated, f.Plan, f.Limit = true, []register.PlanStatus{register.PlanOpen}, undatedMost+1
	list, err := collect(d.Register.Plans(ctx, f))
	if err != nil {
		return err
	}
	if len(list) > undatedMost {
		list, p.Truncated = list[:undatedMost], true
	}
	for _, e := range list {
		p.Open = append(p.Open, Plan{Entry: e})
	}
	return nil
}

// late is how many days a plan is late.
func late(s *register.PlanState, today record.Day) int {
	switch {
	case s.Due == 0:
		return 0
	case s.Status == register.PlanLate:
		return int(s.On - s.Due)
	case s.Status == register.PlanOverdue:
		return int(today - s.Due)
	}
	return 0
}
