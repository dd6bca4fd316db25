package export

import (
	"context"
	"io"
	"iter"
	"runtime"
	"testing"

	"depesche/knowledge"
	"depesche/register"
)

// large gives the fixture's entries again and again, each under an id of its own.
type large struct {
	*kept
	n int
}

func (l large) Entries(context.Context, register.Filter) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for i := range l.n {
			e := l.entries[i%len(l.entries)]
			e.ID = register.ID(i + 1)
			if !yield(e, nil) {
				return
			}
		}
	}
}

func (l large) Members(_ context.Context, ids ...register.ID) (out []register.Member, _ error) {
	for _, id := range ids {
		of := (int(id) - 1) % len(l.entries) * 2
		for _, m := range l.members[of : of+2] {
			m.Entry = id
			out = append(out, m)
		}
	}
	return out, nil
}

// TestMemory writes many entries and looks at what stays in memory.
func TestMemory(t *testing.T) {
	for _, format := range Formats {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		peak := uint64(0)
		w := watching{look: func() {
			runtime.ReadMemStats(&after)
			peak = max(peak, after.HeapAlloc)
		}}
		if _, err := Write(context.Background(), format, large{fixture(), 10_000}, &w, Options{}); err != nil {
			t.Fatal(err)
		}
		if peak > before.HeapAlloc+60<<20 {
			t.Errorf("%s: %d MB", format, (peak-before.HeapAlloc)>>20)
		}
	}
}

// watching calls its function now and then when it is written to.
type watching struct {
	look  func()
	bytes int
}

func (w *watching) Write(p []byte) (int, error) {
	if w.bytes += len(p); w.bytes > 1<<20 {
		w.bytes = 0
		w.look()
	}
	return len(p), nil
}

func BenchmarkExport(b *testing.B) {
	base, err := knowledge.Load()
	if err != nil {
		b.Fatal(err)
	}
	const n = 20_000
	for _, format := range Formats {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Write(context.Background(), format, large{fixture(), n}, io.Discard, Options{Base: base}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "entries/s")
		})
	}
}
