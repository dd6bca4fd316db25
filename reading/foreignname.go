package reading

// ofAnother says whether a genitive or adjective right before an English word names
// another state than the one given: "Peru's Congress" is not the American one.
func (d *doc) ofAnother(s, i int, state string) bool {
	t := &d.trees[s]
	k := i - 1
	if d.lex.Lang != "en" || k < 0 {
		return false
	}
	if f := t.words[k].Form; k > 0 && (f == "'s" || f == "’s" || f == "'") {
		k--
	}
	m := d.mentionAt(s, k)
	return m != nil && m.last == k && len(m.ents) == 1 && m.ents[0].isState() && m.ents[0].rec.State != state && (m.kind == byAdj || t.saxon(m.head))
}
