package postgres

import (
	"context"
	"strings"
	"testing"

	"depesche/register"
	"depesche/register/conformance"
	"depesche/register/postgres/pgtest"
)

func TestConformance(t *testing.T) {
	server := pgtest.Start(t)
	conformance.Suite(t, func(t *testing.T) register.Store {
		s, err := Open(context.Background(), server.Database(t))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

func TestNoServer(t *testing.T) {
	_, err := Open(context.Background(), "postgres://somebody:secret@localhost:1/nothing")
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}
