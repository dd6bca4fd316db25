// Package open opens a register by the words of --db.
package open

import (
	"context"
	"strings"

	"depesche/register"
	"depesche/register/postgres"
	"depesche/register/sqlite"
)

// DB opens the register in a file, or on a PostgreSQL server whose URL it is.
func DB(ctx context.Context, where string) (*register.Register, error) {
	if IsPostgres(where) {
		s, err := postgres.Open(ctx, where)
		if err != nil {
			return nil, err
		}
		return register.New(s), nil
	}
	s, err := sqlite.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	return register.New(s), nil
}

// IsPostgres says whether the words are the URL of a PostgreSQL database.
func IsPostgres(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}
