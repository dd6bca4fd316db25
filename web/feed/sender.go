package feed

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"depesche/register"
	"depesche/web/view"
)

// Sender sends the new entries of watches to their addresses, one POST an
// entry, signed as Standard Webhooks has it (www.standardwebhooks.com): headers
// webhook-id, webhook-timestamp and webhook-signature, "v1," and the HMAC-SHA256
// of id, time and body in base64. What cannot be delivered is tried again, the
// later the more often it failed. A watch that is new begins with what comes in
// from then on.
type Sender struct {
	desk    *view.Desk
	watches []Watch
	sent    *sent
	say     Sayer
	base    string
	client  *http.Client
	now     func() time.Time
	wait    map[string]pause // by watch
}

// pause is how long a watch whose address failed is left alone.
type pause struct {
	failures int
	until    time.Time
}

// SenderOptions are what a Sender is made of.
type SenderOptions struct {
	Desk    *view.Desk
	Watches []Watch
	State   string // file that remembers what was sent
	Say     Sayer
	Base    string           // address of the desk, for links; "" = none
	Now     func() time.Time // nil = time.Now
}

const (
	sendTimeout = 10 * time.Second
	sendMost    = 100 // entries of a watch in one round
	sendLook    = 1000
	pauseFirst  = time.Minute
	pauseMost   = time.Hour
)

// NewSender reads what was sent before.
func NewSender(o SenderOptions) (*Sender, error) {
	s, err := openSent(o.State)
	if err != nil {
		return nil, err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	client := &http.Client{Timeout: sendTimeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &Sender{desk: o.Desk, watches: o.Watches, sent: s, say: o.Say, base: o.Base, client: client, now: o.Now, wait: map[string]pause{}}, nil
}

// Run serves the watches now and then until the context ends. Fail is told what
// went wrong.
func (s *Sender) Run(ctx context.Context, every time.Duration, fail func(error)) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		if err := s.Round(ctx); err != nil && ctx.Err() == nil {
			fail(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
	}
}

// Round serves each watch once.
func (s *Sender) Round(ctx context.Context) error {
	var errs []error
	for i := range s.watches {
		w := &s.watches[i]
		if s.now().Before(s.wait[w.Name].until) {
			continue
		}
		if err := s.serve(ctx, w); err != nil {
			p := s.wait[w.Name]
			p.until = s.now().Add(min(pauseFirst<<min(p.failures, 10), pauseMost))
			p.failures++
			s.wait[w.Name] = p
			errs = append(errs, fmt.Errorf("watch %s: %w", w.Name, err))
		} else {
			delete(s.wait, w.Name)
		}
	}
	return errors.Join(errs...)
}

func (s *Sender) serve(ctx context.Context, w *Watch) error {
	news, err := s.desk.News(ctx, w.Filter, sendLook)
	if err != nil {
		return err
	}
	if !s.sent.knows(w.Name) {
		ids := make([]register.ID, len(news))
		for i := range news {
			ids[i] = news[i].ID
		}
		return s.sent.add(w.Name, ids...)
	}
	slices.Reverse(news)
	n := 0
	for i := range news {
		e := &news[i]
		if s.sent.ids[w.Name][e.ID] {
			continue
		}
		members, err := s.desk.Register.Members(ctx, e.ID)
		if err != nil {
			return err
		}
		if !s.sent.has(w.Name, e.ID, members) {
			if err := s.post(ctx, w, e, members); err != nil {
				return err
			}
			n++
		}
		if err := s.sent.add(w.Name, e.ID); err != nil {
			return err
		}
		if n == sendMost {
			break
		}
	}
	return nil
}

// message is the body of a webhook.
type message struct {
	Type      string      `json:"type"` // entry.new
	Timestamp string      `json:"timestamp"`
	Data      messageData `json:"data"`
}

type messageData struct {
	Watch    string            `json:"watch"`
	Query    string            `json:"query"`
	Text     string            `json:"text"` // the entry in an English sentence
	Link     string            `json:"link,omitempty"`
	Entry    *register.Entry   `json:"entry"`
	Evidence []register.Member `json:"evidence"`
}

func (s *Sender) post(ctx context.Context, w *Watch, e *register.Entry, members []register.Member) error {
	text, err := s.say("en", &e.Record)
	if err != nil {
		return err
	}
	now := s.now().UTC()
	m := message{"entry.new", now.Format(time.RFC3339), messageData{Watch: w.Name, Query: w.Query, Text: text, Entry: e, Evidence: members}}
	if s.base != "" {
		m.Data.Link = s.base + "/entry/" + e.ID.String()
	}
	body, err := json.Marshal(&m)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader(body))
	if err != nil {
		return err
	}
	sign(req.Header, w.Secret, "entry_"+e.ID.String(), now, body)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "depesche")
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	discard(resp.Body)
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fmt.Errorf("%s answers %s", w.URL, resp.Status)
	}
	return nil
}

// sign sets the headers of Standard Webhooks.
func sign(h http.Header, secret []byte, id string, at time.Time, body []byte) {
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(id + "." + stamp + "."))
	mac.Write(body)
	h.Set("webhook-id", id)
	h.Set("webhook-timestamp", stamp)
	h.Set("webhook-signature", "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
}
