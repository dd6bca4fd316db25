package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a byte range of the text.
type span struct{ start, end int }

// Widths of lines, in bytes.
const (
	maxWrapped = 160 // a longer line has not been wrapped
	minWrapped = 40  // a text wrapped to fewer is taken for a list
)

// blocks cuts the text from the offset on into paragraphs, headlines and items:
// runs without a blank line whose line breaks are only wrapping.
func blocks(text string, at int) []span {
	var all []span
	var lines []span
	flush := func() {
		all = appendBlocks(all, text, lines)
		lines = lines[:0]
	}
	for at < len(text) {
		end, next := lineEnd(text, at)
		if l := trim(text, at, end); l.start < l.end {
			lines = append(lines, l)
		} else {
			flush()
		}
		at = next
	}
	flush()
	return all
}

// without takes a stretch that is no prose, a dateline, out of the blocks.
func without(all []span, gone span, text string) []span {
	if gone.start >= gone.end {
		return all
	}
	var kept []span
	for _, b := range all {
		if b.end <= gone.start || gone.end <= b.start {
			kept = append(kept, b)
			continue
		}
		for _, rest := range []span{trim(text, b.start, max(b.start, gone.start)), trim(text, min(b.end, gone.end), b.end)} {
			if rest.start < rest.end {
				kept = append(kept, rest)
			}
		}
	}
	return kept
}

// lineEnd is the end of the line and the start of the next one.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return i, i + 1
		case '\r':
			if strings.HasPrefix(text[i:], "\r\n") {
				return i, i + 2
			}
			return i, i + 1
		case 0xe2:
			if x := text[i:]; strings.HasPrefix(x, "\u2028") || strings.HasPrefix(x, "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

func trim(text string, a, z int) span {
	x := strings.TrimLeftFunc(text[a:z], unicode.IsSpace)
	a = z - len(x)
	return span{a, a + len(strings.TrimRightFunc(x, unicode.IsSpace))}
}

// appendBlocks joins the lines of a run where a break is only wrapping.
func appendBlocks(all []span, text string, lines []span) []span {
	width := 0
	for _, l := range lines {
		width = max(width, l.end-l.start)
	}
	for i, l := range lines {
		if i > 0 && wraps(text, lines[i-1], l, width, len(lines)) {
			all[len(all)-1].end = l.end
			continue
		}
		all = append(all, l)
	}
	return all
}

// wraps says whether the break between two lines is only wrapping: the first word
// of the second line would not have fitted into the first, or the second goes on
// in the middle of a sentence.
func wraps(text string, a, b span, width, lines int) bool {
	first, _ := utf8.DecodeRuneInString(text[b.start:])
	if unicode.IsLower(first) {
		return true
	}
	if lines < 3 || width > maxWrapped || width < minWrapped || isBullet(text[b.start:b.end]) {
		return false
	}
	word := text[b.start:b.end]
	if i := strings.IndexByte(word, ' '); i > 0 {
		word = word[:i]
	}
	return a.end-a.start+1+len(word) > width
}

func isBullet(line string) bool {
	for _, b := range []string{"- ", "– ", "* ", "• ", "+ ", "— "} {
		if strings.HasPrefix(line, b) {
			return true
		}
	}
	return false
}
