package view

import (
	"context"
	"math"
	"reflect"
	"testing"

	"depesche/record"
	"depesche/register"
)

func TestNetwork(t *testing.T) {
	ctx := context.Background()
	d := deskOf(t, madeUp(200))
	n, err := d.Network(ctx, register.Filter{}, 12)
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Parties) != 12 || n.Left == 0 || !n.Truncated || len(n.Ties) == 0 || n.Looked != 0 {
		t.Fatalf("%d parties, %d left, %d ties", len(n.Parties), n.Left, len(n.Ties))
	}
	in := map[string]bool{}
	for i, p := range n.Parties {
		in[p.Key] = true
		if i > 0 && p.N > n.Parties[i-1].N || p.Entity.Name == "" || p.X < 0 || p.X > 1 || p.Y < 0 || p.Y > 1 || p.R <= 0 {
			t.Errorf("%+v", p)
		}
	}
	for i, tie := range n.Ties {
		if !in[tie.A] || !in[tie.B] || tie.A >= tie.B || i > 0 && tie.N > n.Ties[i-1].N {
			t.Errorf("%+v", tie)
		}
	}
	// The same again, on another desk too; and by looking at the entries.
	again, err := (&Desk{Register: d.Register, Knowledge: d.Knowledge}).Network(ctx, register.Filter{}, 12)
	if err != nil || !reflect.DeepEqual(n, again) {
		t.Errorf("another network: %v", err)
	}
	looked, err := d.Network(ctx, register.Filter{Kind: []record.Kind{record.KindEvent, record.KindFigure, record.KindRelation, record.KindStatement}}, 12)
	if err != nil || looked.Looked == 0 || !reflect.DeepEqual(n.Parties, looked.Parties) || !reflect.DeepEqual(n.Ties, looked.Ties) {
		t.Errorf("counted: %+v %v", looked, err)
	}
	none, err := d.Network(ctx, register.Filter{On: record.Year(1900)}, 12)
	if err != nil || len(none.Parties) != 0 || none.Truncated {
		t.Errorf("%+v %v", none, err)
	}
}

// TestSpread: at 200 points none covers another, and ties are shorter than the
// mean distance.
func TestSpread(t *testing.T) {
	const n = 200
	radii := make([]float64, n)
	for i := range radii {
		radii[i] = 0.004 + 0.012*math.Sqrt(1/float64(i+1))
	}
	var ties []spring
	for i := range n {
		for _, j := range []int{(i + 20) % n, (i + 40) % n} { // 20 groups
			ties = append(ties, spring{i, j, 1})
		}
	}
	x, y := spread(n, ties, radii)
	covered, all, tied := 0, 0.0, 0.0
	for i := range n {
		if x[i] < radii[i]-1e-9 || x[i] > 1-radii[i]+1e-9 || y[i] < radii[i]-1e-9 || y[i] > 1-radii[i]+1e-9 {
			t.Errorf("%d lies outside: %v %v", i, x[i], y[i])
		}
		for j := range i {
			d := math.Hypot(x[i]-x[j], y[i]-y[j])
			if all += d; d < radii[i]+radii[j] {
				covered++
			}
		}
	}
	for _, s := range ties {
		tied += math.Hypot(x[s.a]-x[s.b], y[s.a]-y[s.b])
	}
	if covered > 0 {
		t.Errorf("%d pairs cover each other", covered)
	}
	if all, tied = all/(n*(n-1)/2), tied/float64(len(ties)); tied > all/2 {
		t.Errorf("ties are %.3f long, all distances %.3f", tied, all)
	}
}

func BenchmarkSpread(b *testing.B) {
	const n = 200
	radii := make([]float64, n)
	var ties []spring
	for i := range n {
		radii[i] = 0.01
		for j := range 3 {
			ties = append(ties, spring{i, (i*7 + j*31 + 1) % n, 0.5})
		}
	}
	for b.Loop() {
		spread(n, ties, radii)
	}
}
