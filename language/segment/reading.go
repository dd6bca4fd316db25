package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/morph"
	"depesche/report"
)

// part is what a token may be in its sentence, by the dictionary: a reading for the
// search for ends without a stop, coarser than parts of speech.
type part uint8

const (
	unread         part = iota
	edge                // no token: the sentence's or the block's end
	finite              // a finite verb and nothing else
	indirect            // a finite verb in the subjunctive of indirect speech and nothing else
	maybeFinite         // a finite verb or something else
	maybeAttribute      // a finite verb or an adjective with an ending
	participle          // an infinitive or participle
	determiner
	preposition
	attribute // an adjective with an ending
	adverb    // or an adjective without
	pronoun
	conjunction
	subordinator
	lowercase // any other word in small letters
	noun
	name
	person // a person's name
	nounOrName
	genitiveName // or a word in capitals that nobody knows, in -s
	unknown      // with a capital letter
	nominal      // an adjective with a capital letter and an ending
	capitalAdverb
	inner    // "Sie", "Ende": with a capital letter, and the first of no sentence here
	function // a determiner, preposition, pronoun or conjunction with a capital letter
	capitalVerb
	capitals  // a word in capital letters
	titleNoun // a noun before which or behind which a name or noun stands without an article
	figure    // a number
	shortened
	openQuote
	openBracket
	closeQuote
	wholeQuote // closes what opened with the sentence
	closeBracket
	commaSign
	colonSign
	dashSign
	stopSign
	otherSign
	parts
)

var partNames = [parts]string{"unread", "edge", "finite", "indirect", "maybefinite", "maybeattribute", "participle", "determiner", "preposition", "attribute", "adverb", "pronoun",
	"conjunction", "subordinator", "lowercase", "noun", "name", "person", "nounorname", "genitivename", "unknown", "nominal", "capitaladverb", "inner", "function", "capitalverb",
	"capitals", "title", "number", "shortened", "openquote", "openbracket", "closequote", "wholequote", "closebracket", "comma", "colon", "dash", "stop", "sign"}

// part is what token i may be; edge if there is none between first and the block's end.
func (c *cutter) part(first, i int) part {
	if i < first || i >= len(c.tokens) {
		return edge
	}
	t := &c.tokens[i]
	if t.part == unread {
		t.part = c.readPart(i)
	}
	return t.part
}

func (c *cutter) readPart(i int) part {
	t := &c.tokens[i]
	first := c.text[t.start]
	switch t.class {
	case numeral:
		return figure
	case abbreviation:
		return shortened
	case stop, dots:
		return stopSign
	case opening:
		if first == '(' || first == '[' {
			return openBracket
		}
		return openQuote
	case closing:
		if first == ')' || first == ']' {
			return closeBracket
		}
		return closeQuote
	case comma:
		if first == ':' {
			return colonSign
		}
		return commaSign
	case dash:
		return dashSign
	case sign:
		return otherSign
	}
	w := c.at(i)
	readings := c.lookup(w)
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) {
		return c.capital(i, w, readings)
	}
	if isDigit(r) {
		return figure
	}
	return small(readings)
}

func (c *cutter) lookup(w string) []morph.Analysis {
	if c.memo != nil {
		return c.memo.Analyses(w)
	}
	c.readings = c.seams.dict.Analyses(w, c.readings[:0])
	return c.readings
}

// kinds of readings, a bit each
const (
	isFinite     = 1 << iota
	isIndicative // but "habe", which in news is hardly ever the first person's
	isOtherVerb
	isDeterminer
	isPreposition
	isInflected
	isAdverb
	isPronoun
	isConjunction
	isSubordinator
	isNoun
	isName
)

func kindsOf(as []morph.Analysis) int {
	set := 0
	for k := range as {
		a := &as[k]
		switch a.UPOS {
		case report.VERB, report.AUX:
			switch {
			case a.Feats.Is(report.Mood, "Imp") && !a.Feats.Is(report.Number, "Plur"):
			case a.Feats.Is(report.VerbForm, "Fin"):
				set |= isFinite
				if !a.Feats.Is(report.Mood, "Sub") && (!a.Feats.Is(report.Person, "1") || a.Feats.Is(report.Number, "Plur")) {
					set |= isIndicative
				}
			default:
				set |= isOtherVerb
			}
		case report.DET, report.NUM:
			set |= isDeterminer
		case report.ADP:
			set |= isPreposition
		case report.ADJ:
			if a.Feats.Get(report.MorphCase) != "" {
				set |= isInflected
			} else {
				set |= isAdverb
			}
		case report.ADV, report.PART:
			set |= isAdverb
		case report.PRON:
			set |= isPronoun
		case report.CCONJ:
			set |= isConjunction
		case report.SCONJ:
			set |= isSubordinator
		case report.NOUN:
			set |= isNoun
		case report.PROPN:
			set |= isName
		}
	}
	return set
}

// small is the part of a word in small letters.
func small(as []morph.Analysis) part {
	set := kindsOf(as)
	switch {
	case set&isConjunction != 0:
		return conjunction
	case set&isSubordinator != 0:
		return subordinator
	case set&isDeterminer != 0:
		return determiner
	case set&isPronoun != 0:
		return pronoun
	case set&isFinite != 0:
		switch set {
		case isFinite:
			return indirect
		case isFinite | isIndicative:
			return finite
		}
		if set&isInflected != 0 {
			return maybeAttribute
		}
		return maybeFinite
	case set&isPreposition != 0:
		return preposition
	case set&isInflected != 0:
		return attribute
	case set&isOtherVerb != 0:
		return participle
	case set&isAdverb != 0:
		return adverb
	}
	return lowercase
}

// capital is the part of a word with a capital letter.
func (c *cutter) capital(i int, w string, as []morph.Analysis) part {
	set := kindsOf(as)
	switch {
	case c.seams.inner[w]:
		return inner
	case c.seams.address[w]:
		if c.part(i, i+1) == finite {
			return function // "Sie kommt"
		}
		return inner
	case c.seams.persons[w]:
		return person
	case set&isName != 0 && isPerson(as) && set&isInflected == 0:
		if strings.HasSuffix(w, "s") && onlyGenitive(as) {
			return genitiveName
		}
		return person
	case c.isStarter(w) && set&(isNoun|isName) == 0:
		return function
	case c.seams.titled(w):
		return titleNoun
	case set&isInflected != 0:
		return nominal
	case set&isName != 0 && set&isNoun != 0:
		return nounOrName
	case set&isName != 0:
		if strings.HasSuffix(w, "s") && onlyGenitive(as) {
			return genitiveName
		}
		return name
	case set&isNoun != 0:
		return noun
	case c.shouts(i):
		return capitals
	case set&(isDeterminer|isPreposition|isPronoun|isConjunction|isSubordinator) != 0:
		return function
	case set&isAdverb != 0:
		return capitalAdverb
	case set&(isFinite|isOtherVerb) != 0:
		return capitalVerb
	case strings.HasSuffix(w, "s"):
		return genitiveName
	}
	return unknown
}

func onlyGenitive(as []morph.Analysis) bool {
	for k := range as {
		if as[k].UPOS == report.PROPN && !as[k].Feats.Is(report.MorphCase, "Gen") {
			return false
		}
	}
	return true
}

func isPerson(as []morph.Analysis) bool {
	for k := range as {
		if as[k].Name == report.NameBPerson {
			return true
		}
	}
	return false
}
