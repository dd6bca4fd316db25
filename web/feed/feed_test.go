package feed

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/sqlite"
	"depesche/web/view"
)

// report is a reading of one event, told by an outlet on a day of May 2023.
func reading(outlet, text string, day int) register.Reading {
	d := record.DayOf(2023, 5, day)
	r := register.Report{Name: outlet, Outlet: outlet, Lang: "en", Date: record.Interval{From: d, To: d}, Text: text}
	r.ID = r.Digest()
	r.Reader = "test"
	ev := record.Evidence{Document: r.ID.String(), End: len(text), Text: text}
	return register.Reading{Report: r, Words: []register.Words{{Lemmas: []string{"minister", "meet"}, Forms: []string{"ministers", "met"}}}, Records: []record.Record{{
		Kind: record.KindEvent, Status: record.Actual, Type: "CONSULT", Mode: "visit", Score: 1, Confidence: .9, By: "test", Evidence: []record.Evidence{ev},
		Date:  record.Date{From: record.DayOf(2023, 5, 2), To: record.DayOf(2023, 5, 2)},
		Actor: []record.Entity{{ID: "Q183", Type: "state", Name: "Germany", State: "DEU"}}, Recipient: []record.Entity{{ID: "Q114", Type: "state", Name: "Kenya", State: "KEN"}}}}}
}

type fixture struct {
	t    *testing.T
	reg  *register.Register
	desk *view.Desk
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "register.db"))
	if err != nil {
		t.Fatal(err)
	}
	reg := register.New(store)
	t.Cleanup(func() { _ = reg.Close() })
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &fixture{t, reg, &view.Desk{Register: reg, Knowledge: know}}
}

func (f *fixture) add(readings ...register.Reading) {
	f.t.Helper()
	ctx := context.Background()
	if err := f.reg.Add(ctx, readings, nil); err != nil {
		f.t.Fatal(err)
	}
	if err := f.reg.Settle(ctx); err != nil {
		f.t.Fatal(err)
	}
}

func say(_ string, r *record.Record) (string, error) { return r.Type + " <b>", nil }

func english(*http.Request) string { return "en" }

func TestAtom(t *testing.T) {
	f := newFixture(t)
	f.add(reading("Bote", "The ministers met & spoke.\x01", 3), reading("Echo", "The two ministers met.", 4))
	w := httptest.NewRecorder()
	Atom(f.desk, english, say).ServeHTTP(w, httptest.NewRequest(http.MethodGet, AtomPath+"?q=type:CONSULT", nil))
	var feed atomFeed
	if err := xml.Unmarshal(w.Body.Bytes(), &feed); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if len(feed.Entries) != 1 {
		t.Fatalf("%d items, want 1 for two reports of one happening: %s", len(feed.Entries), w.Body)
	}
	e := feed.Entries[0]
	if e.Published != "2023-05-03T00:00:00Z" || e.Updated != "2023-05-04T00:00:00Z" || e.Title != "CONSULT <b>" || !strings.Contains(e.Content.Text, "met & spoke. (Bote, 2023-05-03)") {
		t.Errorf("%+v", e)
	}
	w = httptest.NewRecorder()
	Atom(f.desk, english, say).ServeHTTP(w, httptest.NewRequest(http.MethodGet, AtomPath+"?q=nonsense:1", nil))
	if w.Code != http.StatusBadRequest {
		t.Errorf("%d, want 400", w.Code)
	}
}

// receiver takes webhooks; while down it fails.
type receiver struct {
	down bool
	got  []message
	head []http.Header
	raw  [][]byte
}

