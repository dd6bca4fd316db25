package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// sharedAgent puts the agent that stands behind the last of several English
// participles for those before: "were beaten and arrested by police".
func (f *slots) sharedAgent() {
	t := f.t
	for c := t.first[f.head]; c >= 0; c = t.next[c] {
		v := int(c)
		if v < f.head || t.rel(v) != report.Conj || !participle(&t.words[v]) || hasFiniteSubject(t, v) || hasAux(t, v) {
			continue
		}
		for k := t.first[v]; k >= 0; k = t.next[k] {
			if base(t.rel(int(k))) == report.Obl && t.caseOf(int(k)) == "by" && f.d.canAct(f.sent, int(k)) {
				f.put(lexicon.Subj, int(k))
				return
			}
		}
	}
}
