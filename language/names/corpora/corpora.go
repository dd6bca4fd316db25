// Package corpora reads corpora of names in their open formats, and measures what was
// found against them.
package corpora

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"depesche/language/segment"
	"depesche/report"
)

// ErrFormat says that a file's name tells no format that is known.
var ErrFormat = errors.New("unknown kind of corpus: want .tsv (GermEval 2014), .iob2 (Universal NER), .conll.txt, .txt (names in brackets) or .json.gz (SmartData)")

// Read reads a corpus by the ending of its name: .tsv (GermEval 2014: number, token,
// outer tag), .iob2 (Universal NER: the same columns), .conll.txt (token and tag with a
// space between), .txt (a sentence a line, "[PER Anna Berg] fährt."), .json.gz (SmartData). It gives sentences whose words have forms and
// names. Tags of parts and derivations of names are none.
func Read(name, lang string) ([][]report.Word, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var ss [][]report.Word
	switch {
	case strings.HasSuffix(name, ".json.gz"):
		ss, err = smartData(f, lang)
	case strings.HasSuffix(name, ".conll.txt"):
		ss, err = columns(f, " ", 0, 1)
	case strings.HasSuffix(name, ".tsv"), strings.HasSuffix(name, ".iob2"):
		ss, err = columns(f, "\t", 1, 2)
	case strings.HasSuffix(name, ".txt"):
		ss, err = bracketed(f, lang)
	default:
		err = ErrFormat
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return ss, nil
}

func columns(in io.Reader, sep string, form, tag int) ([][]report.Word, error) {
	var all [][]report.Word
	var cur []report.Word
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			if len(cur) > 0 {
				all = append(all, cur)
			}
			cur = nil
			continue
		}
		col := strings.Split(line, sep)
		if strings.HasPrefix(line, "#") || len(col) <= tag {
			continue
		}
		t := nameTag(col[tag])
		if t%2 == 0 && t > 0 && (len(cur) == 0 || cur[len(cur)-1].Name != t && cur[len(cur)-1].Name != t-1) {
			t-- // a name that begins with I
		}
		cur = append(cur, report.Word{Form: col[form], Name: t, Head: -1})
	}
	if len(cur) > 0 {
		all = append(all, cur)
	}
	return all, lines.Err()
}

// nameTag reads a tag in the BIO scheme; names derived ("LOCderiv") or within a
// word ("ORGpart") are none.
func nameTag(x string) report.NameTag {
	pos, kind, ok := strings.Cut(x, "-")
	if !ok {
		return report.NameNone
	}
	t := report.NameNone
	switch kind {
	case "PER":
		t = report.NameBPerson
	case "ORG":
		t = report.NameBOrg
	case "LOC":
		t = report.NameBPlace
	case "OTH", "MISC":
		t = report.NameBOther
	}
	if t != report.NameNone && pos == "I" {
		t++
	}
	return t
}

// smart is a document of the SmartData corpus.
type smart struct {
	Text     struct{ String string }
	LangCode struct{ String string }
	Concepts struct {
		Array []struct {
			Type string
			Span struct{ Start, End int }
		}
	} `json:"conceptMentions"`
}

var smartKinds = map[string]report.NameTag{"person": report.NameBPerson, "organization": report.NameBOrg, "organization-company": report.NameBOrg,
	"location": report.NameBPlace, "location-city": report.NameBPlace, "location-street": report.NameBPlace}

// traffic are kinds of which reports on politics have none; sentences with them
// are left out.
var traffic = map[string]bool{"location-route": true, "location-stop": true}

func smartData(in io.Reader, lang string) ([][]report.Word, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	seg, err := segment.New(lang)
	if err != nil {
		return nil, err
	}
	var all [][]report.Word
	for dec := json.NewDecoder(z); ; {
		var d smart
		if err := dec.Decode(&d); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		if d.LangCode.String == lang {
			all = append(all, d.sentences(seg)...)
		}
	}
}

// sentences cuts the document and lays its names, whose spans count characters,
// over the words.
func (d *smart) sentences(seg *segment.Segmenter) [][]report.Word {
	bytes := make([]int32, 0, len(d.Text.String)+1)
	for i := range d.Text.String {
		bytes = append(bytes, int32(i))
	}
	bytes = append(bytes, int32(len(d.Text.String)))
	r := &report.Report{Text: d.Text.String}
	seg.Segment(r)
	var all [][]report.Word
sentences:
	for _, s := range r.Sentences {
		for _, m := range d.Concepts.Array {
			if traffic[m.Type] && m.Span.Start >= 0 && m.Span.Start < len(bytes) && s.Overlaps(report.Span{Start: bytes[m.Span.Start], End: bytes[m.Span.Start] + 1}) {
				continue sentences
			}
			kind, ok := smartKinds[m.Type]
			if !ok || m.Span.Start < 0 || m.Span.End >= len(bytes) {
				continue
			}
			span := report.Span{Start: bytes[m.Span.Start], End: bytes[m.Span.End]}
			lay(s.Words, span, kind)
		}
		all = append(all, s.Words)
	}
	return all
}
