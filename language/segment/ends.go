package segment

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// ends says whether a sentence that starts at token first ends at token i: it
// gives its last token, which may be a closing sign after i, or -1.
func (c *cutter) ends(first, i int) int {
	t := &c.tokens[i]
	if c.reopens(first, i+1) || c.runsOn(first, i+1) || c.requotes(i) || c.datelined(first, i+1) {
		return i
	}
	if c.isSmiley(i) {
		return c.smiled(i)
	}
	if c.announces(first, i) || c.parts(first, i) {
		return i
	}
	if c.mayPart(first, i) {
		c.doubts = append(c.doubts, Doubt{At: int32(c.tokens[i+1].start), Colon: true})
	}
	if t.class != stop && t.class != dots && (t.class != abbreviation || t.kind != final) {
		return -1
	}
	last, quoted := c.closed(i)
	if last+1 == len(c.tokens) {
		return last
	}
	if c.bracketed(first, last) {
		return -1
	}
	next := last + 1
	switch {
	case t.class == abbreviation && !quoted:
		if c.tokens[next].class == opening && next+1 < len(c.tokens) {
			next++
		}
		if !c.isStarter(c.at(next)) {
			return -1
		}
	case t.class == dots && !quoted:
		if !c.begins(next, quoted) || !t.tight && c.tokens[next].class == word && !c.isStarter(c.at(next)) {
			return -1
		}
	case !c.begins(next, quoted) && !c.carelessly(i, next):
		return -1
	}
	return last
}

// reopens says whether token i opens a sentence without a stop before: a headline
// has been run into its text. Not within brackets or quotation marks, nor after a
// word that goes on.
func (c *cutter) reopens(first, i int) bool {
	if len(c.openers) == 0 || i+1 >= len(c.tokens) || c.tokens[i].tight || c.tokens[i].depth > c.tokens[first].depth {
		return false
	}
	names, ok := c.openers[c.at(i)]
	if !ok || slices.Contains(names, c.at(i+1)) || c.tokens[i+1].class != word {
		return false
	}
	before := c.at(i - 1)
	switch c.tokens[i-1].class {
	case word, numeral:
	case comma: // "gut; Die Lage"
		if before != ";" {
			return false
		}
	case closing: // "(Siehe Seite 2)", and a headline that ends in a quotation
		if before != ")" && !c.isDouble(i-1) || before == ")" && c.at(first) != "(" {
			return false
		}
	default:
		return false
	}
	return !c.starters[before] && !c.isStarter(before) && c.openers[before] == nil && !c.quoting(first, i) && c.fits(first, i)
}

// requotes says whether a quotation ends at token i and the next one begins: two
// sentences, as nothing stands between them.
func (c *cutter) requotes(i int) bool {
	return i+1 < len(c.tokens) && c.tokens[i].class == closing && c.tokens[i+1].class == opening && !c.tokens[i+1].tight &&
		c.isDouble(i) && c.isDouble(i+1)
}

// isDouble says whether token i is a double quotation mark.
func (c *cutter) isDouble(i int) bool {
	switch c.at(i) {
	case "\"", "“", "”", "„", "»", "«", "''", "``":
		return true
	}
	return false
}

// datelined says whether a dateline begins at token i, behind a headline that has been
// run into it: a place in capitals, perhaps a day, and an agency in brackets ("GENF, 6. Juli
// (dpa).", "DEN HAAG (afp/ap)").
func (c *cutter) datelined(first, i int) bool {
	k := i
	for k < len(c.tokens) && k < i+3 && c.tokens[k].class == word && c.shouts(k) {
		k++
	}
	if k == i || c.tokens[i].end-c.tokens[i].start < 3 || k-i == 3 && c.shouts(k) || c.tokens[i].tight || c.tokens[i].depth > c.tokens[first].depth || i == first || c.shouts(i-1) {
		return false
	}
	switch c.tokens[i-1].class {
	case word, numeral, closing, stop:
	default:
		return false
	}
	if k+2 < len(c.tokens) && c.at(k) == "," && isDigit(rune(c.at(k + 1)[0])) {
		k += 3 // the day and the month
	}
	return k < len(c.tokens) && c.at(k) == "(" && c.agency(k+1)
}

