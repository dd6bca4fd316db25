package train

import (
	"context"
	"fmt"
	"io"
	"math"

	"depesche/language/names"
	"depesche/report"
)

// NameSentence is a sentence to learn names from: analysed words with their names.
type NameSentence struct {
	Words  []report.Word
	Corpus int // corpora follow different rules; those of 0 are to be learned
}

// NamesConfig says how to learn names.
type NamesConfig struct {
	Known     names.Known
	Dict      names.Dictionary
	Sentences []NameSentence
	Epochs    int     // rounds over the sentences; 0 = 6
	Seed      uint64  // of their order
	Models    int     // how many are learned, with seeds one after the other, and averaged; 0 = 1
	Rate      float32 // learning rate of AdaGrad; 0 = 0.02
	Decay     float32 // pull of the weights to 0; 0 = 0.02
	Cost      float32 // what it costs to overlook a word of a name; 0 = 2
	Least     int     // features at fewer words are left out; 0 = 4
}

func (c *NamesConfig) defaults() {
	if c.Epochs == 0 {
		c.Epochs = 6
	}
	if c.Least == 0 {
		c.Least = 4
	}
	c.Models = max(c.Models, 1)
	for p, v := range map[*float32]float32{&c.Rate: 0.02, &c.Decay: 0.02, &c.Cost: 2} {
		if *p == 0 {
			*p = v
		}
	}
}

// groupDrop is how often a word's features of each group are left out.
var groupDrop = [names.NumGroups]float32{names.Form: 0.5, names.Near: 0.3, names.Affixes: 0.1, names.Listed: 0.2, names.Alike: 0.1,
	names.Kinds: 0.2, names.Spelled: 0.1}

// Names learns to find names: the weights of a conditional random field (Lafferty,
// McCallum and Pereira 2001) in which overlooking has a cost (Mohit et al. 2012), by
// AdaGrad (Duchi, Hazan and Singer 2011), averaged over the last rounds. Corpora whose
// rules differ share one table of weights, and each has one of its own that is added
// to it (Daumé 2007). It reports to progress, one line a round. The same sentences and
// seed give the same model.
func Names(ctx context.Context, c NamesConfig, progress io.Writer) (*names.Model, error) {
	c.defaults()
	t := newNamer(&c)
	for i := range c.Models {
		t.begin(c.Seed + uint64(i))
		if err := t.rounds(ctx, progress); err != nil {
			return nil, err
		}
	}
	return t.model(), nil
}

// rounds learns from all sentences again and again.
func (t *namer) rounds(ctx context.Context, progress io.Writer) error {
	order := make([]int, len(t.c.Sentences))
	for i := range order {
		order[i] = i
	}
	for round := range t.c.Epochs {
		t.random.shuffle(order)
		t.loss, t.words = 0, 0
		for at, i := range order {
			if at%256 == 0 && ctx.Err() != nil {
				return fmt.Errorf("train names: %w", ctx.Err())
			}
			t.learn(i)
		}
		fmt.Fprintf(progress, "round %d: loss a word %.4f\n", round+1, t.loss/float64(t.words))
		if round >= t.c.Epochs/2 {
			t.remember()
		}
	}
	return nil
}

// namer learns names.
type namer struct {
	c        *NamesConfig
	random   random
	features [][]uint32 // by sentence, the buckets of all words
	groups   [][]names.Group
	ends     [][]int // by sentence, where each word's end
	corpora  int
	shared   weights
	own      []weights // by corpus

	sum      []*weights // tables for corpus 0, added up after each of the last rounds
	sums     int
	chain    chain
	gold     []int
	loss     float64
	words    int
	keptRows []uint32
	keptEnds []int
}

// weights are one table of weights under AdaGrad.
type weights struct {
	rows sparse
	next adam
}

func newWeights() weights {
	return weights{newSparse(make([]float32, names.Buckets*nameColumns), nameColumns), *newAdam(make([]float32, (names.NumTags+1)*nameColumns))}
}

func newNamer(c *NamesConfig) *namer {
	t := &namer{c: c}
	in := names.NewInputs(c.Dict, c.Known)
	in.LeaveOut(rareFeatures(in, c))
	for _, s := range c.Sentences {
		t.corpora = max(t.corpora, s.Corpus+1)
		in.Read(s.Words)
		var rows []uint32
		var ends []int
		var groups []names.Group
		for i := range s.Words {
			rows = append(rows, in.Of(i)...)
			groups = append(groups, in.Groups(i)...)
			ends = append(ends, len(rows))
		}
		t.groups = append(t.groups, groups)
		t.features, t.ends = append(t.features, rows), append(t.ends, ends)
	}
	return t
}

// rareFeatures are the features that stand at too few words.
func rareFeatures(in *names.Inputs, c *NamesConfig) *names.Rare {
	r := names.NewRare(c.Least)
	in.LeaveOut(r)
	for _, s := range c.Sentences {
		in.Read(s.Words)
	}
	r.Known()
	return r
}

// begin forgets all weights but the sums.
func (t *namer) begin(seed uint64) {
	t.random = random{seed}
	t.shared, t.own = newWeights(), nil
	if t.corpora > 1 {
		for range t.corpora {
			t.own = append(t.own, newWeights())
		}
	}
	t.chain.next = make([]float32, len(t.shared.next.data))
	t.chain.dNext = make([]float32, len(t.chain.next))
}

