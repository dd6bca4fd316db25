package sqlite

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
	"depesche/register/conformance"
	"depesche/register/generate"
)

func TestConformance(t *testing.T) {
	conformance.Suite(t, func(t *testing.T) register.Store {
		s, err := Open(context.Background(), filepath.Join(t.TempDir(), "sub folder", "a?b#c.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

func TestNoRegister(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(file, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), file); err == nil || !strings.Contains(err.Error(), "not a register") {
		t.Errorf("got %v", err)
	}
}

// TestTally: a register that was filled before there were tallies gets them
// when it is opened.
func TestTally(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	g := register.New(s)
	if err := g.Add(ctx, slices.Collect(generate.Readings(generate.Options{Seed: 3, Happenings: 50})), nil); err != nil {
		t.Fatal(err)
	}
	if err := g.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	f := register.TallyFilter{Of: register.TallyTie, In: record.Interval{From: record.DayOf(2016, 3, 1)}}
	want, err := g.Tallies(ctx, f)
	if err != nil || len(want) < 10 {
		t.Fatal(len(want), err)
	}
	two := register.Filter{Dyad: []string{want[0].A, want[0].B}}
	wantDyad, err := g.DyadCounts(ctx, two)
	if err != nil || len(wantDyad) == 0 {
		t.Fatal(wantDyad, err)
	}
	s.Close()
	db, err := sql.Open("sqlite", dsn(file, "immediate"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("DELETE FROM tallies; DELETE FROM dyads"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if s, err = Open(ctx, file); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := register.New(s).Tallies(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	gotDyad, err := register.New(s).DyadCounts(ctx, two)
	if d := cmp.Diff(wantDyad, gotDyad); err != nil || d != "" {
		t.Errorf("%v (-want +got)\n%s", err, d)
	}
}
