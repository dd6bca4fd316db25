package reading

import (
	"depesche/report"
)

// maxComplement is how many words may stand between a title and its bearer's
// name or the comma before it: "the chairman of the board of the World Bank".
const maxComplement = 10

// bearerApart is the person's name that a title does not stand right before:
// in apposition by the tree or between commas, or as its predicate.
func (d *doc) bearerApart(m *mention) *mention {
	for _, find := range [...]func(*mention) *mention{d.nameInApposition, d.nameAcross, d.nameBefore, d.predicateOf, d.becomes} {
		if n := find(m); n != nil {
			return n
		}
	}
	return nil
}

// nameAcross is the person's name that a title has behind what it governs,
// wherever the tree hung it: "der Leiter der Beobachtungsstelle, Karl Weber,
// sagte", "Ambassador to the United States John Weller said".
func (d *doc) nameAcross(m *mention) *mention {
	t := &d.trees[m.sent]
	if d.isPlural(m) {
		return nil
	}
	for k := m.last + 1; k < len(t.words) && k <= m.last+maxComplement; k++ {
		if t.words[k].Form == "," {
			n := d.personFrom(m.sent, k+1)
			if n == nil || k == m.last+1 || !closed(t, n.last+1) || !d.mayBear(m, n) {
				return nil
			}
			return n
		}
		if n := d.personFrom(m.sent, k); n != nil {
			if d.lex.Lang != "en" || k < m.last+3 || t.words[m.last+1].UPOS != report.ADP || !d.bodyEnds(m.sent, k-1) || !d.mayBear(m, n) {
				return nil
			}
			return n
		}
		if !inComplement(t, k) {
			return nil
		}
	}
	return nil
}

// nameBefore is the person's name that a title is set behind between commas:
// "Karl Weber, seit 2014 Leiter der Stelle, sagte".
func (d *doc) nameBefore(m *mention) *mention {
	t := &d.trees[m.sent]
	if d.isPlural(m) {
		return nil
	}
	k := m.first - 1
	for ; k > 0 && k > m.first-maxComplement && inComplement(t, k); k-- {
	}
	if k < 1 || t.words[k].Form != "," || d.lex.Lang == "de" && k == m.first-2 && t.words[k+1].UPOS == report.ADP {
		return nil
	}
	n := d.mentionAt(m.sent, k-1)
	if n == nil || n.last != k-1 || n.last == n.first || d.personAt(m.sent, n.head) != n || !d.mayBear(m, n) {
		return nil
	}
	for k = m.last + 1; k < len(t.words) && k <= m.last+maxComplement && inComplement(t, k); k++ {
	}
	if !closed(t, k) {
		return nil
	}
	return n
}

// personFrom is the full name of a person, or of somebody unknown, that starts
// at a word.
func (d *doc) personFrom(s, k int) *mention {
	if k >= len(d.trees[s].words) {
		return nil
	}
	n := d.mentionAt(s, k)
	if n == nil || n.first != k || n.first == n.last || d.personAt(s, n.head) != n {
		return nil
	}
	return n
}

// bodyEnds says whether a state or an organisation is named up to a word.
func (d *doc) bodyEnds(s, k int) bool {
	x := d.mentionAt(s, k)
	return x != nil && x.last == k && len(x.ents) == 1 && !x.ents[0].isPerson() && x.kind == byName
}

// mayBear says whether a title can be that of a known person: the state that it
// names is not another one than the person's.
func (d *doc) mayBear(m, n *mention) bool {
	e := n.ents[0]
	if n.kind != byName || e.rec.State == "" {
		return true
	}
	state, owner := d.roleState(m)
	return state == "" || state == e.rec.State || owner != nil && (!owner.isState() || m.role.code == "ambassador")
}

// inComplement says whether a word can stand in what a title governs.
func inComplement(t *tree, k int) bool {
	switch t.words[k].UPOS {
	case report.ADP, report.DET, report.ADJ, report.NOUN, report.PROPN, report.NUM, report.PART:
		return true
	}
	switch t.words[k].Form {
	case "-", "„", "“", "»", "«", `"`:
		return true
	}
	return false
}

// closed says whether an apposition ends before word k.
func closed(t *tree, k int) bool {
	if k >= len(t.words) {
		return true
	}
	switch t.words[k].Form {
	case ",", ".", "(", ")", ";", "–", ":":
		return true
	}
	return false
}

// predicateOf is the person's name that a title is said of with a copula: "Karl
// Weber ist Leiter der Stelle".
func (d *doc) predicateOf(m *mention) *mention {
	t := &d.trees[m.sent]
	c := t.child(m.head, report.Cop)
	s := t.child(m.head, report.Nsubj)
	if c < 0 || s < 0 || t.rel(m.head) != report.Root || d.negatedAt(m.sent, m.head) {
		return nil
	}
	if a := t.child(m.head, report.Aux); a >= 0 && t.words[a].Lemma != "have" || a < 0 && t.words[c].Feats.Is(report.Tense, "Past") {
		return nil
	}
	n := d.personAt(m.sent, s)
	if n == nil || n.first == n.last && n.kind != byName {
		return nil
	}
	return n
}

// becomes is the person's name that a verb of becoming or appointing gives a
// title: "Karl Weber wurde zum Minister ernannt", "Jane Weller became mayor".
func (d *doc) becomes(m *mention) *mention {
	t := &d.trees[m.sent]
	v := t.head(m.head)
	if v < 0 || !isVerb(&t.words[v]) || d.negatedAt(m.sent, v) {
		return nil
	}
	subject := report.NsubjPass
	if d.isClass(&t.words[v], "@becoming") {
		subject = report.Nsubj
	} else if !d.isClass(&t.words[v], "@appointing") {
		return nil
	}
	switch base(t.rel(m.head)) {
	case report.Xcomp, report.Obj:
	case report.Obl:
		if p := t.caseOf(m.head); p != "as" && p != "als" && p != "zu" {
			return nil
		}
	default:
		return nil
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if base(t.rel(int(c))) == report.Aux && d.isModal(&t.words[c]) {
			return nil
		}
	}
	if n := d.personAt(m.sent, t.child(v, subject)); n != m {
		return n
	}
	return nil
}

// isModal says whether an auxiliary is a modal verb or one of the future.
func (d *doc) isModal(w *report.Word) bool {
	switch w.Lemma {
	case "be", "have", "do", "sein", "haben":
		return false
	}
	return w.Lemma != "werden" || w.Rel != report.AuxPass
}

// negatedAt says whether a particle of negation hangs on a word.
func (d *doc) negatedAt(s, w int) bool {
	t := &d.trees[s]
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if negates(&t.words[c]) {
			return true
		}
	}
	return false
}
