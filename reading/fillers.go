package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// party is an entity in a role of a record, with the mention that names it.
type party struct {
	ent *entity
	m   *mention
	via bool // read off a modifier: "Israeli policies", "Chinas Technologien"
	// implied: the sentence does not name it
	implied bool
}

// entities are the parties that fill a role: the first alternative of the
// slot expression that gives any.
func (f *slots) entities(e lexicon.SlotExpr, skip []party) []party {
	for _, union := range e {
		var out []party
		for _, slot := range union {
			n := len(out)
			out = f.slotEntities(slot, out, skip)
			if len(out) == n && len(union) > 1 && prepositional(slot) {
				out = append(out, f.repair(lexicon.SlotExpr{{slot}}, append(out, skip...))...)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (f *slots) slotEntities(slot lexicon.Slot, out []party, skip []party) []party {
	if slot == lexicon.Obj && f.phrasal && f.get(lexicon.Obj) < 0 && f.get("prt-object") >= 0 {
		slot = "prt-object"
	}
	for _, it := range f.items {
		if it.slot != slot {
			continue
		}
		if slot == lexicon.CompSlot && it.word == f.head || slot == lexicon.Owner && it.word == f.head {
			if m := f.d.compoundOwner(f.sent, f.head); m != nil {
				out = addParty(out, party{ent: m.owner, m: m, via: true}, skip)
			}
			continue
		}
		out = f.d.partiesAt(f.sent, it.word, out, skip)
		if slot == lexicon.Owner && len(out) > 0 {
			return out
		}
	}
	return out
}

// partiesAt are the entities that a word and what is coordinated with it name.
func (d *doc) partiesAt(s, w int, out, skip []party) []party {
	t := &d.trees[s]
	var buf [12]int
	for _, c := range t.conjuncts(w, buf[:0]) {
		out = d.partiesOfWord(s, c, 0, out, skip)
		out = d.stateList(s, c, out, skip)
		out = d.joinedInside(s, c, out, skip)
	}
	return out
}

// joinedInside adds what the parser coordinated with a later word of a name:
// "Präsident Mahmud Abbas und Israels Regierungschef".
func (d *doc) joinedInside(s, w int, out, skip []party) []party {
	m := d.mentionAt(s, w)
	if m == nil || m.first == m.last {
		return out
	}
	t := &d.trees[s]
	for k := m.first; k <= m.last; k++ {
		if k == w {
			continue
		}
		for c := t.first[k]; c >= 0; c = t.next[c] {
			if base(t.words[c].Rel) == report.Conj && int(c) > m.last {
				out = d.partiesAt(s, int(c), out, skip)
			}
		}
	}
	return out
}

// listedBehind adds what a list goes on with under one word of its first name.
func (d *doc) listedBehind(s, w int, m *mention, out, skip []party) []party {
	t := &d.trees[s]
	for c := t.first[w]; c >= 0; c = t.next[c] {
		r := base(t.words[c].Rel)
		if r != report.Appos && r != report.List && r != report.Flat && r != report.Nmod && r != report.Dep || int(c) <= m.last || t.caseOf(int(c)) != "" {
			continue
		}
		x := d.mentionAt(s, int(c))
		if x != nil && x != m && x.head == int(c) && len(x.ents) == 1 && listable(x) && x.ents[0].isPerson() == m.ents[0].isPerson() {
			out = d.partiesAt(s, int(c), out, skip)
		}
	}
	return out
}

// listable says whether a mention names a state, or a person in full, so that
// another behind it is one more of a list and no other name for it.
func listable(m *mention) bool {
	e := m.ents[0]
	return m.kind == byName && e.isState() || (m.kind == byName || m.kind == byUnknown) && e.isPerson() && e.surname != ""
}

// stateList adds states that the parser took for appositions of the first in a
// list: "China, Russland, Indien und …".
func (d *doc) stateList(s, w int, out, skip []party) []party {
	m := d.mentionAt(s, w)
	if m == nil || len(m.ents) != 1 || !listable(m) {
		return out
	}
	for k := m.first; k <= m.last; k++ {
		out = d.listedBehind(s, k, m, out, skip)
	}
	return out
}

// partiesOfWord are the entities that one word names: its own, else those of
// the noun that it counts ("Tausende Demonstranten", "a group of rebels"),
// else those that its modifiers name.
func (d *doc) partiesOfWord(s, w, depth int, out, skip []party) []party {
	t := &d.trees[s]
	if m := d.mentionAt(s, w); m != nil && (len(m.ents) > 0) {
		for _, e := range m.ents {
			out = addParty(out, d.partyOf(e, m), skip)
		}
		return out
	}
	if depth > 3 {
		return out
	}
	n := len(out)
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if counted(t, w, int(c)) {
			out = d.partiesOfWord(s, int(c), depth+1, out, skip)
		}
	}
	if len(out) > n {
		return out
	}
	out = d.modifierParties(s, w, depth, out, skip, false)
	if len(out) == n {
		out = d.modifierParties(s, w, depth, out, skip, true)
	}
	if len(out) == n {
		if m := d.genitiveBehind(s, w); m != nil {
			for _, e := range m.ents {
				p := d.partyOf(e, m)
				p.via = true
				out = addParty(out, p, skip)
			}
		}
	}
	if len(out) == n {
		if m := d.compoundOwner(s, w); m != nil {
			out = addParty(out, party{ent: m.owner, m: m, via: true}, skip)
		}
	}
	return out
}

// modifierParties are the entities that a noun's modifiers name: whose it is
// (adjectives, compounds, genitives), or, asked for apart, where it is from.
func (d *doc) modifierParties(s, w, depth int, out, skip []party, from bool) []party {
	t := &d.trees[s]
	n := len(out)
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if !modifier(t, int(c)) || whence[t.caseOf(int(c))] != from {
			continue
		}
		k := len(out)
		if out = d.partiesOfWord(s, int(c), depth+1, out, skip); from {
			out = slices.DeleteFunc(out, func(p party) bool { return p.ent.rec.Type == record.TypePlace && d.stateOf(p.ent) == nil }) // a sea
		}
		for ; k < len(out); k++ {
			out[k].via = true
		}
	}
	if len(out)-n == 2 && d.lex.Lang == "en" && out[n].ent.isState() && out[n].m.kind == byAdj && !out[n+1].ent.isState() && out[n+1].ent.rec.State == out[n].ent.rec.State {
		return append(out[:n], out[n+1]) // "Israeli army bulldozers"
	}
	return out
}

// whence are the prepositions of a noun that only say where it is.
var whence = map[string]bool{"in": true, "aus": true, "from": true}

// counted says whether c is the noun that w only counts.
func counted(t *tree, w, c int) bool {
	r := base(t.rel(c))
	if r != report.Nmod && r != report.Appos && r != report.Flat {
		return false
	}
	if u := t.words[w].UPOS; u == report.NUM || (u == report.DET || u == report.PRON) && r == report.Nmod && (t.caseOf(c) == "" || t.caseOf(c) == "von") {
		return true // "einer der Anführer", "viele von ihnen"
	}
	switch lower(t.words[w].Lemma) {
	case "tausend", "tausende", "hundert", "hunderte", "dutzend", "dutzende", "million", "gruppe", "reihe", "zahl", "teil", "mehrheit", "mitglied", "vertreter",
		"thousand", "hundred", "dozen", "score", "group", "number", "member", "majority", "most", "representative", "handful", "part":
		return true
	}
	return false
}

// modifier says whether c may name whose the noun is.
func modifier(t *tree, c int) bool {
	switch base(t.rel(c)) {
	case report.Amod, report.Compound, report.Det, report.DetPoss:
		return true
	case report.Nmod:
		switch t.caseOf(c) {
		case "", "von", "of", "in", "aus", "from", "durch", "by":
			return true
		}
	}
	return false
}

func addParty(out []party, p party, skip []party) []party {
	for _, x := range out {
		if x.ent == p.ent {
			return out
		}
	}
	for _, x := range skip {
		if x.ent == p.ent {
			return out
		}
	}
	return append(out, p)
}

// partyOf makes a party of an entity. A place stands for the state that it
// lies in.
func (d *doc) partyOf(e *entity, m *mention) party {
	if e.rec.Type == record.TypePlace {
		if st := d.stateOf(e); st != nil {
			return party{ent: st, m: m, via: m.kind == byAdj}
		}
	}
	return party{ent: e, m: m, via: m.kind == byAdj}
}

// entitiesOf turns parties into the record's form.
func (d *doc) entitiesOf(ps []party) []record.Entity {
	var out []record.Entity
	for _, p := range ps {
		e := d.entityAt(p.ent, p.m)
		e.Implied = p.implied
		out = append(out, e)
	}
	return out
}
