package browser

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"depesche/record"
	"depesche/web/trial"
)

// TestDyad uses the page of two parties as a reader does: drags across the
// timeline, comes out again, goes through the bars by keys and opens one, saves
// the drawings.
func TestDyad(t *testing.T) {
	d := serve(t)
	b := newTab(t, d, look{})
	b.visit("/dyad/CHN/BLR")
	if p := b.path(); p != "/dyad/BLR/CHN" {
		t.Fatalf("the page is at %s", p)
	}
	box := js[[]float64](b, `(() => { const s = document.getElementById("timeline"); s.scrollIntoView({block: "center"}); const r = s.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()`)
	y := box[1] + box[3] - 30 // above the axis
	b.follow(chromedp.DragAndDropXY(box[0]+box[2]*0.25, y, box[0]+box[2]*0.5, y))
	u, err := url.Parse(b.path())
	if err != nil {
		t.Fatal(err)
	}
	since, err := record.ParseEDTF(u.Query().Get("since"))
	until, err2 := record.ParseEDTF(u.Query().Get("until"))
	if err != nil || err2 != nil || until.To-since.From < 100 {
		t.Fatalf("dragging leads to %s", u)
	}
	b.loaded()
	if from := js[string](b, `document.getElementById("timeline").dataset.from`); from != since.From.String() {
		t.Errorf("the timeline begins on %s, not on %s", from, since.From)
	}
	b.shoot("dyad-near-1280")
	whole := js[int](b, `[...document.querySelectorAll(".moves a")].findIndex(a => a.textContent === "All")`)
	if whole < 0 {
		t.Fatal("nothing leads back to all")
	}
	b.follow(chromedp.Click(chromedp.CSS(".moves a:last-child"), chromedp.NodeVisible))
	if p := b.path(); strings.Contains(p, "since=") {
		t.Errorf("all is at %s", p)
	}

	b.loaded()
	js[bool](b, `document.querySelector("#timeline a[tabindex]").focus(); true`)
	first := js[string](b, `document.activeElement.textContent`)
	b.keys(kb.ArrowRight + kb.ArrowRight + kb.ArrowLeft)
	second := js[string](b, `document.activeElement.textContent`)
	if second == "" || second == first {
		t.Errorf("arrow keys lead from %q to %q", first, second)
	}
	if n := js[int](b, `document.querySelectorAll("#timeline a[tabindex='0']").length`); n != 1 {
		t.Errorf("%d bars are stops of the tab key, want one", n)
	}
	b.follow(chromedp.KeyEvent(kb.Enter))
	if p := b.path(); !strings.HasPrefix(p, "/entry/") {
		t.Errorf("a bar leads to %s", p)
	}
}

// loaded waits until the page and its scripts are there.
func (b *tab) loaded() {
	b.Helper()
	js[bool](b, `new Promise(done => document.readyState === "complete" ? done(true) : addEventListener("load", () => done(true)))`)
}

// TestSavedPlots: what the buttons give is a whole SVG without a style sheet, and
// a PNG of twice its size.
func TestSavedPlots(t *testing.T) {
	b := newTab(t, serve(t), look{})
	b.visit("/dyad/BLR/CHN")
	// The files are kept instead of downloaded.
	js[bool](b, `window.saved = []; URL.createObjectURL = blob => { window.saved.push(blob); return "blob:kept"; }; HTMLAnchorElement.prototype.click = function () { this.dataset.name = this.download; window.saved.at(-1).name = this.download; }; true`)
	b.run(chromedp.Click(chromedp.CSS("button[data-of=timeline][data-save=svg]"), chromedp.NodeVisible))
	b.run(chromedp.Click(chromedp.CSS("button[data-of=timeline][data-save=png]"), chromedp.NodeVisible))
	out := js[[]string](b, `(async () => {
		for (let i = 0; i < 100 && window.saved.length < 2; i++) await new Promise(r => setTimeout(r, 50));
		const [svg, png] = window.saved;
		const text = await svg.text();
		const doc = new DOMParser().parseFromString(text, "image/svg+xml");
		const bar = doc.querySelector("rect[fill^='rgb']");
		const image = await createImageBitmap(png);
		const wide = document.getElementById("timeline").getBoundingClientRect().width;
		return [svg.name, png.name, doc.documentElement.tagName, String(doc.querySelectorAll("[class], a[href]").length), bar ? "painted" : "bare", String(Math.round(image.width / wide))];
	})()`)
	if got, want := strings.Join(out, " "), "timeline.svg timeline.png svg 0 painted 2"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
}

// mostBytes is what scripts and styles of a page may weigh as they are sent.
const mostBytes = 150 << 10

// BenchmarkFirstPaint loads the page of two states with 20,000 entries and says
// when something of it is seen, in milliseconds from the request, and what its
// scripts and styles weigh.
//
//	DEPESCHE_BUSY=/tmp/busy.db go test ./web/browser -run '^$' -bench FirstPaint -benchtime 10x
func BenchmarkFirstPaint(b *testing.B) {
	ctx, cancel := context.WithCancel(b.Context())
	reg := trial.Busy(b)
	at, stop := open(b, ctx, reg)
	defer func() { cancel(); stop() }()
	t := newTab(b, &desk{at, reg}, look{})
	t.visit("/dyad/BLR/CHN")
	least, sum, n := 1e9, 0.0, 0
	for b.Loop() {
		t.visit("/dyad/BLR/CHN?limit=50")
		ms := js[float64](t, `new Promise(done => { const look = () => { const p = performance.getEntriesByName("first-contentful-paint")[0]; p ? done(p.startTime) : setTimeout(look, 10); }; look(); })`)
		least, sum, n = min(least, ms), sum+ms, n+1
	}
	b.ReportMetric(sum/float64(n), "ms-mean")
	b.ReportMetric(least, "ms-least")
	t.mu.Lock()
	bytes := t.bytes["Script"] + t.bytes["Stylesheet"]
	t.mu.Unlock()
	b.ReportMetric(bytes, "bytes-script-style")
	if bytes > mostBytes {
		b.Errorf("scripts and styles weigh %.0f bytes, more than %d", bytes, mostBytes)
	}
}
