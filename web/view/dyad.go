package view

import (
	"context"
	"fmt"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Dyad is what the register has of two parties together.
type Dyad struct {
	A         Party           `json:"a"`
	B         Party           `json:"b"`
	AsOf      record.Day      `json:"as_of,omitempty"`
	Today     record.Day      `json:"today,omitempty"`     // the day by which plans are overdue
	Period    record.Interval `json:"period"`              // the days drawn
	Outside   int             `json:"outside,omitempty"`   // how many begin outside of these, where no period was asked for
	Known     record.Interval `json:"known"`               // whole months in which anything of the two begins
	Truncated bool            `json:"truncated,omitempty"` // as of a day: only the latest 30,000 entries are looked at
	Kinds     []record.Kind   `json:"kinds,omitempty"`     // shown; none: all
	Totals    DyadTotals      `json:"totals"`              // in the period

	Timeline    []DyadLane         `json:"timeline"`
	Balance     []Bin              `json:"balance"` // acts by tone over time
	Meetings    Meetings           `json:"meetings"`
	Statements  List               `json:"statements"`
	Figures     []Ledger           `json:"figures"`
	Relations   List               `json:"relations"`
	Memberships []SharedMembership `json:"memberships"`
	Open        List               `json:"open_plans"`    // with a day that is still to come, the next first
	Undated     List               `json:"undated_plans"` // open, and no report says by when
	Overdue     List               `json:"overdue_plans"` // the latest first
	Past        List               `json:"past_plans"`    // fulfilled, late, cancelled, the latest first
	Changed     *Changed           `json:"changed,omitempty"`
	Entries     List               `json:"entries"` // all of the period, in pages
}

// DyadTotals count entries that begin in the period, to the month.
type DyadTotals struct {
	Entries    int `json:"entries"`
	Events     int `json:"events"`
	Good       int `json:"cooperation"` // acts that happened
	Bad        int `json:"conflict"`
	Statements int `json:"statements"`
	Figures    int `json:"figures"`
	Relations  int `json:"relations"`
	Plans      int `json:"plans"`
}

// DyadAsk says what of a dyad is asked for.
type DyadAsk struct {
	A, B    Party
	AsOf    record.Day
	On      record.Interval
	Kind    []record.Kind
	Changed record.Day // 0: not asked for
	Limit   int        // of Entries
	Before  int64
}

// How much of each list a dyad shows.
const (
	dyadList     = 20
	dyadFigures  = 300
	dyadMeetings = 500
	dyadPlans    = 200 // plans looked at for those that are not ahead
)

// Dyad gathers what the register has of two parties. ErrUnknown if they are
// one. It is worked out once for each state of the register and shared: do not
// change it.
func (d *Desk) Dyad(ctx context.Context, q DyadAsk) (Dyad, error) {
	if q.AsOf != 0 {
		return d.dyad(ctx, q)
	}
	key := fmt.Sprintf("dyad %s %s %v %v %v %d %d", q.A.Key, q.B.Key, q.On, q.Kind, q.Changed, q.Limit, q.Before)
	return kept(ctx, d, key, func() (Dyad, error) {
		return looked(ctx, d, func(d *Desk) (Dyad, error) { return d.dyad(ctx, q) })
	})
}

func (d *Desk) dyad(ctx context.Context, q DyadAsk) (Dyad, error) {
	v := Dyad{A: q.A, B: q.B, AsOf: q.AsOf, Kinds: q.Kind}
	if q.A.Key == q.B.Key {
		return v, fmt.Errorf("%s twice: %w: a dyad has two parties", q.A.Key, ErrUnknown)
	}
	if v.Today = q.AsOf; v.Today == 0 {
		var err error
		if v.Today, err = d.Register.LastDay(ctx); err != nil {
			return v, err
		}
	}
	base := register.Filter{Dyad: []string{q.A.Key, q.B.Key}, AsOf: q.AsOf, Today: v.Today}
	if q.AsOf != 0 {
		d.back.Lock()
		defer d.back.Unlock()
		if err := ctx.Err(); err != nil { // nobody waits any more
			return v, err
		}
		was, more, err := d.thenOf(ctx, base)
		if err != nil {
			return v, err
		}
		d, v.Truncated = was, more
	}
	counts, err := d.Register.DyadCounts(ctx, base)
	if err != nil {
		return v, err
	}
	v.Known = monthsOf(counts)
	v.Period = periodOf(q.On, v.Known)
	base.On, base.Kind = q.On, q.Kind
	shown := inPeriod(counts, v.Period, q.Kind, q.On == record.Interval{})
	v.Totals = totalsOf(shown)
	drawn := base
	if q.On == (record.Interval{}) {
		if v.Period, v.Outside = usual(shown, v.Period); v.Outside > 0 {
			drawn.On = v.Period
			shown = inPeriod(shown, v.Period, nil, false)
		}
	}
	if v.Timeline, v.Balance, err = d.dyadTimeline(ctx, drawn, shown, v.Period); err != nil {
		return v, err
	}
	if err := d.dyadLists(ctx, &v, base, q); err != nil {
		return v, err
	}
	v.Memberships = d.shared(q.A, q.B, v.Today)
	if q.Changed != 0 {
		if v.Changed, err = d.changedSince(ctx, base, q.Changed, v.Today); err != nil {
			return v, err
		}
	}
	return v, nil
}

// dyadLists fills the lists of a dyad; those of a kind that is not asked for, or
// of which there are none, stay empty.
func (d *Desk) dyadLists(ctx context.Context, v *Dyad, base register.Filter, q DyadAsk) (err error) {
	asked := func(k record.Kind, n int) bool {
		return n > 0 && (len(q.Kind) == 0 || slices.Contains(q.Kind, k))
	}
	of := func(k record.Kind) register.Filter {
		f := base
		f.Kind, f.Limit = []record.Kind{k}, dyadList
		return f
	}
	if asked(record.KindEvent, v.Totals.Events) {
		if v.Meetings, err = d.meetings(ctx, base, q.A, q.B); err != nil {
			return err
		}
	}
	if asked(record.KindStatement, v.Totals.Statements) {
		if v.Statements, err = d.List(ctx, of(record.KindStatement)); err != nil {
			return err
		}
	}
	if asked(record.KindFigure, v.Totals.Figures) {
		f := of(record.KindFigure)
		f.Limit = dyadFigures
		if v.Figures, err = d.ledgers(ctx, f); err != nil {
			return err
		}
	}
	if asked(record.KindRelation, v.Totals.Relations) {
		if v.Relations, err = d.List(ctx, of(record.KindRelation)); err != nil {
			return err
		}
	}
	if v.Totals.Plans > 0 {
		if err := d.dyadPlans(ctx, v, base); err != nil {
			return err
		}
	}
	base.Limit, base.Before = q.Limit, q.Before
	v.Entries, err = d.List(ctx, base)
	return err
}

// dyadPlans fills the plans: those ahead by the day they are due, the others
// from the latest.
func (d *Desk) dyadPlans(ctx context.Context, v *Dyad, base register.Filter) (err error) {
	ahead := base
	ahead.Plan, ahead.ByDue, ahead.Limit = []register.PlanStatus{register.PlanOpen}, true, dyadList
	ahead.Due.From = v.Today
	if v.Open, err = d.List(ctx, ahead); err != nil {
		return err
	}
	base.Plan, base.Limit = register.PlanStatuses, dyadPlans
	latest, err := d.List(ctx, base)
	if err != nil {
		return err
	}
	for _, e := range latest.Entries {
		var into *List
		switch {
		case e.Plan.Status == register.PlanOverdue:
			into = &v.Overdue
		case e.Plan.Status != register.PlanOpen:
			into = &v.Past
		case e.Plan.Due == 0:
			into = &v.Undated
		default:
			continue
		}
		into.Next = max(into.Next, latest.Next)
		if len(into.Entries) < dyadList {
			into.Entries = append(into.Entries, e)
		} else {
			into.Next = max(into.Next, into.Entries[dyadList-1].Seq())
		}
	}
	return nil
}

func totalsOf(counts []register.DyadCount) DyadTotals {
	var t DyadTotals
	for _, c := range counts {
		t.Entries += c.N
		switch c.Kind {
		case record.KindEvent:
			t.Events += c.N
		case record.KindStatement:
			t.Statements += c.N
		case record.KindFigure:
			t.Figures += c.N
		case record.KindRelation:
			t.Relations += c.N
		}
		if register.IsPlan(&record.Record{Kind: c.Kind, Status: c.Status}) {
			t.Plans += c.N
		}
		if c.Status == record.Actual && c.Tone > 0 {
			t.Good += c.N
		}
		if c.Status == record.Actual && c.Tone < 0 {
			t.Bad += c.N
		}
	}
	return t
}
