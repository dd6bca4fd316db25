package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"depesche/record"
)

// Counts are the gold and the records of one kind that count, and how many
// pairs reach a level; Reached[Found] includes the higher ones.
type Counts struct {
	Gold, Got int
	Reached   [Whole + 1]int
}

// PRF is precision, recall and F1 at a level.
func (c *Counts) PRF(l Level) (p, r, f float64) {
	hits := float64(c.Reached[l])
	if hits == 0 {
		return 0, 0, 0
	}
	p, r = hits/float64(c.Got), hits/float64(c.Gold)
	return p, r, 2 * p * r / (p + r)
}

func (c *Counts) add(o *Counts) {
	c.Gold += o.Gold
	c.Got += o.Got
	for l := range c.Reached {
		c.Reached[l] += o.Reached[l]
	}
}

// Scores are the counts over some documents. The zero value is empty.
type Scores struct {
	ByKind [len(kinds)]Counts // events, statements, figures, relations
	Stray  int                // records of documents without gold

	status, says, date share
	types              []typeShare
}

type share struct{ right, of int }

func (s *share) add(right bool) {
	s.of++
	if right {
		s.right++
	}
}

type typeShare struct {
	label string
	share
}

// All are the counts of all kinds together.
func (s *Scores) All() Counts {
	var all Counts
	for i := range s.ByKind {
		all.add(&s.ByKind[i])
	}
	return all
}

// Add counts the pairs of one document.
func (s *Scores) Add(pairs []Pair) {
	for i := range pairs {
		p := &pairs[i]
		switch {
		case !p.Counts():
		case p.Gold == nil:
			s.ByKind[slices.Index(kinds[:], p.Got.Kind)].Got++
		default:
			s.addGold(p)
		}
	}
}

func (s *Scores) addGold(p *Pair) {
	c := &s.ByKind[slices.Index(kinds[:], p.Gold.Kind)]
	c.Gold++
	if p.Gold.Kind == record.KindEvent {
		s.ofType(p.Gold.label()).add(p.Got != nil)
	}
	if p.Got == nil {
		return
	}
	c.Got++
	for l := Found; l <= p.Level; l++ {
		c.Reached[l]++
	}
	if p.Gold.Kind != record.KindStatement {
		s.status.add(p.Gold.Status == p.Got.Status)
		s.says.add(sameSources(p.Gold.Says, p.Got.Says))
	}
	if p.Gold.Date != nil {
		s.date.add(p.Gold.Date.is(p.Got))
	}
}

func (s *Scores) ofType(label string) *share {
	i := slices.IndexFunc(s.types, func(t typeShare) bool { return t.label == label })
	if i < 0 {
		i = len(s.types)
		s.types = append(s.types, typeShare{label: label})
	}
	return &s.types[i].share
}

// sameSources says whether gold and record both name a source or both none,
// and each of gold's is among the record's.
func sameSources(want []string, says []record.Attribution) bool {
	if (len(want) == 0) != (len(says) == 0) {
		return false
	}
	for _, w := range want {
		p := partyOf(w)
		if !slices.ContainsFunc(says, func(a record.Attribution) bool {
			return p.is(cmp.Or(a.Who, &record.Entity{}))
		}) {
			return false
		}
	}
	return true
}

// is compares the bounds that gold gives with the record's date; a figure's is
// its period, if it has one.
func (b *bounds) is(r *record.Record) bool {
	d := &r.Date
	period := r.Period.From != 0 || r.Period.To != 0 || r.Period.Text != ""
	if dated := d.From != 0 || d.To != 0 || d.Text != ""; period && (r.Kind == record.KindFigure || !dated) {
		d = &r.Period
	}
	return (b.From == 0 || b.From == d.From) && (b.To == 0 || b.To == d.To)
}

// String is a table for people: precision, recall and F1 by kind, then how
// often status, sources and date of the pairs are right, then recall by type.
func (s *Scores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %5s %5s", "kind", "gold", "got")
	fmt.Fprintf(&b, "   %-20s   %-20s   %s\n", "found", "who", "whole")
	for i := range s.ByKind {
		row(&b, string(kinds[i]), &s.ByKind[i])
	}
	all := s.All()
	row(&b, "all", &all)
	b.WriteString("right where found: ")
	b.WriteString(strings.Join([]string{s.date.named("date"), s.says.named("says"), s.status.named("status")}, ", "))
	b.WriteString("\nevents found by type:")
	types := slices.Clone(s.types)
	slices.SortStableFunc(types, func(x, y typeShare) int { return cmp.Compare(y.of, x.of) })
	for i, t := range types {
		fmt.Fprintf(&b, "%s %s %d/%d", separator(i), t.label, t.right, t.of)
	}
	b.WriteByte('\n')
	if s.Stray > 0 {
		fmt.Fprintf(&b, "%d records of documents that are not in the gold\n", s.Stray)
	}
	return b.String()
}

func separator(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func row(b *strings.Builder, name string, c *Counts) {
	fmt.Fprintf(b, "%-10s %5d %5d", name, c.Gold, c.Got)
	for l := Found; l <= Whole; l++ {
		p, r, f := c.PRF(l)
		fmt.Fprintf(b, "   P%.2f R%.2f F%.3f", p, r, f)
		if l < Whole {
			b.WriteString("   ")
		}
	}
	b.WriteByte('\n')
}

func (s *share) named(name string) string {
	if s.of == 0 {
		return name + " 0/0"
	}
	return fmt.Sprintf("%s %d/%d = %.2f", name, s.right, s.of, float64(s.right)/float64(s.of))
}
