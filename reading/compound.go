package reading

import "strings"

// compoundOwner is the mention by which a compound names an entity in its
// first part: "US-Angriff", "Ukraine-Krieg", "EU sanctions" as one token. The
// entity is the mention's owner. It is nil for words without one.
func (d *doc) compoundOwner(s, w int) *mention {
	if m := d.mentionAt(s, w); m != nil && !d.headsName(m, w) {
		if m.owner != nil && m.first == m.last {
			return m
		}
		return nil
	}
	form := d.trees[s].words[w].Form
	k := strings.IndexByte(form, '-')
	if k < 2 {
		return nil
	}
	e := d.prefixEntity(form[:k])
	if e == nil {
		return nil
	}
	return &mention{sent: s, head: w, first: w, last: w, kind: byAdj, owner: e, ents: []*entity{e}}
}

// compoundModifierIs says whether the compound at f.head begins with one of
// the lemmas: Kriegsverbrecherprozess for Krieg.
func (f *slots) compoundModifierIs(lemmas []string) bool {
	l := f.t.words[f.head].Lemma
	for _, want := range lemmas {
		if len(l) > len(want) && strings.EqualFold(l[:len(want)], want) {
			return true
		}
	}
	return false
}
