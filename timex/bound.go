package timex

import (
	"io/fs"

	"depesche/record"
	"depesche/report"
)

// preposition is one line of prepositions.tsv: words before an expression, and
// the bound that they make of it.
type preposition struct {
	words  []literal
	bound  report.Bound
	future bool // a bound only for what is still to come, and only for a week or more
	past   bool // what it stands before is past, whatever the tense
	coming bool // a bound only where the clause is not past
}

var boundNames = map[string]report.Bound{
	"during": report.During, "since": report.Since, "until": report.Until, "before": report.Before, "after": report.After,
}

// loadPrepositions reads words, bound and condition.
func (g *grammar) loadPrepositions(files fs.FS, name string) (map[int32][]preposition, error) {
	lines, err := readTable(files, name, 2, 3)
	if err != nil {
		return nil, err
	}
	byLast := make(map[int32][]preposition)
	for _, l := range lines {
		b, ok := boundNames[l.cell(1)]
		if !ok {
			return nil, l.errorf("no bound %q", l.cell(1))
		}
		p := preposition{words: g.literals(l.cell(0)), bound: b}
		switch l.cell(2) {
		case "future":
			p.future = true
		case "past":
			p.past = true
		case "coming":
			p.coming = true
		case "":
		default:
			return nil, l.errorf("no condition %q", l.cell(2))
		}
		if len(p.words) == 0 {
			return nil, l.errorf("no words")
		}
		last := p.words[len(p.words)-1].id
		byLast[last] = append(byLast[last], p)
	}
	return byLast, nil
}

// before finds the longest preposition that ends where the expression begins.
func (m *matcher) before(byLast map[int32][]preposition, i int) (preposition, bool) {
	var best preposition
	if i == 0 {
		return best, false
	}
	for _, p := range byLast[m.atoms[i-1].id] {
		if n := len(p.words); n <= i && n > len(best.words) && m.literals(p.words, i-n) {
			best = p
		}
	}
	return best, len(best.words) > 0
}

// limit is the interval under a bound: from a day on, until a day.
func limit(iv record.Interval, b report.Bound) record.Interval {
	switch b {
	case report.Since:
		return record.Interval{From: iv.From}
	case report.Until:
		return record.Interval{To: iv.To}
	case report.Before:
		if iv.From == 0 {
			return record.Interval{}
		}
		return record.Interval{To: iv.From - 1}
	case report.After:
		if iv.To == 0 {
			return record.Interval{}
		}
		return record.Interval{From: iv.To + 1}
	}
	return iv
}
