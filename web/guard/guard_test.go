package guard

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"
)

const testToken = "0123456789abcdef"

// desk is what stands behind the guard in these tests: it says who asked.
func desk(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/panic":
		w.Header().Set("Content-Encoding", "gzip")
		panic("secret of the house")
	case "/panic-late":
		io.WriteString(w, strings.Repeat("x", 4096))
		http.NewResponseController(w).Flush()
		panic("secret of the house")
	case "/body":
		if _, err := io.ReadAll(r.Body); err != nil {
			http.Error(w, "body: "+err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
	}
	fmt.Fprintf(w, "reached, signed in %t", SignedIn(r.Context()))
}

func newGuard(t testing.TB, o Options) *Guard {
	t.Helper()
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// served starts a real server with a guard before the desk and returns its
// address.
func served(t *testing.T, o Options) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	l, err := Listen(ctx, "127.0.0.1:0", o)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, newGuard(t, o).Wrap(http.HandlerFunc(desk))) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error("Serve:", err)
		}
	})
	return l.Addr().String()
}

// send writes the bytes of a request and reads the answer.
func send(t *testing.T, addr, raw string) (*http.Response, string) {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(10 * time.Second))
	go io.WriteString(c, raw) // the server may close before it has read all
	resp, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("answer to %.80q: %v", raw, err)
	}
	body, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	return resp, string(body)
}

