package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"depesche/register"
	dbopen "depesche/register/open"
	"depesche/register/postgres"
	"depesche/register/queue"
)

type workCmd struct {
	dbFlag
	knowledgeFlag

	Workers int  `default:"0" help:"Batches to read at the same time; 0 = as many as there are processors."`
	Keep    bool `help:"Go on when nothing waits."`
}

// Help says more under depesche work --help.
func (workCmd) Help() string {
	return `Reads what depesche ingest --share has put into the queue of a register in
PostgreSQL. Any number of machines may work at the same time; what a worker that
dies has not committed is read by the others.

Examples:
  depesche ingest --share --db postgres://… news/
  depesche work --db postgres://…             on each machine`
}

// Run reads batches until none waits.
func (cmd *workCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, q, err := cmd.queue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	base, err := cmd.early()
	if err != nil {
		return err
	}
	reader, err := cmd.fingerprint()
	if err != nil {
		return err
	}
	reg := register.New(store)
	n := workers(cmd.Workers)
	w := &batchReader{reg: reg, reader: reader, stages: newStagesWith(base)}
	p := silent()
	p.out = c.err
	total := totals{}
	var mu sync.Mutex
	err = q.Work(ctx, queue.Options{Workers: n, Keep: cmd.Keep, Done: func(reports int) {
		mu.Lock()
		defer mu.Unlock()
		total.read += reports
		p.update(total)
	}}, w.read)
	if err != nil {
		return err
	}
	if err := reg.Settle(ctx); err != nil {
		return err
	}
	p.done(total)
	dropped, last, err := q.Dropped(ctx)
	if err == nil && dropped > 0 {
		err = withHint(fmt.Errorf("%d batches were given up: %s", dropped, last), "work with the program that put them into the queue")
	}
	return err
}

// queue opens the queue of the register.
func (f *dbFlag) queue(ctx context.Context) (*postgres.Store, *queue.Queue, error) {
	where, err := f.where()
	if err != nil {
		return nil, nil, err
	}
	if !dbopen.IsPostgres(where) {
		return nil, nil, withHint(fmt.Errorf("%s: only a register in PostgreSQL can be shared", where), "name it: --db postgres://user@host/database")
	}
	store, err := postgres.Open(ctx, where)
	if err != nil {
		return nil, nil, withHint(fmt.Errorf("register: %w", err), "check that the server runs and the database exists")
	}
	q, err := queue.Open(ctx, store)
	if err != nil {
		_ = store.Close()
		return nil, nil, err
	}
	return store, q, nil
}

// batchReader reads batches, each in a worker's own space.
type batchReader struct {
	reg    *register.Register
	reader string
	stages *stages
}

func (w *batchReader) read(ctx context.Context, b queue.Batch) ([]register.Reading, []register.Failure, error) {
	if b.Reader != w.reader {
		return nil, nil, errors.New("the batch is for another version of the program or its tables: " + b.Reader)
	}
	in := &ingestion{ctx: ctx, reg: w.reg, reader: w.reader, stages: w.stages, progress: silent(), names: map[register.ID]string{}}
	items := in.unknown(ctx, func(yield func(item) bool) {
		for i := range b.Reports {
			if !yield(item{report: &b.Reports[i]}) {
				return
			}
		}
	})
	err := inOrder(items, 1, w.stages.newReader, func(r result) error {
		in.take(r)
		return ctx.Err()
	})
	return in.batch.readings, in.batch.failures, err
}

// share puts reports into the queue, a batch at a time; inputs that cannot be
// taken in are failures at once.
func (cmd *ingestCmd) share(ctx context.Context, c *console, items iter.Seq[item], reader string) error {
	store, q, err := cmd.queue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	in := &ingestion{ctx: ctx, reg: register.New(store), reader: reader, progress: silent(), names: map[register.ID]string{}}
	b := queue.Batch{Reader: reader}
	n := 0
	put := func() error {
		if len(b.Reports) == 0 {
			return nil
		}
		n += len(b.Reports)
		err := q.Put(ctx, b)
		b.Reports = nil
		return err
	}
	for it := range items {
		if it.err != nil {
			in.take(result{err: it.err})
			continue
		}
		known, err := in.known(ctx, register.ReportID(it.report), it.report)
		if err != nil {
			return err
		}
		if known {
			continue
		}
		r := *it.report
		r.Sentences, r.Times = nil, nil
		if b.Reports = append(b.Reports, r); len(b.Reports) == batchReports {
			if err := put(); err != nil {
				return err
			}
		}
	}
	if err := put(); err != nil {
		return err
	}
	if err := in.reg.Add(ctx, nil, in.batch.failures); err != nil {
		return err
	}
	fmt.Fprintf(c.err, "depesche: %d reports wait for depesche work, %d known, %d failed\n", n, in.total.known, in.total.failed)
	if in.total.failed > 0 {
		return errSome
	}
	return ctx.Err()
}
