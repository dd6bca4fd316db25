package timex

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// Timeline is what Read found in one report, with every day on which the report
// can have been published. It lets a stage that knows more rule days out.
type Timeline struct {
	report *report.Report
	items  []expression
	days   []record.Day // possible days of publication, ascending; none if unknown
	table  [][]reading  // by day, by expression
}

// expression is one expression with what its words say.
type expression struct {
	node     *node
	time     report.Time
	tense    tense
	bound    report.Bound
	ahead    bool // the bound holds only for what is still to come
	sentence int
}

// reading is an expression read for one day of publication: bare, and under its
// bound.
type reading struct {
	result
	bound   report.Bound
	limited record.Interval
}

// Days lists the days on which the report can have been published, given all
// that it says; none if nothing is known. The list is not to be changed.
func (t *Timeline) Days() []record.Day { return t.days }

// Restrict rules out every day of publication for which the n-th of the
// report's times would lie wholly outside the interval, and writes all times
// anew. So an office holder's last day, known to another stage, narrows a
// "Mittwoch" and with it the "vergangene Woche" of the same report. It says
// whether a possible day remains; if none does, nothing is changed: then the
// knowledge contradicts the report.
func (t *Timeline) Restrict(n int, within record.Interval) bool {
	if n < 0 || n >= len(t.items) || len(t.days) == 0 {
		return false
	}
	ok := t.keep(func(day int) bool { return overlap(t.table[day][n].interval, within) })
	if ok {
		t.write()
	}
	return ok
}

// overlap says whether two intervals share a day, unknown bounds being open.
func overlap(a, b record.Interval) bool {
	return (a.From == 0 || b.To == 0 || a.From <= b.To) && (b.From == 0 || a.To == 0 || b.From <= a.To)
}

// keep drops the days of publication that the test refuses, unless it refuses
// all.
func (t *Timeline) keep(test func(day int) bool) bool {
	var days []record.Day
	var table [][]reading
	for i := range t.days {
		if test(i) {
			days, table = append(days, t.days[i]), append(table, t.table[i])
		}
	}
	if len(days) == 0 {
		return false
	}
	t.days, t.table = days, table
	return true
}

// narrow reads all expressions for every possible day of publication and drops
// the days that the report itself rules out. Each proof is tried by itself: one
// that would leave no day is a misread tense, and is left out.
func (t *Timeline) narrow() {
	if len(t.days) == 0 {
		t.table = [][]reading{t.readings(0)}
		return
	}
	t.table = make([][]reading, len(t.days))
	for i, d := range t.days {
		t.table[i] = t.readings(d)
	}
	if len(t.days) == 1 {
		return
	}
	for n := range t.items {
		t.keep(func(day int) bool { return t.inTense(day, n) })
	}
	for n := 1; n < len(t.items); n++ {
		if t.deadline(n-1, n) {
			t.keep(func(day int) bool { return t.follows(day, n-1, n) })
		}
	}
}

// inTense says whether what a calendar date tells as past does not lie after
// the day of publication, and what it announces does not lie before.
func (t *Timeline) inTense(day, n int) bool {
	e, r := &t.items[n], &t.table[day][n]
	if r.interval.From == 0 || r.interval.To == 0 || r.bound != report.During {
		return true
	}
	switch e.tense {
	case past:
		if x := e.node; x.op == opDate && x.d != 0 && x.y == 0 && x.a == nil && t.days[day]-r.interval.From > maxYearless {
			return false
		}
		return r.interval.From <= t.days[day]
	case future:
		return r.interval.To >= t.days[day]
	}
	return true
}

// maxYearless is how many days a day that is told without its year ("am 14.
// März") can lie back: what is nearly a year old is told with its year.
const maxYearless = 270

// deadline says whether b, a plain weekday still to come, ends what began or
// happened on a, a plain weekday that is past, in the same or the sentence
// before: "ist am Mittwoch eingetroffen. Der Besuch dauert bis Donnerstag."
func (t *Timeline) deadline(a, b int) bool {
	x, y := &t.items[a], &t.items[b]
	return x.node.op == opWeekday && y.node.op == opWeekday && x.node.which == "" && y.node.which == "" &&
		x.bound == report.During && y.bound == report.Until && x.tense == past && y.tense != past && y.sentence-x.sentence <= 1
}

