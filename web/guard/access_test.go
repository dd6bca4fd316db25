package guard

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func ask(h http.Handler, method, target string, set func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost"+target, nil)
	if set != nil {
		set(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestAccess(t *testing.T) {
	bearer := func(token string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set("Authorization", "bearer "+token) }
	}
	basic := func(password string) func(*http.Request) {
		return func(r *http.Request) { r.SetBasicAuth("anyone", password) }
	}
	for _, c := range []struct {
		name         string
		o            Options
		method, path string
		set          func(*http.Request)
		want         int
		signed       bool
	}{
		{"open, reading", Options{}, "GET", "/", nil, 200, false},
		{"open, writing", Options{}, "POST", "/", nil, 401, false},
		{"open, deleting", Options{}, "DELETE", "/api/v1/x", nil, 401, false},
		{"open, wrong token", Options{}, "GET", "/", bearer("wrong"), 401, false},
		{"closed, reading", Options{Token: testToken}, "GET", "/", nil, 401, false},
		{"closed, heading", Options{Token: testToken}, "HEAD", "/", nil, 401, false},
		{"closed, API", Options{Token: testToken}, "GET", "/api/v1/x", nil, 401, false},
		{"closed, bearer", Options{Token: testToken}, "POST", "/", bearer(testToken), 200, true},
		{"closed, password", Options{Token: testToken}, "GET", "/", basic(testToken), 200, true},
		{"closed, wrong bearer", Options{Token: testToken}, "GET", "/", bearer(testToken + "x"), 401, false},
		{"closed, half a bearer", Options{Token: testToken}, "GET", "/", bearer(testToken[:8]), 401, false},
		{"closed, wrong password", Options{Token: testToken}, "GET", "/", basic(""), 401, false},
		{"closed, other scheme", Options{Token: testToken}, "GET", "/", func(r *http.Request) { r.Header.Set("Authorization", "Digest "+testToken) }, 401, false},
		{"closed, token in the address", Options{Token: testToken}, "GET", "/?token=" + testToken, nil, 401, false},
		{"closed, token as cookie", Options{Token: testToken}, "GET", "/", func(r *http.Request) {
			r.AddCookie(&http.Cookie{Name: cookieName, Value: testToken})
		}, 401, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := ask(newGuard(t, c.o).Wrap(http.HandlerFunc(desk)), c.method, c.path, c.set)
			if w.Code != c.want {
				t.Errorf("status %d, want %d", w.Code, c.want)
			}
			if reached := strings.Contains(w.Body.String(), "reached"); reached != (c.want == 200) {
				t.Errorf("handler reached: %t", reached)
			}
			if strings.Contains(w.Body.String(), "signed in true") != c.signed {
				t.Errorf("signed in: %s", w.Body)
			}
			if strings.Contains(strings.ReplaceAll(w.Body.String(), c.path, ""), testToken) {
				t.Error("the answer tells the token")
			}
		})
	}
}

// signIn posts the form and returns the answer.
func signIn(h http.Handler, token, next string) *httptest.ResponseRecorder {
	form := url.Values{"token": {token}, "next": {next}}.Encode()
	r := httptest.NewRequest(http.MethodPost, "http://localhost/login", strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestLogin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newGuard(t, Options{Token: testToken}).Wrap(http.HandlerFunc(desk))
		if w := ask(h, "GET", "/dyad?a=BLR", nil); !strings.Contains(w.Body.String(), `value="/dyad?a=BLR"`) {
			t.Errorf("the form forgets where to go: %s", w.Body)
		}
		w := signIn(h, testToken, "/dyad?a=BLR")
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/dyad?a=BLR" {
			t.Fatalf("status %d to %q", w.Code, w.Header().Get("Location"))
		}
		c := w.Result().Cookies()[0]
		if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || strings.Contains(c.Value, testToken) {
			t.Errorf("cookie %v", c)
		}
		with := func(value string) int {
			return ask(h, "POST", "/", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName, Value: value}) }).Code
		}
		if got := with(c.Value); got != 200 {
			t.Errorf("with the cookie: status %d", got)
		}
		for i := range c.Value {
			forged := []byte(c.Value)
			forged[i] = 'A' + ('B'-forged[i])&1
			if string(forged) != c.Value && with(string(forged)) == 200 {
				t.Fatalf("a cookie changed at byte %d passes", i)
			}
		}
		if other := newGuard(t, Options{Token: testToken}); other.sessions.valid(c.Value, time.Now()) {
			t.Error("a cookie outlives its process")
		}
		time.Sleep(sessionTime)
		if got := with(c.Value); got != 401 {
			t.Errorf("with an old cookie: status %d", got)
		}
	})
}

