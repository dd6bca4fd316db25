// Package watch polls feeds and hands on what is new in them: each feed at an
// interval, shifted by a share that depends on its host alone, so that many
// feeds of one list do not come at once and a run can be repeated; with longer
// pauses where a server fails or asks for them; with conditional requests where
// it knows them.
package watch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"time"

	"depesche/report"
	"depesche/source"
	"depesche/source/feed"
	"depesche/source/fetch"
	"depesche/source/intake"
)

// The pauses. A feed that fails is asked again after its interval, then after
// twice, four times … that, at most a day.
const (
	DefaultInterval = 15 * time.Minute
	MinInterval     = time.Minute
	maxPause        = 24 * time.Hour
	parallel        = 8 // feeds that are got at the same time
)

// Watcher polls feeds. Its fields are set before Run.
type Watcher struct {
	Feeds    []feed.Subscription
	Web      intake.Getter
	Interval time.Duration // 0 = DefaultInterval
	Follow   bool          // read the pages that items link to
	Options  source.Options

	// Take is given each new report; an error of it ends the watching. It is
	// called from one goroutine.
	Take func(context.Context, *report.Report) error

	// Polled is told when all that a look at a feed brought has been given to
	// Take; an error of it ends the watching. It may be nil.
	Polled func(context.Context) error

	// Known says whether the document with this id has been taken in an
	// earlier run, so that its page need not be fetched again; nil = none has.
	Known func(ctx context.Context, id string) (bool, error)

	// Failed is told what could not be read, and that a feed is polled no
	// more; the others go on.
	Failed func(error)
}

// state is what is remembered of a feed between polls.
type state struct {
	feed.Subscription
	due      time.Time
	failures int
	known    fetch.Validators
	seen     map[[16]byte]bool // the items of the last poll
	gone     bool
}

// polled is what a poll brought.
type polled struct {
	feed   *state
	answer *fetch.Answer
	err    error
}

// Run polls until the context ends, which is no error; an error of Take is.
func (w *Watcher) Run(ctx context.Context) error {
	return w.poll(ctx, 0)
}

// Once polls each feed once.
func (w *Watcher) Once(ctx context.Context) error {
	return w.poll(ctx, 1)
}

// poll goes round the feeds, so many times each; 0 is without end.
func (w *Watcher) poll(ctx context.Context, rounds int) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	feeds := make([]*state, len(w.Feeds))
	for i, f := range w.Feeds {
		feeds[i] = &state{Subscription: f, due: time.Now()}
	}
	polls := map[*state]int{}
	results := make(chan polled)
	running := map[*state]bool{}
	for {
		next := w.start(ctx, feeds, running, func(f *state) bool { return rounds == 0 || polls[f] < rounds }, results)
		if len(running) == 0 && next.IsZero() {
			return nil
		}
		timer := time.NewTimer(time.Until(next))
		if next.IsZero() || len(running) >= parallel {
			timer.Stop()
		}
		select {
		case <-ctx.Done():
			timer.Stop()
			for range running {
				<-results
			}
			return nil
		case <-timer.C:
		case p := <-results:
			timer.Stop()
			delete(running, p.feed)
			polls[p.feed]++
			if err := w.take(ctx, p); err != nil {
				cancel()
				for range running {
					<-results
				}
				return err
			}
		}
	}
}

// start gets the feeds that are due, as many as may run, and says when the next
// is due; zero if none will be.
func (w *Watcher) start(ctx context.Context, feeds []*state, running map[*state]bool, wanted func(*state) bool, results chan<- polled) (next time.Time) {
	now := time.Now()
	for _, f := range feeds {
		switch {
		case f.gone || running[f] || !wanted(f):
		case !f.due.After(now) && len(running) < parallel:
			running[f] = true
			go func() {
				a, err := w.Web.Get(ctx, f.URL, f.known)
				results <- polled{f, a, err}
			}()
		case next.IsZero() || f.due.Before(next):
			next = f.due
		}
	}
	return next
}

