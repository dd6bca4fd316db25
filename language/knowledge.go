package language

import (
	"depesche/language/model"
	"depesche/language/tag"
	"depesche/report"
)

// knowledge is what the dictionary of a language contributes.
type knowledge struct{}

func newKnowledge(lang string) (*knowledge, error) { return &knowledge{}, nil }

// classes is the dictionary that the model was trained with, nil if none.
func (k *knowledge) classes(m *model.Model) tag.Dictionary { return nil }

// lemmas fills in the lemmas of tagged words.
func (k *knowledge) lemmas(words []report.Word) {
	for i := range words {
		words[i].Lemma = words[i].Form
	}
}
