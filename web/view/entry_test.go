package view_test

import (
	"context"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/web/trial"
	"depesche/web/view"
)

// attack is an attack with a number of killed.
func attack(killed float64, day, words string) record.Record {
	r := trial.Event("ASSAULT", "KEN", "SOM", day, words)
	r.Killed = &record.Range{Min: killed, Max: killed}
	return r
}

func denied(r record.Record) record.Record {
	r.Negated = true
	return r
}

// first is the first entry that a filter gives, with all that tells it.
func first(t *testing.T, d *view.Desk, f register.Filter) view.Dossier {
	t.Helper()
	for e, err := range d.Register.Entries(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.Entry(context.Background(), e.ID, f.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	t.Fatal("no entry")
	return view.Dossier{}
}

func TestDossier(t *testing.T) {
	const copied = "A bus came. State KEN attacked State SOM near the old river port and killed 12 in the early morning hours, officials said."
	d := trial.Desk(t,
		trial.Reading(t, "Post", "2024-03-01", copied, attack(12, "2024-03-01", "attacked State SOM")),
		trial.Reading(t, "Echo", "2024-03-02", copied, attack(12, "2024-03-01", "attacked State SOM")),
		trial.Reading(t, "Bote", "2024-03-02", "Officials said so early. The river port is old. State KEN attacked State SOM in the morning hours, killed 19.", attack(19, "2024-03-01/2024-03-02", "attacked State SOM")),
		trial.Reading(t, "Herold", "2024-03-02", "State KEN did not attack State SOM.", denied(attack(12, "2024-03-01", "not attack"))),
	)
	v := first(t, d, register.Filter{Outlet: []string{"Bote"}})
	if v.Reports != 3 || v.Origins != 2 || len(v.Told) != 2 || len(v.Told[0].Reports) != 2 {
		t.Fatalf("%d reports, %d origins, told %d", v.Reports, v.Origins, len(v.Told))
	}
	got := ""
	for _, s := range v.Told[1].Reports[0].Sentence {
		if len(s.On) > 0 {
			got += "[" + s.Text + "]"
		} else {
			got += s.Text
		}
	}
	if want := "State KEN [attacked State SOM] in the morning hours, killed 19."; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	want := map[string]string{"Post": "says says differs", "Echo": "says says differs", "Bote": "says differs says", "Herold": "denies silent silent"}
	for _, row := range v.Matrix.Outlets {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, string(c.Stance))
		}
		if line := strings.Join(cells, " "); line != want[row.Outlet] {
			t.Errorf("%s: %s, want %s", row.Outlet, line, want[row.Outlet])
		}
		delete(want, row.Outlet)
	}
	if len(want) > 0 {
		t.Errorf("no row of %v", want)
	}
	if d := v.Record.Date; d.From != d.To {
		t.Errorf("narrowed to %v", d)
	}
	if len(v.Known) != 2 || v.Known[0].Reports != 1 || v.Known[1].Reports != 3 {
		t.Errorf("known %+v", v.Known)
	}
	then := first(t, d, register.Filter{Outlet: []string{"Post"}, AsOf: record.DayOf(2024, 3, 1)})
	if then.Reports != 1 || len(then.Told) != 1 || len(then.Matrix.Outlets) != 1 {
		t.Errorf("as of the first day: %d reports, %d origins, %d rows", then.Reports, len(then.Told), len(then.Matrix.Outlets))
	}
}

func TestDossierPlans(t *testing.T) {
	plan := trial.Event("CONSULT", "DEU", "CHN", "2024-04-10", "will visit")
	plan.Status = record.Planned
	d := trial.Desk(t,
		trial.Reading(t, "Post", "2024-03-01", "State DEU will visit State CHN.", plan),
		trial.Reading(t, "Echo", "2024-04-10", "State DEU visits State CHN.", trial.Event("CONSULT", "DEU", "CHN", "2024-04-10", "visits")),
	)
	planned := first(t, d, register.Filter{Status: []record.Status{record.Planned}})
	if planned.Shown == nil || planned.Plan.Status != register.PlanFulfilled {
		t.Fatalf("plan %+v", planned.Plan)
	}
	shown, err := d.Entry(context.Background(), planned.Shown.ID, 0)
	if err != nil || len(shown.Announced) != 1 || shown.Announced[0].ID != planned.ID {
		t.Errorf("announced %+v, %v", shown.Announced, err)
	}
}

func TestDossierChanges(t *testing.T) {
	reg := trial.Register(t, trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM.", attack(12, "2024-03-01", "attacked")))
	d := trial.Desk(t)
	d.Register = reg
	ctx := context.Background()
	v := first(t, d, register.Filter{})
	spots, err := reg.Spots(ctx, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	made, err := reg.Correct(ctx, register.Correction{Author: "a", Reason: "b", At: "2026-01-01T00:00:00Z", Action: register.Edit, Records: spots, Fields: []byte(`{"mode":"beat"}`)})
	if err == nil {
		err = reg.Settle(ctx)
	}
	if err == nil {
		_, err = reg.Correct(ctx, register.Correction{Author: "a", Reason: "no", At: "2026-01-01T00:00:00Z", Action: register.Undo, Undoes: made.ID})
	}
	if err == nil {
		err = reg.Settle(ctx)
	}
	if err != nil {
		t.Fatal(err)
	}
	v = first(t, d, register.Filter{})
	if len(v.Changes) != 2 || !v.Changes[0].Undone || v.Changes[1].Undone {
		t.Errorf("changes %+v", v.Changes)
	}
}
