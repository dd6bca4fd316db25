package morph

import (
	"slices"
	"strings"

	"depesche/report"
)

// Memo is a dictionary that remembers what it has been asked, since running text
// repeats its words. It answers as the dictionary does. One user at a time; what it
// gives is not to be changed.
type Memo struct {
	dict     *Dict
	analyses map[string][]Analysis
	lemmas   map[question]string
	buf      []Analysis
}

// question is what a lemma depends on.
type question struct {
	form  string
	upos  report.UPOS
	feats report.Feats
}

// maxRemembered is the number of answers after which a Memo begins anew.
const maxRemembered = 1 << 14

// NewMemo makes a memo of the dictionary.
func NewMemo(d *Dict) *Memo {
	return &Memo{dict: d, analyses: map[string][]Analysis{}, lemmas: map[question]string{}}
}

// Analyses are the readings of the form, see Dict.Analyses.
func (m *Memo) Analyses(form string) []Analysis {
	as, ok := m.analyses[form]
	if ok {
		return as
	}
	m.buf = m.dict.Analyses(form, m.buf[:0])
	as = slices.Clone(m.buf)
	if len(m.analyses) >= maxRemembered {
		clear(m.analyses)
	}
	m.analyses[strings.Clone(form)] = as
	return as
}

// Lemma is the lemma of the form, see Dict.Lemma.
func (m *Memo) Lemma(form string, upos report.UPOS, feats report.Feats) string {
	q := question{form, upos, feats}
	l, ok := m.lemmas[q]
	if ok {
		return l
	}
	q.form = strings.Clone(form) // not the whole report that it stands in
	l = m.dict.Lemma(q.form, upos, feats)
	if len(m.lemmas) >= maxRemembered {
		clear(m.lemmas)
	}
	m.lemmas[q] = l
	return l
}

// Common is Dict.Common.
func (m *Memo) Common(form string) bool { return m.dict.Common(form) }
