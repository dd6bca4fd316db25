package register

import (
	"context"
	"fmt"

	"depesche/record"
)

// Told is a report with all that the register has from it.
type Told struct {
	Report      Report
	Records     []Member     // in the order in which they were read
	Spots       []Spot       // of each record
	Entries     map[ID]Entry // that the records belong to; without those that were not known on the day
	Corrections []Correction // the log, oldest first
}

// Told is a report by its id, as it was known on a day (0: as it is known), or
// ErrNotFound. All of it is of one state of the register.
func (g *Register) Told(ctx context.Context, id ID, asOfDay record.Day) (Told, error) {
	t := Told{Entries: map[ID]Entry{}}
	err := g.store.View(ctx, func(v View) (err error) {
		if t.Report, err = v.Report(ctx, id); err != nil {
			return err
		}
		if asOfDay != 0 && t.Report.Day() > asOfDay {
			return fmt.Errorf("report %s: %w on that day", id, ErrNotFound)
		}
		list, err := v.RecordsOf(ctx, id)
		if err != nil {
			return err
		}
		var of []ID
		for i := range list {
			t.Records = append(t.Records, list[i].Member)
			t.Spots = append(t.Spots, spotOf(id, list[i].read()))
			if e := list[i].Entry; e != 0 && !contains(of, e) {
				of = append(of, e)
			}
		}
		if err := t.entries(ctx, v, of, asOfDay); err != nil {
			return err
		}
		t.Corrections, err = v.Corrections(ctx)
		return err
	})
	return t, err
}

// entries are those of the ids, as they were known on a day.
func (t *Told) entries(ctx context.Context, v View, ids []ID, day record.Day) error {
	if len(ids) == 0 {
		return nil
	}
	list, err := v.EntriesByID(ctx, ids)
	if err != nil {
		return err
	}
	for _, e := range list {
		known, err := whenKnown(ctx, v, &e, day)
		if err != nil {
			return err
		}
		if known {
			t.Entries[e.ID] = e
		}
	}
	return nil
}
