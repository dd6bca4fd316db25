package plot

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"

	"depesche/record"
)

// Graph is a drawing of values over days. A value holds for a span of days and
// may be a range; it is drawn as wide and as high as that, with the mark of its
// series in the middle. Values of a series are joined by a line.
type Graph struct {
	ID, Title, Lang string
	From, To        record.Day
	Height          int                    // in pixels, without the axis; 0 is 160
	Say             func(v float64) string // writes a value of the scale
	Points          []Point
}

// Point is one value. An unknown end of its days is that of the other one.
type Point struct {
	From, To  record.Day
	Low, High float64
	Series    int // who says so; marks repeat after the fifth
	Href      string
	Title     string
}

// marks are the shapes of the series, around 0.
var marks = []string{"M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z", "M-4-4h8v8h-8Z", "M0-5.5 5.5 0 0 5.5-5.5 0Z", "M0-5 5 4h-10Z", "M0 5 5-4h-10Z"}

// SVG draws the graph; it is empty where there is nothing to draw.
func (g Graph) SVG() template.HTML {
	if g.From == 0 || g.To < g.From || len(g.Points) == 0 {
		return ""
	}
	if g.Height == 0 {
		g.Height = 160
	}
	d := newDrawing(g.ID, g.From, g.To)
	s := scaleOf(g.Points, g.Height)
	for _, v := range s.steps() {
		y := s.at(v)
		d.printf(`<line class="grid" x1="0" x2="100%%" y1="%.1f" y2="%.1f"/><text class="note" x="0" y="%.1f">%s</text>`, y, y, y-3, html.EscapeString(g.Say(v)))
	}
	d.joins(&g, s)
	for _, p := range g.Points {
		d.point(p, s)
	}
	return d.finish(g.Title, g.Lang, g.Height)
}

// SeriesKey draws the mark of a series, for a legend.
func SeriesKey(n int) template.HTML {
	d := newDrawing("", 1, 2)
	d.printf(`<svg x="50%%" y="7" overflow="visible"><path class="%s" d="%s"/></svg>`, series(n), marks[n%len(marks)])
	return d.bare(16, 14)
}

func series(n int) string { return fmt.Sprintf("series s%d", n%len(marks)) }

// days of a point, both known.
func (p Point) days() (from, to record.Day) {
	from, to = p.From, p.To
	if from == 0 {
		from = to
	}
	if to == 0 {
		to = from
	}
	return from, to
}

// joins draws a line through the values of each series, by their days.
func (d *drawing) joins(g *Graph, s scale) {
	of := map[int][]Point{}
	for _, p := range g.Points {
		if from, to := p.days(); from <= g.To && to >= g.From {
			of[p.Series] = append(of[p.Series], p)
		}
	}
	var order []int
	for n := range of {
		order = append(order, n)
	}
	slices.Sort(order)
	for _, n := range order {
		list := of[n]
		slices.SortStableFunc(list, func(a, b Point) int {
			x, _ := a.days()
			y, _ := b.days()
			return int(x - y)
		})
		for i := 1; i < len(list); i++ {
			x1, y1 := d.middle(list[i-1], s)
			x2, y2 := d.middle(list[i], s)
			d.printf(`<line class="line %s" x1="%s" y1="%.1f" x2="%s" y2="%.1f"/>`, series(n), percent(x1), y1, percent(x2), y2)
		}
	}
}

func (d *drawing) middle(p Point, s scale) (x, y float64) {
	from, to := p.days()
	x1, x2, _ := d.span(from, to)
	return (x1 + x2) / 2, (s.at(p.Low) + s.at(p.High)) / 2
}

func (d *drawing) point(p Point, s scale) {
	from, to := p.days()
	x1, x2, ok := d.span(from, to)
	if !ok || from == 0 {
		return
	}
	d.open(p.Href, p.Title)
	top, bottom := s.at(max(p.Low, p.High)), s.at(min(p.Low, p.High))
	if bottom-top < 3 {
		top, bottom = (top+bottom)/2-1.5, (top+bottom)/2+1.5
	}
	if x2-x1 >= markBelow {
		d.printf(`<rect class="range %s" x="%s" y="%.1f" width="%s" height="%.1f"/>`, series(p.Series), percent(x1), top, percent(x2-x1), bottom-top)
	}
	d.printf(`<svg x="%s" y="%.1f" overflow="visible"><path class="%s" d="%s"/></svg>`, percent((x1+x2)/2), (top+bottom)/2, series(p.Series), marks[p.Series%len(marks)])
	d.close(p.Href)
}

// scale maps values to heights. It holds 0.
type scale struct {
	low, high, step float64
	height          float64
}

func scaleOf(points []Point, height int) scale {
	low, high := 0.0, 0.0
	for _, p := range points {
		low, high = min(low, p.Low, p.High), max(high, p.Low, p.High)
	}
	if low == high {
		high = 1
	}
	s := scale{step: step((high - low) / 4), height: float64(height)}
	s.low, s.high = math.Floor(low/s.step)*s.step, math.Ceil(high/s.step)*s.step
	return s
}

// step is the next of 1, 2 and 5 times a power of ten.
func step(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, n := range []float64{1, 2, 5} {
		if n*power >= least {
			return n * power
		}
	}
	return 10 * power
}

// headroom is what is left above the highest value for its label.
const headroom = 16

func (s scale) at(v float64) float64 {
	return headroom + (s.height-headroom)*(s.high-v)/(s.high-s.low)
}

func (s scale) steps() []float64 {
	var out []float64
	for n := 0; n <= int((s.high-s.low)/s.step+0.5); n++ {
		out = append(out, s.low+float64(n)*s.step)
	}
	return out
}

// Legend is the marks of series with their names, as list items.
func Legend(names []string) template.HTML {
	var b strings.Builder
	for i, n := range names {
		fmt.Fprintf(&b, "<li>%s %s</li>", SeriesKey(i), html.EscapeString(n))
	}
	return template.HTML(b.String()) //nolint:gosec // the names have been escaped
}
