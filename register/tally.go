package register

import (
	"cmp"
	"context"
	"slices"

	"depesche/record"
)

// Tally is how many entries there are of a party, of two parties together, or
// at a place. Entries count in the month in which they begin, undated ones in
// that of their first report.
type Tally struct {
	Of   TallyKind
	A, B string // keys of parties (see Key), in order; of a place its id and its state
	N    int    // entries of all kinds
	Good int    // of these, acts of cooperation that happened
	Bad  int    // acts of conflict
}

// TallyKind says what is counted.
type TallyKind int

// What is counted.
const (
	TallyParty TallyKind = 1 // A takes part
	TallyTie   TallyKind = 2 // A and B take part; A comes before B
	TallyPlace TallyKind = 3 // it is at A
)

// TallyFilter says which tallies are asked for.
type TallyFilter struct {
	Of    TallyKind
	In    record.Interval // of these days, widened to whole months; unknown: of all
	A     []string        // only those of these; of ties: on either side
	Among bool            // of ties: on both sides
	Limit int             // the greatest only; 0: all
}

// Tallies are the sums over all months asked for, the greatest first, then by
// their names. They are kept ready and cost no look at an entry.
func (g *Register) Tallies(ctx context.Context, f TallyFilter) ([]Tally, error) {
	var out []Tally
	err := g.store.View(ctx, func(v View) (err error) {
		out, err = v.Tallies(ctx, &f)
		return err
	})
	return out, err
}

// TalliesOf are the tallies in which an entry counts, each with N 1; the month
// is that of Count.
func TalliesOf(e *Entry) ([]Tally, Count) {
	good, bad := tone(&e.Record)
	var out []Tally
	add := func(of TallyKind, a, b string) { out = append(out, Tally{of, a, b, 1, good, bad}) }
	keys := keysOf(e)
	keys = keys[:min(len(keys), maxKeys)]
	for i, a := range keys {
		add(TallyParty, a, "")
		for _, b := range keys[i+1:] {
			if len(out) < maxTallies {
				add(TallyTie, a, b)
			}
		}
	}
	if p := e.Record.Place; p != nil {
		add(TallyPlace, p.ID, p.State)
	}
	return out, countOf(e)
}

// maxTallies bounds those of one entry.
const maxTallies = 128

// maxKeys bounds the parties of one entry that are counted.
const maxKeys = 32

// keysOf are the keys of those who take part, in order, each once.
func keysOf(e *Entry) []string {
	first, second := Sides(&e.Record)
	var keys []string
	for _, list := range [][]record.Entity{first, second} {
		for i := range list {
			keys = append(keys, Key(&list[i]))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Tone says whether a record is an act that happened, of cooperation (above 0)
// or of conflict (below 0), by its score; 0 is neither.
func Tone(r *record.Record) int {
	switch {
	case r.Kind != record.KindEvent || r.Status != record.Actual || r.Negated:
		return 0
	case r.Score > 0:
		return 1
	case r.Score < 0:
		return -1
	}
	return 0
}

func tone(r *record.Record) (good, bad int) {
	t := Tone(r)
	return max(t, 0), max(-t, 0)
}

// PlanCount is how many plans of one status are due on a day; 0: that no
// report gives a day.
type PlanCount struct {
	Due    record.Day
	Status PlanStatus
	N      int
}

// maxPlansAsOf bounds the plans that are looked at one by one.
const maxPlansAsOf = 5000

// PlanCounts counts the plans that match the filter by status and day, the
// earliest day first, those without a day last. Of a question with a day as of
// which it is asked it looks at the first 5000 only; whole says whether these
// were all.
func (g *Register) PlanCounts(ctx context.Context, f Filter) (list []PlanCount, whole bool, err error) {
	if len(f.Plan) == 0 {
		f.Plan = PlanStatuses
	}
	f.ByDue, f.Limit, f.Before = true, 0, 0
	tally := map[PlanCount]int{}
	whole = true
	err = g.store.View(ctx, func(v View) error {
		if f.AsOf == 0 {
			return countPlans(ctx, v, f, tally)
		}
		f.Limit = maxPlansAsOf
		n := 0
		err := ask(ctx, v, f, func(e Entry) error {
			n++
			tally[PlanCount{Due: e.Plan.Due, Status: e.Plan.Status}]++
			return nil
		})
		whole = n < maxPlansAsOf
		return err
	})
	for c, n := range tally {
		c.N = n
		list = append(list, c)
	}
	slices.SortFunc(list, comparePlans)
	return list, whole, err
}

func comparePlans(a, b PlanCount) int {
	switch {
	case a.Due == b.Due:
		return slices.Index(PlanStatuses, a.Status) - slices.Index(PlanStatuses, b.Status)
	case a.Due == 0:
		return 1
	case b.Due == 0:
		return -1
	}
	return int(a.Due - b.Due)
}

func countPlans(ctx context.Context, v View, f Filter, into map[PlanCount]int) error {
	today := f.Today
	if today == 0 {
		var err error
		if today, err = v.LastDay(ctx); err != nil {
			return err
		}
	}
	asked := f.Plan
	f.Plan = stored(&f)
	counts, err := v.PlanCounts(ctx, &f)
	if err != nil {
		return err
	}
	for _, c := range counts {
		s := PlanState{Status: c.Status, Due: c.Due}.due(today)
		if contains(asked, s.Status) {
			into[PlanCount{Due: c.Due, Status: s.Status}] += c.N
		}
	}
	return nil
}

// SortTallies brings tallies in their order: the greatest first, then by their
// names.
func SortTallies(list []Tally) {
	slices.SortFunc(list, func(x, y Tally) int {
		return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
}
