package conformance

import (
	"context"
	"slices"
	"testing"

	"depesche/record"
	"depesche/register"
)

// beside: what shows a plan finds the plan, and a denial finds what it denies.
func beside(t *testing.T, open Open) {
	rs := some(40)
	told := rs[0]
	for _, change := range []func(r *record.Record){
		func(r *record.Record) { r.Negated = true },
		func(r *record.Record) { // was planned, and happens on the day of the first
			r.Status, r.Date = record.Planned, record.Date{From: told.Report.Day(), To: told.Report.Day() + 3, Text: "soon"}
		},
	} {
		rd := told
		rd.Report.Title, rd.Records = rd.Report.Title+" more", slices.Clone(told.Records[:1])
		rd.Records[0].Status, rd.Records[0].Negated = record.Actual, false
		change(&rd.Records[0])
		rd.Report.Text += " " + string(rd.Records[0].Status)
		rd.Report.ID = rd.Report.Digest()
		rs = append(rs, rd)
	}
	rs[0].Records = slices.Clone(told.Records)
	rs[0].Records[0].Status, rs[0].Records[0].Negated = record.Actual, false
	g := filled(t, open, rs)
	ctx := context.Background()
	plans, denials := 0, 0
	for _, e := range entries(t, g, register.Filter{}) {
		if e.Plan != nil && e.Plan.Shown != 0 {
			plans++
			shows, err := g.Entry(ctx, e.Plan.Shown, 0)
			if err != nil {
				t.Fatal(err)
			}
			found, err := g.Announced(ctx, &shows)
			if err != nil || !slices.ContainsFunc(found, func(o register.Entry) bool { return o.ID == e.ID }) {
				t.Errorf("%s does not find the plan %s: %v", shows.ID, e.ID, err)
			}
		}
		members, err := g.Members(ctx, e.ID)
		if err != nil {
			t.Fatal(err)
		}
		found, err := g.Opposed(ctx, members)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range found {
			denials++
			if o.Record.Negated == e.Record.Negated || o.Record.Type != e.Record.Type || o.Record.Measure != e.Record.Measure {
				t.Errorf("%s is not the opposite of %s", o.ID, e.ID)
			}
		}
	}
	if plans == 0 || denials < 2 {
		t.Errorf("%d plans shown, %d denials", plans, denials)
	}
}
