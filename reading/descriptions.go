package reading

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"depesche/record"
	"depesche/report"
)

var bothWords = map[string]bool{"beide": true, "beiden": true, "beider": true, "both": true, "two": true, "zwei": true}

// resolveDescriptions settles "beide Länder", "both sides", "the alliance",
// "das Land": nouns of the classes @both-noun, @state-noun and @org-noun.
func (d *doc) resolveDescriptions(s int) {
	t := &d.trees[s]
	d.describe(s, func(w int) []*entity {
		if x := &t.words[w]; d.isClass(x, "@both-noun") && d.isBoth(t, w) {
			if d.isClass(x, "@sides") {
				if two := d.lastPair(s, w); two != nil {
					return two
				}
			}
			return d.lastStates(s, w, 2)
		} else if d.isClass(x, "@org-noun") && d.plainDefinite(t, w) {
			return d.lastOrganisation(s, w)
		}
		return nil
	})
}

// resolveStates settles "das Land", before the role nouns that belong to it:
// "das Militär des Landes".
func (d *doc) resolveStates(s int) {
	d.describe(s, func(w int) []*entity {
		x := &d.trees[s].words[w]
		state := d.isStateNoun(x)
		if m := d.compoundOwner(s, w); state && m != nil && !m.owner.isState() {
			if x.Feats.Is(report.Number, "Plur") {
				return []*entity{m.owner} // "die Ecowas-Staaten"
			}
			return nil
		}
		if (state || d.isClass(x, "@sides")) && d.isClass(x, "@both-noun") {
			if n := d.counted(s, w); n > 2 {
				return d.listBefore(s, w, n) // "the three countries"
			}
		}
		if state && !d.isBoth(&d.trees[s], w) && d.statelyDefinite(s, w) {
			return d.lastStates(s, w, 1)
		}
		return nil
	})
}

// resolveOwners settles "the group" in "the group's spokesman", before the role nouns
// that belong to it.
func (d *doc) resolveOwners(s int) {
	if d.lex.Lang != "en" {
		return
	}
	t := &d.trees[s]
	d.describe(s, func(w int) []*entity {
		if m := d.mentionAt(s, w); m != nil && m.kind != byRole || base(t.rel(w)) != report.Nmod || !d.ownsBody(s, w) {
			return nil
		}
		return d.lastOrganisation(s, w)
	})
}

// ownsBody says whether a definite noun for an organisation is the owner of somebody
// with a role: "the group's spokesman".
func (d *doc) ownsBody(s, w int) bool {
	t := &d.trees[s]
	h := t.head(w)
	if h < w || !d.isClass(&t.words[w], "@org-noun") || !d.plainDefinite(t, w) || !t.saxon(w) {
		return false
	}
	m := d.mentionAt(s, h)
	return m != nil && m.kind == byRole
}

// describe adds mentions for the nouns that stand for somebody named before.
func (d *doc) describe(s int, meant func(w int) []*entity) {
	t := &d.trees[s]
	for w := range t.words {
		if t.words[w].UPOS != report.NOUN || d.mentionAt(s, w) != nil && len(d.mentionAt(s, w).ents) > 0 {
			continue
		}
		ents := meant(w)
		if len(ents) > 0 {
			d.add(mention{sent: s, head: w, first: w, last: w, kind: byDefinite, ents: ents, vague: true})
		}
	}
}

func (d *doc) isClass(w *report.Word, class string) bool {
	for _, l := range d.lex.Classes[class] {
		if l == w.Lemma || l == w.Form {
			return true
		}
	}
	return false
}

// isBoth says whether a noun speaks of two who were named: "beide Länder", "die
// zwei Minister"; "zwei Menschen" were not.
// headed says whether a noun is one of a class, or a compound with one for its
// head.
func (d *doc) headed(w *report.Word, class string) bool {
	return slices.ContainsFunc(d.lex.Classes[class], func(l string) bool { return w.Lemma == l || germanIs(w, l) })
}

func (d *doc) isBoth(t *tree, w int) bool {
	both, two, definite := false, false, false
	for c := t.first[w]; c >= 0; c = t.next[c] {
		switch f := lower(t.words[c].Form); {
		case f == "zwei" || f == "two":
			two = true
		case bothWords[f]:
			both = true
		case definiteArticle[f] || f == "these":
			definite = true
		}
	}
	return both || two && definite
}

// plainDefinite says whether a noun has a definite article and nothing that
// names whose it is.
func (d *doc) plainDefinite(t *tree, w int) bool {
	definite := false
	for c := t.first[w]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch base(x.Rel) {
		case report.Det:
			definite = definiteArticle[lower(x.Form)]
		case report.Nmod, report.Amod, report.Flat, report.Appos, report.AclRelcl:
			return false
		}
	}
	return definite
}

