package reading

// ownTitle keeps the title with which a person's name begins, so that the noun
// alone means the same person later: "Papst Franziskus … der Papst".
func (d *doc) ownTitle(m *mention) {
	if m.kind != byName || m.first == m.last || len(m.ents) != 1 || !m.ents[0].isPerson() {
		return
	}
	w := &d.trees[m.sent].words[m.first]
	if r, ok := d.roleNoun(w.Lemma, w.Form); ok {
		m.ents[0].titles = append(m.ents[0].titles, r.Lemma)
	}
}
