package view_test

import (
	"testing"

	"depesche/record"
	"depesche/register"
	"depesche/web/trial"
)

func TestSearch(t *testing.T) {
	plan := trial.Event("CONSULT", "CHN", "DEU", "2025-03-01", "will meet")
	plan.Status = record.Planned
	d := trial.Desk(t,
		trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")),
		trial.Reading(t, "Echo", "2024-06-04", "State CHN met State DEU.", trial.Event("CONSULT", "CHN", "DEU", "2023-06-03", "met")),
		trial.Reading(t, "Echo", "2024-06-05", "State CHN will meet State DEU.", plan),
	)
	s, err := d.Search(t.Context(), register.Filter{Limit: 2})
	if err != nil || len(s.Entries) != 2 || s.Next == 0 || s.Counted != 3 || !s.Whole {
		t.Fatalf("%d entries, next %d, %d counted, %v", len(s.Entries), s.Next, s.Counted, err)
	}
	got := map[string]int{}
	for _, f := range s.Facets {
		for _, v := range f.Values {
			got[f.Key+":"+v.Value] = v.N
		}
	}
	for term, n := range map[string]int{"kind:event": 3, "type:CONSULT": 2, "party:CHN": 2, "status:planned": 1, "plan:open": 1, "outlet:Echo": 2, "on:2023": 1, "on:2025": 1} {
		if got[term] != n {
			t.Errorf("%s: %d, want %d", term, got[term], n)
		}
	}
	next, err := d.Search(t.Context(), register.Filter{Limit: 2, Before: s.Next})
	if err != nil || len(next.Entries) != 1 || next.Facets != nil || next.Next != 0 {
		t.Errorf("next page: %d entries, %v", len(next.Entries), err)
	}
}
