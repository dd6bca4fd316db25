package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// attending is who took part in a talk of which the clause names only the other
// side, because the talk is where or when the subject did something else: "sagte
// Xi bei einem Treffen mit Erdogan".
func (f *slots) attending(known []party) []party {
	t := f.t
	h := t.head(f.head)
	if f.d.lex.Lang != "de" || h < 0 || !isVerb(&t.words[h]) {
		return nil
	}
	refused := base(t.rel(f.head)) == report.Obj && f.d.refuses(f.sent, h) // "lehnte Gespräche mit Kiew ab"
	if !refused && (base(t.rel(f.head)) != report.Obl || !occasion[t.caseOf(f.head)]) {
		return nil
	}
	if p := f.get("mit"); !refused && (p < 0 || !f.d.canAct(f.sent, p)) || f.get(lexicon.Owner) >= 0 {
		return nil
	}
	g := slots{}
	g.fill(f.d, f.sent, h)
	if g.passive {
		return nil
	}
	ps := g.slotEntities(lexicon.Subj, nil, known)
	for _, p := range ps {
		if !p.ent.isPerson() && !p.ent.isState() && p.ent.rec.Sector != "GOV" && p.ent.rec.Sector != "COP" && p.ent.rec.Sector != "MIL" {
			return nil
		}
	}
	return ps
}

// refuses says whether a verb rejects what its object names.
func (d *doc) refuses(s, verb int) bool {
	var g slots
	g.fill(d, s, verb)
	fr := g.match(d.lex.Events)
	return fr != nil && fr.Type == "REJECT"
}

// occasion are the German prepositions of a talk at which something else happens.
var occasion = map[string]bool{"bei": true, "nach": true, "vor": true, "während": true, "in": true}
