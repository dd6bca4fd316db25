package view

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"depesche/register"
)

// memo keeps answers that cost much for as long as the register is in one
// state. Its zero value is empty.
type memo struct {
	mu    sync.Mutex
	state int64
	kept  map[string]*answer
	slots chan struct{} // for costly work
}

// answer is worked out once; others who ask for it meanwhile wait.
type answer struct {
	mu    sync.Mutex
	done  bool
	value any
}

// memoMost bounds the answers that are kept; beyond it all are let go.
const memoMost = 2048

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

// Costly work goes on for at most workTime, however long its reader waits, and
// workers of it at a time, so that there is room for what is quick.
const (
	workTime = 2 * time.Minute
	workers  = 2
)

// worked is kept for what costs much more than a reader may wait: the work goes
// on when its reader has left, and those who ask later find it done.
func worked[T any](ctx context.Context, d *Desk, key string, work func(context.Context) (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil { // a fault of one question must not end the others
				o.err = fmt.Errorf("%s: %v\n%s", key, p, debug.Stack())
			}
			done <- o
		}()
		far, stop := context.WithTimeout(context.WithoutCancel(ctx), workTime)
		defer stop()
		o.value, o.err = kept(far, d, key, func() (v T, err error) {
			leave, err := d.memo.enter(far)
			if err != nil {
				return v, err
			}
			defer leave()
			return work(far)
		})
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// enter waits for one of the workers.
func (m *memo) enter(ctx context.Context) (leave func(), err error) {
	m.mu.Lock()
	if m.slots == nil {
		m.slots = make(chan struct{}, workers)
	}
	slots := m.slots
	m.mu.Unlock()
	select {
	case slots <- struct{}{}:
		return func() { <-slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
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
	return worked(ctx, d, "counts "+keyOfFilter(f), func(ctx context.Context) ([]register.Count, error) { return d.Register.Counts(ctx, f) })
}

// tallies are Register.Tallies, kept.
func (d *Desk) tallies(ctx context.Context, f register.TallyFilter) ([]register.Tally, error) {
	return kept(ctx, d, fmt.Sprintf("tallies %#v", f), func() ([]register.Tally, error) { return d.Register.Tallies(ctx, f) })
}

// keyOfFilter names a filter: filters that ask for the same may have different
// names, others never have the same.
func keyOfFilter(f register.Filter) string { return fmt.Sprintf("%#v", f) }