// agency says whether short words in small letters, at most three with a stroke between,
// and a closing bracket begin at token i.
func (c *cutter) agency(i int) bool {
	for n := 0; n < 3 && i+1 < len(c.tokens); n++ {
		if !c.lower(i) || c.tokens[i].class != word || c.tokens[i].end-c.tokens[i].start > 5 {
			return false
		}
		if c.at(i+1) == ")" {
			return true
		}
		if c.at(i+1) != "/" {
			return false
		}
		i += 2
	}
	return false
}

// shouts says whether token i is a word of two or more capital letters.
func (c *cutter) shouts(i int) bool {
	if i < 0 || i >= len(c.tokens) || c.tokens[i].end-c.tokens[i].start < 2 {
		return false
	}
	for _, r := range c.at(i) {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// isSmiley says whether token i is ":-)" or the like.
func (c *cutter) isSmiley(i int) bool {
	t := &c.tokens[i]
	return t.class == sign && t.end-t.start > 1 && (c.text[t.start] == ':' || c.text[t.start] == ';')
}

// smiled is the last token of the sentence that ends in the smiley i, or -1: it ends
// if a capital letter follows.
func (c *cutter) smiled(i int) int {
	last, _ := c.closed(i)
	if last+1 < len(c.tokens) && (c.tokens[last+1].class != word || !c.upper(last+1)) {
		return -1
	}
	return last
}

// quoting says whether a quotation is open before token i.
func (c *cutter) quoting(first, i int) bool {
	open := 0
	for k := max(first, i-MaxWords); k < i; k++ {
		switch t := &c.tokens[k]; {
		case t.class == opening && c.text[t.start] != '(':
			open++
		case t.class == closing && c.text[t.start] != ')':
			open = max(0, open-1)
		}
	}
	return open > 0
}

func (c *cutter) at(i int) string { return c.text[c.tokens[i].start:c.tokens[i].end] }

// closed takes further stops and closing signs after token i.
func (c *cutter) closed(i int) (last int, quoted bool) {
	for i+1 < len(c.tokens) {
		t := &c.tokens[i+1]
		switch {
		case t.class == closing:
			quoted = true
		case t.tight && (t.class == stop || t.class == dots), c.isSmiley(i + 1):
		default:
			return i, quoted
		}
		i++
	}
	return i, quoted
}

// bracketed says whether a round bracket has been opened within the sentence, not
// by its first token, and is closed again within 40 tokens.
func (c *cutter) bracketed(first, last int) bool {
	depth := c.depthAfter(last)
	if c.tokens[first].class == opening || depth <= c.tokens[first].depth {
		return false
	}
	for i := last + 1; i < min(last+40, len(c.tokens)); i++ {
		if c.depthAfter(i) < depth {
			return true
		}
	}
	return false
}

func (c *cutter) depthAfter(i int) uint8 {
	if i+1 < len(c.tokens) {
		return c.tokens[i+1].depth
	}
	return c.depth
}

// begins says whether a sentence may begin at token i, after a stop; quoted says
// that a quotation or bracket was closed after the stop.
func (c *cutter) begins(i int, quoted bool) bool {
	t := &c.tokens[i]
	r, size := utf8.DecodeRuneInString(c.text[t.start:])
	switch t.class {
	case comma, closing, stop, dots:
		return false
	case dash:
		return !quoted && !t.tight && i+1 < len(c.tokens) && (c.upper(i+1) || c.tokens[i+1].class == opening)
	case opening:
		return r != '(' || i+1 < len(c.tokens) && !c.lower(i+1)
	case numeral:
		return !t.tight
	case sign:
		return r != '%'
	}
	if unicode.IsLower(r) {
		second, _ := utf8.DecodeRuneInString(c.text[t.start+size:])
		return !t.tight && unicode.IsUpper(second) // "iPhone"
	}
	return !isDigit(r) || !t.tight
}

func (c *cutter) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.text[c.tokens[i].start:])
	return unicode.IsUpper(r)
}

func (c *cutter) lower(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.text[c.tokens[i].start:])
	return unicode.IsLower(r)
}