func TestHostile(t *testing.T) {
	addr := served(t, Options{Token: testToken, Hosts: []string{"Desk.Example."}})
	auth := "Authorization: Bearer " + testToken + "\r\n"
	local := "Host: " + addr + "\r\nConnection: close\r\n" + auth
	get := func(target string) string { return "GET " + target + " HTTP/1.1\r\n" + local + "\r\n" }
	with := func(headers string) string { return "GET / HTTP/1.1\r\n" + local + headers + "\r\n" }
	host := func(h string) string {
		return "GET / HTTP/1.1\r\nConnection: close\r\n" + auth + "Host: " + h + "\r\n\r\n"
	}
	post := func(headers, body string) string {
		return fmt.Sprintf("POST /body HTTP/1.1\r\n%s%sContent-Length: %d\r\n\r\n%s", local, headers, len(body), body)
	}
	for _, c := range []struct {
		name, raw string
		want      int
	}{
		{"plain", get("/"), 200},
		{"path with umlaut and final slash", get("/wer/M%C3%BCller/"), 200},
		{"query", get("/?q=actor%3ABLR+since%3A2023&q=b%0Ac"), 200},

		{"traversal", get("/../etc/passwd"), 400},
		{"traversal behind a folder", get("/asset/../../etc/passwd"), 400},
		{"traversal by escapes", get("/asset/%2e%2e/%2e%2e/etc/passwd"), 400},
		{"traversal by half escapes", get("/asset/.%2e/x"), 400},
		{"escaped slash", get("/asset/..%2f..%2fetc"), 400},
		{"escaped slash in capitals", get("/a%2Fb"), 400},
		{"escaped twice", get("/%252e%252e/etc"), 400},
		{"backslash", get(`/a\..\b`), 400},
		{"escaped backslash", get("/a%5c..%5cb"), 400},
		{"NUL", get("/a%00.html"), 400},
		{"line break", get("/a%0d%0aSet-Cookie:x"), 400},
		{"no UTF-8", get("/%ff%fe"), 400},
		{"doubled slash", get("//evil.example/"), 400},
		{"dot", get("/./"), 400},
		{"bad escape", get("/%zz"), 400},
		{"NUL in the query", get("/?q=a%00b"), 400},
		{"no UTF-8 in the query", get("/?q=%ff"), 400},
		{"bad escape in the query", get("/?q=%zz"), 400},
		{"semicolon in the query", get("/?a=b;c=d"), 400},

		{"address of 9 KB", get("/?q=" + strings.Repeat("a", 9<<10)), 414},
		{"address of 1 MB", get("/" + strings.Repeat("a", 1<<20)), 431},
		{"header of 1 MB", with("X-A: " + strings.Repeat("a", 1<<20) + "\r\n"), 431},
		{"40,000 headers", with(strings.Repeat("X-A: a\r\n", 40_000)), 431},
		{"body too large", post("", strings.Repeat("a", 2<<20)), 413},
		{"body of the right size", post("", strings.Repeat("a", 1<<10)), 200},
		{"endless chunks", "POST /body HTTP/1.1\r\n" + local + "Transfer-Encoding: chunked\r\n\r\n" + strings.Repeat("10000\r\n"+strings.Repeat("a", 0x10000)+"\r\n", 32) + "0\r\n\r\n", 413},
		{"two lengths", "POST / HTTP/1.1\r\n" + local + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na", 400},
		{"unknown coding", "POST / HTTP/1.1\r\n" + local + "Transfer-Encoding: gzip\r\n\r\n", 501},

		{"name on the list", host("desk.example:80"), 200},
		{"localhost", host("LocalHost:1"), 200},
		{"IPv6 loopback", host("[::1]:80"), 200},
		{"foreign name", host("evil.example"), 421},
		{"foreign name that begins well", host("127.0.0.1.evil.example"), 421},
		{"foreign address", host("192.0.2.7"), 421},
		{"name that ends well", host("evil-localhost"), 421},
		{"bad port", host("localhost:x"), 421},
		{"user in the name", host("localhost@evil.example"), 400},
		{"empty name", host(""), 421},
		{"no name", "GET / HTTP/1.0\r\n\r\n", 421},
		{"two names", "GET / HTTP/1.1\r\n" + local + "Host: evil.example\r\n\r\n", 400},
		{"address with a foreign name", get("http://evil.example/"), 421},

		{"TRACE", "TRACE / HTTP/1.1\r\n" + local + "\r\n", 405},
		{"CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\n" + local + "\r\n", 405},
		{"OPTIONS", "OPTIONS * HTTP/1.1\r\n" + local + "\r\n", 405},
		{"unknown method", "BREW / HTTP/1.1\r\n" + local + "\r\n", 405},
		{"no method", "G\x01T / HTTP/1.1\r\n" + local + "\r\n", 400},
		{"HTTP/9", "GET / HTTP/9.0\r\n" + local + "\r\n", 505},

		{"post of our own page", post("Origin: http://"+addr+"\r\nSec-Fetch-Site: same-origin\r\n", "a=b"), 200},
		{"post of another site", post("Sec-Fetch-Site: cross-site\r\n", "a=b"), 403},
		{"post of another port", post("Sec-Fetch-Site: same-site\r\n", "a=b"), 403},
		{"post of another origin", post("Origin: http://evil.example\r\n", "a=b"), 403},
		{"post of no origin", post("Origin: null\r\n", "a=b"), 403},
		{"link from another site", with("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n"), 200},
		{"image on another site", with("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"), 403},
		{"frame on another site", with("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"), 403},
		{"fetch of another site", with("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n"), 403},

		{"panic", get("/panic"), 500},
	} {
		t.Run(c.name, func(t *testing.T) {
			resp, body := send(t, addr, c.raw) //nolint:bodyclose // send closes it
			if resp.StatusCode != c.want {
				t.Errorf("status %d, want %d: %.200s", resp.StatusCode, c.want, body)
			}
			if reached := strings.Contains(body, "reached"); reached != (c.want == 200) {
				t.Errorf("handler reached: %t, with status %d", reached, resp.StatusCode)
			}
			if strings.Contains(body, "secret") || strings.Contains(body, "goroutine") || strings.Contains(body, "evil") {
				t.Errorf("the answer tells too much: %s", body)
			}
			if resp.Header.Get("Server") != "" || resp.Header.Get("Content-Encoding") != "" {
				t.Errorf("headers %v", resp.Header)
			}
			// What net/http itself refuses never comes to the guard.
			if resp.Header.Get("Content-Security-Policy") != policy && !strings.Contains(" 400 431 501 505 ", fmt.Sprintf(" %d ", c.want)) {
				t.Errorf("no policy in %v", resp.Header)
			}
		})
	}
}

func TestHeaders(t *testing.T) {
	h := newGuard(t, Options{}).Wrap(http.HandlerFunc(desk))
	for _, path := range []string{"/", "/login", "/login.css", "/panic", "/a//b", "/api/v1/x?q=%zz"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
		r.URL.Path, r.URL.RawQuery, _ = strings.Cut(path, "?")
		h.ServeHTTP(w, r)
		for name, want := range map[string]string{
			"Content-Security-Policy":      policy,
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Permissions-Policy":           permissions,
		} {
			if got := w.Header().Values(name); len(got) != 1 || got[0] != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		if w.Header().Get("Access-Control-Allow-Origin") != "" || w.Header().Get("Cache-Control") == "" {
			t.Errorf("%s: headers %v", path, w.Header())
		}
	}
	for _, part := range []string{"default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy lacks %s", part)
		}
	}
}

