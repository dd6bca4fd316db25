package language

import (
	"strings"

	"depesche/language/model"
	"depesche/report"
)

// adjectives finds adjectives among what the network takes for two nouns in a row: in
// names they have a capital ("das Schwarze Meer"). The dictionary has to know the
// adjective, and article, adjective and noun have to agree. The words' rows in the
// state begin at first.
func (w *Worker) adjectives(s *model.State, first int, words []report.Word) {
	for i := 1; i+1 < len(words); i++ {
		pos := s.POS[first+i-1 : first+i+2]
		if !nameOrNoun(pos[1]) || !inflected(words[i].Form) || !nameOrNoun(pos[2]) || pos[2] == report.PROPN && !w.chooser.may(words[i+1].Form, report.NOUN) {
			continue
		}
		article := allCells
		switch pos[0] {
		case report.DET:
			article = w.agreer.word(words[i-1].Form, report.DET)
		case report.ADP, report.ADJ:
		default:
			continue
		}
		adjective := w.adjective(words[i].Form)
		if adjective&article&w.agreer.word(words[i+1].Form, report.NOUN) != 0 {
			s.POS[first+i] = report.ADJ
		}
	}
}

// adjective is the cells of the adjective that the form is in small letters; none if the
// dictionary has no such adjective.
func (w *Worker) adjective(form string) cells {
	low, ok := w.small[form]
	if !ok {
		if len(w.small) >= maxSmall {
			clear(w.small)
		}
		low = strings.ToLower(form)
		w.small[strings.Clone(form)] = low
	}
	switch {
	case low == form:
		return 0
	case w.chooser.may(low, report.ADJ):
		return w.agreer.word(low, report.ADJ)
	case strings.HasSuffix(strings.TrimRight(low, "enrsm"), "isch"):
		return allCells // of a people or place that the dictionary does not know
	}
	return 0
}

// maxSmall is the number of forms after which the worker forgets those in small letters.
const maxSmall = 1 << 10

// inflected says whether the form ends as adjectives before a noun do.
func inflected(form string) bool {
	for _, end := range [...]string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(form, end) {
			return true
		}
	}
	return false
}

// relatives finds relative pronouns among what the network takes for articles: behind a
// comma, or the preposition behind it, and not agreeing with the noun that follows ("ein
// Abkommen, das Kanada Zugang gibt"). The words' rows in the state begin at first.
func (w *Worker) relatives(s *model.State, first int, words []report.Word) {
	for i := 1; i+1 < len(words); i++ {
		if s.POS[first+i] != report.DET || !relativeForm(words[i].Form) {
			continue
		}
		before := i - 1
		if s.POS[first+before] == report.ADP {
			before--
		}
		if before < 0 || words[before].Form != "," {
			continue
		}
		if nameOrNoun(s.POS[first+i+1]) && w.agreer.word(words[i].Form, report.DET)&w.agreer.either(words[i+1].Form, report.NOUN, report.PROPN) == 0 {
			s.POS[first+i] = report.PRON
		}
	}
}

func nameOrNoun(u report.UPOS) bool { return u == report.NOUN || u == report.PROPN }

func relativeForm(form string) bool {
	switch form {
	case "der", "die", "das", "dem", "den":
		return true
	}
	return false
}
