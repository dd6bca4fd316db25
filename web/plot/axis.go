package plot

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"depesche/record"
)

const (
	axisHeight = 24
	mostTicks  = 11
)

// tick is a day marked on the axis.
type tick struct {
	day   record.Day
	label string
}

// steps are the distances of ticks, from near to far. Days count from the
// first of the month.
var steps = []struct{ days, months int }{
	{1, 0}, {2, 0}, {5, 0}, {10, 0}, {15, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 6},
	{0, 12}, {0, 24}, {0, 60}, {0, 120}, {0, 240}, {0, 600}, {0, 1200}, {0, 6000}, {0, 12000},
}

// ticks are the days to mark between two days, at most mostTicks of them.
func ticks(from, to record.Day, lang string) []tick {
	for _, s := range steps {
		// Too many even before they are made?
		if every := max(s.days, s.months*30); int(to-from)/every > 2*mostTicks {
			continue
		}
		var days []record.Day
		if s.months > 0 {
			days = byMonths(from, to, s.months)
		} else {
			days = byDays(from, to, s.days)
		}
		if len(days) > mostTicks {
			continue
		}
		list := make([]tick, len(days))
		for i, d := range days {
			list[i] = tick{d, tickLabel(d, s.months, i == 0, lang)}
		}
		return list
	}
	return nil
}

func byMonths(from, to record.Day, every int) []record.Day {
	var out []record.Day
	y, m, _ := from.Date()
	month := (12*y + m - 1) / every * every
	for {
		d := record.DayOf(month/12, month%12+1, 1)
		if d > to {
			return out
		}
		if d >= from {
			out = append(out, d)
		}
		month += every
	}
}

// byDays are every so many days of each month, but not right before the next
// month begins.
func byDays(from, to record.Day, every int) []record.Day {
	var out []record.Day
	for d := from; d <= to; d++ {
		y, m, n := d.Date()
		if left := int(record.Month(y, m).To-d) + 1; (n-1)%every == 0 && 4*left >= 3*every {
			out = append(out, d)
		}
	}
	return out
}

var months = map[string][12]string{
	"en": {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	"de": {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
}

// tickLabel is short: the year stands at January and at the first tick, the
// month at the first of it and at the first tick.
func tickLabel(d record.Day, everyMonths int, first bool, lang string) string {
	names, ok := months[lang]
	if !ok {
		names = months["en"]
	}
	y, m, n := d.Date()
	year, month := strconv.Itoa(y), names[m-1]
	switch {
	case everyMonths >= 12 || everyMonths > 0 && m == 1:
		return year
	case everyMonths > 0 && first:
		return month + " " + year
	case everyMonths > 0:
		return month
	}
	day := strconv.Itoa(n)
	if lang == "de" {
		day += "."
	}
	switch {
	case first || m == 1 && n == 1:
		return day + " " + month + " " + year
	case n == 1:
		return day + " " + month
	}
	return day
}

// axis draws the ticks' lines through the drawing and their labels below it.
// Every second label has a class of its own, so that narrow screens can leave it
// out.
func (d *drawing) axis(out *strings.Builder, lang string, height int) {
	fmt.Fprint(out, `<g class="axis" aria-hidden="true">`)
	fmt.Fprintf(out, `<line class="base" x1="0" x2="100%%" y1="%d" y2="%d"/>`, height, height)
	list := ticks(d.from, d.to, lang)
	for i, t := range list {
		x := percent(d.at(t.day))
		fmt.Fprintf(out, `<line class="grid" x1="%s" x2="%s" y1="0" y2="%d"/>`, x, x, height+4)
		class := "tick"
		if i%2 == 1 && len(list) > 6 {
			class = "tick second"
		}
		anchor := "middle"
		switch at := d.at(t.day); {
		case at < 4:
			anchor = "start"
		case at > 96:
			anchor = "end"
		}
		fmt.Fprintf(out, `<text class="%s" x="%s" y="%d" text-anchor="%s">%s</text>`, class, x, height+18, anchor, html.EscapeString(t.label))
	}
	fmt.Fprint(out, `</g>`)
}
