package reading

import (
	"strings"

	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// claim is an act or a relation on its way to a record: a line of the lexicon
// that a word matched, with its parties.
type claim struct {
	sent, word int
	frame      *lexicon.Frame
	kind       record.Kind
	a, b       []party
	commit     commitment
	nominal    bool
	drop       bool
}

// findClaims matches every word against the lines of acts and relations.
func (d *doc) findClaims() {
	var f slots
	for s := range d.trees {
		for w := range d.trees[s].words {
			if d.inName(s, w) || kindOf(&d.trees[s].words[w]) == 0 {
				continue
			}
			d.claimsAt(&f, s, w)
		}
	}
	d.dropStationed()
	d.blameDoers()
	d.borrowRecipients()
	d.fillOccasions()
	d.dropFolded()
	d.dropDoubles()
	d.dropNominals()
	d.dropLeisure()
	d.joinHalves()
	d.fillHosts()
	d.fillImplied()
	d.dropUnknown()
	d.dropEmpty()
}

// inName says whether a word is part of a name, which codes nothing.
func (d *doc) inName(s, w int) bool {
	m := d.mentionAt(s, w)
	return m != nil && (m.kind == byName || m.kind == byUnknown) && !d.headsName(m, w)
}

func (d *doc) claimsAt(f *slots, s, w int) {
	x := &d.trees[s].words[w]
	if auxiliary(x) && x.Rel != report.Cop || d.modifies(s, w) || d.onlyHedges(s, w) || x.UPOS != report.VERB && d.lex.Lang == "en" && startsUpper(x.Form) && d.inTime(s, w) {
		return
	}
	f.fill(d, s, w)
	if fr := f.match(d.lex.Events); fr != nil && fr.Type != "NONE" && !d.onlyLabels(s, w) {
		d.addClaim(f, fr, record.KindEvent)
	}
	if fr := f.match(d.lex.Relations); fr != nil && fr.Type != "NONE" {
		d.addClaim(f, fr, record.KindRelation)
	}
}

// modifies says whether an English noun only modifies the next: "war games",
// "truce monitors" assert neither war nor truce.
func (d *doc) modifies(s, w int) bool {
	t := &d.trees[s]
	if x := &t.words[w]; d.lex.Lang == "en" && w > 0 && x.Rel == report.Amod && t.words[w-1].Form == "-" && strings.HasSuffix(x.Form, "ing") {
		return true // "record-breaking"
	}
	return d.lex.Lang == "en" && t.rel(w) == report.Compound && t.head(w) > w && t.words[w].UPOS == report.NOUN && isNominal(&t.words[t.head(w)])
}

// onlyHedges says whether an attributive adjective or participle only says how sure
// its noun is: "suspected terrorists" are accused by nobody.
func (d *doc) onlyHedges(s, w int) bool {
	t := &d.trees[s]
	x := &t.words[w]
	if x.Rel != report.Amod {
		return false
	}
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if t.caseOf(int(c)) != "" {
			return false // "the measures demanded by Poland"
		}
	}
	return slices.ContainsFunc(d.statusLines(x), func(fr *lexicon.Frame) bool { return fr.Kind == lexicon.Adjective && scopeHas(fr, lexicon.Head) })
}

// onlyLabels says whether a noun only is what somebody calls something else:
// "stufte die Taten als Völkermord ein". That is no act; a relation it may be.
func (d *doc) onlyLabels(s, w int) bool {
	t := &d.trees[s]
	h := t.head(w)
	return h >= 0 && t.words[w].UPOS == report.NOUN && d.isClass(&t.words[h], "@labelling") && (t.caseOf(w) == "als" || t.caseOf(w) == "as")
}

func auxiliary(w *report.Word) bool {
	return w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop
}

