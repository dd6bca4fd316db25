package conformance

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"depesche/record"
	"depesche/register"
)

// told: what a report tells is what is found when its records and their
// entries are asked for one by one, on any day.
func told(t *testing.T, open Open) {
	rs := some(40)
	g := filled(t, open, rs)
	ctx := context.Background()
	found, unknown := 0, 0
	for _, day := range []record.Day{0, rs[len(rs)/2].Report.Day()} {
		for i := range rs {
			id := rs[i].Report.ID
			got, err := g.Told(ctx, id, day)
			if day != 0 && rs[i].Report.Day() > day {
				unknown++
				if !errors.Is(err, register.ErrNotFound) {
					t.Errorf("report of %s as of %s: %v", rs[i].Report.Day(), day, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			records, err := g.Records(ctx, id)
			if err != nil || !reflect.DeepEqual(got.Records, records) || len(got.Spots) != len(records) {
				t.Fatalf("report %s: other records: %v", id, err)
			}
			for n := range records {
				found++
				e, err := g.Entry(ctx, records[n].ID, day)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got.Entries[records[n].Entry], e) {
					t.Errorf("as of %s: entry %s is told otherwise", day, e.ID)
				}
			}
			spots, err := g.Spots(ctx, ids(records)...)
			if err != nil || !reflect.DeepEqual(got.Spots, spots) {
				t.Errorf("report %s: other spots: %v", id, err)
			}
		}
	}
	if found < 100 || unknown == 0 {
		t.Errorf("%d records, %d reports not known on a day", found, unknown)
	}
}

func ids(records []register.Member) []register.ID {
	out := make([]register.ID, len(records))
	for i := range records {
		out[i] = records[i].ID
	}
	return out
}
