package register

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"depesche/record"
)

// answerDays is how long after it was announced, or was due, a plan may still
// come true.
const answerDays = 730

// settlePlans says what became of the plans of all families that changed.
func (g *Register) settlePlans(ctx context.Context) error {
	for {
		more := false
		err := g.store.Update(ctx, func(tx Tx) error {
			families, err := tx.MarkedFamilies(ctx, settleCells)
			if err != nil || len(families) == 0 {
				return err
			}
			more = true
			for _, f := range families {
				if err := settleFamily(ctx, tx, f); err != nil {
					return err
				}
			}
			return tx.UnmarkFamilies(ctx, families)
		})
		if err != nil || !more {
			return err
		}
	}
}

func settleFamily(ctx context.Context, tx Tx, id ID) error {
	all, err := tx.EntriesOfFamily(ctx, id)
	if err != nil {
		return err
	}
	for i := range all {
		e := &all[i]
		if !IsPlan(&e.Record) {
			continue
		}
		state := answer(e, all)
		if e.Plan != nil && *e.Plan == state {
			continue
		}
		e.Plan = &state
		if err := tx.SetPlan(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

// answer says what the other entries of its family show of a plan. That it is
// overdue is said when it is asked for (see due).
func answer(p *Entry, all []Entry) PlanState {
	state := PlanState{Status: PlanOpen, Due: p.Record.Date.To}
	people := peopleOf(&p.Record)
	var shown, cancelled *Entry
	for i := range all {
		e := &all[i]
		switch {
		case e.ID == p.ID || e.Last < p.First || placesClash(e.Record.Place, p.Record.Place), peopleClash(people, peopleOf(&e.Record)), hostsClash(&p.Record, &e.Record):
		case e.Record.Negated:
			if denies(e, p) && (cancelled == nil || earlier(e, cancelled)) {
				cancelled = e
			}
		case e.Record.Status == record.Actual && fulfils(e, p):
			if shown == nil || earlier(e, shown) {
				shown = e
			}
		}
	}
	late := shown != nil && state.Due != 0 && startOf(shown) > state.Due
	switch {
	case shown != nil && !late:
		state.Status, state.Shown, state.On = PlanFulfilled, shown.ID, startOf(shown)
	case shown != nil && cancelled == nil: // what happens after a plan was called off was planned anew
		state.Status, state.Shown, state.On = PlanLate, shown.ID, startOf(shown)
	case cancelled != nil:
		state.Status, state.Shown, state.On = PlanCancelled, cancelled.ID, cancelled.First
	}
	return state
}

// hostsClash says whether a record tells of a meeting elsewhere than where the
// planned visit leads: of another host, or in the state of another.
func hostsClash(plan, r *record.Record) bool {
	hosts := stateKeys(plan.Recipient)
	if plan.Mode != visit || len(hosts) == 0 {
		return false
	}
	if r.Mode == visit && apart(hosts, stateKeys(r.Recipient)) {
		return true
	}
	return r.Place != nil && r.Place.State != "" && !slices.Contains(hosts, r.Place.State)
}

func earlier(a, b *Entry) bool {
	return cmp.Or(cmp.Compare(startOf(a), startOf(b)), cmp.Compare(a.ID, b.ID)) < 0
}

// fulfils says whether what happened may be what was planned: not before it
// was announced or was to begin, and not too long after.
func fulfils(e, p *Entry) bool {
	on := startOf(e)
	from := max(p.First, p.Record.Date.From)
	if p.Record.Date.To != 0 { // announced on the day itself, or told afterwards
		from = min(from, p.Record.Date.To)
	}
	last := max(p.First, p.Record.Date.To) + answerDays
	return on >= from && on <= last
}

// denies says whether a negated entry is about the plan's days.
func denies(e, p *Entry) bool {
	if e.First < p.First {
		return false
	}
	a, b := e.Record.Date.Interval(), p.Record.Date.Interval()
	if !a.Known() || !b.Known() {
		return e.First <= p.First+answerDays
	}
	_, ok := intersect(a, b)
	return ok
}

// due is the state of a plan on a day.
func (s PlanState) due(today record.Day) PlanState {
	if s.Status == PlanOpen && s.Due != 0 && s.Due < today {
		s.Status = PlanOverdue
	}
	return s
}

// Plans are the entries that announce something and match the filter, each
// with what became of it, by the day they are due, those without a day last.
func (g *Register) Plans(ctx context.Context, f Filter) iter.Seq2[Entry, error] {
	if len(f.Plan) == 0 {
		f.Plan = PlanStatuses
	}
	f.ByDue = true
	return g.Entries(ctx, f)
}
