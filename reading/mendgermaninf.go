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
	for k := strings.Index(w.Form, "zu"); k >= 0; {
		if w.Form[:k]+w.Form[k+2:] == w.Lemma {
			return true
		}
		next := strings.Index(w.Form[k+1:], "zu") // "zurückzutreten"
		if next < 0 {
			return false
		}
		k += 1 + next
	}
	return false
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

// raising are verbs whose infinitive takes all that stands between.
var raising = map[string]bool{"scheinen": true, "drohen": true, "pflegen": true, "vermögen": true, "versuchen": true, "beginnen": true}

// raisedInfinitive gives the infinitive of "scheint Truppen nach Belarus zu
// verlegen" its object and phrases.
func (m *mender) raisedInfinitive(i int) {
	t := m.t
	h := t.head(i)
	if !zuInfinitive(t, i) || h < 0 || h > i || !raising[t.words[h].Lemma] || t.rel(i) != report.Xcomp {
		return
	}
	for k := h + 1; k < i; k++ {
		if t.words[k].Form == "," {
			return
		}
	}
	for k := h + 1; k < i; k++ {
		if r := base(t.rel(k)); t.head(k) == h && (r == report.Obj || r == report.Iobj || r == report.Obl) && !t.words[k].Feats.Is(report.Reflex, "Yes") {
			m.hang(k, i, t.rel(k))
		}
	}
}

// dassClause makes a clause with "dass" or "ob" below a noun its content:
// "die Warnung, dass …" has no relative clause.
func (m *mender) dassClause(i int) {
	t := m.t
	if r := t.rel(i); base(r) != report.Acl {
		return
	}
	c := t.child(i, report.Mark)
	if c < 0 {
		return
	}
	switch lower(t.words[c].Form) {
	case "dass", "daß", "ob":
		t.words[i].Rel = report.Ccomp
	}
}

// strandedParticle joins a particle that was taken for a conjunction to the
// verb before it: "steht bevor".
func (m *mender) strandedParticle(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.Mark || h < 0 || h > i || !isVerb(&t.words[h]) || i+1 < len(t.words) && t.words[i+1].UPOS != report.PUNCT {
		return
	}
	if verb := lower(t.words[i].Form) + t.words[h].Lemma; m.d.verbListed(verb) {
		t.words[h].Lemma, t.words[i].Rel = verb, report.CompoundPrt
	}
}

// sayingBehind makes a parenthesis of a verb of saying that stands first in its
// clause behind a comma, its subject behind it, and was taken for a conjunct of
// what is said: "Die Lage sei ernst, verlautbarte Karl Ott".
func (m *mender) sayingBehind(i int) {
	t := m.t
	h := t.head(i)
	if t.rel(i) != report.Conj || h < 0 || h > i || t.words[i].UPOS != report.VERB || t.child(i, report.Cc) >= 0 && t.child(i, report.Cc) < i {
		return
	}
	if saysBehind(m.d, t, i) {
		m.hang(i, h, report.Parataxis)
	}
}
