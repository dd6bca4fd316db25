package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"depesche/knowledge"
	"depesche/web/trial"
)

// BenchmarkDyad is the page of two states with 20,000 entries.
//
//	DEPESCHE_BUSY=/tmp/busy.db go test ./web -run '^$' -bench Dyad -benchtime 20x
func BenchmarkDyad(b *testing.B) {
	know, err := knowledge.Load()
	if err != nil {
		b.Fatal(err)
	}
	desk, err := New(Options{Register: trial.Busy(b), Knowledge: know, Version: "test"})
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, path string }{
		{"whole", "/dyad/BLR/CHN"},
		{"two years", "/dyad/BLR/CHN?since=2019-01-01&until=2020-12-31"},
		{"a month", "/dyad/BLR/CHN?since=2019-03-01&until=2019-03-31"},
		{"as of a day", "/dyad/BLR/CHN?as-of=2018-06-01"},
		{"changed since", "/dyad/BLR/CHN?changed-since=2024-12-01"},
		{"api", "/api/v1/dyads/BLR/CHN"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := httptest.NewRecorder()
				desk.ServeHTTP(w, httptest.NewRequest(http.MethodGet, c.path, nil))
				if w.Code != 200 {
					b.Fatal(w.Code, w.Body)
				}
				b.ReportMetric(float64(w.Body.Len()), "bytes")
			}
		})
	}
}
