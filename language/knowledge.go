package language

import (
	"fmt"

	"depesche/language/model"
	"depesche/language/segment"
	"depesche/language/tag"
	"depesche/report"
)

// knowledge is what the tables of a language contribute.
type knowledge struct {
	segmenter *segment.Segmenter
}

func newKnowledge(lang string) (*knowledge, error) {
	s, err := segment.New(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	return &knowledge{segmenter: s}, nil
}

// classes is the dictionary that the model was trained with, nil if none.
func (k *knowledge) classes(m *model.Model) tag.Dictionary { return nil }

// lemmas fills in the lemmas of tagged words.
func (k *knowledge) lemmas(words []report.Word) {
	for i := range words {
		words[i].Lemma = words[i].Form
	}
}
