package conformance

import (
	"context"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
)

// dyadCounts: what is kept ready of two states is what their entries give,
// whatever came and went; what is counted when asked for is too.
func dyadCounts(t *testing.T, open Open) {
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
	day := record.DayOf
	kept, tones := 0, map[int]int{}
	for _, f := range []register.Filter{
		{Dyad: []string{"CHN", "USA"}}, {Dyad: []string{"USA", "CHN"}}, {Dyad: []string{"CHN", "x:usa"}},
		{Dyad: []string{"RUS", "USA"}}, {Dyad: []string{"USA", "ZZZ"}},
		{Dyad: []string{"CHN", "USA"}, Kind: []record.Kind{record.KindRelation}}, {Dyad: []string{"CHN", "USA"}, On: record.Interval{From: day(2015, 1, 20)}},
		{Dyad: []string{"CHN", "USA"}, AsOf: day(2015, 1, 20)},
	} {
		want := map[register.DyadCount]int{}
		for _, e := range entries(t, g, f) {
			from := e.Span().From
			y, m, _ := from.Date()
			want[register.DyadCount{Count: register.Count{Year: y, Month: m, Kind: e.Record.Kind, Type: register.TypeOf(&e.Record)}, Status: e.Record.Status, Tone: register.Sign(&e.Record)}]++
		}
		list, err := g.DyadCounts(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		got := map[register.DyadCount]int{}
		for i, c := range list {
			if p := max(i-1, 0); list[p].Year*100+list[p].Month > c.Year*100+c.Month {
				t.Errorf("%v: %+v behind %+v", f.Dyad, c, list[p])
			}
			n := c.N
			c.N = 0
			got[c] += n
			kept += n
			tones[c.Tone] += n
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Errorf("%+v: (-want +got)\n%s", f, d)
		}
	}
	if kept == 0 || tones[1] == 0 || tones[-1] == 0 {
		t.Errorf("%d entries, by tone %v", kept, tones)
	}
}
