// Package metrics compares two CoNLL-U files over the same text, as the CoNLL
// 2018 shared task did (Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual
// Parsing from Raw Text to Universal Dependencies"; its script conll18_ud_eval).
// Words are aligned by their places in the text without white space, within
// contractions by the longest common subsequence of their forms.
package metrics

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Metric is one comparison: what is right of what there is.
type Metric struct {
	Name    string
	Gold    int // in the gold file
	System  int // in the system's file
	Aligned int // words that were aligned; 0 for Tokens and Sentences
	Correct int
}

// Precision is the share of the system's that is correct.
func (m Metric) Precision() float64 { return ratio(m.Correct, m.System) }

// Recall is the share of the gold that the system found.
func (m Metric) Recall() float64 { return ratio(m.Correct, m.Gold) }

// F1 is the harmonic mean of precision and recall.
func (m Metric) F1() float64 { return ratio(2*m.Correct, m.Gold+m.System) }

// Accuracy is the share of the aligned words that is correct.
func (m Metric) Accuracy() float64 { return ratio(m.Correct, m.Aligned) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Scores are the metrics in the order of the shared task: Tokens, Sentences,
// Words, UPOS, UFeats, Lemmas, UAS, LAS, CLAS.
type Scores []Metric

// Get is the metric of the name; the zero Metric if there is none.
func (s Scores) Get(name string) Metric {
	for _, m := range s {
		if m.Name == name {
			return m
		}
	}
	return Metric{}
}

// ErrText says that the two files are not over the same text.
var ErrText = errors.New("gold and system are not over the same text")

// Evaluate compares the system's CoNLL-U with the gold one. The error names the
// file ("gold", "system") and its line, or is ErrText with the place where the
// texts part.
func Evaluate(gold, system io.Reader) (Scores, error) {
	g, err := read(gold)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	s, err := read(system)
	if err != nil {
		return nil, fmt.Errorf("system: %w", err)
	}
	if err := sameText(g, s); err != nil {
		return nil, err
	}
	pairs := align(g, s)
	scores := Scores{
		spans("Tokens", g.tokens, s.tokens),
		spans("Sentences", g.sentences, s.sentences),
	}
	for _, k := range keys {
		scores = append(scores, compare(k, g, s, pairs))
	}
	return scores, nil
}

// sameText compares the characters of the two files.
func sameText(g, s *file) error {
	if string(g.text) == string(s.text) {
		return nil
	}
	i := 0
	for i < min(len(g.text), len(s.text)) && g.text[i] == s.text[i] {
		i++
	}
	return fmt.Errorf("%w: after %q there is %q in the gold and %q in the system's", ErrText,
		string(g.text[max(0, i-20):i]), string(g.text[i:min(i+20, len(g.text))]), string(s.text[i:min(i+20, len(s.text))]))
}

// spans compares two ordered lists of spans.
func spans(name string, g, s []span) Metric {
	m := Metric{Name: name, Gold: len(g), System: len(s)}
	for i, j := 0, 0; i < len(g) && j < len(s); {
		switch {
		case g[i].start < s[j].start:
			i++
		case s[j].start < g[i].start:
			j++
		default:
			if g[i].end == s[j].end {
				m.Correct++
			}
			i++
			j++
		}
	}
	return m
}

// key is what a metric compares of two aligned words.
type key struct {
	name string
	same func(g, s *word) bool
	head bool // heads must be aligned with each other
	of   func(w *word) bool
}

var keys = []key{
	{name: "Words"},
	{name: "UPOS", same: func(g, s *word) bool { return g.upos == s.upos }},
	{name: "UFeats", same: func(g, s *word) bool { return g.feats == s.feats }},
	{name: "Lemmas", same: func(g, s *word) bool { return g.lemma == "_" || g.lemma == s.lemma }},
	{name: "UAS", head: true},
	{name: "LAS", head: true, same: sameRel},
	{name: "CLAS", head: true, same: sameRel, of: isContent},
}

func sameRel(g, s *word) bool { return g.rel == s.rel }

// pair is two aligned words, by their numbers in the files.
type pair struct{ g, s int }

func compare(k key, g, s *file, pairs []pair) Metric {
	m := Metric{Name: k.name, Gold: count(g.words, k.of), System: count(s.words, k.of)}
	goldOf := make([]int, len(s.words))
	for i := range goldOf {
		goldOf[i] = notAligned
	}
	for _, p := range pairs {
		goldOf[p.s] = p.g
	}
	for _, p := range pairs {
		a, b := &g.words[p.g], &s.words[p.s]
		if k.of != nil && !k.of(a) {
			continue
		}
		m.Aligned++
		if k.head && !sameHead(a, b, goldOf) || k.same != nil && !k.same(a, b) {
			continue
		}
		m.Correct++
	}
	return m
}

const notAligned = -2

func sameHead(g, s *word, goldOf []int) bool {
	if s.head == noHead {
		return g.head == noHead
	}
	return goldOf[s.head] == g.head
}

func count(words []word, of func(w *word) bool) int {
	if of == nil {
		return len(words)
	}
	n := 0
	for i := range words {
		if of(&words[i]) {
			n++
		}
	}
	return n
}

// isContent says whether the relation is one of content words.
func isContent(w *word) bool {
	switch w.rel {
	case "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse", "nmod", "appos",
		"nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep":
		return true
	}
	return false
}

// String is a table of the scores in per cent, a line a metric.
func (s Scores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %9s %9s %9s %9s\n", "metric", "precision", "recall", "F1", "aligned")
	for _, m := range s {
		fmt.Fprintf(&b, "%-10s %9.2f %9.2f %9.2f", m.Name, 100*m.Precision(), 100*m.Recall(), 100*m.F1())
		if m.Aligned > 0 {
			fmt.Fprintf(&b, " %9.2f", 100*m.Accuracy())
		}
		b.WriteByte('\n')
	}
	return b.String()
}
