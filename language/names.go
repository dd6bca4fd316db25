package language

import (
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
