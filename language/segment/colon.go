package segment

import "strings"

// announces says whether token i is a colon between two full sentences: a finite verb
// stands before it, and what follows begins with a word that opens sentences and has a
// finite verb too. What somebody says stays with what announces it where it might not be
// found again in a sentence of its own: behind a verb that ends the clause ("er sagte: …"),
// or a noun that tells it ("Kritik kam aus Wien: …"), in the subjunctive and in the first
// person.
func (c *cutter) announces(first, i int) bool {
	next := i + 1
	if c.seams == nil || c.tokens[i].class != comma || next+2 >= len(c.tokens) || c.tokens[next].tight || c.text[c.tokens[i].start] != ':' {
		return false
	}
	if c.tokens[i].depth > c.tokens[first].depth || !c.starts(first, next) {
		return false
	}
	switch c.part(first, i-1) {
	case finite, indirect, maybeFinite, participle, conjunction, subordinator:
		return false
	}
	verb := false
	for k := i - 1; k >= max(first, i-lookBack) && !verb; k-- {
		verb = verbOf(c.part(first, k)) == 2
	}
	return verb && !c.tellsBefore(first, i) && c.states(first, next) && !c.quoting(first, i)
}

// starts says whether token i, which has a capital letter, is no noun and no name, so
// that a sentence starts there.
func (c *cutter) starts(first, i int) bool {
	switch c.part(first, i) {
	case function, capitalAdverb:
		return true
	case nominal:
		p := c.part(first, i+1)
		return p == noun || p == nounOrName || p == attribute
	}
	return false
}

// parts says whether token i is a semicolon before a word that is no noun and has a
// capital letter.
func (c *cutter) parts(first, i int) bool {
	next := i + 1
	return c.seams != nil && c.tokens[i].class == comma && next+2 < len(c.tokens) && !c.tokens[next].tight && c.text[c.tokens[i].start] == ';' &&
		c.tokens[i].depth <= c.tokens[first].depth && c.starts(first, next) && !c.quoting(first, i)
}

// says says whether token i is a word that announces what somebody says.
func (c *cutter) says(i int) bool {
	if c.tokens[i].class != word {
		return false
	}
	for _, s := range c.seams.speech {
		if w := c.at(i); strings.HasPrefix(w, s) && len(w) <= len(s)+len("en") { // but "Meinungswandel"
			return true
		}
	}
	return false
}

// states says whether the sentence that starts at token i has a finite verb, and is
// nobody's words: its first verb is not in the subjunctive of indirect speech, and it has
// no pronoun of the first person.
func (c *cutter) states(first, i int) bool {
	verb := false
	for k := i; k < i+lookAhead; k++ {
		switch p := c.part(first, k); {
		case p == edge || p == stopSign || p == colonSign || p == openQuote || p == closeQuote:
			return verb
		case p == indirect && !verb, c.isSelf(k):
			return false
		case verbOf(p) > 0:
			verb = true
		}
	}
	return verb
}

// isSelf says whether token i is a pronoun of the first person.
func (c *cutter) isSelf(i int) bool {
	var small [24]byte
	n := copy(small[:], c.at(i))
	if small[0] >= 'A' && small[0] <= 'Z' {
		small[0] |= 0x20
	}
	return c.seams.selves[string(small[:n])]
}

// longestAbbreviation is the length of the longest word that is taken for an
// abbreviation because nobody knows it, in bytes.
const longestAbbreviation = 8

// carelessly says whether a sentence that begins with a small letter starts at token
// next, behind the full stop i: the word before the stop is known, so no abbreviation.
func (c *cutter) carelessly(i, next int) bool {
	t := &c.tokens[i]
	if c.seams == nil || next != i+1 || i == 0 || t.class != stop || c.text[t.start] != '.' || !t.tight || c.tokens[next].tight || c.tokens[next].class != word || !c.lower(next) {
		return false
	}
	w := c.at(i - 1)
	if c.tokens[i-1].class != word {
		return false
	}
	switch c.part(i-1, i-1) {
	case lowercase, unknown, capitals, name, person:
		return len(w) > longestAbbreviation
	case genitiveName:
		return len(w) > 6
	case preposition, pronoun, conjunction, adverb: // "nahm zu", "darf er"
		return len(w) > 1
	}
	return len(w) > 2
}
