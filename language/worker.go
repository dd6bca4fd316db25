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
	chooser chooser
	agreer  agreer
	heads   []int32
	marks   []bool        // which words are punctuation
	words   []report.Word // that form gives the forms of
	form    func(i int) string
}

// NewWorker makes a worker of the analyser.
func (a *Analyser) NewWorker() *Worker {
	w := &Worker{
		a:       a,
		encoder: tag.Encoder{Vocabulary: a.vocabulary, Buckets: a.model.Buckets, Dictionary: a.knowledge.classes(a.model)},
		agreer:  agreer{dict: a.knowledge.dict},
		chooser: chooser{dict: a.knowledge.dict, model: a.model, columns: map[report.Feats]columns{}, capitals: capitalNouns(a.lang)},
	}
	w.form = func(i int) string { return w.words[i].Form }
	return w
}

// Annotate fills in the tags, features, lemmas and trees of the report's
// sentences and words, which are there already.
func (w *Worker) Annotate(r *report.Report) {
	for i := range r.Sentences {
		w.sentence(r.Sentences[i].Words)
		w.a.knowledge.lemmas(&r.Sentences[i])
	}
}

// Annotate is Worker.Annotate with a worker of its own.
func (a *Analyser) Annotate(r *report.Report) { a.NewWorker().Annotate(r) }

// maxWords is the length above which a sentence is analysed in pieces, and
// maxSentence the length above which the rest of it only gets tags (heads are
// numbers of 16 bits).
const (
	maxWords    = 400
	maxSentence = 32000
)

func (w *Worker) sentence(words []report.Word) {
	root := -1
	for at := 0; at < len(words); at += maxWords {
		piece := words[at:min(at+maxWords, len(words))]
		w.piece(piece, at)
		for i := range piece {
			switch {
			case at >= maxSentence:
				piece[i].Head, piece[i].Rel = int16(root), report.Dep
			case piece[i].Head >= 0:
			case root < 0:
				root = at + i
			default:
				piece[i].Head, piece[i].Rel = int16(root), report.Parataxis
			}
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
		s.POS[i] = w.chooser.upos(s, i, words[i].Form)
		words[i].UPOS = s.POS[i]
		words[i].Feats = w.chooser.feats(s, i, words[i].Form, s.POS[i])
	}
	m.Score(s)
	if cap(w.heads) < s.N {
		w.heads = make([]int32, 2*s.N)
	}
	heads := w.heads[:s.N]
	w.finder.Tree(heads, s.Scores, s.N, s.Stride)
	w.punctuate(words, heads)
	for i, h := range heads {
		switch {
		case h == 0:
			words[i].Head, words[i].Rel = -1, report.Root
			continue
		case w.marks[i]:
			words[i].Rel = report.Punct
		default:
			words[i].Rel = m.Rel(s, i, int(h-1))
		}
		words[i].Head = int16(at) + int16(h-1)
	}
	w.arguments(words, heads)
}

func (w *Worker) punctuate(words []report.Word, heads []int32) {
	w.marks = w.marks[:0]
	for i := range words {
		w.marks = append(w.marks, words[i].UPOS == report.PUNCT)
	}
	w.words = words
	w.finder.Punctuate(heads, w.marks, w.form)
}
