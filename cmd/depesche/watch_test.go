package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
	"depesche/source"
	feeds "depesche/source/feed"
	"depesche/source/fetch"
	"depesche/source/watch"
)

// TestWriteReport holds what watch writes to what read takes in.
func TestWriteReport(t *testing.T) {
	want := &report.Report{ID: "urn:1", Lang: "de", Title: "Berg & <Tal>", Outlet: "Nordblatt", URL: "https://nordblatt.example/1?a=b&c=d", Text: "Eins.\n\nZwei.", Date: record.Month(2023, 3), Origin: "r.jsonl:1"}
	var b bytes.Buffer
	if err := writeReport(&b, want); err != nil {
		t.Fatal(err)
	}
	for got, err := range source.JSONL("r.jsonl", &b, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
}

// oneFeed is a web of one feed.
type oneFeed string

func (f oneFeed) Get(_ context.Context, address string, _ fetch.Validators) (*fetch.Answer, error) {
	return &fetch.Answer{URL: address, Body: []byte(f)}, nil
}

// TestWatchKeeps lets what is polled be read into a register, once.
func TestWatchKeeps(t *testing.T) {
	needLemmas(t)
	web := oneFeed(`<rss><channel><title>Nordblatt</title><item><guid>urn:1</guid><pubDate>Mi, 05 Apr 2023 10:00:00 +0200</pubDate><description>Polen hat am Dienstag zehn russische Diplomaten ausgewiesen.</description></item>
<item><guid>urn:2</guid><description>Frankreich und Italien unterzeichneten ein Abkommen in Rom.</description></item></channel></rss>`)
	var said bytes.Buffer
	c := &console{out: &said, err: &said}
	cmd := watchCmd{dbFlag: dbFlag{DB: filepath.Join(t.TempDir(), "r.db")}}
	for range 2 {
		w := &watch.Watcher{Web: web, Feeds: []feeds.Subscription{{URL: "https://nordblatt.example/rss"}}}
		reg, err := cmd.keep(context.Background(), c, w)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Once(context.Background()); err != nil {
			t.Fatal(err)
		}
		totals, err := reg.Totals(context.Background())
		if err != nil || totals.Reports != 2 || totals.Entries == 0 {
			t.Errorf("%+v, %v", totals, err)
		}
		reg.Close()
	}
	if !strings.Contains(said.String(), "2 reports") || !strings.Contains(said.String(), "2 known") {
		t.Errorf("said %q", said.String())
	}
}
