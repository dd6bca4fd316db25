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
	Day       record.Day       `json:"day"`            // of the latest report, or the one asked for
	Earlier   record.Day       `json:"earlier"`        // the day to ask for to see those before
	Back      bool             `json:"back,omitempty"` // there are later days
	Days      []TodayDay       `json:"days"`
	Truncated bool             `json:"truncated,omitempty"`
	Totals    register.Totals  `json:"totals"`
	Due       []register.Entry `json:"due"` // plans due soon
}

// TodayDay is what was told last on one day, the most corroborated first, who
// holds which office last.
type TodayDay struct {
	Day     record.Day       `json:"day"`
	Entries []register.Entry `json:"entries"`
}

// How far back Today looks, and ahead for plans.
const (
	todayDays     = 7
	todayFarthest = 3650 // where the days before are quiet
	todayMost     = 200
	todayAhead    = 30
	todayDueMax   = 10
)

// inOffice is 1 for what titles in a report say by the way ("Foreign Minister Hakan
// Fidan"), which stands behind the news of its day.
func inOffice(e *register.Entry) int {
	if e.Record.Predicate == "holds_office" {
		return 1
	}
	return 0
}

// Today groups what came in by day and entry: on the latest days, or where the
// filter says until when it was reported, on those before.
func (d *Desk) Today(ctx context.Context, f register.Filter) (Today, error) {
	return worked(ctx, d, "today "+keyOfFilter(f), func(ctx context.Context) (Today, error) { return d.makeToday(ctx, f) })
}

func (d *Desk) makeToday(ctx context.Context, f register.Filter) (Today, error) {
	day := f.AsOf
	if day == 0 {
		var err error
		if day, err = d.Register.LastDay(ctx); err != nil || day == 0 {
			return Today{}, err
		}
	}
	t := Today{Day: day}
	if to := f.Reported.To; to != 0 && to < day {
		t.Day, t.Back = to, true
	}
	day = t.Day
	f.Limit, f.Before = todayMost+1, 0
	var entries []register.Entry
	for span := record.Day(todayDays); len(entries) == 0 && span <= todayFarthest; span *= 2 { // quiet days are passed over
		f.Reported = record.Interval{From: day - span + 1, To: day}
		t.Earlier = day - span
		var err error
		if entries, err = collect(d.Register.Entries(ctx, f)); err != nil {
			return t, err
		}
		entries = slices.DeleteFunc(entries, func(e register.Entry) bool { return e.Last == 0 }) // of reports without a day
	}
	if len(entries) > todayMost {
		entries, t.Truncated = entries[:todayMost], true
	}
	told := func(e *register.Entry) record.Day { return min(e.Last, day) }
	slices.SortStableFunc(entries, func(a, b register.Entry) int {
		return cmp.Or(-cmp.Compare(told(&a), told(&b)), inOffice(&a)-inOffice(&b), -cmp.Compare(a.Origins, b.Origins), -cmp.Compare(a.Reports, b.Reports))
	})
	for _, e := range entries {
		if n := len(t.Days); n == 0 || t.Days[n-1].Day != told(&e) {
			t.Days = append(t.Days, TodayDay{Day: told(&e)})
		}
		last := &t.Days[len(t.Days)-1]
		last.Entries = append(last.Entries, e)
	}
	var err error
	if t.Totals, err = d.Register.Totals(ctx); err != nil {
		return t, err
	}
	due := register.Filter{AsOf: f.AsOf, Today: day, Due: record.Interval{From: day, To: day + todayAhead}, Plan: []register.PlanStatus{register.PlanOpen}, ByDue: true, Limit: todayDueMax}
	t.Due, err = collect(d.Register.Plans(ctx, due))
	return t, err
}
