package view

import (
	"slices"

	"depesche/record"
	"depesche/register"
)

// dated leaves out what begins on no known day, which counts say by a year of
// 0 or less.
func dated(counts []register.DyadCount) []register.DyadCount {
	for len(counts) > 0 && counts[0].Year <= 0 {
		counts = counts[1:]
	}
	return counts
}

// monthsOf are the whole months in which anything begins.
func monthsOf(counts []register.DyadCount) record.Interval {
	counts = dated(counts)
	if len(counts) == 0 {
		return record.Interval{}
	}
	a, b := counts[0], counts[len(counts)-1]
	return record.Interval{From: record.Month(a.Year, a.Month).From, To: record.Month(b.Year, b.Month).To}
}

// periodOf is what is shown: what is asked for, open ends filled with what is
// known.
func periodOf(asked, known record.Interval) record.Interval {
	if asked.From == 0 {
		asked.From = known.From
	}
	if asked.To == 0 {
		asked.To = known.To
	}
	if asked.To < asked.From { // asked for days before or after all that is known
		asked.To = asked.From
	}
	return asked
}

// inPeriod are the counts of the months that share a day with the period, of some
// kinds; no kinds are all. What is undated is in no period but that of always.
func inPeriod(counts []register.DyadCount, period record.Interval, kinds []record.Kind, always bool) []register.DyadCount {
	var out []register.DyadCount
	for _, c := range counts {
		m := record.Month(c.Year, c.Month)
		in := c.Year > 0 && m.From <= period.To && m.To >= period.From || c.Year <= 0 && always
		if in && (len(kinds) == 0 || slices.Contains(kinds, c.Kind)) {
			out = append(out, c)
		}
	}
	return out
}

// Of these the usual period leaves out a tenth at each end at most, of few
// one, of very few none.
const (
	outsideShare = 10
	outsideLeast = 10
)

// usual is the period drawn where none is asked for: all that is known, but
// where a few entries far from the others would take half of the width or more,
// the time of the others. Outside is how many begin outside of it.
func usual(counts []register.DyadCount, known record.Interval) (period record.Interval, outside int) {
	counts = dated(counts)
	n := 0
	for _, c := range counts {
		n += c.N
	}
	if n < outsideLeast {
		return known, 0
	}
	spare := max(n/outsideShare, 1)
	period = known
	month := func(c register.DyadCount) record.Interval { return record.Month(c.Year, c.Month) }
	from, before := 0, 0
	for from < len(counts) && before+counts[from].N <= spare {
		before += counts[from].N
		from++
	}
	if d := month(counts[from]).From; 2*(known.To-d) < known.To-known.From && d > known.From {
		period.From = d
	}
	to, after := len(counts)-1, 0
	for to > from && after+counts[to].N <= spare {
		after += counts[to].N
		to--
	}
	if d := month(counts[to]).To; 2*(d-period.From) < period.To-period.From {
		period.To = d
	}
	for _, c := range counts {
		if m := month(c); m.From < period.From || m.To > period.To {
			outside += c.N
		}
	}
	return period, outside
}
