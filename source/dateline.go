package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
	"depesche/report"
)

// Dateline is the opening of an agency report: where it was written, on which
// day, by whom. "Peking, 1. März 2023 (dpa) – " has all three.
type Dateline struct {
	Start, End       int    // byte range in the text; the prose begins at End
	Place            string // as written, "Hanoi / Phnom Penh"; "" if there is none
	Agency           string // as written, "dpa/AFP"
	Year, Month, Day int    // 0 where not given
}

// The limits of a dateline, in bytes, and of a place's name, in words.
const (
	maxDateline   = 160
	maxPlaceWords = 4
	minProse      = 30 // what must follow a place and a dash on the same line
)

// FindDateline finds a dateline that starts at the byte offset, white space
// left aside. A place and a dash alone ("Wien – Die Regierung …") count only
// where the rest reads like prose and the dash is not the first of a pair.
func FindDateline(text string, at int) (Dateline, bool) {
	t, err := loadTables()
	if err != nil || at < 0 || at > len(text) {
		return Dateline{}, false
	}
	start := skipSpace(text, at)
	s := scan{text: text[:lineEnd(text, start)], at: start, t: t}
	d := Dateline{Start: start}
	if !s.places(&d) {
		return Dateline{}, false
	}
	for range 2 { // the region or country after a comma, then the day
		s.afterComma(&d)
	}
	known := s.agency(&d)
	if s.at-start > maxDateline {
		return Dateline{}, false
	}
	sep := s.separator()
	switch {
	case sep == "" && !known:
		return Dateline{}, false
	case sep != "" && !isDash(sep) && !known && d.Year == 0:
		return Dateline{}, false
	case !known && d.Day == 0 && !s.prose(&d, sep):
		return Dateline{}, false
	}
	d.End = skipSpace(text, s.at)
	return d, true
}

// fill carries the dateline into the report. A day without a year counts only
// where the report's date is known well enough to give the year.
func (d Dateline) fill(r *report.Report) {
	r.Place = d.Place
	r.Dateline = report.Span{Start: int32(d.Start), End: int32(d.End)}
	if r.Outlet == "" {
		r.Outlet = d.Agency
	}
	if d.Day != 0 {
		r.Date = narrow(r.Date, d.Year, d.Month, d.Day)
	}
}

// narrow is the day in the known interval, if there is exactly one; else the
// interval as it was. A full day makes an unknown interval known.
func narrow(known record.Interval, year, month, day int) record.Interval {
	if year != 0 {
		d := record.DayOf(year, month, day)
		if !known.Known() || known.Contains(d) {
			return record.Interval{From: d, To: d}
		}
		return known
	}
	if known.From == 0 || known.To == 0 {
		return known
	}
	first, _, _ := known.From.Date()
	last, _, _ := known.To.Date()
	var found record.Day
	for y := first; y <= last; y++ {
		if d := record.DayOf(y, month, day); known.Contains(d) {
			if found != 0 {
				return known
			}
			found = d
		}
	}
	if found == 0 {
		return known
	}
	return record.Interval{From: found, To: found}
}

// scan walks over the line that a dateline stands in.
type scan struct {
	text string // up to the end of the line
	at   int
	t    *tables
}

// places reads one or more places joined by a slash or a bar.
func (s *scan) places(d *Dateline) bool {
	from := s.at
	for {
		if !s.place() {
			return false
		}
		d.Place = s.text[from:s.at]
		next := s.at + len(s.text[s.at:]) - len(strings.TrimLeft(s.text[s.at:], " "))
		if next >= len(s.text) || s.text[next] != '/' && s.text[next] != '|' {
			return true
		}
		end := skipSpace(s.text, next+1)
		if r, _ := utf8.DecodeRuneInString(s.text[end:]); !unicode.IsUpper(r) || s.slashed(next) {
			return true
		}
		s.at = end
	}
}

// slashed says whether the slash opens an agency's mark, "/TASS/".
func (s *scan) slashed(at int) bool {
	name, _, ok := strings.Cut(s.text[at+1:], "/")
	return ok && s.t.agencies[name]
}

