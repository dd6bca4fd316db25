package view

import (
	"context"
	"os"
	"syscall"
	"testing"
	"time"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/sqlite"
)

// BenchmarkMillion measures views over a register of a million made-up entries,
// the file that register/sqlite's benchmark of that name fills. What is kept is
// thrown away before each round.
//
//	DEPESCHE_MILLION=/tmp/million.db go test ./web/view -run '^$' -bench Million -benchtime 5x
func BenchmarkMillion(b *testing.B) {
	file := os.Getenv("DEPESCHE_MILLION")
	if file == "" {
		b.Skip("DEPESCHE_MILLION names no register")
	}
	ctx := context.Background()
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	know, err := knowledge.Load()
	if err != nil {
		b.Fatal(err)
	}
	d := &Desk{Register: register.New(store), Knowledge: know}
	months := record.Interval{From: record.DayOf(2016, 2, 1), To: record.DayOf(2023, 5, 31)}
	for name, ask := range map[string]func() error{
		"plans":             func() error { _, err := d.Plans(ctx, register.Filter{}); return err },
		"plans of one":      func() error { _, err := d.Plans(ctx, register.Filter{Party: []string{"USA"}}); return err },
		"plans of a type":   func() error { _, err := d.Plans(ctx, register.Filter{Type: []string{"CONSULT"}}); return err },
		"state":             func() error { _, err := d.Profile(ctx, "USA", register.Filter{}); return err },
		"place":             func() error { _, err := d.Profile(ctx, "x:stadt-7", register.Filter{}); return err },
		"network":           func() error { _, err := d.Network(ctx, register.Filter{}, 200); return err },
		"network of months": func() error { _, err := d.Network(ctx, register.Filter{On: months}, 60); return err },
		"network of a type": func() error { _, err := d.Network(ctx, register.Filter{Type: []string{"ASSAULT"}}, 60); return err },
		"map":               func() error { _, err := d.World(ctx, register.Filter{}); return err },
		"map of months":     func() error { _, err := d.World(ctx, register.Filter{On: months}); return err },
		"map of a type":     func() error { _, err := d.World(ctx, register.Filter{Type: []string{"ASSAULT"}}); return err },
	} {
		for _, warm := range []bool{false, true} {
			run := name
			if warm {
				run += ", kept"
			}
			b.Run(run, func(b *testing.B) {
				before := processor(b)
				for b.Loop() {
					if !warm {
						d.memo = memo{}
					}
					if err := ask(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64((processor(b)-before).Milliseconds())/float64(b.N), "cpu-ms/op")
			})
		}
	}
}

// processor is the time that the process has had a processor, which a busy
// machine does not lengthen as it does the clock's.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
