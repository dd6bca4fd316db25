package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"depesche/web/guard"
)

// TestHostileRequests: whatever is asked of the desk behind its guard, it
// refuses or answers, soon, and nothing breaks inside.
func TestHostileRequests(t *testing.T) {
	const token = "0123456789abcdef"
	g, err := guard.New(guard.Options{Token: token, Long: Long})
	if err != nil {
		t.Fatal(err)
	}
	h := g.Wrap(desk(t))
	q := func(path, query string) string { return path + "?q=" + url.QueryEscape(query) }
	nested := strings.Repeat(`{"a":`, 10_000)
	type headers map[string]string
	json := headers{"Content-Type": "application/json"}
	form := headers{"Content-Type": "application/x-www-form-urlencoded"}
	for _, c := range []struct {
		name, method, path, body string
		set                      headers
		want                     []int
	}{
		{"query of 2,500 letters", "GET", q("/search", strings.Repeat("a", 2500)), "", nil, []int{400, 200}},
		{"the same of the API", "GET", q("/api/v1/entries", strings.Repeat("a", 2500)), "", nil, []int{400, 422}},
		{"400 terms", "GET", q("/api/v1/entries", strings.Repeat("abc ", 400)), "", nil, []int{200, 400}},
		{"300 parties", "GET", q("/api/v1/entries", "party:"+strings.Repeat("BLR,", 300)+"CHN"), "", nil, []int{200, 400}},
		{"open quotes", "GET", q("/search", strings.Repeat(`"`, 999)), "", nil, []int{200, 400}},
		{"words of the database", "GET", q("/api/v1/entries", `NEAR(a b) OR "*" AND NOT x* ^y {z}: -`), "", nil, []int{200, 400}},
		{"a statement of the database", "GET", q("/api/v1/entries", `'; DROP TABLE entries; --`), "", nil, []int{200, 400}},
		{"brackets without end", "GET", q("/search", strings.Repeat("(", 1999)), "", nil, []int{200, 400}},
		{"a limit too large", "GET", "/api/v1/entries?limit=99999999999", "", nil, []int{400, 422}},
		{"a limit that is none", "GET", "/search?limit=-1", "", nil, []int{400}},
		{"a place beyond all", "GET", "/search?before=9223372036854775807", "", nil, []int{200, 400}},
		{"a day that is none", "GET", "/?as-of=2023-99-99", "", nil, []int{400}},
		{"a day far away", "GET", "/?as-of=9999-12-31", "", nil, []int{200, 400}},
		{"a network of a million", "GET", "/network?most=1000000", "", nil, []int{200, 400}},
		{"an id that is none", "GET", "/entry/%27%20OR%201=1", "", nil, []int{404, 400}},
		{"a report outside", "GET", "/report/..%2f..%2fetc%2fpasswd", "", nil, []int{400}},
		{"an asset outside", "GET", "/asset/../../etc/passwd", "", nil, []int{400}},
		{"an entity with a script", "GET", "/entity/%3Cscript%3E", "", nil, []int{404}},
		{"a form of an export that is none", "GET", "/api/v1/export?format=../x", "", nil, []int{400, 422}},
		{"a language that is none", "GET", "/?lang=../../x", "", nil, []int{200}},
		{"going on elsewhere", "POST", "/corrections", "do=undo&id=1&author=a&reason=b&back=//evil.example", form, []int{400, 404}},
		{"JSON without end", "POST", "/api/v1/corrections", nested, json, []int{400, 422}},
		{"two megabytes", "POST", "/api/v1/corrections", strings.Repeat(" ", 2<<20), json, []int{413}},
		{"a form of two megabytes", "POST", "/corrections", "reason=" + strings.Repeat("a", 2<<20), form, []int{413}},
		{"a correction by another site", "POST", "/corrections", "do=reject", headers{"Content-Type": form["Content-Type"], "Origin": "http://evil.example"}, []int{403}},
		{"a correction without the token", "POST", "/corrections", "do=reject", headers{"Content-Type": form["Content-Type"], "Authorization": ""}, []int{401}},
		{"the same of the API", "POST", "/api/v1/corrections", "{}", headers{"Content-Type": "application/json", "Authorization": "Bearer wrong"}, []int{401}},
		{"a page that is not for posts", "POST", "/plans", "", form, []int{404, 405}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://localhost/", strings.NewReader(c.body))
			u, err := url.Parse("http://localhost" + c.path)
			if err != nil {
				t.Fatal(err)
			}
			r.URL, r.RequestURI = u, c.path
			r.Header.Set("Authorization", "Bearer "+token)
			for name, v := range c.set {
				r.Header.Set(name, v)
			}
			w := httptest.NewRecorder()
			start := time.Now()
			h.ServeHTTP(w, r)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			ok := false
			for _, want := range c.want {
				ok = ok || w.Code == want
			}
			if !ok {
				t.Errorf("%d, want one of %v: %.300s", w.Code, c.want, w.Body)
			}
			if kind := w.Header().Get("Content-Type"); w.Code >= http.StatusBadRequest && strings.HasPrefix(c.path, "/api/") != (kind == "application/problem+json") {
				t.Errorf("%d as %q", w.Code, kind)
			}
			if strings.Contains(w.Body.String(), "root:") || strings.Contains(w.Body.String(), "<script>") {
				t.Errorf("the answer: %.300s", w.Body)
			}
			if to := w.Header().Get("Location"); strings.Contains(to, "evil") {
				t.Errorf("sent away to %s", to)
			}
		})
	}
}
