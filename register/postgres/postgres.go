// Package postgres keeps a register in a PostgreSQL database, for registers
// into which several machines read.
package postgres

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"net/url"
	"runtime"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"depesche/register/sqldb"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is a register in PostgreSQL.
type Store struct {
	*sqldb.Store
	db *sql.DB
}

// DB is the database, for transactions that hold more than the register's.
func (s *Store) DB() *sql.DB { return s.db }

// Open opens the register in the database of a URL and brings its tables up to
// date.
func Open(ctx context.Context, address string) (*Store, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", bare(address), err)
	}
	db.SetMaxOpenConns(max(8, 2*runtime.GOMAXPROCS(0)))
	if err := migrate(ctx, db); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("%s: %w", bare(address), err)
	}
	store := sqldb.New(db, db, dialect)
	if err := store.Tally(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("%s: %w", bare(address), err)
	}
	return &Store{store, db}, nil
}

// bare is the address without its password.
func bare(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	return u.Redacted()
}

// registerLock is the advisory lock that Updates take, one at a time; the
// digits spell nothing.
const registerLock = "SELECT pg_advisory_xact_lock(72016405921)"

var dialect = sqldb.Dialect{
	Lock:      registerLock,
	Snapshot:  true,
	PutWords:  "INSERT INTO entry_words (seq, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))",
	DropWords: "DELETE FROM entry_words WHERE seq = $1",
	HasWords:  "lead.words @@ %s::tsquery",
	WordsSeq:  "lead.seq",
	WordQuery: func(words []string) string { return "'" + strings.Join(words, "' & '") + "'" },
}

func migrate(ctx context.Context, db *sql.DB) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	// Several machines may start at the same time.
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, dir, goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
