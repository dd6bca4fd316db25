package reading

import (
	"strings"

	"depesche/report"
)

// isPlural says whether a role noun means several people: in German by its
// article where that decides, else by its number.
func (d *doc) isPlural(m *mention) bool {
	t := &d.trees[m.sent]
	w := &t.words[m.head]
	if d.lex.Lang == "de" && m.role != nil && m.role.typ == "person" {
		switch article(t, m.head) {
		case "das", "dem", "des", "ein", "eine", "einem", "einen", "eines":
			return false
		case "die":
			if !strings.HasSuffix(w.Form, "in") && !feminine(w.Lemma) && !strings.HasSuffix(w.Form, "e") {
				return true // a masculine noun: "die Kommunisten"
			}
		}
	}
	return w.Feats.Is(report.Number, "Plur")
}
