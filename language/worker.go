package language

import (
	"slices"

	"depesche/language/model"
	"depesche/language/morph"
	"depesche/language/names"
	"depesche/language/parse"
	"depesche/language/runon"
	"depesche/language/segment"
	"depesche/language/tag"
	"depesche/report"
)

// Worker analyses one report at a time; it owns the scratch space for that.
type Worker struct {
	a       *Analyser
	memo    *morph.Memo
	encoder tag.Encoder
	inputs  tag.Inputs
	state   model.State
	finder  parse.Finder
	chooser chooser
	agreer  agreer
	names   *names.Worker // nil if there is no model of names
	pieces  []piece
	first   int // the row, in the state, of the first word of the piece at hand
	heads   []int32
	marks   []bool        // which words are punctuation
	words   []report.Word // that form gives the forms of
	form    func(i int) string
	small   map[string]string // forms in small letters
	doubts  []segment.Doubt
	runons  runon.Finder
	fresh   []bool // which sentences may be cut
}

// NewWorker makes a worker of the analyser.
func (a *Analyser) NewWorker() *Worker {
	memo := morph.NewMemo(a.knowledge.dict)
	w := &Worker{
		a:       a,
		memo:    memo,
		encoder: tag.Encoder{Vocabulary: a.vocabulary, Buckets: a.model.Buckets, Dictionary: a.knowledge.classes(a.model)},
		agreer:  agreer{dict: memo},
		small:   map[string]string{},
		chooser: chooser{dict: memo, model: a.model, columns: map[report.Feats]columns{}, capitals: capitalNouns(a.lang)},
	}
	if a.names != nil {
		w.names = a.names.NewWorker(memo)
	}
	w.form = func(i int) string { return w.words[i].Form }
	return w
}

// Annotate fills in the tags, features, lemmas, trees and names of the report's
// sentences and words, which are there already.
func (w *Worker) Annotate(r *report.Report) {
	w.pieces = w.pieces[:0]
	for i := range r.Sentences {
		words := r.Sentences[i].Words
		for at := 0; at < len(words); at += maxWords {
			w.pieces = append(w.pieces, piece{words[at:min(at+maxWords, len(words))], at})
		}
	}
	// Pieces are read side by side, the longest of them first.
	slices.SortStableFunc(w.pieces, func(a, b piece) int { return len(a.words) - len(b.words) })
	for ps := w.pieces; len(ps) > 0; {
		n, words := 0, 0
		for n < len(ps) && words < batch {
			words += len(ps[n].words)
			n++
		}
		w.read(ps[:n])
		ps = ps[n:]
	}
	for i := range r.Sentences {
		words := r.Sentences[i].Words
		join(words)
		if w.chooser.capitals {
			w.chooser.before(words)
			eras(words)
		}
		if w.names != nil {
			w.names.Tag(words)
			if w.chooser.capitals {
				w.chooser.called(words)
			}
		}
		w.a.knowledge.lemmas(w.memo, &r.Sentences[i])
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

// batch is the number of words after which no more pieces are read side by side with
// them: so many that the weights are not fetched anew for every few words, so few that
// what is computed of them stays near.
const batch = 192

// piece is a sentence, or a part of a long one that begins at word at.
type piece struct {
	words []report.Word
	at    int
}

// read analyses pieces side by side.
func (w *Worker) read(ps []piece) {
	w.inputs.Reset()
	for _, p := range ps {
		for i := range p.words {
			w.encoder.Add(&w.inputs, p.words[i].Form, i)
		}
		w.inputs.Cut()
	}
	m, s := w.a.model, &w.state
	m.Tag(s, &w.inputs)
	k := 0
	for _, p := range ps {
		first := k
		for i := range p.words {
			s.POS[k] = w.chooser.upos(s, k, p.words[i].Form)
			k++
		}
		w.chooser.finite(s, first, p.words)
		if w.chooser.capitals {
			w.adjectives(s, first, p.words)
			w.relatives(s, first, p.words)
		}
		for i := range p.words {
			word := &p.words[i]
			word.UPOS = s.POS[first+i]
			word.Feats = w.chooser.feats(s, first+i, word.Form, word.UPOS)
		}
	}
	m.Attend(s)
	w.first = 0
	for k, p := range ps {
		if k > 0 {
			m.Arcs(s, k)
		}
		w.tree(p)
		w.first += len(p.words)
	}
}

// tree finds the tree of a piece; w.first is its first word's row in the state.
func (w *Worker) tree(p piece) {
	m, s, words := w.a.model, &w.state, p.words
	if cap(w.heads) < len(words) {
		w.heads = make([]int32, 2*len(words))
	}
	heads := w.heads[:len(words)]
	w.finder.Tree(heads, s.Scores, len(words), s.Stride)
	w.punctuate(words, heads)
	m.Relate(s, w.first, heads, w.marks)
	for i, h := range heads {
		switch {
		case h == 0:
			words[i].Head, words[i].Rel = -1, report.Root
			continue
		case w.marks[i]:
			words[i].Rel = report.Punct
		default:
			words[i].Rel = m.Related(s, w.first+i)
		}
		words[i].Head = int16(p.at) + int16(h-1)
	}
	w.arguments(words, heads)
}

// join makes one tree of the pieces of a sentence.
func join(words []report.Word) {
	root := -1
	for i := range words {
		switch {
		case i >= maxSentence:
			words[i].Head, words[i].Rel = int16(root), report.Dep
		case words[i].Head >= 0:
		case root < 0:
			root = i
		default:
			words[i].Head, words[i].Rel = int16(root), report.Parataxis
		}
	}
}

func (w *Worker) punctuate(words []report.Word, heads []int32) {
	w.marks = w.marks[:0]
	for i := range words {
		w.marks = append(w.marks, words[i].UPOS == report.PUNCT)
	}
	w.words = words
	w.finder.Punctuate(heads, w.marks, w.form)
}
