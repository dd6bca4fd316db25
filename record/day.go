package record

import (
	"fmt"
	"time"
)

// Day is a calendar day of the proleptic Gregorian calendar, counted so that
// 1 January of year 1 is day 1. The zero value means "not known"; it is left
// out of JSON.
type Day int32

var epoch = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)

// DayOf is the day of a year, a month (1 to 12) and a day of the month. Days
// and months beyond their range roll over as in time.Date.
func DayOf(year, month, day int) Day {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return Day(t.Unix()/86400-epoch.Unix()/86400) + 1
}

// Time is the day's midnight in UTC.
func (d Day) Time() time.Time { return epoch.AddDate(0, 0, int(d)-1) }

// Date splits the day into year, month and day of the month.
func (d Day) Date() (year, month, day int) {
	y, m, dd := d.Time().Date()
	return y, int(m), dd
}

// Weekday is 0 for Sunday to 6 for Saturday, as in the time package.
func (d Day) Weekday() time.Weekday { return time.Weekday((int(d) % 7)) }

// String is ISO 8601, "2023-03-01", or "" for the unknown day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	y, m, dd := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// MarshalText writes the day as ISO 8601.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads an ISO 8601 day; the empty text is the unknown day.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(b))
	if err != nil {
		return fmt.Errorf("day %q: want YYYY-MM-DD", b)
	}
	*d = DayOf(t.Year(), int(t.Month()), t.Day())
	return nil
}
