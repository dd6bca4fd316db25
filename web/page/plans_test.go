package page

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"depesche/web/asset"
	"depesche/web/trial"
)

// pagesOf are the pages of a register of made-up happenings.
func pagesOf(t *testing.T, happenings int) http.Handler {
	t.Helper()
	assets, err := asset.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(trial.Desk(t, trial.MadeUp(happenings)...), assets)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range p.Routes() {
		mux.Handle(pattern, h)
	}
	return mux
}

// asked is the answer to an address.
func asked(h http.Handler, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w
}

// whole holds that a page is there, says all its words and has no inline style
// or script.
func whole(t *testing.T, h http.Handler, address string) string {
	t.Helper()
	w := asked(h, address)
	body := w.Body.String()
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d\n%s", address, w.Code, body)
	}
	for _, bad := range []string{"⟦", " style=", "<style", "%!", "<no value>", "ZgotmplZ"} {
		if i := strings.Index(body, bad); i >= 0 {
			t.Errorf("%s: %q in …%s…", address, bad, body[max(0, i-80):min(len(body), i+80)])
		}
	}
	if strings.Count(body, "</html>") != 1 {
		t.Errorf("%s: not whole", address)
	}
	return body
}

func TestPlansPage(t *testing.T) {
	h := pagesOf(t, 120)
	for _, lang := range []string{"en", "de"} {
		for _, q := range []string{"", "&status=overdue", "&party=USA&due=2015", "&as-of=2018-01-01", "&q=type:ACCUSE"} {
			body := whole(t, h, "/plans?lang="+lang+q)
			if !strings.Contains(body, "<svg") {
				t.Errorf("%s%s: no drawing", lang, q)
			}
		}
	}
	if german := whole(t, h, "/plans?lang=de"); !strings.Contains(german, "angekündigt") || strings.Contains(german, " is to ") {
		t.Error("plans are not said in German")
	}
	body := whole(t, h, "/plans?lang=en&party=USA&status=overdue&q=type:CONSULT")
	for _, want := range []string{`name="party" value="USA"`, `<option value="overdue" selected>`, `name="q" value="type:CONSULT"`, `>overdue</span>`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(body, `class="one open"`) {
		t.Error("open ones among those overdue")
	}
	// Every month of the drawing leads to its plans.
	links := regexp.MustCompile(`<a href="(/plans\?due=[^"]*)"`).FindAllStringSubmatch(whole(t, h, "/plans"), -1)
	if len(links) < 5 {
		t.Fatalf("%d months", len(links))
	}
	if month := whole(t, h, strings.ReplaceAll(links[0][1], "&amp;", "&")); !strings.Contains(month, `class="one `) {
		t.Errorf("nothing under %s", links[0][1])
	}
	if w := asked(h, "/plans?due=soon"); w.Code != http.StatusBadRequest {
		t.Errorf("%d for a day that is none", w.Code)
	}
}

func TestCalendar(t *testing.T) {
	h := pagesOf(t, 120)
	all := asked(h, "/calendar.ics")
	if all.Code != http.StatusOK || all.Header().Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Fatalf("%d %v", all.Code, all.Header())
	}
	some := asked(h, "/calendar.ics?q="+url.QueryEscape("party:USA plan:overdue")).Body.String()
	n, m := strings.Count(all.Body.String(), "BEGIN:VEVENT"), strings.Count(some, "BEGIN:VEVENT")
	if m == 0 || n <= m || !strings.Contains(some, "URL:http://example.com/entry/") {
		t.Errorf("%d plans, of these %d", n, m)
	}
	if again := asked(h, "/calendar.ics").Body.String(); again != all.Body.String() {
		t.Error("another calendar")
	}
	if w := asked(h, "/calendar.ics?q=nonsense:1"); w.Code != http.StatusBadRequest {
		t.Errorf("%d for a query that cannot be read", w.Code)
	}
}
