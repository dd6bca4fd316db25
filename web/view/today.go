package view

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Today is what came in on the latest days of the register.
type Today struct {
	Day       record.Day       `json:"day"` // of the latest report
	Days      []TodayDay       `json:"days"`
	Truncated bool             `json:"truncated,omitempty"`
	Totals    register.Totals  `json:"totals"`
	Due       []register.Entry `json:"due"` // plans due soon
}

// TodayDay is what was told last on one day, the most corroborated first.
type TodayDay struct {
	Day     record.Day       `json:"day"`
	Entries []register.Entry `json:"entries"`
}

// How far back Today looks, and ahead for plans.
const (
	todayDays   = 7
	todayMost   = 200
	todayAhead  = 30
	todayDueMax = 10
)

// Today groups what came in by day and entry.
func (d *Desk) Today(ctx context.Context, f register.Filter) (Today, error) {
	day := f.AsOf
	if day == 0 {
		var err error
		if day, err = d.Register.LastDay(ctx); err != nil || day == 0 {
			return Today{}, err
		}
	}
	t := Today{Day: day}
	f.Reported, f.Limit, f.Before = record.Interval{From: day - todayDays + 1, To: day}, todayMost+1, 0
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return t, err
	}
	if len(entries) > todayMost {
		entries, t.Truncated = entries[:todayMost], true
	}
	slices.SortStableFunc(entries, func(a, b register.Entry) int {
		return cmp.Or(-cmp.Compare(a.Last, b.Last), -cmp.Compare(a.Origins, b.Origins), -cmp.Compare(a.Reports, b.Reports))
	})
	for _, e := range entries {
		if n := len(t.Days); n == 0 || t.Days[n-1].Day != e.Last {
			t.Days = append(t.Days, TodayDay{Day: e.Last})
		}
		last := &t.Days[len(t.Days)-1]
		last.Entries = append(last.Entries, e)
	}
	if t.Totals, err = d.Register.Totals(ctx); err != nil {
		return t, err
	}
	due := register.Filter{AsOf: f.AsOf, Today: day, Due: record.Interval{From: day, To: day + todayAhead}, Plan: []register.PlanStatus{register.PlanOpen}, ByDue: true, Limit: todayDueMax}
	t.Due, err = collect(d.Register.Plans(ctx, due))
	return t, err
}
