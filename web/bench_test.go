package web

import (
	"context"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"depesche/knowledge"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
)

// busy is a register of 20,000 happenings between two states.
func busy(b *testing.B) *register.Register {
	b.Helper()
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(b.TempDir(), "busy.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	g := register.New(s)
	var batch []register.Reading
	add := func() {
		if err := g.Add(ctx, batch, nil); err != nil {
			b.Fatal(err)
		}
		batch = batch[:0]
	}
	for rd := range generate.Readings(generate.Options{Seed: 3, Happenings: 20_000, Tellings: 1, States: []string{"BLR", "CHN"}}) {
		if batch = append(batch, rd); len(batch) == 2000 {
			add()
		}
	}
	add()
	if err := g.Settle(ctx); err != nil {
		b.Fatal(err)
	}
	return g
}

// BenchmarkDyad is the page of two states with 20,000 entries.
//
//	go test ./web -run '^$' -bench Dyad -benchtime 20x
func BenchmarkDyad(b *testing.B) {
	know, err := knowledge.Load()
	if err != nil {
		b.Fatal(err)
	}
	desk, err := New(Options{Register: busy(b), Knowledge: know, Version: "test"})
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range []string{"/dyad/BLR/CHN", "/dyad/BLR/CHN?since=2019-01-01&until=2020-12-31", "/dyad/BLR/CHN?since=2019-03-01&until=2019-03-31", "/dyad/BLR/CHN?as-of=2018-06-01", "/dyad/BLR/CHN?changed-since=2024-12-01", "/api/v1/dyads/BLR/CHN"} {
		b.Run(path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := httptest.NewRecorder()
				desk.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
				if w.Code != 200 {
					b.Fatal(w.Code, w.Body)
				}
				b.ReportMetric(float64(w.Body.Len()), "bytes")
			}
		})
	}
}
