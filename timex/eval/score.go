package eval

import (
	"fmt"
	"strings"

	"depesche/report"
)

// Counts are the agreements between a gold standard and a system.
type Counts struct {
	Gold, System    int // expressions
	Strict, Relaxed int // same extent; overlapping extent
	Type            int // overlapping, same type
	Value           int // overlapping, same value
	Anchored        int // overlapping, same value or the date that the duration is anchored at
}

// Add adds the counts of another document.
func (c *Counts) Add(o Counts) {
	c.Gold += o.Gold
	c.System += o.System
	c.Strict += o.Strict
	c.Relaxed += o.Relaxed
	c.Type += o.Type
	c.Value += o.Value
	c.Anchored += o.Anchored
}

// F is precision, recall and F1 of so many hits.
func (c Counts) F(hits int) (p, r, f float64) {
	if hits == 0 {
		return 0, 0, 0
	}
	p, r = float64(hits)/float64(c.System), float64(hits)/float64(c.Gold)
	return p, r, 2 * p * r / (p + r)
}

// String is a small table.
func (c Counts) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "gold %d, system %d\n", c.Gold, c.System)
	for _, l := range []struct {
		name string
		hits int
	}{{"strict", c.Strict}, {"relaxed", c.Relaxed}, {"type", c.Type}, {"value", c.Value}, {"anchored", c.Anchored}} {
		p, r, f := c.F(l.hits)
		fmt.Fprintf(&b, "%-9s P %.3f  R %.3f  F1 %.3f\n", l.name, p, r, f)
	}
	return b.String()
}

// Pair is a gold and a system expression; one of the two may be missing.
type Pair struct{ Gold, System *Expression }

// Align pairs the expressions that overlap, each with the first that is free,
// and lists those that stay alone; both lists are in the order of the text.
func Align(gold, system []Expression) []Pair {
	var out []Pair
	used := make([]bool, len(system))
	for i := range gold {
		g := &gold[i]
		best := -1
		for k := range system {
			if !used[k] && system[k].Overlaps(g.Span) && (best < 0 || system[k].Span == g.Span) {
				best = k
			}
		}
		p := Pair{Gold: g}
		if best >= 0 {
			used[best] = true
			p.System = &system[best]
		}
		out = append(out, p)
	}
	for k := range system {
		if !used[k] {
			out = append(out, Pair{System: &system[k]})
		}
	}
	return out
}

// Count counts the agreements of aligned expressions.
func Count(pairs []Pair) Counts {
	var c Counts
	for _, p := range pairs {
		if p.Gold != nil {
			c.Gold++
		}
		if p.System != nil {
			c.System++
		}
		if p.Gold == nil || p.System == nil {
			continue
		}
		c.Relaxed++
		if p.Gold.Span == p.System.Span {
			c.Strict++
		}
		if p.Gold.Type == p.System.Type {
			c.Type++
		}
		switch {
		case p.Gold.Value == p.System.Value:
			c.Value++
			c.Anchored++
		case anchored(p.Gold.Ends, p.System.Value):
			c.Anchored++
		}
	}
	return c
}

// anchored says whether the value is the date at which a duration begins or
// ends, as exactly as the value is: "1987" for 1987-02-28. It-TimeML annotates
// "vor zehn Jahren" as a duration with such an end, others as the date itself.
func anchored(ends []string, value string) bool {
	for _, e := range ends {
		if value != "" && strings.HasPrefix(e, value) {
			return true
		}
	}
	return false
}

// Score reads every document with the reader, which fills Sentences and Times,
// and compares. Each document's pairs go to see, if it is not nil.
func Score(docs []Document, lang string, read func(*report.Report) error, see func(*Document, []Pair)) (Counts, error) {
	var total Counts
	for i := range docs {
		d := &docs[i]
		r := &report.Report{ID: d.ID, Lang: lang, Text: d.Text, Date: d.Date}
		if err := read(r); err != nil {
			return Counts{}, fmt.Errorf("%s: %w", d.ID, err)
		}
		pairs := Align(d.Times, Expressions(r))
		if see != nil {
			see(d, pairs)
		}
		total.Add(Count(pairs))
	}
	return total, nil
}

// Expressions are the times of a report as TIMEX3. TimeML knows no stretches: a
// time with the value "2010/2014" becomes two expressions, parted at the word or
// sign between its ends.
func Expressions(r *report.Report) []Expression {
	out := make([]Expression, 0, len(r.Times))
	for i := range r.Times {
		t := &r.Times[i]
		e := Expression{Span: t.Span, Type: t.Type, Value: t.Value}
		from, to, ok := strings.Cut(t.Value, "/")
		if !ok {
			out = append(out, e)
			continue
		}
		a, b := e, e
		a.Value, b.Value = from, to
		text := r.Cut(t.Span)
		for _, c := range connectors {
			if head, _, ok := strings.Cut(text, c); ok {
				a.End = t.Start + int32(len(head))
				b.Start = a.End + int32(len(c))
				break
			}
		}
		out = append(out, a, b)
	}
	return out
}

// connectors stand between the ends of a stretch.
var connectors = []string{" bis zum ", " bis ", " BIS ", " und ", " to ", " until ", " through ", " and ", "–", "/", "-"}

// Compare scores another system's TimeML documents against the gold ones of the
// same names; the texts may differ in white space.
func Compare(gold, system []Document) (Counts, error) {
	byID := make(map[string]*Document, len(system))
	for i := range system {
		byID[system[i].ID] = &system[i]
	}
	var total Counts
	for i := range gold {
		s := byID[gold[i].ID]
		if s == nil {
			return Counts{}, fmt.Errorf("no system document %q", gold[i].ID)
		}
		total.Add(Count(Align(squeezed(&gold[i]), squeezed(s))))
	}
	return total, nil
}

// squeezed gives the expressions with their places in the text without white
// space.
func squeezed(d *Document) []Expression {
	at := make([]int32, len(d.Text)+1)
	var n int32
	for i := range len(d.Text) {
		at[i] = n
		if c := d.Text[i]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			n++
		}
	}
	at[len(d.Text)] = n
	out := make([]Expression, len(d.Times))
	for i, e := range d.Times {
		e.Start, e.End = at[e.Start], at[e.End]
		out[i] = e
	}
	return out
}
