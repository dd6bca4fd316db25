// Package queue shares an ingest among machines: batches of reports wait as
// jobs of River in the PostgreSQL database of the register, and what a worker
// reads is committed together with the job's completion. A worker that dies
// leaves its jobs to the others; nothing is lost, and nothing is kept twice.
package queue

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/rivermigrate"

	"depesche/register"
	"depesche/register/postgres"
	"depesche/report"
)

// Batch is what a job reads.
type Batch struct {
	Reader  string          `json:"reader"` // fingerprint of the program that is to read it
	Reports []report.Report `json:"reports"`
}

// Kind is the name of the jobs.
func (Batch) Kind() string { return "depesche_read" }

// Read reads a batch: it gives readings, and failures of reports that cannot
// be read. An error puts the batch back.
type Read func(ctx context.Context, b Batch) ([]register.Reading, []register.Failure, error)

// Queue is the queue in a database.
type Queue struct {
	store  *postgres.Store
	driver *riverdatabasesql.Driver
}

// Open opens the queue and makes its tables where they are missing.
func Open(ctx context.Context, s *postgres.Store) (*Queue, error) {
	q := &Queue{s, riverdatabasesql.New(s.DB())}
	m, err := rivermigrate.New(q.driver, &rivermigrate.Config{Logger: quiet()})
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	// Several machines may start at the same time.
	conn, err := s.DB().Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(72016405922)"); err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	defer func() { _, _ = conn.ExecContext(ctx, "SELECT pg_advisory_unlock(72016405922)") }()
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	return q, nil
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// Put adds a batch.
func (q *Queue) Put(ctx context.Context, b Batch) error {
	client, err := river.NewClient(q.driver, &river.Config{Logger: quiet()})
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	if _, err := client.Insert(ctx, b, nil); err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	return nil
}

// Waiting is how many batches are not done.
func (q *Queue) Waiting(ctx context.Context) (n int, err error) {
	err = q.store.DB().QueryRowContext(ctx, "SELECT count(*) FROM river_job WHERE kind = $1 AND state NOT IN ('completed', 'cancelled', 'discarded')", Batch{}.Kind()).Scan(&n)
	return n, err
}

// Dropped is how many batches were given up after too many attempts, and the
// last error of one of them.
func (q *Queue) Dropped(ctx context.Context) (n int, last string, err error) {
	err = q.store.DB().QueryRowContext(ctx, `SELECT count(*), COALESCE(max(errors[array_upper(errors, 1)]->>'error'), '') FROM river_job
		WHERE kind = $1 AND state = 'discarded'`, Batch{}.Kind()).Scan(&n, &last)
	return n, last, err
}

// Options are how a worker works.
type Options struct {
	Workers int               // batches at a time
	Keep    bool              // go on when the queue is empty
	Done    func(reports int) // called when a batch is committed; may be nil
	Timeout time.Duration     // that a batch may take; 0 is five minutes
}

// Work reads batches until none waits, or the context ends.
func (q *Queue) Work(ctx context.Context, o Options, read Read) error {
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Minute
	}
	name := "depesche-" + rand.Text()
	alive, err := q.alive(ctx, name)
	if err != nil {
		return err
	}
	defer alive.Close()
	workers := river.NewWorkers()
	river.AddWorker(workers, &worker{queue: q, read: read, done: o.Done})
	client, err := river.NewClient(q.driver, &river.Config{
		ID: name, Logger: quiet(), Workers: workers, JobTimeout: o.Timeout, PollOnly: true, FetchPollInterval: 200 * time.Millisecond,
		Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: max(1, o.Workers)}},
	})
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	if err := client.Start(ctx); err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	err = q.until(ctx, o.Keep, name)
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), o.Timeout)
	defer cancel()
	return errors.Join(err, client.Stop(stopping))
}

// until waits until nothing waits; it takes up what dead workers left.
func (q *Queue) until(ctx context.Context, keep bool, self string) error {
	for n := 0; ; n++ {
		if n%10 == 0 {
			if err := q.rescue(ctx, self); err != nil {
				return err
			}
		}
		waiting, err := q.Waiting(ctx)
		if err != nil {
			return fmt.Errorf("queue: %w", err)
		}
		if waiting == 0 && !keep {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(300 * time.Millisecond):
		}
	}
}

// alive holds a lock in the worker's name for as long as its connection lives,
// which is until the process ends, however it ends.
func (q *Queue) alive(ctx context.Context, name string) (*sql.Conn, error) {
	conn, err := q.store.DB().Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(hashtextextended($1, 0))", name); err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("queue: %w", err)
	}
	return conn, nil
}

// rescue makes jobs available again whose worker is dead: nobody holds the
// lock in its name. River itself would wait for the job's time to run out.
func (q *Queue) rescue(ctx context.Context, self string) error {
	rows, err := q.store.DB().QueryContext(ctx, `SELECT DISTINCT attempted_by[array_upper(attempted_by, 1)] FROM river_job WHERE kind = $1 AND state = 'running'`, Batch{}.Kind())
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name sql.NullString
		if err := rows.Scan(&name); err != nil {
			return fmt.Errorf("queue: %w", err)
		}
		if name.Valid && name.String != self {
			names = append(names, name.String)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	for _, name := range names {
		if err := q.rescueOf(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

func (q *Queue) rescueOf(ctx context.Context, name string) error {
	tx, err := q.store.DB().BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	var dead bool
	if err := tx.QueryRowContext(ctx, "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))", name).Scan(&dead); err != nil || !dead {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE river_job SET state = 'available', scheduled_at = now()
		WHERE kind = $1 AND state = 'running' AND attempted_by[array_upper(attempted_by, 1)] = $2`, Batch{}.Kind(), name); err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	return tx.Commit()
}

// worker reads one batch.
type worker struct {
	river.WorkerDefaults[Batch]
	queue *Queue
	read  Read
	done  func(int)
}

// Work reads the batch and commits what was read together with the job.
func (w *worker) Work(ctx context.Context, job *river.Job[Batch]) error {
	readings, failures, err := w.read(ctx, job.Args)
	if err != nil {
		return err
	}
	tx, err := w.queue.store.DB().BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	t, err := w.queue.store.Within(ctx, tx)
	if err != nil {
		return err
	}
	if err := register.AddTo(ctx, t, readings, failures); err != nil {
		return err
	}
	if _, err := river.JobCompleteTx[*riverdatabasesql.Driver](ctx, tx, job); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if w.done != nil {
		w.done(len(job.Args.Reports))
	}
	return nil
}
