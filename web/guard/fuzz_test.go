package guard

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"
)

// FuzzWrap: whatever is asked, the guard answers, and what it lets through has
// a known method, a host of ours and a clean path.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{
		"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"GET /a/%2e%2e/b?q=%00 HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n",
		"POST /login HTTP/1.1\r\nHost: [::1]\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\ntoken=a",
		"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic Og==\r\n\r\n",
		"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nOrigin: null\r\n\r\n",
		"HEAD /x HTTP/1.1\r\nHost: localhost\r\nCookie: depesche_session=AAAA\r\nAccept-Language: de;q=x\r\n\r\n",
	} {
		f.Add(s)
	}
	g, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
		if err != nil {
			return
		}
		r.RemoteAddr = "192.0.2.1:1"
		h := g.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			p := r.URL.Path
			if strings.TrimSuffix(path.Clean(p), "/") != strings.TrimSuffix(p, "/") || strings.ContainsAny(p, "\x00\\\r\n") || !strings.HasPrefix(p, "/") {
				t.Errorf("path %q came through", p)
			}
			if name := hostName(r.Host); name != "localhost" && !strings.HasPrefix(name, "127.") && !strings.Contains(name, ":") {
				t.Errorf("host %q came through", r.Host)
			}
			if r.Method != http.MethodGet && r.Method != http.MethodHead {
				t.Errorf("method %q came through without a token", r.Method)
			}
			w.WriteHeader(299)
		}))
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Header().Get("Content-Security-Policy") != policy {
			t.Errorf("no policy: %v", w.Header())
		}
		if loc := w.Header().Get("Location"); strings.HasPrefix(loc, "//") || loc != "" && loc[0] != '/' {
			t.Errorf("sent away to %q", loc)
		}
	})
}
