package page

import (
	"net/http"
	"strings"
	"testing"
)

func TestNetworkPage(t *testing.T) {
	h := pagesOf(t, 150)
	for _, lang := range []string{"en", "de"} {
		for _, q := range []string{"", "&since=2016-01&until=2018-06&most=20", "&q=type:ASSAULT&most=200", "&as-of=2018-01-01"} {
			body := whole(t, h, "/network?lang="+lang+q)
			if !strings.Contains(body, `<svg class="plot graph"`) || !strings.Contains(body, `href="/dyad/`) || !strings.Contains(body, `class="tie `) {
				t.Errorf("%s%s: no network", lang, q)
			}
		}
		if body := whole(t, h, "/network?since=1900&until=1901&lang="+lang); strings.Contains(body, "plot graph") {
			t.Error("a network of nothing")
		}
	}
	body := whole(t, h, "/network?since=2016&most=20")
	for _, want := range []string{`href="/network?most=60&amp;q=since%3A2016"`, `format=gexf&amp;q=since%3A2016`, "<strong>20</strong>"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if again := whole(t, h, "/network?since=2016&most=20"); again != body {
		t.Error("the same network comes out otherwise")
	}
	for _, q := range []string{"most=1", "most=201", "most=x", "since=soon"} {
		if w := asked(h, "/network?"+q); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", q, w.Code)
		}
	}
}
