package conllu

import (
	"fmt"
	"strconv"
	"strings"

	"depesche/report"
)

// The columns of a line.
const (
	colID = iota
	colForm
	colLemma
	colUPOS
	colXPOS
	colFeats
	colHead
	colRel
	colDeps
	colMisc
	NumColumns // their number
)

// Split parts the line of a word, a contraction or an empty node into its
// columns, as they stand.
func Split(line string) (col [NumColumns]string, err error) {
	err = split(line, &col)
	return col, err
}

// take reads the line of a word, a contraction or an empty node.
func (s *sentence) take(line string) error {
	var col [NumColumns]string
	if err := split(line, &col); err != nil {
		return err
	}
	switch {
	case strings.Contains(col[colID], "."):
		return nil
	case strings.Contains(col[colID], "-"):
		return s.contraction(&col)
	}
	return s.word(&col)
}

func split(line string, col *[NumColumns]string) error {
	rest := line
	for i := range col {
		field, after, more := strings.Cut(rest, "\t")
		if more != (i < NumColumns-1) {
			return fmt.Errorf("%d columns, want %d separated by tabs", strings.Count(line, "\t")+1, NumColumns)
		}
		if field == "" {
			return fmt.Errorf("column %d is empty", i+1)
		}
		col[i], rest = field, after
	}
	return nil
}

func (s *sentence) contraction(col *[NumColumns]string) error {
	from, to, _ := strings.Cut(col[colID], "-")
	a, err1 := strconv.Atoi(from)
	z, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || a != len(s.words)+1 || z < a || z-a >= 255 {
		return fmt.Errorf("range %q is out of order", col[colID])
	}
	if s.to >= a {
		return fmt.Errorf("range %q overlaps the one before", col[colID])
	}
	s.to, s.parts = z, z-a+1
	s.form, s.space = col[colForm], spaced(col[colMisc])
	return nil
}

func (s *sentence) word(col *[NumColumns]string) error {
	n := len(s.words) + 1
	if id, err := strconv.Atoi(col[colID]); err != nil || id != n {
		return fmt.Errorf("word %q is out of order, want %d", col[colID], n)
	}
	if n > MaxWords {
		return fmt.Errorf("more than %d words in a sentence", MaxWords)
	}
	w := word{token: col[colForm], text: true}
	w.Form = strings.Clone(col[colForm])
	w.UPOS = report.ParseUPOS(col[colUPOS])
	w.Feats = report.ParseFeats(col[colFeats])
	w.Spaced = spaced(col[colMisc])
	w.Name = nameTag(col[colMisc])
	if l := col[colLemma]; l != "_" || w.Form == "_" {
		w.Lemma = strings.Clone(l)
	}
	if s.to >= n {
		w.text = false
		w.Parts = uint8(s.parts)
		w.Part = uint8(n - (s.to - s.parts))
		w.Spaced = s.space
		w.token = ""
		if w.Part == 1 {
			w.token = s.form
		}
	}
	if err := w.arc(col); err != nil {
		return err
	}
	s.words = append(s.words, w)
	return nil
}

func (w *word) arc(col *[NumColumns]string) error {
	w.Head = -1
	if rel := col[colRel]; rel != "_" {
		w.Rel = report.ParseRel(rel)
	}
	if col[colHead] == "_" {
		w.Rel = report.NoRel
		return nil
	}
	head, err := strconv.Atoi(col[colHead])
	if err != nil || head < 0 || head > MaxWords {
		return fmt.Errorf("head %q is not the number of a word", col[colHead])
	}
	w.Head = int16(head - 1)
	return nil
}

func spaced(misc string) bool { return !hasField(misc, "SpaceAfter=No") }

func hasField(misc, want string) bool {
	for part := range strings.SplitSeq(misc, "|") {
		if part == want {
			return true
		}
	}
	return false
}

var nameTags = [...]string{"", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"}

func nameTag(misc string) report.NameTag {
	for part := range strings.SplitSeq(misc, "|") {
		value, ok := strings.CutPrefix(part, "NER=")
		for i, n := range nameTags {
			if ok && n == value {
				return report.NameTag(i)
			}
		}
	}
	return report.NameNone
}
