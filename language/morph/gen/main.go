// Command gen makes the dictionary of a language for package morph:
//
//	go run ./language/morph/gen -lang de -dict german.dict -text minutes -out language/data/de/morph.bin.gz TREEBANK.conllu …
//	go run ./language/morph/gen -lang en -words lexicon/en -wordnet /usr/share/wordnet -out language/data/en/morph.bin.gz TREEBANK.conllu …
//
// The German forms come from LanguageTool's dictionary (german-pos-dict, CC BY-SA
// 4.0), whose tags are mapped to Universal Dependencies. Treebanks give the lemmas
// of what the dictionary does not hold: rules for endings, and exceptions; for a
// language without a dictionary they give the forms too, completed by the regular
// ones of their lemmas, of the verbs and nouns of a lexicon, and of WordNet's. The text,
// files with the ending .txt below a folder, tells which forms are common.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"depesche/language/morph/learn"
)

func main() {
	var s learn.Sources
	flag.StringVar(&s.Lang, "lang", "", "language")
	flag.StringVar(&s.Dict, "dict", "", "LanguageTool's german.dict")
	flag.StringVar(&s.Text, "text", "", "folder with running text")
	flag.StringVar(&s.Words, "words", "", "folder of the lexicon whose verbs and nouns are to be known")
	flag.StringVar(&s.WordNet, "wordnet", "", "folder of WordNet's files")
	out := flag.String("out", "", "file to write")
	flag.Parse()
	s.Trees = flag.Args()
	if err := run(s, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(s learn.Sources, out string) error {
	if s.Lang == "" || out == "" {
		return errors.New("-lang and -out are needed")
	}
	b, err := learn.Make(s, os.Stdout)
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}
