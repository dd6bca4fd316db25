package plot

import (
	"fmt"
	"html"
	"html/template"
	"strconv"
	"strings"

	"depesche/record"
)

// drawing is an SVG being written: a body, put between head and axis at the
// end.
type drawing struct {
	id       string
	from, to record.Day
	body     strings.Builder
	hatched  [3]bool // by tone: whether its hatching is used
	links    int     // how many have been drawn
}

func newDrawing(id string, from, to record.Day) *drawing {
	return &drawing{id: id, from: from, to: to}
}

func (d *drawing) printf(format string, args ...any) { fmt.Fprintf(&d.body, format, args...) }

// at is the place of the beginning of a day across, in percent.
func (d *drawing) at(day record.Day) float64 {
	return 100 * float64(day-d.from) / float64(d.to-d.from+1)
}

// percent writes a length across; a thousandth of a percent is less than a
// pixel on any screen.
func percent(x float64) string {
	return strconv.FormatFloat(float64(int(x*1000+0.5))/1000, 'f', -1, 64) + "%"
}

// open begins a link with its title, which is its name to those who cannot see
// it (SVG-AAM); close ends it. Only the first link of a
// drawing is a stop of the tab key; arrow keys go on from it (asset/src/plot.ts),
// and the table beside the drawing has them all.
func (d *drawing) open(href, title string) {
	if href == "" {
		d.body.WriteString("<g>")
	} else {
		stop := -1
		if d.links == 0 {
			stop = 0
		}
		d.links++
		d.printf(`<a href="%s" tabindex="%d">`, html.EscapeString(href), stop)
	}
	if title != "" {
		d.printf("<title>%s</title>", html.EscapeString(title))
	}
}

func (d *drawing) close(href string) {
	if href == "" {
		d.body.WriteString("</g>")
	} else {
		d.body.WriteString("</a>")
	}
}

// finish puts the axis below what was drawn, height pixels high, and gives the
// whole.
func (d *drawing) finish(title, lang string, height int) template.HTML {
	var out strings.Builder
	total := height + axisHeight
	fmt.Fprintf(&out, `<svg class="plot" id="%s" width="100%%" height="%d" role="group" aria-label="%s" data-from="%s" data-to="%s">`,
		html.EscapeString(d.id), total, html.EscapeString(title), d.from, d.to)
	d.patterns(&out)
	d.axis(&out, lang, height)
	out.WriteString(d.body.String())
	out.WriteString("</svg>")
	return template.HTML(out.String()) //nolint:gosec // every text in it has been escaped
}

// bare is the drawing without an axis, of a size in pixels, for legends.
func (d *drawing) bare(width, height int) template.HTML {
	var out strings.Builder
	fmt.Fprintf(&out, `<svg class="plot key" width="%d" height="%d" aria-hidden="true" focusable="false">`, width, height)
	d.patterns(&out)
	out.WriteString(d.body.String())
	out.WriteString("</svg>")
	return template.HTML(out.String()) //nolint:gosec // every text in it has been escaped
}

// patterns are the hatchings that the drawing uses.
func (d *drawing) patterns(out *strings.Builder) {
	for t, used := range d.hatched {
		if !used {
			continue
		}
		fmt.Fprintf(out, `<pattern id="%s" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="5" height="5"/><rect class="%s" width="2.4" height="5"/></pattern>`,
			html.EscapeString(d.hatch(Tone(t))), Tone(t).name())
	}
}

func (d *drawing) hatch(t Tone) string { return d.id + "-hatch-" + t.name() }

// paint are the class and fill of a shape.
func (d *drawing) paint(c Class) string {
	if c.Fill != Hatched {
		return fmt.Sprintf(`class="%s"`, c)
	}
	d.hatched[c.Tone] = true
	return fmt.Sprintf(`class="%s" fill="url(#%s)"`, c, html.EscapeString(d.hatch(c.Tone)))
}
