package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"depesche/source"
)

// web is a server that stands for all hosts under .example; others are dialled
// as they are outside of tests.
type web struct {
	*httptest.Server
	mu   sync.Mutex
	seen []string
	at   []time.Time
}

func newWeb(t *testing.T, handle http.HandlerFunc) *web {
	w := &web{}
	w.Server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.seen = append(w.seen, r.Host+r.URL.RequestURI())
		w.at = append(w.at, time.Now())
		w.mu.Unlock()
		handle(rw, r)
	}))
	t.Cleanup(w.Close)
	return w
}

func (w *web) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if host, _, _ := net.SplitHostPort(address); strings.HasSuffix(host, ".example") {
		return (&net.Dialer{}).DialContext(ctx, network, w.Listener.Addr().String())
	}
	return Dial(ctx, network, address)
}

func (w *web) client(o Options) *Client {
	o.Dial = w.dial
	if o.Interval == 0 {
		o.Interval = time.Millisecond
	}
	return New(o)
}

func TestGet(t *testing.T) {
	w := newWeb(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /geheim\nDisallow: /*?druck=\nUser-agent: depesche\nDisallow: /nicht%20du\nAllow: /\n")
		case "/weit":
			http.Redirect(w, r, "//zwei.example/ziel?x=1#y", http.StatusFound)
		case "/rund":
			http.Redirect(w, r, "/rund", http.StatusMovedPermanently)
		case "/datei":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/wolke":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		case "/hier":
			http.Redirect(w, r, "http://localhost:1/", http.StatusFound)
		case "/verboten":
			http.Redirect(w, r, "/nicht%20du", http.StatusFound)
		case "/gleich":
			if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "x" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"v1"`)
			w.Header().Set("Last-Modified", "x")
			fmt.Fprint(w, "Text")
		case "/gross":
			w.Header().Set("Content-Type", "text/html")
			io.Copy(w, io.LimitReader(zeros{}, 2<<20))
		case "/bombe":
			w.Header().Set("Content-Encoding", "gzip")
			gz := gzip.NewWriter(w)
			io.Copy(gz, io.LimitReader(zeros{}, 200<<20))
			gz.Close()
		case "/warte":
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/kurz":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "kurz")
		case "/langsam":
			w.WriteHeader(http.StatusOK)
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
			case <-time.After(10 * time.Second):
			}
		case "/fehlt":
			http.NotFound(w, r)
		default:
			fmt.Fprint(w, r.Host, r.URL.RequestURI(), " ", r.Header.Get("User-Agent"))
		}
	})
	c := w.client(Options{MaxBytes: 1 << 20, Timeout: 2 * time.Second, Agent: "depesche/1"})
	ctx := context.Background()
	for _, tc := range []struct {
		url  string
		err  error
		says string
	}{
		{"http://eins.example/a?b=c", nil, "eins.example/a?b=c depesche/1"},
		{"http://name:wort@eins.example/a#b", nil, "eins.example/a depesche/1"},
		{"http://eins.example", nil, "eins.example/ depesche/1"},
		{"http://eins.example/weit", nil, "zwei.example/ziel?x=1 depesche/1"},
		{"http://eins.example/nicht du", ErrRobots, "robots.txt"},
		{"http://eins.example/verboten", ErrRobots, "robots.txt"},
		{"http://eins.example/geheim", nil, "eins.example/geheim"}, // the group of its own name counts
		{"http://eins.example/rund", ErrRedirect, "more than 5"},
		{"http://eins.example/datei", ErrURL, "file:///etc/passwd"},
		{"http://eins.example/wolke", ErrAddress, "addresses of this machine"},
		{"http://eins.example/hier", ErrAddress, ""},
		{"http://eins.example/gross", source.ErrTooLarge, "more than 1 MB"},
		{"http://eins.example/bombe", source.ErrTooLarge, "more than 1 MB"},
		{"http://eins.example/warte", nil, "429 Too Many"},
		{"http://eins.example/fehlt", nil, "404 Not Found"},
		{"http://eins.example/kurz", io.ErrUnexpectedEOF, "unexpected EOF"},
		{"http://eins.example/langsam", nil, "no answer in time"},
		{"ftp://eins.example/", ErrURL, "https://"},
		{"http:///x", ErrURL, "https://"},
		{"http://[::1", ErrURL, ""},
		{"http://eins.example/" + strings.Repeat("x", 5000), ErrURL, "bytes long"},
	} {
		a, err := c.Get(ctx, tc.url, Validators{})
		var e *source.Error
		switch {
		case err == nil && (tc.err != nil || !strings.Contains(string(a.Body), tc.says)):
			t.Errorf("%s: %s, want %v", tc.url, a.Body, tc.err)
		case err != nil && (tc.err != nil && !errors.Is(err, tc.err) || !strings.Contains(err.Error(), tc.says) || !errors.As(err, &e) || e.Hint == ""):
			t.Errorf("%.60s: %v, want %v %s", tc.url, err, tc.err, tc.says)
		}
	}
	a, err := c.Get(ctx, "http://eins.example/gleich", Validators{})
	if err != nil || a.NotModified || string(a.Body) != "Text" {
		t.Fatal(a, err)
	}
	if a, err = c.Get(ctx, "http://eins.example/gleich", a.Validators); err != nil || !a.NotModified || a.ETag != `"v1"` {
		t.Error(a, err)
	}
	var status *StatusError
	if _, err := c.Get(ctx, "http://eins.example/warte", Validators{}); !errors.As(err, &status) || status.Retry != 2*time.Minute {
		t.Error(err)
	}
	robots := 0
	for _, s := range w.seen {
		if s == "eins.example/robots.txt" {
			robots++
		}
		if strings.Contains(s, "nicht") {
			t.Errorf("asked for what robots.txt forbids: %s", s)
		}
	}
	if robots != 1 {
		t.Errorf("robots.txt was got %d times", robots)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func TestRobotsFailing(t *testing.T) {
	w := newWeb(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path != "/robots.txt":
			fmt.Fprint(w, "Text")
		case strings.HasPrefix(r.Host, "kaputt"):
			w.WriteHeader(http.StatusInternalServerError)
		case strings.HasPrefix(r.Host, "ohne"):
			http.NotFound(w, r)
		case strings.HasPrefix(r.Host, "woanders"):
			http.Redirect(w, r, "http://ohne.example/robots", http.StatusFound)
		case strings.HasPrefix(r.Host, "intern"):
			http.Redirect(w, r, "http://10.0.0.1/robots.txt", http.StatusFound)
		default:
			io.Copy(w, strings.NewReader("\x00<html>"+strings.Repeat("Disallow: /\n*\n", 1000)))
		}
	})
	c := w.client(Options{})
	for url, want := range map[string]error{"http://kaputt.example/": ErrRobots, "http://ohne.example/": nil, "http://woanders.example/": nil, "http://intern.example/": ErrAddress, "http://unsinn.example/": nil} {
		if _, err := c.Get(context.Background(), url, Validators{}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", url, err, want)
		}
	}
}

func TestPace(t *testing.T) {
	w := newWeb(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" && r.Host == "langsam.example" {
			fmt.Fprint(w, "User-agent: *\nCrawl-delay: 0.2\n")
		}
	})
	c := w.client(Options{Interval: 50 * time.Millisecond})
	var wg sync.WaitGroup
	start := time.Now()
	for i := range 4 {
		for _, host := range []string{"a", "b"} {
			wg.Go(func() { c.Get(context.Background(), fmt.Sprintf("http://%s.example/%d", host, i), Validators{}) })
		}
	}
	wg.Wait()
	if d := time.Since(start); d < 190*time.Millisecond { // five requests a host, the first at once
		t.Errorf("ten requests to two hosts in %v", d)
	}
	start = time.Now()
	for i := range 3 {
		c.Get(context.Background(), fmt.Sprintf("http://langsam.example/%d", i), Validators{})
	}
	if d := time.Since(start); d < 390*time.Millisecond {
		t.Errorf("Crawl-delay was not kept: %v", d)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := c.Get(ctx, "http://a.example/", Validators{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAddresses(t *testing.T) {
	for addr, want := range map[string]bool{
		"8.8.8.8": true, "2600::1": true, "::ffff:8.8.8.8": true, "193.99.144.80": true,
		"127.0.0.1": false, "127.1.2.3": false, "::1": false, "::ffff:127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false,
		"169.254.169.254": false, "fe80::1": false, "fd00:ec2::254": false, "0.0.0.0": false, "::": false, "100.100.100.200": false, "224.0.0.1": false,
		"255.255.255.255": false, "198.18.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001:0:1::": false, "::127.0.0.1": false, "fec0::1": false,
		"2001:db8::1": false, "192.0.2.1": false, "fe80::1%eth0": false,
	} {
		if got := public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: %v", addr, got)
		}
	}
	w := newWeb(t, func(http.ResponseWriter, *http.Request) {})
	port := w.Listener.Addr().(*net.TCPAddr).Port
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"} {
		if _, err := New(Options{}).Get(context.Background(), fmt.Sprintf("http://%s:%d/", host, port), Validators{}); !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v", host, err)
		}
	}
	if len(w.seen) > 0 {
		t.Errorf("a private address was asked: %q", w.seen)
	}
}

func FuzzURL(f *testing.F) {
	f.Add("http://user:pw@host:80/a?b#c")
	f.Add("//x")
	f.Fuzz(func(t *testing.T, s string) {
		if u, err := parseURL(s); err == nil && (u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil) {
			t.Fatal(u)
		}
	})
}
