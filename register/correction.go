package register

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"depesche/record"
)

// Spots are the places of records, by which corrections name them. An id that
// is that of an entry's first record names that record alone.
func (g *Register) Spots(ctx context.Context, records ...ID) ([]Spot, error) {
	var out []Spot
	err := g.store.View(ctx, func(v View) error {
		for _, id := range records {
			p, err := v.Record(ctx, id)
			if err != nil {
				return err
			}
			out = append(out, spotOf(p.Report, p.read()))
		}
		return nil
	})
	return out, err
}

// read is the record as it was read.
func (p *Placed) read() *record.Record {
	if p.Raw != nil {
		return p.Raw
	}
	return &p.Record
}

// Corrections is the log, oldest first.
func (g *Register) Corrections(ctx context.Context) ([]Correction, error) {
	var out []Correction
	err := g.store.View(ctx, func(v View) (err error) {
		out, err = v.Corrections(ctx)
		return err
	})
	return out, err
}

// Correct adds to the log and applies what it says to all reports concerned;
// Settle then forms the entries. It gives the correction with its id. The
// caller says who corrects, why and when.
func (g *Register) Correct(ctx context.Context, c Correction) (Correction, error) {
	if strings.TrimSpace(c.Author) == "" || strings.TrimSpace(c.Reason) == "" || c.At == "" {
		return c, fmt.Errorf("correction: author, reason and time are needed")
	}
	err := g.store.Update(ctx, func(tx Tx) error {
		log, err := tx.Corrections(ctx)
		if err != nil {
			return err
		}
		c.ID = digest("correction", fmt.Sprint(len(log)), c.At, c.Author, string(c.Action), fmt.Sprint(c.Records, c.From, c.Undoes))
		reports, err := concerned(ctx, tx, &c, log)
		if err != nil {
			return err
		}
		if err := tx.PutCorrection(ctx, &c); err != nil {
			return err
		}
		now := newEffective(append(log, c))
		for _, r := range reports {
			if err := reapply(ctx, tx, r, now); err != nil {
				return err
			}
		}
		return nil
	})
	return c, err
}

// concerned are the reports that a correction changes; it completes a merge
// with its cell.
func concerned(ctx context.Context, tx Tx, c *Correction, log []Correction) ([]ID, error) {
	switch c.Action {
	case Undo:
		i := slices.IndexFunc(log, func(o Correction) bool { return o.ID == c.Undoes })
		if i < 0 {
			return nil, fmt.Errorf("correction %s: %w", c.Undoes, ErrNotFound)
		}
		return concerned(ctx, tx, &log[i], log[:i])
	case Same:
		if c.From == "" || c.To == nil || c.To.ID == "" || c.To.ID == c.From {
			return nil, fmt.Errorf("correction: same wants two different entities")
		}
		return tx.ReportsWith(ctx, c.From)
	case Apart:
		if c.From == "" || c.To == nil || c.To.ID == "" {
			return nil, fmt.Errorf("correction: apart wants two entities")
		}
	case Edit:
		if _, err := edit(&record.Record{}, c.Fields); err != nil {
			return nil, err
		}
	case Reject, Merge, Split:
	default:
		return nil, fmt.Errorf("correction: no action %q", c.Action)
	}
	if len(c.Records) == 0 {
		return nil, fmt.Errorf("correction: no records")
	}
	reports := map[ID]bool{}
	for _, s := range c.Records {
		reports[s.Report] = true
	}
	if (c.Action == Merge || c.Action == Split) && c.Cell == nil {
		p, err := at(ctx, tx, c.Records[0])
		if err != nil {
			return nil, err
		}
		c.Cell = &p.Cell
	}
	return slices.Sorted(maps.Keys(reports)), nil
}

// at is the record at a spot.
func at(ctx context.Context, v View, s Spot) (*Placed, error) {
	list, err := v.RecordsOf(ctx, s.Report)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if spotOf(s.Report, list[i].read()) == s {
			return &list[i], nil
		}
	}
	return nil, fmt.Errorf("record of report %s at %d: %w", s.Report, s.Start, ErrNotFound)
}

// reapply places the records of a report anew by the log.
func reapply(ctx context.Context, tx Tx, report ID, now *effective) error {
	list, err := tx.RecordsOf(ctx, report)
	if err != nil {
		return err
	}
	var cells []Cell
	for i := range list {
		p := &list[i]
		cells = append(cells, p.Cell)
		if p.Raw != nil {
			p.Record, p.Raw = *p.Raw, nil
		}
		p.Tag, p.Setting = 0, Setting{}
		if err := now.apply(p); err != nil {
			return err
		}
	}
	assign(list)
	for i := range list {
		cells = append(cells, list[i].Cell)
	}
	if err := tx.PutMembers(ctx, list); err != nil {
		return err
	}
	return tx.MarkCells(ctx, unique(slices.DeleteFunc(cells, func(c Cell) bool { return c == (Cell{}) })))
}

// Standing are the corrections of a log that are in force, oldest first.
func Standing(log []Correction) []Correction {
	undone := undoneIn(log)
	return slices.DeleteFunc(slices.Clone(log), func(c Correction) bool { return c.Action == Undo || undone[c.ID] })
}

// Corrected is the record at a spot as it was read, as it is, and whether it
// is rejected.
func (g *Register) Corrected(ctx context.Context, s Spot) (was, is *record.Record, rejected bool, err error) {
	err = g.store.View(ctx, func(v View) error {
		p, err := at(ctx, v, s)
		if err != nil {
			return err
		}
		was, is, rejected = p.read(), &p.Record, p.Cell == Cell{}
		return nil
	})
	return was, is, rejected, err
}
