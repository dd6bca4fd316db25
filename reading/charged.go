package reading

import "depesche/lexicon"

// charged makes the accused the subject of the noun that a verb of accusing names:
// "warf der Miliz einen Angriff vor", "beschuldigte die Miliz eines Angriffs".
func (f *slots) charged(g *slots) {
	for _, s := range [...]lexicon.Slot{lexicon.Dat, lexicon.Obj} {
		if x := g.get(s); x >= 0 && x != f.head && f.d.canAct(f.sent, x) {
			f.put(lexicon.Subj, x)
			return
		}
	}
}
