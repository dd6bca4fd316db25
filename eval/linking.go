package eval

import (
	"fmt"
	"strings"
)

// Linked is one mention as it was linked: bytes of the text and the ids of
// entities that count as what was meant, the linked one first; none where the
// mention was left open.
type Linked struct {
	Start, End int
	IDs        []string
}

// LinkCounts compares linked mentions with marked ones.
type LinkCounts struct {
	Marked  int // mentions that people marked
	Covered int // whose entity the knowledge base has
	Linked  int // covered ones that were linked
	Right   int // to the entity that was marked
	Strict  int // without the seats of government taken for their states
	Astray  int // mentions of entities that the base does not have, linked all the same
	Skipped int // mentions whose words are not where they are said to be
}

// Precision is the share of links that are right; links at mentions of what
// the base does not have count as wrong.
func (c *LinkCounts) Precision() float64 { return ratio(c.Right, c.Linked+c.Astray) }

// Recall is the share of covered mentions that are linked right.
func (c *LinkCounts) Recall() float64 { return ratio(c.Right, c.Covered) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// String is the counts as a small table.
func (c *LinkCounts) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "mentions marked\t%d", c.Marked)
	if c.Skipped > 0 {
		fmt.Fprintf(&b, " (%d more are not where they are said to be)", c.Skipped)
	}
	fmt.Fprintf(&b, "\ncovered by the base\t%d\n", c.Covered)
	fmt.Fprintf(&b, "linked right\t%d of %d linked (%d of them exactly, the others a state by its seat)\n", c.Right, c.Linked, c.Strict)
	fmt.Fprintf(&b, "not covered, linked all the same\t%d\n", c.Astray)
	fmt.Fprintf(&b, "precision\t%.3f (of covered mentions alone %.3f)\n", c.Precision(), ratio(c.Right, c.Linked))
	fmt.Fprintf(&b, "recall\t%.3f\n", c.Recall())
	return b.String()
}

// LinkError is a mention that was linked wrong, astray or not at all.
type LinkError struct {
	What     string // wrong, astray, missed
	Document string
	Words    string
	Gold     string // IRI
	Got      string // id, "" if none
}

// ScoreLinks compares the linked mentions of a document with the marked ones.
// Covered gives the id of what an IRI means in the knowledge base, "" if it is
// not there. A marked mention is compared with the link of the same span, else
// with the shortest that covers it, else with the longest inside it.
func (c *LinkCounts) ScoreLinks(doc *NIFDocument, links []Linked, covered func(iri string) string) []LinkError {
	var errs []LinkError
	for _, m := range doc.Mentions {
		c.Marked++
		want, got := covered(m.Ref), linkAt(links, m)
		e := LinkError{Document: doc.ID, Words: doc.Text[m.Start:m.End], Gold: m.Ref}
		if len(got) > 0 {
			e.Got = got[0]
		}
		switch {
		case want == "" && len(got) > 0:
			c.Astray++
			e.What = "astray"
		case want == "":
			continue
		case len(got) == 0:
			c.Covered++
			e.What = "missed"
		default:
			c.Covered++
			c.Linked++
			if got[0] == want {
				c.Strict++
			}
			if contains(got, want) {
				c.Right++
				continue
			}
			e.What = "wrong"
		}
		errs = append(errs, e)
	}
	return errs
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// linkAt is what the mention was linked to.
func linkAt(links []Linked, m NIFMention) []string {
	var best *Linked
	rank := 0 // 3 the same span, 2 around it, 1 inside
	for i := range links {
		l := &links[i]
		r := 0
		switch {
		case l.Start == m.Start && l.End == m.End:
			r = 3
		case l.Start <= m.Start && l.End >= m.End:
			r = 2
		case l.Start >= m.Start && l.End <= m.End:
			r = 1
		}
		size := func(x *Linked) int { return x.End - x.Start }
		if r > rank || r == rank && r == 2 && size(l) < size(best) || r == rank && r == 1 && size(l) > size(best) {
			best, rank = l, r
		}
	}
	if best == nil {
		return nil
	}
	return best.IDs
}
