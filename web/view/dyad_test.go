package view

import (
	"context"
	"errors"
	"slices"
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
)

func day(y, m, d int) record.Day { return record.DayOf(y, m, d) }

func state(code, id string) record.Entity {
	return record.Entity{ID: id, Type: record.TypeState, Name: code, State: code}
}

func person(name, id, of string) record.Entity {
	return record.Entity{ID: id, Type: record.TypePerson, Name: name, State: of}
}

var (
	belarus = state("BLR", "Q184")
	china   = state("CHN", "Q148")
)

func act(typ string, score float64, status record.Status, from, to record.Day, actor, recipient record.Entity) record.Record {
	return record.Record{Kind: record.KindEvent, Type: typ, Plover: typ, Score: score, Status: status, Date: record.Date{From: from, To: to},
		Actor: []record.Entity{actor}, Recipient: []record.Entity{recipient}}
}

// visits are reports about Belarus and China: a visit, an agreement that is
// planned and comes true, an accusation, trade in two claims, and a visit of
// somebody else.
func visits(t testing.TB) *Desk {
	trade := func(v float64, who *record.Entity) record.Record {
		r := record.Record{Kind: record.KindFigure, Status: record.Actual, Measure: "trade", Of: []record.Entity{belarus, china},
			Value: &record.Quantity{Min: v, Max: v, Unit: "money", Currency: "USD"}, Date: record.Date{From: day(2022, 1, 1), To: day(2022, 12, 31)}, Period: record.Date{From: day(2022, 1, 1), To: day(2022, 12, 31)}}
		if who != nil {
			r.Says = []record.Attribution{{Who: who, Cue: "said"}}
		}
		return r
	}
	france := state("FRA", "Q142")
	return deskOf(t, []register.Reading{
		told("accusation", day(2023, 2, 20), act("ACCUSE", -2, record.Actual, day(2023, 2, 19), day(2023, 2, 19), china, belarus)),
		told("plan", day(2023, 2, 25), act("AGREE", 6, record.Planned, day(2023, 3, 1), day(2023, 3, 31), belarus, china)),
		told("visit", day(2023, 3, 1),
			act("CONSULT", 3, record.Actual, day(2023, 3, 1), day(2023, 3, 1), person("Alexander Lukashenko", "Q2866", "BLR"), person("Xi Jinping", "Q15031", "CHN")),
			trade(5e9, nil)),
		told("trade", day(2023, 3, 2), trade(5.2e9, &china)),
		told("agreement", day(2023, 3, 3), act("AGREE", 6, record.Actual, day(2023, 3, 2), day(2023, 3, 2), belarus, china)),
		told("elsewhere", day(2023, 3, 4), act("CONSULT", 3, record.Actual, day(2023, 3, 4), day(2023, 3, 4), france, china)),
	})
}

func both(t *testing.T, d *Desk) (a, b Party) {
	t.Helper()
	ctx := context.Background()
	for i, word := range []string{"BLR", "CHN"} {
		list, err := d.Parties(ctx, word)
		if err != nil || len(list) != 1 {
			t.Fatal(word, list, err)
		}
		*[]*Party{&a, &b}[i] = list[0]
	}
	return a, b
}

func TestDyad(t *testing.T) {
	d := visits(t)
	a, b := both(t, d)
	v, err := d.Dyad(context.Background(), DyadAsk{A: a, B: b, Limit: 50, Changed: day(2023, 3, 2)})
	if err != nil {
		t.Fatal(err)
	}
	if want := (DyadTotals{Entries: 5, Events: 4, Good: 2, Bad: 1, Figures: 1, Plans: 1}); v.Totals != want {
		t.Errorf("totals are %+v, want %+v", v.Totals, want)
	}
	var groups []string
	for _, l := range v.Timeline {
		groups = append(groups, l.Group)
		if len(l.Spans) != l.N {
			t.Errorf("lane %s has %d of %d spans", l.Group, len(l.Spans), l.N)
		}
	}
	if want := []string{"consult", "cooperate", "demand", "figure"}; !equal(groups, want) {
		t.Errorf("lanes are %v, want %v", groups, want)
	}
	plan := v.Timeline[1].Spans[0]
	if plan.Fill != FillPlanned && v.Timeline[1].Spans[1].Fill != FillPlanned {
		t.Errorf("no span of %+v is planned", v.Timeline[1].Spans)
	}
	if len(v.Meetings.Pairs) != 1 || v.Meetings.Pairs[0].A.ID != "Q2866" || v.Meetings.Pairs[0].B.ID != "Q15031" || v.Meetings.Pairs[0].N != 1 {
		t.Errorf("meetings are %+v", v.Meetings)
	}
	if len(v.Figures) != 1 || v.Figures[0].Currency != "USD" || len(v.Figures[0].Rows) != 1 || len(v.Figures[0].Rows[0].Entry.Claims) != 2 {
		t.Errorf("figures are %+v", v.Figures)
	}
	if len(v.Past.Entries) != 1 || v.Past.Entries[0].Plan.Status != register.PlanFulfilled || len(v.Open.Entries) != 0 {
		t.Errorf("past plans are %+v, open ones %+v", v.Past, v.Open)
	}
	if c := v.Changed; len(c.New.Entries) != 1 || c.New.Entries[0].Record.Type != "AGREE" || len(c.More) != 1 || len(c.Plans) != 1 {
		t.Errorf("changed are %+v", c)
	} else if what := c.More[0].What; !equal(what, []string{"reports", "claims"}) {
		t.Errorf("of the trade changed %v", what)
	}
	if len(v.Memberships) == 0 {
		t.Error("no membership of both")
	}
	for _, m := range v.Memberships {
		if m.Today && !m.Both.Contains(v.Today) && len(m.A)+len(m.B) == 2 {
			t.Errorf("%s: both are members on %s, but together %v", m.Org.Name, v.Today, m.Both)
		}
	}
}

