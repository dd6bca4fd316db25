package reading

import "depesche/report"

// dativeRelative makes a dative of the relative pronoun "der" behind a feminine
// singular, of which it can be nothing else: "die Regierung, der Kabul Verrat
// vorwirft". The next bare noun is the subject, one that hangs on it the object.
func (m *mender) dativeRelative(i int) {
	t := m.t
	v := t.head(i)
	if r := base(t.rel(i)); r != report.Nsubj && r != report.NsubjPass || lower(t.words[i].Form) != "der" || t.words[i].UPOS != report.PRON || v < i {
		return
	}
	a := t.head(v)
	if a < 0 || a > i || t.rel(v) != report.AclRelcl || !m.feminineOne(a) || m.ofMasculine(a) {
		return
	}
	passive := t.rel(i) == report.NsubjPass
	t.words[i].Rel = report.Iobj
	if passive {
		return
	}
	subject := -1
	for c := t.first[v]; c >= 0 && int(c) < v; c = t.next[c] {
		x := &t.words[c]
		if int(c) <= i || !isNominal(x) || t.caseOf(int(c)) != "" || m.d.inTime(m.sent, int(c)) {
			continue
		}
		switch r := base(x.Rel); {
		case r != report.Obj && r != report.Obl && r != report.Iobj:
		case subject < 0 && !accusativeMarked(t, int(c)):
			subject = int(c)
			x.Rel = report.Nsubj
		default:
			x.Rel = report.Obj
		}
	}
	if subject < 0 {
		return
	}
	if c := t.child(subject, report.Appos); c == subject+1 && t.words[c].UPOS == report.NOUN && t.child(v, report.Obj) < 0 {
		m.hang(c, v, report.Obj)
	}
}

// feminineOne says whether a noun is feminine and singular, by its article or its
// ending.
func (m *mender) feminineOne(w int) bool {
	x := &m.t.words[w]
	if x.UPOS != report.NOUN || !x.Feats.Is(report.Number, "Sing") || !x.Feats.Is(report.Gender, "Fem") {
		return false
	}
	switch article(m.t, w) {
	case "die", "eine", "der", "einer", "diese", "dieser", "seine", "ihre":
		return true
	}
	return feminine(x.Lemma)
}

// ofMasculine says whether a noun belongs to a masculine one that a "der" behind
// it may take up: "der Gouverneur der Provinz, der".
func (m *mender) ofMasculine(w int) bool {
	for h := w; h >= 0; h = m.t.head(h) {
		x := &m.t.words[h]
		if h != w && isNominal(x) && !x.Feats.Is(report.Gender, "Fem") && !x.Feats.Is(report.Gender, "Neut") {
			return true
		}
		if r := base(m.t.rel(h)); r != report.Nmod && r != report.Appos && r != report.Flat {
			return false
		}
	}
	return false
}

// disagrees says whether "das" or "die" cannot take up a noun.
func disagrees(t *tree, pronoun string, w int) bool {
	a := article(t, w)
	switch pronoun {
	case "das":
		return a == "die" || a == "den" || a == "der" || a == "eine" || a == "einer" || a == "einen" || a == "" && feminine(t.words[w].Lemma)
	case "die":
		return a == "das" || a == "dem" || a == "des" || a == "ein" || a == "einem" || a == "eines" || a == "einen"
	}
	return false
}
