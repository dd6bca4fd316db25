// Package examples runs the example sentences that stand on the lexicon's
// lines: each must code what its line says, and what must not code must not.
package examples

import (
	"fmt"
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/record"
)

// Read makes records of a sentence; the commands and tests give it.
type Read func(lang, sentence string) ([]record.Record, error)

// Failure is a line whose example does not come out.
type Failure struct {
	Pos     lexicon.Pos
	Pattern string
	Example string
	Want    string
	Got     string
	Kind    string // missed, parties, not
}

// String is a line for people.
func (f Failure) String() string {
	return fmt.Sprintf("%s: %s: %s: %q: want %s, got %s", f.Pos, f.Kind, f.Pattern, f.Example, f.Want, f.Got)
}

// Check runs all examples of a lexicon. It gives the failures and the number
// of examples run.
func Check(x *lexicon.Lexicon, read Read) (failures []Failure, n int, err error) {
	c := checker{lang: x.Lang, read: read}
	for _, f := range x.Events.All {
		c.line(f, record.KindEvent)
	}
	for _, f := range x.Relations.All {
		c.line(f, record.KindRelation)
	}
	for _, f := range x.Speech.All {
		if f.Type != "thought" { // what those lines find is no record
			c.line(f, record.KindStatement)
		}
	}
	for _, f := range x.Status.All {
		c.status(f)
	}
	return c.failures, c.n, c.err
}

type checker struct {
	lang     string
	read     Read
	failures []Failure
	n        int
	err      error
}

func (c *checker) records(s string) []record.Record {
	rs, err := c.read(c.lang, s)
	if err != nil && c.err == nil {
		c.err = fmt.Errorf("reading %q: %w", s, err)
	}
	return rs
}

func (c *checker) fail(f *lexicon.Frame, kind, sentence, want string, rs []record.Record) {
	c.failures = append(c.failures, Failure{f.Pos, f.Pattern.Text, sentence, want, Summary(rs), kind})
}

// line checks an act, a relation or a word of saying.
func (c *checker) line(f *lexicon.Frame, kind record.Kind) {
	if f.Example != "" && f.Type != "NONE" {
		c.n++
		rs := c.records(f.Example)
		switch same := ofType(rs, kind, f); {
		case len(same) == 0:
			c.fail(f, "missed", f.Example, f.Type+" "+f.Codes, rs)
		case f.Codes != "" && !anyHolds(same, f.Codes):
			c.fail(f, "parties", f.Example, f.Type+" "+f.Codes, rs)
		}
	}
	if f.Not != "" {
		c.n++
		rs := c.records(f.Not)
		if f.Type != "NONE" && len(ofType(rs, kind, f)) > 0 {
			c.fail(f, "not", f.Not, "no "+f.Type, rs)
		}
	}
}

// status checks "TYPE STATUS" or "TYPE STATUS negated".
func (c *checker) status(f *lexicon.Frame) {
	if f.Example == "" || f.Codes == "" {
		return
	}
	c.n++
	rs := c.records(f.Example)
	want := strings.Fields(f.Codes)
	for i := range rs {
		r := &rs[i]
		if r.Type != want[0] && r.Predicate != want[0] {
			continue
		}
		if len(want) > 1 && want[1] != "-" && string(r.Status) != want[1] {
			continue
		}
		if r.Negated == (len(want) > 2 && want[2] == "negated" || len(want) > 1 && want[1] == "negated") {
			return
		}
	}
	c.fail(f, "missed", f.Example, f.Codes, rs)
}

func ofType(rs []record.Record, kind record.Kind, f *lexicon.Frame) []*record.Record {
	var out []*record.Record
	for i := range rs {
		r := &rs[i]
		if r.Kind != kind {
			continue
		}
		if kind == record.KindStatement || r.Type == f.Type || r.Predicate == f.Type && (f.Mode == "" || r.As == f.Mode) {
			out = append(out, r)
		}
	}
	return out
}

func anyHolds(rs []*record.Record, codes string) bool {
	first, second, _ := strings.Cut(codes, ">")
	for _, r := range rs {
		switch r.Kind {
		case record.KindStatement:
			if partiesAre(r.Speaker, first) {
				return true
			}
		case record.KindRelation:
			if partiesAre(r.Subject, first) && partiesAre(r.Object, second) {
				return true
			}
		default:
			if partiesAre(r.Actor, first) && partiesAre(r.Recipient, second) {
				return true
			}
		}
	}
	// a list in a relation gives one record each
	if len(rs) > 1 && rs[0].Kind == record.KindRelation {
		var subject, object []record.Entity
		for _, r := range rs {
			subject = append(subject, r.Subject...)
			object = append(object, r.Object...)
		}
		return partiesAre(subject, first) && partiesAre(object, second)
	}
	return false
}

// partiesAre compares entities with codes: each code must be met, and each
// entity meet a code. "-" is nobody whom the sentence names.
func partiesAre(es []record.Entity, codes string) bool {
	codes = strings.TrimSpace(codes)
	if codes == "-" || codes == "" {
		return !slices.ContainsFunc(es, func(e record.Entity) bool { return !e.Implied })
	}
	want := strings.Split(codes, "+")
	for _, w := range want {
		if !anyIs(es, w) {
			return false
		}
	}
	for i := range es {
		met := false
		for _, w := range want {
			met = met || is(&es[i], w)
		}
		if !met {
			return false
		}
	}
	return true
}

func anyIs(es []record.Entity, code string) bool {
	for i := range es {
		if is(&es[i], code) {
			return true
		}
	}
	return false
}

func is(e *record.Entity, code string) bool {
	code = strings.TrimSpace(code)
	if e.State == code {
		return true
	}
	l := strings.ToLower(code)
	return strings.Contains(strings.ToLower(e.Name), l) || strings.Contains(strings.ToLower(e.Text), l) || strings.EqualFold(e.Sector, code)
}

// Summary is records in one short line.
func Summary(rs []record.Record) string {
	var parts []string
	for i := range rs {
		r := &rs[i]
		s := r.Type + r.Predicate + r.Form + r.Measure
		if r.Status != record.Actual {
			s += " " + string(r.Status)
		}
		if r.Negated {
			s += " negated"
		}
		s += " " + codesOf(append(append(r.Actor, r.Subject...), r.Speaker...)) + ">" + codesOf(append(r.Recipient, r.Object...))
		parts = append(parts, s)
	}
	if parts == nil {
		return "nothing"
	}
	return strings.Join(parts, "; ")
}

func codesOf(es []record.Entity) string {
	var out []string
	for i := range es {
		if es[i].State != "" {
			out = append(out, es[i].State)
		} else {
			out = append(out, es[i].Name)
		}
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, "+")
}