// take hands on what a poll brought and settles when the feed is due again.
func (w *Watcher) take(ctx context.Context, p polled) error {
	f := p.feed
	if ctx.Err() != nil {
		return nil
	}
	err := p.err
	if err == nil && !p.answer.NotModified {
		var taken error
		if taken, err = w.items(ctx, f, p.answer); taken != nil {
			return taken
		}
		if w.Polled != nil {
			if err := w.Polled(ctx); err != nil {
				return err
			}
		}
	}
	if err == nil {
		f.failures = 0
		if !p.answer.NotModified {
			f.known = p.answer.Validators
		}
	} else {
		f.failures++
		w.failed(err)
		var status *fetch.StatusError
		if errors.As(err, &status) && status.Code == http.StatusGone {
			f.gone = true
			w.failed(&source.Error{Input: f.URL, Err: errors.New("the feed is gone and polled no more"), Hint: "take it off the list"})
		}
	}
	f.due = time.Now().Add(w.pause(f, err))
	return nil
}

// pause is how long the feed is left alone.
func (w *Watcher) pause(f *state, err error) time.Duration {
	interval := max(w.Interval, MinInterval)
	if w.Interval == 0 {
		interval = DefaultInterval
	}
	pause := interval + jitter(f.URL, interval/10)
	for n := 1; n < f.failures && pause < maxPause; n++ {
		pause *= 2
	}
	var status *fetch.StatusError
	if errors.As(err, &status) {
		pause = max(pause, status.Retry)
	}
	return min(pause, maxPause)
}

// jitter is the share of a span that belongs to the host of the address.
func jitter(address string, span time.Duration) time.Duration {
	u, err := url.Parse(address)
	if err != nil || span <= 0 {
		return 0
	}
	h := fnv.New32a()
	h.Write([]byte(u.Hostname()))
	return time.Duration(uint64(span) * uint64(h.Sum32()) >> 32)
}

// items hands on the items that were not there at the last poll, or have
// another text now. A feed in which nothing can be read is an error.
func (w *Watcher) items(ctx context.Context, f *state, a *fetch.Answer) (taken, err error) {
	seen := map[[16]byte]bool{}
	read := 0
	for d, ierr := range (feed.Feed{Input: f.URL, URL: a.URL, Body: a.Body}).Items() {
		if ierr != nil {
			if err != nil {
				w.failed(err)
			}
			err = ierr
			continue
		}
		read++
		key := digest(d)
		seen[key] = true
		if f.seen[key] {
			continue
		}
		if taken := w.item(ctx, f, d); taken != nil {
			return taken, nil
		}
	}
	if read > 0 || err == nil {
		f.seen = seen
	}
	if err != nil && read > 0 { // a feed of which something can be read goes on
		w.failed(err)
		err = nil
	}
	return nil, err
}

func digest(d source.Document) (key [16]byte) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", d.ID, d.Title, d.Text))
	return [16]byte(sum[:16])
}

// item hands on one item, or the page that it links to.
func (w *Watcher) item(ctx context.Context, f *state, d source.Document) error {
	if w.Known != nil {
		if known, err := w.Known(ctx, d.ID); err != nil || known {
			return err
		}
	}
	if d.Outlet == "" {
		d.Outlet = f.Title
	}
	var r *report.Report
	err := error(nil)
	if w.Follow && d.URL != "" {
		if r, err = intake.FollowItem(ctx, w.Web, d, w.Options); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			w.failed(err)
		}
	}
	if r == nil && (err == nil || d.Text != "") {
		if r, err = feed.Report(d, w.Options); err != nil {
			w.failed(err)
		}
	}
	if r == nil {
		return nil
	}
	return w.Take(ctx, r)
}

func (w *Watcher) failed(err error) {
	if w.Failed != nil {
		w.Failed(err)
	}
}
