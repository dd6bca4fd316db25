package trial

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
)

// Busy is a register of 22,000 made-up happenings between Belarus and China,
// which make 20,000 entries, in the file named by DEPESCHE_BUSY, which is filled
// if it is not there, else in a temporary one. To fill it takes a minute.
func Busy(t testing.TB) *register.Register {
	t.Helper()
	ctx := context.Background()
	file := os.Getenv("DEPESCHE_BUSY")
	if file == "" {
		file = filepath.Join(t.TempDir(), "busy.db")
	}
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	reg := register.New(store)
	t.Cleanup(func() { _ = reg.Close() })
	if n, err := reg.Totals(ctx); err != nil {
		t.Fatal(err)
	} else if n.Entries > 0 {
		return reg
	}
	var batch []register.Reading
	add := func() {
		if err := reg.Add(ctx, batch, nil); err != nil {
			t.Fatal(err)
		}
		batch = batch[:0]
	}
	for rd := range generate.Readings(generate.Options{Seed: 3, Happenings: 22_000, Tellings: 1, States: []string{"BLR", "CHN"}}) {
		if batch = append(batch, rd); len(batch) == 2000 {
			add()
		}
	}
	add()
	if err := reg.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	return reg
}
