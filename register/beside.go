package register

import (
	"context"
	"slices"
)

// Announced are the plans that an entry shows to have come true or to be
// called off, the earliest first.
func (g *Register) Announced(ctx context.Context, e *Entry) ([]Entry, error) {
	var out []Entry
	err := g.store.View(ctx, func(v View) (err error) {
		out, err = v.PlansShownBy(ctx, family(&e.Record), e.ID)
		return err
	})
	return out, err
}

// Opposed are the entries that say the opposite of what these records say: the
// same of the same parties in the same period, denied by one and not by the
// other (see Cell). Each comes once, in order.
func (g *Register) Opposed(ctx context.Context, records []Member) ([]Entry, error) {
	var cells []Cell
	for i := range records {
		r := records[i].Record
		r.Negated = !r.Negated
		cells = append(cells, cellOf(&r, &Setting{}, records[i].Source.Day()))
	}
	var out []Entry
	err := g.store.View(ctx, func(v View) error {
		for _, c := range unique(cells) {
			found, err := v.EntriesIn(ctx, c)
			if err != nil {
				return err
			}
			out = append(out, found...)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Entry) int { return int(min(max(b.seq-a.seq, -1), 1)) })
	return slices.CompactFunc(out, func(a, b Entry) bool { return a.ID == b.ID }), err
}
