package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"depesche/language"
	"depesche/language/runon"
	"depesche/language/segment"
	"depesche/report"
)

// runs shows places in analysed text.
type runs struct {
	segmenter *segment.Segmenter
	worker    *language.Worker
	finder    runon.Finder
	doubts    []segment.Doubt
	all       []place
}

// learnRunons fits the model of package runon to sentences that stand alone, where no
// place is an end, and to pairs of those with tags, the first without its stop.
func learnRunons(o options, sentences [][]word) error {
	s, err := segment.New(o.lang)
	if err != nil {
		return err
	}
	a, err := language.Load(o.lang)
	if err != nil {
		return err
	}
	l := runs{segmenter: s, worker: a.NewWorker()}
	var heads, texts []string
	for i := range sentences {
		t := text(sentences[i])
		if parted(t) {
			continue
		}
		l.look(t, -1)
		if sentences[i][0].tags == nil || !isLetters(t) || !strings.HasSuffix(t, ".") {
			continue
		}
		texts = append(texts, t)
		if n := len(sentences[i]); n >= 4 && n <= 17 && len(sentences[i][n-2].form) > 2 {
			heads = append(heads, text(sentences[i][:n-1]))
		}
	}
	chance := rand.New(rand.NewPCG(5, 6))
	for range o.pairs {
		h := heads[chance.IntN(len(heads))]
		l.look(h+" "+texts[chance.IntN(len(texts))], len(h)+1)
	}
	if o.raw != "" {
		if err := paragraphs(o.raw, o.every, func(p string) { l.look(p, -1) }); err != nil {
			return err
		}
	}
	fmt.Printf("%d sentences, %d heads, %d places\n", len(sentences), len(heads), len(l.all))
	w := fit(l.all, runon.NumFeatures(), o)
	tell(l.all, w)
	return write(o, w, runon.FeatureName, `# Where two sentences have run together without a stop: weights of a logistic model over what
# the analysis makes of both as one (package runon). Made by language/segment/gen of sentences
# of UD German GSD (CC BY-SA 4.0), of GermEval 2014 (CC BY 4.0) and of minutes of the
# Bundestag; to change it, run gen again.
`)
}

// look adds the places of a text; the one at the offset is an end.
func (l *runs) look(t string, end int) {
	r := report.Report{Text: t}
	l.doubts = l.segmenter.SegmentBy(&r, nil, l.doubts)
	l.worker.Annotate(&r)
	for i := range r.Sentences {
		words := r.Sentences[i].Words
		l.finder.Places(words, l.doubts, func(at int, f []int32) {
			l.all = append(l.all, place{append([]int32(nil), f...), int(words[at].Start) == end})
		})
	}
}

// parted says whether contractions have been parted in a text, as in the files of 2018.
func parted(t string) bool {
	for _, x := range []string{" in dem ", " an dem ", " zu dem ", " von dem ", " bei dem ", " zu der "} {
		if strings.Contains(strings.ToLower(t), x) {
			return true
		}
	}
	return false
}
