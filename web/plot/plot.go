// Package plot draws what happened over time as SVG: bars of their true length
// in lanes, counts in bins, values as points. It knows days and classes, not
// records.
//
// What is drawn tells its class by colour and by shape: cooperation has round
// ends, conflict straight ones with a cap, what is neither is a plain bar. What
// is planned is hollow, what is uncertain is hatched. A span too short to be
// seen becomes a mark (disc, diamond, square) on its first day.
//
// Lengths across are percentages, heights are pixels: a drawing takes the width
// it is given, and its text stays readable. Colours come from the style sheet
// (asset/src/part/plot.css) by class; the same input gives the same bytes. All text
// is escaped.
package plot

import (
	"html/template"

	"depesche/record"
)

// Tone says whether something is cooperation or conflict.
type Tone int

// The tones. Their names are the classes of the style sheet.
const (
	Neutral     Tone = iota // "even"
	Cooperation             // "good"
	Conflict                // "bad"
)

// Fill says how certain something is.
type Fill int

// The fills.
const (
	Solid   Fill = iota // it happened, or holds
	Hollow              // planned
	Hatched             // uncertain
)

// Class is what a bar stands for.
type Class struct {
	Tone Tone
	Fill Fill
}

// Classes are all of them, in the order in which parts of a bin are drawn from
// the base line outward.
func Classes() []Class {
	var all []Class
	for _, t := range []Tone{Cooperation, Neutral, Conflict} {
		for _, f := range []Fill{Solid, Hatched, Hollow} {
			all = append(all, Class{t, f})
		}
	}
	return all
}

// Timeline is a drawing of lanes over days.
type Timeline struct {
	ID       string // begins the ids in the drawing; unique within its page
	Title    string // what it shows, for those who do not see it
	Lang     string // of the days on its axis: de or en
	From, To record.Day
	Lanes    []Lane
}

// Lane is one line of a timeline: bars, stacked where they would overlap, or
// bins where there are too many bars.
type Lane struct {
	Label  string
	Note   string // at the right end, for instance what the highest bin counts
	Href   string // where the label leads; may be empty
	Bars   []Bar
	Bins   []Bin
	Height int // of bins in pixels; 0 is 44
}

// Bar is one span of days. An unknown end, 0, is open: the bar goes on to the
// edge of the drawing, with an arrow.
type Bar struct {
	From, To record.Day
	Class    Class
	Href     string
	Title    string
	Label    string // written on the bar, as far as it reaches
}

// Bin is how many bars of each class begin in a span of days. Cooperation and
// what is neutral is drawn upward from the base line, conflict downward.
type Bin struct {
	From, To record.Day
	Parts    []Part
	Href     string
	Title    string
}

// Part is how many of a class a bin has.
type Part struct {
	Class Class
	N     int
}

// SVG draws the timeline. It is empty where From or To is not known.
func (t Timeline) SVG() template.HTML {
	if t.From == 0 || t.To < t.From {
		return ""
	}
	d := newDrawing(t.ID, t.From, t.To)
	top := 0
	for i := range t.Lanes {
		top = d.lane(&t.Lanes[i], top)
	}
	return d.finish(t.Title, t.Lang, top)
}

// Key draws the mark of a class, for a legend.
func Key(c Class) template.HTML {
	d := newDrawing("key-"+c.Tone.name()+"-"+c.Fill.name(), 1, 100)
	d.bar(Bar{From: 10, To: 90, Class: c}, 3, barHeight)
	return d.bare(34, 15)
}

func (t Tone) name() string { return [...]string{"even", "good", "bad"}[t] }

func (f Fill) name() string { return [...]string{"solid", "hollow", "hatched"}[f] }

// String is the names of tone and fill.
func (c Class) String() string { return c.Tone.name() + " " + c.Fill.name() }
