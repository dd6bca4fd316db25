package reading

import "depesche/report"

// joinKinds makes one mention of a noun for what a state or organisation is and
// the name that follows it: "das Nachbarland Kenia", "die Terrorgruppe Boko
// Haram", "the Gulf state of Qatar".
func (d *doc) joinKinds() {
	for s := range d.trees {
		t := &d.trees[s]
		for w := range t.words {
			if t.words[w].UPOS != report.NOUN || d.mentionAt(s, w) != nil {
				continue
			}
			n := d.nameOfKind(s, w)
			if n == nil || !d.isKindOf(&t.words[w], n.ents[0]) {
				continue
			}
			d.absorb(d.add(mention{sent: s, head: w, first: w, last: w, kind: byName}), n)
		}
	}
}

// isKindOf says whether a noun can say what a state or organisation is.
func (d *doc) isKindOf(x *report.Word, e *entity) bool {
	if e.isState() {
		return d.isStateNoun(x)
	}
	return d.isClass(x, "@org-noun")
}

// isKind says whether a word is a noun for what a state or organisation is.
func (d *doc) isKind(x *report.Word) bool {
	return x.UPOS == report.NOUN && (d.isStateNoun(x) || d.isClass(x, "@org-noun"))
}

// headsName says whether a word is the noun for its kind in a mention that goes
// on with a name.
func (d *doc) headsName(m *mention, w int) bool {
	return w == m.first && w < m.last && d.isKind(&d.trees[m.sent].words[w])
}

// nameOfKind is the name of a state or organisation that stands right behind a noun
// and hangs on it; in English "of" may stand between.
func (d *doc) nameOfKind(s, w int) *mention {
	t := &d.trees[s]
	k := w + 1
	if d.lex.Lang == "en" && k < len(t.words) && t.words[k].Form == "of" && d.isStateNoun(&t.words[w]) {
		k++
	}
	if k >= len(t.words) {
		return nil
	}
	n := d.mentionAt(s, k)
	if n == nil || n.first != k || n.kind != byName || len(n.ents) != 1 || n.ents[0].isPerson() || t.head(n.head) != w && t.head(w) != n.head {
		return nil
	}
	if d.lex.Lang == "de" && genitiveName(t, n) || d.lex.Lang == "en" && t.saxon(n.head) {
		return nil
	}
	return n
}
