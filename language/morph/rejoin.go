package morph

import (
	"strings"

	"depesche/report"
)

// Rejoin gives the verbs of a parsed sentence the particles that stand apart from
// them: in "traf … zusammen" the lemma of "traf" becomes "zusammentreffen". What
// tells is the relation compound:prt.
func Rejoin(s *report.Sentence) {
	for i := range s.Words {
		p := &s.Words[i]
		if p.Rel != report.CompoundPrt || p.Head < 0 || int(p.Head) >= len(s.Words) {
			continue
		}
		verb := &s.Words[p.Head]
		if !isVerb(verb.UPOS) && verb.UPOS != report.ADJ {
			continue
		}
		if particle := strings.ToLower(p.Form); !strings.HasPrefix(verb.Lemma, particle) {
			verb.Lemma = particle + verb.Lemma
		}
	}
}
