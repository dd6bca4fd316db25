package eval

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"depesche/record"
)

// Happening is a line of gold for merging: something that happened, and the
// reports that tell it. testdata/merging/README.md describes it.
type Happening struct {
	ID      string      `json:"happening"`
	Kind    record.Kind `json:"kind"`
	Types   []string    `json:"type"`
	Parties []string    `json:"parties"` // states by code, others by an abbreviation or id
	First   string      `json:"first"`   // the party that acts, where both directions occur
	Reports []string    `json:"reports"`
}

// ReadHappenings reads happenings, one a line. Party gives the id of a party
// that is no state.
func ReadHappenings(in Input, party func(name string) string) ([]Happening, error) {
	var out []Happening
	lines := bufio.NewScanner(in.Reader)
	for n := 1; lines.Scan(); n++ {
		var h Happening
		if err := json.Unmarshal(lines.Bytes(), &h); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", in.Name, n, err)
		}
		for i, p := range h.Parties {
			h.Parties[i] = party(p)
		}
		if h.First != "" {
			h.First = party(h.First)
		}
		out = append(out, h)
	}
	return out, lines.Err()
}

// Told is a record with the report that tells it and the entry it was put in.
type Told struct {
	Report string // its name
	Entry  string
	Record *record.Record
	Type   string // PLOVER type, predicate, measure or form

	of string // happening
}

// MergingScore counts pairs of records of different reports.
type MergingScore struct {
	Records, Found       int // that count; happenings with at least two of them
	Both, Entry, Gold    int // pairs that are right, in one entry, of one happening
	Wrong, Missed        []string
	Happenings, Reported int
}

// ScoreMerging counts the pairs. A record counts if it is of a happening: its
// report tells it, its kind and type are those of the line, and one of the
// parties is its own; of several such lines the one with more of its parties
// wins, then the one whose acting side is right, then the first.
func ScoreMerging(gold []Happening, told []Told) MergingScore {
	var s MergingScore
	s.Happenings = len(gold)
	var counted []*Told
	for i := range told {
		t := &told[i]
		if t.of = happeningOf(gold, t); t.of != "" {
			counted = append(counted, t)
		}
	}
	s.Records = len(counted)
	perHappening := map[string]int{}
	for i, a := range counted {
		perHappening[a.of]++
		for _, b := range counted[:i] {
			if a.Report == b.Report {
				continue
			}
			one, same := a.Entry == b.Entry && a.Entry != "", a.of == b.of
			s.count(one, same, a, b)
		}
	}
	for _, n := range perHappening {
		if n > 1 {
			s.Found++
		}
	}
	slices.Sort(s.Wrong)
	slices.Sort(s.Missed)
	return s
}

func (s *MergingScore) count(one, same bool, a, b *Told) {
	if one {
		s.Entry++
	}
	if same {
		s.Gold++
	}
	switch {
	case one && same:
		s.Both++
	case one:
		s.Wrong = append(s.Wrong, pairWords(a, b))
	case same:
		s.Missed = append(s.Missed, pairWords(a, b))
	}
}

func pairWords(a, b *Told) string {
	if a.Report > b.Report {
		a, b = b, a
	}
	return fmt.Sprintf("%s/%s %s %s / %s %s", a.of, b.of, a.Report, recordWords(a), b.Report, recordWords(b))
}

func recordWords(t *Told) string {
	text := ""
	if len(t.Record.Evidence) > 0 {
		text = t.Record.Evidence[0].Text
	}
	return fmt.Sprintf("[%s %s %s %s/%s %q]", t.Type, t.Record.Status, strings.Join(partiesOf(t.Record), "+"), t.Record.Date.From, t.Record.Date.To, text)
}

func happeningOf(gold []Happening, t *Told) string {
	best, most := "", -1
	own := partiesOf(t.Record)
	for i := range gold {
		h := &gold[i]
		if h.Kind != t.Record.Kind || !slices.Contains(h.Types, t.Type) || !slices.Contains(h.Reports, t.Report) {
			continue
		}
		fit := 0
		for _, p := range h.Parties {
			if slices.Contains(own, p) {
				fit += 2
			}
		}
		if len(h.Parties) > 0 && fit == 0 {
			continue
		}
		if h.First != "" && len(t.Record.Actor) > 0 && slices.Contains(keysOf(t.Record.Actor), h.First) {
			fit++
		}
		if fit > most {
			best, most = h.ID, fit
		}
	}
	return best
}

func partiesOf(r *record.Record) []string {
	var keys []string
	for _, list := range [][]record.Entity{r.Actor, r.Recipient, r.Speaker, r.To, r.Of, r.Subject, r.Object} {
		keys = append(keys, keysOf(list)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// keysOf are the ids of entities, and the states they belong to.
func keysOf(list []record.Entity) []string {
	var keys []string
	for i := range list {
		keys = append(keys, list[i].ID)
		if list[i].State != "" {
			keys = append(keys, list[i].State)
		}
	}
	return keys
}

// Precision and Recall of pairs.
func (s *MergingScore) Precision() float64 { return quotient(s.Both, s.Entry) }

// Recall is the share of right pairs in those of one happening.
func (s *MergingScore) Recall() float64 { return quotient(s.Both, s.Gold) }

func quotient(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// WriteTo writes the score for people.
func (s *MergingScore) WriteTo(w io.Writer) (int64, error) {
	p, r := s.Precision(), s.Recall()
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	n, err := fmt.Fprintf(w, "records that count   %d\nhappenings           %d, of which %d have records of two reports\npairs in one entry   %d\npairs of one thing   %d\nright pairs          %d\nprecision            %.3f\nrecall               %.3f\nF1                   %.3f\n",
		s.Records, s.Happenings, s.Found, s.Entry, s.Gold, s.Both, p, r, f)
	return int64(n), err
}

// WriteErrors writes the pairs that are wrong and those that were missed.
func (s *MergingScore) WriteErrors(w io.Writer) error {
	for _, l := range []struct {
		what string
		list []string
	}{{"wrong", s.Wrong}, {"missed", s.Missed}} {
		for _, p := range l.list {
			if _, err := fmt.Fprintf(w, "%s\t%s\n", l.what, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// ScoreOrigins compares the groups of copies found with those of gold, by
// pairs of reports: right, found, gold.
func ScoreOrigins(gold [][]string, origin map[string]string) (right, found, want int) {
	of := map[string]int{}
	for i, g := range gold {
		for _, r := range g {
			of[r] = i + 1
		}
	}
	names := make([]string, 0, len(origin))
	for n := range origin {
		names = append(names, n)
	}
	slices.SortFunc(names, cmp.Compare[string])
	for i, a := range names {
		for _, b := range names[:i] {
			one, same := origin[a] == origin[b], of[a] != 0 && of[a] == of[b]
			if one {
				found++
			}
			if same {
				want++
			}
			if one && same {
				right++
			}
		}
	}
	return right, found, want
}
