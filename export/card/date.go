package card

import (
	"strconv"
	"strings"

	"depesche/record"
)

// calendar is how a language writes dates. Months and weekdays in German are
// abbreviated as Unicode CLDR does.
type calendar struct {
	months           [13]string
	weekdays         [7]string // with what stands between them and the day
	dot              string    // behind the number of a day
	since, until, by string
	or               string
	quote            [2]string
	quarter          string // "" where quarters are written as months
}

var englishCalendar = calendar{
	months:   [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	weekdays: [...]string{"Sun ", "Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat "},
	since:    "since ", until: "until ", by: "by ", or: " or ", quote: [2]string{"“", "”"},
}

var germanCalendar = calendar{
	months:   [...]string{"", "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
	weekdays: [...]string{"So., ", "Mo., ", "Di., ", "Mi., ", "Do., ", "Fr., ", "Sa., "},
	dot:      ".", since: "seit ", until: "bis ", by: "bis ", or: " oder ", quote: [2]string{"„", "“"}, quarter: ". Quartal ",
}

// humanDate is a date as people write it in English; by says that it is a day
// something is due ("by 2 Mar 2023", not "until").
func humanDate(d record.Date, by bool) string { return englishCalendar.date(d, by) }

func (c *calendar) date(d record.Date, by bool) string {
	switch {
	case len(d.Days) > 1:
		return c.oneOf(d.Days)
	case d.From != 0 && d.To != 0:
		return c.interval(d.Interval())
	case d.From != 0:
		return c.since + c.interval(record.Interval{From: d.From, To: d.From})
	case d.To != 0:
		return pick(by, c.by, c.until) + c.interval(record.Interval{From: d.To, To: d.To})
	case d.Text != "":
		return c.quote[0] + clean(d.Text) + c.quote[1]
	}
	return ""
}

// interval is an interval in the shortest usual form: "2022", "Mar 2023",
// "Wed 1 Mar 2023", "20–26 Feb 2023", "27 Feb – 5 Mar 2023", "2010–2014".
func (c *calendar) interval(i record.Interval) string {
	if i.From == i.To {
		return c.weekdays[i.From.Weekday()] + c.day(i.From)
	}
	fy, fm, fd := i.From.Date()
	ty, tm, _ := i.To.Date()
	wholeMonths := fd == 1 && record.DayOf(ty, tm+1, 0) == i.To
	switch {
	case wholeMonths && fm == 1 && tm == 12:
		return spanOf(strconv.Itoa(fy), strconv.Itoa(ty), "–")
	case wholeMonths && c.quarter != "" && fy == ty && tm == fm+2 && fm%3 == 1:
		return strconv.Itoa(tm/3) + c.quarter + strconv.Itoa(fy)
	case wholeMonths && fy == ty:
		return spanOf(c.months[fm], c.months[tm], "–") + " " + strconv.Itoa(fy)
	case wholeMonths:
		return c.months[fm] + " " + strconv.Itoa(fy) + " – " + c.months[tm] + " " + strconv.Itoa(ty)
	case fy == ty && fm == tm:
		return strconv.Itoa(fd) + c.dot + "–" + c.day(i.To)
	case fy == ty:
		return strconv.Itoa(fd) + c.dot + " " + c.months[fm] + " – " + c.day(i.To)
	}
	return c.day(i.From) + " – " + c.day(i.To)
}

func spanOf(a, b, dash string) string {
	if a == b {
		return a
	}
	return a + dash + b
}

func (c *calendar) day(d record.Day) string {
	y, m, dd := d.Date()
	return strconv.Itoa(dd) + c.dot + " " + c.months[m] + " " + strconv.Itoa(y)
}

// oneOf is a choice of days, "Wed 1, 8 or 15 Mar 2023": the weekday is said
// where they share it, month and year where they change.
func (c *calendar) oneOf(days []record.Day) string {
	var b strings.Builder
	if sameWeekday(days) {
		b.WriteString(c.weekdays[days[0].Weekday()])
	}
	for i, d := range days {
		y, m, dd := d.Date()
		b.WriteString(strconv.Itoa(dd) + c.dot)
		last := i == len(days)-1
		var ny, nm int
		if !last {
			ny, nm, _ = days[i+1].Date()
		}
		if nm != m || ny != y {
			b.WriteString(" " + c.months[m])
		}
		if ny != y {
			b.WriteString(" " + strconv.Itoa(y))
		}
		switch {
		case last:
		case i == len(days)-2:
			b.WriteString(c.or)
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
