package register

import (
	"cmp"
	"context"
	"slices"
	"strings"

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
// type, status and tone, the earliest month first. Where the filter asks for two
// states and nothing else they are kept ready, else they are counted.
func (g *Register) DyadCounts(ctx context.Context, f Filter) (list []DyadCount, err error) {
	f.Limit, f.Before, f.Today = 0, 0, 0
	err = g.store.View(ctx, func(v View) error {
		if a, b, ok := f.onlyStates(); ok {
			list, err = v.DyadCounts(ctx, a, b)
			return err
		}
		tally := map[DyadCount]int{}
		err := ask(ctx, v, f, func(e Entry) error {
			tally[dyadCountOf(&e)]++
			return nil
		})
		list = sortedDyadCounts(tally)
		return err
	})
	return list, err
}

// onlyStates says whether the filter asks for the entries of two states and
// nothing else, and which, in order.
func (f *Filter) onlyStates() (a, b string, ok bool) {
	if len(f.Dyad) != 2 || f.Dyad[0] == f.Dyad[1] || !IsState(f.Dyad[0]) || !IsState(f.Dyad[1]) {
		return "", "", false
	}
	rest := *f
	rest.Dyad = nil
	return min(f.Dyad[0], f.Dyad[1]), max(f.Dyad[0], f.Dyad[1]), rest.isZero()
}

// IsState says whether a word is a state's code. Of states all pairs are kept,
// so that dyads of them are found fast.
func IsState(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// CountDyads counts entries as Register.DyadCounts does.
func CountDyads(entries []Entry) []DyadCount {
	tally := map[DyadCount]int{}
	for i := range entries {
		tally[dyadCountOf(&entries[i])]++
	}
	return sortedDyadCounts(tally)
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
