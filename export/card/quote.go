package card

import (
	"strings"

	"depesche/record"
	"depesche/report"
)

// The most rows that a sentence takes for one record, each further record one
// more; a longer one is cut around the words that carry its records.
const quoteRows = 4

// bar stands before a sentence of the report.
const bar = "│ "

// word is a written word of a sentence: what carries a record is hit, before
// and after it stand the letters and signs that do not.
type word struct{ before, hit, after string }

func (w word) width() int { return columns(w.before) + columns(w.hit) + columns(w.after) }

// quote is the sentence of the records as rows.
func (c *card) quote(rs []*record.Record) []line {
	words := c.words(rs)
	if len(words) == 0 {
		return nil
	}
	width := c.rightColumn() - columns(bar)
	words = shorten(words, (quoteRows+len(rs)-1)*width-width/4)
	var l line
	for i, w := range words {
		if i > 0 {
			l = l.join(" ", between(words[i-1], w))
		}
		l = l.join(w.before, plain).join(w.hit, mark).join(w.after, plain)
	}
	rows := wrap(l, width)
	for i := range rows {
		rows[i] = append(line{{text: bar, style: dim}}, rows[i]...)
	}
	return rows
}

// between is the style of the space between two words, marked if both are up to
// it.
func between(a, b word) style {
	if a.hit != "" && a.after == "" && b.hit != "" && b.before == "" {
		return mark
	}
	return plain
}

// words are the words of the records' sentence, those of the evidence marked.
func (c *card) words(rs []*record.Record) []word {
	if len(rs[0].Evidence) == 0 {
		return nil
	}
	first := rs[0].Evidence[0]
	span := report.Span{Start: int32(first.Start), End: int32(first.End)}
	if n := first.Sentence; n >= 0 && n < len(c.r.Sentences) {
		span = c.r.Sentences[n].Span
	}
	if span.Start < 0 || span.End < span.Start || int(span.End) > len(c.r.Text) {
		return split(clean(first.Text), 0, nil)
	}
	var hits []report.Span
	for _, r := range rs {
		for _, e := range r.Evidence {
			s := report.Span{Start: int32(e.Start), End: int32(e.End)}
			if s.Overlaps(span) && s.Len()*10 < span.Len()*6 { // the whole sentence marks nothing
				hits = append(hits, s)
			}
		}
	}
	return split(c.r.Cut(span), span.Start, hits)
}

// split cuts text that begins at the offset into words.
func split(text string, at int32, hits []report.Span) []word {
	var words []word
	start := -1
	end := func(i int) {
		if start < 0 {
			return
		}
		if w := marked(text[start:i], at+int32(start), hits); w.width() > 0 {
			words = append(words, w)
		}
		start = -1
	}
	for i, r := range text {
		if strings.ContainsRune(" \t\n\r\f\u00a0", r) {
			end(i)
		} else if start < 0 {
			start = i
		}
	}
	end(len(text))
	return words
}

// marked cuts a written word that begins at the offset around what the hits
// cover of it.
func marked(text string, at int32, hits []report.Span) word {
	from, to := len(text), 0
	for _, h := range hits {
		if h.Overlaps(report.Span{Start: at, End: at + int32(len(text))}) {
			from = min(from, max(0, int(h.Start-at)))
			to = max(to, min(len(text), int(h.End-at)))
		}
	}
	if from >= to {
		return word{before: clean(text)}
	}
	return word{clean(text[:from]), clean(text[from:to]), clean(text[to:])}
}

// shorten keeps at most the given columns, around the first marked words.
func shorten(words []word, width int) []word {
	total := 0
	first := -1
	for i, w := range words {
		total += w.width() + 1
		if w.hit != "" && first < 0 {
			first = i
		}
	}
	if total <= width {
		return words
	}
	first = max(first, 0)
	from, to := first, first+1
	used := words[first].width() + 6 // room for the dots at both ends
	for grown := true; grown; {
		grown = false
		if from > 0 && used+words[from-1].width()+1 <= width {
			from--
			used += words[from].width() + 1
			grown = true
		}
		for range 2 { // what follows says more than what went before
			if to < len(words) && used+words[to].width()+1 <= width {
				used += words[to].width() + 1
				to++
				grown = true
			}
		}
	}
	var out []word
	if from > 0 {
		out = append(out, word{before: "…"})
	}
	out = append(out, words[from:to]...)
	if to < len(words) {
		out = append(out, word{before: "…"})
	}
	return out
}
