package guard

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/semaphore"
)

// budgetCapacity is how much costly work goes on at a time, and budgetPatience
// how long a request waits for its share.
const (
	budgetCapacity = 16
	budgetPatience = 5 * time.Second
)

// A long answer may take longTimeout and costs longCost.
const (
	longTimeout = 10 * time.Minute
	longCost    = 4
)

// ErrBusy says that the budget is spent at the moment.
var ErrBusy = errors.New("too much costly work at a time")

// limit bounds a request's body, time and company.
func (g *Guard) limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > g.o.MaxBody {
			g.refuse(w, r, http.StatusRequestEntityTooLarge, "body")
			return
		}
		select {
		case g.slots <- struct{}{}:
			defer func() { <-g.slots }()
		default:
			g.refuseBusy(w, r)
			return
		}
		timeout := g.o.Timeout
		if g.o.Long(r) {
			release, err := g.budget.Acquire(r.Context(), longCost)
			if err != nil {
				g.refuseBusy(w, r)
				return
			}
			defer release()
			timeout = longTimeout
			// Fails where nothing is sent over a network, and then nothing is slow.
			_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(longTimeout))
		}
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer cancel()
		r = r.WithContext(ctx)
		if r.Body != nil && r.Body != http.NoBody {
			r.Body = http.MaxBytesReader(w, r.Body, g.o.MaxBody)
		}
		next.ServeHTTP(w, r)
	})
}

func (g *Guard) refuseBusy(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "1")
	g.refuse(w, r, http.StatusServiceUnavailable, "busy")
}

// Budget is a number of units that costly handlers share, so that a few heavy
// questions cannot keep the light ones waiting.
type Budget struct {
	units    *semaphore.Weighted
	capacity int64
	patience time.Duration
}

// NewBudget returns a budget of capacity units, for which a request waits at
// most patience.
func NewBudget(capacity int64, patience time.Duration) *Budget {
	return &Budget{units: semaphore.NewWeighted(capacity), capacity: capacity, patience: patience}
}

// Acquire takes cost units, all of them if cost is more than there are, and
// returns what gives them back. It fails with ErrBusy after the budget's
// patience, or with the context's error.
func (b *Budget) Acquire(ctx context.Context, cost int64) (release func(), err error) {
	cost = max(1, min(cost, b.capacity))
	wait, cancel := context.WithTimeout(ctx, b.patience)
	defer cancel()
	if err := b.units.Acquire(wait, cost); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, ErrBusy
	}
	return func() { b.units.Release(cost) }, nil
}
