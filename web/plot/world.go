package plot

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"
)

// World is a map of the world with marks. A mark's shape and colour say its
// tone, as on timelines; its area how many it counts.
type World struct {
	ID    string
	Title string
	Marks []Mark
}

// Mark is one mark on the map: at a place, or somewhere in a state, which is
// then tinted and has a hollow mark in its middle.
type Mark struct {
	State    string // code; where it is set, the mark is for the state as a whole
	Lat, Lon float64
	N        int
	Tone     Tone
	Href     string
	Title    string
}

// Radii of marks in units of the map.
const (
	leastRadius = 9.0
	mostRadius  = 60.0
	fewestMarks = 10 // what the greatest mark counts at least
)

// SVG draws the map.
func (w World) SVG() (template.HTML, error) {
	a, err := loadAtlas()
	if err != nil {
		return "", err
	}
	most := fewestMarks
	tints := map[string]Tone{}
	for _, m := range w.Marks {
		most = max(most, m.N)
		if m.State != "" {
			tints[m.State] = m.Tone
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, `<svg class="plot world" id="%s" viewBox="0 0 %d %d" role="group" aria-label="%s">`, html.EscapeString(w.ID), worldWidth, worldHeight, html.EscapeString(w.Title))
	out.WriteString(`<g aria-hidden="true">`)
	for _, area := range a.areas {
		class := "land"
		if tone, ok := tints[area.code]; ok {
			class += " " + tone.name()
		}
		fmt.Fprintf(&out, `<path class="%s" d="%s"/>`, class, area.path)
	}
	out.WriteString("</g>")
	d := newDrawing(w.ID, 1, 1)
	marks := slices.Clone(w.Marks)
	slices.SortStableFunc(marks, func(x, y Mark) int { return -cmp.Compare(x.N, y.N) }) // small ones on top
	for _, m := range marks {
		at := place(m.Lat, m.Lon)
		if center, ok := a.centers[m.State]; ok {
			at = center
		}
		d.open(m.Href, m.Title)
		d.body.WriteString(m.shape(at, leastRadius+(mostRadius-leastRadius)*math.Sqrt(float64(m.N)/float64(most))))
		d.close(m.Href)
	}
	out.WriteString(d.body.String())
	out.WriteString("</svg>")
	return template.HTML(out.String()), nil //nolint:gosec // every text in it has been escaped
}

// shape is a disc for cooperation, a diamond for conflict, a square for what is
// neither, of about the same area.
func (m *Mark) shape(at xy, r float64) string {
	class := "spot " + m.Tone.name()
	if m.State != "" {
		class += " whole"
	}
	switch m.Tone {
	case Cooperation:
		return fmt.Sprintf(`<circle class="%s" cx="%.0f" cy="%.0f" r="%.1f"/>`, class, at.x, at.y, r)
	case Conflict:
		r *= 1.25
		return fmt.Sprintf(`<path class="%s" d="M%.0f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz"/>`, class, at.x, at.y-r, r, r, -r, r, -r, -r)
	}
	r *= 0.89
	return fmt.Sprintf(`<path class="%s" d="M%.1f %.1fh%.1fv%.1fh%.1fz"/>`, class, at.x-r, at.y-r, 2*r, 2*r, -2*r)
}
