package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// infinitiveGroup keeps a group such as ", Truppen nach Estland zu verlegen,"
// together: nothing between its comma and the infinitive depends on a word
// before the comma, and the group itself belongs to the noun before it that
// takes one ("der Plan", "die Drohung").
func (m *mender) infinitiveGroup(i int) {
	t := m.t
	if !zuInfinitive(t, i) {
		return
	}
	comma := i - 1
	for comma > 0 && t.words[comma].Form != "," {
		if w := &t.words[comma]; w.Feats.Is(report.VerbForm, "Fin") || w.UPOS == report.SCONJ && lower(w.Form) != "um" && lower(w.Form) != "ohne" {
			return
		}
		comma--
	}
	if comma < 1 {
		return
	}
	object := t.child(i, report.Obj) >= 0
	for k := comma + 1; k < i; k++ {
		if h := t.head(k); h < 0 || h >= comma || !isNominal(&t.words[k]) {
			continue
		}
		rel := report.Obl
		if t.caseOf(k) == "" && !object && !m.d.inTime(m.sent, k) {
			rel, object = report.Obj, true
		}
		m.hang(k, i, rel)
	}
	if t.child(i, report.Mark) >= 0 && lower(t.words[comma+1].Form) == "um" {
		return
	}
	if noun := m.takesInfinitive(comma - 1); noun >= 0 && (t.head(i) > i || t.head(i) == noun) {
		m.hang(i, noun, report.Acl)
	}
}

// zuInfinitive says whether a word is a German infinitive with "zu", before it
// or inside ("anzugreifen").
func zuInfinitive(t *tree, i int) bool {
	w := &t.words[i]
	if !isVerb(w) || i < 2 {
		return false
	}
	if lower(t.words[i-1].Form) == "zu" && t.words[i-1].UPOS == report.PART {
		return true
	}
	return w.Form != w.Lemma && strings.Replace(w.Form, "zu", "", 1) == w.Lemma
}

// takesInfinitive is the listed noun of the phrase that ends at a word, -1
// without one.
func (m *mender) takesInfinitive(w int) int {
	t := m.t
	for n := 0; w >= 0 && n < 4; n++ {
		x := &t.words[w]
		if !isNominal(x) {
			return -1
		}
		if x.UPOS == report.NOUN && (m.d.lex.Status.Of(x.Lemma, lexicon.Noun) != nil || m.d.lex.Speech.Of(x.Lemma, lexicon.Noun) != nil || m.d.lex.Events.Of(x.Lemma, lexicon.Noun) != nil) {
			return w
		}
		if t.head(w) > w {
			return -1
		}
		w = t.head(w)
	}
	return -1
}
