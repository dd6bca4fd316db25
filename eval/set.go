package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"depesche/record"
)

// Set is documents with their gold and the records that were read from them,
// in the order of the gold.
type Set struct {
	docs    map[string]*Document
	order   []string
	gold    map[string][]Gold
	records map[string][]record.Record
	stray   int
}

// Input is a stream with the name that errors give it.
type Input struct {
	Name string
	io.Reader
}

// ReadSet reads documents, gold and records, each as JSON lines in the formats
// of docs/eval.md. A record belongs to the document of its first evidence.
func ReadSet(docs, gold, records Input) (*Set, error) {
	s := &Set{docs: map[string]*Document{}, gold: map[string][]Gold{}, records: map[string][]record.Record{}}
	if err := lines(docs, func(d *Document) error {
		s.docs[d.ID] = d
		return nil
	}); err != nil {
		return nil, err
	}
	type reportGold struct {
		ID      string `json:"id"`
		Records []Gold `json:"records"`
	}
	if err := lines(gold, func(g *reportGold) error {
		if s.docs[g.ID] == nil {
			return fmt.Errorf("document %q is not in %s", g.ID, docs.Name)
		}
		if _, twice := s.gold[g.ID]; twice {
			return fmt.Errorf("document %q has gold already", g.ID)
		}
		s.order = append(s.order, g.ID)
		s.gold[g.ID] = g.Records
		return nil
	}); err != nil {
		return nil, err
	}
	err := lines(records, func(r *record.Record) error {
		id := firstEvidence(r).Document
		if _, known := s.gold[id]; !known {
			s.stray++
			return nil
		}
		s.records[id] = append(s.records[id], *r)
		return nil
	})
	return s, err
}

// Score matches all documents and counts.
func (s *Set) Score() *Scores {
	out := &Scores{Stray: s.stray}
	for _, id := range s.order {
		out.Add(Match(s.docs[id], s.gold[id], s.records[id]))
	}
	return out
}

// Calibrate matches all documents and compares confidence with what is right.
func (s *Set) Calibrate() *Calibration {
	out := &Calibration{}
	s.Each(func(_ string, r *record.Record, right bool) { out.Add(r.Confidence, right) })
	return out
}

// Each gives every record that counts, with its document and whether it is
// right as a whole, in the order of the documents.
func (s *Set) Each(f func(document string, r *record.Record, right bool)) {
	for _, id := range s.order {
		pairs := Match(s.docs[id], s.gold[id], s.records[id])
		for i := range pairs {
			if p := &pairs[i]; p.Got != nil && p.Counts() {
				f(id, p.Got, p.Level == Whole)
			}
		}
	}
}

// WriteErrors lists what was read wrongly, missed, or read without gold, in
// the order of the documents.
func (s *Set) WriteErrors(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, id := range s.order {
		d := s.docs[id]
		pairs := Match(d, s.gold[id], s.records[id])
		for i := range pairs {
			writeError(out, d, &pairs[i])
		}
	}
	return out.Flush()
}

func writeError(out *bufio.Writer, d *Document, p *Pair) {
	switch {
	case !p.Counts() || p.Level == Whole:
	case p.Got == nil:
		fmt.Fprintf(out, "MISSED %s [%d] %s\n", d.ID, p.Gold.Sentence, p.Gold.line)
	case p.Gold == nil:
		e := firstEvidence(p.Got)
		fmt.Fprintf(out, "EXTRA %s [%d] %s %s %q\n", d.ID, d.sentence(e), summary(p.Got), p.Got.By, e.Text)
	default:
		fmt.Fprintf(out, "WRONG %s [%d] gold=%s\n      got=%s\n", d.ID, p.Gold.Sentence, p.Gold.line, summary(p.Got))
	}
}

// summary is a record in one line, its entities as in gold.
func summary(r *record.Record) string {
	var b strings.Builder
	for i, s := range [...]string{string(r.Kind), r.Type + r.Predicate + r.Measure + r.Form, r.As} {
		if s != "" && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	for _, l := range [...]struct {
		name string
		list []record.Entity
	}{{"actor", r.Actor}, {"recipient", r.Recipient}, {"subject", r.Subject}, {"object", r.Object}, {"of", r.Of}, {"speaker", r.Speaker}} {
		if len(l.list) == 0 {
			continue
		}
		fmt.Fprintf(&b, " %s=", l.name)
		for i := range l.list {
			b.WriteString(separator(i))
			b.WriteString(short(&l.list[i]))
		}
	}
	for _, q := range [...]*record.Quantity{r.Value, r.Change} {
		if q != nil {
			fmt.Fprintf(&b, " %g..%g %s%s%s", q.Min, q.Max, q.Unit, q.Currency, q.Direction)
		}
	}
	fmt.Fprintf(&b, " %s", r.Status)
	if r.Negated {
		b.WriteString(" negated")
	}
	for _, a := range r.Says {
		if a.Who != nil {
			fmt.Fprintf(&b, " says=%s", short(a.Who))
		}
	}
	return b.String()
}

func short(e *record.Entity) string {
	name := e.Name
	if name == "" {
		name = e.Text
	}
	return strings.TrimRight(e.State+":"+e.Sector+":"+name, ":")
}

// maxLine is the longest line that is read: a report with its offsets.
const maxLine = 64 << 20

// lines reads a value a line; empty lines are skipped. Errors name the input
// and the line.
func lines[T any](in Input, each func(*T) error) error {
	scan := bufio.NewScanner(in)
	scan.Buffer(make([]byte, 0, 64<<10), maxLine)
	for n := 1; scan.Scan(); n++ {
		if len(strings.TrimSpace(scan.Text())) == 0 {
			continue
		}
		v := new(T)
		err := json.Unmarshal(scan.Bytes(), v)
		if err == nil {
			err = each(v)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", in.Name, n, err)
		}
	}
	if err := scan.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("a line of more than %d bytes", maxLine)
		}
		return fmt.Errorf("%s: %w", in.Name, err)
	}
	return nil
}
