package conformance

import (
	"context"
	"encoding/json"
	"testing"

	"depesche/record"
	"depesche/register"
)

func correct(t *testing.T, g *register.Register, c register.Correction) register.Correction {
	t.Helper()
	c.Author, c.Reason, c.At = "tester", "test", "2026-01-01T00:00:00Z"
	done, err := g.Correct(context.Background(), c)
	if err != nil {
		t.Fatalf("%s: %v", c.Action, err)
	}
	return done
}

// corrections: they do what they say, survive reading again, and an undo
// leaves the register as it was.
func corrections(t *testing.T, open Open) {
	rs := some(30)
	g := filled(t, open, rs)
	before := entries(t, g, register.Filter{})
	plain := stripped(t, g)
	first, second := before[0], before[1]
	party := register.Parties(&first.Record)[0].ID
	type check func(list []register.Entry) bool
	find := func(list []register.Entry, id register.ID) *register.Entry {
		for i := range list {
			if list[i].ID == id {
				return &list[i]
			}
		}
		return nil
	}
	of := func(e register.Entry) []register.ID {
		members, err := g.Members(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		var ids []register.ID
		for _, m := range members {
			ids = append(ids, m.ID)
		}
		return ids
	}
	many := before[0]
	for _, e := range before {
		if e.Reports > many.Reports {
			many = e
		}
	}
	for _, c := range []struct {
		make  register.Correction
		on    []register.ID
		check check
	}{
		{register.Correction{Action: register.Reject}, of(first), func(l []register.Entry) bool { return find(l, first.ID) == nil }},
		{register.Correction{Action: register.Edit, Fields: json.RawMessage(`{"mode":"invented"}`)}, of(first), func(l []register.Entry) bool { e := find(l, first.ID); return e != nil && e.Record.Mode == "invented" }},
		{register.Correction{Action: register.Merge}, append(of(first), of(second)...), func(l []register.Entry) bool { return len(l) == len(before)-1 }},
		{register.Correction{Action: register.Split}, of(many)[:1], func(l []register.Entry) bool { return len(l) == len(before)+1 }},
		{register.Correction{Action: register.Same, From: party, To: &record.Entity{ID: "Q1", Type: "state", Name: "Neu", State: "NEU"}}, nil, func(l []register.Entry) bool {
			return len(entries(t, g, register.Filter{Party: []string{party}})) == 0 && len(entries(t, g, register.Filter{Party: []string{"NEU"}})) > 0
		}},
	} {
		done := correct2(t, g, c.make, c.on)
		settle(t, g)
		if !c.check(entries(t, g, register.Filter{})) {
			t.Errorf("%s: not done", c.make.Action)
		}
		again := make([]register.Reading, len(rs))
		for i := range rs {
			again[i] = rs[i]
			again[i].Report.Reader = "again " + string(c.make.Action)
		}
		add(t, g, again)
		settle(t, g)
		if !c.check(entries(t, g, register.Filter{})) {
			t.Errorf("%s: gone after reading again", c.make.Action)
		}
		correct(t, g, register.Correction{Action: register.Undo, Undoes: done.ID})
		settle(t, g)
		if got := stripped(t, g); got != plain {
			t.Errorf("%s: not undone\n%s", c.make.Action, firstDifference(plain, got))
		}
	}
}

func correct2(t *testing.T, g *register.Register, c register.Correction, on []register.ID) register.Correction {
	t.Helper()
	var err error
	if c.Records, err = g.Spots(context.Background(), on...); err != nil {
		t.Fatal(err)
	}
	return correct(t, g, c)
}

// stripped is the register's entries as JSON.
func stripped(t *testing.T, g *register.Register) string {
	t.Helper()
	out := ""
	for _, e := range entries(t, g, register.Filter{}) {
		b, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		out += string(b) + "\n"
	}
	return out
}
