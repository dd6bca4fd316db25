package page

import (
	"net/http"
	"strings"
	"testing"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register/generate"
	"depesche/web/plot"
	"depesche/web/view"
)

func TestEntityPages(t *testing.T) {
	h := pagesOf(t, 120)
	place := ""
	for rd := range generate.Readings(generate.Options{Seed: 1, Happenings: 120}) {
		if p := rd.Records[0].Place; p != nil {
			place = p.ID
			break
		}
	}
	for _, lang := range []string{"en", "de"} {
		for address, want := range map[string]string{
			"/entity/USA": "head_of_state", "/entity/KEN?as-of=2018-01-01": "<svg", "/entity/Q30": "USA", "/entity/Q485207": "<svg", "/entity/" + place: "place%3A" + strings.ReplaceAll(place, ":", "%3A"),
			"/entities": "<form", "/entities?name=Kenia": `href="/entity/KEN"`, "/entities?name=nobody+at+all": "/search?q=nobody",
		} {
			sep := "?"
			if strings.Contains(address, "?") {
				sep = "&"
			}
			body := whole(t, h, address+sep+"lang="+lang)
			if want == "head_of_state" {
				want = map[string]string{"en": "head of state", "de": "Staatsoberhaupt"}[lang]
			}
			if !strings.Contains(body, want) {
				t.Errorf("%s in %s: no %s", address, lang, want)
			}
		}
	}
	if w := asked(h, "/entity/x:nobody"); w.Code != http.StatusNotFound {
		t.Errorf("%d for nobody", w.Code)
	}
	if w := asked(h, "/entity/%3Cscript%3Ealert(1)%3C%2Fscript%3E"); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "<script>alert") {
		t.Errorf("%d for a script", w.Code)
	}
	// What it did comes in pages.
	body := whole(t, h, "/entity/USA?limit=5")
	_, next, ok := strings.Cut(body, `rel="next" href="`)
	if !ok {
		t.Fatal("no next page")
	}
	next, _, _ = strings.Cut(next, "#")
	if more := whole(t, h, strings.ReplaceAll(next, "&amp;", "&")); more == body || !strings.Contains(more, `class="entries"`) {
		t.Error("the next page is the same")
	}
}

// TestTermBars: what is not sure is not drawn as if it were.
func TestTermBars(t *testing.T) {
	day := record.DayOf
	solid, hatched := plot.Class{}, plot.Class{Fill: plot.Hatched}
	type bar struct {
		from, to record.Day
		class    plot.Class
	}
	for name, c := range map[string]struct {
		o    view.Office
		want []bar
	}{
		"days": {view.Office{Start: "2010-05-01", Stop: "2014-06-30", Ends: knowledge.Stated}, []bar{{day(2010, 5, 1), day(2014, 6, 30), solid}}},
		"open": {view.Office{Start: "2010-05-01", Ends: knowledge.Open}, []bar{{day(2010, 5, 1), 0, solid}}},
		"a month and a year": {view.Office{Start: "2010-05", Stop: "2014", Ends: knowledge.Stated},
			[]bar{{day(2010, 5, 1), day(2010, 5, 30), hatched}, {day(2010, 5, 31), day(2014, 1, 1), solid}, {day(2014, 1, 2), day(2014, 12, 31), hatched}}},
		"seen": {view.Office{Start: "2010-05-01", Seen: day(2012, 1, 1), Ends: knowledge.Observed},
			[]bar{{day(2010, 5, 1), day(2012, 1, 1), solid}, {day(2012, 1, 2), day(2012, 1, 1) + 366, hatched}}},
		"within a year": {view.Office{Start: "2010", Stop: "2010", Ends: knowledge.Stated}, []bar{{day(2010, 1, 1), day(2010, 12, 31), hatched}}},
		"no start":      {view.Office{Stop: "2010-03-01", Ends: knowledge.Stated}, []bar{{0, day(2010, 3, 1), solid}}},
	} {
		got := termBars(&c.o, "A", "B", "/c")
		for i, b := range got {
			if i >= len(c.want) || (bar{b.From, b.To, b.Class}) != c.want[i] {
				t.Errorf("%s: bar %d from %s to %s %s", name, i, b.From, b.To, b.Class)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d bars, want %d", name, len(got), len(c.want))
		}
	}
}
