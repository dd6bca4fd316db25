package register

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"depesche/record"
)

// errEnough ends an iteration whose caller has had enough.
var errEnough = errors.New("enough")

// each runs f in one view and gives what it yields.
func each[T any](ctx context.Context, s Store, f func(v View, yield func(T) error) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := s.View(ctx, func(v View) error {
			return f(v, func(t T) error {
				if !yield(t, nil) {
					return errEnough
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errEnough) {
			var none T
			yield(none, err)
		}
	}
}

// Entries gives the entries that match the filter, latest first.
func (g *Register) Entries(ctx context.Context, f Filter) iter.Seq2[Entry, error] {
	return each(ctx, g.store, func(v View, yield func(Entry) error) error { return ask(ctx, v, f, yield) })
}

func ask(ctx context.Context, v View, f Filter, yield func(Entry) error) error {
	if f.Today == 0 {
		f.Today = f.AsOf
	}
	if f.Today == 0 && len(f.Plan) > 0 {
		last, err := v.LastDay(ctx)
		if err != nil {
			return err
		}
		f.Today = last
	}
	loose := f
	if f.AsOf != 0 {
		// What was known then may have had another day, place or status.
		loose.On, loose.Due, loose.Reported, loose.Undated = record.Interval{}, record.Interval{}, record.Interval{}, false
		loose.Status, loose.Place, loose.Outlet, loose.Mode, loose.Context, loose.Speaker = nil, nil, nil, nil, nil, nil
	}
	loose.Plan = stored(&f)
	if f.AsOf == 0 && len(f.Plan) == 1 && f.Plan[0] == PlanOverdue && (f.Due.To == 0 || f.Due.To >= f.Today) {
		loose.Due.To = f.Today - 1
	}
	if f.AsOf != 0 || len(f.Plan) > 0 {
		loose.Limit = 0
	}
	n := 0
	for e, err := range v.Entries(ctx, &loose) {
		if err != nil {
			return err
		}
		if f.AsOf != 0 {
			known, err := asOf(ctx, v, &e, f.AsOf)
			if err != nil {
				return err
			}
			then := f
			if e.search == "" { // nothing was left out, and the store has searched it
				then.Text = nil
			}
			if !known || !then.Match(&e) {
				continue
			}
		}
		if e.Plan != nil {
			p := e.Plan.due(f.Today)
			e.Plan = &p
		}
		if len(f.Plan) > 0 && (e.Plan == nil || !contains(f.Plan, e.Plan.Status)) {
			continue
		}
		if err := yield(e); err != nil {
			return err
		}
		if n++; f.Limit > 0 && n >= f.Limit {
			return nil
		}
	}
	return nil
}

// stored are the statuses that the store has for those asked for: what is
// overdue is stored as open, as no clock runs in the store; what was known
// earlier may be any.
func stored(f *Filter) []PlanStatus {
	switch {
	case len(f.Plan) == 0:
		return nil
	case f.AsOf != 0:
		return PlanStatuses
	}
	var out []PlanStatus
	for _, s := range f.Plan {
		if s == PlanOverdue {
			s = PlanOpen
		}
		if !contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func contains[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// asOf makes the entry what it was by the reports up to the day; false if
// there was none. Which records belong together is taken as it is known today.
func asOf(ctx context.Context, v View, e *Entry, day record.Day) (bool, error) {
	if e.First > day {
		return false, nil
	}
	plan := e.Plan
	if e.Last > day {
		members, err := v.MembersOf(ctx, []ID{e.ID})
		if err != nil {
			return false, err
		}
		var then []*facts
		for i := range members {
			if members[i].Source.Day() <= day {
				then = append(then, factsOf(&Placed{Member: members[i]}))
			}
		}
		if len(then) == 0 {
			return false, nil
		}
		id := e.ID
		*e = merged(e.block, then)
		e.ID, e.Record.ID = id, id.String()
	}
	if plan == nil {
		return true, nil
	}
	p := *plan
	e.Plan = &p
	if p.Shown != 0 {
		if by, err := v.EntriesByID(ctx, []ID{p.Shown}); err != nil {
			return false, err
		} else if len(by) == 0 || by[0].First > day {
			p = PlanState{Status: PlanOpen}
		}
	}
	p.Due = e.Record.Date.To
	return true, nil
}

// Entry is the entry of an id, or of one of its records' ids; ErrNotFound.
func (g *Register) Entry(ctx context.Context, id ID, asOfDay record.Day) (Entry, error) {
	var e Entry
	err := g.store.View(ctx, func(v View) error {
		of, err := v.EntryOf(ctx, id)
		if err != nil {
			return err
		}
		list, err := v.EntriesByID(ctx, []ID{of})
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("entry %s: %w", id, ErrNotFound)
		}
		e = list[0]
		known, err := whenKnown(ctx, v, &e, asOfDay)
		if err == nil && !known {
			err = fmt.Errorf("entry %s: %w on that day", id, ErrNotFound)
		}
		if err != nil {
			return err
		}
		return nil
	})
	return e, err
}

// whenKnown makes the entry what it was on a day (0: what it is), its plan as
// it stood then; false if there was none.
func whenKnown(ctx context.Context, v View, e *Entry, day record.Day) (known bool, err error) {
	today := day
	if day != 0 {
		if known, err = asOf(ctx, v, e, day); err != nil || !known {
			return false, err
		}
	} else if e.Plan != nil {
		if today, err = v.LastDay(ctx); err != nil {
			return false, err
		}
	}
	if e.Plan != nil {
		p := e.Plan.due(today)
		e.Plan = &p
	}
	return true, nil
}

// Members are the records that entries rest on, with their reports: by entry
// in the order given, then by the day of the report.
func (g *Register) Members(ctx context.Context, entries ...ID) ([]Member, error) {
	var out []Member
	err := g.store.View(ctx, func(v View) (err error) {
		out, err = v.MembersOf(ctx, entries)
		return err
	})
	return out, err
}

// Report is a report with its text; ErrNotFound.
func (g *Register) Report(ctx context.Context, id ID) (Report, error) {
	var r Report
	err := g.store.View(ctx, func(v View) (err error) {
		r, err = v.Report(ctx, id)
		return err
	})
	return r, err
}

// Records are the records of a report, in its order.
func (g *Register) Records(ctx context.Context, report ID) ([]Member, error) {
	var out []Member
	err := g.store.View(ctx, func(v View) (err error) {
		list, err := v.RecordsOf(ctx, report)
		for i := range list {
			out = append(out, list[i].Member)
		}
		return err
	})
	return out, err
}

// Reports gives all reports by day and id, without their texts.
func (g *Register) Reports(ctx context.Context) iter.Seq2[Report, error] {
	return each(ctx, g.store, func(v View, yield func(Report) error) error {
		for r, err := range v.Reports(ctx) {
			if err != nil {
				return err
			}
			if err := yield(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// Failures gives the inputs that could not be read, by name.
func (g *Register) Failures(ctx context.Context) iter.Seq2[Failure, error] {
	return each(ctx, g.store, func(v View, yield func(Failure) error) error {
		for f, err := range v.Failures(ctx) {
			if err != nil {
				return err
			}
			if err := yield(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// Counts are the numbers of entries by month, kind and type, the earliest
// month first. Without a filter they are kept ready; with one they are counted.
func (g *Register) Counts(ctx context.Context, f Filter) ([]Count, error) {
	var out []Count
	err := g.store.View(ctx, func(v View) (err error) {
		if f.isZero() {
			out, err = v.Counts(ctx)
			return err
		}
		f.Limit, f.Before = 0, 0
		if f.AsOf == 0 && len(f.Plan) == 0 { // the store can tell by what it has in columns
			out, err = v.CountsOf(ctx, &f)
			return err
		}
		tally := map[Count]int{}
		if err := ask(ctx, v, f, func(e Entry) error {
			tally[countOf(&e)]++
			return nil
		}); err != nil {
			return err
		}
		out = SortedCounts(tally)
		return nil
	})
	return out, err
}

// Totals is how much there is in the register.
func (g *Register) Totals(ctx context.Context) (Totals, error) {
	var t Totals
	err := g.store.View(ctx, func(v View) (err error) {
		t, err = v.Totals(ctx)
		return err
	})
	return t, err
}

// LastDay is the day of the latest report, 0 if there is none.
func (g *Register) LastDay(ctx context.Context) (record.Day, error) {
	var d record.Day
	err := g.store.View(ctx, func(v View) (err error) {
		d, err = v.LastDay(ctx)
		return err
	})
	return d, err
}

// State is a number that is another after each change of the register: what
// was asked before holds as long as it is the same.
func (g *Register) State(ctx context.Context) (int64, error) {
	var n int64
	err := g.store.View(ctx, func(v View) (err error) {
		n, err = v.State(ctx)
		return err
	})
	return n, err
}
