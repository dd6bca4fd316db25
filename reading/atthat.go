package reading

import "depesche/lexicon"

// atThat says whether "dabei" takes up an act of the sentence before, or of the
// same, that a condition asks for behind "bei": "griffen das Lager an. Dabei
// starben 49 Menschen".
func (f *slots) atThat(c *lexicon.Cond) bool {
	if f.d.lex.Lang != "de" || c.Slot != "bei" || len(c.Lemmas) == 0 || c.Not {
		return false
	}
	w := f.get("bei")
	if w < 0 || lower(f.t.words[w].Form) != "dabei" {
		return false
	}
	for i := range f.d.claims {
		if o := &f.d.claims[i]; o.sent >= f.sent-1 && o.sent <= f.sent && o.frame.Type == "ASSAULT" {
			return true
		}
	}
	return false
}
