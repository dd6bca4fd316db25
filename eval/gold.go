// Package eval measures records against gold standards: reports of several
// sentences with all records that a perfect reader would write (Score,
// Calibrate), and single sentences with one act each (ScoreSentences). The
// formats stand in docs/eval.md.
package eval

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"depesche/record"
)

// Document is a report that has gold. Sentences are byte ranges [start, end)
// of Text; gold names a sentence by its number in this list.
type Document struct {
	ID        string   `json:"id"`
	Lang      string   `json:"lang"`
	Text      string   `json:"text"`
	Sentences [][2]int `json:"sentences"`
}

// sentence is the number of the sentence that evidence lies in: the one its
// first byte is in, else its last; -1 without one.
func (d *Document) sentence(e record.Evidence) int {
	for _, at := range []int{e.Start, e.End - 1} {
		for i, s := range d.Sentences {
			if s[0] <= at && at < s[1] {
				return i
			}
		}
	}
	return -1
}

// cut is the text of evidence, without what lies outside the document.
func (d *Document) cut(e record.Evidence) string {
	end := max(0, min(e.End, len(d.Text)))
	return d.Text[max(0, min(e.Start, end)):end]
}

// Gold is a record that a perfect reader would write, in the short form that
// people write by hand: parties are STATE:SECTOR:NAME with empty parts left
// out. An optional record earns nothing and costs nothing.
type Gold struct {
	Kind      record.Kind   `json:"kind"`
	Sentence  int           `json:"s"`
	Anchor    string        `json:"anchor"`
	Type      oneOrMore     `json:"type"` // any of several is right
	Predicate string        `json:"predicate"`
	As        oneOrMore     `json:"as"`
	Measure   oneOrMore     `json:"measure"`
	Actor     oneOrMore     `json:"actor"`
	Recipient oneOrMore     `json:"recipient"`
	Subject   oneOrMore     `json:"subject"`
	Object    oneOrMore     `json:"object"`
	Speaker   oneOrMore     `json:"speaker"`
	Of        oneOrMore     `json:"of"`
	Form      string        `json:"form"`
	Value     *span         `json:"value"`
	Change    *span         `json:"change"`
	Status    record.Status `json:"status"`
	Negated   bool          `json:"negated"`
	Says      oneOrMore     `json:"says"`
	Date      *bounds       `json:"date"`
	Optional  bool          `json:"optional"`

	line string // as it was written, for the list of errors
}

// bounds are the days of a gold date; one that is not given is not compared.
type bounds struct {
	From record.Day `json:"from"`
	To   record.Day `json:"to"`
}

// UnmarshalJSON keeps the record as it was written.
func (g *Gold) UnmarshalJSON(b []byte) error {
	type plain Gold
	if err := json.Unmarshal(b, (*plain)(g)); err != nil {
		return err
	}
	switch g.Kind {
	case record.KindEvent, record.KindStatement, record.KindFigure, record.KindRelation:
	default:
		return fmt.Errorf("no kind %q of record", g.Kind)
	}
	if g.Status == "" {
		g.Status = record.Actual
	}
	g.line = string(b)
	return nil
}

// label is what the record is about, for counts by type.
func (g *Gold) label() string {
	for _, l := range [][]string{g.Type, {g.Predicate}, g.Measure, {g.Form}} {
		if s := strings.Join(l, "/"); s != "" {
			return s
		}
	}
	return ""
}

// oneOrMore is a text or a list of texts; an empty text is an empty list.
type oneOrMore []string

// UnmarshalJSON takes both forms.
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if b[0] != '"' {
		return json.Unmarshal(b, (*[]string)(o))
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if *o = nil; s != "" {
		*o = oneOrMore{s}
	}
	return nil
}

// span is a number, or the least and the greatest of a range.
type span [2]float64

// UnmarshalJSON takes both forms.
func (s *span) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[2]float64)(s))
	}
	err := json.Unmarshal(b, &s[0])
	s[1] = s[0]
	return err
}

// mutual are the acts whose parties may stand on either side.
func mutual(types ...string) bool {
	return slices.ContainsFunc(types, func(t string) bool { return t == "CONSULT" || t == "COOPERATE" || t == "AGREE" })
}

// between are the relations whose ends may be exchanged.
func between(predicate string) bool {
	switch predicate {
	case "ally_of", "partner_of", "at_war_with", "neighbour_of":
		return true
	}
	return false
}
