// Command gen learns where sentences end without a stop, for package segment:
//
//	go run ./language/segment/gen -lang de -raw minutes -out language/data/de/seams.tsv FILE …
//
// The sentences are those of UD German GSD's training part, as the files of the
// SIGMORPHON shared tasks of 2018 and 2019 (task 2) hold them, with their tags. Each is
// read once as it stands, where no place in it is an end, and up to four times behind a
// headline that is made of another: the sentence without its stop, a phrase without a
// verb, a clause without articles, a participle without its auxiliary. Every so many
// paragraphs of running text (the minutes of the Bundestag) show more places that are
// no ends. A logistic model is fitted to the places (AdaGrad, with a small penalty on
// large weights).
//
// For package runon, which sees the analysis too:
//
//	go run ./language/segment/gen -lang de -runons -limit 0.75 -penalty 5e-7 -every 6 -pairs 20000 -raw minutes -out language/data/de/runons.tsv FILE …
//
// Here a sentence of up to 16 words without its stop stands before another one, and the
// sentences of GermEval 2014 show places that are no ends as well.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"depesche/language/segment"
)

type options struct {
	lang, out, raw string
	runons         bool
	limit          float64
	pairs          int
	epochs, every  int
	penalty        float64
}

func main() {
	var o options
	flag.StringVar(&o.lang, "lang", "", "language")
	flag.StringVar(&o.out, "out", "", "file to write")
	flag.BoolVar(&o.runons, "runons", false, "learn the table of package runon, from analysed sentences, instead")
	flag.IntVar(&o.pairs, "pairs", 12000, "pairs of sentences that have run together, with -runons")
	flag.StringVar(&o.raw, "raw", "", "folder of running text, a paragraph a line, which shows more places that are no ends")
	flag.IntVar(&o.every, "every", 15, "which paragraphs of the running text are read: every so many")
	flag.Float64Var(&o.limit, "limit", 1.5, "what a place must score to be an end")
	flag.IntVar(&o.epochs, "epochs", 12, "passes over the places")
	flag.Float64Var(&o.penalty, "penalty", 3e-6, "penalty on the square of a weight")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(o options, files []string) error {
	if o.lang == "" || o.out == "" {
		return errors.New("-lang and -out are needed")
	}
	sentences, err := read(files)
	if err != nil {
		return err
	}
	if o.runons {
		return learnRunons(o, sentences)
	}
	s, err := segment.ForLearning(o.lang)
	if err != nil {
		return err
	}
	all := places(s, sentences)
	if o.raw != "" {
		more, err := rawPlaces(s, o.raw, o.every)
		if err != nil {
			return err
		}
		all = append(all, more...)
	}
	ends := 0
	for i := range all {
		if all[i].end {
			ends++
		}
	}
	fmt.Printf("%d sentences, %d places, %d ends\n", len(sentences), len(all), ends)
	w := fit(all, segment.NumFeatures(), o)
	tell(all, w)
	return write(o, w, segment.FeatureName, `# Where sentences end without a stop: weights of a logistic model over what the dictionary
# says of the words around a place. Made by language/segment/gen of sentences
# of UD German GSD (CC BY-SA 4.0) and of minutes of the Bundestag;
# to change it, run gen again.
`)
}

// place is a place with its features.
type place struct {
	features []int32
	end      bool
}

func places(s *segment.Segmenter, sentences [][]word) []place {
	var all []place
	chance := rand.New(rand.NewPCG(1, 2))
	var tagged []int
	for i := range sentences {
		own := text(sentences[i])
		all = look(s, all, []string{own})
		if len(tagged) > 0 {
			for range 4 {
				if h := headline(sentences[tagged[chance.IntN(len(tagged))]], chance); h != nil {
					all = look(s, all, []string{text(h), own})
				}
			}
		}
		if sentences[i][0].tags != nil {
			tagged = append(tagged, i)
		}
	}
	return all
}

// look appends the places of the sentences, run together.
func look(s *segment.Segmenter, all []place, sentences []string) []place {
	var starts []int
	at := 0
	for _, x := range sentences {
		starts = append(starts, at)
		at += len(x) + 1
	}
	s.Places(strings.Join(sentences, " "), starts, func(at int, f []int32) {
		all = append(all, place{append([]int32(nil), f...), len(starts) > 1 && at == starts[1]})
	})
	return all
}

// fit fits the weights of the features.
func fit(all []place, n int, o options) []float32 {
	w, g := make([]float32, n), make([]float32, n)
	chance := rand.New(rand.NewPCG(3, 4))
	for epoch := range o.epochs {
		loss := 0.0
		for _, k := range chance.Perm(len(all)) {
			p := &all[k]
			y := 0.0
			if p.end {
				y = 1
			}
			q := 1 / (1 + math.Exp(-float64(score(p, w))))
			loss -= y*math.Log(max(q, 1e-9)) + (1-y)*math.Log(max(1-q, 1e-9))
			for _, f := range p.features {
				d := float32(q-y) + float32(o.penalty)*w[f]*float32(len(all))/100
				g[f] += d * d
				w[f] -= 0.1 * d / float32(math.Sqrt(float64(g[f]))+1e-6)
			}
		}
		fmt.Printf("epoch %d: loss %.5f\n", epoch+1, loss/float64(len(all)))
	}
	return w
}

func write(o options, w []float32, nameOf func(f int32) (kind, values string), head string) error {
	var b strings.Builder
	b.WriteString(head + "# kind of feature, values, weight\n")
	fmt.Fprintf(&b, "limit\tscore\t%.2f\n", o.limit)
	for f, x := range w {
		if math.Abs(float64(x)) < 0.05 {
			continue
		}
		kind, values := nameOf(int32(f))
		if values == "" {
			values = "-"
		}
		fmt.Fprintf(&b, "%s\t%s\t%.2f\n", kind, values, x)
	}
	return os.WriteFile(o.out, []byte(b.String()), 0o644)
}

// tell prints what different limits would find of the places that were learned from.
func tell(all []place, w []float32) {
	for _, limit := range []float32{0, 0.5, 1, 1.5, 2, 3} {
		found, missed, wrong := 0, 0, 0
		for i := range all {
			hit := score(&all[i], w) >= limit
			switch {
			case hit && all[i].end:
				found++
			case hit:
				wrong++
			case all[i].end:
				missed++
			}
		}
		fmt.Printf("limit %.1f: %.1f %% of the ends found, %d others\n", limit, 100*float64(found)/float64(found+missed), wrong)
	}
}

func score(p *place, w []float32) float32 {
	sum := float32(0)
	for _, f := range p.features {
		sum += w[f]
	}
	return sum
}
