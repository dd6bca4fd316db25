package view

import (
	"context"
	"errors"
	"slices"
	"testing"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

func TestEntityOfAState(t *testing.T) {
	ctx, day := context.Background(), record.DayOf
	named := func(r record.Record, text string, implied bool) record.Record {
		r.Actor[0].Text, r.Actor[0].Implied = text, implied
		return r
	}
	on := func(d record.Day) record.Interval { return record.Interval{From: d, To: d} }
	fight := visit("KEN", "SOM", record.Actual, on(day(2023, 3, 2)))
	fight.Type, fight.Mode, fight.Score = "ASSAULT", "", -8
	figure := record.Record{Kind: record.KindFigure, Measure: "trade", Of: []record.Entity{stateOf("KEN")}, Value: &record.Quantity{Min: 5, Max: 5, Unit: "money", Currency: "USD"}}
	relation := record.Record{Kind: record.KindRelation, Predicate: "partner_of", Subject: []record.Entity{stateOf("KEN")}, Object: []record.Entity{stateOf("ETH")}}
	d := deskOf(t, []register.Reading{
		told("one", day(2023, 3, 1), named(visit("KEN", "ETH", record.Actual, on(day(2023, 3, 1))), "Kenia", false), figure, relation),
		told("two", day(2023, 3, 2), named(fight, "Nairobi", false), named(visit("KEN", "ETH", record.Planned, record.Month(2023, 5)), "Kenia", false)),
		told("three", day(2023, 3, 9), named(visit("KEN", "ETH", record.Actual, on(day(2023, 3, 9))), "gemeint", true)),
	})
	v, err := d.Profile(ctx, "KEN", register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if v.Key != "KEN" || !v.Known || v.Entity.Type != record.TypeState || v.Today != day(2023, 3, 9) {
		t.Errorf("%+v", v.Party)
	}
	if v.Entries != 6 || v.Good != 2 || v.Bad != 1 || v.WithOf != 0 {
		t.Errorf("%d entries, %d good, %d bad", v.Entries, v.Good, v.Bad)
	}
	if len(v.With) != 2 || v.With[0].Key != "ETH" || v.With[0].N != 4 || v.With[0].Entity.Name != "Ethiopia" || v.With[1].Bad != 1 {
		t.Errorf("%+v", v.With)
	}
	if want := []Spelling{{"Kenia", "de", 2}, {"Nairobi", "de", 1}}; !slices.Equal(v.Spellings, want) {
		t.Errorf("%+v, want %+v", v.Spellings, want)
	}
	if len(v.Told) != 1 || len(v.Figures) != 1 || len(v.Plans) != 1 || v.PlanStatus[0].N != 1 || len(v.Acts.Entries) != 4 {
		t.Errorf("told %d, figures %d, plans %d %+v, acts %d", len(v.Told), len(v.Figures), len(v.Plans), v.PlanStatus, len(v.Acts.Entries))
	}
	president := func(o Office) bool {
		return o.Role == "head_of_state" && o.Person.Name == "Uhuru Kenyatta" && o.Start != "" && o.Of.Key == "KEN"
	}
	if !slices.ContainsFunc(v.Holders, president) || len(v.Offices) != 0 || !slices.ContainsFunc(v.MemberOf, func(b Belonging) bool { return b.Org.Name == "African Union" && b.Now }) {
		t.Errorf("holders %+v", v.Holders)
	}
	// The same under its id; and with a day as of which it is asked, counted
	// from what was known then.
	if other, err := d.Profile(ctx, v.Entity.ID, register.Filter{AsOf: day(2023, 3, 1)}); err != nil || other.Key != "KEN" || other.Entries != 3 || other.WithOf != 3 || other.Bad != 0 || len(other.Plans) != 0 {
		t.Errorf("%+v %v", other, err)
	}
	if _, err := d.Profile(ctx, "x:nobody", register.Filter{}); !errors.Is(err, ErrUnknown) {
		t.Errorf("nobody: %v", err)
	}
}

func TestEntityOfAPerson(t *testing.T) {
	ctx, day := context.Background(), record.DayOf
	kenyatta := record.Entity{ID: "Q319145", Type: record.TypePerson, Name: "Uhuru Kenyatta", State: "KEN", Text: "Kenyatta"}
	stranger := record.Entity{ID: "x:jane-doe", Type: record.TypePerson, Name: "Jane Doe", Text: "Doe"}
	d := deskOf(t, nil)
	if found := d.Named("Uhuru Kenyatta"); len(found) != 1 {
		t.Fatal("the knowledge base lacks the example")
	} else {
		kenyatta.ID = found[0].ID
	}
	talk := record.Record{Kind: record.KindEvent, Type: "CONSULT", Plover: "CONSULT", Score: 2, Actor: []record.Entity{kenyatta, stranger}}
	d = deskOf(t, []register.Reading{told("one", day(2019, 3, 1), talk)})
	reg := d.Register.(*register.Register)
	v, err := d.Profile(ctx, kenyatta.ID, register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Offices) == 0 || v.Offices[0].Ends == "" || v.WithOf != 1 || len(v.With) != 1 || v.With[0].Entity.Name != "Jane Doe" {
		t.Errorf("offices %+v, with %+v", v.Offices, v.With)
	}
	// One whom reports alone know.
	if v, err = d.Profile(ctx, "x:jane-doe", register.Filter{}); err != nil || v.Known || v.Entity.Name != "Jane Doe" || len(v.Acts.Entries) != 1 || v.Spellings[0].Text != "Doe" {
		t.Errorf("%+v %v", v, err)
	}
	// A correction that makes her another concerns both.
	if _, err := reg.Correct(ctx, register.Correction{At: "2020-01-01T00:00:00Z", Author: "eva", Reason: "the same", Action: register.Same, From: "x:jane-doe", To: &record.Entity{ID: "x:jane-roe", Type: record.TypePerson, Name: "Jane Roe"}}); err != nil {
		t.Fatal(err)
	}
	if err := reg.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]int{"x:jane-roe": 1, kenyatta.ID: 0} {
		if v, err = d.Profile(ctx, key, register.Filter{}); err != nil || len(v.Changes) != want {
			t.Errorf("%s: %d corrections %v, want %d", key, len(v.Changes), err, want)
		}
	}
	id, err := register.ParseID(v.Acts.Entries[0].Record.ID)
	if err != nil {
		t.Fatal(err)
	}
	spots, err := reg.Spots(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reg.Correct(ctx, register.Correction{At: "2020-01-02T00:00:00Z", Author: "eva", Reason: "not so", Action: register.Reject, Records: spots}); err != nil {
		t.Fatal(err)
	}
	if v, err = d.Profile(ctx, kenyatta.ID, register.Filter{}); err != nil || len(v.Changes) != 1 {
		t.Errorf("%d corrections %v, want the one of a record that names him", len(v.Changes), err)
	}
}

func TestEntityOfAnOrganisation(t *testing.T) {
	d := deskOf(t, madeUp(20))
	sco := d.Named("Shanghai Cooperation Organisation")
	if len(sco) != 1 {
		t.Fatal("the knowledge base lacks the example")
	}
	v, err := d.Profile(context.Background(), sco[0].ID, register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, m := range v.Members {
		if m.Now {
			kinds[m.As]++
		}
	}
	if kinds["member"] < 8 || kinds["observer"] == 0 || v.Kind != "igo" {
		t.Errorf("%v", kinds)
	}
	if list, err := d.Bearers(context.Background(), "nobody at all"); err != nil || len(list) != 0 {
		t.Errorf("%v %v", list, err)
	}
}

func TestOfficesSayHowTheyEnd(t *testing.T) {
	d := deskOf(t, nil)
	seen := map[knowledge.Ending]bool{}
	for _, code := range []string{"KEN", "AFG", "BLR", "CHN", "USA", "DEU"} {
		v, err := d.Profile(context.Background(), code, register.Filter{AsOf: record.DayOf(2024, 1, 1)})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range v.Holders {
			seen[o.Ends] = true
			if o.Ends == knowledge.Observed && o.Seen == 0 || o.Ends == knowledge.Stated && o.Stop == "" {
				t.Errorf("%+v", o)
			}
		}
	}
	if len(seen) < 3 {
		t.Errorf("only %v", seen)
	}
}
