package guard

import (
	"net/http"
	"runtime/debug"
)

// rescue turns a handler's panic into an answer without details; they go to the
// log. If the answer has begun, the connection is cut, so that nobody takes it
// for whole.
func (g *Guard) rescue(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t := &tracked{ResponseWriter: w}
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler { //nolint:errorlint // the very value is passed to panic
				panic(p)
			}
			g.o.Log.Error("a handler failed", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
			if t.begun {
				panic(http.ErrAbortHandler)
			}
			forget(w.Header())
			g.refuse(w, r, http.StatusInternalServerError, "inside")
		}()
		next.ServeHTTP(t, r)
	})
}

// forget drops headers that described the body a handler meant to send.
func forget(h http.Header) {
	for _, name := range []string{"Content-Encoding", "Content-Length", "Content-Disposition", "Etag", "Last-Modified", "Set-Cookie"} {
		h.Del(name)
	}
	h.Set("Cache-Control", "no-store")
}

// tracked knows whether an answer has begun.
type tracked struct {
	http.ResponseWriter
	begun bool
}

func (t *tracked) WriteHeader(status int) {
	t.begun = t.begun || status >= 200
	t.ResponseWriter.WriteHeader(status)
}

func (t *tracked) Write(b []byte) (int, error) {
	t.begun = true
	return t.ResponseWriter.Write(b)
}

// Flush sends what was written so far; a writer that cannot does nothing.
func (t *tracked) Flush() {
	t.begun = true
	_ = http.NewResponseController(t.ResponseWriter).Flush()
}

// Unwrap lets http.ResponseController reach the writer below.
func (t *tracked) Unwrap() http.ResponseWriter { return t.ResponseWriter }
