package main

import (
	"bufio"
	"context"

	"depesche/register"
)

type exportCmd struct {
	dbFlag

	Format string `enum:"jsonl" default:"jsonl" help:"jsonl: one object a line, reports first, then entries with their records."`
}

// Run writes the whole register.
func (cmd *exportCmd) Run(c *console) error {
	ctx := context.Background()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	out := bufio.NewWriterSize(c.out, 1<<20)
	if err := register.WriteJSONL(ctx, reg, out); err != nil {
		return err
	}
	return out.Flush()
}
