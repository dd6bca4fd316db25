package train

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"os"
	"strings"

	"depesche/report"
)

//go:embed unimorph.tsv
var unimorphTable string

// readUniMorph reads a file of the SIGMORPHON shared tasks: words with lemma and
// UniMorph tags, without trees, in three columns (2018) or as CoNLL-U (2019).
func readUniMorph(name string) ([]sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return uniMorph(f)
}

// uniMorph leaves out sentences whose identifier says that they come from the test
// or development part of their treebank.
func uniMorph(r io.Reader) ([]sentence, error) {
	table, err := loadUniMorph()
	if err != nil {
		return nil, err
	}
	in := bufio.NewScanner(r)
	var all []sentence
	var cur sentence
	held := false
	end := func() {
		if len(cur.words) > 0 && !held {
			all = append(all, cur)
		}
		cur, held = sentence{}, false
	}
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			end()
		case strings.HasPrefix(line, "# "):
			held = held || strings.HasPrefix(line, "# sent_id = dev") || strings.HasPrefix(line, "# sent_id = test")
		default:
			col := strings.Split(line, "\t")
			if len(col) == 10 {
				col = []string{col[1], col[2], col[5]}
			}
			if len(col) != 3 {
				return nil, fmt.Errorf("line %d: %d columns, want 3 or 10", n, len(col))
			}
			cur.words = append(cur.words, uniMorphWord(col[0], col[1], strings.Split(col[2], ";"), table))
		}
	}
	end()
	return all, in.Err()
}

// uniMorphWord is a word of which only what the tags say is known; a feature with
// two values is unknown.
func uniMorphWord(form, lemma string, tags []string, table map[string][]string) word {
	w := word{form: form, lemma: lemma, head: -1}
	twice := uint32(0)
	for _, t := range tags {
		for _, f := range table[t] {
			v := report.ParseFeats(f)
			for k := report.Abbr; k <= report.Voice; k++ {
				if v.Get(k) == "" {
					continue
				}
				twice |= w.known & (1 << k)
				w.known |= 1 << k
				w.feats = w.feats.With(k, v.Get(k))
			}
		}
	}
	w.known &^= twice
	return w
}

func loadUniMorph() (map[string][]string, error) {
	table := map[string][]string{}
	for i, line := range strings.Split(unimorphTable, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		tag, values, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("unimorph.tsv:%d: no value", i+1)
		}
		for v := range strings.FieldsSeq(values) {
			if report.ParseFeats(v) == 0 {
				return nil, fmt.Errorf("unimorph.tsv:%d: unknown value %q", i+1, v)
			}
		}
		table[tag] = strings.Fields(values)
	}
	return table, nil
}
