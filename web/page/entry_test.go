package page_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/web/asset"
	"depesche/web/page"
	"depesche/web/trial"
	"depesche/web/view"
)

// served is the pages of a desk.
func served(t *testing.T, d *view.Desk) http.Handler {
	t.Helper()
	assets, err := asset.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := page.New(d, assets)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range p.Routes() {
		mux.Handle(pattern, h)
	}
	mux.Handle("/", p.Missing())
	return mux
}

// get is a page in both languages; words that are missing in one fail the test.
func get(t *testing.T, h http.Handler, address string, code int) string {
	t.Helper()
	text := ""
	for _, lang := range page.Languages {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("Accept-Language", lang)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		body := w.Body.String()
		if w.Code != code {
			t.Fatalf("%s: %d, want %d\n%s", address, w.Code, code, body)
		}
		if m := regexp.MustCompile(`⟦[^⟧]*⟧|%!`).FindString(body); m != "" {
			t.Errorf("%s: no words for %s", address, m)
		}
		if lang == page.Languages[0] {
			text = body
		}
	}
	return text
}

// hostile is what a report may say to make a page run it.
const hostile = `<script>alert("x")</script> & "State`

func TestEntryPage(t *testing.T) {
	attack := trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")
	attack.Killed = &record.Range{Min: 12, Max: 15}
	attack.Says = []record.Attribution{{Who: &record.Entity{ID: "x:p", Type: "group", Name: hostile}, Cue: hostile}}
	d := trial.Desk(t, trial.Reading(t, hostile, "2024-03-01", hostile+" KEN attacked State SOM.", attack))
	h := served(t, d)
	members, err := d.Register.Records(t.Context(), firstReport(t, d))
	if err != nil || len(members) != 1 {
		t.Fatalf("%d members, %v", len(members), err)
	}
	text := get(t, h, "/entry/"+members[0].Entry.String(), 200)
	if strings.Contains(text, "<script>a") || !strings.Contains(text, "&lt;script&gt;alert") {
		t.Error("a report's words are not shown as text")
	}
	if !strings.Contains(text, "<mark>attacked</mark>") || !strings.Contains(text, "12 to 15") {
		t.Errorf("no marked words or value\n%s", text)
	}
	get(t, h, "/entry/0000000000000001", 404)
	get(t, h, "/entry/x", 404)
}

// TestFigurePage holds that a figure shows its change, what that is measured
// against, and what follows by arithmetic.
func TestFigurePage(t *testing.T) {
	year := record.Year(2023)
	f := record.Record{Kind: record.KindFigure, Status: record.Actual, Measure: "trade", Of: []record.Entity{trial.State("KEN"), trial.State("SOM")}, Confidence: 0.7,
		Value: &record.Quantity{Min: 5e9, Max: 5e9, Unit: "money", Currency: "USD"}, Change: &record.Quantity{Min: 25, Max: 25, Unit: "percent", Direction: "up"},
		Period: record.Date{From: year.From, To: year.To}, Against: record.Date{From: record.DayOf(2022, 1, 1), To: record.DayOf(2022, 12, 31)},
		Derived: &record.Derived{Value: record.Quantity{Min: 3759398496, Max: 3759398497, Unit: "money", Currency: "USD"}}, Evidence: []record.Evidence{{Text: "5 billion"}}}
	d := trial.Desk(t, trial.Reading(t, "Post", "2024-03-01", "Trade of State KEN and State SOM rose to 5 billion.", f))
	h := served(t, d)
	report := firstReport(t, d)
	members, err := d.Register.Records(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/entry/" + members[0].Entry.String(), "/report/" + report.String()} {
		text := get(t, h, address, 200)
		for _, want := range []string{"5 billion USD", "up 25", "about 3.76 billion USD", "Against"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", address, want)
			}
		}
	}
}

// firstReport is the report of the desk's first entry.
func firstReport(t *testing.T, d *view.Desk) register.ID {
	t.Helper()
	for e, err := range d.Register.Entries(t.Context(), register.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		members, err := d.Register.Members(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		return members[0].Report
	}
	t.Fatal("no entry")
	return 0
}
