package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// leadingDate reads "date 2023-03" at the offset: the word, and an EDTF date.
func leadingDate(text string, at int) (record.Interval, int, bool) {
	rest, ok := strings.CutPrefix(text[at:], "date")
	if !ok {
		return record.Interval{}, 0, false
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest, ":"), " \t\u00a0")
	word, _, _ := strings.Cut(rest, " ")
	word, _, _ = strings.Cut(word, "\n")
	word = strings.TrimRight(word, "\r\t.,;")
	date, err := record.ParseEDTF(word)
	if err != nil || !date.Known() {
		return record.Interval{}, 0, false
	}
	return date, len(text) - len(rest) + len(word), true
}

// dateLine is the day of a line near the start that holds nothing but a date,
// "Friday, July 21, 2017".
func dateLine(text string, at int) record.Interval {
	t, err := loadTables()
	if err != nil {
		return record.Interval{}
	}
	for range 4 {
		end := lineEnd(text, at)
		if day, ok := t.wholeLine(strings.TrimSpace(text[at:end])); ok {
			return day
		}
		if at = skipSpace(text, end); at >= len(text) {
			break
		}
	}
	return record.Interval{}
}

func (t *tables) wholeLine(line string) (record.Interval, bool) {
	if len(line) > 40 {
		return record.Interval{}, false
	}
	if i, err := record.ParseEDTF(line); err == nil && len(line) == 10 {
		return i, true
	}
	if w, end := nextWord(line, 0); t.weekdays[fold(w)] {
		line = strings.TrimLeft(line[end:], ", ")
	}
	day, end, ok := t.writtenDay(line, 0)
	if !ok || day[0] == 0 || strings.TrimSpace(line[end:]) != "" {
		return record.Interval{}, false
	}
	d := record.DayOf(day[0], day[1], day[2])
	return record.Interval{From: d, To: d}, true
}

// writtenDay reads a day as datelines write it, with or without a year:
// "1. März 2023", "1 March", "March 1, 2023", "Sept. 3", "01.03.2023". It
// gives year (or 0), month and day, and the offset behind them.
func (t *tables) writtenDay(text string, at int) (day [3]int, end int, ok bool) {
	if n, after := number(text, at, 2); n > 0 {
		if day, end, ok = t.numericDay(text, n, after); ok {
			return day, end, true
		}
		after += len(text[after:]) - len(strings.TrimPrefix(text[after:], "."))
		m, end := t.month(text, skipBlank(text, after))
		if m == 0 {
			return day, 0, false
		}
		y, end := year(text, end)
		return validDay(y, m, n, end)
	}
	m, end := t.month(text, at)
	if m == 0 {
		return day, 0, false
	}
	n, end := number(text, skipBlank(text, end), 2)
	if n == 0 {
		return day, 0, false
	}
	y, end := year(text, end)
	return validDay(y, m, n, end)
}

// numericDay reads ".03.2023" behind the day's number.
func (t *tables) numericDay(text string, day, at int) ([3]int, int, bool) {
	if at >= len(text) || text[at] != '.' {
		return [3]int{}, 0, false
	}
	m, at := number(text, skipBlank(text, at+1), 2)
	if m == 0 || at >= len(text) || text[at] != '.' {
		return [3]int{}, 0, false
	}
	y, at := number(text, skipBlank(text, at+1), 4)
	if y < 1000 {
		return [3]int{}, 0, false
	}
	return validDay(y, m, day, at)
}

func (t *tables) month(text string, at int) (month, end int) {
	word, end := nextWord(text, at)
	if m := t.months[fold(word)]; m != 0 {
		return m, end
	}
	return 0, at
}

// year reads a four-digit year, a comma before it allowed; 0 if there is none.
func year(text string, at int) (y, end int) {
	next := skipBlank(text, at)
	if next < len(text) && text[next] == ',' {
		next = skipBlank(text, next+1)
	}
	if y, end := number(text, next, 4); y >= 1000 {
		return y, end
	}
	return 0, at
}

func validDay(y, m, d, end int) ([3]int, int, bool) {
	leap := y
	if y == 0 {
		leap = 2000 // 29 February is a day of some year
	}
	_, month, day := record.DayOf(leap, m, d).Date()
	if m < 1 || m > 12 || month != m || day != d {
		return [3]int{}, 0, false
	}
	return [3]int{y, m, d}, end, true
}

// number reads up to max digits that no other digit follows; 0 if there are
// none.
func number(text string, at, max int) (n, end int) {
	end = at
	for end < len(text) && end-at < max && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == at || end < len(text) && text[end] >= '0' && text[end] <= '9' {
		return 0, at
	}
	n, err := strconv.Atoi(text[at:end])
	if err != nil {
		return 0, at
	}
	return n, end
}

// nextWord reads letters with the dots, hyphens and apostrophes inside and
// after them: "St.", "Port-au-Prince", "N'Djamena", "D.C.".
func nextWord(text string, at int) (word string, end int) {
	end = at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		inner := end > at && (r == '.' || r == '-' || r == '\'' || r == '’')
		if !unicode.IsLetter(r) && !inner {
			break
		}
		end += n
	}
	word = strings.TrimRight(text[at:end], "-'’")
	return word, at + len(word)
}

// fold is the form that the tables are asked for.
func fold(word string) string { return strings.ToLower(strings.TrimRight(word, ".")) }

func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// skipBlank skips spaces and tabs, skipSpace line ends too.
func skipBlank(text string, at int) int {
	return len(text) - len(strings.TrimLeft(text[at:], " \t\u00a0"))
}

func skipSpace(text string, at int) int {
	return len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
}

// laterStarts are the offsets behind the start at which a dateline may stand
// when a headline goes before it: the next lines, and the end of the first
// sentences of the first line.
func laterStarts(text string, at int) []int {
	var starts []int
	end := lineEnd(text, at)
	first := text[at:min(end, at+400)]
	for n, off := 0, 0; n < 2; n++ {
		i := strings.Index(first[off:], ". ")
		if i < 0 {
			break
		}
		off += i + 2
		starts = append(starts, at+off)
	}
	for range 4 {
		if at = skipSpace(text, lineEnd(text, at)); at >= len(text) {
			break
		}
		starts = append(starts, at)
	}
	return starts
}
