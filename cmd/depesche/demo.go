package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"depesche/examples"
	"depesche/register"
	"depesche/source"
)

// demo serves a register of the reports that come with the program, in a folder
// that is removed when it ends.
func (cmd *serveCmd) demo(ctx context.Context, c *console) (err error) {
	folder, err := os.MkdirTemp("", "depesche-demo-")
	if err != nil {
		return withHint(fmt.Errorf("no folder for the demo: %w", err), "TMPDIR names a folder that can be written to")
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	reg, err := demoRegister(ctx, filepath.Join(folder, "demo.db"))
	if err != nil {
		return err
	}
	defer reg.Close()
	fmt.Fprintln(c.err, "depesche: the reports of the demo are made up")
	return cmd.serve(ctx, c, reg)
}

// demoRegister reads the reports of the demo into a new register.
func demoRegister(ctx context.Context, file string) (*register.Register, error) {
	reader, err := fingerprint()
	if err != nil {
		return nil, err
	}
	reg, err := opened(ctx, file)
	if err != nil {
		return nil, err
	}
	in := &ingestion{ctx: ctx, reg: reg, reader: reader, stages: newStages(), progress: silent()}
	err = in.run(func(yield func(item) bool) {
		for r, err := range source.JSONL("demo.jsonl", examples.Demo(), source.Options{}) {
			if !yield(item{r, err}) {
				return
			}
		}
	}, workers(0))
	if err == nil && in.total.failed > 0 {
		err = fmt.Errorf("%d reports of the demo cannot be read", in.total.failed)
	}
	if err != nil {
		return nil, errors.Join(err, reg.Close())
	}
	return reg, nil
}
