package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/report"
)

// senderOf is the state that disposes of bare soldiers or police: the subject of
// the verb by which they are moved. "Kenia hat Soldaten in Somalia
// stationiert" speaks of Kenya's.
func (d *doc) senderOf(m *mention) string {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if m.role == nil || h < 0 || t.rel(m.head) != report.Obj || !isVerb(&t.words[h]) {
		return ""
	}
	moves := func(fr *lexicon.Frame) bool { return fr.Type == "MOBILIZE" }
	if m.role.sector != "MIL" && m.role.sector != "COP" || !slices.ContainsFunc(d.lex.Events.Of(t.words[h].Lemma, lexicon.Verb), moves) {
		return ""
	}
	s := t.child(h, report.Nsubj)
	if s < 0 {
		return ""
	}
	if x := d.mentionAt(m.sent, s); x != nil && x.kind == byName && len(x.ents) == 1 && x.ents[0].isState() {
		return x.ents[0].rec.State
	}
	return ""
}
