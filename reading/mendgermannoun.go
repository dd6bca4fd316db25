package reading

import (
	"strings"

	"depesche/report"
)

// genitiveOwner reads "Odessas Gouverneur" as a governor: a known name with the
// s of the genitive that was taken for the head of the noun behind it.
func (m *mender) genitiveOwner(i int) {
	t := m.t
	w := &t.words[i]
	stem, ok := strings.CutSuffix(w.Form, "s")
	if !ok || w.UPOS != report.PROPN || t.caseOf(i) != "" || t.child(i, report.Det) >= 0 {
		return
	}
	noun := i + 1
	for noun < len(t.words) && t.words[noun].UPOS == report.ADJ {
		noun++
	}
	if noun >= len(t.words) || t.words[noun].UPOS != report.NOUN || t.head(noun) != i {
		return
	}
	if r := base(t.rel(noun)); r != report.Flat && r != report.Appos && r != report.Nmod {
		return
	}
	if _, n := m.d.know.Match("de", []string{stem}); n == 0 {
		return
	}
	t.words[noun].Head, t.words[noun].Rel = w.Head, w.Rel
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if int(c) != noun {
			t.words[c].Head = int16(noun)
		}
	}
	w.Head, w.Rel = int16(noun), report.Nmod
	m.changed = true
	m.replant()
}

// measuredTerm hangs the noun of "zu 15 Jahren Arbeitslager" on its measure, and
// makes what stands bare before the verb the subject that it was taken for.
func (m *mender) measuredTerm(i int) {
	t := m.t
	r := base(t.rel(i))
	if i < 2 || t.words[i].UPOS != report.NOUN || r != report.Nsubj && r != report.NsubjPass && r != report.Obj {
		return
	}
	unit, verb := i-1, t.head(i)
	switch t.words[unit].Form {
	case "Jahren", "Monaten", "Wochen", "Tagen":
	default:
		return
	}
	if t.caseOf(unit) == "" || verb < i || t.head(unit) != verb || t.child(i, report.Det) >= 0 {
		return
	}
	rel := t.rel(i)
	m.hang(i, unit, report.Nmod)
	for c := t.first[verb]; c >= 0 && int(c) < unit; c = t.next[c] {
		if w := &t.words[c]; w.Rel == report.Obl && w.UPOS == report.NOUN && t.caseOf(int(c)) == "" && t.child(int(c), report.Det) >= 0 && !m.d.inTime(m.sent, int(c)) {
			w.Rel = rel
			break
		}
	}
}

// bothAnd joins the two of "sowohl Merkel als auch Gauck": i is the "auch".
func (m *mender) bothAnd(i int) {
	t := m.t
	if i < 3 || i+1 >= len(t.words) || lower(t.words[i].Form) != "auch" || lower(t.words[i-1].Form) != "als" && lower(t.words[i-1].Form) != "wie" {
		return
	}
	from := i - 2
	for from >= 0 && i-from < 14 && lower(t.words[from].Form) != "sowohl" {
		from--
	}
	if from < 0 || lower(t.words[from].Form) != "sowohl" {
		return
	}
	first, second := m.nominalBetween(from+1, i-1), m.nominalBetween(i+1, len(t.words))
	if first < 0 || second < 0 || t.under(first, second) || t.rel(second) == report.Conj && t.head(second) == first {
		return
	}
	m.hang(second, first, report.Conj)
	for _, k := range [...]int{i - 1, i} {
		m.hang(k, second, report.Cc)
	}
}

// nominalBetween is the head of the first noun phrase from one word up to another,
// -1 without one.
func (m *mender) nominalBetween(from, to int) int {
	t := m.t
	for k := from; k < to && k < from+6; k++ {
		if isVerb(&t.words[k]) {
			return -1
		}
		if !isNominal(&t.words[k]) {
			continue
		}
		if h := t.head(k); h > k && h < to && isNominal(&t.words[h]) {
			continue
		}
		return k
	}
	return -1
}

// oneOf hangs the genitive of "verhaftete einen der Anführer" on the pronoun or
// number before it.
func (m *mender) oneOf(i int) {
	t := m.t
	first, _ := t.extent(i)
	one := first - 1
	if one < 0 || t.rel(i) != report.OblArg || t.caseOf(i) != "" || t.head(one) != t.head(i) || article(t, i) != "der" {
		return
	}
	switch u := t.words[one].UPOS; {
	case u != report.DET && u != report.PRON && u != report.NUM || t.words[one].Feats.Is(report.Reflex, "Yes") || t.words[one].Feats.Is(report.PronType, "Prs"):
		return
	case t.rel(one) == report.Obj || t.rel(one) == report.Nsubj || t.rel(one) == report.NsubjPass:
		m.hang(i, one, report.Nmod)
	}
}
