package guard

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestConcurrency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		h := newGuard(t, Options{MaxConcurrent: 2}).Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
		for range 2 {
			go ask(h, "GET", "/", nil)
		}
		synctest.Wait()
		if w := ask(h, "GET", "/", nil); w.Code != 503 || w.Header().Get("Retry-After") != "1" {
			t.Errorf("the third: status %d, headers %v", w.Code, w.Header())
		}
		if w := ask(h, "GET", "/login", nil); w.Code != 200 {
			t.Errorf("signing in while busy: status %d", w.Code)
		}
		close(release)
		synctest.Wait()
		if w := ask(h, "GET", "/", nil); w.Code != 200 {
			t.Errorf("afterwards: status %d", w.Code)
		}
	})
}

// TestLongAnswers: they have more time, and few of them run at a time.
func TestLongAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newGuard(t, Options{Long: func(r *http.Request) bool { return r.URL.Path == "/long" }}).Wrap(
			http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
		start := time.Now()
		if ask(h, "GET", "/short", nil); time.Since(start) != defaultTimeout {
			t.Errorf("a short one took %v", time.Since(start))
		}
		for range budgetCapacity / longCost {
			go ask(h, "GET", "/long", nil)
		}
		synctest.Wait()
		start = time.Now()
		if w := ask(h, "GET", "/long", nil); w.Code != 503 || time.Since(start) != budgetPatience {
			t.Errorf("one too many: status %d after %v", w.Code, time.Since(start))
		}
		time.Sleep(longTimeout)
		if ask(h, "GET", "/long", nil); time.Since(start) < longTimeout {
			t.Errorf("a long one was given up after %v", time.Since(start))
		}
	})
}

// TestPanicGivesItsSlotBack: a handler that fails does not use up the company.
func TestPanicGivesItsSlotBack(t *testing.T) {
	h := newGuard(t, Options{MaxConcurrent: 1}).Wrap(http.HandlerFunc(desk))
	for range 3 {
		if w := ask(h, "GET", "/panic", nil); w.Code != 500 {
			t.Fatalf("status %d", w.Code)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	g := newGuard(t, Options{Token: testToken, MaxBody: 10})
	var got error
	h := g.Wrap(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, got = io.ReadAll(r.Body) }))
	for body, tooLarge := range map[string]bool{"0123456789": false, "0123456789a": true} {
		got = nil
		r := httptest.NewRequest(http.MethodPost, "http://localhost/", io.MultiReader(strings.NewReader(body)))
		r.Header.Set("Authorization", "Bearer "+testToken)
		h.ServeHTTP(httptest.NewRecorder(), r)
		var limit *http.MaxBytesError
		if errors.As(got, &limit) != tooLarge {
			t.Errorf("%d bytes of unknown length: %v", len(body), got)
		}
	}
}

func TestBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := NewBudget(4, time.Second)
		all, err := b.Acquire(t.Context(), 100) // costs all there is
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if _, err := b.Acquire(t.Context(), 1); !errors.Is(err, ErrBusy) || time.Since(start) != time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := b.Acquire(ctx, 1); !errors.Is(err, context.Canceled) {
			t.Errorf("of a client that left: %v", err)
		}
		go func() { time.Sleep(time.Second / 2); all() }()
		one, err := b.Acquire(t.Context(), 0)
		if err != nil {
			t.Errorf("after waiting: %v", err)
		}
		one()
	})
}
