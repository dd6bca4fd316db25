package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanWord takes a word, number, address or name of the net.
func (c *cutter) scanWord(t *token) {
	t.class = word
	if end := c.address(t.start); end > 0 {
		t.end = end
		return
	}
	at := t.start
	_, size := c.rune(at)
	at += size
	digits := isDigit(rune(c.text[t.start]))
	for at < c.end {
		r, size := c.rune(at)
		if isWord(r) {
			digits = digits && isDigit(r)
			at += size
			continue
		}
		if r == '$' && at-t.start <= 3 && strings.ToUpper(c.text[t.start:at]) == c.text[t.start:at] && !digits {
			at += size // "US$"
			break
		}
		if isApostrophe(r) && c.elides(t.start, at) {
			at += size // "l'" before "accord"
			break
		}
		next := c.inner(t.start, at, r, size)
		if next <= at {
			break
		}
		if digits = digits && (r == '.' || r == ',' || r == ':' || isApostrophe(r)); next > c.end {
			next = c.end
		}
		at = next
	}
	t.end = at
	if digits {
		t.class = numeral
	}
}

// inner decides whether the sign r at the offset belongs to the word that starts
// at start: it gives the offset after what belongs to it, or at most the offset.
func (c *cutter) inner(start, at int, r rune, size int) int {
	prev, _ := utf8.DecodeLastRuneInString(c.text[start:at])
	next, nextSize := c.rune(at + size)
	switch {
	case r == '.':
		return c.innerDot(start, at, prev, next)
	case r == ',' && isDigit(prev) && isDigit(next), r == ':' && isDigit(prev) && isDigit(next):
		return at + size
	case r == ':' || r == '*':
		if rest := c.text[at+size : c.end]; isLetter(prev) && (strings.HasPrefix(rest, "innen") || strings.HasPrefix(rest, "in ")) {
			return at + size
		}
	case isApostrophe(r):
		return c.innerApostrophe(at, size, prev, next)
	case r == '-' || r == '‑' || r == '\u00ad':
		return c.hyphen(start, at, size, prev, next)
	case r == '/' && isDigit(prev) && isDigit(next):
		return at + size
	case r == '/' && isLetter(prev) && (next == 'h' || next == 's'):
		if !c.wordAt(at + size + nextSize) {
			return at + size
		}
	case r == '&' && unicode.IsUpper(prev) && unicode.IsUpper(next):
		return at + size
	case r == '@' && isWord(next):
		return c.runTo(at+size, isAddress)
	}
	return at
}

// innerDot keeps the full stop of "1.000", "U.S", "z.B", "news.de", not that of
// "Ende.Das" or "Nr.1".
func (c *cutter) innerDot(start, at int, prev, next rune) int {
	switch {
	case isDigit(prev) && isDigit(next):
		return at + 1
	case !isLetter(prev) || !isLetter(next):
		return at
	case c.abbreviations[c.text[start:at+1]] != noAbbreviation && !c.oneLetter(start, at):
		return at
	case c.oneLetter(start, at), c.oneLetterDot(at + 1), unicode.IsLower(prev) && unicode.IsLower(next):
		return at + 1
	}
	return at
}

// oneLetter says whether there is a single letter between the word's start, or
// its last full stop, and the offset.
func (c *cutter) oneLetter(start, at int) bool {
	_, size := utf8.DecodeLastRuneInString(c.text[start:at])
	return at-size == start || c.text[at-size-1] == '.'
}

// oneLetterDot says whether a letter and a full stop are at the offset.
func (c *cutter) oneLetterDot(at int) bool {
	_, size := c.rune(at)
	return at+size < c.end && c.text[at+size] == '.'
}

// innerApostrophe keeps the apostrophe of "O'Neill", "1'000"; a suffix of the
// tables is a word of its own where the language says so.
func (c *cutter) innerApostrophe(at, size int, prev, next rune) int {
	if !isWord(prev) || !isWord(next) {
		return at
	}
	if !c.partSuffixes {
		for _, s := range c.suffixes {
			if strings.HasPrefix(c.text[at+size:c.end], s[1:]) && !c.wordAt(at+size+len(s)-1) {
				return at
			}
		}
	}
	return at + size
}

// elides says whether the word so far ends in the apostrophe that follows.
func (c *cutter) elides(start, at int) bool {
	return len(c.elisions) > 0 && c.elisions[strings.ToLower(c.text[start:at])]
}

// hyphen keeps the hyphens of the language.
func (c *cutter) hyphen(start, at, size int, prev, next rune) int {
	switch {
	case isDigit(prev) && isDigit(next):
		return c.isoDay(start, at)
	case !isWord(prev) && prev != '.':
		return at
	case c.joinHyphens && (isWord(next) || isOpenQuote(next) && c.letterAt(at+size+utf8.RuneLen(next))):
		if !isWord(next) {
			return at
		}
		return at + size
	case c.joinHyphens && isLetter(prev) && (next == 0 || isBlank(next) || strings.ContainsRune(",/).;“\"", next)):
		return at + size
	case isWord(next) && c.prefixes[strings.ToLower(c.text[start:at])]:
		return at + size
	}
	return at
}

func isOpenQuote(r rune) bool { return r == '„' || r == '"' || r == '»' || r == '‚' }

// isoDay takes the rest of "2023-03-01"; other hyphens between digits part.
func (c *cutter) isoDay(start, at int) int {
	x := c.text[start:c.end]
	if at-start != 4 || len(x) < 10 || x[7] != '-' || c.wordAt(start+10) {
		return at
	}
	for _, i := range []int{0, 1, 2, 3, 5, 6, 8, 9} {
		if !isDigit(rune(x[i])) {
			return at
		}
	}
	return start + 10
}

// address is the end of a web address at the offset, or 0.
func (c *cutter) address(at int) int {
	x := c.text[at:c.end]
	if !strings.HasPrefix(x, "http://") && !strings.HasPrefix(x, "https://") && !strings.HasPrefix(x, "www.") {
		return 0
	}
	end := c.runTo(at, func(r rune) bool {
		return !isBlank(r) && r != '"' && r != '<' && r != '>' && r != '“' && r != '”' && r != '»' && r != '«'
	})
	return at + len(strings.TrimRight(c.text[at:end], ".,;:!?)]'…’"))
}

func isAddress(r rune) bool { return isWord(r) || r == '-' }

func (c *cutter) runTo(at int, is func(r rune) bool) int {
	for at < c.end {
		r, size := c.rune(at)
		if !is(r) && !(r == '.' && c.wordAt(at+size)) {
			break
		}
		at += size
	}
	return at
}
