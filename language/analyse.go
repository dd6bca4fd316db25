package language

import "depesche/report"

// Analyse lays sentences, words, tags, features, lemmas and trees over the report's
// text.
func (w *Worker) Analyse(r *report.Report) error {
	if err := w.a.knowledge.segment(r); err != nil {
		return err
	}
	w.Annotate(r)
	return nil
}
