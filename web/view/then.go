package view

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"depesche/record"
	"depesche/register"
)

// then is a source as it was on a day, for questions about one set of entries:
// these are read once and kept, as to make an entry what it was takes a look at
// its reports. It answers from them; all else is the source's.
type then struct {
	Source
	entries []register.Entry // in the order of the register
}

// mostThen bounds the entries that are kept in memory for one look back: 60 MB.
const mostThen = 30_000

// thenOf reads what matches the filter, which has a day as of which it asks:
// the latest entries, all if more is false.
func (d *Desk) thenOf(ctx context.Context, f register.Filter) (was *Desk, more bool, err error) {
	f.Limit = mostThen + 1
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return nil, false, err
	}
	if len(entries) > mostThen {
		entries, more = entries[:mostThen], true
	}
	return &Desk{Register: &then{d.Register, entries}, Knowledge: d.Knowledge}, more, nil
}

// Entries are those kept that match the filter. Words are not looked for.
func (t *then) Entries(_ context.Context, f register.Filter) iter.Seq2[register.Entry, error] {
	var out []register.Entry
	for i := range t.entries {
		e := &t.entries[i]
		if (f.Before == 0 || e.Seq() < f.Before) && f.Match(e) && (len(f.Plan) == 0 || e.Plan != nil && slices.Contains(f.Plan, e.Plan.Status)) {
			out = append(out, *e)
		}
	}
	if f.ByDue {
		out = slices.DeleteFunc(out, func(e register.Entry) bool { return e.Plan == nil })
		due := func(e *register.Entry) record.Day { // those without a day come last
			if e.Plan.Due == 0 {
				return 1 << 30
			}
			return e.Plan.Due
		}
		slices.SortFunc(out, func(a, b register.Entry) int {
			return cmp.Or(cmp.Compare(due(&a), due(&b)), cmp.Compare(a.Seq(), b.Seq()))
		})
	}
	if f.Limit > 0 && len(out) > f.Limit {
		out = out[:f.Limit]
	}
	return func(yield func(register.Entry, error) bool) {
		for _, e := range out {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// DyadCounts counts those kept that match the filter.
func (t *then) DyadCounts(ctx context.Context, f register.Filter) ([]register.DyadCount, error) {
	f.Limit, f.Before = 0, 0
	entries, err := collect(t.Entries(ctx, f))
	return register.CountDyads(entries), err
}
