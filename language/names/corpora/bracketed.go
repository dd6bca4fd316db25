package corpora

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"depesche/language/segment"
	"depesche/report"
)

// bracketed reads text, a sentence a line, whose names stand in brackets behind their
// kind: "[PER Anna Berg] fährt nach [LOC Aalen]." Lines that begin with # say something
// about the text.
func bracketed(in io.Reader, lang string) ([][]report.Word, error) {
	seg, err := segment.New(lang)
	if err != nil {
		return nil, err
	}
	var all [][]report.Word
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		text, names, err := openBrackets(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		r := &report.Report{Lang: lang, Text: text}
		seg.Segment(r)
		for _, s := range r.Sentences {
			for _, x := range names {
				lay(s.Words, x.Span, x.tag)
			}
			all = append(all, s.Words)
		}
	}
	return all, lines.Err()
}

// spanned is a name in a text.
type spanned struct {
	report.Span
	tag report.NameTag
}

// openBrackets takes the brackets and kinds out of a line.
func openBrackets(line string) (string, []spanned, error) {
	var text strings.Builder
	var names []spanned
	for {
		before, rest, ok := strings.Cut(line, "[")
		text.WriteString(before)
		if !ok {
			return text.String(), names, nil
		}
		inner, after, closed := strings.Cut(rest, "]")
		kind, name, _ := strings.Cut(inner, " ")
		tag := nameTag("B-" + kind)
		if !closed || tag == report.NameNone || name == "" || strings.Contains(name, "[") {
			return "", nil, fmt.Errorf("%q is no name: want [PER …], [ORG …], [LOC …] or [OTH …]", "["+inner)
		}
		from := int32(text.Len())
		text.WriteString(name)
		names = append(names, spanned{report.Span{Start: from, End: int32(text.Len())}, tag})
		line = after
	}
}

// lay gives the words under a span, which have no name yet, the tag.
func lay(words []report.Word, span report.Span, tag report.NameTag) {
	for i := range words {
		if w := &words[i]; span.Covers(w.Span) && w.Name == report.NameNone {
			w.Name = tag
			if w.Start > span.Start {
				w.Name++
			}
		}
	}
}
