package metrics

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"depesche/language/conllu"
)

// span is a range of characters without white space.
type span struct{ start, end int }

// word is a word of a file.
type word struct {
	span
	form             string // small letters, as compared
	lemma, upos, rel string
	feats            string
	head             int  // number of the word in the file, noHead for a root
	part             bool // of a contraction
}

const noHead = -1

// file is what is compared of a file.
type file struct {
	text      []rune
	tokens    []span
	sentences []span
	words     []word
}

// reader reads a file.
type reader struct {
	*file
	first int // number of the sentence's first word
	start int // place of the sentence's first character
	to    int // last word, in the sentence, of the contraction being read
	token span
}

func read(in io.Reader) (*file, error) {
	r := reader{file: &file{}}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, conllu.MaxLine)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), "\ufeff"), "\r")
		if err := r.take(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	if err := r.endSentence(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n, err)
	}
	return r.file, nil
}

func (r *reader) take(line string) error {
	if strings.TrimSpace(line) == "" {
		return r.endSentence()
	}
	if line[0] == '#' {
		return nil
	}
	col, err := conllu.Split(line)
	if err != nil {
		return err
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	if _, to, ok := strings.Cut(col[0], "-"); ok {
		if r.to, err = strconv.Atoi(to); err != nil {
			return fmt.Errorf("range %q", col[0])
		}
		r.takeToken(col[1])
		return nil
	}
	return r.takeWord(&col)
}

// takeToken appends the form's characters to the text.
func (r *reader) takeToken(form string) {
	start := len(r.text)
	for _, c := range form {
		if !unicode.IsSpace(c) {
			r.text = append(r.text, c)
		}
	}
	r.token = span{start, len(r.text)}
	r.tokens = append(r.tokens, r.token)
}

func (r *reader) takeWord(col *[conllu.NumColumns]string) error {
	n := len(r.words) - r.first + 1
	if col[0] != strconv.Itoa(n) {
		return fmt.Errorf("word %q is out of order, want %d", col[0], n)
	}
	w := word{form: strings.ToLower(col[1]), lemma: col[2], upos: col[3], feats: universal(col[5]), head: noHead}
	w.rel, _, _ = strings.Cut(col[7], ":")
	if w.part = n <= r.to; !w.part {
		r.takeToken(col[1])
	}
	w.span = r.token
	if col[6] != "_" {
		head, err := strconv.Atoi(col[6])
		if err != nil || head < 0 {
			return fmt.Errorf("head %q is not the number of a word", col[6])
		}
		if head > 0 {
			w.head = r.first + head - 1
		}
	}
	r.words = append(r.words, w)
	return nil
}

func (r *reader) endSentence() error {
	for i := r.first; i < len(r.words); i++ {
		if h := r.words[i].head; h >= len(r.words) {
			return fmt.Errorf("word %d: no head %d in its sentence", i-r.first+1, h-r.first+1)
		}
	}
	if len(r.words) > r.first {
		r.sentences = append(r.sentences, span{r.start, len(r.text)})
	}
	r.first, r.start, r.to = len(r.words), len(r.text), 0
	return nil
}

// universal keeps the universal features, sorted.
func universal(feats string) string {
	var kept []string
	for f := range strings.SplitSeq(feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		switch name {
		case "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
			"VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite":
			kept = append(kept, f)
		}
	}
	sort.Strings(kept)
	return strings.Join(kept, "|")
}
