package language

import (
	"unicode"
	"unicode/utf8"

	"depesche/report"
)

// segment is a stand-in until package segment is there: words between spaces and
// punctuation, sentences that end before a capital.
func (k *knowledge) segment(r *report.Report) error {
	r.Sentences = r.Sentences[:0]
	var s report.Sentence
	end := func() {
		if len(s.Words) > 0 {
			s.Start, s.End = s.Words[0].Start, s.Words[len(s.Words)-1].End
			r.Sentences = append(r.Sentences, s)
		}
		s = report.Sentence{}
	}
	text := r.Text
	for at := r.Body; at < len(text); {
		c, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(c) {
			at += n
			continue
		}
		to := at + n
		for inWord(c) && to < len(text) {
			c2, n2 := utf8.DecodeRuneInString(text[to:])
			if !inWord(c2) {
				break
			}
			to += n2
		}
		next, _ := utf8.DecodeRuneInString(text[to:])
		if to < len(text) && next == '.' && unicode.IsDigit(c) {
			to++
		}
		s.Words = append(s.Words, report.Word{Span: report.Span{Start: int32(at), End: int32(to)}, Form: text[at:to], Spaced: to == len(text) || unicode.IsSpace(next)})
		word := text[at:to]
		at = to
		if (word == "." || word == "!" || word == "?") && to+1 < len(text) {
			if c, _ := utf8.DecodeRuneInString(text[to+1:]); !unicode.IsLower(c) {
				end()
			}
		}
	}
	end()
	return nil
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '-' || c == '\''
}
