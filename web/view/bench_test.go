package view_test

import (
	"slices"
	"testing"

	"depesche/register"
	"depesche/register/generate"
	"depesche/web/trial"
)

// BenchmarkReading is what the pages of an entry and of a report, a search and a
// suggestion cost, over 2,000 made-up happenings.
func BenchmarkReading(b *testing.B) {
	d := trial.Desk(b, slices.Collect(generate.Readings(generate.Options{Seed: 5, Happenings: 2000}))...)
	ctx := b.Context()
	list, err := d.List(ctx, register.Filter{Limit: 200})
	if err != nil {
		b.Fatal(err)
	}
	members, err := d.Register.Members(ctx, list.Entries[0].ID)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := d.Suggest(ctx, "actor:de", 8, "en"); err != nil { // the list of names is made once
		b.Fatal(err)
	}
	n := 0
	for _, c := range []struct {
		name string
		run  func() error
	}{
		{"entry", func() error { _, err := d.Entry(ctx, list.Entries[n%len(list.Entries)].ID, 0); return err }},
		{"report", func() error { _, err := d.Document(ctx, members[0].Report, 0); return err }},
		{"search", func() error {
			_, err := d.Search(ctx, register.Filter{Party: []string{"USA"}, Limit: 50})
			return err
		}},
		{"suggest", func() error { _, err := d.Suggest(ctx, "actor:de", 8, "en"); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n++
				if err := c.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
