package register

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"slices"
)

// settleCells is how many cells one transaction of Settle takes on.
const settleCells = 500

// Settle forms the entries of all cells that changed, and says what became of
// the plans they touch. It may be broken off and called again at any time.
func (g *Register) Settle(ctx context.Context) error {
	for {
		more := false
		err := g.store.Update(ctx, func(tx Tx) error {
			cells, err := tx.MarkedCells(ctx, settleCells)
			if err != nil || len(cells) == 0 {
				return err
			}
			more = true
			for _, c := range cells {
				if err := settle(ctx, tx, c); err != nil {
					return err
				}
			}
			return tx.UnmarkCells(ctx, cells)
		})
		if err != nil {
			return err
		}
		if !more {
			return g.settlePlans(ctx)
		}
	}
}

// settle forms the entries of one cell anew and stores those that changed.
func settle(ctx context.Context, tx Tx, c Cell) error {
	members, err := tx.MembersIn(ctx, c)
	if err != nil {
		return err
	}
	old, err := tx.EntriesIn(ctx, c)
	if err != nil {
		return err
	}
	before := map[ID]*Entry{}
	for i := range old {
		before[old[i].ID] = &old[i]
	}
	var fresh []Entry
	var families []ID
	for _, group := range clusters(members) {
		e := merged(c.Block, group)
		if err := reassign(ctx, tx, group, e.ID); err != nil {
			return err
		}
		if b := before[e.ID]; b != nil {
			delete(before, e.ID)
			if e.Plan = b.Plan; same(&e, b) {
				continue
			}
			families = append(families, family(&b.Record))
			before[e.ID] = b // to be replaced
		}
		fresh = append(fresh, e)
		families = append(families, family(&e.Record))
	}
	moved, err := elsewhere(ctx, tx, fresh, before)
	if err != nil {
		return err
	}
	for i := range moved {
		before[moved[i].ID] = &moved[i]
	}
	gone := make([]Entry, 0, len(before))
	for _, e := range before {
		gone = append(gone, *e)
		families = append(families, family(&e.Record))
	}
	slices.SortFunc(gone, func(a, b Entry) int { return cmp.Compare(a.seq, b.seq) })
	if err := tx.ReplaceEntries(ctx, c, gone, fresh); err != nil {
		return err
	}
	slices.Sort(families)
	return tx.MarkFamilies(ctx, slices.Compact(families))
}

// elsewhere are the entries that still stand in the cell that their first
// record has left.
func elsewhere(ctx context.Context, tx Tx, fresh []Entry, here map[ID]*Entry) ([]Entry, error) {
	var ids []ID
	for i := range fresh {
		if here[fresh[i].ID] == nil {
			ids = append(ids, fresh[i].ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return tx.EntriesByID(ctx, ids)
}

// reassign tells the members of a group whose evidence they are.
func reassign(ctx context.Context, tx Tx, group []*facts, to ID) error {
	var ids []ID
	for _, f := range group {
		if f.m.Entry != to {
			ids = append(ids, f.m.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	return tx.SetEntry(ctx, ids, to)
}

func same(a, b *Entry) bool {
	if a.words != b.words || a.seq != b.seq {
		return false
	}
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}
