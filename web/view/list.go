package view

import (
	"context"

	"depesche/register"
)

// List is a page of entries, latest first.
type List struct {
	Entries []register.Entry `json:"entries"`
	Next    int64            `json:"next,omitempty"` // goes on behind this place; 0: there is no more
}

// List gives the entries that match the filter, at most its limit.
func (d *Desk) List(ctx context.Context, f register.Filter) (List, error) {
	limit := f.Limit
	if limit > 0 {
		f.Limit++ // one more, to know whether there is more
	}
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return List{}, err
	}
	l := List{Entries: entries}
	if limit > 0 && len(entries) > limit {
		l.Entries = entries[:limit]
		l.Next = entries[limit-1].Seq()
	}
	return l, nil
}
