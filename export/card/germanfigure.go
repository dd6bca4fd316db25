package card

import (
	"math"
	"strings"

	"depesche/record"
)

// figurePhrase says what is measured, of whom, and how much: "Handel zwischen
// China und Belarus: 5,1 Mrd. USD, plus 3 %".
func (g *german) figurePhrase(r *record.Record) line {
	m, ok := g.t.measures[r.Measure]
	if !ok {
		m = germanMeasure{strings.ReplaceAll(r.Measure, "_", " "), "{gen}", "{gen}"}
	}
	words := m.words
	if r.Measure == "other" || words == "" {
		words = inWords(German, clean(r.Noun))
	}
	if words == "" {
		words = germanUntold(r)
	}
	l := line{}.add(words, plain)
	if len(r.Of) > 0 && !(len(r.Of) == 1 && clean(r.Of[0].Text) == words) {
		before, slot, _ := cutSlot(g.joint(m, r.Of))
		l = g.decline(l.add(strings.TrimSpace(before), plain), r.Of, slot)
	}
	l = append(l, piece{text: ":"})
	return l.add(strings.Join(g.amounts(r, words), ", "), bold)
}

// joint is what stands between a measure and whom it describes; people are
// among those of a group, not in it.
func (g *german) joint(m germanMeasure, of []record.Entity) string {
	if m.one == "in {dat}" && of[0].Type != record.TypeState && of[0].Type != record.TypePlace {
		return "unter {dat}"
	}
	if several(of) && len(of) > 1 {
		return m.several
	}
	return m.one
}

func germanUntold(r *record.Record) string {
	switch untold(r) {
	case "amount":
		return "Betrag"
	case "share":
		return "Anteil"
	}
	return "Anzahl"
}

// amounts are the level, the change and the status.
func (g *german) amounts(r *record.Record, noun string) []string {
	var parts []string
	about := pick(r.Approximate, "etwa ", "")
	if r.Value != nil {
		value := *r.Value
		if value.Unit == "people" { // the measure or its noun says who is counted
			value.Unit = ""
		}
		parts = append(parts, about+germanQuantity(&value, pick(inWords(German, r.Noun) == noun, "", inWords(German, r.Noun))))
		about = ""
	}
	if r.Change != nil {
		words := about + germanQuantity(r.Change, "")
		switch r.Change.Direction {
		case "up":
			words = "plus " + words
		case "down":
			words = "minus " + words
		default:
			words = "Änderung um " + words
		}
		if against := germanCalendar.date(r.Against, false); against != "" {
			words += " gegenüber " + against
		}
		parts = append(parts, words)
	}
	if w := g.t.status[signOf(r)].word; w != "" {
		parts = append(parts, w)
	}
	return parts
}

// germanQuantity is a level in words: "5 Mrd. USD", "33 %", "12 bis 15".
func germanQuantity(q *record.Quantity, noun string) string {
	n := germanSpread(q.Min, q.Max)
	switch q.Unit {
	case "money":
		return strings.TrimSpace(n + " " + q.Currency)
	case "percent":
		return n + " %"
	case "percentage_point":
		return n + pick(q.Min == 1 && q.Max == 1, " Prozentpunkt", " Prozentpunkte")
	case "":
		return strings.TrimSpace(n + " " + clean(noun))
	}
	return n + " " + or(lookUp(German, "unit", q.Unit), strings.ReplaceAll(clean(q.Unit), "_", " "))
}

func germanSpread(lo, hi float64) string {
	switch {
	case lo == hi, math.IsInf(hi, 0):
		return germanNumber(lo)
	case hi == 0:
		return "mindestens " + germanNumber(lo)
	case lo == 0:
		return "bis zu " + germanNumber(hi)
	}
	return germanNumber(lo) + " bis " + germanNumber(hi)
}

var germanScales = []scale{{1e12, " Bio."}, {1e9, " Mrd."}, {1e6, " Mio."}}

// germanNumber writes a number without losing any of it: "5 Mrd.", "1,25 Mio.",
// "1.234.567", "0,4".
func germanNumber(v float64) string {
	return scaled(v, germanScales, func(plain string) string {
		return strings.Map(func(r rune) rune {
			switch r {
			case '.':
				return ','
			case ',':
				return '.'
			}
			return r
		}, grouped(plain))
	})
}
