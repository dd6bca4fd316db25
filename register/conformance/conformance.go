// Package conformance tests what every store of a register must do. A store's
// own tests call Suite.
package conformance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
)

// Open gives a store that is empty; it closes it when the test ends.
type Open func(t *testing.T) register.Store

// Suite runs all tests on stores of one kind.
func Suite(t *testing.T, open Open) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, Open)
	}{
		{"order", order},
		{"filters", filters},
		{"reread", reread},
		{"failed transaction", failedTransaction},
		{"side by side", sideBySide},
		{"corrections", corrections},
		{"plans", plans},
		{"beside", beside},
		{"counts of a filter", counts},
		{"plan counts", planCounts},
		{"tallies", tallies},
		{"state", state},
		{"dyad counts", dyadCounts},
		{"as of", asOf},
		{"names", names},
		{"look", look},
		{"told", told},
		{"not found", notFound},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, open) })
	}
}

func some(n int) []register.Reading {
	return slices.Collect(generate.Readings(generate.Options{Seed: 7, Happenings: n, Tellings: 5, Days: n / 3}))
}

func filled(t *testing.T, open Open, rs []register.Reading) *register.Register {
	t.Helper()
	g := register.New(open(t))
	add(t, g, rs)
	settle(t, g)
	return g
}

func add(t *testing.T, g *register.Register, rs []register.Reading) {
	t.Helper()
	if err := g.Add(context.Background(), slices.Clone(rs), nil); err != nil {
		t.Fatal(err)
	}
}

