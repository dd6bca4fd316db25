package watch

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"depesche/report"
	"depesche/source"
	"depesche/source/feed"
	"depesche/source/fetch"
)

// web answers each address with its list of answers, the last one again and
// again, and notes when it was asked, in minutes.
type web struct {
	start   time.Time
	answers map[string][]func(known fetch.Validators) (*fetch.Answer, error)
	asked   map[string][]int
	mu      sync.Mutex
}

func (w *web) Get(ctx context.Context, address string, known fetch.Validators) (*fetch.Answer, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(time.Second):
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(w.asked[address])
	w.asked[address] = append(w.asked[address], int(time.Since(w.start).Minutes()))
	list := w.answers[address]
	if len(list) == 0 {
		return nil, &source.Error{Input: address, Err: &fetch.StatusError{Code: 404}}
	}
	a, err := list[min(n, len(list)-1)](known)
	if a != nil {
		a.URL = address
	}
	return a, err
}

func body(s string) func(fetch.Validators) (*fetch.Answer, error) {
	return func(fetch.Validators) (*fetch.Answer, error) { return &fetch.Answer{Body: []byte(s)}, nil }
}

func fails(code int, retry time.Duration) func(fetch.Validators) (*fetch.Answer, error) {
	return func(fetch.Validators) (*fetch.Answer, error) {
		return nil, &source.Error{Input: "x", Err: &fetch.StatusError{Code: code, Retry: retry}}
	}
}

func rss(items ...string) string {
	var b strings.Builder
	b.WriteString("<rss><channel><title>N</title>")
	for _, it := range items {
		id, text, _ := strings.Cut(it, "=")
		fmt.Fprintf(&b, "<item><guid>urn:%s</guid><link>https://p.example/%s</link><description>%s</description></item>", id, id, text)
	}
	return b.String() + "</channel></rss>"
}