func TestDyadPeriodKindsAndThen(t *testing.T) {
	d := visits(t)
	a, b := both(t, d)
	for _, c := range []struct {
		name string
		q    DyadAsk
		want int // entries listed
	}{
		{"february", DyadAsk{On: record.Month(2023, 2)}, 1},
		{"march", DyadAsk{On: record.Month(2023, 3)}, 3},
		{"figures", DyadAsk{Kind: []record.Kind{record.KindFigure}}, 1},
		{"as of", DyadAsk{AsOf: day(2023, 2, 26)}, 2},
		{"before all", DyadAsk{On: record.Month(1999, 3)}, 0},
		{"after all", DyadAsk{On: record.Interval{From: day(2033, 1, 1)}}, 0},
	} {
		c.q.A, c.q.B, c.q.Limit = a, b, 50
		v, err := d.Dyad(context.Background(), c.q)
		if err != nil {
			t.Fatal(c.name, err)
		}
		n := 0
		for _, l := range v.Timeline {
			n += l.N
		}
		good := 0
		for _, b := range v.Balance {
			good += b.Of(1, FillActual) + b.Of(1, FillPlanned)
			if c.name == "march" && b.To-b.From > 6 {
				t.Errorf("the balance of a month has a bin from %s to %s", b.From, b.To)
			}
		}
		if c.name == "march" && good != 3 {
			t.Errorf("the balance of March has %d acts of cooperation: %+v", good, v.Balance)
		}
		if len(v.Entries.Entries) != c.want || n != c.want {
			t.Errorf("%s: %d entries, %d drawn, want %d", c.name, len(v.Entries.Entries), n, c.want)
		}
	}
}

// TestUndatedDyad: what is undated is counted and has no place in time.
func TestUndatedDyad(t *testing.T) {
	d := deskOf(t, []register.Reading{told("undated", 0, act("SANCTION", -5, record.Actual, 0, 0, china, belarus))})
	a, b := both(t, d)
	v, err := d.Dyad(context.Background(), DyadAsk{A: a, B: b})
	if err != nil {
		t.Fatal(err)
	}
	if v.Totals.Events != 1 || len(v.Balance) != 0 || len(v.Timeline) != 1 || v.Timeline[0].N != 1 || len(v.Timeline[0].Spans) != 0 {
		t.Errorf("totals %+v, balance %v, timeline %+v", v.Totals, v.Balance, v.Timeline)
	}
}

func TestNoDyad(t *testing.T) {
	d := visits(t)
	a, _ := both(t, d)
	if _, err := d.Dyad(context.Background(), DyadAsk{A: a, B: a}); !errors.Is(err, ErrUnknown) {
		t.Errorf("one party twice: %v", err)
	}
}

