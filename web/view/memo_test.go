package view

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"depesche/register"
)

func TestMemo(t *testing.T) {
	ctx := context.Background()
	d := deskOf(t, madeUp(5))
	made := 0
	ask := func(key string) int {
		n, err := kept(ctx, d, key, func() (int, error) { made++; return made, nil })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if a, b, c := ask("a"), ask("a"), ask("b"); a != 1 || b != 1 || c != 2 {
		t.Errorf("%d %d %d", a, b, c)
	}
	wrong := errors.New("wrong")
	if _, err := kept(ctx, d, "c", func() (int, error) { return 0, wrong }); !errors.Is(err, wrong) {
		t.Error(err)
	}
	if n := ask("c"); n != 3 {
		t.Errorf("an error was kept: %d", n)
	}
	if err := d.Register.(*register.Register).Add(ctx, madeUp(7)[10:], nil); err != nil {
		t.Fatal(err)
	}
	if n := ask("a"); n != 4 {
		t.Errorf("%d after a change", n)
	}
	for i := range 3 * memoMost {
		ask(fmt.Sprint("key ", i))
	}
	if len(d.memo.kept) > memoMost {
		t.Errorf("%d are kept", len(d.memo.kept))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, _, err := d.planCounts(ctx, register.Filter{Party: []string{"USA"}}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
