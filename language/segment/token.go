package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/morph"
)

// class is what a token is to the search for sentence ends.
type class uint8

const (
	word class = iota
	numeral
	abbreviation // ends in a full stop that belongs to it
	stop         // . ! ?
	dots         // … ... ..
	opening      // bracket or quotation mark
	closing
	comma // , ; :
	dash
	sign // anything else
)

// token is a written token.
type token struct {
	start, end int
	class      class
	kind       kind     // of an abbreviation
	parts      []string // of a contraction in the tables
	cut        int      // a contraction of two parts is cut here, 0 = none
	tight      bool     // no white space before it
	depth      uint8    // round brackets that are open before it
	part       part     // unread until it is asked for
}

// cutter cuts one text.
type cutter struct {
	*rules
	text   string
	tokens []token
	end    int   // of the block
	single bool  // a single quotation mark is open
	double bool  // a straight double one is open
	depth  uint8 // open round brackets

	memo     *morph.Memo      // of the dictionary, or nil
	readings []morph.Analysis // scratch
	features []int32          // scratch
	doubts   []Doubt          // in their order
}

// tokenise appends the tokens of the block.
func (c *cutter) tokenise(start, end int) {
	c.end, c.single, c.double, c.depth = end, false, false, 0
	for at := start; at < end; {
		r, size := c.rune(at)
		if isBlank(r) {
			at += size
			continue
		}
		c.tokens = append(c.tokens, token{start: at, tight: at > start && !c.blankBefore(at), depth: c.depth})
		t := &c.tokens[len(c.tokens)-1]
		c.scan(t, r, size)
		if t.class == word || t.class == numeral {
			c.finish(t)
		}
		at = t.end
	}
}

// rune decodes at the offset, within the block; 0, 0 at its end.
func (c *cutter) rune(at int) (rune, int) {
	if at >= c.end {
		return 0, 0
	}
	if b := c.text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.text[at:c.end])
}

func (c *cutter) blankBefore(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(c.text[:at])
	return isBlank(r)
}

// spaced says whether white space, or the text's end, is at the offset.
func (c *cutter) spaced(at int) bool {
	if at >= len(c.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(c.text[at:])
	return isBlank(r)
}

func isBlank(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r' || r < ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == 0x85
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == utf8.RuneError
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWord(r rune) bool { return isLetter(r) || isDigit(r) || r == '_' || unicode.IsNumber(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == 'ʼ' }

// scan sets the token's end and class.
func (c *cutter) scan(t *token, r rune, size int) {
	switch {
	case isWord(r), (r == '#' || r == '@') && c.wordAt(t.start+size):
		c.scanWord(t)
	case r == '-' && c.joinHyphens && !t.tight && c.letterAt(t.start+size): // "-exporte"
		c.scanWord(t)
	case isApostrophe(r) && c.scanSuffix(t, size):
	default:
		c.scanSign(t, r, size)
	}
}

func (c *cutter) wordAt(at int) bool   { r, _ := c.rune(at); return isWord(r) }
func (c *cutter) letterAt(at int) bool { r, _ := c.rune(at); return isLetter(r) }

// scanSuffix takes an apostrophe with the suffix after it as a word ("für 's",
// "'99").
func (c *cutter) scanSuffix(t *token, size int) bool {
	at := t.start + size
	if t.tight && !c.partSuffixes {
		for _, s := range c.suffixes {
			if rest := c.text[at:c.end]; len(s) > 1 && strings.HasPrefix(rest, s[1:]) && !c.wordAt(at+len(s)-1) {
				t.end = at + len(s) - 1
				return true
			}
		}
	}
	if !t.tight && at+2 <= c.end && isDigit(rune(c.text[at])) && isDigit(rune(c.text[at+1])) && !c.wordAt(at+2) {
		t.end, t.class = at+2, numeral
		return true
	}
	return false
}

// scanSign takes a sign, or several of the same kind.
func (c *cutter) scanSign(t *token, r rune, size int) {
	t.end, t.class = t.start+size, sign
	switch r {
	case '.', '…':
		t.class = stop
		t.end = c.run(t.start, r)
		if r == '…' || t.end-t.start > 1 {
			t.class = dots
		}
	case '!', '?':
		t.class = stop
		if c.joinSigns {
			t.end = c.runOf(t.start, "!?")
		}
	case ',', ';', ':':
		t.class = comma
		c.smiley(t)
	case '-', '–', '—', '―', '‒':
		t.class = dash
		t.end = c.run(t.start, r)
	case '(', '[', '{':
		t.class = opening
		if r == '(' && c.depth < 255 {
			c.depth++
		}
	case ')', ']', '}':
		t.class = closing
		if r == ')' && c.depth > 0 {
			c.depth--
		}
	case '*', '=', '_', '~', '#', '+', '<', '>':
		t.end = c.run(t.start, r)
	default:
		c.quote(t, r, size)
	}
}

// run is the end of the run of r at the offset.
func (c *cutter) run(at int, r rune) int {
	for {
		x, size := c.rune(at)
		if x != r || size == 0 {
			return at
		}
		at += size
	}
}

func (c *cutter) runOf(at int, signs string) int {
	for at < c.end && strings.IndexByte(signs, c.text[at]) >= 0 {
		at++
	}
	return at
}

// smiley takes ":)" and ":-)" as one token.
func (c *cutter) smiley(t *token) {
	for _, s := range []string{":-)", ":)", ";-)", ";)", ":-(", ":("} {
		if strings.HasPrefix(c.text[t.start:c.end], s) {
			t.end, t.class = t.start+len(s), sign
			return
		}
	}
}

// quote decides whether a quotation mark opens or closes. Those whose shape does
// not tell (' " “ ” ’ » «) open after white space or an opening sign and close
// otherwise; alone between two spaces, they do what the one before has not done.
func (c *cutter) quote(t *token, r rune, size int) {
	switch r {
	case '„', '‚':
		t.class = opening
	case '"', '“', '”', '»', '«', '›', '‹', '‘', '’', '\'', '`', '´', '‟':
		if next, _ := c.rune(t.end); next == r && (r == '\'' || r == '`' || r == '’' || r == '‘') {
			t.end += size // '' or ``
		}
		t.class = closing
		if c.opens(t) {
			t.class = opening
		}
	default:
		return
	}
	if r == '\'' || r == '’' || r == '‘' || r == '‚' {
		c.single = t.class == opening && t.end-t.start == size
	} else {
		c.double = t.class == opening
	}
}

func (c *cutter) opens(t *token) bool {
	before := !t.tight
	if n := len(c.tokens); n > 1 && !before {
		prev := c.tokens[n-2].class
		before = prev == opening || prev == dash
	} else if n == 1 {
		return true
	}
	after := c.spaced(t.end) || t.end >= c.end
	if before && after {
		return !c.double
	}
	return before
}
