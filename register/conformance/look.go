package conformance

import (
	"context"
	"testing"

	"depesche/register"
)

// look: one state is seen throughout, whatever is added meanwhile; questions
// may stand within each other; nothing is changed.
func look(t *testing.T, open Open) {
	rs := some(60)
	g := filled(t, open, rs[:len(rs)/2])
	ctx := context.Background()
	before, err := g.Totals(ctx)
	if err != nil {
		t.Fatal(err)
	}
	err = g.Look(ctx, func(l *register.Register) error {
		if _, err := l.State(ctx); err != nil { // from here on the state is held
			return err
		}
		add(t, g, rs[len(rs)/2:])
		settle(t, g)
		n := 0
		for e, err := range l.Entries(ctx, register.Filter{}) {
			if err != nil {
				return err
			}
			members, err := l.Members(ctx, e.ID)
			if err != nil {
				return err
			}
			if len(members) == 0 {
				t.Errorf("entry %s has no records", e.ID)
			}
			n++
		}
		if n != before.Entries {
			t.Errorf("%d entries, there were %d", n, before.Entries)
		}
		if err := l.Add(ctx, rs[:1], nil); err == nil {
			t.Error("a report was added by a look")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if after, err := g.Totals(ctx); err != nil || after.Entries <= before.Entries {
		t.Errorf("%d entries after %d: %v", after.Entries, before.Entries, err)
	}
}
