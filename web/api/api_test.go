package api

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"depesche/register"
	"depesche/web/trial"
)

// served is the API over a register of made-up happenings.
func served(t *testing.T, happenings int) http.Handler {
	t.Helper()
	return New(trial.Desk(t, trial.MadeUp(happenings)...), "test")
}

// get asks for an address with headers: name, value, name, value …
func get(h http.Handler, address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	h := served(t, 60)
	seen := map[string]bool{}
	next, pages := "", 0
	for {
		w := get(h, Prefix+"/entries?limit=7"+next)
		if w.Code != http.StatusOK {
			t.Fatalf("%d: %s", w.Code, w.Body)
		}
		var l struct {
			Entries []struct{ ID string }
			Next    json.Number
		}
		if err := json.Unmarshal(w.Body.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		for _, e := range l.Entries {
			if seen[e.ID] {
				t.Errorf("%s comes twice", e.ID)
			}
			seen[e.ID] = true
		}
		if pages++; l.Next == "" {
			break
		}
		next = "&before=" + l.Next.String()
	}
	var totals register.Totals
	if err := json.Unmarshal(get(h, Prefix+"/totals").Body.Bytes(), &totals); err != nil {
		t.Fatal(err)
	}
	if len(seen) != totals.Entries || pages < 3 {
		t.Errorf("%d entries on %d pages, want %d on several", len(seen), pages, totals.Entries)
	}
}

func TestTags(t *testing.T) {
	h := served(t, 5)
	first := get(h, Prefix+"/entries")
	tag := first.Header().Get("ETag")
	if tag == "" {
		t.Fatal("no ETag")
	}
	if w := get(h, Prefix+"/entries", "If-None-Match", `"other", `+tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("%d with %d bytes, want 304 with none", w.Code, w.Body.Len())
	}
	if w := get(h, Prefix+"/entries", "If-None-Match", `"other"`); w.Code != http.StatusOK || !bytes.Equal(w.Body.Bytes(), first.Body.Bytes()) {
		t.Errorf("%d, want 200 and the same bytes", w.Code)
	}
	if w := get(h, Prefix+"/entries/ffffffffffffffff", "If-None-Match", "*"); w.Code != http.StatusNotFound {
		t.Errorf("%d, want 404 whatever the client has", w.Code)
	}
}

func TestForms(t *testing.T) {
	h := served(t, 30)
	whole := rows(t, get(h, Prefix+"/entries", "Accept", "text/csv"))
	paged := get(h, Prefix+"/entries?limit=4", "Accept", "text/csv, application/json;q=0.5")
	if n := len(rows(t, paged)); n != 4 || len(whole) <= 4 {
		t.Errorf("%d rows on a page, %d in all, want 4 and more", n, len(whole))
	}
	link := paged.Header().Get("Link")
	address, _, ok := strings.Cut(strings.TrimPrefix(link, "<"), ">")
	if !ok || !strings.HasSuffix(link, `rel="next"`) {
		t.Fatalf("Link: %q", link)
	}
	second := rows(t, get(h, address, "Accept", "text/csv"))
	if len(second) != 4 || second[0][0] != whole[4][0] {
		t.Errorf("the second page begins with %q, want %q", second[0], whole[4])
	}
	for _, f := range Formats() {
		w := get(h, Prefix+"/export?q=kind:event&format="+f)
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "depesche.") {
			t.Errorf("%s: %d, %d bytes, %v", f, w.Code, w.Body.Len(), w.Header())
		}
	}
	if w := get(h, Prefix+"/entries?format=parquet"); !bytes.HasPrefix(w.Body.Bytes(), []byte("PAR1")) {
		t.Errorf("parquet: %d, %.20q", w.Code, w.Body)
	}
}

func rows(t *testing.T, w *httptest.ResponseRecorder) [][]string {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	all, err := csv.NewReader(w.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func TestProblems(t *testing.T) {
	h := served(t, 1)
	for _, c := range []struct {
		address string
		code    int
	}{
		{"/entries?q=nonsense:1", 400}, {"/entries?as-of=soon", 400}, {"/entries?limit=501", 422}, {"/entries?limit=x", 422},
		{"/entries?q=" + strings.Repeat("a", 2001), 422}, {"/entries/zz", 404}, {"/entries/../../etc/passwd", 404}, {"/export?format=exe", 422}, {"/export?table=sqlite_master", 422},
		{"/entries?format=csv&q=nonsense:1", 400}, {"/entries?format=csv&limit=x", 400}, {"/nothing", 404},
	} {
		w := get(h, Prefix+c.address)
		if w.Code != c.code && !(c.code == 404 && w.Code == http.StatusTemporaryRedirect) {
			t.Errorf("%.40s: %d, want %d: %s", c.address, w.Code, c.code, w.Body)
		}
		if c.code != 404 && w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.40s: %q", c.address, w.Header().Get("Content-Type"))
		}
	}
}

// TestOpenAPI holds that the description is there, is 3.1 and describes every
// operation with a summary.
func TestOpenAPI(t *testing.T) {
	w := get(served(t, 1), Prefix+"/openapi.json")
	var d struct {
		OpenAPI string
		Paths   map[string]map[string]struct{ Summary, OperationID string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(d.OpenAPI, "3.1") || len(d.Paths) < 5 {
		t.Errorf("OpenAPI %q with %d paths", d.OpenAPI, len(d.Paths))
	}
	for path, operations := range d.Paths {
		for method, o := range operations {
			if o.Summary == "" || o.OperationID == "" {
				t.Errorf("%s %s: no summary or id", method, path)
			}
		}
	}
}
