package timex

import "unicode/utf8"

// alternative is one way to match a category at an atom.
type alternative struct {
	end         int // index of the atom after the match
	first, last int // atoms of the expression itself, inclusive
	value       value
}

// matcher matches the grammar against the atoms of one sentence. It is the
// scratch space of one worker.
type matcher struct {
	g        *grammar
	text     string
	atoms    []atom
	memo     [][]alternative // by category and atom
	done     []bool
	captures []capture
}

// sentence sets the matcher on the atoms of a sentence.
func (m *matcher) sentence(text string, atoms []atom) {
	m.text, m.atoms = text, atoms
	n := len(m.g.categories) * (len(atoms) + 1)
	if cap(m.memo) < n {
		m.memo, m.done = make([][]alternative, n), make([]bool, n)
	}
	m.memo, m.done = m.memo[:n], m.done[:n]
	clear(m.memo)
	clear(m.done)
}

// category gives the ways to match a category at atom i, at most one for each
// end, the first rule of the table first.
func (m *matcher) category(c, i int) []alternative {
	if i >= len(m.atoms) || !m.g.categories[c].first.has(m.atoms[i].id) {
		return nil
	}
	k := c*(len(m.atoms)+1) + i
	if m.done[k] {
		return m.memo[k]
	}
	m.done[k] = true // a rule that comes back here finds nothing; loading refuses such rules
	var out []alternative
	for _, r := range m.g.categories[c].rules {
		if !r.first.has(m.atoms[i].id) {
			continue
		}
		saved := m.captures
		m.captures = m.captures[len(m.captures):]
		m.items(r, 0, i, alternative{first: i, last: -1}, i, &out)
		m.captures = saved
	}
	m.memo[k] = out
	return out
}

// items matches the items of a rule from the n-th on at atom i, and adds each
// complete match to out.
func (m *matcher) items(r *rule, n, i int, alt alternative, start int, out *[]alternative) {
	if n == len(r.items) {
		m.complete(r, start, i, alt, out)
		return
	}
	it := &r.items[n]
	switch it.kind {
	case itemOpen:
		alt.first = i
		m.items(r, n+1, i, alt, start, out)
		return
	case itemClose:
		alt.last = i - 1
		m.items(r, n+1, i, alt, start, out)
		return
	}
	if i < len(m.atoms) && (!it.glued || m.atoms[i].glued) {
		m.item(r, n, i, alt, start, out)
	}
	if it.optional {
		m.items(r, n+1, i, alt, start, out)
	}
}

// item matches one item that takes atoms, then the rest.
func (m *matcher) item(r *rule, n, i int, alt alternative, start int, out *[]alternative) {
	it := &r.items[n]
	switch it.kind {
	case itemWords:
		for _, w := range it.words {
			if m.literals(w, i) {
				m.items(r, n+1, i+len(w), alt, start, out)
			}
		}
	case itemDigits:
		a := &m.atoms[i]
		k := &digitKinds[it.index]
		if size := a.end - a.start; a.id == idDigits && !a.masked && a.num >= k.min && a.num <= k.max && size >= k.minLen && size <= k.maxLen {
			m.with(it.name, value{n: int(a.num)}, r, n, i+1, alt, start, out)
		}
	case itemClass:
		for _, e := range m.g.classes[it.index].entries[m.atoms[i].id] {
			if m.literals(e.words, i) {
				m.with(it.name, e.value, r, n, i+len(e.words), alt, start, out)
			}
		}
	case itemCategory:
		for _, a := range m.category(it.index, i) {
			alt := alt
			if i == start { // context before the inner expression stays outside
				alt.first = a.first
			}
			if n == len(r.items)-1 && alt.last < 0 {
				alt.last = a.last
			}
			m.with(it.name, a.value, r, n, a.end, alt, start, out)
		}
	}
}

func (m *matcher) with(name string, v value, r *rule, n, next int, alt alternative, start int, out *[]alternative) {
	m.captures = append(m.captures, capture{name, v})
	m.items(r, n+1, next, alt, start, out)
	m.captures = m.captures[:len(m.captures)-1]
}

// literals says whether the atoms from i on are the words.
func (m *matcher) literals(words []literal, i int) bool {
	if i+len(words) > len(m.atoms) {
		return false
	}
	for k := range words {
		a, w := &m.atoms[i+k], &words[k]
		if a.id != w.id || a.masked || (w.upper && !a.upper) || (w.lower && a.upper && !m.opens(i+k)) {
			return false
		}
		if w.id == idDigits && a.num != w.num {
			return false
		}
	}
	return true
}

// opens says that the atom opens a sentence, a quotation or a headline.
func (m *matcher) opens(i int) bool {
	if i == 0 {
		return true
	}
	c, _ := utf8.DecodeRuneInString(m.text[m.atoms[i-1].start:])
	return classOf(c) == other && c != '-'
}

// complete adds a match, unless its guard refuses it or another of the same
// end stands already.
func (m *matcher) complete(r *rule, start, end int, alt alternative, out *[]alternative) {
	for i := range *out {
		if (*out)[i].end == end {
			return
		}
	}
	alt.end = end
	if alt.last < 0 {
		alt.last = end - 1
	}
	if end == start || alt.last < alt.first || (r.guard != nil && !r.guard(m, start, end)) {
		return
	}
	v, ok := r.meaning.build(m.captures)
	if !ok {
		return
	}
	alt.value = v
	*out = append(*out, alt)
}

// longest is the longest way to match a category at an atom.
func (m *matcher) longest(c, i int) (alternative, bool) {
	var best alternative
	for _, a := range m.category(c, i) {
		if a.end > best.end {
			best = a
		}
	}
	return best, best.end > 0
}
