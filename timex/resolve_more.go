package timex

import (
	"fmt"

	"depesche/record"
)

// partOf is a part of an interval; "earlier this year" is what of it is over, "later
// this year" what is to come.
func (s *scene) partOf(iv record.Interval, g unit, code string) record.Interval {
	switch code {
	case "EARLIER":
		if iv.Contains(s.ref) {
			return record.Interval{From: iv.From, To: s.ref}
		}
		code = "START"
	case "LATER":
		if iv.Contains(s.ref) && s.ref < iv.To {
			return record.Interval{From: s.ref + 1, To: iv.To}
		}
		code = "END"
	}
	return part(iv, g, code)
}

// part is the beginning, the middle or the end of an interval: its thirds, of
// a week Monday and Tuesday, Tuesday to Thursday, Thursday to Sunday.
func part(iv record.Interval, grain unit, code string) record.Interval {
	if iv.From == 0 || iv.To == 0 || code == "" {
		return iv
	}
	n := int(iv.To-iv.From) + 1
	third := func(k int) record.Day { return iv.From + record.Day(n*k/3) }
	fy, fm, _ := iv.From.Date()
	switch {
	case grain == week:
		third = func(k int) record.Day { return iv.From + [...]record.Day{0, 2, 4, 7}[k] }
	case grain == month:
		third = func(k int) record.Day { return iv.From + [...]record.Day{0, 10, 20, record.Day(n)}[k] }
	case grain == year:
		third = func(k int) record.Day { return record.DayOf(fy, fm+4*k, 1) }
	case grain == decade:
		third = func(k int) record.Day { return record.DayOf(fy+[...]int{0, 4, 7, 10}[k], 1, 1) }
	}
	switch code {
	case "START":
		return record.Interval{From: iv.From, To: third(1) - 1}
	case "MID":
		return record.Interval{From: third(1), To: third(2) - 1}
	case "END":
		return record.Interval{From: third(2), To: iv.To}
	}
	return iv
}

// timeOfDay is a part of the day or a time by the clock, of a named day, of the
// day named before, or of the day of publication.
func (s *scene) timeOfDay(x *node) result {
	r := result{kind: typeTime, value: "XXXX-XX-XX", grain: day}
	switch {
	case x.a != nil:
		d := s.resolve(x.a)
		r.value, r.interval, r.grain = d.value, d.interval, d.grain
		if d.kind == typeTime && x.op == opClock { // "Montagabend um 20 Uhr"
			r.value = cutTime(d.value)
		}
	case s.lastDay.interval.From != 0:
		r.value, r.interval = s.lastDay.interval.From.String(), s.lastDay.interval
	case s.ref != 0:
		r.value, r.interval = s.ref.String(), record.Interval{From: s.ref, To: s.ref}
	}
	if x.op == opClock {
		h, m := x.n, x.m
		if x.code == "half" { // "halb neun"
			h, m = h-1, 30
		}
		r.value += fmt.Sprintf("T%02d:%02d", h, m)
		return r
	}
	if x.code == "EVE" { // the night before the named day
		if r.interval.From != 0 {
			r.interval.From--
			r.value = r.interval.From.String()
		}
		r.value += "TNI"
		return r
	}
	r.value += x.code
	return r
}

// span is a stretch of time up to or from the day of publication.
func (s *scene) span(x *node) result {
	r := result{kind: typeDuration, value: durationValue(x)}
	if s.ref == 0 || x.unit.tooFar(x.n) {
		return r
	}
	switch {
	case x.op == opWithin:
		if !x.vague() {
			r.interval = record.Interval{From: s.ref, To: shift(s.ref, x.unit, x.n)}
		}
	case x.code == "next":
		r.interval.From = s.ref
		if !x.vague() {
			r.interval.To = shift(s.ref, x.unit, x.n)
		}
	default:
		r.interval.To = s.ref
		if !x.vague() {
			r.interval.From = shift(s.ref, x.unit, -x.n)
		}
	}
	return r
}

// shift counts from the expression before; from the day of publication where
// there is none.
func (s *scene) shift(x *node) result {
	from := s.last
	if x.unit <= day && s.lastDay.interval.From != 0 {
		from = s.lastDay
	}
	r := result{kind: typeDate, value: openUnit(x.unit), grain: x.unit}
	if from.interval.From == 0 || from.interval.To == 0 || x.vague() || x.unit.tooFar(x.n) {
		return r
	}
	if from.grain > x.unit { // "drei Tage später", after a mere month
		r.interval = record.Interval{From: shift(from.interval.From, x.unit, x.n), To: shift(from.interval.To, x.unit, x.n)}
		return r
	}
	r.interval = around(shift(from.interval.From, x.unit, x.n), x.unit)
	r.value = dateValue(r.interval, x.unit)
	return r
}

// same is the day, month or year of the expression before.
func (s *scene) same(x *node) result {
	r := result{kind: typeDate, value: openUnit(x.unit), grain: x.unit}
	from := s.last
	if x.unit == day && s.lastDay.interval.From != 0 {
		from = s.lastDay
	}
	if from.interval.From == 0 || from.grain > x.unit {
		return r
	}
	r.interval = around(from.interval.From, x.unit)
	r.value = dateValue(r.interval, x.unit)
	return r
}

// reference is a vague time: now, recently, soon.
func (s *scene) reference(x *node) result {
	r := result{kind: typeDate, value: x.code}
	if s.ref != 0 {
		switch x.code {
		case "PRESENT_REF":
			r.interval = record.Interval{From: s.ref, To: s.ref}
		case "PAST_REF":
			r.interval.To = s.ref
		case "FUTURE_REF":
			r.interval.From = s.ref
		}
	}
	return r
}

// ranged is a stretch between two dates. What the first leaves out, the second
// gives: "3. bis 5. März", "März bis Mai 2020".
func (s *scene) ranged(x *node) result {
	b := s.resolve(x.b)
	first := *x.a
	if first.op == opDate && b.interval.From != 0 && s.yearOf(&first) == 0 {
		first.y, _, _ = b.interval.From.Date()
		if first.m == 0 {
			_, first.m, _ = b.interval.From.Date()
		} else if _, m, _ := b.interval.From.Date(); first.m > m {
			first.y--
		}
	}
	a := s.resolve(&first)
	if first.op == opWeekday && x.b.op == opWeekday && b.interval.From != 0 {
		a = dayResult(b.interval.From - record.Day((x.b.n-first.n+7)%7))
	}
	r := result{kind: typeDate, value: a.value + "/" + b.value, grain: b.grain}
	r.interval = record.Interval{From: a.interval.From, To: b.interval.To}
	if a.interval.From != 0 && b.interval.To != 0 && a.interval.From > b.interval.To {
		r.interval = record.Interval{}
	}
	return r
}

// openSide is all time before or after a day.
func openSide(d record.Day, code string) record.Interval {
	if code == "next" {
		return record.Interval{From: d}
	}
	return record.Interval{To: d}
}

func pastOrFuture(code string) string {
	if code == "next" {
		return "FUTURE_REF"
	}
	return "PAST_REF"
}
