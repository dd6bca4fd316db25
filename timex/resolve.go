package timex

import "depesche/record"

// result is what a node comes to for one day of publication.
type result struct {
	kind     string // TIMEX3 type
	value    string // TIMEX3 value
	interval record.Interval
	grain    unit // of what is named: a day, a week …; noUnit for none
}

// The TIMEX3 types.
const (
	typeDate     = "DATE"
	typeTime     = "TIME"
	typeDuration = "DURATION"
	typeSet      = "SET"
)

// scene is where an expression is read: the supposed day of publication (zero
// if nothing is known of it) and what came before in the text.
type scene struct {
	ref     record.Day
	last    result // the last date, of any grain
	lastDay result // the last that is a day
	tense   tense
}

// resolve works a node out.
func (s *scene) resolve(x *node) result {
	switch x.op {
	case opDate:
		return s.date(x)
	case opWeekday:
		return s.weekday(x)
	case opRel:
		return s.rel(x)
	case opSeason:
		return s.season(x)
	case opHoliday:
		return s.holiday(x)
	case opDecade:
		return s.decade(x)
	case opCentury:
		return result{typeDate, centuryValue(x.n), years((x.n-1)*100+1, 100), century}
	case opFraction:
		return s.fraction(x)
	case opPart:
		r := s.resolve(x.a)
		r.interval = s.partOf(r.interval, r.grain, x.code)
		return r
	case opDaypart, opClock:
		return s.timeOfDay(x)
	case opDuration:
		return result{kind: typeDuration, value: durationValue(x)}
	case opSpan, opWithin:
		return s.span(x)
	case opShift:
		return s.shift(x)
	case opSame:
		return s.same(x)
	case opSet:
		return result{kind: typeSet, value: setValue(x)}
	case opRef:
		return s.reference(x)
	case opRange:
		return s.ranged(x)
	}
	return result{kind: typeDate}
}

// yearOf is the year that a node gives, 0 if none.
func (s *scene) yearOf(x *node) int {
	if x.y != 0 {
		return x.y
	}
	if x.a == nil {
		return 0
	}
	if r := s.resolve(x.a); r.interval.From != 0 {
		y, _, _ := r.interval.From.Date()
		return y
	}
	return 0
}

// date is a year, a month or a day; a missing year is the one that the tense
// asks for.
func (s *scene) date(x *node) result {
	grain := day
	switch {
	case x.m == 0:
		grain = year
	case x.d == 0:
		grain = month
	}
	of := func(y int) record.Interval {
		switch {
		case grain == year:
			return record.Year(y)
		case grain == month:
			return record.Month(y, x.m)
		}
		d := record.DayOf(y, x.m, x.d)
		if _, m, _ := d.Date(); m != x.m || (x.w != 0 && isoDay(d) != x.w) {
			return record.Interval{}
		}
		return record.Interval{From: d, To: d}
	}
	y := s.yearOf(x)
	if y != 0 {
		iv := of(y)
		if iv.From == 0 { // the named weekday is wrong: the date counts
			iv = record.Interval{From: record.DayOf(y, x.m, x.d), To: record.DayOf(y, x.m, x.d)}
		}
		return result{typeDate, dateValue(iv, grain), iv, grain}
	}
	iv := s.yearless(x, of)
	if iv.From == 0 {
		return result{typeDate, openDate(x), iv, grain}
	}
	return result{typeDate, dateValue(iv, grain), iv, grain}
}

// yearless finds the year of a date that names none: the year of a date of the
// same month just before in the text, else what the tense asks for.
func (s *scene) yearless(x *node, of func(y int) record.Interval) record.Interval {
	if l := s.last; l.interval.From != 0 && (l.grain == month || l.grain == day) {
		if y, m, _ := l.interval.From.Date(); m == x.m {
			return of(y)
		}
	}
	return s.choose(x.which, of)
}

// choose picks the year of something that comes once a year. "last" and "next"
// stay clear of the day of publication, "this" is of its year. Else the past takes the
// last that had begun on the day of publication, present and future the next
// that had not ended; without a tense it is the nearer one, the past within
// three months.
func (s *scene) choose(which string, of func(y int) record.Interval) record.Interval {
	if s.ref == 0 {
		return record.Interval{}
	}
	y, _, _ := s.ref.Date()
	switch iv := of(y); {
	case which == "this":
		if before := of(y - 1); before.Contains(s.ref) { // "diesen Winter" in January
			return before
		}
		return iv
	case which == "last" && iv.To >= s.ref:
		return of(y - 1)
	case which == "next" && iv.From <= s.ref:
		return of(y + 1)
	case which != "":
		return iv
	}
	var before, after record.Interval
	for k := y - 8; k <= y+8; k++ {
		iv := of(k)
		if iv.From == 0 {
			continue
		}
		if iv.From <= s.ref {
			before = iv
		}
		if iv.To >= s.ref && after.From == 0 {
			after = iv
		}
	}
	switch {
	case s.tense == past && before.From != 0, after.From == 0:
		return before
	case s.tense == present && before.From != 0 && before.To < s.ref && s.ref-before.To < 62 && after.From-s.ref > 122:
		return before // "im Februar liegt … vor" in March
	case s.tense == future, s.tense == present, before.From == 0:
		return after
	case s.ref-before.To <= 92 || s.ref-before.To <= after.From-s.ref:
		return before
	}
	return after
}

