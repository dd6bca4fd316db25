package view

import (
	"context"
	"errors"

	"depesche/record"
	"depesche/register"
)

// Changed is what was told on a day or after: entries that are new, and older
// ones of which something is known that was not known before.
type Changed struct {
	Since     record.Day       `json:"since"`
	New       List             `json:"new"`
	More      []ChangedEntry   `json:"more"`
	Plans     []register.Entry `json:"plans"` // what became of plans since: happened, cancelled or overdue
	Truncated bool             `json:"truncated,omitempty"`
}

// ChangedEntry is an entry as it is and as it was known on the day before.
type ChangedEntry struct {
	Now    register.Entry `json:"now"`
	Before register.Entry `json:"before"`
	What   []string       `json:"what"` // reports, claims, date, status, place
}

// dyadChanged is how many entries are looked at for what changed.
const dyadChanged = 100

// changedSince compares what is known with what was known on the day before.
func (d *Desk) changedSince(ctx context.Context, f register.Filter, since, today record.Day) (*Changed, error) {
	c := &Changed{Since: since}
	f.Reported, f.Limit = record.Interval{From: since}, dyadChanged+1
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return nil, err
	}
	if len(entries) > dyadChanged {
		entries, c.Truncated = entries[:dyadChanged], true
	}
	for _, e := range entries {
		if e.First >= since {
			c.New.Entries = append(c.New.Entries, e)
			continue
		}
		before, err := d.Register.Entry(ctx, e.ID, since-1)
		if errors.Is(err, register.ErrNotFound) {
			c.New.Entries = append(c.New.Entries, e)
			continue
		}
		if err != nil {
			return nil, err
		}
		if what := differences(&before, &e); len(what) > 0 {
			c.More = append(c.More, ChangedEntry{e, before, what})
		}
	}
	c.Plans, err = d.plansChanged(ctx, f, since, today)
	return c, err
}

// differences are what of an entry is other than it was.
func differences(a, b *register.Entry) []string {
	var out []string
	add := func(yes bool, what string) {
		if yes {
			out = append(out, what)
		}
	}
	x, y := &a.Record, &b.Record
	add(a.Reports != b.Reports, "reports")
	add(len(a.Claims) != len(b.Claims), "claims")
	add(x.Date.Interval() != y.Date.Interval(), "date")
	add(x.Status != y.Status, "status")
	add((x.Place == nil) != (y.Place == nil) || x.Place != nil && x.Place.ID != y.Place.ID, "place")
	return out
}

// plansChanged are the plans of which it was shown since the day that they
// happened or will not, or whose day has passed since.
func (d *Desk) plansChanged(ctx context.Context, f register.Filter, since, today record.Day) ([]register.Entry, error) {
	f.Reported, f.Kind, f.Limit = record.Interval{}, nil, 0
	f.Plan = []register.PlanStatus{register.PlanFulfilled, register.PlanLate, register.PlanCancelled, register.PlanOverdue}
	f.Limit = dyadMeetings
	var out []register.Entry
	for e, err := range d.Register.Entries(ctx, f) {
		if err != nil {
			return nil, err
		}
		p := e.Plan
		on := p.On
		if p.Status == register.PlanOverdue {
			on = p.Due + 1
		}
		if on >= since && on <= today {
			out = append(out, e)
		}
	}
	return out, nil
}

// Any says whether anything changed.
func (c *Changed) Any() bool { return len(c.New.Entries)+len(c.More)+len(c.Plans) > 0 }
