package train

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"depesche/language/model"
	"depesche/language/morph"
	"depesche/language/parse"
	"depesche/language/tag"
	"depesche/report"
)

// Label lets several models analyse text together and writes what they find as
// CoNLL-U, for one model to learn from (as tri-training does, Zhou and Li 2005;
// here the mean of their probabilities decides). The models have the same tags and
// relations; text is one list of words a sentence.
func Label(ctx context.Context, models []*model.Model, text [][]string, to io.Writer) error {
	out := bufio.NewWriter(to)
	p := &panel{}
	for _, m := range models {
		if !slices.Equal(m.Rels, models[0].Rels) || m.TagColumns() != models[0].TagColumns() {
			return errors.New("label: the models have different tags or relations")
		}
		e := &tag.Encoder{Vocabulary: tag.NewVocabulary(m.Words), Buckets: m.Buckets}
		if m.Classes > 0 {
			d, err := morph.Of(m.Lang, m.Dictionary)
			if err != nil {
				return fmt.Errorf("label: %w", err)
			}
			e.Dictionary = &tag.Readings{Dict: d}
		}
		p.judges = append(p.judges, &judge{m: m, encoder: e})
	}
	for _, words := range text {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(words) > 1 && len(words) <= 80 {
			p.sentence(words, out)
		}
	}
	return out.Flush()
}

// LabelFiles is Label with the models of c.Judges, over the text in c.Raw, to c.Out.
func LabelFiles(ctx context.Context, c Config, progress io.Writer) error {
	var models []*model.Model
	for _, name := range c.Judges {
		m, err := openModel(name)
		if err != nil {
			return fmt.Errorf("label: %w", err)
		}
		models = append(models, m)
	}
	var text [][]string
	for _, name := range c.Raw {
		ss, err := readRaw(name)
		if err != nil {
			return fmt.Errorf("label: %w", err)
		}
		text = append(text, ss...)
	}
	fmt.Fprintf(progress, "%d models, %d sentences\n", len(models), len(text))
	f, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	if err := Label(ctx, models, text, f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

type judge struct {
	m       *model.Model
	encoder *tag.Encoder
	in      tag.Inputs
	state   model.State
}

// panel is the models that decide together.
type panel struct {
	judges []*judge
	finder parse.Finder
	scores []float32
	row    []float32
}

func (p *panel) sentence(words []string, out *bufio.Writer) {
	for _, j := range p.judges {
		j.in.Reset()
		for i, w := range words {
			j.encoder.Add(&j.in, w, i)
		}
		j.m.Tag(&j.state, &j.in)
		j.m.Score(&j.state)
	}
	n, stride := len(words), p.judges[0].state.Stride
	scores := zero(&p.scores, n*stride)
	for _, j := range p.judges {
		p.addArcs(scores, &j.state)
	}
	for i, v := range scores {
		scores[i] = float32(math.Log(float64(v) + 1e-9))
	}
	heads := make([]int32, n)
	p.finder.Tree(heads, scores, n, stride)
	for i, w := range words {
		upos, feats := p.tags(i)
		rel := report.Root
		if heads[i] > 0 {
			rel = p.rel(i, int(heads[i]-1))
		}
		fmt.Fprintf(out, "%d\t%s\t_\t%s\t_\t%s\t%d\t%s\t_\t_\n", i+1, w, upos, feats, heads[i], rel)
	}
	fmt.Fprintln(out)
}

// addArcs adds a judge's probabilities of every word's heads.
func (p *panel) addArcs(sum []float32, s *model.State) {
	for d := range s.N {
		row := append(p.row[:0], s.Scores[d*s.Stride:d*s.Stride+s.N+1]...)
		p.row = row
		row[d+1] = -1e9
		softmax(row)
		add(sum[d*s.Stride:], row)
	}
}

func (p *panel) tags(i int) (report.UPOS, report.Feats) {
	m := p.judges[0].m
	columns := m.TagColumns()
	row := zero(&p.row, columns)
	for _, j := range p.judges {
		add(row, j.state.Tags[i*columns:(i+1)*columns])
	}
	upos, feats := report.NoPOS, report.Feats(0)
	for g := range m.Groups {
		group := &m.Groups[g]
		best := largest(row[group.At : group.At+len(group.Values)])
		if group.Feature < 0 {
			upos = report.UPOS(best + 1)
		} else if v := group.Values[best]; v != "" {
			feats = feats.With(report.Feature(group.Feature), v)
		}
	}
	return upos, feats
}

func (p *panel) rel(word, head int) report.Rel {
	m := p.judges[0].m
	sum := make([]float32, len(m.Rels))
	for _, j := range p.judges {
		row := append(p.row[:0], j.m.RelScores(&j.state, word, head)[:len(m.Rels)]...)
		p.row = row
		softmax(row)
		add(sum, row)
	}
	return m.Rels[largest(sum)]
}
