package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// hyphenedVerb makes one verb of a word that a hyphen joins to a past form, where
// the parser has it as a noun of its own: "North Korea test-fired missiles". What
// hung on it is the subject.
func (m *mender) hyphenedVerb(v int) {
	t := m.t
	n := v - 2
	if n < 1 || !isVerb(&t.words[v]) || !m.pastForm(v) || t.words[v-1].Form != "-" || t.words[n].Spaced || t.words[v-1].Spaced || hasFiniteSubject(t, v) || hasAux(t, v) {
		return
	}
	s := t.child(n, report.Compound, report.Nmod, report.NmodPoss, report.Amod)
	if t.head(n) != v || s != n-1 || !m.isName(s) {
		return
	}
	t.words[n].Rel = report.Compound
	m.hang(s, v, report.Nsubj)
	m.hang(v-1, v, report.Punct)
	m.replant()
}

// baseForm makes a verb of the bare form behind the subject of what is demanded,
// where the parser has both as parts of a noun: "demanded that Sweden extradite
// members of the group".
func (m *mender) baseForm(i int) {
	t := m.t
	w := &t.words[i]
	n := t.head(i)
	if i < 2 || n <= i || w.UPOS != report.NOUN || w.Rel != report.Compound || startsUpper(w.Form) || !m.isName(i-1) || t.head(i-1) != n || t.saxon(i-1) {
		return
	}
	mark := t.child(n, report.Mark)
	if mark < 0 || mark >= i || lower(t.words[mark].Form) != "that" || base(t.rel(n)) != report.Ccomp {
		return
	}
	if l := lower(w.Form); m.d.lex.Events.Of(l, lexicon.Verb) == nil || m.d.lex.Events.Of(l, lexicon.Noun) != nil {
		return
	}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if int(c) < i || t.rel(int(c)) == report.Punct {
			t.words[c].Head = int16(i)
		}
	}
	m.above(i, n)
	w.UPOS, w.Lemma = report.VERB, lower(w.Form)
	w.Feats = report.Feats(0).With(report.VerbForm, "Fin")
	t.words[i-1].Rel = report.Nsubj
	m.replant()
}

// chargedOf makes a verb of a word in -ing behind the "of" of an accusation, where
// the parser has it modify its own object: "accused Armenia of shelling villages".
func (m *mender) chargedOf(i int) {
	t := m.t
	w := &t.words[i]
	n := t.head(i)
	if i < 2 || n <= i || w.Rel != report.Compound && w.Rel != report.Amod || !strings.HasSuffix(w.Form, "ing") || startsUpper(w.Form) {
		return
	}
	of := t.child(n, report.Case)
	v := t.head(n)
	if of != i-1 || lower(t.words[of].Form) != "of" || t.words[n].UPOS != report.NOUN || !t.words[n].Feats.Is(report.Number, "Plur") {
		return
	}
	if v >= 0 && v < i && isNominal(&t.words[v]) {
		v = t.head(v) // hung on whom it is said of
	}
	if v < 0 || !isVerb(&t.words[v]) || t.words[v].Lemma != "accuse" && t.words[v].Lemma != "suspect" && t.words[v].Lemma != "convict" {
		return
	}
	lemma := ""
	var space [6]string
	for _, l := range regularLemmas(w.Form, space[:0])[1:] {
		if m.d.lex.Events.Of(l, lexicon.Verb) != nil {
			lemma = l
			break
		}
	}
	if lemma == "" {
		return
	}
	w.UPOS, w.Lemma = report.VERB, lemma
	w.Feats = report.Feats(0).With(report.VerbForm, "Ger")
	w.Head, w.Rel = int16(v), report.Advcl
	t.words[n].Head, t.words[n].Rel = int16(i), report.Obj
	t.words[of].Head, t.words[of].Rel = int16(i), report.Mark
	m.changed = true
	m.replant()
}

// knownHead makes a noun of the verb that the last word of a known name was taken for:
// "Human Rights Watch criticised Chad".
func (m *mender) knownHead(i int) {
	t := m.t
	if !startsUpper(t.words[i].Form) || i+1 >= len(t.words) || !startsUpper(t.words[i+1].Form) {
		return
	}
	h, n := m.d.lookup(m.sent, i)
	last := i + n - 1
	v := last + 1
	if n < 2 || h.weak || v >= len(t.words) || t.words[last].UPOS == report.PROPN || !startsUpper(t.words[last].Form) {
		return
	}
	w := &t.words[last]
	if w.UPOS == report.VERB && w.Rel == report.Root && m.pastForm(v) && t.head(v) == last {
		t.words[v].Head, t.words[v].Rel, t.words[v].UPOS = -1, report.Root, report.VERB
		for c := t.first[last]; c >= 0; c = t.next[c] {
			switch {
			case int(c) > v:
				t.words[c].Head = int16(v)
			case int(c) < last:
				t.words[c].Rel = report.Compound
			}
		}
		w.Head, w.Rel = int16(v), report.Nsubj
		m.changed = true
	}
	w.UPOS = report.PROPN
	m.replant()
}
