package register

import (
	"context"
	"errors"
	"slices"
)

// Register is what was read, in a store. It may be used by several goroutines.
type Register struct {
	store Store
}

// New is the register kept in a store.
func New(s Store) *Register { return &Register{store: s} }

// Close closes the store.
func (g *Register) Close() error { return g.store.Close() }

// Known says whether a report has been read by the reader already; if so, its
// further name is noted.
func (g *Register) Known(ctx context.Context, id ID, reader string) (known bool, name string, err error) {
	err = g.store.View(ctx, func(v View) error {
		by, n, err := v.Reader(ctx, id)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		known, name = by == reader, n
		return err
	})
	return known, name, err
}

// Add keeps readings, all or none of them, and marks what they change for
// Settle. A report that is there already is replaced where another reader read
// it, else left as it is.
func (g *Register) Add(ctx context.Context, readings []Reading, failures []Failure) error {
	return g.store.Update(ctx, func(tx Tx) error { return AddTo(ctx, tx, readings, failures) })
}

// AddTo is Add within a transaction of the caller.
func AddTo(ctx context.Context, tx Tx, readings []Reading, failures []Failure) error {
	log, err := tx.Corrections(ctx)
	if err != nil {
		return err
	}
	now := newEffective(log)
	for i := range readings {
		if err := add(ctx, tx, &readings[i], now); err != nil {
			return err
		}
	}
	for i := range failures {
		if err := tx.PutFailure(ctx, &failures[i]); err != nil {
			return err
		}
	}
	return nil
}

func add(ctx context.Context, tx Tx, rd *Reading, now *effective) error {
	r := &rd.Report
	by, name, err := tx.Reader(ctx, r.ID)
	isNew := errors.Is(err, ErrNotFound)
	if err != nil && !isNew {
		return err
	}
	if !isNew {
		if r.Name < name {
			if err := tx.Rename(ctx, r.ID, r.Name); err != nil {
				return err
			}
		} else {
			r.Name = name
		}
		if by == r.Reader {
			return nil
		}
		if r.shingles, r.Origin, err = tx.Sketch(ctx, r.ID); err != nil {
			return err
		}
	} else if err := trace(ctx, tx, r); err != nil {
		return err
	}
	if err := tx.PutReport(ctx, r); err != nil {
		return err
	}
	if err := tx.DeleteFailure(ctx, r.Name, r.ID); err != nil {
		return err
	}
	var old []Placed
	if !isNew {
		if old, err = tx.RecordsOf(ctx, r.ID); err != nil {
			return err
		}
	}
	return replace(ctx, tx, rd, old, now)
}

// replace puts the records of a reading where older ones were and marks the
// cells of both.
func replace(ctx context.Context, tx Tx, rd *Reading, old []Placed, now *effective) error {
	list, err := placed(rd, now)
	if err != nil {
		return err
	}
	keep := map[ID]bool{}
	var cells []Cell
	for i := range list {
		keep[list[i].ID] = true
		if list[i].Cell != (Cell{}) {
			cells = append(cells, list[i].Cell)
		}
	}
	var gone []ID
	for i := range old {
		if !keep[old[i].ID] {
			gone = append(gone, old[i].ID)
		}
	}
	if len(old) > 0 {
		if err := tx.MarkReports(ctx, []ID{rd.Report.Origin}); err != nil {
			return err
		}
	}
	if err := tx.DeleteMembers(ctx, gone); err != nil {
		return err
	}
	if err := tx.PutMembers(ctx, list); err != nil {
		return err
	}
	return tx.MarkCells(ctx, unique(cells))
}

func unique(cells []Cell) []Cell {
	slices.SortFunc(cells, func(a, b Cell) int {
		switch {
		case a.Block != b.Block:
			return int(min(max(int64(a.Block-b.Block), -1), 1))
		default:
			return a.Period - b.Period
		}
	})
	return slices.Compact(cells)
}

// Rename gives a report another name, if it comes before the one it has.
func (g *Register) Rename(ctx context.Context, report ID, name string) error {
	return g.store.Update(ctx, func(tx Tx) error {
		if _, old, err := tx.Reader(ctx, report); err != nil || old <= name {
			return err
		}
		return tx.Rename(ctx, report, name)
	})
}
