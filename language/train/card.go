package train

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// card writes the page that describes the model, if the configuration asks for it:
// what it was trained on, its sizes, its scores. Licences are for people to add.
func (t *trainer) card() error {
	c := t.c
	if c.Card == "" {
		return nil
	}
	var b bytes.Buffer
	trees, words := 0, 0
	for _, s := range t.sentences {
		trees += one(s.tree)
		words += len(s.words)
	}
	fmt.Fprintf(&b, "# Model for %s\n\n", c.Lang)
	fmt.Fprintf(&b, "Trained on %d sentences (%d words), %d of them with trees, in %d rounds; seed %d.\n\n", len(t.sentences), words, trees, c.Epochs, c.Seed)
	list := func(title string, names []string) {
		if len(names) > 0 {
			fmt.Fprintf(&b, "%s:\n\n", title)
			for _, n := range names {
				fmt.Fprintf(&b, "- %s\n", filepath.Base(n))
			}
			b.WriteByte('\n')
		}
	}
	list("Treebanks", c.Files)
	list("Tags and features without trees", c.Tagged)
	fmt.Fprintf(&b, "Widths: %+v; %d word vectors, %d rows for features.\n\n", c.Sizes, len(t.m.Words), t.encoder.Rows())
	for _, name := range c.Test {
		fmt.Fprintf(&b, "On %s, with its words given: %s (LAS without subtypes of relations).\n", filepath.Base(name), t.measure(t.tests[name]))
	}
	return os.WriteFile(c.Card, b.Bytes(), 0o666)
}
