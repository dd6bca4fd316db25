package timex

import "fmt"

// op says what a node means.
type op uint8

const (
	noOp       op = iota
	opDate        // a date of the calendar: y, m, d as far as given; a is a node that gives the year
	opWeekday     // a day of the week: n, and which; a is a week that it lies in
	opRel         // the unit that holds the day of publication, n units on
	opSeason      // code SP, SU, FA, WI; y or a gives the year
	opHoliday     // a day of the year: m and d, or n days from Easter; y or a gives the year
	opDecade      // the decade y (199 = 1990 to 1999)
	opCentury     // the century n (20 = 1901 to 2000)
	opFraction    // the n-th quarter or half of a year
	opPart        // START, MID, END of a
	opDaypart     // TMO, TEV … of the day a
	opClock       // n:m o'clock of the day a
	opDuration    // n units, b the rest ("drei Jahre und zwei Monate")
	opSpan        // the n units before (code "last") or after ("next") the day of publication
	opWithin      // a deadline of n units
	opShift       // n units from the expression before
	opSame        // the day, month or year of the expression before
	opSet         // a repeated time with value code
	opRef         // PAST_REF, PRESENT_REF, FUTURE_REF
	opRange       // from a to b
)

var opNames = map[string]op{
	"date": opDate, "weekday": opWeekday, "rel": opRel, "season": opSeason, "holiday": opHoliday, "decade": opDecade,
	"century": opCentury, "fraction": opFraction, "part": opPart, "daypart": opDaypart, "clock": opClock, "duration": opDuration,
	"span": opSpan, "within": opWithin, "shift": opShift, "same": opSame, "set": opSet, "ref": opRef, "range": opRange,
}

// node is the meaning of an expression before it is worked out for a day of
// publication. Nodes are immutable.
type node struct {
	op      op
	unit    unit
	n       int
	some    bool // the amount is not given: "seit Wochen", "vor einigen Tagen"
	y, m, d int
	w       int // weekday that a date names besides
	code    string
	which   string // "last", "this" or "next" where the words say so
	a, b    *node
}

// value is what an item of a pattern captured, or a constant of a meaning.
type value struct {
	n    int
	s    string
	node *node
}

// set puts a value into the field that a meaning names.
func (x *node) set(key string, v value) error {
	switch key {
	case "n", "pm", "neg":
		return x.setAmount(key, v)
	case "y":
		if v.node != nil {
			x.a = v.node
			return nil
		}
		x.y = v.n
	case "yy": // a year of two digits
		x.y = 2000 + v.n
		if v.n > 49 {
			x.y = 1900 + v.n
		}
	case "m":
		x.m = v.n
	case "d":
		x.d = v.n
	case "w":
		x.w = v.n
	case "code":
		x.code += v.s
	case "which":
		x.which = v.s
	case "of":
		x.a = v.node
	case "to":
		x.b = v.node
	case "unit":
		u, ok := parseUnit(v.s)
		if !ok {
			return fmt.Errorf("no unit %q", v.s)
		}
		x.unit = u
	default:
		return fmt.Errorf("no key %q", key)
	}
	return nil
}

// setAmount sets n: as given, negated, or with 12 added for the afternoon.
func (x *node) setAmount(key string, v value) error {
	if v.s == "X" {
		x.some = true
		return nil
	}
	switch key {
	case "neg":
		x.n = -v.n
	case "pm":
		x.n = v.n%12 + 12
	default:
		x.n = v.n
	}
	return nil
}

// vague says that the node gives no amount.
func (x *node) vague() bool { return x.some || x.n == 0 }
