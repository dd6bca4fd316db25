package page

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register/generate"
	"depesche/web/asset"
	"depesche/web/trial"
	"depesche/web/view"
)

// hostile is what a report may say to make a page run it.
const hostile = `<script>alert("x")</script> & "State`

// pagesFor are the pages of a desk.
func pagesFor(t testing.TB, d *view.Desk) http.Handler {
	t.Helper()
	assets, err := asset.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(d, assets)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range p.Routes() {
		mux.Handle(pattern, h)
	}
	return mux
}

// twoParties are reports about Belarus and China: acts of both tones, a plan
// that comes true and one ahead, trade in two claims of two periods, a statement
// and a relation.
func twoParties(t *testing.T) http.Handler {
	day := func(s string) record.Date {
		i, err := record.ParseEDTF(s)
		if err != nil {
			t.Fatal(err)
		}
		return record.Date{From: i.From, To: i.To}
	}
	words := func(r record.Record, text string) record.Record {
		r.Evidence, r.Confidence, r.By = []record.Evidence{{Text: text}}, 0.9, "trial"
		if r.Status == "" {
			r.Status = record.Actual
		}
		return r
	}
	visit := trial.Event("CONSULT", "BLR", "CHN", "2023-03-01", "met")
	visit.Score, visit.Mode = 3, "meet"
	visit.Actor[0] = record.Entity{ID: "Q2866", Type: record.TypePerson, Name: "Alexander Lukashenko", State: "BLR"}
	visit.Recipient[0] = record.Entity{ID: "x:guest", Type: record.TypePerson, Name: hostile, State: "CHN"}
	agree := trial.Event("AGREE", "BLR", "CHN", "2023-03", "will sign")
	agree.Score, agree.Status = 6, record.Planned
	ahead := trial.Event("COOPERATE", "CHN", "BLR", "2024-12", "will build")
	ahead.Score, ahead.Status = 6, record.Planned
	accuse := trial.Event("ACCUSE", "CHN", "BLR", "2023-02-10", "accused")
	accuse.Score = -2
	perhaps := trial.Event("SANCTION", "BLR", "CHN", "2023-04-10", "may sanction")
	perhaps.Score, perhaps.Status = -6, record.Possible
	signed := trial.Event("AGREE", "BLR", "CHN", "2023-03-10", "signed")
	signed.Score = 6
	trade := func(value float64, of string) record.Record {
		return words(record.Record{Kind: record.KindFigure, Measure: "trade", Of: []record.Entity{trial.State("BLR"), trial.State("CHN")}, Date: day(of), Period: day(of),
			Value: &record.Quantity{Min: value, Max: value, Unit: "money", Currency: "USD"}}, "trade")
	}
	minister := trade(5.5e9, "2022")
	minister.Says = []record.Attribution{{Who: &record.Entity{ID: "x:minister", Type: record.TypePerson, Name: "A. Minister", State: "CHN"}, Cue: "said"}}
	statement := words(record.Record{Kind: record.KindStatement, Form: "direct", Quote: hostile, Speaker: []record.Entity{trial.State("CHN")}, To: []record.Entity{trial.State("BLR")}, Date: day("2023-03-02")}, "said")
	partner := words(record.Record{Kind: record.KindRelation, Predicate: "partner_of", Subject: []record.Entity{trial.State("BLR")}, Object: []record.Entity{trial.State("CHN")}, Date: record.Date{From: record.DayOf(2022, 9, 15)}}, "partners")
	return pagesFor(t, trial.Desk(t,
		trial.Reading(t, "Bote", "2023-02-11", "China accused Belarus.", accuse),
		trial.Reading(t, "Bote", "2023-02-20", "They will sign and will build.", agree, ahead),
		trial.Reading(t, "Echo", "2023-03-02", "They met as partners. Somebody said: trade grew.", visit, trade(5e9, "2022"), statement, partner),
		trial.Reading(t, "Globus", "2023-03-05", "The minister put trade higher.", minister),
		trial.Reading(t, "Globus", "2023-03-11", "They signed. Last year trade was less.", signed, trade(3e9, "2021")),
		trial.Reading(t, "Herold", "2023-04-01", "They may sanction each other.", perhaps)))
}

