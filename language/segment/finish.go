package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// finish decides what belongs to a word beyond its letters, and what of it is a
// contraction.
func (c *cutter) finish(t *token) {
	c.unit(t)
	c.possessive(t)
	if t.cut == 0 {
		c.contract(t)
	}
	c.fullStop(t)
}

// unit cuts a unit off its number.
func (c *cutter) unit(t *token) {
	if len(c.units) == 0 || t.class != word || !isDigit(rune(c.text[t.start])) {
		return
	}
	w := c.text[t.start:t.end]
	i := strings.LastIndexFunc(w, func(r rune) bool { return !isLetter(r) }) + 1
	if i < len(w) && isDigit(rune(w[i-1])) && c.units[w[i:]] {
		t.end, t.class = t.start+i, numeral
	}
}

// possessive takes the apostrophe after "states" or "Paris", unless a quotation
// is open that it could close.
func (c *cutter) possessive(t *token) {
	r, size := c.rune(t.end)
	if c.single || t.class != word || r != '\'' && r != '’' {
		return
	}
	switch c.text[t.end-1] | 0x20 {
	case 's':
	case 'x', 'z':
		if c.partSuffixes {
			return
		}
	default:
		return
	}
	if next, _ := c.rune(t.end + size); next == r || isWord(next) {
		return
	}
	if c.partSuffixes {
		t.cut = t.end - t.start
	}
	t.end += size
}

// contract parts a contraction of the tables.
func (c *cutter) contract(t *token) {
	w := c.text[t.start:t.end]
	if x, ok := c.contractions[w]; ok {
		t.parts = x.parts
		return
	}
	var small [16]byte
	if n := len(w); n <= len(small) && w[0] >= 'A' && w[0] <= 'Z' {
		copy(small[:], w)
		small[0] |= 0x20
		if x, ok := c.contractions[string(small[:n])]; ok {
			t.parts = x.capital
			return
		}
	}
	if c.partSuffixes {
		t.cut = c.suffixAt(w)
	}
}

// suffixAt is where the word's suffix begins, 0 if it has none.
func (c *cutter) suffixAt(w string) int {
	at := strings.LastIndexFunc(w, isApostrophe)
	if at <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(w[at:])
	tail := w[at+size:]
	for _, s := range c.suffixes {
		before, after, _ := strings.Cut(s, "'")
		if len(tail) == len(after) && strings.EqualFold(tail, after) && at > len(before) && strings.EqualFold(w[at-len(before):at], before) {
			return at - len(before)
		}
	}
	return 0
}

// follower is what comes after a full stop.
type follower struct {
	none  bool // the block's end
	tight bool // no white space between
	first rune
	word  string // if it begins with a letter or digit
}

// follows looks at what comes at the offset.
func (c *cutter) follows(at int) follower {
	start := at
	r, size := c.rune(at)
	for size > 0 && isBlank(r) && at < start+64 {
		at += size
		r, size = c.rune(at)
	}
	f := follower{none: size == 0, tight: at == start, first: r}
	if isWord(r) {
		end := at
		for n := 0; n < 32; n++ {
			r, size := c.rune(end)
			if size == 0 || !isWord(r) {
				break
			}
			end += size
		}
		f.word = c.text[at:end]
	}
	return f
}

// fullStop takes the full stop after the word if it is its own.
func (c *cutter) fullStop(t *token) {
	if t.end >= c.end || c.text[t.end] != '.' || strings.HasPrefix(c.text[t.end:c.end], "..") || t.cut > 0 {
		return
	}
	if k := c.stopKind(t, c.follows(t.end+1)); k != noAbbreviation {
		t.end++
		t.class, t.kind, t.parts = abbreviation, k, nil
	}
}