func TestLogout(t *testing.T) {
	h := newGuard(t, Options{}).Wrap(http.HandlerFunc(desk))
	if w := ask(h, "GET", "/logout", nil); w.Code != 405 {
		t.Errorf("a link signs out: %d", w.Code)
	}
	w := ask(h, "POST", "/logout", nil)
	if c := w.Result().Cookies(); w.Code != 303 || len(c) != 1 || c[0].MaxAge >= 0 {
		t.Errorf("status %d, cookies %v", w.Code, c)
	}
}

func TestNextStaysHere(t *testing.T) {
	for next, want := range map[string]string{
		"": "/", "/": "/", "/dyad/BLR/CHN?q=a+b&as-of=2023": "/dyad/BLR/CHN?q=a+b&as-of=2023",
		"//evil.example": "/", "/\\evil.example": "/", "https://evil.example/": "/", "javascript:alert(1)": "/",
		"/\t/evil.example": "/", "/%2fevil.example": "/", "evil.example": "/", "/login": "/", "/a/../..//evil": "/",
		"/?q=%00": "/", "\x00": "/", "/" + strings.Repeat("a", maxURL): "/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%.40q) = %.40q, want %q", next, got, want)
		}
	}
}

func TestGuessing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newGuard(t, Options{Token: testToken}).Wrap(http.HandlerFunc(desk))
		for i := range failureBurst {
			if w := signIn(h, "wrong", "/"); w.Code != 401 {
				t.Fatalf("guess %d: status %d", i, w.Code)
			}
		}
		if w := signIn(h, "wrong", "/"); w.Code != 429 || w.Header().Get("Retry-After") == "" {
			t.Errorf("one guess more: status %d", w.Code)
		}
		if w := signIn(h, testToken, "/"); w.Code != 429 {
			t.Errorf("a guesser learns that a guess was right: status %d", w.Code)
		}
		right := func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+testToken) }
		if w := ask(h, "GET", "/", right); w.Code != 429 {
			t.Errorf("the same by header: status %d", w.Code)
		}
		elsewhere := func(r *http.Request) { right(r); r.RemoteAddr = "198.51.100.9:1" }
		if w := ask(h, "GET", "/", elsewhere); w.Code != 200 {
			t.Errorf("another client waits with the guesser: status %d", w.Code)
		}
		time.Sleep(failureEvery)
		if w := signIn(h, testToken, "/"); w.Code != 303 {
			t.Errorf("after the wait: status %d", w.Code)
		}
	})
}

// TestManyGuessers: what is remembered of clients is bounded.
func TestManyGuessers(t *testing.T) {
	var f failures
	now := time.Now()
	for i := range 3 * maxClients {
		addr := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		f.judge(netip.PrefixFrom(addr, 32), false, now)
	}
	if len(f.clients) > maxClients {
		t.Errorf("%d clients are remembered", len(f.clients))
	}
}

func TestClientOf(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.1:80": "192.0.2.1/32", "[2001:db8::1:2]:80": "2001:db8::/64", "[::ffff:192.0.2.1]:80": "192.0.2.1/32",
		"[fe80::1%eth0]:80": "fe80::/64", "pipe": "invalid Prefix",
	} {
		if got := clientOf(&http.Request{RemoteAddr: remote}).String(); got != want {
			t.Errorf("%s: %s, want %s", remote, got, want)
		}
	}
}