// tables are the tables that score the sentences of a corpus.
func (t *namer) tables(corpus int) []*weights {
	if len(t.own) == 0 {
		return []*weights{&t.shared}
	}
	return []*weights{&t.shared, &t.own[corpus]}
}

// learn makes a step against the gradient of a sentence's loss.
func (t *namer) learn(at int) {
	x := &t.c.Sentences[at]
	n, rows, ends := len(x.Words), t.features[at], t.ends[at]
	rows, ends = t.drop(rows, ends, t.groups[at])
	tables := t.tables(x.Corpus)
	score(&t.chain, tables, rows, ends)
	t.gold = t.gold[:0]
	for i := range x.Words {
		t.gold = append(t.gold, int(x.Words[i].Name))
		if x.Words[i].Name != report.NameNone {
			t.chain.scores[i*nameColumns] += t.c.Cost
		}
	}
	t.loss += t.chain.learn(t.gold)
	t.words += n
	for _, w := range tables {
		each(rows, ends, func(i int, f uint32) {
			w.rows.add(int32(f), t.chain.dScores[i*nameColumns:(i+1)*nameColumns])
		})
		w.step(t.chain.dNext, t.c.Rate, t.c.Decay)
	}
}

// score adds up the weights of the features, which end where ends says, and of pairs.
func score(c *chain, tables []*weights, rows []uint32, ends []int) {
	zero(&c.scores, len(ends)*nameColumns)
	clear(c.next)
	for _, w := range tables {
		add(c.next, w.next.data)
		each(rows, ends, func(i int, f uint32) {
			add(c.scores[i*nameColumns:], w.rows.data[int(f)*nameColumns:(int(f)+1)*nameColumns])
		})
	}
}

// step moves the weights against the gradients.
func (w *weights) step(dNext []float32, rate, decay float32) {
	for _, r := range w.rows.touched {
		at := int(r) * nameColumns
		end := at + names.NumTags
		adaGrad(w.rows.data[at:end], w.rows.grad[at:end], w.rows.second[at:end], rate, decay)
		w.rows.isIn[r] = false
	}
	w.rows.touched = w.rows.touched[:0]
	copy(w.next.grad, dNext)
	adaGrad(w.next.data, w.next.grad, w.next.second, rate, decay)
}

// drop leaves out groups of features of words by chance.
func (t *namer) drop(rows []uint32, ends []int, groups []names.Group) ([]uint32, []int) {
	keptRows, keptEnds := t.keptRows[:0], t.keptEnds[:0]
	at := 0
	for _, end := range ends {
		var out [names.NumGroups]bool
		for g, p := range groupDrop {
			out[g] = t.random.float() < p
		}
		for ; at < end; at++ {
			if !out[groups[at]] {
				keptRows = append(keptRows, rows[at])
			}
		}
		keptEnds = append(keptEnds, len(keptRows))
	}
	t.keptRows, t.keptEnds = keptRows, keptEnds
	return keptRows, keptEnds
}

// each calls do with every feature of every word.
func each(rows []uint32, ends []int, do func(i int, f uint32)) {
	at := 0
	for i, end := range ends {
		for ; at < end; at++ {
			do(i, rows[at])
		}
	}
}

// adaGrad moves the data against their gradient and clears it.
func adaGrad(data, grad, second []float32, rate, decay float32) {
	for i, g := range grad {
		g += decay * data[i]
		second[i] += g * g
		if second[i] > 0 {
			data[i] -= rate * g / float32(math.Sqrt(float64(second[i])))
		}
		grad[i] = 0
	}
}

// remember adds the tables of corpus 0 as they are now to the sums.
func (t *namer) remember() {
	t.sums++
	for i, w := range t.tables(0) {
		if t.sums == 1 {
			t.sum = append(t.sum, &weights{rows: sparse{adam: adam{data: make([]float32, len(w.rows.data))}}, next: adam{data: make([]float32, len(w.next.data))}})
		}
		add(t.sum[i].rows.data, w.rows.data)
		add(t.sum[i].next.data, w.next.data)
	}
}

// model is the sum of the shared table and that of corpus 0, on average over the last
// rounds, in whole numbers.
func (t *namer) model() *names.Model {
	const columns, tags = nameColumns, names.NumTags
	m := &names.Model{Rows: make([]byte, names.Buckets*tags), Next: make([]int16, (tags+1)*tags), Known: t.c.Known}
	whole := func(data func(w *weights) []float32, at int) float64 {
		s := float32(0)
		for _, w := range t.sum {
			s += data(w)[at]
		}
		return math.RoundToEven(names.Unit * float64(s) / float64(t.sums))
	}
	for i := range m.Rows {
		v := whole(func(w *weights) []float32 { return w.rows.data }, i/tags*columns+i%tags)
		m.Rows[i] = byte(int8(max(-127, min(127, v))))
	}
	for i := range m.Next {
		v := whole(func(w *weights) []float32 { return w.next.data }, i/tags*columns+i%tags)
		m.Next[i] = int16(max(-32000, min(32000, v)))
	}
	return m
}
