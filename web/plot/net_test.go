package plot

import (
	"fmt"
	"math"
	"strconv"
	"testing"
)

// TestNet: at 200 nodes no label covers another, and the first have theirs.
func TestNet(t *testing.T) {
	g := Net{ID: "g", Title: "<who>"}
	for i := range 200 {
		r, angle := math.Sqrt(float64(i)/200)/2.1, float64(i)*2.4
		g.Nodes = append(g.Nodes, NetNode{X: 0.5 + r*math.Cos(angle), Y: 0.5 + r*math.Sin(angle), R: 0.012, Tone: Tone(i % 3), Label: fmt.Sprintf("Party & %d", i), Title: "x", Href: "/entity/x"})
		if i > 0 {
			g.Edges = append(g.Edges, NetEdge{A: i, B: i / 2, N: 200 - i, Tone: Tone(i % 3), Href: "/dyad/a/b", Title: "a \"b\""})
		}
	}
	list := shapes(t, string(g.SVG()))
	var boxes []box
	for _, m := range list {
		if m["class"] != "name" {
			continue
		}
		x, errX := strconv.ParseFloat(m["x"], 64)
		y, errY := strconv.ParseFloat(m["y"], 64)
		w, errW := strconv.ParseFloat(m["data-width"], 64)
		if errX != nil || errY != nil || errW != nil {
			t.Fatal(m)
		}
		b := box{x + 1, y - 9, x + w - 1, y + 2}
		for _, o := range boxes {
			if b.meets(o) {
				t.Errorf("labels %v and %v", b, o)
			}
		}
		boxes = append(boxes, b)
	}
	if len(boxes) < 60 || len(boxes) == 200 {
		t.Errorf("%d of 200 labels", len(boxes))
	}
	if n := len(find(list, "path", "tie bad")); n < 60 {
		t.Errorf("%d lines of conflict", n)
	}
	stops := 0
	for _, m := range list {
		if m["tabindex"] == "0" {
			stops++
		}
	}
	if stops != 1 {
		t.Errorf("%d stops of the tab key, want 1", stops)
	}
	if (Net{}).SVG() != "" {
		t.Error("nothing is drawn")
	}
}
