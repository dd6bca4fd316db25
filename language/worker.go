package language

import (
	"depesche/language/model"
	"depesche/language/parse"
	"depesche/language/tag"
	"depesche/report"
)

// Worker analyses one report at a time; it owns the scratch space for that.
type Worker struct {
	a       *Analyser
	encoder tag.Encoder
	inputs  tag.Inputs
	state   model.State
	finder  parse.Finder
	heads   []int32
}

// NewWorker makes a worker of the analyser.
func (a *Analyser) NewWorker() *Worker {
	return &Worker{a: a, encoder: tag.Encoder{Vocabulary: a.vocabulary, Buckets: a.model.Buckets, Dictionary: a.knowledge.classes(a.model)}}
}

// Annotate fills in the tags, features, lemmas and trees of the report's
// sentences and words, which are there already.
func (w *Worker) Annotate(r *report.Report) {
	for i := range r.Sentences {
		w.sentence(r.Sentences[i].Words)
	}
}

// Annotate is Worker.Annotate with a worker of its own.
func (a *Analyser) Annotate(r *report.Report) { a.NewWorker().Annotate(r) }

// maxWords is the length above which a sentence is analysed in pieces.
const maxWords = 400

func (w *Worker) sentence(words []report.Word) {
	root := -1
	for at := 0; at < len(words); at += maxWords {
		piece := words[at:min(at+maxWords, len(words))]
		w.piece(piece, at)
		for i := range piece {
			if piece[i].Head >= 0 {
				continue
			}
			if root < 0 {
				root = at + i
				continue
			}
			piece[i].Head, piece[i].Rel = int16(root), report.Parataxis
		}
	}
}

// piece analyses words that begin at the given index of their sentence.
func (w *Worker) piece(words []report.Word, at int) {
	w.inputs.Reset()
	for i := range words {
		w.encoder.Add(&w.inputs, words[i].Form, i)
	}
	m, s := w.a.model, &w.state
	m.Tag(s, &w.inputs)
	for i := range words {
		words[i].UPOS = s.POS[i]
		words[i].Feats = m.Feats(s, i)
	}
	m.Score(s)
	if cap(w.heads) < s.N {
		w.heads = make([]int32, 2*s.N)
	}
	heads := w.heads[:s.N]
	w.finder.Tree(heads, s.Scores, s.N, s.Stride)
	for i, h := range heads {
		if h == 0 {
			words[i].Head, words[i].Rel = -1, report.Root
			continue
		}
		words[i].Head, words[i].Rel = int16(at)+int16(h-1), m.Rel(s, i, int(h-1))
	}
	w.a.knowledge.lemmas(words)
}
