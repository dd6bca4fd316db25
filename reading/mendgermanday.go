package reading

import (
	"strings"

	"depesche/report"
)

// dayPart says whether a word is a German part of a day of the week: "Montagfrüh",
// "Sonntagnacht".
func dayPart(form string) bool {
	for _, day := range [...]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"} {
		rest, ok := strings.CutPrefix(form, day)
		if !ok {
			continue
		}
		switch rest {
		case "", "früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht":
			return true
		}
	}
	return false
}

// dayArgument makes a bare part of a day an adverbial where it was taken for subject
// or object: "Sonntagnacht verhaftete die Polizei Studenten". The first object
// behind the verb that may be one is the subject then.
func (m *mender) dayArgument(i int) {
	t := m.t
	w := &t.words[i]
	v := t.head(i)
	r := base(t.rel(i))
	if r != report.Nsubj && r != report.NsubjPass && r != report.Obj || v < 0 || !isVerb(&t.words[v]) || !dayPart(w.Form) || t.child(i, report.Det, report.Amod) >= 0 {
		return
	}
	w.Rel, w.UPOS = report.Obl, report.NOUN
	if r != report.Nsubj || t.child(v, report.Nsubj) >= 0 {
		return
	}
	subject := false
	for c := t.first[v]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		if int(c) < v || !isNominal(x) || t.caseOf(int(c)) != "" || accusativeMarked(t, int(c)) && !subject {
			continue
		}
		switch rel := base(x.Rel); {
		case rel == report.Obj && !subject:
			x.Rel, subject = report.Nsubj, true
		case subject && (x.Rel == report.OblArg || rel == report.Iobj) && !dativeMarked(t, int(c)):
			x.Rel = report.Obj
		}
	}
}
