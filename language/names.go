package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/model"
	"depesche/report"
)

// Where all nouns have a capital, whether one is a name is what the network is
// least sure of. If the dictionary knows the form only as the one or the other, that
// decides, unless the network is sure.

// capitalNouns says whether the language writes common nouns with a capital.
func capitalNouns(lang string) bool { return lang == "de" || lang == "lb" }

// sure is the probability above which the network needs no dictionary.
const sure = 0.95

// upos is the part of speech of word i.
func (c *chooser) upos(s *model.State, i int, form string) report.UPOS {
	u := s.POS[i]
	if c.capitals && u == report.NOUN && small(form) {
		return c.noNoun(s, i, form)
	}
	if !c.capitals || u != report.NOUN && u != report.PROPN || c.model.TagRow(s, i)[u-1] > sure {
		return u
	}
	noun, name := false, false
	for _, a := range c.dict.Analyses(form) {
		noun = noun || a.UPOS == report.NOUN
		name = name || a.UPOS == report.PROPN
	}
	switch {
	case noun && !name:
		return report.NOUN
	case name && !noun:
		return report.PROPN
	}
	return u
}

// small says whether the form begins with a small letter and is no abbreviation.
func small(form string) bool {
	r, n := utf8.DecodeRuneInString(form)
	return unicode.IsLower(r) && len(form) > n+1 && !strings.HasSuffix(form, ".")
}

// noNoun is the most probable part of speech among those that the dictionary has
// for a form in small letters, if a noun is none of them: "das Mehl reiche noch".
func (c *chooser) noNoun(s *model.State, i int, form string) report.UPOS {
	row := c.model.TagRow(s, i)
	best := report.NoPOS
	for _, a := range c.dict.Analyses(form) {
		switch {
		case a.UPOS == report.NOUN:
			return report.NOUN
		case a.UPOS != report.PROPN && (best == report.NoPOS || row[a.UPOS-1] > row[best-1]):
			best = a.UPOS
		}
	}
	if best == report.NoPOS {
		return report.NOUN
	}
	return best
}
