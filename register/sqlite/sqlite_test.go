package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/register"
	"depesche/register/conformance"
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
