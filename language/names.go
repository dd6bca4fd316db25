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
	if form == "%" {
		return report.SYM
	}
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

// called makes proper nouns of nouns that are names of their own, or stand in a person's,
// if the dictionary knows no such noun, or of places that no common noun is and nothing
// stands with as with a noun: "in Kristiansand", "von Mailand".
func (c *chooser) called(words []report.Word) {
	for i := range words {
		w := &words[i]
		if w.UPOS == report.NOUN && nameAlone(words, i) && (!c.may(w.Form, report.NOUN) || w.Name == report.NameBPlace && !c.dict.Common(w.Form) && bare(words, i)) {
			w.UPOS = report.PROPN
		}
	}
}

// nameAlone says whether word i is all of the name of a person or a place, or belongs to
// a person's.
func nameAlone(words []report.Word, i int) bool {
	switch words[i].Name {
	case report.NameIPerson, report.NameBPerson:
		return true
	case report.NameBPlace:
		return i+1 == len(words) || words[i+1].Name != report.NameIPlace
	}
	return false
}

// bare says whether word i has no article, adjective or number.
func bare(words []report.Word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if int(words[k].Head) != i {
			continue
		}
		switch words[k].Rel {
		case report.Det, report.Amod, report.Nummod:
			return false
		}
	}
	return true
}