// watch runs a watcher for some hours of a clock of its own.
func watch(t *testing.T, hours int, w *web, watcher *Watcher) (taken, failed []string) {
	synctest.Test(t, func(t *testing.T) {
		w.start, w.asked = time.Now(), map[string][]int{}
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(hours)*time.Hour)
		defer cancel()
		watcher.Web = w
		watcher.Take = func(_ context.Context, r *report.Report) error {
			taken = append(taken, r.ID+"="+r.Text)
			return nil
		}
		watcher.Failed = func(err error) { failed = append(failed, err.Error()) }
		if err := watcher.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	return taken, failed
}

func feeds(urls ...string) (subs []feed.Subscription) {
	for _, u := range urls {
		subs = append(subs, feed.Subscription{URL: u})
	}
	return subs
}

func TestNewItems(t *testing.T) {
	var got []fetch.Validators
	w := &web{answers: map[string][]func(fetch.Validators) (*fetch.Answer, error){
		"https://a.example/rss": {
			func(fetch.Validators) (*fetch.Answer, error) {
				return &fetch.Answer{Body: []byte(rss("1=eins", "2=zwei")), Validators: fetch.Validators{ETag: "v1"}}, nil
			},
			func(known fetch.Validators) (*fetch.Answer, error) {
				got = append(got, known)
				return &fetch.Answer{NotModified: true}, nil
			},
			body(rss("2=zwei", "3=drei")), body(rss("2=zwei, berichtigt", "3=drei")), body("<rss><channel><item>"), body(rss("3=drei", "4=vier")),
		},
	}}
	taken, failed := watch(t, 3, w, &Watcher{Feeds: feeds("https://a.example/rss")})
	if want := []string{"urn:1=eins", "urn:2=zwei", "urn:3=drei", "urn:2=zwei, berichtigt", "urn:4=vier"}; !reflect.DeepEqual(taken, want) {
		t.Errorf("%q, want %q", taken, want)
	}
	if len(got) != 1 || got[0].ETag != "v1" {
		t.Errorf("validators %v", got)
	}
	if len(failed) != 1 || !strings.Contains(failed[0], "malformed feed") {
		t.Errorf("%q", failed)
	}
	if n := len(w.asked["https://a.example/rss"]); n < 10 || n > 12 {
		t.Errorf("asked %d times in three hours", n)
	}
}

func TestBackoff(t *testing.T) {
	w := &web{answers: map[string][]func(fetch.Validators) (*fetch.Answer, error){
		"https://down.example/": {fails(500, 0)},
		"https://wait.example/": {fails(429, 5*time.Hour), body(rss("1=eins"))},
		"https://gone.example/": {fails(410, 0)},
		"https://up.example/":   {body(rss("2=zwei"))},
	}}
	taken, failed := watch(t, 8, w, &Watcher{Feeds: feeds("https://down.example/", "https://wait.example/", "https://gone.example/", "https://up.example/"), Interval: 10 * time.Minute})
	if n := len(w.asked["https://down.example/"]); n != 6 { // after 10, 20, 40, 80, 160 minutes and their jitter
		t.Errorf("a feed that fails was asked at %v", w.asked["https://down.example/"])
	}
	if at := w.asked["https://wait.example/"]; len(at) < 2 || at[1] != 300 {
		t.Errorf("Retry-After was not kept: %v", at)
	}
	if n := len(w.asked["https://gone.example/"]); n != 1 {
		t.Errorf("a feed that is gone was asked %d times", n)
	}
	if n := len(w.asked["https://up.example/"]); n < 40 || n > 48 {
		t.Errorf("asked %d times", n)
	}
	if len(taken) != 2 || len(failed) < 8 {
		t.Errorf("%q %q", taken, failed)
	}
}

func TestFollow(t *testing.T) {
	page := func(s string) func(fetch.Validators) (*fetch.Answer, error) {
		return body("<html><body><article><p>" + strings.Repeat(s+" ", 60) + "</p></article></body></html>")
	}
	w := &web{answers: map[string][]func(fetch.Validators) (*fetch.Answer, error){
		"https://a.example/":  {body(rss("1=kurz", "2=allein", "3=", "4=alt"))},
		"https://p.example/1": {page("lang")}, "https://p.example/4": {page("alt")},
	}}
	taken, failed := watch(t, 1, w, &Watcher{Feeds: feeds("https://a.example/"), Follow: true, Known: func(_ context.Context, id string) (bool, error) { return id == "urn:4", nil }})
	if len(taken) != 2 || !strings.HasPrefix(taken[0], "urn:1=lang lang") || taken[1] != "urn:2=allein" {
		t.Errorf("%q", taken)
	}
	if len(failed) != 2 || len(w.asked["https://p.example/4"]) != 0 || len(w.asked["https://p.example/1"]) != 1 {
		t.Errorf("%q %v", failed, w.asked)
	}
}

func TestTakeFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{start: time.Now(), asked: map[string][]int{}, answers: map[string][]func(fetch.Validators) (*fetch.Answer, error){"https://a.example/": {body(rss("1=x"))}, "https://b.example/": {body(rss("1=x"))}}}
		full := errors.New("disk full")
		watcher := &Watcher{Feeds: feeds("https://a.example/", "https://b.example/"), Web: w, Take: func(context.Context, *report.Report) error { return full }}
		if err := watcher.Run(t.Context()); !errors.Is(err, full) {
			t.Error(err)
		}
	})
}

func TestOnceAndMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{start: time.Now(), asked: map[string][]int{}, answers: map[string][]func(fetch.Validators) (*fetch.Answer, error){}}
		var urls []string
		for i := range 30 {
			u := fmt.Sprintf("https://h%d.example/", i)
			urls = append(urls, u)
			w.answers[u] = append(w.answers[u], body(rss(fmt.Sprintf("%d=x", i))))
		}
		n, rounds := 0, 0
		watcher := &Watcher{Polled: func(context.Context) error { rounds++; return nil }, Feeds: feeds(urls...), Web: w, Take: func(context.Context, *report.Report) error { n++; return nil }}
		if err := watcher.Once(t.Context()); err != nil || n != 30 || rounds != 30 {
			t.Error(n, rounds, err)
		}
	})
}

func TestJitter(t *testing.T) {
	a, b := jitter("https://a.example/1", time.Hour), jitter("https://b.example/1", time.Hour)
	if a != jitter("https://a.example/2", time.Hour) || a == b || a < 0 || a >= time.Hour || b >= time.Hour {
		t.Error(a, b)
	}
}
