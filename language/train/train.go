// Package train learns models from treebanks.
package train

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sort"

	"depesche/language/model"
	"depesche/language/morph"
	"depesche/language/morph/learn"
	"depesche/language/net"
	"depesche/language/parse"
	"depesche/language/tag"
	"depesche/report"
)

// Config says what to learn from and how.
type Config struct {
	Lang    string   // language code, written into the model
	Files   []string // CoNLL-U files; words without heads teach the tags only
	Silver  []string // CoNLL-U files that Label wrote; not read in the last rounds
	Tagged  []string // files of the SIGMORPHON shared tasks: words and UniMorph tags
	Test    []string // CoNLL-U files to measure on, never learned from
	Raw     []string // for Pretrain: text, one sentence a line, words between spaces
	Start   string   // what Pretrain learned from Raw; optional
	Vectors string   // word vectors in the text format of word2vec; optional
	From    string   // a model to go on from, of the same widths; optional
	Judges  []string // for LabelFiles: models
	Out     string   // the model file
	Card    string   // a page that describes the model, in Markdown; optional
	Epochs  int      // rounds over the files; 0 = 15
	Seed    uint64
	Rate    float64     // learning rate at the start; 0 = 0.002
	Buckets int         // rows for hashed features; 0 = 16384
	Batch   int         // sentences a step; 0 = 6
	Sizes   model.Sizes // zero = model.DefaultSizes
}

func (c *Config) defaults() {
	if c.Epochs == 0 {
		c.Epochs = 15
	}
	if c.Rate == 0 {
		c.Rate = 0.002
	}
	if c.Buckets == 0 {
		c.Buckets = 16384
	}
	if c.Batch == 0 {
		c.Batch = 6
	}
	if c.Sizes == (model.Sizes{}) {
		c.Sizes = model.DefaultSizes
	}
	c.Sizes.Pairs = 1
}

// Train learns a model and writes it to c.Out. It reports to progress, one line
// a round. The same files and seed give the same model.
func Train(ctx context.Context, c Config, progress io.Writer) error {
	c.defaults()
	t, err := newTrainer(&c, progress)
	if err != nil {
		return fmt.Errorf("train %s: %w", c.Lang, err)
	}
	for t.epoch = range c.Epochs {
		if err := t.round(ctx); err != nil {
			return fmt.Errorf("train %s: %w", c.Lang, err)
		}
		if t.epoch%5 == 4 || t.epoch == c.Epochs-1 {
			t.report()
		}
	}
	if err := t.save(); err != nil {
		return err
	}
	return t.card()
}

type trainer struct {
	c         *Config
	out       io.Writer
	sentences []sentence
	tests     map[string][]sentence
	counts    map[string]int
	m         *model.Model
	encoder   *tag.Encoder
	l         learner
	dense     []*adam
	random    random
	epoch     int
	step      int
	steps     int
	given     bool // word vectors come from a file
}

