package view

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
)

func at(r record.Record, p record.Entity) record.Record {
	r.Place = &p
	return r
}

func TestWorld(t *testing.T) {
	ctx, day := context.Background(), record.DayOf
	d := deskOf(t, nil)
	nairobi := d.Knowledge.Capital("KEN").Record("en")
	kenya := d.Knowledge.ByCode("KEN").Record("en")
	unknown := record.Entity{ID: "x:old-mill", Type: record.TypePlace, Name: "Old Mill", State: "KEN"}
	nowhere := record.Entity{ID: "x:somewhere", Type: record.TypePlace, Name: "Somewhere"}
	on := func(d record.Day) record.Interval { return record.Interval{From: d, To: d} }
	fight := visit("KEN", "SOM", record.Actual, on(day(2023, 3, 2)))
	fight.Type, fight.Mode, fight.Score = "ASSAULT", "", -8
	d = deskOf(t, []register.Reading{
		told("one", day(2023, 3, 1), at(visit("KEN", "ETH", record.Actual, on(day(2023, 3, 1))), nairobi), at(visit("KEN", "UGA", record.Actual, on(day(2023, 3, 1))), nairobi)),
		told("two", day(2023, 3, 2), at(fight, kenya), at(visit("FRA", "ETH", record.Actual, on(day(2023, 3, 2))), unknown)),
		told("three", day(2023, 5, 9), at(visit("KEN", "ETH", record.Actual, on(day(2023, 5, 9))), nairobi), at(visit("USA", "ETH", record.Actual, on(day(2023, 5, 9))), nowhere)),
	})
	w, err := d.World(ctx, register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if w.Total != 6 || len(w.Places) != 4 || w.Looked != 0 || len(w.Period.Months) != 2 || w.Period.Known != (record.Interval{From: day(2023, 3, 1), To: day(2023, 5, 31)}) {
		t.Errorf("%+v", w)
	}
	find := func(key string) Site {
		i := slices.IndexFunc(w.Places, func(s Site) bool { return s.Key == key })
		if i < 0 {
			t.Fatalf("no %s in %+v", key, w.Places)
		}
		return w.Places[i]
	}
	if s := find(nairobi.ID); s.N != 3 || s.Good != 3 || s.Precision != "capital" || s.Whole || !s.Located || s.Lon < 36 || s.Lon > 38 {
		t.Errorf("Nairobi %+v", s)
	}
	if s := find("KEN"); s.Precision != "state" || !s.Whole || s.Bad != 1 || !s.Located {
		t.Errorf("Kenya %+v", s)
	}
	if s := find("x:old-mill"); s.Precision != "unknown" || !s.Whole || !s.Located || s.Entity.Name != "Old Mill" {
		t.Errorf("Old Mill %+v", s)
	}
	if s := find("x:somewhere"); s.Located {
		t.Errorf("Somewhere %+v", s)
	}
	// In a period; and with more than a period, where entries are looked at: the
	// same numbers.
	may, err := d.World(ctx, register.Filter{On: record.Interval{From: day(2023, 5, 20)}})
	if err != nil || may.Total != 2 {
		t.Errorf("May: %+v %v", may, err)
	}
	looked, err := d.World(ctx, register.Filter{Kind: []record.Kind{record.KindEvent}})
	if err != nil || looked.Looked != 6 {
		t.Fatalf("%+v %v", looked, err)
	}
	if diff := cmp.Diff(w.Places, looked.Places); diff != "" {
		t.Errorf("(-kept +counted)\n%s", diff)
	}
	then, err := d.World(ctx, register.Filter{AsOf: day(2023, 3, 1)})
	if err != nil || then.Total != 2 {
		t.Errorf("then: %+v %v", then, err)
	}
}

// TestSums: what is kept ready is what the entries give, of a period too.
func TestSums(t *testing.T) {
	// With a report of which nobody knows when it appeared.
	undated := visit("FIN", "NOR", record.Actual, record.Interval{})
	d := deskOf(t, append(madeUp(150), told("undated", 0, at(undated, record.Entity{ID: "x:town", Type: record.TypePlace, State: "FIN"}))))
	ctx := context.Background()
	if w, err := d.World(ctx, register.Filter{}); err != nil || w.Period.Known.From < record.DayOf(2000, 1, 1) {
		t.Errorf("known from %s %v", w.Period.Known.From, err)
	}
	for _, of := range []register.TallyFilter{{Of: register.TallyParty}, {Of: register.TallyTie}, {Of: register.TallyTie, A: states, Among: true}, {Of: register.TallyPlace}, {Of: register.TallyTie, Limit: 5}} {
		for _, on := range []record.Interval{{}, {From: record.DayOf(2017, 3, 1), To: record.DayOf(2019, 8, 2)}} {
			ready, err := d.sumsOf(ctx, register.Filter{On: on}, of)
			if err != nil {
				t.Fatal(err)
			}
			counted, err := d.sumsOf(ctx, register.Filter{On: on, Kind: []record.Kind{record.KindEvent, record.KindFigure, record.KindRelation, record.KindStatement}}, of)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(ready.list, counted.list); diff != "" || len(ready.list) == 0 || counted.looked == 0 || ready.looked != 0 {
				t.Errorf("%+v: (-ready +counted)\n%s", of, diff)
			}
		}
	}
}

func TestTone(t *testing.T) {
	for _, c := range [][3]int{{0, 0, 0}, {1, 0, 1}, {0, 1, -1}, {3, 2, 0}, {4, 2, 1}, {2, 4, -1}, {1, 1, 0}} {
		if got := Tone(c[0], c[1]); got != c[2] {
			t.Errorf("%d good, %d bad: %d", c[0], c[1], got)
		}
	}
}
