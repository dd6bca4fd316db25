package web

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"depesche/knowledge"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
)

// busy is a register of 22,000 happenings between two states, 20,000 entries, in the file named
// by DEPESCHE_BUSY, which is filled if it is not there, else in a temporary one.
func busy(b *testing.B) *register.Register {
	b.Helper()
	ctx := context.Background()
	file := os.Getenv("DEPESCHE_BUSY")
	if file == "" {
		file = filepath.Join(b.TempDir(), "busy.db")
	}
	s, err := sqlite.Open(ctx, file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	g := register.New(s)
	if n, err := g.Totals(ctx); err != nil || n.Entries > 0 {
		if err != nil {
			b.Fatal(err)
		}
		return g
	}
	var batch []register.Reading
	add := func() {
		if err := g.Add(ctx, batch, nil); err != nil {
			b.Fatal(err)
		}
		batch = batch[:0]
	}
	for rd := range generate.Readings(generate.Options{Seed: 3, Happenings: 22_000, Tellings: 1, States: []string{"BLR", "CHN"}}) {
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
//	DEPESCHE_BUSY=/tmp/busy.db go test ./web -run '^$' -bench Dyad -benchtime 20x
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
