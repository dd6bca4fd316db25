package view

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Ledger is the figures of one measure and unit, each with all that is claimed.
type Ledger struct {
	Measure  string      `json:"measure"`
	Noun     string      `json:"noun,omitempty"` // what is counted, where the measure is "other"
	Unit     string      `json:"unit,omitempty"`
	Currency string      `json:"currency,omitempty"` // ISO 4217
	Rows     []LedgerRow `json:"rows"`               // the latest period first
}

// LedgerRow is one figure: what it is of, and who claims what.
type LedgerRow struct {
	Entry  register.Entry  `json:"entry"` // with its claims
	Period record.Interval `json:"period"`
}

// ledgers sorts figures by measure and unit, those with most rows first.
func (d *Desk) ledgers(ctx context.Context, f register.Filter) ([]Ledger, error) {
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return nil, err
	}
	byKey := map[[4]string]*Ledger{}
	var order []*Ledger
	for _, e := range entries {
		r := &e.Record
		key := [4]string{r.Measure, r.Noun}
		if v := r.Value; v != nil {
			key[2], key[3] = v.Unit, v.Currency
		} else if v := r.Change; v != nil {
			key[2] = v.Unit
		}
		l := byKey[key]
		if l == nil {
			l = &Ledger{Measure: key[0], Noun: key[1], Unit: key[2], Currency: key[3]}
			byKey[key] = l
			order = append(order, l)
		}
		l.Rows = append(l.Rows, LedgerRow{e, e.Span()})
	}
	slices.SortStableFunc(order, func(a, b *Ledger) int { return -cmp.Compare(len(a.Rows), len(b.Rows)) })
	out := make([]Ledger, len(order))
	for i, l := range order {
		out[i] = *l
	}
	return out, nil
}

// Days are those of all its figures, widened to whole years.
func (l *Ledger) Days() record.Interval {
	var all record.Interval
	for _, r := range l.Rows {
		for _, d := range []record.Day{r.Period.From, r.Period.To} {
			if d == 0 {
				continue
			}
			if all.From == 0 || d < all.From {
				all.From = d
			}
			all.To = max(all.To, d)
		}
	}
	if all.From == 0 {
		return all
	}
	first, _, _ := all.From.Date()
	last, _, _ := all.To.Date()
	return record.Interval{From: record.Year(first).From, To: record.Year(last).To}
}

// Sign is what stands behind a number of the ledger: the currency, "%", or the
// thing counted.
func (l *Ledger) Sign() string {
	switch {
	case l.Currency != "":
		return l.Currency
	case l.Unit == "percent":
		return "%"
	}
	return ""
}
