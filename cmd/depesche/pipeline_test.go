package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"depesche/record"
	"depesche/report"
	"depesche/source/intake"
)

// stub reads a report whose text says what happens.
type stub struct{ busy *atomic.Int32 }

func (s stub) read(r *report.Report) ([]record.Record, error) {
	s.busy.Add(1)
	defer s.busy.Add(-1)
	switch {
	case strings.HasPrefix(r.Text, "slow"):
		time.Sleep(3 * time.Millisecond)
	case r.Text == "panic":
		var none []int
		_ = none[len(r.Text)]
	case r.Text == "fail":
		return nil, errors.New(r.ID + ": no")
	}
	return []record.Record{{ID: r.ID}}, nil
}

func texts(n int, text func(i int) string, given *atomic.Int32) iter.Seq[item] {
	return func(yield func(item) bool) {
		for i := range n {
			given.Add(1)
			it := item{report: &report.Report{ID: fmt.Sprint(i), Text: text(i)}}
			if text(i) == "bad input" {
				it = item{err: fmt.Errorf("%d: bad input", i)}
			}
			if !yield(it) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	text := func(i int) string {
		switch {
		case i%17 == 3:
			return "panic"
		case i%17 == 5:
			return "fail"
		case i%17 == 7:
			return "bad input"
		case i%4 == 0:
			return "slow"
		}
		return "quick"
	}
	for _, workers := range []int{1, 2, 7} {
		var given, busy atomic.Int32
		n := 0
		err := inOrder(texts(100, text, &given), workers, func() reader { return stub{&busy} }, func(r result) error {
			want := map[string]string{"panic": "internal error", "fail": "no", "bad input": "bad input"}[text(n)]
			switch {
			case want == "" && (r.err != nil || r.report.ID != fmt.Sprint(n) || len(r.records) != 1):
				t.Errorf("%d workers: result %d is %+v", workers, n, r)
			case want != "" && (r.err == nil || !strings.HasPrefix(r.err.Error(), fmt.Sprint(n)) || !strings.Contains(r.err.Error(), want)):
				t.Errorf("%d workers: result %d has error %v, want %q", workers, n, r.err, want)
			}
			if ahead := int(given.Load()) - n; ahead > queued*workers+workers+3 {
				t.Errorf("%d workers: %d reports ahead", workers, ahead)
			}
			n++
			return nil
		})
		if err != nil || n != 100 {
			t.Errorf("%d workers: %d results, %v", workers, n, err)
		}
	}
}

func TestSinkFails(t *testing.T) {
	var given, busy atomic.Int32
	full := errors.New("disk full")
	err := inOrder(texts(1000, func(int) string { return "quick" }, &given), 2, func() reader { return stub{&busy} }, func(r result) error {
		if r.report.ID == "5" {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || given.Load() > 30 {
		t.Errorf("%v after %d", err, given.Load())
	}
}

func TestDocumentIDs(t *testing.T) {
	for _, c := range [][2]string{
		{"a.txt b.txt -", "a b stdin"},
		{"x/a.txt y/a.txt b.txt", "x/a y/a b"},
		{"p/x/a.txt q/x/a.txt a.txt", "p/x/a q/x/a a"},
		{"a.txt a.txt", "a a"},
	} {
		if got := strings.Join(intake.DocumentIDs(strings.Fields(c[0])), " "); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}
