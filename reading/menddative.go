package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// dativeBehind hangs a name on the verb whose lines ask for a dative, where the
// parser made it the genitive of the subject behind the verb: "2020 trat das Land
// der Nato bei".
func (m *mender) dativeBehind(i int) {
	t := m.t
	s := t.head(i)
	if s < 0 || s > i || base(t.rel(i)) != report.Nmod || base(t.rel(s)) != report.Nsubj || t.caseOf(i) != "" || article(t, i) != "der" || t.words[i].UPOS == report.ADJ {
		return
	}
	v := t.head(s)
	if v < 0 || v > s || !isVerb(&t.words[v]) || t.child(v, report.Iobj, report.Obj) >= 0 || !m.asksDative(v) {
		return
	}
	m.hang(i, v, report.Iobj)
}

// asksDative says whether a line of a verb has a condition on its dative.
func (m *mender) asksDative(verb int) bool {
	for _, frames := range [...]*lexicon.Frames{m.d.lex.Events, m.d.lex.Relations} {
		for _, fr := range frames.Of(m.t.words[verb].Lemma, lexicon.Verb) {
			for i := range fr.Conds {
				if c := &fr.Conds[i]; c.Slot == lexicon.Dat && !c.Not {
					return true
				}
			}
		}
	}
	return false
}
