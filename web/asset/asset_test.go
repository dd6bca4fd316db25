package asset

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestServe(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	url, err := s.URL("desk.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		code int
	}{{url, 200}, {Prefix + "000000000000/desk.css", 404}, {Prefix, 404}, {url + "/../../asset.go", 404}} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = c.path
		s.ServeHTTP(w, r)
		if w.Code != c.code {
			t.Errorf("%s: %d, want %d", c.path, w.Code, c.code)
		}
	}
}
