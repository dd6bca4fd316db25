package reading

import "depesche/report"

// agreement exchanges the subject and the object of a German finite verb where only
// the object has the number of the verb: "Beide kritisierten Russland", "Die
// Soldaten griff eine Miliz an".
func (m *mender) agreement(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.VERB {
		return
	}
	subject, object := t.child(i, report.Nsubj), t.child(i, report.Obj)
	if subject < 0 || object < 0 || t.child(subject, report.Conj) >= 0 || accusativeMarked(t, object) || nominativeMarked(t, subject) {
		return
	}
	switch m.finiteNumber(i) {
	case "Plur":
		if !m.oneThing(subject) || !m.severalThings(object) {
			return
		}
	case "Sing":
		if !m.severalThings(subject) || !m.oneThing(object) || t.words[subject].Feats.Is(report.PronType, "Tot") {
			return
		}
	default:
		return
	}
	t.words[subject].Rel, t.words[object].Rel = report.Obj, report.Nsubj
}

// finiteNumber is the number of a verb in the third person or of its auxiliary, ""
// where it is unknown.
func (m *mender) finiteNumber(i int) string {
	t := m.t
	v := i
	if a := t.child(i, report.Aux); a >= 0 {
		v = a
	}
	x := &t.words[v]
	if !x.Feats.Is(report.VerbForm, "Fin") || !x.Feats.Is(report.Person, "3") {
		return ""
	}
	return x.Feats.Get(report.Number)
}

// oneThing says whether a noun is singular beyond doubt: by its article, or as the
// bare name of a state.
func (m *mender) oneThing(w int) bool {
	x := &m.t.words[w]
	if !x.Feats.Is(report.Number, "Sing") || m.t.child(w, report.Conj, report.Nummod) >= 0 {
		return false
	}
	switch article(m.t, w) {
	case "das", "eine", "ein":
		return true
	case "die":
		return x.UPOS == report.NOUN && feminine(x.Lemma)
	case "":
		e := m.d.mentionAt(m.sent, w)
		return x.UPOS == report.PROPN && !isAcronym(x.Form) && (e == nil || len(e.ents) == 1 && e.ents[0].isState())
	}
	return false
}

// severalThings says whether a noun is plural beyond doubt: by its form, or a
// "beide" that stands for one.
func (m *mender) severalThings(w int) bool {
	x := &m.t.words[w]
	if lower(x.Form) == "beide" {
		return true
	}
	return x.UPOS == report.NOUN && x.Feats.Is(report.Number, "Plur") && x.Form != x.Lemma && !m.d.isClass(x, "@measure-noun")
}
