package reading

import (
	"depesche/report"
)

// hearsay is what "soll … haben" tells: somebody says so.
func (q *quoter) hearsay(s int) {
	d := q.d
	t := &d.trees[s]
	if d.lex.Lang != "de" || q.anyCovered() {
		return
	}
	for w := range t.words {
		x := &t.words[w]
		if x.Lemma != "sollen" || !x.Feats.Is(report.VerbForm, "Fin") || x.Rel != report.Aux || x.Feats.Is(report.Tense, "Past") {
			continue
		}
		h := t.head(w)
		if h < 0 || !toldAsPast(t, h) && (d.aside(s, h) || !q.toldBefore(s)) {
			continue
		}
		first, last := t.extent(h)
		if n := len(q.out); n > 0 && q.out[n-1].form == "hearsay" && q.out[n-1].to.sent == s-1 {
			q.out[n-1].to = place{s, d.lastWord(s)} // the same source tells on
			return
		}
		var who source
		_, by := q.voiceBy(s)
		if s > 0 && len(q.spoke[s-1].spans) == 0 && d.wants(s-1) {
			who, _ = q.leading(s - 1)
		} else if by == afterAct {
			return // nobody has said anything
		} else {
			who = q.lastSource(s)
		}
		q.add(s, first, last, who, "hearsay", "sollen with a perfect infinitive"+by)
		return
	}
}

// toldBefore says whether the sentence before is somebody's words, or what somebody
// wants, so that "soll" goes on telling what that source plans.
func (q *quoter) toldBefore(s int) bool {
	for i := len(q.out) - 1; i >= 0 && q.out[i].to.sent >= s-1; i-- {
		if q.out[i].to.sent == s-1 {
			return true
		}
	}
	return s > 0 && q.d.wants(s-1)
}

// wants says whether a sentence tells what somebody who can speak wants: "Die
// Partei will …".
func (d *doc) wants(s int) bool {
	t := &d.trees[s]
	for w := range t.words {
		if x := &t.words[w]; x.Lemma == "wollen" && x.Rel == report.Aux && t.head(w) == t.root && x.Feats.Is(report.VerbForm, "Fin") {
			f := d.subjectOf(s, t.root)
			return f >= 0 && (d.canSpeak(s, f) || someone(&t.words[f]))
		}
	}
	return false
}

// toldAsPast says whether a verb under a modal is told as past.
func toldAsPast(t *tree, h int) bool {
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if l := lower(t.words[c].Form); (t.words[c].Rel == report.Aux || t.words[c].Rel == report.AuxPass || t.words[c].Rel == report.Cop) && (l == "haben" || l == "sein" || l == "worden") {
			return true
		}
	}
	return false
}
