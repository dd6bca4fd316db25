package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// tailSaying puts what is said under the verb of saying behind it, where an "and"
// among the speakers made the parser coordinate the two: "The sides agreed to
// talk, Oman and Qatar said on Monday."
func (m *mender) tailSaying(v int) {
	t := m.t
	w := &t.words[v]
	h := t.head(v)
	if w.Rel != report.Conj || h < 0 || h > v || !isVerb(w) || m.d.lex.Speech.Of(w.Lemma, lexicon.Verb) == nil || t.child(v, report.Cc, report.Ccomp, report.Obj, report.Mark) >= 0 {
		return
	}
	s := t.child(v, report.Nsubj)
	if s < 0 || s > v {
		return
	}
	first, _ := t.extent(s)
	if first < 1 || t.words[first-1].Form != "," || first-1 < h {
		return
	}
	w.Head, w.Rel = t.words[h].Head, t.words[h].Rel
	t.words[h].Head, t.words[h].Rel = int16(v), report.Ccomp
	m.changed = true
	m.replant()
}
