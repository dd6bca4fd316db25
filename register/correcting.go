package register

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"depesche/record"
	"depesche/report"
)

//go:embed data/corrections.tsv
var correctionsTSV string

// signs are the words of data/corrections.tsv.
type signs struct{ corrects, withdraws []string }

var loadSigns = sync.OnceValues(func() (*signs, error) { return readSigns(correctionsTSV) })

func readSigns(tsv string) (*signs, error) {
	s := &signs{}
	n := 0
	for line := range strings.Lines(tsv) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		what, words, ok := strings.Cut(line, "\t")
		if !ok || words != Fold(words) || words == "" {
			return nil, fmt.Errorf("data/corrections.tsv:%d: want two fields, the second folded", n)
		}
		switch what {
		case "corrects":
			s.corrects = append(s.corrects, words)
		case "withdraws":
			s.withdraws = append(s.withdraws, words)
		default:
			return nil, fmt.Errorf("data/corrections.tsv:%d: %q is neither corrects nor withdraws", n, what)
		}
	}
	return s, nil
}

// opening is how much of a text may say that it corrects another, in bytes.
const opening = 120

// Corrects says whether a report says of itself that it corrects an earlier
// one.
func Corrects(r *report.Report) bool {
	s, err := loadSigns()
	if err != nil {
		return false
	}
	for _, text := range []string{r.Title, head(r.Text), head(r.Text[min(max(r.Body, 0), len(r.Text)):])} {
		text = Fold(text)
		for _, w := range s.corrects {
			if text == w || strings.HasPrefix(text, w+" ") {
				return true
			}
		}
	}
	return false
}

func head(s string) string { return strings.ToValidUTF8(s[:min(len(s), opening)], "") }

// withdrawn says whether the words before a record's number take it back.
func withdrawn(text string, r *record.Record) bool {
	s, err := loadSigns()
	if err != nil || r.Kind != record.KindFigure || len(r.Evidence) == 0 {
		return false
	}
	at := r.Evidence[0].Start
	if at <= 0 || at > len(text) {
		return false
	}
	before := " " + Fold(strings.ToValidUTF8(text[max(0, at-40):at], ""))
	for _, w := range s.withdraws {
		if strings.HasSuffix(before, " "+w) {
			return true
		}
	}
	return false
}
