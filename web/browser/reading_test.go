package browser

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"depesche/register"
)

// richest is the report with the most records of a desk, and the first entry of
// these that a plan is not.
func richest(t *testing.T, d *desk) (report, entry register.ID) {
	t.Helper()
	most := 0
	for r, err := range d.reg.Reports(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		members, err := d.reg.Records(context.Background(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(members) > most {
			most, report, entry = len(members), r.ID, members[0].Entry
		}
	}
	return report, entry
}

// keys presses keys, one after the other.
func (b *tab) keys(keys string) {
	b.Helper()
	b.run(chromedp.KeyEvent(keys))
}

// TestCorrecting goes through a report by keys alone: from record to record, a
// record rejected and taken back, the type of another changed.
func TestCorrecting(t *testing.T) {
	d := serve(t)
	report, _ := richest(t, d)
	b := newTab(t, d, look{})
	b.visit("/report/" + report.String())

	b.keys("jjk")
	if n := js[string](b, "document.querySelector('.read.here').dataset.n"); n != "0" {
		t.Fatalf("j j k leads to record %s", n)
	}
	if words := b.count("mark.here"); words == 0 {
		t.Error("the words of the record are not shown")
	}
	b.keys("?")
	if !js[bool](b, "document.querySelector('dialog.sheet').open") {
		t.Error("? does not show the keys")
	}
	b.keys("\x1b")

	b.run(chromedp.Click(chromedp.CSS("mark[data-records]"), chromedp.NodeVisible))
	clicked := js[string](b, "document.querySelector('mark[data-records]').dataset.records")
	if n := js[string](b, "document.querySelector('.read.here').dataset.n"); !strings.Contains(" "+clicked+" ", " "+n+" ") {
		t.Errorf("a click on words of %s shows record %s", clicked, n)
	}

	id := js[string](b, "document.querySelector('.read.here').dataset.id")
	read := fmt.Sprintf(".read[data-id='%s']", id)
	b.follow(chromedp.KeyEvent("x"))
	b.run(chromedp.SendKeys(chromedp.CSS("#correct input[name=author]"), "Tester"))
	b.follow(chromedp.Click(chromedp.CSS("#correct button[value=reject]")))
	if b.count(read+".rejected") != 1 {
		t.Fatal("x and the form do not reject the record")
	}
	b.shoot("report-rejected-1280")
	if n := js[string](b, "document.querySelector('.read.here').dataset.id"); n != id {
		t.Errorf("after the correction the page shows record %s, not %s", n, id)
	}
	b.follow(chromedp.KeyEvent("u"))
	if b.count(read+".rejected") != 0 {
		t.Error("u does not take the correction back")
	}
	b.visit("/corrections")
	b.tidy()
	b.accessible(everything)
	b.shoot("corrections-made-1280")
	if n := b.count(".log > li"); n != 2 {
		t.Errorf("%d corrections in the log, want 2", n)
	}
}

// TestSuggestions types a query and takes what is offered, by keys.
func TestSuggestions(t *testing.T) {
	d := serve(t)
	b := newTab(t, d, look{})
	b.visit("/")
	b.keys("/")
	// A key that the page keeps for itself is still sent as a character by the
	// protocol, other than from a keyboard.
	if at := js[string](b, "const q = document.activeElement; q.value = ''; q.id"); at != "q" {
		t.Fatalf("/ leads to %q", at)
	}
	b.keys("acto")
	b.run(chromedp.WaitVisible(chromedp.CSS("#q-list li")))
	b.shoot("suggestions-1280")
	b.accessible(everything)
	b.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Tab))
	if v := js[string](b, "document.getElementById('q').value"); v != "actor:" {
		t.Fatalf("the query is %q", v)
	}
	b.keys("eston")
	get(b, chromedp.Poll[bool](`[...document.querySelectorAll("#q-list li")].some((li) => li.textContent.includes("EST"))`))
	b.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Tab))
	if v := js[string](b, "document.getElementById('q').value"); v != "actor:EST " {
		t.Fatalf("the query is %q", v)
	}
	b.follow(chromedp.KeyEvent("\r"))
	if p := b.path(); !strings.HasPrefix(p, "/search?q=actor%3AEST") {
		t.Errorf("the search is %s", p)
	}
}
