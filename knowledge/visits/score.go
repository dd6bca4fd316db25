package visits

import (
	"fmt"
	"io"
	"strings"

	"depesche/knowledge"
	"depesche/record"
)

// Score counts right visits by period and keeps the others.
type Score struct {
	Periods []Period
	Misses  []Miss
}

// Period is a run of years with its counts.
type Period struct {
	From, To     int // years
	Right, Total int
}

// Miss is a visit that the base does not answer rightly.
type Miss struct {
	Visit
	Why Finding
}

// Measure asks the base about every visit of the periods of the project's
// measure, 1990 to 1999 and 2000 to 2024.
func Measure(know *knowledge.Base, list []Visit) Score {
	s := Score{Periods: []Period{{From: 1990, To: 1999}, {From: 2000, To: 2024}}}
	for _, v := range list {
		for i := range s.Periods {
			p := &s.Periods[i]
			if v.On.From < record.DayOf(p.From, 1, 1) || v.On.From > record.DayOf(p.To, 12, 31) {
				continue
			}
			p.Total++
			if why := Check(know, v); why == Right {
				p.Right++
			} else {
				s.Misses = append(s.Misses, Miss{v, why})
			}
		}
	}
	return s
}

// Print writes the counts, and the misses where they are asked for.
func (s Score) Print(w io.Writer, misses bool) error {
	var b strings.Builder
	if misses {
		for _, m := range s.Misses {
			fmt.Fprintf(&b, "%d: %s, %s, %s: %s\n", m.Line, m.On.From, m.Visitor, m.From, m.Why)
		}
	}
	for _, p := range s.Periods {
		share := 0.0
		if p.Total > 0 {
			share = 100 * float64(p.Right) / float64(p.Total)
		}
		fmt.Fprintf(&b, "%d to %d  right %d of %d  %.1f %%\n", p.From, p.To, p.Right, p.Total, share)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
