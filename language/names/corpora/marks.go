package corpora

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strconv"
	"strings"

	"depesche/report"
)

// Marks are names marked in sentences that stand elsewhere: by the sentence's key, the
// tags of its words.
type Marks map[string][]mark

// mark is a name from its first word to its last, counted from 0.
type mark struct {
	first, last int
	tag         report.NameTag
}

// Key is the key of a sentence: 12 digits of the 64-bit FNV-1a hash of its words with a
// space between.
func Key(words []string) string {
	h := fnv.New64a()
	for i, w := range words {
		if i > 0 {
			h.Write([]byte{' '})
		}
		h.Write([]byte(w))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// ReadMarks reads a table of marks: a sentence a line, its key and its names between
// tabs, each the numbers of its first and last word, counted from 1, and its kind (PER,
// ORG, LOC, OTH): "3-4 PER". Lines that begin with # say something about the table.
func ReadMarks(name string) (Marks, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := Marks{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		col := strings.Split(lines.Text(), "\t")
		if _, twice := m[col[0]]; twice {
			return nil, fmt.Errorf("%s:%d: %s stands there twice", name, n, col[0])
		}
		names := make([]mark, 0, len(col)-1)
		for _, c := range col[1:] {
			x, err := parseMark(c)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			names = append(names, x)
		}
		m[col[0]] = names
	}
	return m, lines.Err()
}

func parseMark(s string) (mark, error) {
	span, kind, _ := strings.Cut(s, " ")
	from, to, ok := strings.Cut(span, "-")
	if !ok {
		to = from
	}
	first, errFirst := strconv.Atoi(from)
	last, errLast := strconv.Atoi(to)
	tag := nameTag("B-" + kind)
	if err := errors.Join(errFirst, errLast); err != nil || first < 1 || last < first || tag == report.NameNone {
		return mark{}, fmt.Errorf("%q is no name: want numbers of words and PER, ORG, LOC or OTH, as 3-4 PER", s)
	}
	return mark{first - 1, last - 1, tag}, nil
}

// Sentences are the sentences of a file that have marks, each once: CoNLL-U, or the
// columns of SIGMORPHON 2018, the word first. Those that were given are taken out. In
// German, words are joined at hyphens, which some treebanks part.
func (m Marks) Sentences(name, lang string) ([][]report.Word, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all [][]report.Word
	err = eachSentence(f, func(words []string) error {
		key := Key(words)
		names, ok := m[key]
		if !ok {
			return nil
		}
		delete(m, key)
		s := make([]report.Word, len(words))
		for i, w := range words {
			s[i] = report.Word{Form: w, Head: -1}
		}
		for _, x := range names {
			if x.last >= len(s) {
				return fmt.Errorf("%s: a name at word %d of %d", key, x.last+1, len(s))
			}
			s[x.first].Name = x.tag
			for i := x.first + 1; i <= x.last; i++ {
				s[i].Name = x.tag + 1
			}
		}
		if lang == "de" {
			s = joinHyphens(s)
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}

// joinHyphens joins "Elbe - Brücke", as some treebanks part it, where none or all of it
// is marked: in text it is one word. "Elbe - und" becomes "Elbe- und".
func joinHyphens(s []report.Word) []report.Word {
	out := s[:0]
	for i := 0; i < len(s); i++ {
		if s[i].Form != "-" || len(out) == 0 || i+1 == len(s) || !oneWord(s[i-1].Name, s[i].Name) {
			out = append(out, s[i])
			continue
		}
		last := &out[len(out)-1]
		switch next := s[i+1]; {
		case next.Form == "und" || next.Form == "oder":
			last.Form += "-"
		case oneWord(s[i].Name, next.Name):
			last.Form += "-" + next.Form
			i++
		default:
			out = append(out, s[i])
		}
	}
	return out
}

// oneWord says whether two words are in one name, or both in none.
func oneWord(before, tag report.NameTag) bool {
	if tag == report.NameNone {
		return before == tag
	}
	return tag%2 == 0 && (before == tag || before == tag-1)
}

func eachSentence(in io.Reader, do func(words []string) error) error {
	var cur []string
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		col := strings.Split(lines.Text(), "\t")
		switch {
		case strings.TrimSpace(lines.Text()) == "":
			if len(cur) > 0 {
				if err := do(cur); err != nil {
					return err
				}
			}
			cur = nil
		case len(col) == 10 && !strings.ContainsAny(col[0], "-."):
			cur = append(cur, col[1])
		case len(col) == 3:
			cur = append(cur, col[0])
		}
	}
	if len(cur) > 0 {
		if err := do(cur); err != nil {
			return err
		}
	}
	return lines.Err()
}
