package corpora

import (
	"fmt"
	"strings"

	"depesche/report"
)

// kinds are the kinds of names in the order in which they are shown; those before the
// last count.
var kinds = [...]struct {
	tag  report.NameTag
	name string
}{{report.NameBPerson, "persons"}, {report.NameBOrg, "organisations"}, {report.NameBPlace, "places"}, {report.NameBOther, "others"}}

// Count is how many names are right of those found and of those in the gold.
type Count struct{ Right, Found, Gold int }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	if c.Right == 0 {
		return 0
	}
	return 2 * float64(c.Right) / float64(c.Found+c.Gold)
}

func (c Count) String() string {
	share := func(of int) float64 { return float64(c.Right) / float64(max(of, 1)) }
	return fmt.Sprintf("%6d %6d  %.3f  %.3f  %.3f", c.Gold, c.Found, share(c.Found), share(c.Gold), c.F1())
}

// Score counts names: one is right if its first and its last word and its kind are.
type Score struct{ of [len(kinds)]Count }

// Add counts the names of a sentence: the tags in the gold and those found.
func (s *Score) Add(gold, found []report.NameTag) {
	want, got := spans(gold), spans(found)
	for k := range kinds {
		c := &s.of[k]
		for n := range want {
			if n.tag == kinds[k].tag {
				c.Gold++
				if got[n] {
					c.Right++
				}
			}
		}
		for n := range got {
			if n.tag == kinds[k].tag {
				c.Found++
			}
		}
	}
}

// Total counts persons, organisations and places together.
func (s *Score) Total() Count {
	var sum Count
	for _, c := range s.of[:len(kinds)-1] {
		sum.Right, sum.Found, sum.Gold = sum.Right+c.Right, sum.Found+c.Found, sum.Gold+c.Gold
	}
	return sum
}

// String is a table: a line a kind, and one of the first three together.
func (s *Score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-14s %6s %6s  %-5s  %-5s  %-5s\n", "", "gold", "found", "P", "R", "F1")
	for k := range kinds {
		fmt.Fprintf(&b, "%-14s %s\n", kinds[k].name, s.of[k])
	}
	fmt.Fprintf(&b, "%-14s %s\n", "first three", s.Total())
	return b.String()
}

// span is one name in a sentence.
type span struct {
	tag        report.NameTag
	start, end int
}

func spans(tags []report.NameTag) map[span]bool {
	all := map[span]bool{}
	for i := 0; i < len(tags); {
		t := tags[i]
		if t == report.NameNone {
			i++
			continue
		}
		if t%2 == 0 {
			t-- // a name that begins with I
		}
		end := i + 1
		for end < len(tags) && tags[end] == t+1 {
			end++
		}
		all[span{t, i, end}] = true
		i = end
	}
	return all
}

// Tags are the names of the words.
func Tags(words []report.Word) []report.NameTag {
	tags := make([]report.NameTag, len(words))
	for i := range words {
		tags[i] = words[i].Name
	}
	return tags
}
