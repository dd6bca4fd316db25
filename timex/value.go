package timex

import (
	"fmt"
	"strconv"
	"strings"

	"depesche/record"
)

// dateValue is the TIMEX3 value of a unit of the calendar.
func dateValue(iv record.Interval, grain unit) string {
	if iv.From == 0 {
		return openUnit(grain)
	}
	y, m, _ := iv.From.Date()
	switch grain {
	case weekend, week:
		wy, w := isoWeek(iv.From)
		if grain == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", wy, w)
		}
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case month:
		return fmt.Sprintf("%04d-%02d", y, m)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m-1)/3+1)
	case half:
		return fmt.Sprintf("%04d-H%d", y, (m-1)/6+1)
	case year:
		return yearValue(y)
	case decade:
		return decadeValue(y)
	case century:
		return centuryValue((y-1)/100 + 1)
	case millennium:
		return strconv.Itoa(y / 1000)
	}
	return iv.From.String()
}

func yearValue(y int) string    { return fmt.Sprintf("%04d", y) }
func decadeValue(y int) string  { return fmt.Sprintf("%03d", y/10) }
func centuryValue(n int) string { return fmt.Sprintf("%02d", n-1) }

// openUnit is the value of a unit of which nothing is known.
func openUnit(u unit) string {
	switch u {
	case second, minute, hour, day:
		return "XXXX-XX-XX"
	case weekend:
		return "XXXX-WXX-WE"
	case week:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case half:
		return "XXXX-HX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	}
	return "XXXX"
}

func openWeekday(w int) string { return fmt.Sprintf("XXXX-WXX-%d", w) }

// openDate is the value of a date without a year.
func openDate(x *node) string {
	switch {
	case x.m == 0:
		return "XXXX"
	case x.d == 0:
		return fmt.Sprintf("XXXX-%02d", x.m)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", x.m, x.d)
}

// openValue is the value of a node for which several days of publication give
// several values.
func openValue(x *node, grain unit, typ string) string {
	switch x.op {
	case opWeekday:
		return openWeekday(x.n)
	case opDate, opHoliday:
		return openDate(x)
	case opSeason:
		return "XXXX-" + x.code
	case opDaypart, opClock:
		if typ == typeTime {
			return openTime(x)
		}
	case opPart:
		return openValue(x.a, grain, typ)
	}
	return openUnit(grain)
}

func openTime(x *node) string {
	base := "XXXX-XX-XX"
	if x.a != nil && x.a.op == opWeekday {
		base = openWeekday(x.a.n)
	}
	if x.op == opClock {
		return base + fmt.Sprintf("T%02d:%02d", x.n, x.m)
	}
	if x.code == "EVE" {
		return base + "TNI"
	}
	return base + x.code
}

// durationValue is an ISO 8601 duration with TIMEX3's letters, "P2Y9M", "PXW",
// "PT48H".
func durationValue(x *node) string {
	var date, clock strings.Builder
	for n := x; n != nil; n = n.b {
		amount := strconv.Itoa(n.n)
		switch {
		case n.op == opDuration && n.code != "" && n.n == 0:
			amount = n.code
		case n.vague():
			amount = "X"
		}
		switch n.unit {
		case second:
			clock.WriteString(amount + "S")
		case minute:
			clock.WriteString(amount + "M")
		case hour:
			clock.WriteString(amount + "H")
		case quarter:
			date.WriteString(amount + "Q")
		case half:
			date.WriteString(amount + "HY")
		default:
			date.WriteString(amount + unitCodes[n.unit])
		}
	}
	if clock.Len() > 0 {
		return "P" + date.String() + "T" + clock.String()
	}
	return "P" + date.String()
}

// setValue is the value of a repeated time.
func setValue(x *node) string {
	switch {
	case x.w != 0:
		return openWeekday(x.w) + x.code
	case x.m != 0:
		return openDate(&node{m: x.m, d: x.d})
	case x.unit != noUnit:
		return durationValue(x)
	}
	return x.code
}

// cutTime is a value without its time of day.
func cutTime(v string) string {
	head, _, _ := strings.Cut(v, "T")
	return head
}
