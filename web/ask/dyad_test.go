package ask

import (
	"errors"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
)

func TestReadDyad(t *testing.T) {
	day := record.DayOf
	for _, c := range []struct {
		address, part string
		want          Dyad
	}{
		{"since=2023&until=2023-06&kind=figure,event&kind=event&changed-since=2023-03", "", Dyad{
			On: record.Interval{From: day(2023, 1, 1), To: day(2023, 6, 30)}, Kind: []record.Kind{"event", "figure"}, Changed: day(2023, 3, 1)}},
		{"until=2023", "", Dyad{On: record.Interval{To: day(2023, 12, 31)}}},
		{"kind=event&kind=statement&kind=figure&kind=relation", "", Dyad{}},
		{"since=&kind=&changed-since=", "", Dyad{}},
		{"since=soon", "since", Dyad{}},
		{"until=13", "until", Dyad{}},
		{"changed-since=x", "changed-since", Dyad{}},
		{"since=2023&until=2022", "until", Dyad{}},
		{"kind=war", "kind", Dyad{}},
		{"as-of=x", "as-of", Dyad{}},
	} {
		v, err := url.ParseQuery(c.address)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadDyad(v, nil)
		var wrong *Error
		switch {
		case c.part != "":
			if !errors.As(err, &wrong) || wrong.Part != c.part {
				t.Errorf("%s: %v, want an error in %s", c.address, err, c.part)
			}
		case err != nil:
			t.Errorf("%s: %v", c.address, err)
		default:
			got.Ask = Ask{}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("%s: (-want +got)\n%s", c.address, d)
			}
		}
	}
}
