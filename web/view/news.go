package view

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// How far News looks back.
const (
	newsFirst = 2   // days at first
	newsDays  = 128 // days at most
	newsMost  = 5000
)

// News are the latest n entries that match, by the day on which a report told
// them first; a further report of an entry makes it no news. It looks back a
// hundred and twenty-eight days from the latest report, or from the day asked
// for.
func (d *Desk) News(ctx context.Context, f register.Filter, n int) ([]register.Entry, error) {
	last := f.AsOf
	if last == 0 {
		var err error
		if last, err = d.Register.LastDay(ctx); err != nil || last == 0 {
			return nil, err
		}
	}
	asked := f.Reported
	f.Before, f.Limit = 0, newsMost
	var news []register.Entry
	for days := record.Day(newsFirst); days <= newsDays && len(news) < n; days *= 4 {
		f.Reported = within(asked, record.Interval{From: last - days + 1, To: last})
		entries, err := collect(d.Register.Entries(ctx, f))
		if err != nil {
			return nil, err
		}
		news = slices.DeleteFunc(entries, func(e register.Entry) bool { return e.First < f.Reported.From })
		if len(entries) == newsMost {
			break
		}
	}
	slices.SortStableFunc(news, func(a, b register.Entry) int {
		return cmp.Or(-cmp.Compare(a.First, b.First), -cmp.Compare(a.Seq(), b.Seq()))
	})
	return news[:min(n, len(news))], nil
}

// within is the part of an interval that lies in another one; an unknown bound
// is open.
func within(i, in record.Interval) record.Interval {
	out := record.Interval{From: max(i.From, in.From), To: in.To}
	if i.To != 0 {
		out.To = min(i.To, in.To)
	}
	return out
}
