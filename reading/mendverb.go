package reading

import "depesche/report"

// taggedName makes a verb of a past form in lower case that was taken for a
// name or noun: "NATO reinforced Estonia". What is a name before it is its
// subject, what is one behind it its object.
func (m *mender) taggedName(i int) {
	t := m.t
	w := &t.words[i]
	if i == 0 || w.UPOS != report.PROPN && w.UPOS != report.NOUN || !m.pastForm(i) || t.words[i-1].UPOS != report.PROPN || t.saxon(i-1) || t.child(i, report.Det) >= 0 {
		return
	}
	if h := t.head(i); h >= 0 && h < i && base(w.Rel) == report.Flat {
		w.Head, w.Rel = t.words[h].Head, t.words[h].Rel
		t.words[h].Head, t.words[h].Rel = int16(i), report.Nsubj
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if int(c) > i {
				t.words[c].Head = int16(i)
			}
		}
	} else if h > i || w.Rel != report.Root {
		return
	}
	w.UPOS = report.VERB
	m.changed = true
	m.replant()
	m.arguments(i)
}

// arguments gives a mended verb its subject and object.
func (m *mender) arguments(i int) {
	t := m.t
	object := false
	for c := t.first[i]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch {
		case int(c) < i && x.Rel == report.Compound:
			x.Rel = report.Nsubj
		case int(c) > i && !object && isNominal(x) && t.caseOf(int(c)) == "":
			switch base(x.Rel) {
			case report.Flat, report.Compound, report.Appos, report.Nmod, report.Obj:
				x.Rel, object = report.Obj, true
			}
		}
	}
}

// plainObject makes the only object of a verb that takes just one a direct
// one: "encouraged Sudan to talk", "branded him a liar".
func (m *mender) plainObject(i int) {
	t := m.t
	v := t.head(i)
	if t.rel(i) != report.Iobj || v < 0 || m.d.isClass(&t.words[v], "@ditransitive") {
		return
	}
	t.words[i].Rel = report.Obj
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if int(c) > i && t.words[c].Rel == report.Obj {
			t.words[c].Rel = report.Xcomp
		}
	}
}
