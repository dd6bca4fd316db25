package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"depesche/report"
)

// sentence is one training sentence.
type sentence struct {
	words  []word
	tree   bool // heads and relations are known
	silver bool // nobody has checked them
}

// word is one word with what is known of it.
type word struct {
	form, lemma string
	upos        report.UPOS
	feats       report.Feats
	known       uint32 // bit k: the value of feature k is known
	head        int16  // from 0, -1 for the root
	rel         report.Rel
	relName     string
	misc        string
	punctType   bool // the file gives its kind of punctuation
	skip        bool // its arc is doubtful: left out of the loss
}

// allFeatures has a bit for every feature.
const allFeatures = 1<<(report.Voice+1) - 1

// readFile reads a CoNLL-U file; its trees count unless heads are missing.
func readFile(name string) ([]sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	ss, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return ss, nil
}

func read(r io.Reader) ([]sentence, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<22)
	var all []sentence
	cur := sentence{tree: true}
	end := func() {
		if len(cur.words) > 0 {
			cur.tree = cur.tree && sound(&cur)
			all = append(all, cur)
		}
		cur = sentence{tree: true}
	}
	for line := 1; in.Scan(); line++ {
		text := strings.TrimRight(in.Text(), "\r")
		if text == "" {
			end()
			continue
		}
		if text[0] == '#' {
			continue
		}
		w, ok, err := parseWord(text)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if ok {
			if w.rel == report.NoRel {
				cur.tree = false
			}
			cur.words = append(cur.words, w)
		}
	}
	end()
	return all, in.Err()
}

// parseWord reads one line; ok is false for ranges and empty nodes.
func parseWord(line string) (w word, ok bool, err error) {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return w, false, fmt.Errorf("%d columns, want 10", len(col))
	}
	if strings.ContainsAny(col[0], "-.") {
		return w, false, nil
	}
	w = word{form: col[1], lemma: col[2], upos: report.ParseUPOS(col[3]), feats: report.ParseFeats(col[5]),
		known: allFeatures, relName: col[7], rel: report.ParseRel(col[7]), misc: col[9],
		punctType: strings.Contains(col[5], "PunctType=")}
	if col[6] == "_" {
		w.rel = report.NoRel
		return w, true, nil
	}
	head, err := strconv.Atoi(col[6])
	if err != nil {
		return w, false, fmt.Errorf("head %q is no number", col[6])
	}
	w.head = int16(head - 1)
	return w, true, nil
}

// sound says whether the heads are in the sentence.
func sound(s *sentence) bool {
	for _, w := range s.words {
		if w.head < -1 || int(w.head) >= len(s.words) {
			return false
		}
	}
	return len(s.words) <= 400
}