// ServeHTTP takes one.
func (rc *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if rc.down {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	b, _ := io.ReadAll(r.Body)
	var m message
	_ = json.Unmarshal(b, &m)
	rc.got, rc.head, rc.raw = append(rc.got, m), append(rc.head, r.Header), append(rc.raw, b)
}

func TestWebhooks(t *testing.T) {
	f := newFixture(t)
	f.add(reading("Bote", "The ministers met in March.", 1))
	rc := &receiver{}
	server := httptest.NewServer(rc)
	defer server.Close()
	secret := base64.StdEncoding.EncodeToString([]byte("a secret of thirty-two bytes ..."))
	watches, err := ReadWatches(strings.NewReader("# note\nmeetings\ttype:CONSULT\t"+server.URL+"\twhsec_"+secret+"\n"), "watches.tsv", nil)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2023, 5, 10, 12, 0, 0, 0, time.UTC)
	state := filepath.Join(t.TempDir(), "sent")
	open := func() *Sender {
		s, err := NewSender(SenderOptions{Desk: f.desk, Watches: watches, State: state, Say: say, Base: "http://desk", Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	round := func(s *Sender, fails bool, want int) {
		t.Helper()
		if err := s.Round(context.Background()); (err != nil) != fails {
			t.Fatalf("round: %v", err)
		}
		if len(rc.got) != want {
			t.Fatalf("%d messages, want %d", len(rc.got), want)
		}
	}
	s := open()
	round(s, false, 0) // what was there before is no news
	other := reading("Echo", "The presidents met.", 5)
	other.Records[0].Date = record.Date{From: record.DayOf(2023, 5, 5), To: record.DayOf(2023, 5, 5)}
	other.Records[0].Actor[0] = record.Entity{ID: "Q142", Type: "state", Name: "France", State: "FRA"}
	f.add(other)
	rc.down = true
	round(s, true, 0)
	rc.down = false
	round(s, false, 0) // it is left alone for a minute
	now = now.Add(2 * time.Minute)
	round(s, false, 1)
	copied := reading("Globus", "Presidents met, says the agency.", 6)
	copied.Records[0].Date, copied.Records[0].Actor = other.Records[0].Date, other.Records[0].Actor
	f.add(copied)
	round(s, false, 1) // a further report of the same is no news
	round(open(), false, 1)

	m := rc.got[0]
	if m.Type != "entry.new" || m.Data.Watch != "meetings" || m.Data.Link == "" || len(m.Data.Evidence) != 1 {
		t.Errorf("%+v", m)
	}
	want := http.Header{}
	sign(want, watches[0].Secret, rc.head[0].Get("webhook-id"), time.Date(2023, 5, 10, 12, 2, 0, 0, time.UTC), rc.raw[0])
	if got := rc.head[0].Get("webhook-signature"); got != want.Get("webhook-signature") || !strings.HasPrefix(got, "v1,") {
		t.Errorf("signature %q, want %q", got, want.Get("webhook-signature"))
	}
}

// TestSignature holds the signature to the example of the Standard Webhooks
// specification's reference vectors: secret, id, time and body give this one.
func TestSignature(t *testing.T) {
	secret, err := secretOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	if err != nil {
		t.Fatal(err)
	}
	h := http.Header{}
	sign(h, secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	if got, want := h.Get("webhook-signature"), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestReadWatches(t *testing.T) {
	good := "a\ttype:CONSULT\thttps://example.org/x\twhsec_" + base64.StdEncoding.EncodeToString(make([]byte, 24))
	for _, c := range []struct{ text, want string }{
		{good, ""},
		{"", "w.tsv: there is no watch in it"},
		{good + "\n" + good, "w.tsv:2: watch \"a\" is there twice"},
		{"a\tb", "w.tsv:1: 2 cells"},
		{strings.Replace(good, "https", "file", 1), "w.tsv:1: \"file://"},
		{strings.Replace(good, "type:", "tyqe:", 1), "w.tsv:1: query, character 1"},
		{strings.Replace(good, "AAAA", "", 3), "w.tsv:1: the secret has"},
		{strings.Replace(good, "whsec_", "!", 1), "w.tsv:1: the secret is no base64"},
		{strings.Repeat("x", maxWatchLine+1), "w.tsv: bufio.Scanner: token too long"},
	} {
		_, err := ReadWatches(strings.NewReader(c.text), "w.tsv", nil)
		if got := errorText(err); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%.30q: %q, want %q", c.text, got, c.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
