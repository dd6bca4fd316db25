package browser

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// look is how a page is looked at. The zero value is a wide, light, English one.
type look struct {
	width    int64 // in pixels; 0 is 1280
	dark     bool
	lang     string // Accept-Language; "" is en
	noScript bool
	stranger bool // not signed in
}

const (
	wide   = 1280
	narrow = 390
)

// tab is one page of the browser, which watches over what goes wrong in it.
type tab struct {
	testing.TB
	ctx  context.Context
	desk *desk

	mu       sync.Mutex
	problems []string
	bytes    map[string]float64 // sent over the network, by kind of resource
	kinds    map[network.RequestID]string
	expected []string // what may go wrong
}

// newTab opens an empty tab on the desk. Whatever goes wrong in it until the
// end of the test fails the test: an error on the console, an exception, a
// request to another host.
func newTab(t testing.TB, d *desk, l look) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser(t))
	b := &tab{TB: t, desk: d, bytes: map[string]float64{}, kinds: map[network.RequestID]string{}}
	if err := chromedp.Listen(ctx, b.listen); err != nil { // opens the tab
		t.Fatal(err)
	}
	var stop context.CancelFunc
	b.ctx, stop = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(func() {
		stop()
		cancel()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, p := range b.problems {
			t.Error(p)
		}
	})
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: l.noScript})
	b.look(l)
	return b
}

// look changes how pages are looked at, from the next one on that is loaded; the
// width and the colours of the one that is there change too.
func (b *tab) look(l look) *tab {
	b.Helper()
	if l.width == 0 {
		l.width = wide
	}
	if l.lang == "" {
		l.lang = "en"
	}
	scheme := "light"
	if l.dark {
		scheme = "dark"
	}
	headers := network.Headers{"Accept-Language": l.lang}
	if !l.stranger {
		headers["Authorization"] = "Bearer " + token
	}
	call(b, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: headers})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: l.width, Height: 900, DeviceScaleFactor: 1})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	return b
}

// call sends a command of the browser's protocol.
func call[P, R any](b *tab, cmd cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, cmd, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func (b *tab) listen(ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		d := ev.ExceptionDetails
		text := d.Text
		if d.Exception != nil {
			text += " " + d.Exception.Description
		}
		b.problem("exception: %s (%s:%d)", text, d.URL, d.LineNumber+1)
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.ConsoleAPICalledTypeError || ev.Type == runtime.ConsoleAPICalledTypeWarning {
			var parts []string
			for _, a := range ev.Args {
				parts = append(parts, string(a.Value)+a.Description)
			}
			b.problem("console: %s", strings.Join(parts, " "))
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError || ev.Entry.Level == log.EntryLevelWarning {
			b.problem("log: %s (%s)", ev.Entry.Text, ev.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(ev.Request.URL)
		if err == nil && (u.Scheme == "data" || u.Scheme == "blob" || "http://"+u.Host == b.desk.url) {
			b.mu.Lock()
			b.kinds[ev.RequestID] = string(ev.Type)
			b.mu.Unlock()
			return
		}
		b.problem("request to another host: %.200s", ev.Request.URL)
	case *network.EventLoadingFinished:
		b.mu.Lock()
		b.bytes[b.kinds[ev.RequestID]] += ev.EncodedDataLength
		b.mu.Unlock()
	}
}

func (b *tab) problem(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	text := fmt.Sprintf(format, args...)
	for _, e := range b.expected {
		if strings.Contains(text, e) {
			return
		}
	}
	b.problems = append(b.problems, text)
}

// expect says that something with these words may go wrong, because the test
// makes it so.
func (b *tab) expect(words string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.expected = append(b.expected, words)
}

// run does the steps or ends the test.
func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// get does an action and returns its value, or ends the test.
func get[T any](b *tab, a chromedp.Action[T]) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, a)
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// js works out an expression in the page.
func js[T any](b *tab, expression string) T {
	b.Helper()
	return get(b, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// visit loads an address of the desk.
func (b *tab) visit(path string) *tab {
	b.Helper()
	b.run(chromedp.Navigate(b.desk.url + path))
	return b
}

// click clicks what a selector finds and waits for the page that comes.
func (b *tab) click(selector string) *tab {
	b.Helper()
	b.follow(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
	return b
}

// follow does what leads to another page, and waits for that page.
func (b *tab) follow(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, 15*time.Second)
	defer stop()
	if _, err := chromedp.RunResponse(ctx, steps...); err != nil {
		b.Fatal("no page came: ", err)
	}
}

// path returns the address that the tab shows, without the host.
func (b *tab) path() string {
	b.Helper()
	return strings.TrimPrefix(get(b, chromedp.Location()), b.desk.url)
}

// text returns the text of the first that a selector finds.
func (b *tab) text(selector string) string {
	b.Helper()
	return get(b, chromedp.Text(chromedp.CSS(selector)))
}

// count says how much a selector finds.
func (b *tab) count(selector string) int {
	b.Helper()
	return js[int](b, fmt.Sprintf("document.querySelectorAll(%q).length", selector))
}

// code is what was loaded of scripts and styles, in bytes as they were sent.
func (b *tab) code() float64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.bytes[string(network.ResourceTypeScript)] + b.bytes[string(network.ResourceTypeStylesheet)]
}

// shoot keeps a picture of the whole page.
func (b *tab) shoot(name string) {
	b.Helper()
	png := get(b, chromedp.FullScreenshot(100))
	if err := os.WriteFile(filepath.Join(screenshots(b), name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}