func TestDyadPage(t *testing.T) {
	h := twoParties(t)
	body := whole(t, h, "/dyad/BLR/CHN?changed-since=2023-03-03")
	for _, want := range []string{
		">Belarus</a> and <a", ">China</a></h1>",
		`class="good solid"`, `class="good hollow"`, `class="bad solid"`, `class="bad hatched"`, // the fills and tones
		`id="timeline"`, `id="balance"`, `id="figure-1"`, `data-of="timeline"`,
		"5.5 billion USD", "A. Minister", // the ledger's claims
		"&lt;script&gt;alert",                        // names and quotes are text
		"What changed since", "What became of plans", // what changed
		"format=csv&amp;q=dyad%3ABLR%2CCHN", "format=parquet",
		"Shanghai Cooperation Organisation", "observer, 10 Jul 2015 – 3 Jul 2024",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if strings.Contains(body, "<script>alert") {
		t.Error("a name runs as a script")
	}
	whole(t, h, "/dyad/BLR/CHN?changed-since=2023-03-03&lang=de")
	for _, address := range []string{"/dyad/BLR/CHN?since=2023-03&until=2023-03", "/dyad/BLR/CHN?kind=figure", "/dyad/BLR/CHN?as-of=2023-02-15", "/dyad/BLR/CHN?as-of=1999", "/dyad/BLR/CHN?since=2040", "/dyad/FRA/KEN", "/dyad/CHN/Q2866", "/dyad/BLR/CHN?limit=2"} {
		whole(t, h, address)
	}
	if body := whole(t, h, "/dyad/BLR/CHN?limit=2"); !strings.Contains(body, `rel="next"`) {
		t.Error("nothing leads to the entries further on")
	}
	if body := whole(t, h, "/dyad/BLR/CHN?kind=figure"); strings.Contains(body, "Consultations") || strings.Contains(body, "Who met whom") {
		t.Error("asked for figures, it shows acts")
	}
}

func TestDyadAddresses(t *testing.T) {
	h := twoParties(t)
	for _, c := range []struct {
		address, to string
		code        int
	}{
		{"/dyad/CHN/BLR", "/dyad/BLR/CHN", http.StatusFound},
		{"/dyad/China/Belarus?since=2023&as-of=2024", "/dyad/BLR/CHN?as-of=2024&since=2023", http.StatusFound},
		{"/dyad/Q148/wei%C3%9Frussland", "/dyad/BLR/CHN", http.StatusFound},
		{"/dyad/x:guest/BLR", "/dyad/BLR/x:guest", http.StatusFound},
		{"/dyad?a=China&b=Russland&as-of=2024", "/dyad/China/Russland?as-of=2024", http.StatusFound},
		{"/dyad?a=//evil.example&b=x", "/dyad/%2F%2Fevil.example/x", http.StatusFound},
		{"/dyad", "", http.StatusOK},
		{"/dyad?a=China", "", http.StatusOK},
		{"/dyad/CHN/CHN", "", http.StatusNotFound},
		{"/dyad/China/Q148", "", http.StatusNotFound},
		{"/dyad/CHN/nobody%20at%20all", "", http.StatusNotFound},
		{"/dyad/CHN/%3Cscript%3E", "", http.StatusNotFound},
		{"/dyad/BLR/CHN?since=soon", "", http.StatusBadRequest},
		{"/dyad/BLR/CHN?kind=war", "", http.StatusBadRequest},
	} {
		w := asked(h, c.address)
		if w.Code != c.code || w.Header().Get("Location") != c.to {
			t.Errorf("%s: %d %s, want %d %s", c.address, w.Code, w.Header().Get("Location"), c.code, c.to)
		}
		if c.code == http.StatusNotFound && (!strings.Contains(w.Body.String(), `<datalist id="states">`) || !strings.Contains(w.Body.String(), `value="CHN"`) && !strings.Contains(w.Body.String(), `value="China"`)) {
			t.Errorf("%s: no form with what was right", c.address)
		}
		if strings.Contains(w.Body.String(), "<script>") {
			t.Errorf("%s: what was asked for runs as a script", c.address)
		}
	}
}

// TestChooseOffers: who has most to do with each other is a click away.
func TestChooseOffers(t *testing.T) {
	h := twoParties(t)
	if body := whole(t, h, "/dyad"); !strings.Contains(body, `href="/dyad/BLR/CHN"`) {
		t.Errorf("no link to Belarus and China:\n%s", body)
	}
	if body := whole(t, h, "/dyad?as-of=1990-01-01"); strings.Contains(body, `href="/dyad/BLR/CHN`) {
		t.Error("a link to what was not known then")
	}
}

// TestBusyDyad: where there are many entries the timeline counts them, and the
// page stays small.
func TestBusyDyad(t *testing.T) {
	readings := slices.Collect(generate.Readings(generate.Options{Seed: 3, Happenings: 1500, Tellings: 1, States: []string{"BLR", "CHN"}}))
	h := pagesFor(t, trial.Desk(t, readings...))
	body := whole(t, h, "/dyad/BLR/CHN")
	if !strings.Contains(body, `class="touch"`) || len(body) > 400_000 {
		t.Errorf("%d bytes; counts: %v", len(body), strings.Contains(body, `class="touch"`))
	}
	near := whole(t, h, "/dyad/BLR/CHN?since=2016-03&until=2016-04")
	if !strings.Contains(near, `href="/entry/`) || strings.Contains(near, "There are too many") {
		t.Error("two months are not shown entry by entry")
	}
}

// FuzzDyadAddress: whatever the address, the page answers, and not with a fault.
func FuzzDyadAddress(f *testing.F) {
	know := trial.Desk(f)
	h := pagesFor(f, know)
	for _, s := range [][3]string{{"CHN", "BLR", "since=2023"}, {"..", "%2e", "before=-1"}, {"Q1", "x:", "kind=event&as-of=0001"}, {"a_b", "é", "changed-since=9999-12-31"}} {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, a, b, values string) {
		r := httptest.NewRequestWithContext(context.Background(), http.MethodGet, "/dyad/x/y", nil)
		r.URL.Path, r.URL.RawQuery = "/dyad/"+a+"/"+b, values
		r.SetPathValue("a", a)
		r.SetPathValue("b", b)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatal(fmt.Sprint(w.Code, w.Body))
		}
	})
}
