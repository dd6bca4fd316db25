// Package segment cuts a text into sentences and words by the conventions of
// Universal Dependencies.
//
// A text falls into blocks: paragraphs, headlines, items of lists. A block falls
// into tokens, and its tokens into sentences. What a full stop does is decided
// when the token before it is cut (abbreviation, initial, ordinal, or a stop of
// its own); where a sentence ends is decided on the tokens.
//
// German hyphens join ("US-Präsident" is one token, as in UD German HDT), English
// ones part a token except after the prefixes of prefixes.tsv (as in UD English
// EWT and GUM). Contractions are parted as in UD German GSD and in EWT.
//
// Any bytes can be read, in linear time: what looks ahead looks at a bounded
// number of bytes or tokens.
package segment

import (
	"fmt"

	"depesche/language/morph"
	"depesche/report"
)

// MaxWords is the longest sentence. A longer one is cut after the last semicolon
// of its second half, else after its last comma there, else at the limit.
const MaxWords = 400

// Segmenter cuts texts of one language. It is not changed by use.
type Segmenter struct {
	*rules
}

// New loads the rules of a language, "de" or "en". A language without tables of
// its own gets the rules that need none. The error names a table's file and line.
func New(lang string) (*Segmenter, error) { return NewWith(lang, nil) }

// NewWith is New for a language that may have no tables: those given, by their names
// without ending, take their place.
func NewWith(lang string, tables map[string]string) (*Segmenter, error) {
	r, err := loadRules(lang, tables)
	if err != nil {
		return nil, fmt.Errorf("segmenter for %q: %w", lang, err)
	}
	return &Segmenter{r}, nil
}

// Segment fills the report's sentences from its body on: words with span, form,
// parts of contractions and spacing; all heads are -1 and the rest is zero.
func (s *Segmenter) Segment(r *report.Report) { s.SegmentBy(r, nil, nil) }

// SegmentBy is Segment with a memo of the language's dictionary, which spares looking
// words up again; it may be nil. It gives the doubtful places in their order, in the
// space of doubts.
func (s *Segmenter) SegmentBy(r *report.Report, memo *morph.Memo, doubts []Doubt) []Doubt {
	r.Sentences = nil
	c := cutter{rules: s.rules, text: r.Text, memo: memo, doubts: doubts[:0]}
	if c.seams != nil {
		c.features = make([]int32, 0, kindsOfFeature.Len())
	}
	at := min(max(r.Body, 0), len(r.Text))
	dateline := span{int(r.Dateline.Start), int(r.Dateline.End)}
	for _, b := range without(blocks(r.Text, at), dateline, r.Text) {
		c.tokens = c.tokens[:0]
		c.tokenise(b.start, b.end)
		c.sentences(r)
	}
	return c.doubts
}

// sentences makes sentences of the block's tokens.
func (c *cutter) sentences(r *report.Report) {
	first := 0
	for i := range c.tokens {
		if i < first {
			continue
		}
		if last := c.ends(first, i); last >= 0 {
			c.emit(r, first, last+1)
			first = last + 1
		}
	}
	if first < len(c.tokens) {
		c.emit(r, first, len(c.tokens))
	}
}

// emit appends a sentence of the tokens from a up to z, cut if it is too long.
func (c *cutter) emit(r *report.Report, a, z int) {
	for z-a > MaxWords {
		cut := c.cutAt(a)
		c.append(r, a, cut)
		a = cut
	}
	c.append(r, a, z)
}

// cutAt is where a sentence that starts at token a and is too long is cut.
func (c *cutter) cutAt(a int) int {
	comma := -1
	for i := a + MaxWords - 1; i >= a+MaxWords/2; i-- {
		switch c.text[c.tokens[i].start] {
		case ';':
			return i + 1
		case ',':
			if comma < 0 {
				comma = i + 1
			}
		}
	}
	if comma > 0 {
		return comma
	}
	return a + MaxWords
}

func (c *cutter) append(r *report.Report, a, z int) {
	s := report.Sentence{Span: report.Span{Start: int32(c.tokens[a].start), End: int32(c.tokens[z-1].end)}}
	s.Words = make([]report.Word, 0, z-a+c.extra(a, z))
	for i := a; i < z; i++ {
		t := &c.tokens[i]
		w := report.Word{Span: report.Span{Start: int32(t.start), End: int32(t.end)}, Form: c.text[t.start:t.end], Head: -1, Spaced: c.spaced(t.end)}
		if t.parts == nil && t.cut == 0 {
			s.Words = append(s.Words, w)
			continue
		}
		s.Words = appendParts(s.Words, w, t)
	}
	r.Sentences = append(r.Sentences, s)
}

// extra is the number of words that contractions add.
func (c *cutter) extra(a, z int) int {
	n := 0
	for i := a; i < z; i++ {
		if t := &c.tokens[i]; t.parts != nil {
			n += len(t.parts) - 1
		} else if t.cut > 0 {
			n++
		}
	}
	return n
}

func appendParts(words []report.Word, w report.Word, t *token) []report.Word {
	form := w.Form
	if t.parts == nil {
		w.Parts = 2
		w.Part, w.Form = 1, form[:t.cut]
		words = append(words, w)
		w.Part, w.Form = 2, form[t.cut:]
		return append(words, w)
	}
	w.Parts = uint8(len(t.parts))
	for i, p := range t.parts {
		w.Part, w.Form = uint8(i+1), p
		words = append(words, w)
	}
	return words
}
