package timex

import (
	"time"

	"depesche/record"
)

// unit is a unit of the calendar.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	quarter
	half
	year
	decade
	century
	millennium
)

// unitCodes are the letters that the tables and TIMEX3 values use.
var unitCodes = [...]string{"", "S", "MIN", "H", "D", "WE", "W", "M", "Q", "HY", "Y", "DE", "CE", "ML"}

func parseUnit(s string) (unit, bool) {
	for i, c := range unitCodes {
		if i > 0 && c == s {
			return unit(i), true
		}
	}
	return noUnit, false
}

// months is the length of a unit in months, 0 for a unit shorter than one.
func (u unit) months() int {
	switch u {
	case month:
		return 1
	case quarter:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	case millennium:
		return 12000
	}
	return 0
}

// isoDay is 1 for Monday to 7 for Sunday.
func isoDay(d record.Day) int {
	if w := d.Weekday(); w != time.Sunday {
		return int(w)
	}
	return 7
}

func mondayOf(d record.Day) record.Day { return d - record.Day(isoDay(d)-1) }

// isoWeek is the week's year and number of ISO 8601.
func isoWeek(d record.Day) (y, w int) { return d.Time().ISOWeek() }

// shift moves a day by n units; a day of the month that does not exist becomes
// the last that does. Units below a day move whole days only.
func shift(d record.Day, u unit, n int) record.Day {
	switch u {
	case second:
		return d + record.Day(n/86400)
	case minute:
		return d + record.Day(n/1440)
	case hour:
		return d + record.Day(n/24)
	case day:
		return d + record.Day(n)
	case week, weekend:
		return d + record.Day(7*n)
	}
	y, m, dd := d.Date()
	first := record.DayOf(y, m+n*u.months(), 1)
	ny, nm, _ := first.Date()
	if last := record.Month(ny, nm).To; first+record.Day(dd-1) > last {
		return last
	}
	return first + record.Day(dd-1)
}

// tooFar says that so many units lead out of the calendar that is reckoned with.
func (u unit) tooFar(n int) bool { return u.months()*max(n, -n) > 12*1500 }

// around is the unit of the calendar that holds the day: its week from Monday
// to Sunday, its quarter, its decade.
func around(d record.Day, u unit) record.Interval {
	y, m, _ := d.Date()
	switch u {
	case week:
		mon := mondayOf(d)
		return record.Interval{From: mon, To: mon + 6}
	case weekend:
		mon := mondayOf(d)
		return record.Interval{From: mon + 5, To: mon + 6}
	case month:
		return record.Month(y, m)
	case quarter:
		return months(y, (m-1)/3*3+1, 3)
	case half:
		return months(y, (m-1)/6*6+1, 6)
	case year:
		return record.Year(y)
	case decade:
		return years(y/10*10, 10)
	case century:
		return years((y-1)/100*100+1, 100)
	case millennium:
		return years((y-1)/1000*1000+1, 1000)
	}
	return record.Interval{From: d, To: d}
}

// months is the interval of n months from the month on.
func months(y, m, n int) record.Interval {
	return record.Interval{From: record.DayOf(y, m, 1), To: record.DayOf(y, m+n, 0)}
}

// years is the interval of n years from the year on.
func years(y, n int) record.Interval {
	return record.Interval{From: record.DayOf(y, 1, 1), To: record.DayOf(y+n-1, 12, 31)}
}

// seasonOf is the meteorological season that begins in the year: spring from
// March, summer from June, autumn from September, winter from December on into
// the next year.
func seasonOf(y int, code string) record.Interval {
	switch code {
	case "SP":
		return months(y, 3, 3)
	case "SU":
		return months(y, 6, 3)
	case "FA":
		return months(y, 9, 3)
	}
	return months(y, 12, 3)
}

// easter is Easter Sunday of the Gregorian calendar, by the anonymous
// algorithm (Meeus, Astronomical Algorithms, chapter 8).
func easter(y int) record.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	p := (h + l - 7*m + 33*n + 19) % 32
	return record.DayOf(y, n, p)
}
