// Package sqldb keeps a register in a database that speaks SQL. What SQLite and
// PostgreSQL say alike stands here once; what they do not is a Dialect. The
// schemas stand in the packages of the two.
package sqldb

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"depesche/register"
)

// Dialect is where the databases differ.
type Dialect struct {
	// Lock is run first in each Update; it makes them one at a time. May be "".
	Lock string
	// Snapshot says that a View must ask for one state throughout.
	Snapshot bool
	// Prepare says that statements are worth preparing for one transaction.
	Prepare bool
	// PutWords stores the words of entry $1; $2 are words separated by spaces.
	PutWords string
	// HasWords is a condition that the row of the table entry_words, under the
	// name lead, has the words of the parameter %s; WordsSeq is the place of
	// its entry.
	HasWords, WordsSeq string
	// WordQuery writes words as the parameter of HasWords.
	WordQuery func(words []string) string
	// LeadOrder says that a join comes in the order of the subquery that leads
	// it, so that it need not be sorted. What comes is held against it.
	LeadOrder bool
	// DropWords takes the words of entry $1 out.
	DropWords string
}

// Store is a register in a database.
type Store struct {
	read, write *sql.DB
	dialect     Dialect
}

// New is a store on databases that are migrated already; read and write may be
// the same.
func New(read, write *sql.DB, d Dialect) *Store { return &Store{read: read, write: write, dialect: d} }

// Close closes the databases.
func (s *Store) Close() error {
	err := s.write.Close()
	if s.read != s.write {
		if rerr := s.read.Close(); err == nil {
			err = rerr
		}
	}
	return err
}

// Update runs f in a transaction that commits if f gives no error.
func (s *Store) Update(ctx context.Context, f func(register.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // of no effect once committed
	t := s.tx(tx)
	if s.dialect.Lock != "" {
		if err := t.exec(ctx, s.dialect.Lock); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, nextState); err != nil {
		return err
	}
	if err := f(t); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Within is a register.Tx in a transaction of the caller, who commits.
func (s *Store) Within(ctx context.Context, tx *sql.Tx) (register.Tx, error) {
	t := s.tx(tx)
	if s.dialect.Lock != "" {
		if err := t.exec(ctx, s.dialect.Lock); err != nil {
			return nil, err
		}
	}
	return t, t.exec(ctx, nextState)
}

const nextState = "UPDATE state SET n = n + 1"

func (t *tx) State(ctx context.Context) (int64, error) {
	var n int64
	err := t.QueryRowContext(ctx, "SELECT n FROM state").Scan(&n)
	return n, err
}

// View runs f on one state of the register.
func (s *Store) View(ctx context.Context, f func(register.View) error) error {
	level := sql.LevelDefault
	if s.dialect.Snapshot {
		level = sql.LevelRepeatableRead
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: level})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	return f(s.tx(tx))
}

// tx is a transaction. Where the dialect asks for it, statements are prepared
// once a transaction.
type tx struct {
	tx    *sql.Tx
	store *Store
	stmts map[string]*sql.Stmt
}

func (s *Store) tx(t *sql.Tx) *tx {
	x := &tx{tx: t, store: s}
	if s.dialect.Prepare {
		x.stmts = map[string]*sql.Stmt{}
	}
	return x
}

func (t *tx) stmt(ctx context.Context, text string) *sql.Stmt {
	if t.stmts == nil {
		return nil
	}
	if st := t.stmts[text]; st != nil {
		return st
	}
	st, err := t.tx.PrepareContext(ctx, text)
	if err != nil {
		return nil // the statement's own error comes up where it is run
	}
	t.stmts[text] = st // closed by database/sql with the transaction
	return st
}

func (t *tx) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if st := t.stmt(ctx, text); st != nil {
		return st.ExecContext(ctx, args...)
	}
	return t.tx.ExecContext(ctx, text, args...)
}

func (t *tx) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if st := t.stmt(ctx, text); st != nil {
		return st.QueryContext(ctx, args...)
	}
	return t.tx.QueryContext(ctx, text, args...)
}

func (t *tx) QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row {
	if st := t.stmt(ctx, text); st != nil {
		return st.QueryRowContext(ctx, args...)
	}
	return t.tx.QueryRowContext(ctx, text, args...)
}

func (t *tx) exec(ctx context.Context, text string, args ...any) error {
	if _, err := t.ExecContext(ctx, text, args...); err != nil {
		return fault(text, err)
	}
	return nil
}

func (t *tx) rows(ctx context.Context, text string, args []any, scan func(*sql.Rows) error) error {
	rows, err := t.QueryContext(ctx, text, args...)
	if err != nil {
		return fault(text, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fault(text, err)
		}
	}
	if err := rows.Err(); err != nil {
		return fault(text, err)
	}
	return nil
}

// fault names the statement of an error by its first words.
func fault(text string, err error) error {
	words := strings.Fields(text)
	return fmt.Errorf("%s: %w", strings.Join(words[:min(len(words), 4)], " "), err)
}

// many runs a statement that ends in VALUES for all rows, several at a time.
func (t *tx) many(ctx context.Context, insert string, columns int, tail string, rows [][]any) error {
	const most = 64
	for len(rows) > 0 {
		n := min(len(rows), most)
		for n&(n-1) != 0 { // powers of two only, so that few texts come up
			n &= n - 1
		}
		args := make([]any, 0, n*columns)
		for _, r := range rows[:n] {
			args = append(args, r...)
		}
		if err := t.exec(ctx, insert+values(n, columns)+tail, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

func values(n, columns int) string {
	var b strings.Builder
	b.WriteString(" VALUES ")
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("(")
		b.WriteString(params(i*columns+1, columns))
		b.WriteString(")")
	}
	return b.String()
}

// params are n placeholders, the first of which is $from.
func params(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "$%d", from+i)
	}
	return b.String()
}

// inChunks calls f with at most n of the list at a time.
func inChunks[T any](list []T, n int, f func([]T) error) error {
	for len(list) > 0 {
		k := min(n, len(list))
		if err := f(list[:k]); err != nil {
			return err
		}
		list = list[k:]
	}
	return nil
}

const chunk = 256

func args[T any](list []T) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

func ids(list []register.ID) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = int64(x)
	}
	return out
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
