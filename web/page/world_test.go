package page

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"depesche/record"
	"depesche/web/view"
)

func TestMapPage(t *testing.T) {
	h := pagesOf(t, 120)
	for _, lang := range []string{"en", "de"} {
		for _, q := range []string{"", "&since=2016-01&until=2018-06", "&q=type:ASSAULT", "&as-of=2018-01-01", "&since=1900&until=1901"} {
			body := whole(t, h, "/map?lang="+lang+q)
			if !strings.Contains(body, `<svg class="plot world"`) || strings.Count(body, "<path class=\"land") < 170 {
				t.Errorf("%s%s: no map", lang, q)
			}
		}
	}
	body := whole(t, h, "/map?since=2016&until=2018&q=kind:event")
	if !strings.Contains(body, `name="since" value="2016"`) || !strings.Contains(body, `name="q" value="kind:event"`) || !strings.Contains(body, `rel="next"`) {
		t.Error("the period is not kept")
	}
	// A mark leads to what happened there, in the same time.
	link := regexp.MustCompile(`<a href="(/search\?q=[^"]*place%3A[^"]*)"`).FindStringSubmatch(body)
	if link == nil {
		t.Fatal("no mark leads anywhere")
	}
	there := strings.ReplaceAll(link[1], "&amp;", "&")
	if !strings.Contains(there, "since%3A2016") || !strings.Contains(whole(t, h, there), `class="entries"`) {
		t.Errorf("%s finds nothing", there)
	}
	if w := asked(h, "/map?since=soon"); w.Code != http.StatusBadRequest {
		t.Errorf("%d for a month that is none", w.Code)
	}
}

func TestTrimmedMonths(t *testing.T) {
	far := view.MonthCount{Month: record.Month(1815, 6), N: 1}
	list := []view.MonthCount{far, {Month: record.Month(2023, 1), N: 100}, {Month: record.Month(2023, 2), N: 100}}
	if got := trimmed(list); len(got) != 2 || got[0].N != 100 {
		t.Errorf("%+v", got)
	}
	list[0].N = 50
	if got := trimmed(list); len(got) != 3 {
		t.Errorf("%+v", got)
	}
}
