package plot

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"
	"unicode/utf8"
)

// Net is a drawing of who has to do with whom: nodes whose size says how
// much, lines between them whose width does. Shape and colour say the tone as
// elsewhere; a line of conflict is dashed.
type Net struct {
	ID    string
	Title string
	Nodes []NetNode // those that matter most first: they get their labels first
	Edges []NetEdge
}

// NetNode is a node; places and radius are in a square one wide and high.
type NetNode struct {
	X, Y, R float64
	Tone    Tone
	Label   string
	Title   string
	Href    string
}

// NetEdge is a line between two nodes, by their places in the list.
type NetEdge struct {
	A, B  int
	N     int
	Tone  Tone
	Title string
	Href  string
}

// It is netWidth by netHeight, whatever size it is shown in.
const (
	netWidth    = 1000
	netHeight   = 720
	letterWidth = 8.2 // of labels, about
	labelBox    = 14.0
)

// SVG draws it; empty if there are no nodes.
func (g Net) SVG() template.HTML {
	if len(g.Nodes) == 0 {
		return ""
	}
	d := newDrawing(g.ID, 1, 1)
	g.edges(d)
	for i := len(g.Nodes) - 1; i >= 0; i-- { // the great ones on top
		n := &g.Nodes[i]
		d.open(n.Href, n.Title)
		m := Mark{Tone: n.Tone}
		d.body.WriteString(m.shape(n.at(), n.R*netHeight))
		d.close(n.Href)
	}
	g.labels(d)
	var out strings.Builder
	fmt.Fprintf(&out, `<svg class="plot graph" id="%s" viewBox="0 0 %d %d" role="group" aria-label="%s">`, html.EscapeString(g.ID), netWidth, netHeight, html.EscapeString(g.Title))
	out.WriteString(d.body.String())
	out.WriteString("</svg>")
	return template.HTML(out.String()) //nolint:gosec // every text in it has been escaped
}

func (n *NetNode) at() xy { return xy{n.X * netWidth, n.Y * netHeight} }

// edges draws the lines, the weakest first and faintest.
func (g *Net) edges(d *drawing) {
	most := 1
	for _, e := range g.Edges {
		most = max(most, e.N)
	}
	for i := len(g.Edges) - 1; i >= 0; i-- {
		e := &g.Edges[i]
		share := math.Sqrt(float64(e.N) / float64(most))
		a, b := g.Nodes[e.A].at(), g.Nodes[e.B].at()
		d.open(e.Href, e.Title)
		d.printf(`<path class="tie %s" d="M%.1f %.1fL%.1f %.1f" stroke-width="%.1f" stroke-opacity="%.2f"/>`, e.Tone.name(), a.x, a.y, b.x, b.y, 0.6+7*share*share, 0.12+0.6*share)
		d.close(e.Href)
	}
}

// box is where a label stands.
type box struct{ x1, y1, x2, y2 float64 }

func (b box) meets(o box) bool { return b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 }

// labels writes the names of nodes as far as there is room: below, above or
// beside a node, never over another label, over a node of more weight, or
// beyond the edge. Who has none is named by its title.
func (g *Net) labels(d *drawing) {
	var taken []box
	for i := range g.Nodes {
		n := &g.Nodes[i]
		p, r := n.at(), n.R*netHeight
		label := shortened(n.Label)
		width := letterWidth * float64(utf8.RuneCountInString(label))
		for _, c := range []struct{ x, y float64 }{
			{p.x - width/2, p.y + r + 1}, {p.x - width/2, p.y - r - labelBox - 1}, {p.x + r + 3, p.y - labelBox/2}, {p.x - r - 3 - width, p.y - labelBox/2},
		} {
			b := box{c.x, c.y, c.x + width, c.y + labelBox}
			if !g.free(b, i, taken) {
				continue
			}
			taken = append(taken, b)
			d.printf(`<text class="name" x="%.0f" y="%.0f" data-width="%.0f" aria-hidden="true">%s</text>`, b.x1, b.y2-3, width, html.EscapeString(label))
			break
		}
	}
}

const longestLabel = 26

// shortened is a name of bounded length; the title has the whole.
func shortened(name string) string {
	letters := []rune(name)
	if len(letters) <= longestLabel {
		return name
	}
	return strings.TrimSpace(string(letters[:longestLabel-1])) + "…"
}

func (g *Net) free(b box, of int, taken []box) bool {
	if b.x1 < 0 || b.y1 < 0 || b.x2 > netWidth || b.y2 > netHeight {
		return false
	}
	for _, t := range taken {
		if b.meets(t) {
			return false
		}
	}
	for i := range g.Nodes {
		p, r := g.Nodes[i].at(), g.Nodes[i].R*netHeight
		if i != of && g.Nodes[i].R >= g.Nodes[of].R/2 && b.meets(box{p.x - r, p.y - r, p.x + r, p.y + r}) {
			return false
		}
	}
	return true
}
