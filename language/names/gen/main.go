// Command gen learns the names of a language for package names:
//
//	go run ./language/names/gen -lang de -out language/data/de/names.bin.gz [-test CORPUS] [-vectors FILE] CORPUS …
//
// Of the test corpus it prints precision, recall and F1 by kind, of whole names.
package main

import (
	"flag"
	"fmt"
	"os"

	"depesche/language"
	"depesche/language/morph"
	"depesche/language/names"
	"depesche/report"
)

func main() {
	lang := flag.String("lang", "", "language")
	out := flag.String("out", "", "file to write; nothing is written without")
	test := flag.String("test", "", "corpus to test on")
	vectors := flag.String("vectors", "", "word vectors in the text format of word2vec, to be clustered")
	epochs := flag.Int("epochs", 12, "rounds of training")
	flag.Parse()
	if err := run(*lang, *out, *test, *vectors, *epochs, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(lang, out, test, vectors string, epochs int, files []string) error {
	dict, err := morph.Load(lang)
	if err != nil {
		return err
	}
	var all [][]report.Word
	for _, f := range files {
		ss, err := tagged(f, lang)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d sentences\n", f, len(ss))
		all = append(all, ss...)
	}
	clusters, err := readClusters(vectors)
	if err != nil {
		return err
	}
	w := train(examples(dict, clusters, all), epochs)
	w.Clusters = clusters
	if test != "" {
		ss, err := tagged(test, lang)
		if err != nil {
			return err
		}
		measure(names.New(dict, w), ss)
	}
	if out == "" {
		return nil
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := w.Write(f); err != nil {
		return err
	}
	return f.Close()
}

// tagged reads a corpus and tags its words.
func tagged(name, lang string) ([][]report.Word, error) {
	ss, err := readCorpus(name, lang)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	a, err := language.Load(lang)
	if err != nil {
		return nil, err
	}
	w := a.NewWorker()
	for _, s := range ss {
		gold := make([]report.NameTag, len(s))
		for i := range s {
			gold[i] = s[i].Name
		}
		w.Annotate(&report.Report{Lang: lang, Sentences: []report.Sentence{{Words: s}}})
		for i := range s {
			s[i].Name = gold[i]
		}
	}
	return ss, nil
}

// name is one name in a sentence.
type name struct {
	kind       report.NameTag
	start, end int
}

func namesOf(s []report.Word) map[name]bool {
	all := map[name]bool{}
	for i := 0; i < len(s); {
		t := s[i].Name
		if t == report.NameNone {
			i++
			continue
		}
		end := i + 1
		for end < len(s) && s[end].Name == t+1 && t%2 == 1 {
			end++
		}
		all[name{t, i, end}] = true
		i = end
	}
	return all
}

func measure(t *names.Tagger, ss [][]report.Word) {
	var right, found, gold [tags]int
	w := t.NewWorker()
	for _, s := range ss {
		want := namesOf(s)
		w.Tag(s)
		got := namesOf(s)
		for n := range want {
			gold[n.kind]++
			if got[n] {
				right[n.kind]++
			}
		}
		for n := range got {
			found[n.kind]++
		}
	}
	kinds := map[report.NameTag]string{report.NameBPerson: "PER", report.NameBOrg: "ORG", report.NameBPlace: "LOC", report.NameBOther: "MISC"}
	r, f, g := 0, 0, 0
	for _, k := range []report.NameTag{report.NameBPerson, report.NameBOrg, report.NameBPlace, report.NameBOther} {
		print(kinds[k], right[k], found[k], gold[k])
		if k != report.NameBOther {
			r, f, g = r+right[k], f+found[k], g+gold[k]
		}
	}
	print("PER+ORG+LOC", r, f, g)
}

func print(kind string, right, found, gold int) {
	p, r := float64(right)/float64(max(found, 1)), float64(right)/float64(max(gold, 1))
	fmt.Printf("%-12s %5d names  P %.3f  R %.3f  F1 %.3f\n", kind, gold, p, r, 2*p*r/max(p+r, 1e-9))
}