func TestParties(t *testing.T) {
	d := deskOf(t, []register.Reading{told("x", day(2023, 1, 1), act("CONSULT", 1, record.Actual, day(2023, 1, 1), day(2023, 1, 1),
		record.Entity{ID: "x:bund-der-imker", Type: record.TypeOrganisation, Name: "Bund der Imker"}, belarus))})
	for word, want := range map[string]string{
		"BLR": "BLR", "blr": "BLR", "Q184": "BLR", "Weißrussland": "BLR", "belarus": "BLR", "South_Korea": "KOR",
		"Xi Jinping": "Q15031", "x:bund-der-imker": "x:bund-der-imker", "bund der imker": "x:bund-der-imker",
	} {
		list, err := d.Parties(context.Background(), word)
		if err != nil || len(list) != 1 || list[0].Key != want {
			t.Errorf("%s: %+v %v, want %s", word, list, err, want)
		}
	}
	for _, word := range []string{"", "ZZZ", "Q999999999999", "nobody at all", "x:none", "\xff"} {
		if list, err := d.Parties(context.Background(), word); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q: %+v %v", word, list, err)
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// TestThen: what is kept of a day answers as the register does.
func TestThen(t *testing.T) {
	d := deskOf(t, slices.Collect(generate.Readings(generate.Options{Seed: 5, Happenings: 300, Days: 400, States: []string{"BLR", "CHN", "KEN"}})))
	ctx := context.Background()
	two := []string{"BLR", "CHN"}
	asOf := day(2015, 6, 1)
	base := register.Filter{Dyad: two, AsOf: asOf, Today: asOf}
	then, more, err := d.thenOf(ctx, base)
	if err != nil || more {
		t.Fatal(more, err)
	}
	some := 0
	for i, change := range []func(f *register.Filter){
		func(*register.Filter) {},
		func(f *register.Filter) { f.Kind = []record.Kind{record.KindEvent} },
		func(f *register.Filter) { f.Limit = 7 },
		func(f *register.Filter) { f.On = record.Interval{From: day(2015, 3, 1), To: day(2015, 4, 15)} },
		func(f *register.Filter) { f.Plan = register.PlanStatuses },
		func(f *register.Filter) { f.Plan = []register.PlanStatus{register.PlanOverdue, register.PlanFulfilled} },
		func(f *register.Filter) {
			f.Plan, f.ByDue, f.Due.From = []register.PlanStatus{register.PlanOpen}, true, asOf
		},
		func(f *register.Filter) { f.Type = []string{"CONSULT"}; f.Status = []record.Status{record.Planned} },
	} {
		f := base
		change(&f)
		want, err := collect(d.Register.Entries(ctx, f))
		if err != nil {
			t.Fatal(err)
		}
		got, err := collect(then.Register.Entries(ctx, f))
		if err != nil || len(got) != len(want) {
			t.Errorf("filter %d: %d entries, want %d, %v", i, len(got), len(want), err)
			continue
		}
		for k := range got {
			if got[k].ID != want[k].ID {
				t.Errorf("filter %d: entry %d is %s, want %s", i, k, got[k].ID, want[k].ID)
			}
		}
		some += len(got)
		wantCounts, err := d.Register.DyadCounts(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		gotCounts, err := then.Register.DyadCounts(ctx, f)
		if err != nil || !slices.Equal(gotCounts, wantCounts) {
			t.Errorf("filter %d: counts are %v, want %v, %v", i, gotCounts, wantCounts, err)
		}
	}
	if some < 100 {
		t.Errorf("only %d entries were compared", some)
	}
}

func TestUsualPeriod(t *testing.T) {
	at := func(n int, years ...int) (out []register.DyadCount) {
		for _, y := range years {
			out = append(out, register.DyadCount{Count: register.Count{Year: y, Month: 5, Kind: record.KindEvent, N: n}})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		counts  []register.DyadCount
		want    record.Interval
		outside int
	}{
		{"all near", at(10, 2020, 2021, 2022), record.Interval{From: day(2020, 5, 1), To: day(2022, 5, 31)}, 0},
		{"one long ago", append(at(1, 1990), at(10, 2020, 2021, 2022)...), record.Interval{From: day(2020, 5, 1), To: day(2022, 5, 31)}, 1},
		{"one in the far future", append(at(10, 2020, 2021), at(1, 2060)...), record.Interval{From: day(2020, 5, 1), To: day(2021, 5, 31)}, 1},
		{"both", append(append(at(1, 1900), at(30, 2020, 2021)...), at(1, 2060)...), record.Interval{From: day(2020, 5, 1), To: day(2021, 5, 31)}, 2},
		{"many long ago", append(at(5, 1990), at(10, 2020, 2021, 2022)...), record.Interval{From: day(1990, 5, 1), To: day(2022, 5, 31)}, 0},
		{"few in all", append(at(1, 1990), at(3, 2020, 2021)...), record.Interval{From: day(1990, 5, 1), To: day(2021, 5, 31)}, 0},
		{"one a year", at(1, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011), record.Interval{From: day(2001, 5, 1), To: day(2011, 5, 31)}, 0},
		{"none", nil, record.Interval{}, 0},
	} {
		got, outside := usual(c.counts, monthsOf(c.counts))
		if got != c.want || outside != c.outside {
			t.Errorf("%s: %v, %d outside, want %v, %d", c.name, got, outside, c.want, c.outside)
		}
	}
}
