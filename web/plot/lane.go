package plot

import (
	"html"
	"slices"

	"depesche/record"
)

// Heights in pixels.
const (
	labelHeight = 20
	rowHeight   = 15
	barHeight   = 10
	tallRow     = 23 // of bars with words on them
	tallBar     = 18
	laneGap     = 8
	binsHeight  = 44
	scaled      = 100 // bins as high as this say what the highest counts
)

// markBelow is the share of the width, in percent, below which a bar is drawn as
// a mark; markWidth is what a mark takes up where bars are stacked.
const (
	markBelow = 0.5
	markWidth = 1.3
	labelFrom = 6.0 // shorter bars have no room for their words, which their titles say too
)

// lane draws a lane from top on and gives where it ends.
func (d *drawing) lane(l *Lane, top int) int {
	if top > 0 {
		d.printf(`<line class="rule" x1="0" x2="100%%" y1="%d" y2="%d"/>`, top, top)
	}
	if l.Label != "" || l.Note != "" {
		d.label(l, top+14)
		top += labelHeight
	}
	if len(l.Bins) > 0 {
		return d.bins(l, top) + laneGap
	}
	row, height, touch := rowHeight, barHeight, 1e-9
	if slices.ContainsFunc(l.Bars, func(b Bar) bool { return b.Label != "" }) {
		// One term ends on the day on which the next begins.
		row, height, touch = tallRow, tallBar, 1.01*(d.at(d.from+1))
	}
	bars := slices.Clone(l.Bars)
	slices.SortStableFunc(bars, func(a, b Bar) int { return int(a.From) - int(b.From) })
	var ends []float64 // of what stands in each row so far
	for _, b := range bars {
		from, to, ok := d.span(b.From, b.To)
		if !ok {
			continue
		}
		if to-from < markBelow {
			from, to = from-(markWidth-(to-from))/2, from+(markWidth+(to-from))/2
		}
		n := 0
		for n < len(ends) && ends[n] > from+touch {
			n++
		}
		if n == len(ends) {
			ends = append(ends, 0)
		}
		ends[n] = to
		d.bar(b, top+n*row, height)
	}
	return top + max(len(ends), 1)*row + laneGap
}

func (d *drawing) label(l *Lane, y int) {
	if l.Label != "" {
		if l.Href != "" {
			d.printf(`<a class="lane" href="%s"><text class="lane" x="0" y="%d">%s</text></a>`, html.EscapeString(l.Href), y, html.EscapeString(l.Label))
		} else {
			d.printf(`<text class="lane" x="0" y="%d">%s</text>`, y, html.EscapeString(l.Label))
		}
	}
	if l.Note != "" {
		d.printf(`<text class="note much" x="100%%" y="%d" text-anchor="end">%s</text>`, y, html.EscapeString(l.Note))
	}
}

// span is where a bar begins and ends across, cut at the edges; false if none of
// it is to be seen.
func (d *drawing) span(from, to record.Day) (x1, x2 float64, ok bool) {
	if from == 0 && to == 0 || from > d.to || to != 0 && (to < d.from || to < from) {
		return 0, 0, false
	}
	x2 = 100
	if to != 0 && to < d.to {
		x2 = d.at(to + 1)
	}
	return d.at(max(from, d.from)), x2, true
}

