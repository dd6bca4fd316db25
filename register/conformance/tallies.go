package conformance

import (
	"context"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
)

// tallied are the readings of the tests of sums: some acts have scores, some
// plans no day.
func tallied() []register.Reading {
	rs := some(150)
	for i := range rs {
		rs[i].Records = slices.Clone(rs[i].Records)
		r := &rs[i].Records[0]
		switch r.Type {
		case "ASSAULT", "ACCUSE":
			r.Score = -5
		case "AGREE", "AID":
			r.Score = 6
		}
		if i%6 == 0 && r.Status == record.Planned {
			r.Date = record.Date{}
		}
	}
	// A report of which nobody knows when it appeared.
	r := rs[0].Records[0]
	r.Date, r.Actor, r.Recipient = record.Date{}, []record.Entity{{ID: "x:fin", State: "FIN"}}, []record.Entity{{ID: "x:nor", State: "NOR"}}
	old := register.Report{Name: "undated", Text: "undated", Lang: "de", Reader: "made up"}
	old.ID = old.Digest()
	r.Evidence = []record.Evidence{{Document: old.ID.String(), End: 7, Text: "undated"}}
	rs = append(rs, register.Reading{Report: old, Records: []record.Record{r}, Words: []register.Words{{Lemmas: []string{"undated"}}}})
	return rs
}

// planCounts: the counts are those of the plans themselves.
func planCounts(t *testing.T, open Open) {
	g := filled(t, open, tallied())
	day := record.DayOf
	undated := 0
	for i, f := range []register.Filter{
		{}, {Party: []string{"USA"}}, {Plan: []register.PlanStatus{register.PlanOverdue}}, {Plan: []register.PlanStatus{register.PlanOpen, register.PlanLate}},
		{Today: day(2015, 3, 1)}, {Today: day(2015, 3, 1), Plan: []register.PlanStatus{register.PlanOpen}}, {Due: record.Interval{From: day(2015, 2, 1), To: day(2015, 3, 31)}},
		{Undated: true}, {Type: []string{"CONSULT"}}, {Text: []string{"brucke"}}, {AsOf: day(2015, 1, 25)}, {Dyad: []string{"CHN", "USA"}}, {Plan: []register.PlanStatus{register.PlanFulfilled}},
	} {
		want := map[register.PlanCount]int{}
		for e, err := range g.Plans(context.Background(), f) {
			if err != nil {
				t.Fatal(err)
			}
			want[register.PlanCount{Due: e.Plan.Due, Status: e.Plan.Status}]++
		}
		list, whole, err := g.PlanCounts(context.Background(), f)
		if err != nil || !whole {
			t.Fatal(whole, err)
		}
		got := map[register.PlanCount]int{}
		for j, c := range list {
			if c.Due == 0 {
				undated += c.N
			}
			if j > 0 && (list[j-1].Due > c.Due && c.Due != 0 || list[j-1].Due == 0 && c.Due != 0) {
				t.Errorf("filter %d: %+v behind %+v", i, c, list[j-1])
			}
			got[register.PlanCount{Due: c.Due, Status: c.Status}] += c.N
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Errorf("filter %d: (-want +got)\n%s", i, d)
		}
	}
	if undated == 0 {
		t.Error("no plan without a day")
	}
}

