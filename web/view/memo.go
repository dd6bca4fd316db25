package view

import (
	"context"
	"fmt"
	"sync"

	"depesche/register"
)

// memo keeps answers that cost much for as long as the register is in one
// state. Its zero value is empty.
type memo struct {
	mu    sync.Mutex
	state int64
	kept  map[string]*answer
}

// answer is worked out once; others who ask for it meanwhile wait.
type answer struct {
	mu    sync.Mutex
	done  bool
	value any
}

const memoMost = 256

// at is the place of an answer in a state of the register.
func (m *memo) at(state int64, key string) *answer {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || m.state != state || len(m.kept) >= memoMost {
		m.kept, m.state = map[string]*answer{}, state
	}
	a := m.kept[key]
	if a == nil {
		a = &answer{}
		m.kept[key] = a
	}
	return a
}

// kept gives the answer under a key, from the memo if the register has not
// changed since. An error is not kept. What it gives is shared: do not change it.
func kept[T any](ctx context.Context, d *Desk, key string, make func() (T, error)) (T, error) {
	var none T
	state, err := d.Register.State(ctx)
	if err != nil {
		return none, err
	}
	a := d.memo.at(state, key)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.done {
		return a.value.(T), nil
	}
	v, err := make()
	if err != nil {
		return none, err
	}
	a.value, a.done = v, true
	return v, nil
}

// planCounts are Register.PlanCounts, kept.
func (d *Desk) planCounts(ctx context.Context, f register.Filter) ([]register.PlanCount, bool, error) {
	type counted struct {
		list  []register.PlanCount
		whole bool
	}
	c, err := kept(ctx, d, "plans "+keyOfFilter(f), func() (counted, error) {
		list, whole, err := d.Register.PlanCounts(ctx, f)
		return counted{list, whole}, err
	})
	return c.list, c.whole, err
}

// Counts are Register.Counts, kept.
func (d *Desk) Counts(ctx context.Context, f register.Filter) ([]register.Count, error) {
	return kept(ctx, d, "counts "+keyOfFilter(f), func() ([]register.Count, error) { return d.Register.Counts(ctx, f) })
}

// tallies are Register.Tallies, kept.
func (d *Desk) tallies(ctx context.Context, f register.TallyFilter) ([]register.Tally, error) {
	return kept(ctx, d, fmt.Sprintf("tallies %#v", f), func() ([]register.Tally, error) { return d.Register.Tallies(ctx, f) })
}

// keyOfFilter names a filter: filters that ask for the same may have different
// names, others never have the same.
func keyOfFilter(f register.Filter) string { return fmt.Sprintf("%#v", f) }
