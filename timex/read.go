package timex

import (
	"depesche/record"
	"depesche/report"
)

// Read lays the layer of times over a report: it fills r.Times from the
// sentences and from r.Date, the day, month or year of publication. It needs
// words with their spans; where they have a tree and features, the tense is
// read from the governing verb, else from the words around. The timeline that
// it gives back serves stages that know more; it may be dropped.
func (rules *Rules) Read(r *report.Report) *Timeline {
	t := &Timeline{report: r, days: publication(r.Date)}
	m := &matcher{g: rules.grammar}
	x := lexer{words: rules.grammar.words}
	var atoms []atom
	r.Times = r.Times[:0]
	for i := range r.Sentences {
		s := &r.Sentences[i]
		atoms = x.atoms(atoms[:0], r.Text, int(s.Start), int(s.End))
		m.sentence(r.Text, atoms)
		m.mask()
		rules.sentence(t, m, i)
	}
	t.narrow()
	t.write()
	return t
}

// publication lists the possible days of publication; none if nothing bounds
// them to a few years.
func publication(date record.Interval) []record.Day {
	if date.From == 0 || date.To < date.From || date.To-date.From > 750 {
		return nil
	}
	days := make([]record.Day, 0, date.To-date.From+1)
	for d := date.From; d <= date.To; d++ {
		days = append(days, d)
	}
	return days
}

// mask takes out what looks like an expression of time and is a name.
func (m *matcher) mask() {
	found := false
	for i := 0; i < len(m.atoms); i++ {
		if a, ok := m.longest(m.g.block, i); ok {
			for k := a.first; k <= a.last; k++ {
				m.atoms[k].masked = true
			}
			found = true
			i = a.end - 1
		}
	}
	if found {
		clear(m.memo)
		clear(m.done)
	}
}

// sentence finds the expressions of one sentence, from left to right, the
// longest first.
func (rules *Rules) sentence(t *Timeline, m *matcher, n int) {
	words := t.report.Sentences[n].Words
	for i := 0; i < len(m.atoms); i++ {
		if m.atoms[i].masked {
			continue
		}
		a, ok := m.longest(m.g.timex, i)
		if !ok || a.value.node == nil || m.overtaken(a, i) {
			continue
		}
		e := expression{node: a.value.node, sentence: n}
		start := i // of the words with their preposition
		at := i
		p, ok := m.before(rules.prepositions, at)
		if !ok && (e.node.op == opDuration || e.node.op == opRef) { // "seit { Wochen }": the rule takes the preposition for its context
			at = a.first
			p, ok = m.before(rules.prepositions, at)
		}
		if ok && (e.node.op != opRef || p.bound != report.During) {
			e.bound, e.ahead = p.bound, p.future
			start = min(i, at-len(p.words))
		}
		span := report.Span{Start: m.atoms[a.first].start, End: m.atoms[a.last].end}
		e.time = report.Time{Span: span, Sentence: n}
		e.time.First, e.time.Last = wordsUnder(words, span)
		e.time.Date.Text = t.report.Text[m.atoms[start].start:m.atoms[a.end-1].end]
		i = a.end - 1
		if e.named(words) {
			continue
		}
		if len(words) > 0 {
			e.tense = rules.tenses.of(words, e.time.First, e.time.Last)
		}
		switch {
		case p.past:
			e.tense = past
		case p.coming && e.tense == past:
			e.bound = report.During
		}
		t.items = append(t.items, e)
	}
}

// overtaken says whether a match that begins inside this one goes further and
// is no shorter: "the past few days" goes before "in the past".
func (m *matcher) overtaken(a alternative, i int) bool {
	for k := i + 1; k < a.end; k++ {
		if b, ok := m.longest(m.g.timex, k); ok && b.end > a.end && b.end-k >= a.end-i {
			return true
		}
	}
	return false
}

// named says that the name model takes all words of the expression for a
// person's name or a part of one.
func (e *expression) named(words []report.Word) bool {
	if len(words) == 0 {
		return false
	}
	for i := e.time.First; i <= e.time.Last; i++ {
		if n := words[i].Name; n != report.NameBPerson && n != report.NameIPerson {
			return false
		}
	}
	return true
}

// wordsUnder finds the first and the last word that touch the span.
func wordsUnder(words []report.Word, span report.Span) (first, last int) {
	first = -1
	for i := range words {
		if words[i].Overlaps(span) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return max(first, 0), last
}