func (c *cutter) stopKind(t *token, f follower) kind {
	w := c.text[t.start:t.end]
	first, size := utf8.DecodeRuneInString(w)
	k := c.abbreviations[c.text[t.start:t.end+1]]
	if k == number {
		k = noAbbreviation
		if isDigit(f.first) || isRoman(f.word) {
			return inside
		}
	}
	switch {
	case k != noAbbreviation:
		return k
	case isAcronym(w):
		if unicode.IsLower(first) {
			return inside
		}
		return final
	case t.class == numeral, isRoman(w) && len(c.before) > 0 && c.namedBefore():
		return c.ordinal(t, f, t.class == numeral)
	case size == len(w) && unicode.IsUpper(first):
		return c.initial(first, f)
	case unicode.IsLower(f.first) && !f.tight && (size == len(w) || isVowelless(w)):
		return inside
	case f.first == ',' && f.tight && utf8.RuneCountInString(w) <= 5 && !unicode.IsDigit(first):
		return inside
	}
	return noAbbreviation
}

// initial decides about a single capital letter.
func (c *cutter) initial(letter rune, f follower) kind {
	switch {
	case f.none:
		return noAbbreviation
	case f.word == "" && f.first != ',' && f.first != '-' && f.first != ')':
		return noAbbreviation
	case letter == 'I' && !c.namedBefore():
		return noAbbreviation
	case c.isStarter(f.word):
		return final
	}
	return inside
}

// namedBefore says whether the token before the last is a word with a capital
// letter, or there is none.
func (c *cutter) namedBefore() bool {
	n := len(c.tokens)
	if n < 2 {
		return true
	}
	r, _ := c.rune(c.tokens[n-2].start)
	return unicode.IsUpper(r)
}

// ordinal decides about a number.
func (c *cutter) ordinal(t *token, f follower, digits bool) kind {
	n := len(c.tokens)
	w := c.text[t.start:t.end]
	if f.none || digits && len(w) > 3 {
		return noAbbreviation
	}
	if digits && !f.tight && (n == 1 || len(w) < 3 && c.tokens[n-2].class == stop && unicode.IsUpper(f.first)) {
		return inside // the number of an item
	}
	if len(c.before) == 0 || f.tight && isLetter(f.first) {
		return noAbbreviation
	}
	before := n > 1 && c.before[strings.ToLower(c.at(n-2))] || n > 2 && c.tokens[n-3].class == abbreviation && isDigit(rune(c.at(n - 3)[0]))
	switch {
	case f.word == "":
		if strings.ContainsRune(",/-–)", f.first) && len(w) < 3 || before && isOpenQuote(f.first) {
			return inside
		}
		return noAbbreviation
	case unicode.IsLower(f.first), c.after[f.word]:
		return inside
	case isDigit(f.first):
		if before && len(w) < 3 {
			return inside
		}
	case c.isStarter(f.word):
		if before || !digits {
			return final
		}
	case before, !digits:
		return inside
	}
	return noAbbreviation
}

// isStarter says whether the word, which begins with a capital letter, is one of
// those that begin sentences.
func (c *cutter) isStarter(w string) bool {
	var small [24]byte
	r, size := utf8.DecodeRuneInString(w)
	if len(w) > len(small) || !unicode.IsUpper(r) {
		return false
	}
	n := utf8.EncodeRune(small[:], unicode.ToLower(r))
	n += copy(small[n:], w[size:])
	return c.starters[string(small[:n])]
}

// isRoman says whether the word is a Roman number up to some hundreds.
func isRoman(w string) bool {
	return w != "" && len(w) <= 7 && strings.Trim(w, "IVXLC") == ""
}

// isAcronym says whether the word is single letters with full stops between.
func isAcronym(w string) bool {
	letter := true
	stops := 0
	for _, r := range w {
		switch {
		case letter && isLetter(r):
		case !letter && r == '.':
			stops++
		default:
			return false
		}
		letter = !letter
	}
	return stops > 0 && !letter
}

func isVowelless(w string) bool {
	return len(w) <= 4 && !strings.ContainsAny(w, "aeiouyäöüAEIOUYÄÖÜ0123456789")
}
