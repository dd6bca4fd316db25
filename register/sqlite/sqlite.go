// Package sqlite keeps a register in one SQLite file, inside the program. The
// file is in WAL mode: one process writes, others read meanwhile.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"depesche/register/sqldb"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Open opens the register in a file; it makes the file and its folder where
// they are missing, and brings an older file up to date.
func Open(ctx context.Context, file string) (*sqldb.Store, error) {
	if err := check(file); err != nil {
		return nil, err
	}
	write, err := sql.Open("sqlite", dsn(file, "immediate", "synchronous(NORMAL)", "cache_size(-98304)", "wal_autocheckpoint(8000)"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	write.SetMaxOpenConns(1)
	if err := migrate(ctx, write); err != nil {
		_ = write.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	read, err := sql.Open("sqlite", dsn(file, "deferred", "query_only(1)", "cache_size(-32768)", "mmap_size(1073741824)"))
	if err != nil {
		_ = write.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	// Questions of several parts ask in turn with those of others; a connection is
	// kept, as it costs more to open one than to ask.
	conns := max(8, runtime.GOMAXPROCS(0))
	read.SetMaxOpenConns(conns)
	read.SetMaxIdleConns(conns)
	store := sqldb.New(read, write, dialect)
	if err := store.Tally(ctx); err != nil {
		_ = store.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return store, nil
}

var dialect = sqldb.Dialect{
	Prepare:   true,
	LeadOrder: true,
	PutWords:  "INSERT INTO entry_words (rowid, words) VALUES ($1, $2)",
	DropWords: "DELETE FROM entry_words WHERE rowid = $1",
	HasWords:  "lead.entry_words MATCH %s",
	WordsSeq:  "lead.rowid",
	WordQuery: func(words []string) string { return `"` + strings.Join(words, `" AND "`) + `"` },
}

func dsn(file, lock string, pragmas ...string) string {
	q := url.Values{"_txlock": {lock}, "_pragma": append([]string{"busy_timeout(60000)", "journal_mode(WAL)", "temp_store(MEMORY)"}, pragmas...)}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?" + q.Encode()
}

// check says what is wrong with a file that is no register, before SQLite
// says it in its own words.
func check(file string) error {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return os.MkdirAll(filepath.Dir(file), 0o755)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := f.Read(head)
	if n > 0 && string(head[:n]) != "SQLite format 3\x00"[:n] {
		return fmt.Errorf("%s: not a register: it is no SQLite file", file)
	}
	return nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, dir)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
