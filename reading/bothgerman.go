package reading

import (
	"depesche/record"
	"depesche/report"
)

// resolveBoth settles the German "beide" without a noun, and "die
// Konfliktparteien": the two who were coordinated last, or the last two people.
func (d *doc) resolveBoth(s int) {
	if d.lex.Lang != "de" {
		return
	}
	t := &d.trees[s]
	for w := range t.words {
		if m := d.mentionAt(s, w); m != nil && len(m.ents) > 0 {
			continue
		}
		var two []*entity
		switch {
		case aloneBoth(t, w):
			if two = d.lastCoordinated(s, w); two == nil {
				two = d.lastPeople(s, w, 2)
			}
		case t.words[w].Feats.Is(report.Number, "Plur") && d.isClass(&t.words[w], "@warring") && d.plainDefinite(t, w):
			two = d.lastPair(s, w)
		}
		if two != nil {
			d.add(mention{sent: s, head: w, first: w, last: w, kind: byDefinite, ents: two, vague: true})
		}
	}
}

// aloneBoth says whether a word is a "beide" that stands for a noun: it is what a
// verb is about, and nothing hangs on it.
func aloneBoth(t *tree, w int) bool {
	switch lower(t.words[w].Form) {
	case "beide", "beiden":
	default:
		return false
	}
	h := t.head(w)
	if h < 0 || !isVerb(&t.words[h]) || t.caseOf(w) != "" || w+1 < len(t.words) && t.words[w+1].UPOS == report.NOUN {
		return false
	}
	switch base(t.rel(w)) {
	case report.Nsubj, report.NsubjPass, report.Obj, report.Iobj:
		return true
	}
	return false
}

// lastCoordinated are the two, of this sentence or the one before, that "und"
// joined last: people, states or bodies. Nil without any, or where they were more.
func (d *doc) lastCoordinated(s, w int) []*entity {
	for k, i := range d.before(s, w, 1) {
		t := &d.trees[k]
		if m := d.mentionAt(k, i); m != nil && m.head == i && len(m.ents) == 2 {
			return m.ents
		}
		if base(t.rel(i)) == report.Conj || t.child(i, report.Conj) < 0 {
			continue
		}
		var buf [12]int
		var out []*entity
		for _, c := range t.conjuncts(i, buf[:0]) {
			if e := d.partyAt(k, c); e != nil && !containsEntity(out, e) {
				out = append(out, e)
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// partyAt is the person, state or body that a word heads, nil if it is another.
func (d *doc) partyAt(s, w int) *entity {
	m := d.mentionAt(s, w)
	if m == nil || m.head != w || len(m.ents) != 1 || m.kind == byAdj {
		return nil
	}
	switch e := m.ents[0]; e.rec.Type {
	case record.TypePerson, record.TypeState, record.TypeOrganisation, record.TypeGroup:
		return e
	}
	return nil
}