// weekday is a day of the week: one of a named week, or the nearest that the
// words or the tense ask for; the day of publication itself counts for both
// directions unless the words say "last" or "next".
func (s *scene) weekday(x *node) result {
	r := result{kind: typeDate, value: openWeekday(x.n), grain: day}
	ref := s.ref
	if x.a != nil {
		w := s.resolve(x.a)
		if w.interval.From == 0 {
			return r
		}
		d := w.interval.From + record.Day((x.n-isoDay(w.interval.From)+7)%7)
		return dayResult(d)
	}
	if ref == 0 {
		return r
	}
	back := record.Day((isoDay(ref) - x.n + 7) % 7)
	ahead := record.Day((x.n - isoDay(ref) + 7) % 7)
	switch {
	case x.which == "last":
		if back == 0 {
			back = 7
		}
		return dayResult(ref - back)
	case x.which == "next":
		if ahead == 0 {
			ahead = 7
		}
		return dayResult(ref + ahead)
	case x.which == "this":
		return dayResult(mondayOf(ref) + record.Day(x.n-1))
	case s.tense == future || s.tense == present:
		return dayResult(ref + ahead)
	}
	return dayResult(ref - back)
}

func dayResult(d record.Day) result {
	return result{typeDate, d.String(), record.Interval{From: d, To: d}, day}
}

// rel is a unit of the calendar counted from the one of the day of publication.
func (s *scene) rel(x *node) result {
	if s.ref == 0 || x.unit.tooFar(x.n) {
		return result{kind: typeDate, value: openUnit(x.unit), grain: x.unit}
	}
	if x.code == "ahead" && s.tense == past { // "in zwei Jahren bauten sie …"
		return result{kind: typeDuration, value: durationValue(x)}
	}
	if x.some {
		return result{typeDate, pastOrFuture(x.code), openSide(s.ref, x.code), noUnit}
	}
	if x.unit == weekend && x.code == "" && x.n == 0 {
		return s.plainWeekend()
	}
	iv := around(shift(s.ref, x.unit, x.n), x.unit)
	grain := x.unit
	if grain < day {
		grain = day
	}
	return result{typeDate, dateValue(iv, grain), iv, grain}
}

// plainWeekend is "am Wochenende".
func (s *scene) plainWeekend() result {
	iv := around(s.ref, weekend)
	if s.tense != future && s.tense != present && iv.From > s.ref {
		iv = around(s.ref-7, weekend)
	}
	return result{typeDate, dateValue(iv, weekend), iv, weekend}
}

// season is a season of a named or the asked for year.
func (s *scene) season(x *node) result {
	of := func(y int) record.Interval { return seasonOf(y, x.code) }
	r := result{kind: typeDate, value: "XXXX-" + x.code, grain: quarter}
	if y := s.yearOf(x); y != 0 {
		r.interval = of(y)
	} else {
		r.interval = s.choose(x.which, of)
	}
	if r.interval.From != 0 {
		y, _, _ := r.interval.From.Date()
		r.value = yearValue(y) + "-" + x.code
	}
	return r
}

// holiday is a fixed day of the year, or one counted from Easter (code "E").
func (s *scene) holiday(x *node) result {
	of := func(y int) record.Interval {
		d := record.DayOf(y, x.m, x.d)
		if x.m == 0 {
			d = easter(y) + record.Day(x.n)
		}
		return record.Interval{From: d, To: d + record.Day(x.w)}
	}
	var iv record.Interval
	if y := s.yearOf(x); y != 0 {
		iv = of(y)
	} else {
		iv = s.choose(x.which, of)
	}
	if iv.From == 0 {
		return result{kind: typeDate, value: openDate(x), grain: day}
	}
	return result{typeDate, iv.From.String(), iv, day}
}

// decade is a decade by its first digits; two digits are of the last century.
func (s *scene) decade(x *node) result {
	y := x.y
	if y < 100 {
		y += 1900
	}
	return result{typeDate, decadeValue(y), years(y/10*10, 10), decade}
}

// unended is how many days before its end a quarter or half of a year can be told of
// as past.
const unended = 20

// fraction is a quarter or a half of a year.
func (s *scene) fraction(x *node) result {
	y := s.yearOf(x)
	of := func(y int) record.Interval { return months(y, (x.n-1)*x.unit.months()+1, x.unit.months()) }
	var iv record.Interval
	if y != 0 {
		iv = of(y)
	} else {
		iv = s.choose(x.which, of)
		if x.which == "" && s.tense == past && iv.To > s.ref+unended {
			fy, _, _ := iv.From.Date()
			iv = of(fy - 1) // "wuchs im ersten Halbjahr" in March is not of this one
		}
	}
	if iv.From == 0 {
		return result{kind: typeDate, value: openUnit(x.unit), grain: x.unit}
	}
	return result{typeDate, dateValue(iv, x.unit), iv, x.unit}
}
