package train

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/language/model"
	"depesche/language/segment"
	"depesche/language/tag"
	"depesche/report"
)

const tiny = `1	Der	der	DET	_	Case=Nom	2	det	_	_
2	Minister	Minister	NOUN	_	Case=Nom	3	nsubj	_	_
3	lobt	loben	VERB	_	_	0	root	_	_
4	den	der	DET	_	Case=Acc	5	det	_	_
5	Vertrag	Vertrag	NOUN	_	Case=Acc	3	obj	_	_
6	.	.	PUNCT	_	_	3	punct	_	_

1	Die	der	DET	_	Case=Nom	2	det	_	_
2	Ministerin	Ministerin	NOUN	_	Case=Nom	3	nsubj	_	_
3	kritisiert	kritisieren	VERB	_	_	0	root	_	_
4	das	der	DET	_	Case=Acc	5	det	_	_
5	Abkommen	Abkommen	NOUN	_	Case=Acc	3	obj	_	_
6	heute	heute	ADV	_	_	3	advmod	_	_
7	.	.	PUNCT	_	_	3	punct	_	_

`

func tinyTrainer(t *testing.T, epochs int) *trainer {
	t.Helper()
	file := filepath.Join(t.TempDir(), "tiny.conllu")
	if err := os.WriteFile(file, []byte(tiny), 0o666); err != nil {
		t.Fatal(err)
	}
	c := &Config{Lang: "de", Files: []string{file}, Test: []string{file}, Out: filepath.Join(t.TempDir(), "m"), Epochs: epochs, Buckets: 512, Batch: 1, Rate: 0.01,
		Sizes: model.Sizes{Word: 8, Feature: 8, Hidden: 8, Tags: 8, Arc: 8, Rel: 8, Pairs: 1}}
	tr, err := newTrainer(c, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// TestGradients compares the gradients with differences of the loss.
func TestGradients(t *testing.T) {
	tr := tinyTrainer(t, 1)
	l := &tr.l
	l.drop = [model.NumStages]float32{}
	s := &tr.sentences[1]
	var in tag.Inputs
	tr.encode(&in, s, false)
	loss := func() float64 {
		l.loss.tags, l.loss.arcs, l.loss.rels = 0, 0, 0
		clear(l.turned)
		l.learn(&in, s)
		return l.loss.arcs + l.loss.rels
	}
	loss()
	l.words.forget()
	l.features.forget()
	got := map[string][]float32{}
	for k, p := range tr.m.Parameters() {
		clear(tr.dense[k].grad)
		_ = p
	}
	loss()
	for k, p := range tr.m.Parameters() {
		got[p.Name] = append([]float32(nil), tr.dense[k].grad...)
	}
	wrong := 0 // where a rectified number changes its sign
	for _, p := range tr.m.Parameters() {
		switch p.Name {
		case "tag.w", "tag.b", "first.forward.wx", "first.forward.wh", "first.backward.wx", "first.backward.wh", "first.forward.bias", "first.backward.bias":
			continue // the loss of the tags is measured on the first group alone, and what is read of the tags stops the way back
		}
		for _, i := range []int{0, p.Size / 3, p.Size / 2, p.Size - 1} {
			const eps = 4e-3
			d := *p.Data
			old := d[i]
			d[i] = old + eps
			up := loss()
			d[i] = old - eps
			down := loss()
			d[i] = old
			want := (up - down) / (2 * eps)
			if diff := math.Abs(want - float64(got[p.Name][i])); diff > 0.05*math.Abs(want)+0.004 {
				t.Logf("%s[%d]: %v, want %v", p.Name, i, got[p.Name][i], want)
				wrong++
			}
		}
	}
	if wrong > 5 {
		t.Error(wrong, "gradients are wrong")
	}
}

func TestTrainLearnsAndRepeats(t *testing.T) {
	var files [2][]byte
	for i := range files {
		tr := tinyTrainer(t, 120)
		if err := Train(t.Context(), *tr.c, io.Discard); err != nil {
			t.Fatal(err)
		}
		var err error
		if files[i], err = os.ReadFile(tr.c.Out); err != nil {
			t.Fatal(err)
		}
	}
	if string(files[0]) != string(files[1]) {
		t.Error("two runs differ")
	}
	tr := tinyTrainer(t, 120)
	tr.l.drop = [model.NumStages]float32{}
	for tr.epoch = range 120 {
		if err := tr.round(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if sc := tr.measure(tr.sentences); sc.Both < sc.Words || sc.UPOS < sc.Words {
		t.Errorf("not learned: %v", sc)
	}
}

// TestTokens learns what French does with words that lean on others.
func TestTokens(t *testing.T) {
	const text = `1	L'	le	DET	_	_	2	det	_	SpaceAfter=No
2	accord	accord	NOUN	_	_	3	nsubj	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	_	5	det	_	_
5	demi-siècle	demi-siècle	NOUN	_	_	2	nmod	_	_

1	des	un	DET	_	_	2	det	_	_
2	ports	port	NOUN	_	_	0	root	_	_
3-4	des	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	les	le	DET	_	_	5	det	_	_
5	îles	île	NOUN	_	_	2	nmod	_	_

`
	file := filepath.Join(t.TempDir(), "fr.conllu")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	got, err := learnTokens([]string{file, file})
	if err != nil {
		t.Fatal(err)
	}
	if want := "du\tde le\n"; got["contractions"] != want {
		t.Errorf("contractions %q, want %q", got["contractions"], want)
	}
	if want := "elision\tl\nhyphen\tjoin\n"; got["tokens"] != want {
		t.Errorf("tokens %q, want %q", got["tokens"], want)
	}
	s, err := segment.NewWith("fr", got)
	if err != nil {
		t.Fatal(err)
	}
	r := &report.Report{Text: "L'accord du demi-siècle."}
	s.Segment(r)
	var forms []string
	for _, w := range r.Sentences[0].Words {
		forms = append(forms, w.Form)
	}
	if got := strings.Join(forms, " "); got != "L' accord de le demi-siècle ." {
		t.Errorf("cut into %q", got)
	}
}