// bar draws a bar of a height whose row begins at y.
func (d *drawing) bar(b Bar, y, height int) {
	from, to, ok := d.span(b.From, b.To)
	if !ok {
		return
	}
	d.open(b.Href, b.Title)
	mid := y + height/2
	if to-from < markBelow {
		d.mark(b.Class, from+(to-from)/2, mid)
	} else {
		radius := [...]int{Neutral: 1, Cooperation: height / 2, Conflict: 0}[b.Class.Tone]
		d.printf(`<rect %s x="%s" y="%d" width="%s" height="%d" rx="%d"/>`, d.paint(b.Class), percent(from), y, percent(to-from), height, radius)
		if b.Class.Tone == Conflict {
			for _, x := range []float64{from, to} {
				d.printf(`<line class="cap" x1="%s" x2="%s" y1="%d" y2="%d"/>`, percent(x), percent(x), y-2, y+height+2)
			}
		}
		if b.From == 0 || b.From < d.from {
			d.printf(`<svg x="%s" y="%d" overflow="visible"><path class="arrow" d="M5-4 1 0 5 4"/></svg>`, percent(from), mid)
		}
		if b.To == 0 || b.To > d.to {
			d.printf(`<svg x="%s" y="%d" overflow="visible"><path class="arrow" d="M-5-4-1 0-5 4"/></svg>`, percent(to), mid)
		}
		if b.Label != "" && to-from >= labelFrom {
			d.printf(`<svg x="%s" y="%d" width="%s" height="%d" aria-hidden="true"><text class="on %s" x="6" y="%d">%s</text></svg>`, percent(from), y, percent(to-from), height, b.Class.Fill.name(), height-5, html.EscapeString(b.Label))
		}
	}
	d.close(b.Href)
}

// mark draws what is too short for a bar.
func (d *drawing) mark(c Class, x float64, mid int) {
	switch c.Tone {
	case Cooperation:
		d.printf(`<circle %s cx="%s" cy="%d" r="5"/>`, d.paint(c), percent(x), mid)
	case Conflict:
		d.printf(`<svg x="%s" y="%d" overflow="visible"><path %s d="M0-6 6 0 0 6-6 0Z"/></svg>`, percent(x), mid, d.paint(c))
	default:
		d.printf(`<svg x="%s" y="%d" overflow="visible"><path %s d="M-4.5-4.5h9v9h-9Z"/></svg>`, percent(x), mid, d.paint(c))
	}
}

// bins draws counts from a base line, up and down, and gives where they end.
func (d *drawing) bins(l *Lane, top int) int {
	height := l.Height
	if height == 0 {
		height = binsHeight
	}
	up, down := 0, 0
	for i := range l.Bins {
		u, n := l.Bins[i].sides()
		up, down = max(up, u), max(down, n)
	}
	if up+down == 0 {
		return top + height
	}
	unit := float64(height) / float64(up+down)
	base := float64(top) + unit*float64(up)
	for i := range l.Bins {
		d.bin(&l.Bins[i], base, unit, float64(top), float64(height))
	}
	d.printf(`<line class="base" x1="0" x2="100%%" y1="%.1f" y2="%.1f"/>`, base, base)
	if height >= scaled {
		for _, side := range []struct{ n, y int }{{up, top + 10}, {down, top + height - 2}} {
			if side.n > 0 {
				d.printf(`<text class="note" x="0" y="%d">%d</text>`, side.y, side.n)
			}
		}
	}
	return top + height
}

// sides are how many are drawn above and below the base line.
func (b *Bin) sides() (up, down int) {
	for _, p := range b.Parts {
		if p.Class.Tone == Conflict {
			down += p.N
		} else {
			up += p.N
		}
	}
	return up, down
}

func (d *drawing) bin(b *Bin, base, unit, top, height float64) {
	from, to, ok := d.span(b.From, b.To)
	if up, down := b.sides(); !ok || up+down == 0 {
		return
	}
	d.open(b.Href, b.Title)
	// The whole height of the bin can be pointed at.
	d.printf(`<rect class="touch" x="%s" y="%.1f" width="%s" height="%.1f"/>`, percent(from), top, percent(to-from), height)
	gap := min((to-from)/8, 0.2)
	up, down := base, base
	for _, c := range Classes() {
		for _, p := range b.Parts {
			if p.Class != c || p.N == 0 {
				continue
			}
			h := unit * float64(p.N)
			y := down
			radius := 0
			if c.Tone == Conflict {
				down += h
			} else {
				up -= h
				y = up
			}
			if c.Tone == Cooperation {
				radius = 2
			}
			d.printf(`<rect %s x="%s" y="%.1f" width="%s" height="%.1f" rx="%d"/>`, d.paint(c), percent(from+gap), y, percent(to-from-2*gap), h, radius)
		}
	}
	d.close(b.Href)
}
