// Package fetch gets documents from the web, politely and safely: robots.txt
// is kept to (RFC 9309), a host is asked at most once a second, size, time and
// redirects are limited, and only hosts of the public internet are spoken to,
// whatever a name resolves to or a redirect says. No cookies are kept, no proxy
// is used, nothing that a document refers to is got.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"depesche/source"
)

// Options are the limits of a client; zero fields stand for the defaults.
type Options struct {
	Agent    string        // the User-Agent; its first word is what robots.txt is asked for. Default: depesche
	MaxBytes int64         // of one document, unpacked; default 64 MB
	Timeout  time.Duration // for one document with its redirects, waiting for a turn left out; default 60 s
	Interval time.Duration // between two requests to a host; default 1 s. A Crawl-delay of robots.txt up to a minute counts if it is longer

	// Dial makes connections; default Dial. It is for tests, which have hosts
	// on loopback.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// The other limits.
const (
	maxRedirects = 5
	maxURL       = 4096
	maxHosts     = 10_000 // of which robots.txt and pace are remembered
)

// Client gets documents; it may be shared.
type Client struct {
	o    Options
	http *http.Client

	mu    sync.Mutex
	hosts map[string]*host // by scheme and host
}

// New makes a client.
func New(o Options) *Client {
	if o.Agent == "" {
		o.Agent = "depesche"
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = 64 << 20
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	if o.Interval == 0 {
		o.Interval = time.Second
	}
	if o.Dial == nil {
		o.Dial = Dial
	}
	return &Client{o: o, hosts: map[string]*host{}, http: &http.Client{
		Transport: &http.Transport{
			Proxy: nil, DialContext: o.Dial, ForceAttemptHTTP2: true, MaxIdleConns: 100, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second,
			TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 30 * time.Second, MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Validators say which state of a document is known already.
type Validators struct{ ETag, LastModified string }

// Answer is what a server gave.
type Answer struct {
	URL         string // where it was found, after redirects
	ContentType string
	Body        []byte
	NotModified bool // the known state still holds; Body is empty
	Validators
}

// What can be wrong beside the network.
var (
	ErrRobots   = errors.New("robots.txt forbids it")
	ErrURL      = errors.New("no address of the web")
	ErrRedirect = errors.New("redirects without end")
)

// StatusError is an answer other than 200 and 304.
type StatusError struct {
	Code  int
	Retry time.Duration // how long the server asks to wait; 0 if it does not
}

// Error is the code and what it means.
func (e *StatusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("the server answers %d %s", e.Code, http.StatusText(e.Code)))
}

// Get gets a document, or learns that the known state of it still holds. An
// error is a *source.Error that names the address.
func (c *Client) Get(ctx context.Context, address string, known Validators) (*Answer, error) {
	a, err := c.follow(ctx, address, known, true)
	if err != nil {
		return nil, explained(address, err)
	}
	return a, nil
}

// follow gets a document through its redirects, each looked at as the first
// address is.
func (c *Client) follow(ctx context.Context, address string, known Validators, ask bool) (*Answer, error) {
	u, err := parseURL(address)
	if err != nil {
		return nil, err
	}
	for range maxRedirects + 1 {
		if err := c.turn(ctx, u, ask); err != nil {
			return nil, err
		}
		a, next, err := c.once(ctx, u, known)
		if err != nil || next == nil {
			return a, err
		}
		u = next
	}
	return nil, fmt.Errorf("%w: more than %d", ErrRedirect, maxRedirects)
}

func parseURL(s string) (*url.URL, error) {
	if len(s) > maxURL {
		return nil, fmt.Errorf("%w: %d bytes long", ErrURL, len(s))
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrURL, plain(err))
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, fmt.Errorf("%w: it must begin with https:// or http://", ErrURL)
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	return u, nil
}

// once asks once; next is where a redirect leads.
func (c *Client) once(ctx context.Context, u *url.URL, known Validators) (a *Answer, next *url.URL, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header.Set("User-Agent", c.o.Agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5")
	req.Header.Set("Accept-Language", "de, en;q=0.9, *;q=0.5")
	if known.ETag != "" {
		req.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		req.Header.Set("If-Modified-Since", known.LastModified)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	a = &Answer{URL: u.String(), ContentType: resp.Header.Get("Content-Type"), Validators: Validators{resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")}}
	switch code := resp.StatusCode; {
	case code == http.StatusNotModified:
		a.NotModified, a.Validators = true, known
		return a, nil, nil
	case code >= 300 && code < 400 && resp.Header.Get("Location") != "":
		to, err := u.Parse(resp.Header.Get("Location"))
		if err != nil {
			return nil, nil, fmt.Errorf("redirect: %w: %w", ErrURL, plain(err))
		}
		if next, err = parseURL(to.String()); err != nil {
			return nil, nil, fmt.Errorf("redirect to %.200q: %w", to.String(), err)
		}
		return nil, next, nil
	case code != http.StatusOK:
		return nil, nil, &StatusError{code, retryAfter(resp.Header.Get("Retry-After"))}
	}
	if a.Body, err = io.ReadAll(io.LimitReader(resp.Body, c.o.MaxBytes+1)); err != nil {
		return nil, nil, err
	}
	if int64(len(a.Body)) > c.o.MaxBytes {
		return nil, nil, fmt.Errorf("%w: more than %d MB", source.ErrTooLarge, max(1, c.o.MaxBytes>>20))
	}
	return a, nil, nil
}

// retryAfter reads seconds; a date would need a clock that both sides share.
func retryAfter(s string) time.Duration {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 {
		return 0
	}
	return min(time.Duration(n)*time.Second, 24*time.Hour)
}

// plain is the cause of an error without the address that it repeats.
func plain(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

func explained(address string, err error) error {
	hint := "check the address, or try again later"
	var status *StatusError
	err = plain(err)
	switch {
	case errors.Is(err, ErrRobots):
		hint = "the site wants no programs there; open it in a browser and save it"
	case errors.Is(err, ErrAddress):
		err = fmt.Errorf("%w: addresses of this machine and its networks are not fetched", ErrAddress)
		hint = "save the document as a file and name that"
	case errors.Is(err, ErrURL):
		hint = "addresses begin with https:// or http://"
	case errors.Is(err, source.ErrTooLarge):
		hint = "get it with a program for downloads and name the file"
	case errors.Is(err, context.DeadlineExceeded):
		err = errors.New("no answer in time")
	case errors.As(err, &status) && status.Code == http.StatusNotFound:
		hint = "check the address"
	}
	if len(address) > 300 {
		address = strings.ToValidUTF8(address[:300], "") + "…"
	}
	return &source.Error{Input: address, Err: err, Hint: hint}
}
