package register

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
)

// DyadCount is how many entries of one kind, type, status and tone begin in a
// month. Undated ones count where their first report does.
type DyadCount struct {
	Count
	Status record.Status
	Tone   int // see Sign
}

// Sign says whether a record is an act of cooperation (1) or of conflict (-1),
// by its score, whatever its status; 0 where it is neither or is said not to be.
func Sign(r *record.Record) int {
	switch {
	case r.Kind != record.KindEvent || r.Negated:
		return 0
	case r.Score > 0:
		return 1
	case r.Score < 0:
		return -1
	}
	return 0
}

// Span are the days of an entry. Where no report says when it began, that is
// when it was first told; a relation of which nobody says until when holds on.
func (e *Entry) Span() record.Interval { return spanOf(e) }

// DyadCounts are the numbers of entries that match the filter by month, kind,
// type, status and tone, the earliest month first.
func (g *Register) DyadCounts(ctx context.Context, f Filter) ([]DyadCount, error) {
	f.Limit, f.Before = 0, 0
	tally := map[DyadCount]int{}
	err := g.store.View(ctx, func(v View) error {
		return ask(ctx, v, f, func(e Entry) error {
			tally[dyadCountOf(&e)]++
			return nil
		})
	})
	return sortedDyadCounts(tally), err
}

func dyadCountOf(e *Entry) DyadCount {
	return DyadCount{Count: countOf(e), Status: e.Record.Status, Tone: Sign(&e.Record)}
}

func sortedDyadCounts(tally map[DyadCount]int) []DyadCount {
	out := make([]DyadCount, 0, len(tally))
	for c, n := range tally {
		c.N = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b DyadCount) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Type, b.Type), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Tone, b.Tone))
	})
	return out
}
