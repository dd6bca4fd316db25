package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress shows how far an ingest has come: a bar on a terminal, with the
// rate and the time that remains by the bytes read; else a line now and then.
type progress struct {
	out   io.Writer
	begun time.Time
	size  int64        // bytes of all inputs, -1 if not known
	read  func() int64 // of these, read so far

	mu    sync.Mutex
	now   totals
	shown int // reports at the last plain line
	bar   *mpb.Bar
	bars  *mpb.Progress
}

// plainEvery is how many reports are read between two plain lines.
const plainEvery = 1000

func newProgress(c *console, size int64, read func() int64) *progress {
	p := &progress{out: c.err, begun: time.Now(), size: size, read: read}
	if f, ok := c.err.(*os.File); ok && size > 0 && term.IsTerminal(int(f.Fd())) {
		p.bars = mpb.New(mpb.WithOutput(f), mpb.WithWidth(40))
		p.bar = p.bars.AddBar(size,
			mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.line() })),
			mpb.AppendDecorators(decor.Percentage(), decor.Name(" "), decor.AverageETA(decor.ET_STYLE_GO)))
	}
	return p
}

// silent shows nothing.
func silent() *progress { return &progress{out: io.Discard, begun: time.Now()} }

func (p *progress) update(t totals) {
	p.mu.Lock()
	p.now = t
	bar := p.bar
	plain := bar == nil && t.read-p.shown >= plainEvery
	if plain {
		p.shown = t.read
	}
	p.mu.Unlock()
	if bar != nil {
		bar.SetCurrent(min(p.read(), p.size-1))
	}
	if plain {
		fmt.Fprintln(p.out, "depesche:", p.line())
	}
}

// line is the state in words.
func (p *progress) line() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	t := p.now
	rate := float64(t.read) / max(time.Since(p.begun).Seconds(), 0.001)
	s := fmt.Sprintf("%d reports, %d records, %.0f/s", t.read, t.records, rate)
	if t.known > 0 {
		s += fmt.Sprintf(", %d known", t.known)
	}
	if t.failed > 0 {
		s += fmt.Sprintf(", %d failed", t.failed)
	}
	return s
}

// done ends the display with one plain line.
func (p *progress) done(t totals) {
	p.mu.Lock()
	p.now = t
	p.mu.Unlock()
	if p.bar != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
	fmt.Fprintln(p.out, "depesche:", p.line())
}
