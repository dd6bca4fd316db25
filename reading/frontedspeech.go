package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// speakerBehind is whom the German possessive that opens what is said takes up
// where it names whom the speaker speaks for: "Sein Land werde antworten, sagte
// Außenminister Ruto".
func (d *doc) speakerBehind(m *mention, g byte) *entity {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if d.lex.Lang != "de" || m.head > 1 || h < 0 || t.caseOf(h) != "" || !possessive(&t.words[m.head]) || !d.isClass(&t.words[h], "@spoken-for") {
		return nil
	}
	for k := h + 1; k < len(t.words); k++ {
		w := &t.words[k]
		if t.words[k-1].Form != "," || !isVerb(w) || !w.Feats.Is(report.VerbForm, "Fin") || d.lex.Speech.Of(w.Lemma, lexicon.Verb) == nil {
			continue
		}
		s := t.child(k, report.Nsubj)
		if s < k {
			return nil
		}
		if x := d.mentionAt(m.sent, s); x != nil && len(x.ents) == 1 && x.ents[0].isPerson() && agrees(x.ents[0], x, g, d) {
			return x.ents[0]
		}
		return nil
	}
	return nil
}
