package view

import (
	"math"
	"slices"
)

// spring is a tie between two points of a drawing, by their places in the list.
type spring struct {
	a, b   int
	weight float64 // 0 to 1
}

const (
	forceRounds   = 300
	forceGravity  = 0.5 // toward the middle, so that parts without a tie stay near
	spreadRounds  = 60
	spreadPadding = 1.15
)

// spread places n points so that those with strong ties lie near each other and
// none covers another: springs and repulsion (Fruchterman and Reingold 1991)
// from a spiral as the start, in the order of the points, so that the same
// points come to lie in the same places. Radii are those of the points where the
// drawing is one wide and high. It gives places within 0 and 1.
//
// Products are converted before they are summed: then no machine joins the two
// steps, and all give the same bytes.
func spread(n int, ties []spring, radii []float64) (x, y []float64) {
	x, y = make([]float64, n), make([]float64, n)
	for i := range n {
		r, angle := math.Sqrt((float64(i)+0.5)/float64(max(n, 1)))/2, float64(i)*2.399963229728653 // the golden angle
		x[i], y[i] = 0.5+float64(r*math.Cos(angle)), 0.5+float64(r*math.Sin(angle))
	}
	if n < 2 {
		return x, y
	}
	k := math.Sqrt(1 / float64(n))
	dx, dy := make([]float64, n), make([]float64, n)
	for round := range forceRounds {
		forces(x, y, dx, dy, ties, k)
		heat := 0.1 * (1 - float64(round)/forceRounds)
		for i := range n {
			if d := math.Hypot(dx[i], dy[i]); d > 0 {
				step := min(d, heat) / d
				x[i] += float64(dx[i] * step)
				y[i] += float64(dy[i] * step)
			}
		}
	}
	gather(x, y)
	fit(x, radii)
	fit(y, radii)
	for range spreadRounds {
		if !apart(x, y, radii) {
			break
		}
	}
	return x, y
}

// forces sums what pulls and pushes each point.
func forces(x, y, dx, dy []float64, ties []spring, k float64) {
	for i := range x {
		dx[i] = float64((0.5 - x[i]) * forceGravity)
		dy[i] = float64((0.5 - y[i]) * forceGravity)
	}
	for i := range x {
		for j := range i {
			ex, ey := x[i]-x[j], y[i]-y[j]
			d2 := max(float64(ex*ex)+float64(ey*ey), 1e-8)
			push := float64(k*k) / d2
			dx[i] += float64(ex * push)
			dy[i] += float64(ey * push)
			dx[j] -= float64(ex * push)
			dy[j] -= float64(ey * push)
		}
	}
	for _, t := range ties {
		ex, ey := x[t.a]-x[t.b], y[t.a]-y[t.b]
		pull := float64(math.Hypot(ex, ey)*t.weight) / k
		dx[t.a] -= float64(ex * pull)
		dy[t.a] -= float64(ey * pull)
		dx[t.b] += float64(ex * pull)
		dy[t.b] += float64(ey * pull)
	}
}

// gather brings those nearer that lie far out, so that a few without ties do not
// leave the others little room.
func gather(x, y []float64) {
	far := make([]float64, len(x))
	for i := range x {
		far[i] = math.Hypot(x[i]-0.5, y[i]-0.5)
	}
	sorted := slices.Sorted(slices.Values(far))
	most := 1.1 * sorted[len(sorted)*3/4]
	for i, d := range far {
		if d > most && most > 0 {
			share := (most + float64((d-most)*0.2)) / d
			x[i], y[i] = 0.5+float64((x[i]-0.5)*share), 0.5+float64((y[i]-0.5)*share)
		}
	}
}

// fit stretches places over the drawing, with room for the points at its edges.
func fit(x, radii []float64) {
	low, high, edge := x[0], x[0], 0.0
	for i := range x {
		low, high, edge = min(low, x[i]), max(high, x[i]), max(edge, radii[i])
	}
	for i := range x {
		if high > low {
			x[i] = edge + float64((x[i]-low)/(high-low)*(1-2*edge))
		}
	}
}

// apart moves points that cover each other apart, and says whether any did.
func apart(x, y, radii []float64) bool {
	moved := false
	for i := range x {
		for j := range i {
			ex, ey := x[i]-x[j], y[i]-y[j]
			d, room := math.Hypot(ex, ey), float64((radii[i]+radii[j])*spreadPadding)
			if d >= room {
				continue
			}
			if moved = true; d < 1e-6 {
				ex, ey, d = 1e-3, float64(1e-3*float64(i%7-3)), 1e-3
			}
			step := (room - d) / d / 2
			x[i], y[i] = inside(x[i]+float64(ex*step), radii[i]), inside(y[i]+float64(ey*step), radii[i])
			x[j], y[j] = inside(x[j]-float64(ex*step), radii[j]), inside(y[j]-float64(ey*step), radii[j])
		}
	}
	return moved
}

func inside(v, r float64) float64 { return min(max(v, r), 1-r) }
