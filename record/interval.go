package record

import (
	"errors"
	"fmt"
	"strings"
)

// Interval is an inclusive range of days; a zero bound is not known.
type Interval struct {
	From Day `json:"from,omitempty"`
	To   Day `json:"to,omitempty"`
}

// Known says whether at least one bound is known.
func (i Interval) Known() bool { return i.From != 0 || i.To != 0 }

// Contains says whether the interval holds the day; an unknown bound is open.
func (i Interval) Contains(d Day) bool {
	return d != 0 && (i.From == 0 || i.From <= d) && (i.To == 0 || d <= i.To)
}

// Date says when a record holds: the interval, the words it was read from,
// and, where several separate days are possible, those days. From and To are
// then their hull.
type Date struct {
	From Day    `json:"from,omitempty"`
	To   Day    `json:"to,omitempty"`
	Text string `json:"text,omitempty"`
	Days []Day  `json:"days,omitempty"`

	// Assumed is set where the bounds count from the day of publication and
	// that day is known only to a month or a year: they hold if the report
	// appeared on this day, the earliest that fits all it says.
	Assumed Day `json:"assumed,omitempty"`
}

// Interval is the hull of the date.
func (d Date) Interval() Interval { return Interval{d.From, d.To} }

// IsZero says that nothing is known, not even words; encoding/json's omitzero
// uses it.
func (d Date) IsZero() bool {
	return d.From == 0 && d.To == 0 && d.Text == "" && len(d.Days) == 0
}

// Year, Month are the intervals of a whole year and a whole month.
func Year(y int) Interval { return Interval{DayOf(y, 1, 1), DayOf(y, 12, 31)} }

// Month is the interval of a whole month (1 to 12).
func Month(y, m int) Interval { return Interval{DayOf(y, m, 1), DayOf(y, m+1, 0)} }

// ParseEDTF reads a level 0 EDTF date as an interval: "2023", "2023-03",
// "2023-03-01", or two of them with a slash, where ".." or nothing is an open
// end.
func ParseEDTF(s string) (Interval, error) {
	if from, to, ok := strings.Cut(s, "/"); ok {
		a, err := parseEnd(from)
		if err != nil {
			return Interval{}, fmt.Errorf("date %q: %w", s, err)
		}
		b, err := parseEnd(to)
		if err != nil {
			return Interval{}, fmt.Errorf("date %q: %w", s, err)
		}
		if a.From != 0 && b.To != 0 && a.From > b.To {
			return Interval{}, fmt.Errorf("date %q: ends before it starts", s)
		}
		return Interval{a.From, b.To}, nil
	}
	i, err := parseSimple(s)
	if err != nil {
		return Interval{}, fmt.Errorf("date %q: %w", s, err)
	}
	return i, nil
}

func parseEnd(s string) (Interval, error) {
	if s == "" || s == ".." {
		return Interval{}, nil
	}
	return parseSimple(s)
}

var errEDTF = errors.New("want YYYY, YYYY-MM or YYYY-MM-DD")

func parseSimple(s string) (Interval, error) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 || len(s) > 4 && s[4] != '-' || len(s) > 7 && s[7] != '-' {
		return Interval{}, errEDTF
	}
	year, ok := digits(s[:4])
	if !ok {
		return Interval{}, errEDTF
	}
	if len(s) == 4 {
		return Year(year), nil
	}
	month, ok := digits(s[5:7])
	if !ok || month > 12 {
		return Interval{}, errEDTF
	}
	if len(s) == 7 {
		return Month(year, month), nil
	}
	day, ok := digits(s[8:])
	if !ok {
		return Interval{}, errEDTF
	}
	if day > 31 || DayOf(year, month, day) > Month(year, month).To {
		return Interval{}, fmt.Errorf("no such day")
	}
	d := DayOf(year, month, day)
	return Interval{d, d}, nil
}

// digits is the number, at least 1, that decimal digits write.
func digits(s string) (int, bool) {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, n > 0
}

// EDTF writes the interval in the shortest level 0 form: a year, a month, a
// day, or two of them with a slash; "" if nothing is known.
func (i Interval) EDTF() string {
	if !i.Known() {
		return ""
	}
	if i.From != 0 && i.To != 0 {
		fy, fm, fd := i.From.Date()
		switch i {
		case Year(fy):
			return fmt.Sprintf("%04d", fy)
		case Month(fy, fm):
			return fmt.Sprintf("%04d-%02d", fy, fm)
		case Interval{i.From, i.From}:
			return fmt.Sprintf("%04d-%02d-%02d", fy, fm, fd)
		}
	}
	return openEnd(i.From) + "/" + openEnd(i.To)
}

func openEnd(d Day) string {
	if d == 0 {
		return ".."
	}
	return d.String()
}
