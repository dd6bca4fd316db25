package language

import (
	"fmt"

	"depesche/language/model"
	"depesche/language/morph"
	"depesche/language/runon"
	"depesche/language/segment"
	"depesche/language/tag"
	"depesche/report"
)

// knowledge is what the tables of a language contribute.
type knowledge struct {
	segmenter *segment.Segmenter
	runons    *runon.Model // nil if the language has none
	dict      *morph.Dict
	voice     *voice // nil if the language has none
	rejoins   bool   // verbs take their separated particle into the lemma, as in German
}

func newKnowledge(m *model.Model) (*knowledge, error) {
	lang := m.Lang
	s, err := segment.NewWith(lang, m.Tables)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	d, err := morph.Of(lang, m.Dictionary)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	v, err := newVoice(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	u, err := runon.Load(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	return &knowledge{segmenter: s, runons: u, dict: d, voice: v, rejoins: lang == "de"}, nil
}

// classes is the dictionary as the model was trained with it, nil if it was not.
func (k *knowledge) classes(m *model.Model) tag.Dictionary {
	if m.Classes == 0 {
		return nil
	}
	return &tag.Readings{Dict: k.dict}
}

// lemmas fills in the lemmas of an analysed sentence and what they settle. memo is of
// the dictionary.
func (k *knowledge) lemmas(memo *morph.Memo, s *report.Sentence) {
	if k.voice != nil {
		fullVerbs(s.Words)
		predicates(memo, s.Words)
	}
	for i := range s.Words {
		w := &s.Words[i]
		w.Lemma = memo.Lemma(w.Form, w.UPOS, w.Feats)
	}
	if k.rejoins {
		morph.Rejoin(s)
	}
	if k.voice != nil {
		k.voice.settle(s.Words)
	}
}
