package page_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"depesche/web/trial"
)

func TestSearchPage(t *testing.T) {
	d := trial.Desk(t,
		trial.Reading(t, "The Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")),
		trial.Reading(t, "Echo", "2024-06-04", "State CHN met State DEU.", trial.Event("CONSULT", "CHN", "DEU", "2024-06-03", "met")))
	h := served(t, d)
	for _, address := range []string{"/", "/?day=2024-03-20", "/?day=1999", "/help", "/search", "/search?q=text%3Anothing"} {
		get(t, h, address, 200)
	}
	get(t, h, "/?day=soon", 400)
	page := get(t, h, "/search?q=type%3AASSAULT%2CCONSULT+since%3A2024&as-of=2024-12-01", 200)
	links := map[string]bool{}
	for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		links[html.UnescapeString(m[1])] = true
	}
	for _, want := range []string{
		"/search?as-of=2024-12-01&q=since%3A2024",                                                  // without the first term
		"/search?as-of=2024-12-01&q=since%3A2024+type%3ACONSULT",                                   // without one value of it
		"/search?as-of=2024-12-01&q=type%3AASSAULT%2CCONSULT+since%3A2024+party%3AKEN",             // a party
		`/search?as-of=2024-12-01&q=type%3AASSAULT%2CCONSULT+since%3A2024+outlet%3A%22The+Post%22`, // an outlet with a space
		"/entity/KEN?as-of=2024-12-01",
	} {
		if !links[want] {
			t.Errorf("no link to %s", want)
		}
	}
	page = get(t, h, "/search?q=type%3ACONSULT+%3Cb%3E%3A1+more", 400)
	if !strings.Contains(page, "<code>type:CONSULT <mark>&lt;b&gt;:1</mark> more</code>") || !strings.Contains(page, `value="type:CONSULT &lt;b&gt;:1 more"`) {
		t.Errorf("the fault is not shown at its place\n%s", page)
	}
}