func newTrainer(c *Config, progress io.Writer) (*trainer, error) {
	t := &trainer{c: c, out: progress, counts: map[string]int{}, random: random{c.Seed}, tests: map[string][]sentence{}}
	for _, name := range c.Files {
		ss, err := readFile(name)
		if err != nil {
			return nil, err
		}
		harmonise(c.Lang, ss)
		t.sentences = append(t.sentences, ss...)
	}
	for _, name := range c.Silver {
		ss, err := readFile(name)
		if err != nil {
			return nil, err
		}
		harmonise(c.Lang, ss)
		for i := range ss {
			ss[i].silver = true
		}
		t.sentences = append(t.sentences, ss...)
	}
	for _, name := range c.Tagged {
		ss, err := readUniMorph(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.sentences = append(t.sentences, ss...)
	}
	if len(t.sentences) == 0 {
		return nil, errors.New("no sentences to learn from")
	}
	for _, name := range c.Test {
		ss, err := readFile(name)
		if err != nil {
			return nil, err
		}
		t.tests[name] = ss
	}
	words := 0
	for _, s := range t.sentences {
		words += len(s.words)
		for _, w := range s.words {
			t.counts[tag.Mask(w.form)]++
		}
	}
	fmt.Fprintf(progress, "%d sentences, %d words\n", len(t.sentences), words)
	if err := t.build(); err != nil {
		return nil, err
	}
	for t.epoch = range c.Epochs {
		due := 0
		for i := range t.sentences {
			due += one(t.due(i))
		}
		t.steps += due/c.Batch + 1
	}
	return t, nil
}

// build lays out the model and fills it with its first values.
func (t *trainer) build() error {
	c := t.c
	m := &model.Model{Lang: c.Lang, Sizes: c.Sizes, Buckets: c.Buckets}
	t.m = m
	from, err := c.readModel()
	if err != nil {
		return err
	}
	if err := t.vectors(from); err != nil {
		return err
	}
	d, err := t.dictionary()
	if err != nil {
		return err
	}
	readings := &tag.Readings{Dict: d}
	m.Classes = readings.NumClasses()
	t.encoder = &tag.Encoder{Vocabulary: tag.NewVocabulary(m.Words), Buckets: c.Buckets, Dictionary: readings}
	t.inventory()
	m.FeatureTable = model.Table{Width: c.Sizes.Feature, Floats: make([]float32, t.encoder.Rows()*c.Sizes.Feature)}
	t.uniform(m.FeatureTable.Floats, 0.1)
	l := &t.l
	l.m, l.random = m, &t.random
	l.grad, l.turned = map[*float32][]float32{}, map[*float32][]float32{}
	for _, p := range m.Parameters() {
		*p.Data = make([]float32, p.Size)
		if p.Rows > 1 && p.Name != "distance" && p.Name != "relpair" {
			t.uniform(*p.Data, float32(math.Sqrt(6/float64(p.Rows+p.Size/p.Rows))))
		}
		if p.Name == "root" {
			t.uniform(*p.Data, 0.3)
		}
		a := newAdam(*p.Data)
		t.dense = append(t.dense, a)
		l.grad[&(*p.Data)[0]] = a.grad
	}
	for _, layer := range []*[2]net.LSTM{&m.First, &m.Second} {
		for k := range layer {
			b := layer[k].Bias[m.Sizes.Hidden : 2*m.Sizes.Hidden]
			for j := range b {
				b[j] = 1
			}
		}
	}
	if err := errors.Join(t.start(), t.goOn(from)); err != nil {
		return err
	}
	t.settle()
	l.words = newSparse(m.WordTable.Floats, c.Sizes.Word)
	l.features = newSparse(m.FeatureTable.Floats, c.Sizes.Feature)
	l.drop = [model.NumStages]float32{0.2, 0.25, 0.25, 0.25, 0.25, 0.1}
	l.state.Drop = l.dropOut
	return nil
}

// seldom is the number of occurrences in the treebanks below which a given vector
// is kept as it is, so that it stays near those of words that do not occur.
const seldom = 3

// settle marks the word vectors that are not learned.
func (t *trainer) settle() {
	t.l.fixed = make([]bool, len(t.m.Words)+1)
	t.l.fixed[0] = t.given
	for i, w := range t.m.Words {
		t.l.fixed[i+1] = t.given && t.counts[w] < seldom
	}
}

func (t *trainer) uniform(v []float32, size float32) {
	for i := range v {
		v[i] = (2*t.random.float() - 1) * size
	}
}

// dictionary is that of the language; for one that has none in the program it is
// made of the treebanks, as are the tables of tokens, and goes with the model.
func (t *trainer) dictionary() (*morph.Dict, error) {
	d, err := morph.Load(t.c.Lang)
	if err != nil || !d.Empty() {
		return d, err
	}
	if t.m.Tables, err = learnTokens(t.c.Files); err != nil {
		return nil, err
	}
	if t.m.Dictionary, err = learn.Make(learn.Sources{Lang: t.c.Lang, Trees: t.c.Files}, t.out); err != nil {
		return nil, err
	}
	return morph.Parse(t.c.Lang, t.m.Dictionary)
}

// inventory collects the tags and relations that occur.
func (t *trainer) inventory() {
	var values [report.Voice + 1]map[string]bool
	for k := range values {
		values[k] = map[string]bool{"": true}
	}
	rels := map[report.Rel]int{}
	for _, s := range t.sentences {
		for _, w := range s.words {
			for k := range values {
				values[k][w.feats.Get(report.Feature(k))] = true
			}
			if s.tree && w.head >= 0 {
				rels[w.rel]++
			}
		}
	}
	pos := model.Group{Feature: -1}
	for u := report.ADJ; u <= report.X; u++ {
		pos.Values = append(pos.Values, u.String())
	}
	t.m.Groups = append(t.m.Groups, pos)
	at := len(pos.Values)
	for k := range values {
		if len(values[k]) < 2 {
			continue
		}
		g := model.Group{Feature: k, At: at}
		for v := range values[k] {
			g.Values = append(g.Values, v)
		}
		sort.Strings(g.Values)
		at += len(g.Values)
		t.m.Groups = append(t.m.Groups, g)
	}
	for r := report.Root; int(r) < report.NumRels; r++ {
		if rels[r] > 0 {
			t.m.Rels = append(t.m.Rels, r)
		}
	}
}

// tagRounds and silverRounds are the numbers of rounds in which all sentences
// without trees, and all with trees that people have not seen, are read once;
// goldRounds is the number of last rounds that do without the latter.
const (
	tagRounds    = 3
	silverRounds = 2
	goldRounds   = 2
)

// due says whether sentence i is read in this round.
func (t *trainer) due(i int) bool {
	switch s := &t.sentences[i]; {
	case s.silver:
		return i%silverRounds == t.epoch%silverRounds && t.epoch < t.c.Epochs-goldRounds
	case !s.tree:
		return i%tagRounds == t.epoch%tagRounds
	}
	return true
}

// round goes once over the sentences that are due.
func (t *trainer) round(ctx context.Context) error {
	order := make([]int, 0, len(t.sentences))
	for i := range t.sentences {
		if t.due(i) {
			order = append(order, i)
		}
	}
	t.random.shuffle(order)
	l := &t.l
	l.loss.tags, l.loss.arcs, l.loss.rels = 0, 0, 0
	l.seen.tags, l.seen.arcs, l.seen.rels = 0, 0, 0
	var in tag.Inputs
	for at := 0; at < len(order); at += t.c.Batch {
		if err := ctx.Err(); err != nil {
			return err
		}
		clear(l.turned)
		words := 0
		for _, i := range order[at:min(at+t.c.Batch, len(order))] {
			s := &t.sentences[i]
			t.encode(&in, s, true)
			l.learn(&in, s)
			words += len(s.words)
		}
		t.update(words)
	}
	fmt.Fprintf(t.out, "round %d: loss a word: tags %.3f, arcs %.3f, relations %.3f\n", t.epoch+1,
		l.loss.tags/float64(l.seen.tags), l.loss.arcs/float64(l.seen.arcs), l.loss.rels/float64(l.seen.rels))
	return nil
}

// encode makes the inputs of a sentence. In training rare words are sometimes
// made unknown.
func (t *trainer) encode(in *tag.Inputs, s *sentence, training bool) {
	in.Reset()
	for i := range s.words {
		form := s.words[i].form
		at := len(in.Features)
		t.encoder.Add(in, form, i)
		if !training {
			continue
		}
		if t.random.float() < 0.25/(0.25+float32(t.counts[tag.Mask(form)])) {
			in.Features = append(in.Features[:at], in.Features[at+1:]...)
			in.Ends[i]--
			if !t.given {
				in.Words[i] = 0
			}
		}
		if t.given && t.random.float() < 0.06 {
			in.Words[i] = 0
		}
	}
}

// update makes one step of the optimiser.
func (t *trainer) update(words int) {
	l := &t.l
	norm := l.features.norm()
	for _, a := range t.dense {
		norm += squares(a.grad)
	}
	scale := float32(1 / float64(words))
	if size := math.Sqrt(norm) / float64(words); size > 5 {
		scale *= float32(5 / size)
	}
	t.step++
	done := float64(t.step) / float64(t.steps)
	rate := t.c.Rate * (1 - done) * math.Min(1, float64(t.step)/100)
	rate *= math.Sqrt(1-math.Pow(beta2, float64(t.step))) / (1 - math.Pow(beta1, float64(t.step)))
	for _, a := range t.dense {
		a.step(float32(rate), scale)
	}
	l.words.stepRows(float32(rate), scale)
	l.features.stepRows(float32(rate), scale)
}

// report prints the scores on the test files.
func (t *trainer) report() {
	for _, name := range t.c.Test {
		fmt.Fprintf(t.out, "  %s: %s\n", name, t.measure(t.tests[name]))
	}
}

// Score is how well a model does on given words.
type Score struct {
	Words                    int
	UPOS, Feats, Heads, Both int // words with that right; Both: head and relation without its subtype
}

func (s Score) String() string {
	p := func(n int) float64 { return 100 * float64(n) / float64(s.Words) }
	return fmt.Sprintf("%d words, UPOS %.2f, UFeats %.2f, UAS %.2f, LAS %.2f", s.Words, p(s.UPOS), p(s.Feats), p(s.Heads), p(s.Both))
}

func (t *trainer) measure(ss []sentence) (sc Score) {
	st := &model.State{}
	var in tag.Inputs
	var f parse.Finder
	for k := range ss {
		s := &ss[k]
		t.encode(&in, s, false)
		t.m.Tag(st, &in)
		t.m.Score(st)
		heads := make([]int32, st.N)
		f.Tree(heads, st.Scores, st.N, st.Stride)
		marks := make([]bool, st.N)
		for i := range marks {
			marks[i] = st.POS[i] == report.PUNCT
		}
		f.Punctuate(heads, marks, func(i int) string { return s.words[i].form })
		for i := range s.words {
			w := &s.words[i]
			sc.Words++
			sc.UPOS += one(st.POS[i] == w.upos)
			sc.Feats += one(t.m.Feats(st, i) == w.feats)
			if heads[i]-1 != int32(w.head) {
				continue
			}
			sc.Heads++
			rel := report.Root
			if heads[i] > 0 {
				rel = t.m.Rel(st, i, int(heads[i]-1))
				if marks[i] {
					rel = report.Punct
				}
			}
			sc.Both += one(base(rel) == base(w.rel))
		}
	}
	return sc
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *trainer) save() error {
	f, err := os.Create(t.c.Out)
	if err != nil {
		return err
	}
	if err := t.m.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", t.c.Out, err)
	}
	return f.Close()
}
