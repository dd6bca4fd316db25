// Package learn makes the dictionary of a language for package morph, from treebanks
// and what else is known.
package learn

import (
	"fmt"
	"io"

	"depesche/language/morph"
)

// Sources is what a dictionary is made of; only Lang and Trees are needed.
type Sources struct {
	Lang    string
	Trees   []string // treebanks in CoNLL-U
	Dict    string   // LanguageTool's german.dict
	Text    string   // folder with running text, which tells what is common
	Words   string   // folder of the lexicon whose verbs and nouns are to be known
	WordNet string   // folder of WordNet's files
}

// Make makes the dictionary's file and says on progress how large it is.
// Treebanks give the lemmas of what LanguageTool's dictionary does not hold: rules for
// endings, and exceptions. Without that dictionary they give the forms too; those of
// English are completed by the regular ones of their lemmas and of other lists.
func Make(s Sources, progress io.Writer) ([]byte, error) {
	count, err := readTrees(s.Trees)
	if err != nil {
		return nil, err
	}
	d := &dictionary{entries: entries{}, common: map[string]bool{}, rules: learnRules(count)}
	if err := d.fill(s, count); err != nil {
		return nil, err
	}
	if s.Text != "" {
		if d.common, err = commonForms(s.Text); err != nil {
			return nil, err
		}
	}
	b, err := d.encode()
	if err != nil {
		return nil, err
	}
	before, err := morph.Parse(s.Lang, b)
	if err != nil {
		return nil, err
	}
	d.exceptions = learnExceptions(count, before)
	if b, err = d.encode(); err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(progress, "dictionary: %d forms, %d rules, %d exceptions, %d bytes\n", len(d.entries), len(d.rules), len(d.exceptions), len(b))
	return b, err
}

// fill adds the forms.
func (d *dictionary) fill(s Sources, count map[seen]int) error {
	if s.Dict != "" {
		if err := addGerman(d.entries, s.Dict); err != nil {
			return err
		}
		addClosed(d.entries, count)
		return nil
	}
	addTrees(d.entries, count)
	if s.Lang != "en" {
		return nil
	}
	others, err := lexiconWords(s.Words)
	if err != nil {
		return err
	}
	more, err := wordNet(d.entries, s.WordNet, count)
	if err != nil {
		return err
	}
	complete(d.entries, count, append(others, more...))
	return nil
}
