package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
)

// word is a word of a sentence with its UniMorph tag.
type word struct {
	form string
	tags []string
}

func (w *word) is(tag string) bool { return slices.Contains(w.tags, tag) }

// read reads the sentences of files of the SIGMORPHON shared tasks of 2018 and 2019,
// without those of the treebank's development and test parts, and of GermEval 2014, which
// have no tags; every sentence once.
func read(files []string) ([][]word, error) {
	var all [][]word
	seen := map[string]bool{}
	for _, name := range files {
		sentences, err := readFile(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, s := range sentences {
			if t := text(s); !seen[t] {
				seen[t] = true
				all = append(all, s)
			}
		}
	}
	return all, nil
}

func readFile(name string) ([][]word, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all [][]word
	var now []word
	held := false
	end := func() {
		if len(now) > 0 && !held {
			all = append(all, now)
		}
		now, held = nil, false
	}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			end()
		case strings.HasPrefix(line, "# sent_id"):
			held = !strings.Contains(line, "train")
		case strings.HasPrefix(line, "# "), strings.HasPrefix(line, "#\t"):
		default:
			w, err := wordOf(strings.Split(line, "\t"))
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			now = append(now, w)
		}
	}
	end()
	return all, in.Err()
}

// wordOf reads the columns of the tasks of 2018 (3) and 2019 (10), and of GermEval (4).
func wordOf(f []string) (word, error) {
	switch len(f) {
	case 3:
		return word{f[0], strings.Split(f[2], ";")}, nil
	case 4:
		return word{form: f[1]}, nil
	case 10:
		return word{f[1], strings.Split(f[5], ";")}, nil
	}
	return word{}, fmt.Errorf("%d columns, want 3, 4 or 10", len(f))
}

// text writes the words as running text.
func text(s []word) string {
	var b strings.Builder
	tight, open := true, false
	for i := range s {
		form := s[i].form
		closes := strings.Contains(".,;:!?)]…''", form)
		if form == `"` {
			closes = open
			open = !open
		}
		if !tight && !closes {
			b.WriteByte(' ')
		}
		b.WriteString(form)
		tight = form == "(" || form == "[" || form == "``" || form == `"` && open
	}
	return b.String()
}
