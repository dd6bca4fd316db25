package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"depesche/record"
	"depesche/register"
)

// TestSearching: a query by keys, narrowed by links, all of it in the address;
// from an entry to the words it rests on; and out as files.
func TestSearching(t *testing.T) {
	browser(t)
	d := serve(t)
	b := newTab(t, d, look{})
	b.visit("/")
	b.keys("/")
	if at := js[string](b, "document.activeElement.id"); at != "q" {
		t.Fatalf("/ leads to %q", at)
	}
	js[bool](b, "(document.activeElement.value = '', true)") // the slash of the protocol
	b.follow(chromedp.KeyEvent("party:COL\r"))
	if p := b.path(); p != "/search?q=party%3ACOL" {
		t.Fatalf("the search is %s", p)
	}
	all := b.count(".entries > li")
	if all == 0 {
		t.Fatal("nothing found")
	}
	b.click(".tabs a[href*='kind%3Aevent']")
	if p := b.path(); !strings.Contains(p, "kind%3Aevent") || !strings.Contains(p, "party%3ACOL") {
		t.Errorf("narrowed to %s", p)
	}
	if n := b.count(".entries > li"); n == 0 || n >= all {
		t.Errorf("%d of %d entries are events", n, all)
	}
	at := b.path()
	b.visit(at) // a view is a link
	if b.path() != at || js[string](b, "document.getElementById('q').value") == "" {
		t.Error("the address does not bring the query back")
	}

	for _, form := range []string{"csv", "json", "parquet"} {
		size := js[int](b, fmt.Sprintf(`fetch(document.querySelector(".exports a[href*='format=%s']").href).then((r) => r.ok ? r.arrayBuffer() : Promise.reject(r.status)).then((a) => a.byteLength)`, form))
		if size < 100 {
			t.Errorf("the export as %s has %d bytes", form, size)
		}
	}

	b.click(".entries .what a[href^='/entry/']")
	entry := b.path()
	if !strings.HasPrefix(entry, "/entry/") {
		t.Fatalf("an entry is at %s", entry)
	}
	b.click(".told a[href^='/report/']")
	if p := b.path(); !strings.HasPrefix(p, "/report/") || !strings.Contains(p, "#") {
		t.Errorf("the evidence is at %s", p)
	}
	if b.count("mark.here") == 0 {
		t.Error("the words of the record are not shown")
	}
	b.run(chromedp.Evaluate[chromedp.Void]("setTimeout(() => history.back(), 0), undefined"))
	for end := time.Now().Add(10 * time.Second); b.path() != entry; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("back is %s, not %s", b.path(), entry)
		}
	}
}

// TestWithoutScripts: every page has its text, the search works, the evidence
// can be read.
func TestWithoutScripts(t *testing.T) {
	browser(t)
	d := serve(t)
	b := newTab(t, d, look{noScript: true})
	b.expect("status of 40")
	for _, p := range site(t, d) {
		b.visit(p.path)
		if text := strings.TrimSpace(b.text("main")); len(text) < 20 {
			t.Errorf("%s says %q", p.path, text)
		}
	}
	b.visit("/")
	b.run(chromedp.SendKeys(chromedp.CSS("#q"), "Bratislava"))
	b.follow(chromedp.Submit(chromedp.CSS("form.find")))
	if p := b.path(); p != "/search?q=Bratislava" {
		t.Errorf("the search is %s", p)
	}
	b.click(".entries .what a[href^='/entry/']")
	b.click(".told a[href^='/report/']")
	if text := b.text(".document .text"); !strings.Contains(text, "Bratislava") {
		t.Errorf("the report says %.80q", text)
	}
}

