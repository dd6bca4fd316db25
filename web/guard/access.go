package guard

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Where clients sign in and out.
const (
	LoginPath  = "/login"
	LogoutPath = "/logout"
	stylePath  = "/login.css"
)

// maxLogin is the most bytes of a sign-in form.
const maxLogin = 16 << 10

type signedKey struct{}

// SignedIn says whether the request behind a context may change something: it
// came with the token or in a session, or no guard stands before the handler.
func SignedIn(ctx context.Context) bool {
	signed, guarded := ctx.Value(signedKey{}).(bool)
	return signed || !guarded
}

func withSigned(r *http.Request, signed bool) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), signedKey{}, signed))
}

// access lets through who is signed in and, where reading is free, who only
// reads. It answers the paths of signing in and out itself.
func (g *Guard) access(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case LoginPath:
			g.login(w, r)
			return
		case LogoutPath:
			g.logout(w, r)
			return
		case stylePath:
			serveStyle(w, r)
			return
		}
		signed, slow := g.signedIn(r)
		reads := r.Method == http.MethodGet || r.Method == http.MethodHead
		switch {
		case slow:
			g.refuseGuesser(w, r)
		case signed:
			next.ServeHTTP(w, withSigned(r, true))
		case g.open && reads && !hasCredentials(r):
			next.ServeHTTP(w, withSigned(r, false))
		case isAPI(r):
			w.Header().Set("WWW-Authenticate", `Bearer realm="depesche"`)
			g.refuse(w, r, http.StatusUnauthorized, "token")
		case !reads: // what was sent is lost, so there is nowhere to go back to
			g.loginPage(w, r, http.StatusUnauthorized, "/", "")
		default:
			g.loginPage(w, r, http.StatusUnauthorized, r.URL.RequestURI(), "")
		}
	})
}

// signedIn says whether a request carries the token or a valid session, and
// whether its client must wait before its next attempt.
func (g *Guard) signedIn(r *http.Request) (signed, slow bool) {
	if c, err := r.Cookie(cookieName); err == nil && g.sessions.valid(c.Value, time.Now()) {
		return true, false
	}
	secret, ok := credentials(r)
	if !ok {
		return false, false
	}
	right := same(digest(secret), g.token)
	if !g.failures.judge(clientOf(r), right, time.Now()) {
		return false, true
	}
	return right, false
}

// credentials returns the secret of an Authorization header: a bearer's token
// or the password of Basic, whatever its user.
func credentials(r *http.Request) (string, bool) {
	if _, password, ok := r.BasicAuth(); ok {
		return password, true
	}
	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	if ok && strings.EqualFold(scheme, "Bearer") {
		return strings.TrimSpace(token), true
	}
	return "", false
}

func hasCredentials(r *http.Request) bool { return r.Header.Get("Authorization") != "" }

// login shows the form and takes it.
func (g *Guard) login(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		g.loginPage(w, r, http.StatusOK, r.URL.Query().Get("next"), "")
	case http.MethodPost:
		r.Body = http.MaxBytesReader(w, r.Body, maxLogin)
		if err := r.ParseForm(); err != nil {
			g.refuse(w, r, http.StatusBadRequest, "form")
			return
		}
		right := same(digest(strings.TrimSpace(r.PostForm.Get("token"))), g.token)
		switch {
		case !g.failures.judge(clientOf(r), right, time.Now()):
			g.refuseGuesser(w, r)
		case !right:
			g.loginPage(w, r, http.StatusUnauthorized, r.PostForm.Get("next"), "wrong")
		default:
			http.SetCookie(w, cookie(r, g.sessions.value(time.Now())))
			http.Redirect(w, r, localPath(r.PostForm.Get("next")), http.StatusSeeOther)
		}
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		g.refuse(w, r, http.StatusMethodNotAllowed, "method")
	}
}

// logout ends a session; only by POST, so that no link does it.
func (g *Guard) logout(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		g.refuse(w, r, http.StatusMethodNotAllowed, "method")
		return
	}
	http.SetCookie(w, cookie(r, ""))
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (g *Guard) refuseGuesser(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", strconv.Itoa(int(failureEvery.Seconds())))
	g.refuse(w, r, http.StatusTooManyRequests, "guesses")
}

// localPath returns where to go after signing in: next if it is a path of the
// desk, else the first page. "//host" and "/\host" are other hosts to a browser.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || len(next) > maxURL || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") || !cleanPath(u) || !cleanQuery(u.RawQuery) {
		return "/"
	}
	if u.Path == LoginPath || u.Path == LogoutPath {
		return "/"
	}
	return u.RequestURI()
}
