package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

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

// callsOnNobody says whether a German verb of urging has nobody whom it urges, so
// that its subject is not to do what its infinitive says: "rief dazu auf, die
// Geiseln freizulassen".
func (f *slots) callsOnNobody(g *slots, h int) bool {
	if f.d.lex.Lang != "de" || g.passive || !f.d.isClass(&f.t.words[h], "@urging") {
		return false
	}
	return g.get(lexicon.Obj) < 0 && g.get(lexicon.Dat) < 0
}

// predicative says whether a German adjective with a phrase of its own is what a
// verb makes of its object: "machte die Miliz für den Anschlag verantwortlich".
func (f *slots) predicative(i int) bool {
	w := &f.t.words[i]
	return f.d.lex.Lang == "de" && w.UPOS == report.ADJ && base(w.Rel) == report.Xcomp && f.t.child(i, report.Cop, report.Nsubj, report.Mark) < 0
}
