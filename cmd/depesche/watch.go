package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"depesche/register"
	"depesche/report"
	"depesche/source"
	feeds "depesche/source/feed"
	"depesche/source/fetch"
	"depesche/source/intake"
	"depesche/source/watch"
)

type watchCmd struct {
	dbFlag

	Lists    []string      `arg:"" name:"list" help:"Lists of feeds in OPML, or addresses of feeds."`
	Interval time.Duration `default:"15m" help:"Pause between two looks at a feed, at least 1m; a tenth more by the feed's host."`
	Follow   bool          `help:"Fetch the pages that items link to, and read them instead of the items."`
	Once     bool          `help:"Look at each feed once and end."`
	Print    bool          `help:"Write what is new as JSON lines, which read and ingest take in, instead of into the register."`
	Lang     string        `enum:"auto,de,en" default:"auto" help:"Language of the reports: de, en; auto recognises it."`
}

// Help says more under depesche watch --help.
func (watchCmd) Help() string {
	return `Polls feeds and reads what is new into the register, until it is interrupted. It
keeps to robots.txt, asks a host at most once a second, and fetches nothing but
the feeds, and with --follow the pages that they link to.

Examples:
  depesche watch feeds.opml
  depesche watch --follow --once https://example.org/rss
  depesche watch --print feeds.opml >>reports.jsonl`
}

// Run polls until it is interrupted.
func (cmd *watchCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	list, err := subscriptions(c, cmd.Lists)
	if err != nil {
		return err
	}
	f := inputFlags{Lang: cmd.Lang}
	failed := false
	w := &watch.Watcher{Feeds: list, Web: newWeb(), Interval: cmd.Interval, Follow: cmd.Follow, Options: source.Options{Lang: f.lang()},
		Failed: func(err error) {
			failed = true
			c.fail(err)
		}}
	if cmd.Print {
		w.Take = func(_ context.Context, r *report.Report) error { return writeReport(c.out, r) }
	} else {
		reg, err := cmd.keep(ctx, c, w)
		if err != nil {
			return err
		}
		defer reg.Close()
	}
	if !cmd.Once {
		return w.Run(ctx)
	}
	if err := w.Once(ctx); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	return nil
}

// keep lets the watcher's reports be read into the register, those of one look
// at a feed together.
func (cmd *watchCmd) keep(ctx context.Context, c *console, w *watch.Watcher) (*register.Register, error) {
	reader, err := fingerprint()
	if err != nil {
		return nil, err
	}
	reg, err := cmd.create(ctx, c)
	if err != nil {
		return nil, err
	}
	// What has been fetched is kept even where the watching is interrupted.
	in := &ingestion{ctx: context.WithoutCancel(ctx), reg: reg, reader: reader, stages: newStages(), progress: newProgress(c, -1, nil)}
	var items []item
	w.Take = func(_ context.Context, r *report.Report) error {
		items = append(items, item{report: r})
		return nil
	}
	w.Polled = func(context.Context) error {
		if len(items) == 0 {
			return nil
		}
		err := in.run(slices.Values(items), workers(0))
		items = nil
		if err == nil {
			fmt.Fprintln(c.err, "depesche:", in.progress.line())
		}
		return err
	}
	return reg, nil
}

// newWeb gets documents from the web.
func newWeb() *fetch.Client {
	return fetch.New(fetch.Options{Agent: "depesche/" + strings.ReplaceAll(programVersion(), " ", "-")})
}

// subscriptions are the feeds of all lists; what is wrong with a list is said,
// and the others count.
func subscriptions(c *console, lists []string) ([]feeds.Subscription, error) {
	var list []feeds.Subscription
	for _, name := range lists {
		if intake.IsURL(name) {
			list = append(list, feeds.Subscription{URL: name})
			continue
		}
		in, err := open(name, c.in)
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(io.LimitReader(in, maxList+1))
		in.Close()
		if err != nil {
			return nil, fileError(name, err)
		}
		if len(b) > maxList {
			return nil, withHint(fmt.Errorf("%s: more than %d MB", name, maxList>>20), "a list of feeds is OPML")
		}
		subs, err := feeds.OPML(name, b)
		if err != nil {
			c.fail(err)
		}
		list = append(list, subs...)
	}
	if len(list) == 0 {
		return nil, withHint(errors.New("no feeds to watch"), "name a list in OPML, or the address of a feed")
	}
	return list, nil
}

// maxList is the size of a list of feeds, in bytes.
const maxList = 16 << 20

// writeReport writes a report as a line of JSON, as source.JSONL reads it.
func writeReport(out io.Writer, r *report.Report) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		ID     string `json:"id"`
		Lang   string `json:"lang,omitempty"`
		Date   string `json:"date,omitempty"`
		Title  string `json:"title,omitempty"`
		Outlet string `json:"outlet,omitempty"`
		URL    string `json:"url,omitempty"`
		Text   string `json:"text"`
	}{r.ID, r.Lang, r.Date.EDTF(), r.Title, r.Outlet, r.URL, r.Text})
}
