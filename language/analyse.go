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

// part cuts what the analysis shows to be two sentences, and what comes of that again.
func (w *Worker) part(r *report.Report) {
	w.fresh = w.fresh[:0]
	for range r.Sentences {
		w.fresh = append(w.fresh, true)
	}
	for range maxParts {
		halves, unread := w.halves(r)
		if len(halves) == 0 {
			return
		}
		w.Annotate(&report.Report{Sentences: unread})
		w.replace(r, halves)
	}
}

// halves are the halves of the fresh sentences that are to be cut. Some have their part of
// the tree, the others are unread.
func (w *Worker) halves(r *report.Report) (all, unread []report.Sentence) {
	doubts := w.doubts
	for i := range r.Sentences {
		s := &r.Sentences[i]
		doubts = from(doubts, s.Start)
		if !w.fresh[i] {
			continue
		}
		at := w.runons.Find(w.a.knowledge.runons, s.Words, doubts)
		if at == 0 {
			continue
		}
		if words, ok := w.runons.Divide(at); ok {
			all = cut(all, s.Span, words, at)
			continue
		}
		all = cut(all, s.Span, blank(s.Words), at)
		unread = append(unread, all[len(all)-2:]...)
	}
	return all, unread
}

// from leaves out what lies before the offset.
func from(doubts []segment.Doubt, at int32) []segment.Doubt {
	for len(doubts) > 0 && doubts[0].At < at {
		doubts = doubts[1:]
	}
	return doubts
}

// blank are the words as they were before they were analysed.
func blank(of []report.Word) []report.Word {
	words := make([]report.Word, len(of))
	for i := range of {
		x := &of[i]
		words[i] = report.Word{Span: x.Span, Form: x.Form, Head: -1, Part: x.Part, Parts: x.Parts, Spaced: x.Spaced}
	}
	return words
}

// cut appends the halves of a sentence that is cut before a word.
func cut(all []report.Sentence, s report.Span, words []report.Word, at int) []report.Sentence {
	return append(all,
		report.Sentence{Span: report.Span{Start: s.Start, End: words[at-1].End}, Words: words[:at:at]},
		report.Sentence{Span: report.Span{Start: words[at].Start, End: s.End}, Words: words[at:]})
}

// replace puts two halves in the place of each sentence that they cut, if both are
// sentences; only those are fresh then.
func (w *Worker) replace(r *report.Report, halves []report.Sentence) {
	all := make([]report.Sentence, 0, len(r.Sentences)+len(halves)/2)
	w.fresh = w.fresh[:0]
	for _, s := range r.Sentences {
		if len(halves) == 0 || halves[0].Start != s.Start {
			all, w.fresh = append(all, s), append(w.fresh, false)
			continue
		}
		a, b := halves[0], halves[1]
		halves = halves[2:]
		if w.runons.Whole(a.Words) && w.runons.Whole(b.Words) {
			all, w.fresh = append(all, a, b), append(w.fresh, true, true)
		} else {
			all, w.fresh = append(all, s), append(w.fresh, false)
		}
	}
	r.Sentences = all
}
