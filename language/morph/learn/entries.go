package learn

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"depesche/report"
)

// reading is one reading of a form.
type reading struct {
	upos  report.UPOS
	feats report.Feats
	name  report.NameTag
	edit  edit
}

// edit makes the lemma of the form; see package morph.
type edit struct {
	at     int
	infix  string
	cut    int
	append string
}

// entries are the readings of each form.
type entries map[string][]reading

func (e entries) add(form, lemma string, r reading) {
	if form == "" || strings.IndexByte(form, 0) >= 0 {
		return
	}
	r.edit = editOf(form, lemma)
	if !slices.Contains(e[form], r) {
		e[form] = append(e[form], r)
	}
}

// editOf finds the edit: cut and append, unless taking out "zu" or "ge" within the
// form leaves less to do.
func editOf(form, lemma string) edit {
	best := suffixEdit(form, lemma)
	for _, infix := range []string{"zu", "ge"} {
		for at := 0; at+len(infix) < len(form); at++ {
			if form[at:at+len(infix)] != infix || at >= len(lemma) || form[:at] != lemma[:at] {
				continue
			}
			e := suffixEdit(form[:at]+form[at+len(infix):], lemma)
			if e.cut+len(e.append)+2 < best.cut+len(best.append) {
				best = edit{at, infix, e.cut, e.append}
			}
		}
	}
	return best
}

func suffixEdit(form, lemma string) edit {
	n := 0
	for n < min(len(form), len(lemma)) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(form) && form[n]&0xc0 == 0x80 || n < len(lemma) && lemma[n]&0xc0 == 0x80) {
		n-- // not within a letter
	}
	return edit{cut: len(form) - n, append: lemma[n:]}
}

// sorted are the forms and, of each, the readings in a fixed order.
func (e entries) sorted() []string {
	forms := slices.Sorted(maps.Keys(e))
	for _, f := range forms {
		slices.SortFunc(e[f], compareReadings)
	}
	return forms
}

func compareReadings(a, b reading) int {
	return cmp.Or(cmp.Compare(a.upos, b.upos), cmp.Compare(a.feats, b.feats), cmp.Compare(a.name, b.name),
		cmp.Compare(a.edit.at, b.edit.at), cmp.Compare(a.edit.infix, b.edit.infix), cmp.Compare(a.edit.cut, b.edit.cut), cmp.Compare(a.edit.append, b.edit.append))
}
