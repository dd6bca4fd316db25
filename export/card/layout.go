package card

import (
	"strings"
	"unicode"

	"depesche/record"
)

// style is how a piece of text is set on a terminal.
type style uint8

const (
	plain style = iota
	bold
	dim
	mark // the words that carry a record
	when // dates
)

var escapes = [...]string{plain: "", bold: "\x1b[1m", dim: "\x1b[2m", mark: "\x1b[1;4m", when: "\x1b[36m"}

// piece is a run of text in one style; line a row of pieces.
type piece struct {
	text  string
	style style
	who   *record.Entity // whom the text names, nil for other words
}

type line []piece

// add appends text, with a space before it unless the line is empty.
func (l line) add(text string, s style) line {
	if text == "" {
		return l
	}
	if len(l) > 0 {
		text = " " + text
	}
	return append(l, piece{text: text, style: s})
}

// append appends another line, with a space before it.
func (l line) append(tail line) line {
	return append(append(l, piece{text: " "}), tail...)
}

func (l line) width() int {
	n := 0
	for _, p := range l {
		n += columns(p.text)
	}
	return n
}

// wrap breaks a line at spaces so that no row is wider than width; a word that
// is wider is broken where it must be.
func wrap(l line, width int) []line {
	var rows []line
	var row line
	used := 0
	for _, w := range atoms(l) {
		n := w.text.width()
		if used > 0 && used+1+n > width {
			rows, row, used = append(rows, row), nil, 0
		}
		if used > 0 {
			row = row.join(" ", w.space)
			used++
		}
		for _, p := range w.text {
			for used+columns(p.text) > width {
				var head string
				head, p.text = cut(p.text, width-used)
				rows, row, used = append(rows, row.join(head, p.style)), nil, 0
			}
			row = row.join(p.text, p.style)
			used += columns(p.text)
		}
	}
	if len(row) > 0 {
		rows = append(rows, row)
	}
	return rows
}

// atom is what no line is broken in: a word, its parts perhaps of several
// styles, and the style of the space before it.
type atom struct {
	text  line
	space style
}

func atoms(l line) []atom {
	var out []atom
	fresh, space := true, plain
	for _, p := range l {
		for i, word := range strings.Split(p.text, " ") {
			if i > 0 {
				fresh, space = true, p.style
			}
			switch {
			case word == "":
			case fresh:
				out, fresh = append(out, atom{line{{text: word, style: p.style}}, space}), false
			default:
				last := &out[len(out)-1]
				last.text = append(last.text, piece{text: word, style: p.style})
			}
		}
	}
	return out
}

// join appends text, to the last piece if it has the same style.
func (l line) join(text string, s style) line {
	if text == "" {
		return l
	}
	if n := len(l); n > 0 && l[n-1].style == s {
		l[n-1].text += text
		return l
	}
	return append(l, piece{text: text, style: s})
}

// cut splits text so that the head has at most the given columns, at least one
// character.
func cut(text string, width int) (head, tail string) {
	used := 0
	for i, r := range text {
		if used += runeColumns(r); used > width && i > 0 {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

func (c *card) line(l line) {
	for _, p := range l {
		if e := escapes[p.style]; c.o.Color && e != "" {
			c.out.WriteString(e + p.text + "\x1b[0m")
		} else {
			c.out.WriteString(p.text)
		}
	}
	c.out.WriteByte('\n')
}

func (c *card) lines(ls []line, indent string) {
	for _, l := range ls {
		c.line(append(line{{text: indent, style: plain}}, l...))
	}
}

// The columns of a card: when and code left, the rest right.
const (
	leftColumn = 20
	gap        = 2
)

func (c *card) rightColumn() int { return c.width - leftColumn - gap - 1 }

// beside writes two columns of rows.
func (c *card) beside(left, right []line) {
	for i := range max(len(left), len(right)) {
		var l, r line
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		row := append(line{{text: " ", style: plain}}, l...)
		if len(r) > 0 {
			row = append(row, piece{text: strings.Repeat(" ", max(leftColumn-l.width(), 0)+gap), style: plain})
			row = append(row, r...)
		}
		c.line(row)
	}
}

// columns is how many columns a text takes on a terminal: combining marks take
// none, East Asian wide letters two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0xff01 && r <= 0xff60 || r >= 0x1f300 && r <= 0x1faff:
		return 2
	}
	return 1
}

// clean makes a report's words fit for a terminal: white space becomes single
// spaces, control characters go.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