// follows says whether b is the first of its weekday after a. A weekday
// without "next week" names the first to come; a deadline eight days after the
// event would be told otherwise.
func (t *Timeline) follows(day, a, b int) bool {
	d := t.table[day][b].interval.From - t.table[day][a].interval.From
	return d >= 1 && d <= 7
}

// readings reads all expressions, in the order of the text, for one day of
// publication.
func (t *Timeline) readings(ref record.Day) []reading {
	s := scene{ref: ref}
	out := make([]reading, len(t.items))
	for i := range t.items {
		e := &t.items[i]
		s.tense = e.tense
		if e.bound == report.Until && s.tense != past {
			s.tense = future
		}
		r := reading{result: s.resolve(e.node), bound: e.bound}
		e.limit(&s, &r)
		out[i] = r
		if r.kind == typeDate || r.kind == typeTime {
			s.remember(e.node, r.result)
		}
	}
	return out
}

// remember keeps a date for expressions that count from the one before.
func (s *scene) remember(x *node, r result) {
	if r.interval.From == 0 || r.interval.To == 0 || x.op == opRef || x.op == opRange {
		return
	}
	s.last = r
	if r.grain == day {
		s.lastDay = r
	} else {
		s.lastDay = result{}
	}
}

// limit applies the bound.
func (e *expression) limit(s *scene, r *reading) {
	switch {
	case e.node.op == opWithin:
		r.bound = report.Until
	case r.kind == typeSet, e.node.op == opRange && e.bound == report.Since: // "from 2004 to 2009"
		r.bound = report.During
	case e.node.op == opDuration:
		if e.bound != report.Since {
			r.bound = report.During
		} else if s.ref != 0 && !e.node.some && e.node.n > 0 && !e.node.unit.tooFar(e.node.n) {
			r.interval = around(shift(s.ref, e.node.unit, -e.node.n), e.node.unit)
		}
	case e.ahead && (s.tense == past || s.tense == noTense || r.grain <= day):
		r.bound = report.During
	}
	b := r.bound
	if r.kind == typeTime { // before noon is still of that day
		switch b {
		case report.Before:
			b = report.Until
		case report.After:
			b = report.Since
		}
	}
	r.limited = limit(r.interval, b)
}

// write puts what holds for all remaining days of publication into the report.
func (t *Timeline) write() {
	t.report.Times = t.report.Times[:0]
	for n := range t.items {
		t.report.Times = append(t.report.Times, t.merge(n))
	}
}

// merge joins the readings of one expression over all days of publication.
func (t *Timeline) merge(n int) report.Time {
	out := t.items[n].time
	first := &t.table[0][n]
	out.Type, out.Value, out.Bound = first.kind, first.value, first.bound
	out.Date.From, out.Date.To = first.limited.From, first.limited.To
	out.Best = first.limited
	var days []record.Day
	separate := true
	for i := range t.table {
		r := &t.table[i][n]
		if r.value != out.Value {
			out.Value = openValue(t.items[n].node, r.grain, r.kind)
		}
		if r.bound != out.Bound {
			out.Bound = report.During
		}
		out.Date.From = earliest(out.Date.From, r.limited.From)
		out.Date.To = latest(out.Date.To, r.limited.To)
		separate = separate && t.items[n].node.op != opRef && r.interval.From != 0 && r.interval.From == r.interval.To
		if separate {
			days = append(days, r.interval.From)
		}
	}
	if separate {
		slices.Sort(days)
		if days = slices.Compact(days); len(days) > 1 && len(days) <= maxDays && !t.everyDay(days) {
			out.Date.Days = days
		}
	}
	return out
}

// maxDays is how many separate days are listed; more are only told by their
// hull.
const maxDays = 31

// everyDay says that the days follow one another without a gap, so that the
// hull says the same.
func (t *Timeline) everyDay(days []record.Day) bool {
	return int(days[len(days)-1]-days[0]) == len(days)-1
}

func earliest(a, b record.Day) record.Day {
	if a == 0 || b == 0 {
		return 0
	}
	return min(a, b)
}

func latest(a, b record.Day) record.Day {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a, b)
}
