// Package runon finds where two sentences stand in one, without a stop between or with
// a colon, by what the analysis makes of both as one: the tags around a
// place, the arcs over it, the finite verbs on both sides. What package segment saw of
// the words alone is one of the signs.
//
// Without a stop a logistic model decides, which segment/gen learns; at a colon,
// whether a main clause stands on either side.
package runon

import (
	"errors"
	"io/fs"

	"depesche/language/logistic"
	"depesche/language/segment"
	"depesche/report"
)

// Model tells where sentences of one language have run together. It is not changed by use.
type Model struct{ *logistic.Model }

// Load reads the language's table runons.tsv; the model is nil if there is none.
func Load(lang string) (*Model, error) {
	m, err := logistic.Load(lang+"/runons.tsv", kinds)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return &Model{m}, err
}

// Finder looks for places in one sentence at a time; it owns the scratch space for that.
type Finder struct {
	words    []report.Word
	doubts   []segment.Doubt
	before   []counts // of the words before each place
	over     []arcs   // over each place
	features []int32
}

// counts are numbers of words.
type counts struct{ finite, main, subjects int16 }

// arcs are numbers of arcs, without those of punctuation, and the sum of the numbers of the
// words that depend by them.
type arcs struct{ all, function, core, sum int32 }

// Find is the number of the word before which an analysed sentence is best cut, 0 if it
// is one sentence. doubts are those of the text from the sentence on.
func (f *Finder) Find(m *Model, words []report.Word, doubts []segment.Doubt) int {
	at, best := 0, m.Limit
	f.visit(words, doubts, func(i int, colon bool) bool {
		if colon {
			if f.parts(i) {
				at = i
				return false
			}
			return true
		}
		f.look(i)
		if score := m.Score(f.features); score >= best {
			best, at = score, i
		}
		return true
	})
	return at
}

// Places shows a learner every place without a colon in an analysed sentence: the number
// of the word behind it, and its features, which are not to be kept.
func (f *Finder) Places(words []report.Word, doubts []segment.Doubt, show func(i int, features []int32)) {
	f.visit(words, doubts, func(i int, colon bool) bool {
		if !colon {
			f.look(i)
			show(i, f.features)
		}
		return true
	})
}