// TestSigningIn: a desk with a token shows nothing before it is given.
func TestSigningIn(t *testing.T) {
	browser(t)
	d := serve(t)
	b := newTab(t, d, look{stranger: true})
	b.expect("status of 401")
	b.visit("/plans?as-of=2023-01-01")
	if b.count("#token") != 1 || b.count(".entries, .plans") != 0 {
		t.Fatal("a stranger sees more than the form")
	}
	b.run(chromedp.SendKeys(chromedp.CSS("#token"), "wrong"))
	b.follow(chromedp.KeyEvent("\r"))
	if b.count("[role=alert]") != 1 {
		t.Fatal("a wrong token is not called so")
	}
	b.accessible(everything)
	b.run(chromedp.SendKeys(chromedp.CSS("#token"), token))
	b.follow(chromedp.KeyEvent("\r"))
	if p := b.path(); p != "/plans?as-of=2023-01-01" {
		t.Errorf("after signing in the page is %s", p)
	}
	if js[string](b, "document.cookie") != "" {
		t.Error("scripts can read the session")
	}
	b.follow(chromedp.Click(chromedp.CSS("form[action='/logout'] button")))
	if b.count("#token") != 1 {
		t.Error("signing out does not")
	}
}

// evil is a report whose every part tries to be more than text.
func evil() register.Reading {
	const script = `<script>window.hacked=1</script><img src=x onerror="window.hacked=2"><svg onload=window.hacked=3>"'><a href="javascript:window.hacked=4">{{.}}`
	who := record.Entity{ID: `x:"><script>hacked</script>`, Type: record.TypePerson, Name: "Eve" + script, State: "DEU", Text: script}
	text := "Attack by " + script + " on Germany. The end."
	r := register.Report{Name: "evil" + script, Outlet: "Evil" + script, URL: "javascript:window.hacked=5", Lang: "en", Title: "Evil title " + script,
		Place: script, Text: text, Date: record.Year(2024), Reader: "trial"}
	r.ID = r.Digest()
	rec := record.Record{ID: "e1", Kind: record.KindEvent, Status: record.Actual, Type: "ASSAULT", Plover: "ASSAULT", Mode: script, Confidence: 0.9, By: script,
		Date:  record.Date{From: record.DayOf(2024, 3, 1), To: record.DayOf(2024, 3, 1), Text: script},
		Actor: []record.Entity{who}, Recipient: []record.Entity{{ID: "Q183", Type: record.TypeState, Name: "Germany", State: "DEU"}},
		Place:    &record.Entity{ID: "x:place", Type: record.TypePlace, Name: script},
		Says:     []record.Attribution{{Who: &who, Cue: script}},
		Evidence: []record.Evidence{{Document: r.ID.String(), Start: 0, End: len(text) - len(" The end."), Text: text[:len(text)-len(" The end.")]}}}
	return register.Reading{Report: r, Records: []record.Record{rec}, Words: []register.Words{{Lemmas: []string{"evil"}}}}
}

// TestScriptsInReports: what a report contains is shown as text, wherever it
// comes up.
func TestScriptsInReports(t *testing.T) {
	browser(t)
	reading := evil()
	d := serve(t, reading)
	b := newTab(t, d, look{})
	e := d.entry(t, register.Filter{Text: []string{"evil"}})
	members, err := d.reg.Members(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	report := "/report/" + reading.Report.ID.String()
	for _, p := range []string{"/", "/search?q=evil", "/search?q=%3Cscript%3Ewindow.hacked%3D6%3C%2Fscript%3E", "/entry/" + e.ID.String(), report,
		report + "?correct=" + members[0].ID.String() + "&do=party", "/entity/DEU", "/map", "/network", "/plans",
		`/login?next=%22%3E%3Cscript%3Ewindow.hacked%3D7%3C%2Fscript%3E`, "/entities?name=%3Csvg%20onload%3Dwindow.hacked%3D8%3E"} {
		b.visit(p)
		if js[bool](b, "'hacked' in window") {
			t.Errorf("%s runs a script of a report", p)
		}
		if n := b.count("main script, main img, main a[href^='javascript'], [onload], [onerror]"); n > 0 {
			t.Errorf("%s has %d elements of a report", p, n)
		}
	}
	b.visit(report)
	if text := b.text(".document .text"); !strings.Contains(text, "<script>window.hacked=1</script>") {
		t.Errorf("the text of the report is not shown as it is: %.200q", text)
	}
	b.tidy()
	b.shoot("report-evil-1280")
}
