package plot

import (
	"html"
	"html/template"

	"depesche/record"
)

// Columns is a drawing of counts over days, stacked by classes of its own.
type Columns struct {
	ID       string // begins the ids in the drawing; unique within its page
	Title    string // what it shows, for those who do not see it
	Lang     string // of the days on its axis: de or en
	From, To record.Day
	Mark     record.Day // a line at this day, 0 none
	Height   int        // in pixels; 0 is 120
	List     []Column
}

// Column is a stack over a span of days.
type Column struct {
	From, To record.Day
	Parts    []Stacked // from the base line upward
	Href     string
	Title    string
}

// Stacked is a part of a column. Class is one of the style sheet.
type Stacked struct {
	Class string
	N     int
}

func (c *Column) total() (n int) {
	for _, p := range c.Parts {
		n += p.N
	}
	return n
}

const (
	columnsHeight = 120
	fewest        = 4 // so many fill the height at least: one alone does not look like many
)

// SVG draws the columns, with the greatest count at the upper right. It is empty where there is nothing to draw.
func (c Columns) SVG() template.HTML {
	height, most := c.Height, 0
	if height == 0 {
		height = columnsHeight
	}
	for i := range c.List {
		most = max(most, c.List[i].total())
	}
	if c.From == 0 || c.To < c.From || most == 0 {
		return ""
	}
	d := newDrawing(c.ID, c.From, c.To)
	d.printf(`<text class="note" x="100%%" y="-2" text-anchor="end">%d</text>`, most)
	unit := float64(height) / float64(max(most, fewest))
	for i := range c.List {
		d.column(&c.List[i], float64(height), unit)
	}
	if c.Mark >= c.From && c.Mark <= c.To {
		x := percent(d.at(c.Mark))
		d.printf(`<line class="mark" x1="%s" x2="%s" y1="0" y2="%d"/>`, x, x, height)
	}
	return d.finish(c.Title, c.Lang, height)
}

func (d *drawing) column(c *Column, height, unit float64) {
	from, to, ok := d.span(c.From, c.To)
	if !ok || c.total() == 0 {
		return
	}
	d.open(c.Href, c.Title)
	d.printf(`<rect class="touch" x="%s" y="0" width="%s" height="%.1f"/>`, percent(from), percent(to-from), height)
	gap := min((to-from)/8, 0.3)
	y := height
	for _, p := range c.Parts {
		if p.N == 0 {
			continue
		}
		h := unit * float64(p.N)
		y -= h
		d.printf(`<rect class="%s" x="%s" y="%.1f" width="%s" height="%.1f"/>`, html.EscapeString(p.Class), percent(from+gap), y, percent(to-from-2*gap), h)
	}
	d.close(c.Href)
}