func TestProblems(t *testing.T) {
	h := newGuard(t, Options{}).Wrap(http.HandlerFunc(desk))
	for _, c := range []struct{ path, lang, wantType, want string }{
		{"/a//b", "de-AT,de;q=0.9", "text/html; charset=utf-8", "Die Adresse enthält"},
		{"/a//b", "fr", "text/html; charset=utf-8", "The address has"},
		{"/api//b", "", "application/problem+json", `{"type":"about:blank","title":"Bad Request","status":400,"detail":"The address has parts that no address here has."}`},
	} {
		r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
		r.URL.Path = c.path
		r.Header.Set("Accept-Language", c.lang)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if got := w.Header().Get("Content-Type"); got != c.wantType {
			t.Errorf("%s: content type %q, want %q", c.path, got, c.wantType)
		}
		if !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s in %q: %s, want %s", c.path, c.lang, w.Body, c.want)
		}
	}
}

func TestRefuseEscapes(t *testing.T) {
	g := newGuard(t, Options{})
	w := httptest.NewRecorder()
	g.Refuse(w, httptest.NewRequest(http.MethodGet, "http://localhost/x", nil), 404, "<script>alert(1)</script>")
	if strings.Contains(w.Body.String(), "<script") || !strings.Contains(w.Body.String(), "&lt;script") {
		t.Error(w.Body)
	}
}

func TestLatePanicCutsTheAnswer(t *testing.T) {
	addr := served(t, Options{})
	resp, err := http.Get("http://" + addr + "/panic-late")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if b, err := io.ReadAll(resp.Body); err == nil {
		t.Errorf("an answer that broke off reads as whole: %d bytes", len(b))
	}
}

func TestOptions(t *testing.T) {
	for _, o := range []Options{{Token: "short"}, {Hosts: []string{"http://desk.example/"}}, {Hosts: []string{""}}} {
		if _, err := New(o); err == nil {
			t.Errorf("%+v passed", o)
		}
	}
	a, b := newGuard(t, Options{}), newGuard(t, Options{})
	if a.Token() == b.Token() || len(a.Token()) < minToken {
		t.Errorf("made-up tokens %q and %q", a.Token(), b.Token())
	}
}

// TestTexts holds that every text the code asks for is there in all languages.
func TestTexts(t *testing.T) {
	texts, err := readTexts()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range texts.langs {
		for key, text := range texts.by[l] {
			if text == "" {
				t.Errorf("%s: %s is empty", l, key)
			}
		}
	}
	files, _ := os.ReadDir(".")
	for _, f := range files {
		b, _ := os.ReadFile(f.Name())
		if strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		for _, line := range strings.Split(string(b), "\n") {
			i := strings.Index(line, "g.refuse(w, r, http.Status")
			if i < 0 {
				continue
			}
			key := strings.Split(line[i:], `"`)[1]
			if texts.get("de", key) == "" || texts.get("en", key) == "" {
				t.Errorf("%s: no text %q", f.Name(), key)
			}
		}
	}
}
