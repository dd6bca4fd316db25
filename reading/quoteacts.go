package reading

import (
	"depesche/report"
)

// reported are words of saying whose content is an act: their clauses are quotations as a
// whole where nothing else in them is one.
func (q *quoter) reported(s int) {
	d := q.d
	for i := range d.heard {
		sp := &d.heard[i]
		if sp.sent != s || sp.found && !q.partly(sp) || sp.speaker < 0 && !d.givesReason(s, sp.word) || sp.frame.Type != "told" || q.covered[sp.word] || d.aside(s, sp.word) || !d.asserted(s, sp.word) {
			continue
		}
		first, last := d.trees[s].extent(sp.word)
		q.add(s, first, last, q.sourceOf(sp), "reported", "act: "+sp.frame.Pattern.Text)
	}
}

// partly says whether the content of a word of saying is only a part of its clause
// in quotation marks: "forderte einen »offenen Umgang« mit der Kirche".
func (q *quoter) partly(sp *speech) bool {
	d := q.d
	if sp.content >= 0 || d.speechMarked(sp.sent, sp.word) || d.isClass(&d.trees[sp.sent].words[sp.word], "@naming") {
		return false
	}
	for i := range d.marks {
		m := &d.marks[i]
		if m.from.sent == sp.sent && m.speech && (m.to.sent > sp.sent || m.from.word > 1 && d.trees[sp.sent].words[m.from.word-2].Form == ":" || d.finiteIn(m)) {
			return false
		}
	}
	for w := range d.trees[sp.sent].words {
		if d.trees[sp.sent].words[w].Form == ":" {
			return false
		}
	}
	return true
}

// givesReason says whether a passive verb names a reason that somebody gives: "Als
// Ursache wurde ein Brand angegeben".
func (d *doc) givesReason(s, w int) bool {
	var f slots
	f.fill(d, s, w)
	return f.passive && f.get("als") >= 0 && d.isClass(&d.trees[s].words[f.get("als")], "@reason")
}

// denied says whether "nicht" takes back a German verb in the passive or under a
// modal: "wollte nicht bestätigen, dass …". Who does not believe something says so.
func (d *doc) denied(s, w int) bool {
	t := &d.trees[s]
	not, open := false, false
	for c := t.first[w]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		not = not || lower(x.Form) == "nicht" && x.Rel == report.Advmod
		open = open || x.Rel == report.AuxPass || x.Rel == report.Aux && wantsOrMay[x.Lemma]
	}
	return d.lex.Lang == "de" && not && open
}

// asserted says whether a German clause tells that an act was done: not that it was
// not, that it could be, or when or why something else was.
func (d *doc) asserted(s, w int) bool {
	t := &d.trees[s]
	if d.lex.Lang != "de" {
		return true
	}
	if base(t.rel(w)) == report.Advcl {
		return false
	}
	for c := t.first[w]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		switch {
		case x.Rel == report.Aux && wantsOrMay[x.Lemma], lower(x.Form) == "nicht" && int(c) < w && x.Rel == report.Advmod:
			return false
		}
	}
	return finite(t, w) || t.rel(w) == report.Conj
}

// wantsOrMay are the modal verbs under which an act is not told as done.
var wantsOrMay = map[string]bool{"können": true, "müssen": true, "wollen": true, "dürfen": true, "mögen": true}

// aside says whether a verb only modifies a noun: "der von der Polizei
// angekündigte Einsatz", "Beobachter, die den Sieg vorhersagten".
func (d *doc) aside(s, w int) bool {
	r := base(d.trees[s].rel(w))
	return r == report.Acl || r == report.Amod
}
