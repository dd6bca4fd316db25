package page_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/web/trial"
	"depesche/web/view"
)

// post sends a form as the pages do.
func post(t *testing.T, h http.Handler, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/corrections", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// writable is a desk that takes corrections, over reports.
func writable(t *testing.T, readings ...register.Reading) *view.Desk {
	t.Helper()
	reg := trial.Register(t, readings...)
	d := trial.Desk(t)
	d.Register, d.Writer = reg, reg
	return d
}

func TestDocumentPage(t *testing.T) {
	text := hostile + " KEN attacked State SOM and met State DEU.\n\nA second part <b>follows</b>: State KEN fled."
	d := writable(t, trial.Reading(t, "Post", "2024-03-01", text,
		trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked State SOM"),
		trial.Event("CONSULT", "KEN", "DEU", "2024-03-01", "State SOM and met State DEU"), // overlaps
		trial.Event("RETREAT", "KEN", "", "2024-03-01", "State KEN fled"),
		trial.Event("ACCUSE", "KEN", "SOM", "2024-03-01", "SOM and"), // within the second
	))
	h := served(t, d)
	id := firstReport(t, d).String()
	page := get(t, h, "/report/"+id, 200)
	if strings.Contains(page, "<script>a") || strings.Contains(page, "<b>f") {
		t.Error("a report's words are not shown as text")
	}
	if n := strings.Count(page, "<p><"); n == 0 || !strings.Contains(page, "A second part &lt;b&gt;") {
		t.Error("paragraphs are not kept")
	}
	section := regexp.MustCompile(`(?s)<section class="text".*?</section>`).FindString(page)
	var runs []string
	for _, m := range regexp.MustCompile(`<mark data-records="([^"]*)"[^>]*>([^<]*)</mark>`).FindAllStringSubmatch(section, -1) {
		runs = append(runs, m[1]+":"+m[2])
	}
	want := "0:attacked |0 1:State |0 1 2:SOM|1 2: and|1: met State DEU|3:State KEN fled"
	if got := strings.Join(runs, "|"); got != want {
		t.Errorf("marks\n%s, want\n%s", got, want)
	}
	for _, n := range []string{"1", "2", "3", "4"} {
		if strings.Count(page, `id="w`+n+`"`) != 1 || strings.Count(page, `id="r`+n+`"`) != 1 {
			t.Errorf("record %s does not stand once on both sides", n)
		}
	}
	get(t, h, "/report/0000000000000001", 404)
	get(t, h, "/report/x", 404)
	get(t, h, "/corrections", 200)
}

// TestCopy holds that of two copies of a text one leads to the other.
func TestCopy(t *testing.T) {
	const text = "State KEN attacked State SOM near the old river port in the early morning hours, officials said on that day."
	d := trial.Desk(t,
		trial.Reading(t, "Post", "2024-03-01", text, trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")),
		trial.Reading(t, "Echo", "2024-03-01", text, trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")))
	h := served(t, d)
	var reports []register.Report
	for r, err := range d.Register.Reports(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, r)
	}
	links := 0
	for _, r := range reports {
		page := get(t, h, "/report/"+r.ID.String(), 200)
		for _, o := range reports {
			if o.ID != r.ID && strings.Contains(page, `href="/report/`+o.ID.String()+`"`) {
				links++
			}
		}
	}
	if len(reports) != 2 || links != 1 {
		t.Errorf("%d reports, %d links", len(reports), links)
	}
}

// TestForms holds that every way to correct has a form whose words are there.
func TestForms(t *testing.T) {
	relation := record.Record{Kind: record.KindRelation, Status: record.Actual, Predicate: "ally_of", Subject: []record.Entity{trial.State("KEN")}, Object: []record.Entity{trial.State("SOM")}, Evidence: []record.Evidence{{Text: "allies"}}}
	d := writable(t, trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM, their allies.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked"), relation))
	h := served(t, d)
	id := firstReport(t, d)
	members, err := d.Register.Records(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range members {
		for _, do := range []string{"", "reject", "type", "party", "merge", "nonsense"} {
			page := get(t, h, "/report/"+id.String()+"?correct="+m.ID.String()+"&do="+do, 200)
			if strings.Count(page, `action="/corrections"`) != 1 {
				t.Errorf("%s: no form", do)
			}
		}
	}
	d.Writer = nil
	if page := get(t, h, "/report/"+id.String()+"?correct="+members[0].ID.String(), 200); strings.Contains(page, `action="/corrections"`) || strings.Contains(page, "class=\"fix\"") {
		t.Error("a desk that takes no corrections shows a form")
	}
	if w := post(t, h, url.Values{"do": {"reject"}, "record": {members[0].ID.String()}, "author": {"a"}, "reason": {"b"}}); w.Code != http.StatusForbidden {
		t.Errorf("a desk that takes no corrections: %d", w.Code)
	}
}

// TestCorrections makes each correction by its form, sees it done, takes it
// back, and sees the entry as it was.
func TestCorrections(t *testing.T) {
	d := writable(t,
		trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM at the old port.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")),
		trial.Reading(t, "Echo", "2024-03-04", "State CHN met State DEU for talks.", trial.Event("CONSULT", "CHN", "DEU", "2024-03-03", "met")),
	)
	h := served(t, d)
	list := func() []register.Entry {
		var out []register.Entry
		for e, err := range d.Register.Entries(t.Context(), register.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, e)
		}
		return out
	}
	find := func(typ string) *register.Entry {
		for _, e := range list() {
			if e.Record.Type == typ {
				return &e
			}
		}
		return nil
	}
	was := *find("ASSAULT")
	own, other := was.ID.String(), find("CONSULT").ID.String()
	members, err := d.Register.Members(t.Context(), was.ID)
	if err != nil {
		t.Fatal(err)
	}
	report := members[0].Report.String()
	for _, c := range []struct {
		form url.Values
		done func() bool
	}{
		{url.Values{"do": {"reject"}}, func() bool { return find("ASSAULT") == nil }},
		{url.Values{"do": {"type"}, "type": {"CONSULT visit"}, "status": {"planned"}, "polar": {"yes"}, "negated": {"yes"}}, func() bool {
			for _, e := range list() {
				if r := e.Record; r.Mode == "visit" && r.Plover == "AGREE" && r.Negated {
					return true
				}
			}
			return false
		}},
		{url.Values{"do": {"party"}, "from": {"x:ken"}, "to": {"Uganda"}}, func() bool { return find("ASSAULT").Record.Actor[0].State == "UGA" }},
		{url.Values{"do": {"party"}, "from": {"x:ken"}, "to": {"x:chn"}, "reach": {"report"}, "report": {report}}, func() bool { return find("ASSAULT").Record.Actor[0].State == "CHN" }},
		{url.Values{"do": {"party"}, "from": {"x:ken"}, "to": {"UGA"}, "reach": {"everywhere"}}, func() bool { return find("ASSAULT").Record.Actor[0].State == "UGA" }},
		{url.Values{"do": {"party"}, "from": {"x:som"}, "to": {""}}, func() bool { e := find("ASSAULT"); return e != nil && len(e.Record.Recipient) == 0 }},
		{url.Values{"do": {"merge"}, "own": {own}, "entry": {other}}, func() bool { return len(list()) == 1 }},
		{url.Values{"do": {"split"}}, func() bool { return len(list()) == 2 }},
	} {
		c.form.Set("record", own)
		c.form.Set("author", "Tester <b>")
		c.form.Set("reason", "a reason")
		c.form.Set("back", "/report/"+report+"#r1")
		w := post(t, h, c.form)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/report/"+report+"#r1" {
			t.Fatalf("%v: %d %s\n%s", c.form, w.Code, w.Header().Get("Location"), w.Body)
		}
		if cookie := w.Result().Cookies(); len(cookie) != 1 || !cookie[0].HttpOnly || cookie[0].SameSite != http.SameSiteStrictMode {
			t.Errorf("cookies %v", cookie)
		}
		if !c.done() {
			t.Errorf("%v: not done", c.form)
		}
		get(t, h, "/report/"+report, 200)
		get(t, h, "/entry/"+own, map[bool]int{true: 200, false: 404}[find("ASSAULT") != nil || c.form.Get("do") != "reject"])
		log := get(t, h, "/corrections", 200)
		if strings.Contains(log, "Tester <b>") || !strings.Contains(log, "Tester &lt;b&gt;") {
			t.Error("an author's name is not shown as text")
		}
		changes, err := d.Changes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		w = post(t, h, url.Values{"do": {"undo"}, "id": {changes.Corrections[0].ID.String()}, "author": {"Tester"}, "reason": {"back"}})
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/corrections" {
			t.Fatalf("undo: %d %s", w.Code, w.Body)
		}
		if is := find("ASSAULT"); is == nil || is.ID != was.ID || is.Record.Actor[0].ID != "x:ken" || len(is.Record.Recipient) != 1 || is.Reports != was.Reports || len(list()) != 2 {
			t.Errorf("%v: not undone: %+v", c.form, is)
		}
	}
}

func TestRefused(t *testing.T) {
	d := writable(t, trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")))
	h := served(t, d)
	members, err := d.Register.Records(t.Context(), firstReport(t, d))
	if err != nil {
		t.Fatal(err)
	}
	id := members[0].ID.String()
	signed := func(v url.Values) url.Values {
		for k, s := range map[string]string{"record": id, "author": "a", "reason": "b"} {
			if !v.Has(k) {
				v.Set(k, s)
			}
		}
		return v
	}
	for _, c := range []struct {
		form url.Values
		code int
	}{
		{url.Values{"do": {"reject"}, "author": {""}}, 400}, {url.Values{"do": {"reject"}, "reason": {" "}}, 400}, {url.Values{}, 400},
		{url.Values{"do": {"reject"}, "record": {"0000000000000001"}}, 404}, {url.Values{"do": {"reject"}, "record": {"../x"}}, 400},
		{url.Values{"do": {"type"}, "type": {"NONSENSE"}}, 400}, {url.Values{"do": {"type"}, "type": {"CONSULT drone"}}, 400}, {url.Values{"do": {"type"}}, 400},
		{url.Values{"do": {"party"}, "from": {"x:ken"}, "to": {"Nobody Of That Name"}}, 400}, {url.Values{"do": {"party"}, "from": {"x:nobody"}, "to": {"UGA"}}, 400},
		{url.Values{"do": {"merge"}, "entry": {"zz"}}, 400}, {url.Values{"do": {"merge"}, "entry": {"0000000000000001"}}, 404},
		{url.Values{"do": {"undo"}, "id": {"0000000000000001"}}, 404}, {url.Values{"do": {"undo"}, "id": {"x"}}, 400},
		{url.Values{"do": {"reject"}, "reason": {strings.Repeat("x", 3000)}}, 400}, {url.Values{"do": {"reject"}, "reason": {strings.Repeat("x", 90000)}}, 400},
	} {
		if w := post(t, h, signed(c.form)); w.Code != c.code {
			t.Errorf("%.120v: %d, want %d", c.form, w.Code, c.code)
		}
	}
	for _, address := range []string{"https://example.org/", "//example.org/x", "/\\example.org", "javascript:alert(1)", "x"} {
		w := post(t, h, signed(url.Values{"do": {"type"}, "type": {"AID"}, "back": {address}}))
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/corrections" {
			t.Errorf("back to %s: %d %s", address, w.Code, w.Header().Get("Location"))
		}
	}
}
