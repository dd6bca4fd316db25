package main

import (
	"context"
	"errors"
	"iter"
	"strings"
	"sync"

	"depesche/register"
	"depesche/report"
	"depesche/source"
)

// ingestion reads reports into a register: those that are there already are left
// aside, the others go through readers, and one writer keeps them in batches.
type ingestion struct {
	ctx      context.Context
	reg      *register.Register
	reader   string // fingerprint
	stages   *stages
	progress *progress

	mu    sync.Mutex
	total totals
	names map[register.ID]string // what the sources call the reports on their way
	batch batch
}

// totals is what an ingestion has done.
type totals struct{ read, known, failed, records int }

// batch is what is written at one go.
type batch struct {
	readings []register.Reading
	failures []register.Failure
}

// The sizes of batches: what is written at one go, and how many wait.
const (
	batchReports = 32
	waiting      = 16
)

func (in *ingestion) run(items iter.Seq[item], workers int) error {
	ctx, cancel := context.WithCancelCause(in.ctx)
	defer cancel(nil)
	in.names = map[register.ID]string{}
	if in.stages == nil {
		in.stages = newStages()
	}
	batches := make(chan batch, waiting)
	written := make(chan error, 1)
	go func() {
		err := in.write(ctx, batches)
		if err != nil {
			cancel(err)
		}
		written <- err
	}()
	err := inOrder(in.unknown(ctx, items), workers, in.stages.newReader, func(r result) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		in.take(r)
		if len(in.batch.readings)+len(in.batch.failures) >= batchReports {
			batches <- in.batch
			in.batch = batch{}
		}
		return nil
	})
	if err == nil {
		batches <- in.batch
	}
	in.batch = batch{}
	close(batches)
	if werr := <-written; werr != nil {
		return werr
	}
	if err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return in.reg.Settle(in.ctx)
}

// unknown leaves aside the reports that were read already, and gives each its
// id in the register, by which its records will name it.
func (in *ingestion) unknown(ctx context.Context, items iter.Seq[item]) iter.Seq[item] {
	return func(yield func(item) bool) {
		for it := range items {
			if ctx.Err() != nil {
				return
			}
			if it.err == nil {
				id := register.ReportID(it.report)
				known, err := in.known(ctx, id, it.report)
				if err != nil {
					it = item{err: err}
				} else if known {
					continue
				} else {
					it.report = in.renamed(it.report, id)
				}
			}
			if !yield(it) {
				return
			}
		}
	}
}

func (in *ingestion) known(ctx context.Context, id register.ID, r *report.Report) (bool, error) {
	known, name, err := in.reg.Known(ctx, id, in.reader)
	if err != nil || !known {
		return false, err
	}
	if r.ID < name { // of several names the first in order is kept
		err = in.reg.Rename(ctx, id, r.ID)
	}
	in.count(func(t *totals) { t.known++ })
	return true, err
}

func (in *ingestion) renamed(r *report.Report, id register.ID) *report.Report {
	in.mu.Lock()
	defer in.mu.Unlock()
	if name, ok := in.names[id]; !ok || r.ID < name {
		in.names[id] = r.ID
	}
	named := *r
	named.ID = id.String()
	return &named
}

func (in *ingestion) count(f func(*totals)) {
	in.mu.Lock()
	f(&in.total)
	t := in.total
	in.mu.Unlock()
	in.progress.update(t)
}

// take puts a result into the batch.
func (in *ingestion) take(r result) {
	if r.err != nil {
		f := register.Failure{Name: inputOf(r.err), Reader: in.reader, Error: r.err.Error(), Hint: hintOf(r.err)}
		if r.report != nil {
			id, err := register.ParseID(r.report.ID)
			if err == nil {
				f.Report, f.Name = id, in.name(id)
				f.Error = strings.Replace(f.Error, r.report.ID, f.Name, 1)
			}
		}
		in.batch.failures = append(in.batch.failures, f)
		in.count(func(t *totals) { t.failed++ })
		return
	}
	rep := reportOf(r.report, in.reader)
	rep.Name = in.name(rep.ID)
	in.batch.readings = append(in.batch.readings, register.Reading{Report: rep, Records: r.records, Words: sentenceWords(r.report)})
	in.count(func(t *totals) { t.read++; t.records += len(r.records) })
}

func (in *ingestion) name(id register.ID) string {
	in.mu.Lock()
	defer in.mu.Unlock()
	name := in.names[id]
	delete(in.names, id)
	return name
}

// inputOf names the input of an error.
func inputOf(err error) string {
	var s *source.Error
	if errors.As(err, &s) {
		return s.Input
	}
	name, _, _ := strings.Cut(err.Error(), ": ")
	return name
}

// write keeps the batches. Entries are formed in between, the later the more
// reports there are, so that what is formed again and again stays a fixed
// share of the work.
func (in *ingestion) write(ctx context.Context, batches <-chan batch) error {
	total, unsettled := 0, 0
	for b := range batches {
		if err := in.reg.Add(ctx, b.readings, b.failures); err != nil {
			return err
		}
		total += len(b.readings)
		unsettled += len(b.readings)
		if unsettled >= max(settleLeast, total/settleShare) {
			if err := in.reg.Settle(ctx); err != nil {
				return err
			}
			unsettled = 0
		}
	}
	return nil
}

const (
	settleLeast = 500
	settleShare = 5
)

// sentenceWords are the words that carry the sense of each sentence: names,
// nouns, verbs, adjectives and numbers.
func sentenceWords(r *report.Report) []register.Words {
	out := make([]register.Words, len(r.Sentences))
	for i := range r.Sentences {
		for j := range r.Sentences[i].Words {
			w := &r.Sentences[i].Words[j]
			switch w.UPOS {
			case report.NOUN, report.PROPN, report.VERB, report.ADJ, report.NUM:
			default:
				continue
			}
			lemma, form := register.Fold(w.Lemma), register.Fold(w.Form)
			if lemma == "" {
				lemma = form
			}
			if lemma != "" {
				out[i].Lemmas = append(out[i].Lemmas, strings.Fields(lemma)...)
			}
			if form != lemma {
				out[i].Forms = append(out[i].Forms, strings.Fields(form)...)
			}
		}
	}
	return out
}
