package reading

import (
	"slices"
	"strings"

	"depesche/record"
	"depesche/report"
)

// siteIn takes out of the actors of a German noun of an act the places that only
// say where it was: behind "von" ("der Anschlag von Paris", "der Friedensplan von
// Minsk"), in the adjective of a city ("die Pariser Anschläge"), and, of a visit,
// in its compound ("die China-Reise der Kanzlerin"). It gives their states.
func (f *slots) siteIn(c *claim) []party {
	if !c.nominal || c.kind != record.KindEvent || f.d.lex.Lang != "de" {
		return nil
	}
	var site []party
	c.a = slices.DeleteFunc(c.a, func(p party) bool {
		if p.m == nil || p.m.sent != c.sent || !f.onlyWhere(c, p) {
			return false
		}
		if st := f.d.stateOf(p.ent); st != nil && st != p.ent || p.ent.isState() {
			site = append(site, party{ent: st, m: p.m, via: p.via})
		}
		return true
	})
	return site
}

// onlyWhere says whether a party of a noun of an act is where it was.
func (f *slots) onlyWhere(c *claim, p party) bool {
	w := &f.t.words[p.m.head]
	switch {
	case p.m.head == f.head:
		e := p.m.owner
		return c.frame.Mode == "visit" && e != nil && (e.isState() || e.rec.Type == record.TypePlace)
	case len(p.m.ents) != 1:
		return false
	case p.m.kind == byName && f.t.caseOf(f.leader(p.m.head)) == "von":
		e := p.m.ents[0]
		return f.besideIt(p.m.head) || e.rec.Type == record.TypePlace || e.capital ||
			e.isState() && p.m.sector == "GOV" && f.d.isClass(&f.t.words[f.head], "@attack-noun") // "die Anschläge von Brüssel"
	case base(w.Rel) == report.Amod || p.m.kind == byAdj:
		return startsUpper(w.Form) && strings.HasSuffix(w.Form, "er") && p.m.head > 0 // "Pariser", indeclinable
	}
	return false
}

// besideIt says whether a name behind "von" says beside what the act was, and not
// whose it is: "in der Nähe von Damaskus".
func (f *slots) besideIt(w int) bool {
	h := f.t.head(w)
	return h >= 0 && h != f.head && f.t.caseOf(h) == "in"
}

// leader is the word with which a word is coordinated: "von Brüssel und Paris".
func (f *slots) leader(w int) int {
	if h := f.t.head(w); h >= 0 && f.t.rel(w) == report.Conj {
		return h
	}
	return w
}
