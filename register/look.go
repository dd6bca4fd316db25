package register

import (
	"context"
	"errors"
)

// errLooked says that nothing can be changed within a Look.
var errLooked = errors.New("the register is only looked at")

// Look gives f the register as it stands: whatever f asks of it is of one state
// and costs one transaction. It is for f alone, by one goroutine at a time,
// takes no changes, and ends with f.
func (g *Register) Look(ctx context.Context, f func(*Register) error) error {
	return g.store.View(ctx, func(v View) error { return f(&Register{store: look{v}}) })
}

// look is a store that is one view.
type look struct{ v View }

func (l look) View(_ context.Context, f func(View) error) error { return f(l.v) }
func (look) Update(context.Context, func(Tx) error) error       { return errLooked }
func (look) Close() error                                       { return nil }