// tallies: the sums that are kept are those of the entries, whatever came and
// went.
func tallies(t *testing.T, open Open) {
	rs := tallied()
	g := filled(t, open, rs)
	again := slices.Clone(rs)
	for i := range again {
		if i%4 == 0 {
			again[i].Report.Reader, again[i].Records = "made up again", again[i].Records[:0]
		}
	}
	add(t, g, again)
	settle(t, g)
	all := entries(t, g, register.Filter{})
	day := record.DayOf
	good, bad := 0, 0
	for _, f := range []register.TallyFilter{
		{Of: register.TallyParty}, {Of: register.TallyTie}, {Of: register.TallyPlace},
		{Of: register.TallyParty, In: record.Interval{From: day(2015, 1, 20), To: day(2015, 2, 3)}},
		{Of: register.TallyTie, In: record.Interval{From: day(2015, 2, 1)}},
		{Of: register.TallyPlace, In: record.Interval{To: day(2015, 1, 31)}},
		{Of: register.TallyPlace, In: record.Interval{From: day(2014, 1, 1), To: day(2015, 12, 31)}},
		{Of: register.TallyTie, A: []string{"CHN", "RUS"}}, {Of: register.TallyTie, A: []string{"CHN", "RUS", "USA"}, Among: true},
		{Of: register.TallyParty, A: []string{"CHN", "none"}}, {Of: register.TallyPlace, In: record.Year(1900)},
	} {
		want := summed(all, &f)
		got, err := g.Tallies(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Errorf("%+v: (-want +got)\n%s", f, d)
		}
		for _, x := range got {
			good, bad = good+x.Good, bad+x.Bad
		}
		if f.Limit = 2; len(want) > 2 {
			if got, err = g.Tallies(context.Background(), f); err != nil || gocmp.Diff(want[:2], got) != "" {
				t.Errorf("%+v: %v %v, want %v", f, got, err, want[:2])
			}
		}
	}
	if good == 0 || bad == 0 {
		t.Errorf("%d acts of cooperation, %d of conflict", good, bad)
	}
}

// summed is what the store keeps, counted from the entries.
func summed(all []register.Entry, f *register.TallyFilter) []register.Tally {
	type pair struct{ a, b string }
	sums := map[pair]register.Tally{}
	for i := range all {
		list, month := register.TalliesOf(&all[i])
		m := record.Month(month.Year, month.Month)
		if f.In.Known() && month.Year < 1 || f.In.To != 0 && m.From > f.In.To || m.To < f.In.From {
			continue
		}
		for _, x := range list {
			a, b := slices.Contains(f.A, x.A), slices.Contains(f.A, x.B)
			if x.Of != f.Of || len(f.A) > 0 && !a && (!b || x.Of != register.TallyTie) || f.Among && (!a || !b) {
				continue
			}
			sum := sums[pair{x.A, x.B}]
			sum.Of, sum.A, sum.B = x.Of, x.A, x.B
			sum.N, sum.Good, sum.Bad = sum.N+1, sum.Good+x.Good, sum.Bad+x.Bad
			sums[pair{x.A, x.B}] = sum
		}
	}
	var out []register.Tally
	for _, x := range sums {
		out = append(out, x)
	}
	register.SortTallies(out)
	return out
}

// state: another number after each change, the same without one.
func state(t *testing.T, open Open) {
	rs := some(6)
	g := filled(t, open, rs[:3])
	ask := func() int64 {
		n, err := g.State(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	first := ask()
	entries(t, g, register.Filter{})
	if again := ask(); again != first {
		t.Errorf("%d without a change, %d before", again, first)
	}
	add(t, g, rs[3:])
	if then := ask(); then == first {
		t.Errorf("%d after a change as before", then)
	}
}

// counts: the counts of a filter are those of its entries.
func counts(t *testing.T, open Open) {
	g := filled(t, open, tallied())
	ctx := context.Background()
	for _, f := range []register.Filter{
		{Party: []string{"USA"}},
		{Actor: []string{"CHN", "DEU"}, Kind: []record.Kind{record.KindEvent}},
		{Dyad: []string{"CHN", "USA"}},
		{Text: []string{"brucke"}},
		{On: record.Interval{From: record.DayOf(2015, 2, 1), To: record.DayOf(2015, 3, 15)}},
		{Type: []string{"CONSULT"}, AsOf: record.DayOf(2015, 2, 15)},
	} {
		got, err := g.Counts(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		want := map[[2]string]int{}
		for e, err := range g.Entries(ctx, f) {
			if err != nil {
				t.Fatal(err)
			}
			want[[2]string{string(e.Record.Kind), register.TypeOf(&e.Record)}]++
		}
		for _, c := range got {
			want[[2]string{string(c.Kind), c.Type}] -= c.N
			if c.Month < 1 || c.Month > 12 {
				t.Errorf("%+v: month %d", f, c.Month)
			}
		}
		for k, n := range want {
			if n != 0 {
				t.Errorf("%+v: %v differ by %d", f, k, n)
			}
		}
	}
}
