package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/report"
)

// listedObject exchanges subject and object where the lines of a verb ask for a noun
// as its object that the parser made its subject, and what it made the object is
// somebody who acts: "dessen Ablösung die Opposition fordert", "Eine Feuerpause
// forderte die Uno".
func (m *mender) listedObject(i int) {
	t := m.t
	w := &t.words[i]
	if w.UPOS != report.VERB {
		return
	}
	subject, object := t.child(i, report.Nsubj), t.child(i, report.Obj)
	if subject < 0 || object < subject || t.words[subject].UPOS != report.NOUN || nominativeMarked(t, subject) || accusativeMarked(t, object) || m.d.isRole(t, subject) {
		return
	}
	if x := &t.words[object]; x.UPOS != report.PROPN && !m.d.isRole(t, object) && !m.d.inKnowledge(x) {
		return
	}
	if !m.asksObject(w.Lemma, &t.words[subject]) {
		return
	}
	t.words[subject].Rel, t.words[object].Rel = report.Obj, report.Nsubj
}

// inKnowledge says whether a word is a name that the knowledge base has.
func (d *doc) inKnowledge(w *report.Word) bool {
	_, n := d.know.Match(d.lex.Lang, []string{w.Form})
	return n > 0
}

// asksObject says whether a line of a verb names a noun as its object.
func (m *mender) asksObject(verb string, noun *report.Word) bool {
	return slices.ContainsFunc(m.d.lex.Events.Of(verb, lexicon.Verb), func(fr *lexicon.Frame) bool {
		return slices.ContainsFunc(fr.Conds, func(c lexicon.Cond) bool {
			return c.Slot == lexicon.Obj && !c.Not && slices.Contains(c.Lemmas, noun.Lemma)
		})
	})
}

// behindSemicolon makes a sentence of its own of what stands behind a semicolon and
// was taken for what somebody says, though it is no subjunctive: "forderten eine
// Waffenruhe; die drei Staaten vermitteln".
func (m *mender) behindSemicolon(i int) {
	t := m.t
	h := t.head(i)
	if base(t.rel(i)) != report.Ccomp || h < 0 || h > i || t.child(i, report.Mark) >= 0 || t.words[i].Feats.Is(report.Mood, "Sub") {
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.words[c].Feats.Is(report.Mood, "Sub") {
			return
		}
	}
	first, _ := t.extent(i)
	if first > 0 && t.words[first].Form != ";" && t.words[first-1].Form != ";" {
		return
	}
	t.words[i].Rel = report.Parataxis
}
