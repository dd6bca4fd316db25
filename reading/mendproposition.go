package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// propositionFirst reads "Das vereinbarten Präsident Nyusi und Kanzler Scholz"
// as a clause whose object, "das" or "dies", takes up what was said before: the
// verb in second place was taken for an adjective or the pronoun for its
// subject.
func (m *mender) propositionFirst(i int) {
	t := m.t
	v := i + 1
	if v >= len(t.words) || !proposition(&t.words[i]) || i > 0 && t.words[i-1].UPOS != report.PUNCT {
		return
	}
	w := &t.words[v]
	switch {
	case w.UPOS == report.ADJ && base(w.Rel) == report.Amod:
		m.verbOfProposition(i, v)
	case w.UPOS == report.VERB && w.Feats.Is(report.VerbForm, "Fin"):
		m.objectOfSaying(i, v)
	}
}

// proposition says whether a word may take up a whole sentence.
func proposition(w *report.Word) bool {
	if w.UPOS != report.PRON && w.UPOS != report.DET {
		return false
	}
	f := lower(w.Form)
	return f == "das" || f == "dies"
}

// verbOfProposition makes the head of its clause of a past tense that was taken
// for an attribute, where the clause has no other finite verb.
func (m *mender) verbOfProposition(i, v int) {
	t := m.t
	noun := t.head(v)
	verb := m.d.pastVerb(&t.words[v])
	if noun < v || verb == "" || !pastEnding(t.words[v].Form) {
		return
	}
	top := noun
	if h := t.head(noun); h > noun && base(t.rel(noun)) == report.Nsubj && !isVerb(&t.words[h]) {
		top = h // "Das verurteilten Politiker scharf"
	}
	if isVerb(&t.words[top]) || t.child(top, report.Cop, report.Aux, report.AuxPass) >= 0 || t.head(top) >= 0 && isVerb(&t.words[t.head(top)]) {
		return
	}
	w := t.words
	w[v].Head, w[v].Rel = w[top].Head, w[top].Rel
	w[v].UPOS, w[v].Lemma = report.VERB, verb
	w[v].Feats = w[v].Feats.With(report.VerbForm, "Fin").With(report.Mood, "Ind").With(report.Tense, "Past")
	if top != noun {
		w[top].Head, w[top].Rel = int16(v), report.Advmod
	}
	for c := t.first[top]; c >= 0; c = t.next[c] {
		if w[c].Rel == report.Punct {
			w[c].Head = int16(v)
		}
	}
	w[noun].Head, w[noun].Rel = int16(v), report.Nsubj
	m.freeTimes(noun, v)
	m.takenUp(i, v)
	m.changed = true
	m.replant()
}

// pastEnding says whether a form ends as a weak past tense does.
func pastEnding(form string) bool {
	return !startsUpper(form) && (strings.HasSuffix(form, "te") || strings.HasSuffix(form, "ten"))
}

// freeTimes hangs the expressions of time of a subject's names on its verb.
func (m *mender) freeTimes(noun, verb int) {
	t := m.t
	for k := noun + 1; k < len(t.words); k++ {
		if base(t.rel(k)) == report.Nmod && t.caseOf(k) != "" && t.under(k, noun) && m.d.inTime(m.sent, k) {
			t.words[k].Head, t.words[k].Rel = int16(verb), report.Obl
		}
	}
}

// takenUp makes a pronoun the object of a verb.
func (m *mender) takenUp(i, v int) {
	x := &m.t.words[i]
	x.Head, x.Rel, x.UPOS = int16(v), report.Obj, report.PRON
}

// objectOfSaying makes the object of "das" before a verb of saying or agreeing,
// of which it cannot be the subject, and the subject of what was its object.
func (m *mender) objectOfSaying(i, v int) {
	t := m.t
	o := t.child(v, report.Obj)
	if m.d.lex.Speech.Of(t.words[v].Lemma, lexicon.Verb) == nil && !m.d.agreesBy(t.words[v].Lemma) || o < v || accusativeMarked(t, o) || t.child(v, report.Nsubj) > i {
		return
	}
	if h := t.head(i); h != v && h != o || t.rel(i) != report.Nsubj && t.rel(i) != report.Det {
		return
	}
	t.words[o].Rel = report.Nsubj
	m.takenUp(i, v)
	m.changed = true
}

// agreesBy says whether a line has a verb as one of agreeing.
func (d *doc) agreesBy(verb string) bool {
	for _, fr := range d.lex.Events.Of(verb, lexicon.Verb) {
		if fr.Type == "AGREE" {
			return true
		}
	}
	return false
}
