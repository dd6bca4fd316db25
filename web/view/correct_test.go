package view_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"depesche/register"
	"depesche/web/trial"
	"depesche/web/view"
)

// TestCorrectSideBySide holds that corrections made at once are all made.
func TestCorrectSideBySide(t *testing.T) {
	var readings []register.Reading
	for i := range 8 {
		day := fmt.Sprintf("2024-%02d-01", i+1)
		readings = append(readings, trial.Reading(t, "Post", day, fmt.Sprintf("State KEN attacked State SOM, time %d.", i), trial.Event("ASSAULT", "KEN", "SOM", day, "attacked")))
	}
	reg := trial.Register(t, readings...)
	d := trial.Desk(t)
	d.Register, d.Writer = reg, reg
	list, err := d.List(t.Context(), register.Filter{})
	if err != nil || len(list.Entries) != 8 {
		t.Fatalf("%d entries, %v", len(list.Entries), err)
	}
	var all sync.WaitGroup
	for _, e := range list.Entries {
		all.Go(func() {
			if _, err := d.Correct(t.Context(), view.Wish{Action: register.Reject, Records: []register.ID{e.ID}, Author: "a", Reason: "b"}, time.Unix(0, 0)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	log, err := d.Changes(t.Context())
	if err != nil || len(log.Corrections) != 8 {
		t.Errorf("%d corrections, %v", len(log.Corrections), err)
	}
	if list, err = d.List(t.Context(), register.Filter{}); err != nil || len(list.Entries) != 0 {
		t.Errorf("%d entries are left, %v", len(list.Entries), err)
	}
}

func TestCorrectRefused(t *testing.T) {
	reg := trial.Register(t, trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")))
	d := trial.Desk(t)
	d.Register = reg
	at := time.Unix(0, 0)
	if _, err := d.Correct(t.Context(), view.Wish{Action: register.Reject}, at); !errors.Is(err, view.ErrReadOnly) {
		t.Errorf("read only: %v", err)
	}
	d.Writer = reg
	for _, w := range []view.Wish{
		{Action: "nonsense"}, {Action: register.Reject}, {Action: register.Edit}, {Action: register.Merge},
		{Action: register.Same, From: "x:ken", To: "Nobody Of That Name"}, {Action: register.Same, From: "KEN", To: ""}, {Action: view.SwapParty, From: "x:ken"},
	} {
		w.Author, w.Reason = "a", "b"
		var wish *view.WishError
		if _, err := d.Correct(t.Context(), w, at); !errors.As(err, &wish) {
			t.Errorf("%+v: %v", w, err)
		}
	}
	if log, err := d.Changes(t.Context()); err != nil || len(log.Corrections) != 0 {
		t.Errorf("refused corrections are in the log: %v", err)
	}
}
