package plot

import (
	"math"
	"strings"
	"testing"
)

func TestProjection(t *testing.T) {
	// Values of the projection's authors: the equator is 2.7066 radii long to
	// each side, the poles stand at 1.3173.
	if p := project(0, 180); math.Abs(p.x-2.7066) > 1e-3 || p.y != 0 {
		t.Errorf("equator %v", p)
	}
	if p := project(90, 0); math.Abs(p.y-1.3173) > 1e-3 {
		t.Errorf("pole %v", p)
	}
	nairobi, minsk := place(-1.3, 36.8), place(53.9, 27.6)
	if nairobi.y <= minsk.y || nairobi.x <= minsk.x || minsk.x < worldWidth/2 {
		t.Errorf("Nairobi %v, Minsk %v", nairobi, minsk)
	}
}

func TestWorld(t *testing.T) {
	svg, err := World{ID: "w", Title: "a <map>", Marks: []Mark{
		{State: "KEN", N: 12, Tone: Cooperation, Href: "/a?b&c", Title: "Kenya"}, {Lat: 53.9, Lon: 27.6, N: 1, Tone: Conflict, Title: "Minsk"}, {State: "SGP", Lat: 1.3, Lon: 103.8, N: 1}}}.SVG()
	if err != nil {
		t.Fatal(err)
	}
	list := shapes(t, string(svg))
	land, tinted := 0, 0
	for _, m := range list {
		if strings.HasPrefix(m["class"], "land") {
			land++
		}
		if m["class"] == "land good" {
			tinted++
		}
	}
	if land < 170 || tinted != 1 {
		t.Errorf("%d areas, %d tinted", land, tinted)
	}
	if c := find(list, "circle", "spot good whole"); len(c) != 1 || c[0]["r"] != "60.0" {
		t.Errorf("Kenya %v", c)
	}
	if len(find(list, "path", "spot bad")) != 1 || len(find(list, "path", "spot even whole")) != 1 {
		t.Error("marks are missing")
	}
	if n := len(svg); n > 60_000 {
		t.Errorf("the map has %d bytes", n)
	}
}

// TestCenters: a state's mark stands within it, or near.
func TestCenters(t *testing.T) {
	a, err := loadAtlas()
	if err != nil {
		t.Fatal(err)
	}
	for code, c := range map[string][2]float64{"FRA": {47, 2}, "USA": {40, -98}, "KEN": {1, 38}, "RUS": {62, 95}, "AUS": {-25, 134}} {
		want, got := place(c[0], c[1]), a.centers[code]
		if math.Hypot(want.x-got.x, want.y-got.y) > 60 {
			t.Errorf("%s at %v, want about %v", code, got, want)
		}
	}
	if _, err := readAtlas("KEN\t1 2,3 x"); err == nil || !strings.Contains(err.Error(), "world.tsv:1") {
		t.Errorf("%v", err)
	}
}
