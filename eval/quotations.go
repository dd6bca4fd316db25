package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// QuotedDoc is a news text with its quotations, as in the corpus of
// Petersen-Frey and Biemann (2024): byte ranges of the text.
type QuotedDoc struct {
	Name       string
	Text       string
	Quotations []Quotation
}

// Quotation is a quotation: its stretches, those of its speaker (none where the
// text names nobody), and what else the speaker is called.
type Quotation struct {
	Kind    string // Direct, Indirect, FreeIndirect, IndirectFreeIndirect, Reported
	Quote   [][2]int
	Speaker [][2]int
	Names   []string
}

type quotedLine struct {
	DocumentName string
	OriginalText string
	Annotations  []struct {
		Type           string
		Quote, Speaker struct {
			Text  string
			Spans []struct{ CharBegin, CharEnd int }
		}
	}
}

// maxQuotedLine is the longest line that is read.
const maxQuotedLine = 16 << 20

// ReadQuotations reads the corpus, a JSON object a line; its offsets count
// characters.
func ReadQuotations(in Input) ([]QuotedDoc, error) {
	var docs []QuotedDoc
	r := bufio.NewReaderSize(io.LimitReader(in.Reader, 1<<30), 1<<20)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(line) > maxQuotedLine {
			return docs, fmt.Errorf("%s:%d: line of more than %d bytes", in.Name, n, maxQuotedLine)
		}
		if len(strings.TrimSpace(string(line))) > 0 {
			var l quotedLine
			if jerr := json.Unmarshal(line, &l); jerr != nil {
				return docs, fmt.Errorf("%s:%d: %w", in.Name, n, jerr)
			}
			docs = append(docs, l.doc())
		}
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return docs, fmt.Errorf("%s:%d: %w", in.Name, n, err)
		}
	}
}

func (l *quotedLine) doc() QuotedDoc {
	d := QuotedDoc{Name: l.DocumentName, Text: l.OriginalText}
	offset := make([]int, 0, len(l.OriginalText)+1)
	for i := range l.OriginalText {
		offset = append(offset, i)
	}
	offset = append(offset, len(l.OriginalText))
	at := func(k int) int { return offset[min(max(k, 0), len(offset)-1)] }
	for _, a := range l.Annotations {
		q := Quotation{Kind: a.Type, Names: []string{a.Speaker.Text}}
		for _, s := range a.Quote.Spans {
			q.Quote = append(q.Quote, [2]int{at(s.CharBegin), at(s.CharEnd)})
		}
		for _, s := range a.Speaker.Spans {
			q.Speaker = append(q.Speaker, [2]int{at(s.CharBegin), at(s.CharEnd)})
		}
		d.Quotations = append(d.Quotations, q)
	}
	return d
}

// QuotationScores counts quotations: wanted, read, found (the words overlap),
// and with the right speaker. The zero value is empty.
type QuotationScores struct {
	Gold, Got, Found, Speaker int
	Kinds                     map[string]*[3]int // kind -> wanted, found, speaker right
}

// Add compares what was read of a document with what is wanted: each pairs with
// at most one, those first whose speaker is right too, then those that share
// most.
func (s *QuotationScores) Add(want, got []Quotation) {
	if s.Kinds == nil {
		s.Kinds = map[string]*[3]int{}
	}
	s.Gold, s.Got = s.Gold+len(want), s.Got+len(got)
	partner := pairQuotations(want, got)
	for i := range want {
		k := s.Kinds[want[i].Kind]
		if k == nil {
			k = &[3]int{}
			s.Kinds[want[i].Kind] = k
		}
		k[0]++
		if partner[i] < 0 {
			continue
		}
		s.Found++
		k[1]++
		if sameSpeaker(&want[i], &got[partner[i]]) {
			s.Speaker++
			k[2]++
		}
	}
}

// pairQuotations gives for each wanted quotation the one that it pairs with, -1
// for none.
func pairQuotations(want, got []Quotation) []int {
	score := make([][]float64, len(want))
	for i := range want {
		score[i] = make([]float64, len(got))
		for j := range got {
			if n := shared(want[i].Quote, got[j].Quote); n > 0 {
				score[i][j] = 1 + float64(n)/1e6
				if sameSpeaker(&want[i], &got[j]) {
					score[i][j]++
				}
			}
		}
	}
	return assign(score, len(got))
}

// WrongQuotations lists what was missed, has the wrong speaker, or is none.
func WrongQuotations(d *QuotedDoc, got []Quotation) []string {
	var out []string
	cut := func(spans [][2]int) string {
		if len(spans) == 0 {
			return "-"
		}
		return d.Text[spans[0][0]:spans[0][1]]
	}
	paired := make([]bool, len(got))
	for i, j := range pairQuotations(d.Quotations, got) {
		w := &d.Quotations[i]
		if j < 0 {
			out = append(out, fmt.Sprintf("missed %s %q said by %q", w.Kind, cut(w.Quote), cut(w.Speaker)))
			continue
		}
		paired[j] = true
		if !sameSpeaker(w, &got[j]) {
			out = append(out, fmt.Sprintf("speaker %s %q said by %q, read %q (%s)", w.Kind, cut(w.Quote), cut(w.Speaker), got[j].Names, got[j].Kind))
		}
	}
	for j := range got {
		if !paired[j] {
			out = append(out, fmt.Sprintf("extra %q by %q (%s)", cut(got[j].Quote), cut(got[j].Speaker), got[j].Kind))
		}
	}
	return out
}

// sameSpeaker says whether the words that name the speakers overlap or one
// calls them as the other; a quotation without a speaker has none to miss.
func sameSpeaker(want, got *Quotation) bool {
	return len(want.Speaker) == 0 || shared(want.Speaker, got.Speaker) > 0 || sameName(want.Names[0], got.Names)
}

// shared is how many bytes two lists of ranges have in common.
func shared(a, b [][2]int) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	return n
}

// F is the F1 of found quotations and of those with the right speaker.
func (s *QuotationScores) F() (found, speaker float64) {
	if s.Gold+s.Got == 0 {
		return 0, 0
	}
	return 2 * float64(s.Found) / float64(s.Gold+s.Got), 2 * float64(s.Speaker) / float64(s.Gold+s.Got)
}

// String is the table for people.
func (s *QuotationScores) String() string {
	var b strings.Builder
	found, speaker := s.F()
	share := func(a, n int) float64 { return float64(a) / float64(max(n, 1)) }
	fmt.Fprintf(&b, "quotations %d, read %d\n", s.Gold, s.Got)
	fmt.Fprintf(&b, "found (words overlap)    P %.3f R %.3f F %.3f\n", share(s.Found, s.Got), share(s.Found, s.Gold), found)
	fmt.Fprintf(&b, "and the speaker is right P %.3f R %.3f F %.3f\n", share(s.Speaker, s.Got), share(s.Speaker, s.Gold), speaker)
	for _, kind := range []string{"Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported"} {
		if k := s.Kinds[kind]; k != nil {
			fmt.Fprintf(&b, "  %-22s %4d wanted, found %.2f, speaker right %.2f\n", kind, k[0], share(k[1], k[0]), share(k[2], k[0]))
		}
	}
	return b.String()
}
