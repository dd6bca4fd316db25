package language

import (
	"depesche/language/model"
	"depesche/language/morph"
	"depesche/report"
)

// weighed are the features that the dictionary tells; the network alone decides on
// the others.
var weighed = [...]report.Feature{report.MorphCase, report.Degree, report.Gender, report.Mood, report.Number, report.Person, report.Tense, report.VerbForm}

// chooser picks, among the readings that the dictionary has of a form, the one
// that the network finds most probable. It has scratch space.
type chooser struct {
	dict    *morph.Memo
	model   *model.Model
	columns map[report.Feats]columns

	capitals bool // common nouns have a capital
}

// columns are the columns of the weighed features' values.
type columns [len(weighed)]int16

// leastShare is how probable, against the network's free choice, a reading of the
// dictionary has to be, and unknownShare counts for a value that the network does
// not know.
const (
	leastShare   = 1e-5
	unknownShare = 1e-4
)

// feats are the features of word i of the state, whose part of speech is settled.
func (c *chooser) feats(s *model.State, i int, form string, upos report.UPOS) report.Feats {
	if upos == report.PUNCT {
		return 0
	}
	row := c.model.TagRow(s, i)
	free := c.model.Feats(s, i)
	readings := c.dict.Analyses(form)
	best, found := leastShare*c.share(row, free), -1
	for k := range readings {
		if readings[k].UPOS != upos {
			continue
		}
		if p := c.share(row, readings[k].Feats); p > best {
			best, found = p, k
		}
	}
	if found < 0 {
		return free
	}
	for _, f := range weighed {
		free = free.With(f, readings[found].Feats.Get(f))
	}
	return free
}

// share is the product of the probabilities of the reading's values.
func (c *chooser) share(row []float32, f report.Feats) float32 {
	at, ok := c.columns[f]
	if !ok {
		for k, w := range weighed {
			at[k] = int16(c.model.Column(w, f.Get(w)))
		}
		c.columns[f] = at
	}
	p := float32(1)
	for _, k := range at {
		switch {
		case k >= 0:
			p *= row[k]
		case k == -2:
			p *= unknownShare
		}
	}
	return p
}