// place reads one to four words that begin with a capital letter; small words
// may stand between them ("Frankfurt am Main", "Rio de Janeiro").
func (s *scan) place() bool {
	words, at := 0, s.at
	for words < maxPlaceWords {
		word, end := nextWord(s.text, at)
		if word == "" || s.t.months[fold(word)] != 0 || s.t.weekdays[fold(word)] {
			break
		}
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(r):
			words++
			s.at = end
		case words == 0 || !s.t.particles[word]:
			return words > 0
		}
		at = skipBlank(s.text, end)
		if at == end {
			break
		}
	}
	return words > 0
}

// afterComma reads ", Ukraine", ", D.C." or ", 1. März 2023".
func (s *scan) afterComma(d *Dateline) {
	at := skipBlank(s.text, s.at)
	if at >= len(s.text) || s.text[at] != ',' {
		return
	}
	at = skipBlank(s.text, at+1)
	if w, end := nextWord(s.text, at); s.t.weekdays[fold(w)] {
		at = skipBlank(s.text, end)
		at = skipBlank(s.text, at+len(s.text[at:])-len(strings.TrimPrefix(s.text[at:], ",")))
	}
	if day, end, ok := s.t.writtenDay(s.text, at); ok && d.Day == 0 {
		d.Year, d.Month, d.Day = day[0], day[1], day[2]
		s.at = end
		return
	}
	region := scan{text: s.text, at: at, t: s.t}
	if d.Day == 0 && region.place() {
		s.at = region.at
	}
}

// agency reads "(dpa)", "(Reuters/AFP)" or "/TASS/" and says whether every
// name in it is known.
func (s *scan) agency(d *Dateline) bool {
	at := skipBlank(s.text, s.at)
	if at >= len(s.text) {
		return false
	}
	closing := byte(')')
	switch s.text[at] {
	case '(':
	case '/':
		closing = '/'
	default:
		return false
	}
	n := strings.IndexByte(s.text[at+1:], closing)
	if n < 2 || n > 40 {
		return false
	}
	name := s.text[at+1 : at+1+n]
	known := s.t.agency(name)
	if !known && closing == '/' || !known && strings.ContainsAny(name, "0123456789 ") {
		return false
	}
	s.at = at + n + 2
	if known || len(name) <= 6 {
		d.Agency = name
	}
	return known
}

func (t *tables) agency(name string) bool {
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '/' || r == ',' || r == '|' }) {
		if !t.agencies[strings.TrimSpace(part)] && !t.agencies[name] {
			return false
		}
	}
	return true
}

// separator reads the dash, full stop or colon that ends the dateline; "" if
// there is none.
func (s *scan) separator() string {
	at := skipBlank(s.text, s.at)
	spaced := at > s.at
	rest := s.text[at:]
	rest = strings.TrimPrefix(rest, ".")
	at += len(s.text[at:]) - len(rest)
	rest = strings.TrimLeft(rest, " \u00a0")
	for _, dash := range []string{"--", "–", "—", "-"} {
		if strings.HasPrefix(rest, dash) {
			end := len(s.text) - len(rest) + len(dash)
			if dash == "-" && (!spaced || end < len(s.text) && s.text[end] != ' ') {
				return ""
			}
			s.at = end
			return dash
		}
	}
	if at > 0 && at <= len(s.text) && at > s.at && s.text[at-1] == '.' {
		s.at = at
		return "."
	}
	if strings.HasPrefix(rest, ":") {
		s.at = len(s.text) - len(rest) + 1
		return ":"
	}
	if rest == "" { // the line ends here
		return "\n"
	}
	return ""
}

func isDash(sep string) bool { return sep == "--" || sep == "–" || sep == "—" || sep == "-" }

// prose says whether what follows a bare place and a dash is a sentence of its
// own and not the second half of one: it begins like a sentence, is long
// enough, ends in a full stop, and has no second dash of the kind.
func (s *scan) prose(d *Dateline, dash string) bool {
	if !isDash(dash) {
		return false
	}
	rest := strings.TrimLeft(s.text[s.at:], " \u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`"„“»«‚‘`, r) {
		return false
	}
	if shouted(d.Place) {
		return true
	}
	sentence := rest
	if n := strings.Index(rest, ". "); n >= 0 {
		sentence = rest[:n+1]
	}
	return len(sentence) >= minProse && strings.ContainsAny(sentence, ".!?") && !strings.Contains(sentence, " "+dash+" ")
}

// shouted says whether a place is written in capitals, as English-language
// agencies do.
func shouted(place string) bool {
	letters := 0
	for _, r := range place {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 4
}