func settle(t *testing.T, g *register.Register) {
	t.Helper()
	if err := g.Settle(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func export(t *testing.T, g *register.Register) string {
	t.Helper()
	var b bytes.Buffer
	if err := register.WriteJSONL(context.Background(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func entries(t *testing.T, g *register.Register, f register.Filter) []register.Entry {
	t.Helper()
	var out []register.Entry
	for e, err := range g.Entries(context.Background(), f) {
		if err != nil {
			t.Fatalf("%+v: %v", f, err)
		}
		out = append(out, e)
	}
	return out
}

// order: neither the order of the reports nor the batches change the export.
func order(t *testing.T, open Open) {
	rs := some(60)
	want := export(t, filled(t, open, rs))
	if n := bytes.Count([]byte(want), []byte("\n")); n < 100 {
		t.Fatalf("only %d lines", n)
	}
	for seed := range uint64(3) {
		c := rand.New(rand.NewPCG(seed, 1))
		mixed := slices.Clone(rs)
		c.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		g := register.New(open(t))
		for len(mixed) > 0 {
			n := min(1+c.IntN(40), len(mixed))
			add(t, g, mixed[:n])
			if c.IntN(2) == 0 {
				settle(t, g)
			}
			if c.IntN(4) == 0 { // once more: nothing doubles
				add(t, g, mixed[:n])
			}
			mixed = mixed[n:]
		}
		settle(t, g)
		if got := export(t, g); got != want {
			t.Fatalf("seed %d: another export\n%s", seed, firstDifference(want, got))
		}
	}
}

func firstDifference(a, b string) string {
	x, y := bytes.Split([]byte(a), []byte("\n")), bytes.Split([]byte(b), []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			return fmt.Sprintf("line %d\n%s\n%s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// filters: what the store finds is what Match says.
func filters(t *testing.T, open Open) {
	g := filled(t, open, some(120))
	all := entries(t, g, register.Filter{})
	day := record.DayOf
	for i, f := range []register.Filter{
		{Kind: []record.Kind{record.KindFigure}},
		{Kind: []record.Kind{record.KindEvent, record.KindRelation}, Type: []string{"CONSULT", "partner_of"}},
		{Actor: []string{"USA"}}, {Recipient: []string{"USA", "CHN"}}, {Party: []string{"x:rus"}}, {Party: []string{"state deu"}},
		{Dyad: []string{"CHN", "USA"}}, {Dyad: []string{"USA", "CHN"}}, {Dyad: []string{"x:usa", "RUS"}}, {Dyad: []string{"USA", "USA"}},
		{Status: []record.Status{record.Planned}}, {Place: []string{"USA"}}, {Place: []string{"stadt 7"}},
		{Outlet: []string{"Echo"}}, {Context: []string{"diplomatic"}}, {Mode: []string{"visit"}}, {Speaker: []string{"USA"}},
		{On: record.Interval{From: day(2015, 1, 10)}}, {On: record.Interval{To: day(2015, 1, 10)}}, {On: record.Interval{From: day(2015, 1, 5), To: day(2015, 1, 7)}},
		{Reported: record.Interval{From: day(2015, 1, 10), To: day(2015, 1, 12)}}, {Due: record.Interval{To: day(2015, 3, 1)}}, {Due: record.Interval{From: day(2015, 3, 1)}}, {Undated: true},
		{Text: []string{"brucke"}}, {Text: []string{"brucke", "bauen"}}, {Text: []string{"brucke bauen"}, Party: []string{"USA"}}, {Text: []string{"gibt es nicht"}},
		{AsOf: day(2015, 1, 20)}, {AsOf: day(2015, 1, 20), Text: []string{"hafen"}, Actor: []string{"USA"}},
	} {
		got := entries(t, g, f)
		if f.AsOf != 0 {
			for _, e := range got {
				if e.Last > f.AsOf || e.First > f.AsOf {
					t.Errorf("filter %d: entry %s was not known", i, e.ID)
				}
			}
			continue
		}
		want := map[register.ID]bool{}
		for j := range all {
			plain := f
			plain.Text = nil
			if plain.Match(&all[j]) && hasWords(t, g, &all[j], f.Text) {
				want[all[j].ID] = true
			}
		}
		last := int64(1<<63 - 1)
		for j := range got {
			if !want[got[j].ID] {
				t.Errorf("filter %d: %+v: entry too many: %+v", i, f, got[j])
			}
			if got[j].Seq() >= last {
				t.Errorf("filter %d: out of order", i)
			}
			last = got[j].Seq()
		}
		if len(got) != len(want) {
			t.Errorf("filter %d: %+v: %d entries, want %d", i, f, len(got), len(want))
		}
		if len(got) > 3 {
			page(t, g, f, got)
		}
	}
}

// page: limits and continuations give the same list.
func page(t *testing.T, g *register.Register, f register.Filter, want []register.Entry) {
	t.Helper()
	var got []register.Entry
	for f.Limit = 3; ; {
		list := entries(t, g, f)
		got = append(got, list...)
		if len(list) < 3 {
			break
		}
		f.Before = list[len(list)-1].Seq()
	}
	if len(got) != len(want) {
		t.Errorf("%d in pages, want %d", len(got), len(want))
		return
	}
	for i := range got {
		if got[i].ID != want[i].ID {
			t.Errorf("in pages entry %d differs", i)
		}
	}
}

func hasWords(t *testing.T, g *register.Register, e *register.Entry, phrases []string) bool {
	if len(phrases) == 0 {
		return true
	}
	members, err := g.Members(context.Background(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	text := " "
	for i := range members {
		text += register.Fold(members[i].Words) + " "
		for _, p := range register.Parties(&members[i].Record) {
			text += register.Fold(p.Name) + " "
		}
	}
	for _, p := range phrases {
		for _, w := range bytes.Fields([]byte(p)) {
			if !bytes.Contains([]byte(text), append(append([]byte(" "), w...), ' ')) {
				return false
			}
		}
	}
	return true
}

// reread: another reader replaces what it reads otherwise, and the register is
// then as if the first had never read.
func reread(t *testing.T, open Open) {
	rs := some(40)
	anew := slices.Clone(rs)
	for i := range anew {
		anew[i].Report.Reader = "made up again"
		if i%5 == 0 {
			anew[i].Records = anew[i].Records[1:]
		}
		if i%7 == 0 && len(anew[i].Records) > 0 {
			anew[i].Records = slices.Clone(anew[i].Records)
			anew[i].Records[0].Confidence = 0.9
		}
	}
	want := export(t, filled(t, open, anew))
	g := filled(t, open, rs)
	add(t, g, anew)
	settle(t, g)
	if got := export(t, g); got != want {
		t.Fatalf("another export\n%s", firstDifference(want, got))
	}
}

// failedTransaction: an error leaves nothing behind.
func failedTransaction(t *testing.T, open Open) {
	s := open(t)
	broken := errors.New("broken off")
	err := s.Update(context.Background(), func(tx register.Tx) error {
		if err := register.AddTo(context.Background(), tx, some(5), nil); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	g := register.New(s)
	settle(t, g)
	if n, err := g.Totals(context.Background()); err != nil || n != (register.Totals{}) {
		t.Fatalf("%+v %v", n, err)
	}
}

// sideBySide: several writers at once lose and double nothing.
func sideBySide(t *testing.T, open Open) {
	rs := some(60)
	want := export(t, filled(t, open, rs))
	g := register.New(open(t))
	errs := make(chan error)
	const writers = 4
	for w := range writers {
		go func() {
			for i := w; i < len(rs); i += writers {
				if err := g.Add(context.Background(), []register.Reading{rs[i], rs[(i*7)%len(rs)]}, nil); err != nil {
					errs <- err
					return
				}
				if i%16 == 0 {
					if err := g.Settle(context.Background()); err != nil {
						errs <- err
						return
					}
				}
			}
			errs <- nil
		}()
	}
	for range writers {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	settle(t, g)
	if got := export(t, g); got != want {
		t.Fatalf("another export\n%s", firstDifference(want, got))
	}
}

func plans(t *testing.T, open Open) {
	g := filled(t, open, some(120))
	n := 0
	last := record.Day(0)
	for e, err := range g.Plans(context.Background(), register.Filter{Today: record.DayOf(2015, 6, 1)}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if e.Plan == nil || e.Plan.Due < last {
			t.Fatalf("plan %+v after %s", e.Plan, last)
		}
		last = e.Plan.Due
		if overdue := e.Plan.Status == register.PlanOverdue; overdue && e.Plan.Due >= record.DayOf(2015, 6, 1) || e.Plan.Status == register.PlanOpen && e.Plan.Due < record.DayOf(2015, 6, 1) {
			t.Errorf("%+v", e.Plan)
		}
	}
	if n < 10 {
		t.Errorf("%d plans", n)
	}
}

// asOf: what was known on a day is what the reports up to then give, wherever
// no later report joined what was apart.
func asOf(t *testing.T, open Open) {
	rs := some(80)
	day := rs[len(rs)/2].Report.Day()
	var then []register.Reading
	for _, r := range rs {
		if r.Report.Day() <= day {
			then = append(then, r)
		}
	}
	old := map[register.ID]register.Entry{}
	for _, e := range entries(t, filled(t, open, then), register.Filter{AsOf: day}) {
		old[e.ID] = e
	}
	g := filled(t, open, rs)
	got := entries(t, g, register.Filter{AsOf: day})
	same := 0
	for _, e := range got {
		want, ok := old[e.ID]
		if !ok {
			continue
		}
		if e.Plan, want.Plan = nil, nil; cmp.Equal(want, e, cmp.AllowUnexported(register.Entry{})) || want.Reports == e.Reports && want.First == e.First && want.Last == e.Last {
			same++
		}
	}
	if len(got) < 20 || same*10 < len(old)*9 {
		t.Errorf("%d entries, %d of them as they were, of %d", len(got), same, len(old))
	}
}

// names: of several names of one report the first in order stays.
func names(t *testing.T, open Open) {
	r := some(1)[0]
	for _, order := range [][]string{{"b", "a", "c"}, {"c", "b", "a"}, {"a", "b", "c"}} {
		g := register.New(open(t))
		for _, n := range order {
			again := r
			again.Report.Name = n
			add(t, g, []register.Reading{again})
		}
		if got, err := g.Report(context.Background(), r.Report.ID); err != nil || got.Name != "a" || got.Text != r.Report.Text {
			t.Errorf("%v: %+v %v", order, got, err)
		}
	}
}

func notFound(t *testing.T, open Open) {
	g := register.New(open(t))
	if _, err := g.Report(context.Background(), 5); !errors.Is(err, register.ErrNotFound) {
		t.Errorf("report: %v", err)
	}
	if _, err := g.Entry(context.Background(), 5, 0); !errors.Is(err, register.ErrNotFound) {
		t.Errorf("entry: %v", err)
	}
	if known, _, err := g.Known(context.Background(), 5, "x"); known || err != nil {
		t.Errorf("known: %v %v", known, err)
	}
	if list := entries(t, g, register.Filter{Text: []string{"x"}, Party: []string{"BLR"}}); len(list) != 0 {
		t.Errorf("%d entries", len(list))
	}
}
