package knowledge

import (
	"math"
	"testing"

	"depesche/record"
)

func TestCoordinates(t *testing.T) {
	b := base(t)
	for _, c := range []struct {
		id       string
		lat, lon float64
	}{
		{"Q1899", 50.45, 30.52},
		{"Q956", 39.93, 116.39},
		{"x:bakhmut", 48.6, 38},
		{"x:hormuz", 26.6, 56.4},
		{"Q47837", 27.15, -13.2},
	} {
		lat, lon, ok := b.ByID(c.id).Coordinates()
		if !ok || math.Abs(lat-c.lat) > 0.1 || math.Abs(lon-c.lon) > 0.1 {
			t.Errorf("%s lies at %.2f %.2f", c.id, lat, lon)
		}
	}
	if b.ByID("Q183").lat != 0 {
		t.Error("a state has coordinates")
	}
}

// TestPlaceTable: ten thousand places, all but the vaguest with coordinates, and
// none far from every other place of its state.
func TestPlaceTable(t *testing.T) {
	b := base(t)
	all, bare := 0, 0
	of := map[string][]*Entity{}
	for i := range b.entities {
		e := &b.entities[i]
		if e.Type != record.TypePlace {
			continue
		}
		all++
		if _, _, ok := e.Coordinates(); !ok {
			bare++
			if e.Kind != "area" {
				t.Errorf("%s %s lies nowhere", e.ID, e.en)
			}
			continue
		}
		of[e.State] = append(of[e.State], e)
	}
	if all < 10000 || bare > 30 {
		t.Errorf("%d places, %d without coordinates", all, bare)
	}
	for state, list := range of {
		for _, e := range list {
			if state != "" && len(list) > 20 && nearest(e, list) > 2500 && e.ID != "x:chagos-islands" {
				t.Errorf("%s %s is far from all of %s", e.ID, e.en, state)
			}
		}
	}
}

// nearest is the distance in hundredths of degrees to the nearest other place.
func nearest(e *Entity, list []*Entity) float64 {
	best := math.Inf(1)
	for _, o := range list {
		if o != e {
			best = min(best, max(math.Abs(float64(e.lat)-float64(o.lat)), math.Abs(float64(e.lon)-float64(o.lon))))
		}
	}
	return best
}