func (d *doc) addClaim(f *slots, fr *lexicon.Frame, kind record.Kind) {
	c := claim{sent: f.sent, word: f.head, frame: fr, kind: kind, nominal: fr.Kind == lexicon.Noun}
	c.a = f.entities(fr.A, f.sufferers(fr))
	if len(c.a) == 0 {
		c.a = f.repair(fr.A, nil)
	}
	if fr.Type == "PROTEST" && c.nominal && f.d.lex.Lang == "en" {
		c.a = f.protesters(c.a)
	}
	if fr.Type == "part_of" {
		asPlaces(c.a)
	}
	site := f.siteIn(&c)
	c.b = f.entities(fr.B, c.a)
	if len(c.b) == 0 && len(site) > 0 && (fr.Type == "ASSAULT" || fr.Mode == "visit") {
		c.b = site
	}
	if len(c.b) == 0 {
		c.b = f.repair(fr.B, c.a)
	}
	if len(c.b) == 0 && kind == record.KindEvent && f.d.lex.Lang == "de" && mentions(fr.B, lexicon.Dat) {
		c.b = f.entities(lexicon.SlotExpr{{lexicon.Obj}}, c.a) // a dative without a mark: "werfen China Spionage vor"
	}
	if c.nominal && kind == record.KindEvent && mutual[fr.Type] && len(c.a) == 1 {
		for _, with := range []lexicon.Slot{"mit", "with"} {
			e := lexicon.SlotExpr{{with}}
			known := append(slices.Clone(c.a), c.b...)
			others := f.entities(e, known)
			if len(others) == 0 {
				others = f.repair(e, known)
			}
			c.a = append(c.a, others...)
		}
	}
	if c.nominal && (fr.Type == "CONSULT" || fr.Type == "ASSAULT" && mentions(fr.A, "mit")) && len(c.a) == 1 && len(c.b) == 0 {
		c.a = append(c.a, f.attending(c.a)...)
	}
	if f.d.lex.Lang == "en" && c.nominal && kind == record.KindEvent && mutual[fr.Type] && len(c.a) == 1 && len(c.b) == 0 && mentions(fr.A, "with") {
		c.a = append(f.otherSide(c.a), c.a...)
	}
	if f.d.lex.Lang == "en" && c.nominal && fr.Type == "CONSULT" && len(c.a) == 0 && len(c.b) > 0 && beside[f.t.caseOf(f.head)] {
		c.a = f.otherSide(c.b)
	}
	if c.nominal && kind == record.KindEvent && len(c.b) == 0 {
		c.b = f.targets(c.a)
	}
	if c.nominal && kind == record.KindEvent && len(c.a) == 0 && !sharesEntity(c.b, f.entities(lexicon.SlotExpr{{lexicon.Subj}}, nil)) {
		c.a = f.entities(lexicon.SlotExpr{{lexicon.Subj}}, c.b)
	}
	if kind == record.KindEvent && len(c.a) == 0 && f.bareAttribute() {
		return
	}
	d.claims = append(d.claims, c)
}

// bareAttribute says whether a German participle stands alone before its noun and
// only says who is meant: "die getöteten Soldaten". With a phrase of its own it tells
// the act: "der am Freitag festgenommene Student".
func (f *slots) bareAttribute() bool {
	w := &f.t.words[f.head]
	return f.d.lex.Lang == "de" && w.UPOS == report.ADJ && w.Rel == report.Amod && f.t.first[f.head] < 0
}

// asPlaces makes parties that stand for the state of a place the place again:
// Crimea is part of Ukraine.
func asPlaces(ps []party) {
	for i := range ps {
		if m := ps[i].m; m != nil && len(m.ents) == 1 && m.ents[0].rec.Type == record.TypePlace {
			ps[i].ent = m.ents[0]
		}
	}
}

// dropEmpty leaves out acts of which the text names neither side.
func (d *doc) dropEmpty() {
	for i := range d.claims {
		if c := &d.claims[i]; c.kind == record.KindEvent && !named(c) && !d.tells(c) || len(c.a)+len(c.b) == 0 {
			c.drop = true
		}
	}
}

// named says whether the text names anybody in the act, or its word implies who
// does it.
func named(c *claim) bool {
	return len(c.a) > 0 || slices.ContainsFunc(c.b, func(p party) bool { return !p.implied })
}

// mentions says whether a slot expression names a slot.
func mentions(e lexicon.SlotExpr, slot lexicon.Slot) bool {
	for _, union := range e {
		if slices.Contains(union, slot) {
			return true
		}
	}
	return false
}
