package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// ParseDate reads a date of publication as data fields have it: EDTF; a time
// stamp, of which the day counts as it is written there, whatever its zone
// ("2023-03-01T23:30:00Z", "20230301T120000+0100", "Mi, 01 Mrz 2023 12:00 MEZ");
// or a day as datelines write it ("Friday, July 21, 2017").
func ParseDate(s string) (record.Interval, error) {
	s = strings.TrimSpace(s)
	i, err := record.ParseEDTF(isoDay(s))
	if err == nil && i.Known() {
		return i, nil
	}
	if err == nil {
		err = fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	t, terr := loadTables()
	if terr != nil {
		return record.Interval{}, terr
	}
	if day, ok := t.wholeLine(s); ok {
		return day, nil
	}
	if day, ok := t.stampDay(s); ok {
		return day, nil
	}
	if len(s) > 60 {
		err = fmt.Errorf("date of %d bytes: want YYYY, YYYY-MM or YYYY-MM-DD", len(s))
	}
	return record.Interval{}, err
}

// isoDay is the day of an ISO 8601 time stamp in the extended form, of one in
// the basic form, or of one with slashes; else the text as it is.
func isoDay(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	switch {
	case n == 8 && (len(s) == 8 || s[8] == 'T'):
		return s[:4] + "-" + s[4:6] + "-" + s[6:8]
	case n == 14 && len(s) == 14: // YYYYMMDDhhmmss
		return s[:4] + "-" + s[4:6] + "-" + s[6:8]
	case n == 4 && len(s) >= 10 && s[4] == '/' && s[7] == '/' && !digitAt(s, 10):
		return s[:4] + "-" + s[5:7] + "-" + s[8:10]
	case n == 4 && len(s) > 10 && s[4] == '-' && s[7] == '-' && (s[10] == 'T' || s[10] == ' ' || s[10] == '+' || s[10] == 'Z'):
		return s[:10]
	}
	return s
}

func digitAt(s string, at int) bool { return at < len(s) && s[at] >= '0' && s[at] <= '9' }

// stampDay reads "Mi, 01 Mrz 2023 12:00:00 +0100", "1. März 2023 - 12:00 Uhr":
// a day with its year, a word with a comma or full stop before it allowed, and
// anything but a letter or digit right behind it.
func (t *tables) stampDay(s string) (record.Interval, bool) {
	if len(s) > 100 {
		return record.Interval{}, false
	}
	at := 0
	if w, end := nextWord(s, 0); w != "" && t.months[fold(w)] == 0 {
		end += len(s[end:]) - len(strings.TrimLeft(s[end:], ".,"))
		if strings.HasSuffix(w, ".") || end > len(w) || t.weekdays[fold(w)] {
			at = skipBlank(s, end)
		}
	}
	day, end, ok := t.writtenDay(s, at)
	if !ok || day[0] == 0 {
		return record.Interval{}, false
	}
	if r, _ := utf8.DecodeRuneInString(s[end:]); end < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return record.Interval{}, false
	}
	d := record.DayOf(day[0], day[1], day[2])
	return record.Interval{From: d, To: d}, true
}
