package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"depesche/knowledge"
	"depesche/web/trial"
)

// desk is the whole desk over a register of made-up happenings.
func desk(t *testing.T) http.Handler {
	t.Helper()
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(Options{Register: trial.Register(t, trial.MadeUp(30)...), Knowledge: know, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestRoutes holds that every part of the desk is reached and answers with its
// kind of content.
func TestRoutes(t *testing.T) {
	h := desk(t)
	for _, c := range []struct {
		address, kind string
		code          int
	}{
		{"/", "text/html; charset=utf-8", 200},
		{"/search?q=kind:event", "text/html; charset=utf-8", 200},
		{"/search?q=nonsense:1", "text/html; charset=utf-8", 400},
		{"/help", "text/html; charset=utf-8", 200},
		{"/nothing", "text/html; charset=utf-8", 404},
		{"/api/v1/entries", "application/json", 200},
		{"/api/v1/openapi.json", "application/openapi+json", 200},
		{"/feed.atom?q=kind:event", "application/atom+xml; charset=utf-8", 200},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, c.address, nil))
		if kind := w.Header().Get("Content-Type"); w.Code != c.code || kind != c.kind {
			t.Errorf("%s: %d %q, want %d %q", c.address, w.Code, kind, c.code, c.kind)
		}
	}
}
