package language

import "depesche/report"

// Analyse lays sentences, words, tags, features, lemmas and trees over the report's
// text. Any bytes can be analysed; the error is always nil for now.
func (w *Worker) Analyse(r *report.Report) error {
	w.a.knowledge.segmenter.SegmentBy(r, w.memo)
	w.Annotate(r)
	return nil
}
