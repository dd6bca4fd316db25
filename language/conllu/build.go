package conllu

import (
	"fmt"
	"strings"

	"depesche/report"
)

// endSentence lays the sentence over the document's text.
func (b *builder) endSentence() error {
	s := &b.s
	if len(s.words) == 0 {
		*s = sentence{}
		return nil
	}
	if s.to > len(s.words) {
		return fmt.Errorf("range %d-%d goes beyond the sentence's %d words", s.to-s.parts+1, s.to, len(s.words))
	}
	if err := s.checkTree(); err != nil {
		return err
	}
	b.separate()
	start := b.text.Len()
	if !s.align(start) {
		s.text = s.rebuild()
		s.align(start)
	}
	if start+len(s.text) > MaxText {
		return fmt.Errorf("document longer than %d bytes", MaxText)
	}
	b.text.WriteString(s.text)
	out := report.Sentence{Span: report.Span{Start: int32(start), End: int32(start + len(s.text))}}
	out.Words = make([]report.Word, len(s.words))
	for i := range s.words {
		out.Words[i] = s.words[i].Word
	}
	b.rep.Sentences = append(b.rep.Sentences, out)
	b.begun, b.par = true, false
	*s = sentence{words: s.words[:0]}
	return nil
}

// separate writes what stands between two sentences.
func (b *builder) separate() {
	switch {
	case !b.begun:
	case b.par:
		b.text.WriteString("\n\n")
	default:
		b.text.WriteByte(' ')
	}
}

// checkTree says whether heads are words of the sentence and make no cycle.
func (s *sentence) checkTree() error {
	n := len(s.words)
	for i := range s.words {
		if int(s.words[i].Head) >= n {
			return fmt.Errorf("word %d: head %d, but the sentence has %d words", i+1, s.words[i].Head+1, n)
		}
	}
	seen := make([]int, n) // the walk that came by, from 1
	for i := range s.words {
		at := i
		for at >= 0 && seen[at] == 0 {
			seen[at] = i + 1
			at = int(s.words[at].Head)
		}
		if at >= 0 && seen[at] == i+1 {
			return fmt.Errorf("word %d: its heads make a cycle", at+1)
		}
	}
	return nil
}

// align finds every token in the sentence's text, which starts at the offset in
// the document; false if the text does not consist of the tokens.
func (s *sentence) align(start int) bool {
	at := 0
	for i := range s.words {
		w := &s.words[i]
		if w.token == "" { // a later part
			w.Span = s.words[i-1].Span
			continue
		}
		for at < len(s.text) && isSpace(s.text[at:]) > 0 {
			at += isSpace(s.text[at:])
		}
		if !strings.HasPrefix(s.text[at:], w.token) {
			return false
		}
		w.Span = report.Span{Start: int32(start + at), End: int32(start + at + len(w.token))}
		at += len(w.token)
	}
	return strings.TrimSpace(s.text[at:]) == ""
}

// isSpace is the number of bytes of the white space that x begins with.
func isSpace(x string) int {
	switch {
	case x[0] == ' ' || x[0] == '\t':
		return 1
	case strings.HasPrefix(x, "\u00a0"):
		return 2
	}
	return 0
}

// rebuild makes the sentence's text of its tokens.
func (s *sentence) rebuild() string {
	var t strings.Builder
	for i := range s.words {
		w := &s.words[i]
		if w.token == "" {
			continue
		}
		if t.Len() > 0 && s.words[i-1].Spaced {
			t.WriteByte(' ')
		}
		t.WriteString(w.token)
	}
	return t.String()
}

// finish cuts the forms from the text, so that they take no memory of their own.
func (b *builder) finish() {
	r := b.rep
	r.Text = b.text.String()
	for i := range r.Sentences {
		words := r.Sentences[i].Words
		for j := range words {
			if words[j].Part == 0 {
				words[j].Form = r.Cut(words[j].Span)
			}
		}
	}
}
