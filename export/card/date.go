package card

import (
	"strconv"
	"strings"

	"depesche/record"
)

// humanDate is a date as people write it; by says that it is a day something is
// due ("by 2 Mar 2023", not "until").
func humanDate(d record.Date, by bool) string {
	switch {
	case len(d.Days) > 1:
		return oneOf(d.Days)
	case d.From != 0 && d.To != 0:
		return interval(d.Interval())
	case d.From != 0:
		return "since " + interval(record.Interval{From: d.From, To: d.From})
	case d.To != 0 && by:
		return "by " + interval(record.Interval{From: d.To, To: d.To})
	case d.To != 0:
		return "until " + interval(record.Interval{From: d.To, To: d.To})
	case d.Text != "":
		return "“" + clean(d.Text) + "”"
	}
	return ""
}

// interval is an interval in the shortest usual form: "2022", "Mar 2023",
// "Wed 1 Mar 2023", "20–26 Feb 2023", "27 Feb – 5 Mar 2023", "2010–2014".
func interval(i record.Interval) string {
	switch {
	case !i.Known():
		return ""
	case i.From == 0:
		return "until " + fullDay(i.To)
	case i.To == 0:
		return "since " + fullDay(i.From)
	case i.From == i.To:
		return i.From.Weekday().String()[:3] + " " + fullDay(i.From)
	}
	fy, fm, fd := i.From.Date()
	ty, tm, td := i.To.Date()
	wholeMonths := fd == 1 && record.DayOf(ty, tm+1, 0) == i.To
	switch {
	case wholeMonths && fm == 1 && tm == 12:
		return spanOf(strconv.Itoa(fy), strconv.Itoa(ty), "–")
	case wholeMonths && fy == ty:
		return spanOf(months[fm], months[tm], "–") + " " + strconv.Itoa(fy)
	case wholeMonths:
		return months[fm] + " " + strconv.Itoa(fy) + " – " + months[tm] + " " + strconv.Itoa(ty)
	case fy == ty && fm == tm:
		return strconv.Itoa(fd) + "–" + fullDay(i.To)
	case fy == ty:
		return strconv.Itoa(fd) + " " + months[fm] + " – " + strconv.Itoa(td) + " " + months[tm] + " " + strconv.Itoa(ty)
	}
	return fullDay(i.From) + " – " + fullDay(i.To)
}

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func spanOf(a, b, dash string) string {
	if a == b {
		return a
	}
	return a + dash + b
}

func fullDay(d record.Day) string {
	y, m, dd := d.Date()
	return strconv.Itoa(dd) + " " + months[m] + " " + strconv.Itoa(y)
}

// oneOf is a choice of days, "Wed 1, 8 or 15 Mar 2023": the weekday is said
// where they share it, month and year where they change.
func oneOf(days []record.Day) string {
	var b strings.Builder
	if sameWeekday(days) {
		b.WriteString(days[0].Weekday().String()[:3] + " ")
	}
	for i, d := range days {
		y, m, dd := d.Date()
		b.WriteString(strconv.Itoa(dd))
		last := i == len(days)-1
		var ny, nm int
		if !last {
			ny, nm, _ = days[i+1].Date()
		}
		if nm != m || ny != y {
			b.WriteString(" " + months[m])
		}
		if ny != y {
			b.WriteString(" " + strconv.Itoa(y))
		}
		switch {
		case last:
		case i == len(days)-2:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
	}
	return b.String()
}

func sameWeekday(days []record.Day) bool {
	for _, d := range days {
		if d.Weekday() != days[0].Weekday() {
			return false
		}
	}
	return true
}