// isStateNoun says whether a noun, or the head of a German compound, stands for
// a state: "die frühere Sowjetrepublik".
func (d *doc) isStateNoun(x *report.Word) bool {
	if d.isClass(x, "@state-noun") {
		return true
	}
	if d.lex.Lang != "de" {
		return false
	}
	for _, l := range d.lex.Classes["@state-noun"] {
		if len(l) > 4 && germanIs(x, l) {
			return true
		}
	}
	return false
}

// statelyDefinite says whether a noun for a state is definite and says by no
// modifier that it is another state than the one spoken of.
func (d *doc) statelyDefinite(s, w int) bool {
	t, definite := &d.trees[s], false
	for c := t.first[w]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch base(x.Rel) {
		case report.Det:
			definite = definiteArticle[lower(x.Form)]
		case report.Amod:
			if m := d.mentionAt(s, int(c)); d.isClass(x, "@elsewhere") || x.UPOS == report.NUM || m != nil && len(m.ents) > 0 {
				return false
			}
		case report.Compound:
			if m := d.mentionAt(s, int(c)); m != nil && len(m.ents) > 0 {
				return false // "the Belarus government"
			}
		case report.Nmod, report.Flat, report.Appos, report.AclRelcl, report.Acl:
			return false
		}
	}
	return definite
}

var definiteArticle = map[string]bool{"the": true, "this": true, "der": true, "die": true, "das": true, "dem": true, "den": true, "des": true, "diese": true, "diesem": true, "dieser": true, "dieses": true}

// lastStates are the n states that matter most before word w, in the order of
// the text: each mention counts, subjects twice, and fades by sentence.
func (d *doc) lastStates(s, w, n int) []*entity {
	var found []*entity
	weight := map[*entity]float64{}
	for k := max(0, s-10); k <= s; k++ {
		for i := range d.trees[k].words {
			if k == s && i >= w {
				break
			}
			m := d.mentionAt(k, i)
			if m == nil || m.head != i || m.into != nil {
				continue
			}
			for _, e := range m.ents {
				st := d.stateOf(e)
				if st == nil {
					continue
				}
				if !containsEntity(found, st) {
					found = append(found, st)
				}
				p := d.prominence(k, m)
				if n > 1 && m.kind == byRole && !e.isState() {
					p *= unnamed
				}
				weight[st] += p * math.Pow(fading, float64(s-k))
			}
		}
	}
	if len(found) < n {
		return nil
	}
	if home := d.stateByCode(d.home); n == 1 && home != nil && containsEntity(found, home) {
		return []*entity{home} // "das Land" is the one that the report is about
	}
	slices.SortStableFunc(found, func(a, b *entity) int { return cmp.Compare(weight[b], weight[a]) })
	return found[:n]
}

// unnamed is what the police of a state counts where several states are taken up:
// "beide Länder" are such as were named.
const unnamed = 0.25

// fading is what a mention is worth a sentence later.
const fading = 0.5

func (d *doc) prominence(s int, m *mention) float64 {
	switch {
	case m.kind == byAdj:
		return 0.5
	case d.salience(s, m.head) >= 3:
		return 2
	}
	return 1
}

func containsEntity(list []*entity, e *entity) bool {
	for _, x := range list {
		if x == e {
			return true
		}
	}
	return false
}

// lastOrganisation is the organisation named last before word w. "The group"
// and "die Miliz" mean one that is not of states, where one was named.
func (d *doc) lastOrganisation(s, w int) []*entity {
	if w < len(d.trees[s].words) && d.isClass(&d.trees[s].words[w], "@armed-noun") {
		if e := d.lastBody(s, w, false); e != nil {
			return e
		}
	}
	return d.lastBody(s, w, true)
}

// lastBody is the last named organisation or group of the sentence and the
// three before; media do not count, organisations of states only if asked for.
func (d *doc) lastBody(s, w int, ofStates bool) []*entity {
	for k, i := range d.before(s, w, 3) {
		m := d.mentionAt(k, i)
		if m == nil || m.head != i || len(m.ents) != 1 || m.kind == byRole || m.kind == byPronoun {
			continue
		}
		e := m.ents[0]
		if e.rec.Type != record.TypeOrganisation && (e.rec.Type != record.TypeGroup || ofStates) || e.rec.Sector == "MED" {
			continue
		}
		if ofStates || e.rec.Sector != "IGO" && e.rec.Sector != "GOV" {
			return m.ents
		}
	}
	return nil
}

// before are the words before one, the nearest first, of its sentence and of some
// before it: sentence and word.
func (d *doc) before(s, w, sentences int) iter.Seq2[int, int] {
	return func(yield func(s, w int) bool) {
		for k, from := s, w-1; k >= max(0, s-sentences); k-- {
			if k < s {
				from = len(d.trees[k].words) - 1
			}
			for i := from; i >= 0; i-- {
				if !yield(k, i) {
					return
				}
			}
		}
	}
}
