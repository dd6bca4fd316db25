package reading

import (
	"strings"

	"depesche/report"
)

// pastBeforeNoun makes the verb of a past tense in -te(n) that was taken for an
// adjective of the noun behind it, in a sentence without another finite verb: "In
// Kolumbien ermordeten Soldaten drei Bauern". The noun is the subject, a bare one
// that hangs on it the object.
func (m *mender) pastBeforeNoun(i int) {
	t := m.t
	w := &t.words[i]
	noun := t.head(i)
	if w.UPOS != report.ADJ || w.Rel != report.Amod || startsUpper(w.Form) || !strings.HasSuffix(w.Form, "te") && !strings.HasSuffix(w.Form, "ten") ||
		noun < i || t.rel(noun) != report.Root || t.child(noun, report.Cop) >= 0 || article(t, noun) != "" && t.inside(noun, report.Det, i) || i < 2 || hasFiniteVerb(t) {
		return
	}
	if t.words[len(t.words)-1].Form != "." || t.words[i-1].UPOS == report.DET || t.words[i-1].UPOS == report.ADJ || t.words[i-1].UPOS == report.ADP {
		return
	}
	verb := m.d.pastVerb(w)
	if p := len(t.words) - 2; t.words[p].UPOS == report.ADP && m.d.verbListed(lower(t.words[p].Form)+verb) {
		verb = lower(t.words[p].Form) + verb
		m.hang(p, i, report.CompoundPrt)
	}
	if verb == "" || !m.d.verbListed(verb) {
		return
	}
	w.UPOS, w.Lemma = report.VERB, verb
	w.Feats = w.Feats.With(report.VerbForm, "Fin").With(report.Mood, "Ind").With(report.Tense, "Past")
	w.Head, w.Rel = -1, report.Root
	t.words[noun].Head, t.words[noun].Rel = int16(i), report.Nsubj
	object := -1
	for c := t.first[noun]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch r := base(x.Rel); {
		case int(c) == i:
		case int(c) < i || r == report.Punct || r == report.Obl:
			x.Head = int16(i)
			if r == report.Nmod {
				x.Rel = report.Obl
			}
		case r == report.Nmod && t.caseOf(int(c)) != "" && t.caseOf(int(c)) != "von":
			x.Head, x.Rel = int16(i), report.Obl
		case (r == report.Appos || r == report.Flat) && isNominal(x) && object < 0:
			object = int(c)
			x.Head, x.Rel = int16(i), report.Obj
		}
	}
	m.changed = true
	m.replant()
}
