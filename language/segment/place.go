package segment

import (
	"slices"
	"strings"

	"depesche/language/logistic"
)

// unlikely is the score below which not even a word that opens sentences tells an end.
const unlikely = -1

// forNames is what a place before what may be a name for the noun before ("der Verband
// Bitkom") must score beyond others.
const forNames = 1.5

// How far the search for verbs looks from a place, in tokens.
const (
	lookBack  = 60
	lookAhead = 24
)

// isPlace says whether a sentence that starts at token first might end before token i
// without a stop: i has a capital letter or opens direct speech, and a word, a number or
// a closing sign stands before, outside brackets and quotations, that does not ask for
// more (a determiner, an adjective with an ending, a first name).
func (c *cutter) isPlace(first, i int) bool {
	if i <= first || i+1 >= len(c.tokens) || c.tokens[i].tight || c.tokens[i].depth > c.tokens[first].depth {
		return false
	}
	switch c.tokens[i-1].class {
	case word, numeral, closing:
	default:
		return false
	}
	switch c.tokens[i].class {
	case word:
		if !c.upper(i) || c.part(first, i) == inner || slices.Contains(c.seams.names[c.at(i)], c.at(i+1)) {
			return false
		}
	case opening:
		if !c.isDouble(i) || !c.speaks(i) {
			return false
		}
	default:
		return false
	}
	return !c.asksForMore(first, i-1, i)
}

// asksForMore says whether the phrase that ends at token l goes on: a determiner, an
// adjective with an ending, a first name or the like stands there, if need be within a
// quotation. r is the token behind.
func (c *cutter) asksForMore(first, l, r int) bool {
	switch before := c.part(first, l-1); c.part(first, l) {
	case unknown:
		return c.part(first, r) != nominal
	case determiner, attribute, maybeAttribute, person, genitiveName, lowercase, conjunction, subordinator:
		return true
	case preposition: // unless it is a verb's particle
		return c.part(first, r) != function || !c.seams.particles[c.at(l)] || c.verbsAround(first, r).zone < 2
	case finite, indirect:
		return c.inflects(l) || c.seams.bound[c.at(l)] || before == commaSign || before == closeQuote || c.verbsAround(first, r).right < 2
	case name, capitals: // "Amnesty International"
		return c.part(first, r) == capitalAdverb
	case adverb:
		return c.seams.bound[c.at(l)]
	case maybeFinite, participle:
		if c.part(first, l) == maybeFinite && c.verbsAround(first, r).right == 0 {
			return true // "darauf drücken", with the subject behind
		}
		// "zu gehen", but "der verlustreichen"
		return c.inflects(l) || c.seams.bound[c.at(l)] || (before == determiner || before == attribute || before == preposition) && !c.seams.markers[c.at(l-1)]
	case closeQuote:
		switch before {
		case determiner, attribute, preposition, conjunction:
			return true
		case nominal:
			return l >= first+2 && c.part(first, l-2) == openQuote
		}
	}
	return false
}

// inflects says whether the verb i may be an adjective by its ending: "das gewählte
// Parlament", "die sieglosen Gäste".
func (c *cutter) inflects(i int) bool {
	for _, s := range c.seams.endings {
		if strings.HasSuffix(c.at(i), s) {
			return true
		}
	}
	return false
}

// speaks says whether the quotation that token i opens is direct speech: it ends in a
// stop, or a comma stands behind it.
func (c *cutter) speaks(i int) bool {
	for k := i + 1; k < min(i+lookBack, len(c.tokens)); k++ {
		switch t := &c.tokens[k]; {
		case t.class == stop || t.class == dots:
			return true
		case t.class == closing && c.isDouble(k):
			return k+1 < len(c.tokens) && c.tokens[k+1].class == comma && c.text[c.tokens[k+1].start] == ',' && k > i+2
		}
	}
	return false
}

// runsOn says whether a sentence ends before token i without a stop, and no place soon
// after it is better.
func (c *cutter) runsOn(first, i int) bool {
	if c.seams == nil || !c.isPlace(first, i) {
		return false
	}
	score := c.score(first, i)
	c.doubts = append(c.doubts, Doubt{At: int32(c.tokens[i].start), Score: score, Never: c.titledName(first, i)})
	if score < c.seams.Limit || c.quoting(first, i) || score < c.seams.Limit+forNames && c.mayName(first, i) {
		return false
	}
	for k := i + 1; k < min(i+8, len(c.tokens)); k++ {
		switch c.part(first, k) {
		case commaSign, stopSign, colonSign, finite, indirect:
			return true
		}
		if c.isPlace(first, k) && c.score(first, k) > score {
			return false
		}
	}
	return true
}

// mayName says whether token i may be a name that belongs to the noun before it.
func (c *cutter) mayName(first, i int) bool {
	switch c.part(first, i-1) {
	case noun, nounOrName, titleNoun:
	default:
		return false
	}
	switch c.part(first, i) {
	case name, person, unknown, capitals:
		return true
	}
	return false
}

// ForLearning is New without what is learned of Places.
func ForLearning(lang string) (*Segmenter, error) {
	s, err := New(lang)
	if err != nil || s.seams == nil {
		return s, err
	}
	r := *s.rules
	r.seams = &seams{neighbours: s.seams.neighbours, dict: s.seams.dict, Model: logistic.Untaught(kindsOfFeature)}
	return &Segmenter{&r}, nil
}

// Places shows a learner every place where a sentence of the text might end without a
// stop: the offset of what follows, and the features of the place, which are not to be
// kept. The text is one block, and its sentences start at the offsets.
func (s *Segmenter) Places(text string, starts []int, visit func(at int, features []int32)) {
	c := cutter{rules: s.rules, text: text}
	if c.seams == nil {
		return
	}
	c.tokenise(0, len(strings.TrimSpace(text)))
	first := 0
	for i := range c.tokens {
		if c.isPlace(first, i) && !c.quoting(first, i) {
			c.look(first, i)
			visit(c.tokens[i].start, c.features)
		}
		for len(starts) > 0 && starts[0] <= c.tokens[i].start {
			first, starts = i, starts[1:]
		}
	}
}

// fits says whether an end before token i is not unlikely, as far as the model can tell:
// behind words, but not behind a noun alone.
func (c *cutter) fits(first, i int) bool {
	return c.seams == nil || i == first+1 && c.part(first, first) == noun || c.tokens[i-1].class != word || c.score(first, i) > unlikely
}
