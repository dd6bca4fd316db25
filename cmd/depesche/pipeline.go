package main

import (
	"fmt"
	"iter"
	"runtime/debug"

	"depesche/record"
	"depesche/report"
)

// reader takes one report through all stages. It belongs to one goroutine.
type reader interface {
	read(r *report.Report) ([]record.Record, error)
}

// result is a report that was taken through all stages.
type result struct {
	report  *report.Report
	records []record.Record
	err     error
}

// job is a report on its way; its result comes through done.
type job struct {
	item item
	done chan result
}

// queued is how many reports a worker may be ahead of the writer; it bounds
// the memory.
const queued = 4

// inOrder takes the items through readers, one a worker, and gives the results
// to the sink in the order of the items. A report that makes a reader panic
// becomes an error like any other. It ends early if the sink fails.
func inOrder(items iter.Seq[item], workers int, newReader func() reader, sink func(result) error) error {
	jobs := make(chan job)
	order := make(chan job, queued*workers)
	stop := make(chan struct{})
	defer close(stop)
	for range workers {
		go work(jobs, newReader)
	}
	go feed(items, jobs, order, stop)
	for j := range order {
		if err := sink(<-j.done); err != nil {
			return err
		}
	}
	return nil
}

// feed hands every item to the sink's queue and to the workers; items without
// a report are done already.
func feed(items iter.Seq[item], jobs, order chan<- job, stop <-chan struct{}) {
	defer close(jobs)
	defer close(order)
	for it := range items {
		j := job{it, make(chan result, 1)}
		if it.err != nil {
			j.done <- result{err: it.err}
		}
		select {
		case order <- j:
		case <-stop:
			return
		}
		if it.err != nil {
			continue
		}
		select {
		case jobs <- j:
		case <-stop:
			return
		}
	}
}

func work(jobs <-chan job, newReader func() reader) {
	var rd reader // made when it is needed
	for j := range jobs {
		if rd == nil {
			rd = newReader()
		}
		res := guarded(rd, j.item.report)
		if res.err != nil {
			rd = nil // a panic may have left its scratch space half written
		}
		j.done <- res
	}
}

// guarded reads a report; a panic becomes an error that names the report.
func guarded(rd reader, r *report.Report) (res result) {
	res.report = r
	defer func() {
		if p := recover(); p != nil {
			res.records = nil
			res.err = withHint(fmt.Errorf("%s: internal error: %v", r.ID, p), "please report it with this text:\n"+string(debug.Stack()))
		}
	}()
	res.records, res.err = rd.read(r)
	return res
}
