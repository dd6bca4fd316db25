package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// borrowRecipients gives an act of speech that names nobody but its actor the
// party that the act it speaks of is aimed at: "threatened to break relations
// with Russia", "offered to negotiate with Armenia".
func (d *doc) borrowRecipients() {
	if d.lex.Lang != "en" {
		return
	}
	var f slots
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || len(c.a) == 0 || len(c.b) > 0 || !borrows[c.frame.Type] || mutual[c.frame.Type] && len(c.a) > 1 {
			continue
		}
		f.fill(d, c.sent, c.word)
		if c.frame.Type == "THREATEN" && f.get("comp-clause") < 0 {
			c.b = d.conditional(c, c.word) // "threatened war unless the prime minister stepped down"
		}
		if w := f.get("comp-clause"); w >= 0 && w != c.word && !hasFiniteSubject(f.t, w) {
			c.b = d.aimedAt(c, w)
			if len(c.b) == 0 && c.frame.Type == "THREATEN" {
				c.b = d.conditional(c, w)
			}
		}
	}
}

// borrows are the types of acts of speech that speak of what their actor will
// or will not do.
var borrows = map[string]bool{"AGREE": true, "REJECT": true, "THREATEN": true, "CONCEDE": true}

// aimedAt is whom the infinitive at a word is aimed at: the recipient of the
// act that it codes, or of its object's, else the party in its own slots.
func (d *doc) aimedAt(c *claim, w int) []party {
	var f slots
	f.fill(d, c.sent, w)
	for _, at := range []int{w, f.get("comp-clause"), f.get(lexicon.Obj)} {
		if at < 0 {
			continue
		}
		for k := range d.claims {
			o := &d.claims[k]
			if o.sent != c.sent || o.word != at || o.kind != record.KindEvent {
				continue
			}
			ps := slices.DeleteFunc(without(both(o), c.a), func(p party) bool { return p.m != nil && p.m.sent == c.sent && possessedBy(f.t, p.m.head) })
			if len(ps) > 0 {
				return ps
			}
		}
	}
	own := f.get(lexicon.Obj)
	for _, s := range []lexicon.Slot{lexicon.Dat, "against", "with", "to", "from", "on", lexicon.Obj, "in", lexicon.Clause} {
		if s == lexicon.Obj && own >= 0 && possessedBy(f.t, own) {
			continue // "refused to recall its envoy"
		}
		if ps := without(f.slotEntities(s, nil, c.a), c.a); len(ps) > 0 {
			return ps
		}
	}
	return nil
}

// possessedBy says whether a noun has a possessive pronoun: what somebody does to his own
// is aimed at nobody.
func possessedBy(t *tree, w int) bool {
	p := t.child(w, report.NmodPoss, report.DetPoss)
	return p >= 0 && t.words[p].UPOS == report.PRON
}

// conditional is the subject of the condition of a threat: "threatened to stop
// the talks if the United States goes ahead".
func (d *doc) conditional(c *claim, w int) []party {
	t := &d.trees[c.sent]
	for _, h := range []int{w, c.word} {
		for k := t.first[h]; k >= 0; k = t.next[k] {
			p := t.child(int(k), report.Mark)
			if t.rel(int(k)) != report.Advcl || p < 0 {
				continue
			}
			if f := lower(t.words[p].Form); f != "if" && f != "unless" {
				continue
			}
			if s := t.child(int(k), report.Nsubj, report.NsubjPass); s >= 0 {
				return without(d.partiesAt(c.sent, s, nil, c.a), c.a)
			}
		}
	}
	return nil
}

// ownTool says whether a party is only a guess at something of the actor's own
// state: the tanks that it refuses to send.
func ownTool(p party, actors []party) bool {
	if p.m == nil || !p.m.vague {
		return false
	}
	for _, a := range actors {
		if a.ent.rec.State == p.ent.rec.State {
			return true
		}
	}
	return false
}

func without(ps, skip []party) []party {
	var out []party
	for _, p := range ps {
		if !ownTool(p, skip) {
			out = addParty(out, p, skip)
		}
	}
	return out
}

// blameDoers aims what is condemned or criticised at who did it, not at whom it hit:
// "Iran condemned the attack on Norway".
func (d *doc) blameDoers() {
	if d.lex.Lang != "en" {
		return
	}
	var f slots
	for i := range d.claims {
		c := &d.claims[i]
		if c.kind != record.KindEvent || c.frame.Type != "ACCUSE" || c.nominal || len(c.b) == 0 || asksObject(c.frame) || !slices.Contains(c.frame.B[0], lexicon.Obj) {
			continue
		}
		f.fill(d, c.sent, c.word)
		w := f.get(lexicon.Obj)
		for k := range d.claims {
			o := &d.claims[k]
			if w < 0 || o.sent != c.sent || o.word != w || o.kind != c.kind || !o.nominal || o.frame.Type == "ACCUSE" || !hostile[o.frame.Type] && o.frame.Type != "ASSAULT" {
				continue
			}
			if hasAll(both(o), c.b) {
				c.b = without(o.a, c.a)
			}
			break
		}
	}
}

// otherSide is who wants, delays or refuses what the noun names, where it names only
// with whom or to whom: "India delayed talks with Pakistan"; or who does something
// while it goes on: "said during a visit to Kyiv".
func (f *slots) otherSide(known []party) []party {
	t := f.t
	v, r := t.head(f.head), base(t.rel(f.head))
	if v < 0 || !isVerb(&t.words[v]) {
		return nil
	}
	g := slots{}
	g.fill(f.d, f.sent, v)
	switch {
	case r == report.Obl && beside[t.caseOf(f.head)]:
	case r == report.Obj || r == report.NsubjPass || r == report.Obl:
		if fr := g.match(f.d.lex.Events); fr != nil && fr.Type != "REJECT" && !mutual[fr.Type] {
			return nil
		}
	default:
		return nil
	}
	return g.slotEntities(lexicon.Subj, nil, known)
}

// beside are the prepositions by which an act is the time of what its own actor does
// besides.
var beside = map[string]bool{"during": true, "after": true, "before": true, "following": true, "ahead of": true}

// protesters leaves out whom and where a noun of protest only names: "the Portland
// protests", "the George Floyd protests".
func (f *slots) protesters(ps []party) []party {
	return slices.DeleteFunc(ps, func(p party) bool {
		if p.m == nil || p.m.kind != byName && p.m.kind != byUnknown || f.t.words[p.m.head].Rel != report.Compound {
			return false
		}
		return p.ent.isPerson() || len(p.m.ents) == 1 && p.m.ents[0].rec.Type == record.TypePlace
	})
}
