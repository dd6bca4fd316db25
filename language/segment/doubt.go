package segment

// Doubt is a place within a sentence where it might end all the same. Whoever has read
// the words around it can tell better.
type Doubt struct {
	At    int32   // offset of what follows
	Score float32 // the model's score of the place, where no colon stands before it
	Colon bool
	Never bool // it is none: a title and a name stand around it
}

// titledName says whether token i is a name with its title before it, where that has no
// article and no preposition, unless it may be a verb's particle: "lehnt es ab Minister
// Weber", but "am Dienstag Weber".
func (c *cutter) titledName(first, i int) bool {
	if c.part(first, i-1) != titleNoun {
		return false
	}
	switch c.part(first, i) {
	case name, person, unknown, nounOrName, genitiveName, capitals:
	default:
		return false
	}
	switch c.part(first, i-2) {
	case determiner, attribute, maybeAttribute:
		return false
	case preposition:
		return c.seams.particles[c.at(i-2)]
	}
	return true
}

// mayPart says whether token i is a colon behind which a sentence may begin, as far as
// words tell: a capital letter follows, outside brackets and quotations, and nothing
// before announces what somebody says. (Behind a semicolon a sentence begins with a word
// that has its capital letter for nothing else, see parts.)
func (c *cutter) mayPart(first, i int) bool {
	next := i + 1
	if c.seams == nil || c.tokens[i].class != comma || c.text[c.tokens[i].start] != ':' || next+2 >= len(c.tokens) {
		return false
	}
	return c.tokens[next].class == word && !c.tokens[next].tight && c.upper(next) && c.tokens[i].depth <= c.tokens[first].depth &&
		!c.tellsBefore(first, i) && !c.quoting(first, i)
}

// tellsBefore says whether the clause before the colon i, or a word in small letters
// before that, announces what somebody says.
func (c *cutter) tellsBefore(first, i int) bool {
	clause := true
	for k := i - 1; k >= max(first, i-lookBack); k-- {
		clause = clause && c.part(first, k) != commaSign
		if c.says(k) && (clause || c.lower(k)) {
			return true
		}
	}
	return false
}
