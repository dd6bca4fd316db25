package language

import (
	"depesche/language/segment"
	"depesche/report"
)

// Analyse lays sentences, words, tags, features, lemmas and trees over the report's
// text. Any bytes can be analysed; the error is always nil for now.
func (w *Worker) Analyse(r *report.Report) error {
	w.doubts = w.a.knowledge.segmenter.SegmentBy(r, w.memo, w.doubts)
	w.Annotate(r)
	if w.a.knowledge.runons != nil {
		w.part(r)
	}
	return nil
}

// maxParts is how often a sentence, and what is left of it, is cut in two, so that any
// text takes linear time.
const maxParts = 3

// part cuts what the analysis shows to be more than one sentence.
func (w *Worker) part(r *report.Report) {
	doubts := w.doubts
	var all []report.Sentence // nil until a sentence is cut
	for i := range r.Sentences {
		s := r.Sentences[i]
		doubts = from(doubts, s.Start)
		at := w.runons.Find(w.a.knowledge.runons, s.Words, doubts)
		switch {
		case at > 0:
			if all == nil {
				all = append(make([]report.Sentence, 0, len(r.Sentences)+4), r.Sentences[:i]...)
			}
			all = w.halves(all, s, at, doubts, maxParts)
		case all != nil:
			all = append(all, s)
		}
	}
	if all != nil {
		r.Sentences = all
	}
}

// from leaves out what lies before the offset.
func from(doubts []segment.Doubt, at int32) []segment.Doubt {
	for len(doubts) > 0 && doubts[0].At < at {
		doubts = doubts[1:]
	}
	return doubts
}

// halves cuts a sentence before a word, analyses both halves, cuts them again up to a
// number of times, and appends what comes of it: the sentence as it was, if a half is none.
func (w *Worker) halves(all []report.Sentence, s report.Sentence, at int, doubts []segment.Doubt, times int) []report.Sentence {
	words := make([]report.Word, len(s.Words))
	for i := range s.Words {
		x := &s.Words[i]
		words[i] = report.Word{Span: x.Span, Form: x.Form, Head: -1, Part: x.Part, Parts: x.Parts, Spaced: x.Spaced}
	}
	a := report.Sentence{Span: report.Span{Start: s.Start, End: words[at-1].End}, Words: words[:at:at]}
	b := report.Sentence{Span: report.Span{Start: words[at].Start, End: s.End}, Words: words[at:]}
	two := report.Report{Sentences: []report.Sentence{a, b}}
	w.Annotate(&two)
	if !w.runons.Whole(a.Words) || !w.runons.Whole(b.Words) {
		return append(all, s)
	}
	for _, half := range two.Sentences {
		doubts = from(doubts, half.Start)
		at := 0
		if times > 1 {
			at = w.runons.Find(w.a.knowledge.runons, half.Words, doubts)
		}
		if at > 0 {
			all = w.halves(all, half, at, doubts, times-1)
		} else {
			all = append(all, half)
		}
	}
	return all
}
