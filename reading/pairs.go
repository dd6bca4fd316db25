package reading

import (
	"depesche/record"
	"depesche/report"
)

// statesBefore are the states whose adjectives stand coordinated before a role
// noun: "senior Hungarian and Romanian officials". Fewer than two is nil.
func (d *doc) statesBefore(m *mention) []*entity {
	t := &d.trees[m.sent]
	w := m.first - 1
	for n := 0; w >= 0 && n < 2 && t.words[w].UPOS == report.ADJ && d.mentionAt(m.sent, w) == nil; n++ {
		w--
	}
	var out []*entity
	for w >= 0 {
		x := d.mentionAt(m.sent, w)
		if x == nil || x.last != w || len(x.ents) != 1 || !x.ents[0].isState() || t.saxon(x.head) {
			break
		}
		out = append([]*entity{x.ents[0]}, out...)
		w = x.first - 1
		if w < 1 || !links(t, w) {
			break
		}
		w--
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// owningTwo are the two states that a role noun in the plural belongs to where they
// are only taken up: "the two countries' foreign ministers", "both governments".
func (d *doc) owningTwo(m *mention) []*entity {
	t := &d.trees[m.sent]
	if d.lex.Lang != "en" {
		return nil
	}
	if d.isBoth(t, m.head) && m.role.typ == "organisation" && m.role.sector == "GOV" {
		return d.lastStates(m.sent, m.head, 2)
	}
	for c := t.first[m.head]; c >= 0; c = t.next[c] {
		w, p := int(c), t.caseOf(int(c))
		if base(t.rel(w)) != report.Nmod || p != "" && p != "of" || !d.isClass(&t.words[w], "@both-noun") || !d.isClass(&t.words[w], "@state-noun") {
			continue
		}
		if d.isBoth(t, w) || p == "" && t.words[w].Feats.Is(report.Number, "Plur") && article(t, w) == "the" {
			return d.lastStates(m.sent, w, 2)
		}
	}
	return nil
}

// links says whether a word coordinates those around it.
func links(t *tree, w int) bool {
	switch lower(t.words[w].Form) {
	case "and", "und", ",", "or", "oder":
		return true
	}
	return false
}

// bearers are the entities of a plural role noun of several states.
func (d *doc) bearers(m *mention, states []*entity) []*entity {
	var out []*entity
	for _, st := range states {
		e := d.holder(m, st.rec.State)
		if e == nil {
			e = d.bearer(m, st.rec.State, st, true)
		}
		out = append(out, e)
	}
	return out
}

// placeGroup gives a people without a state of its own the state whose
// adjective stands before it: "Iraqi Kurds".
func (d *doc) placeGroup(m *mention) {
	if len(m.ents) != 1 || m.first == 0 || m.kind == byRole || m.kind == byPronoun {
		return
	}
	e := m.ents[0]
	if e.rec.State != "" || e.rec.Type != record.TypeGroup && e.rec.Type != record.TypeOther {
		return
	}
	x := d.mentionAt(m.sent, m.first-1)
	if x == nil || x.kind != byAdj || len(x.ents) != 1 || !x.ents[0].isState() {
		return
	}
	st := x.ents[0].rec.State
	rec := e.rec
	rec.ID, rec.State = d.localID(rec.Name+" "+st), st
	p := d.entity(rec)
	p.plural, p.lemma = true, e.lemma
	m.ents = []*entity{p}
}

// lastPeople are the n people named last before a word, in its sentence or the
// two before, in the order of the text; nil if there are fewer.
func (d *doc) lastPeople(s, w, n int) []*entity {
	var out []*entity
	for k, i := range d.before(s, w, 2) {
		m := d.mentionAt(k, i)
		if m == nil || m.head != i || m.into != nil || len(m.ents) != 1 || !m.ents[0].isPerson() || containsEntity(out, m.ents[0]) {
			continue
		}
		if out = append([]*entity{m.ents[0]}, out...); len(out) == n {
			return out
		}
	}
	return nil
}

// lastPair are the two bodies of no state that were last coordinated before a
// word: "the army and the militia" are both sides of what is told of them. Nil
// without any.
func (d *doc) lastPair(s, w int) []*entity {
	for k, i := range d.before(s, w, 10) {
		if base(d.trees[k].rel(i)) != report.Conj {
			continue
		}
		a, b := d.bodyAt(k, d.trees[k].head(i)), d.bodyAt(k, i)
		if a != nil && b != nil && a != b {
			return []*entity{a, b}
		}
	}
	return nil
}

// bodyAt is the organisation or group that a word heads, nil if it is another.
func (d *doc) bodyAt(s, w int) *entity {
	m := d.mentionAt(s, w)
	if m == nil || m.head != w || len(m.ents) != 1 {
		return nil
	}
	if e := m.ents[0]; e.rec.Type == record.TypeOrganisation || e.rec.Type == record.TypeGroup {
		return e
	}
	return nil
}

// counted is how many "the three countries" and "die drei Länder" take up, 0 if a
// noun is not definite or has more beside it than a number.
func (d *doc) counted(s, w int) int {
	t := &d.trees[s]
	n, definite := 0, false
	for c := t.first[w]; c >= 0; c = t.next[c] {
		k := &t.words[c]
		switch base(k.Rel) {
		case report.Nummod:
			if v, ok := d.lex.Numbers[lower(k.Form)]; ok && v.Min == v.Max && v.Min < 13 {
				n = int(v.Min)
			}
		case report.Det:
			definite = definite || definiteArticle[lower(k.Form)]
		case report.Nmod, report.AclRelcl, report.Acl:
			return 0
		}
	}
	if !definite {
		return 0
	}
	return n
}

// listBefore are the states of the last list of just n before a word, nil
// without one.
func (d *doc) listBefore(s, w, n int) []*entity {
	for k := s; k >= 0 && k >= s-5; k-- {
		t := &d.trees[k]
		for i := len(t.words) - 1; i >= 0; i-- {
			if k == s && i >= w || base(t.rel(i)) == report.Conj {
				continue
			}
			var buf [12]int
			var out []*entity
			for _, c := range t.conjuncts(i, buf[:0]) {
				if m := d.mentionAt(k, c); m != nil && m.head == c && len(m.ents) == 1 && m.ents[0].isState() && !containsEntity(out, m.ents[0]) {
					out = append(out, m.ents[0])
				}
			}
			if len(out) == n {
				return out
			}
		}
	}
	return d.statesOfPeople(s, w, n)
}

// statesOfPeople are the states that were named or acted for in the two sentences
// before a word, if they are just n.
func (d *doc) statesOfPeople(s, w, n int) []*entity {
	for from := s - 1; from >= 0 && from >= s-2; from-- {
		var out []*entity
		for k := from; k < s; k++ {
			for i := range d.trees[k].words {
				m := d.mentionAt(k, i)
				if m == nil || m.head != i || m.into != nil || len(m.ents) != 1 || m.kind == byRole && m.vague {
					continue
				}
				if st := d.stateOf(m.ents[0]); st != nil && !containsEntity(out, st) {
					out = append(out, st)
				}
			}
		}
		if len(out) == n {
			return out
		}
	}
	return nil
}
