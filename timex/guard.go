package timex

// guard refuses a match by what stands around it; atoms start to end-1 match.
type guard func(m *matcher, start, end int) bool

// guards are the guards that rules.tsv can name.
var guards = map[string]guard{
	"year":        bareYear,
	"context":     inContext("context"),
	"partcontext": inContext("partcontext"),
	"alone":       notInNumber,
}

// inContext asks for a word of the class before the match: for words that are
// months, seasons or parts of the day and other things too ("May", "spring").
func inContext(class string) guard {
	return func(m *matcher, start, _ int) bool { return start > 0 && m.isOf(class, start-1) }
}

// isOf says whether the atom is, by itself, a word of the class.
func (m *matcher) isOf(class string, i int) bool {
	c, ok := m.g.classByName[class]
	if !ok {
		return false
	}
	for _, e := range m.g.classes[c].entries[m.atoms[i].id] {
		if len(e.words) == 1 && m.literals(e.words, i) {
			return true
		}
	}
	return false
}

// char is the text of an atom of one byte, 0 for others and beyond the ends.
func (m *matcher) char(i int) byte {
	if i < 0 || i >= len(m.atoms) || m.atoms[i].end-m.atoms[i].start != 1 {
		return 0
	}
	return m.text[m.atoms[i].start]
}

// notInNumber refuses digits that are part of a longer number ("1,5", "2-1").
func notInNumber(m *matcher, start, end int) bool {
	if start > 1 && m.atoms[start].glued && m.atoms[start-1].glued && m.atoms[start-2].id == idDigits {
		return false
	}
	return !(end+1 < len(m.atoms) && m.atoms[end].glued && m.atoms[end+1].glued && m.atoms[end+1].id == idDigits)
}

// bareYear says whether four digits that stand by themselves are a year and no
// amount: not next to a unit, a currency or another digit; before a noun only
// where a preposition calls for a year, or where the number is not round.
func bareYear(m *matcher, start, end int) bool {
	if !notInNumber(m, start, end) {
		return false
	}
	n := m.atoms[start].num
	called := start > 0 && m.isOf("yearcontext", start-1)
	if n < 1200 || n > 2060 || (!called && n < 1700) {
		return false
	}
	if start > 0 && (m.isOf("notyearbefore", start-1) || (m.isOf("approx", start-1) && n%100 == 0) || (m.atoms[start].glued && m.char(start-1) == '-')) {
		return false
	}
	if end >= len(m.atoms) {
		return called || m.char(start-1) != '.'
	}
	if m.isOf("notyear", end) {
		return false
	}
	if c := m.char(end); c == '%' || (c == '-' && m.atoms[end].glued) || c == '$' {
		return false
	}
	return m.yearBefore(end, n, called)
}

// yearBefore judges by the atom that follows the digits.
func (m *matcher) yearBefore(next int, n int32, called bool) bool {
	a := &m.atoms[next]
	if classOf(rune(m.text[a.start])) != letters {
		return called || n > 1899 || m.char(next) != 0
	}
	if m.g.nounsUpper {
		if a.upper {
			return n%100 != 0 || called
		}
		return true
	}
	return (called && n >= 1800) || a.upper
}
