// Package morph knows the forms of a language's words: which parts of speech and
// features a form may have, and its lemma. The knowledge is a dictionary made by
// ./gen (see there for its sources), rules for endings learned from treebanks,
// and, for German, the parting of compounds.
//
// There is one set of features, that of UD German GSD and of EWT and GUM, as far
// as package report keeps it.
package morph

import (
	"fmt"
	"unicode/utf8"

	"depesche/report"
)

// Analysis is one reading of a form.
type Analysis struct {
	Feats report.Feats
	UPOS  report.UPOS
	Name  report.NameTag // of proper nouns: NameBPerson, NameBPlace, NameBOrg or none
	edit  uint32         // index of what makes the lemma of the form
}

// Dict is a language's dictionary. It is not changed by use.
type Dict struct {
	lang       string
	arcs       []arc
	classes    []class
	edits      []edit
	rules      map[string]uint32
	exceptions map[string]string
	particles  map[string]bool
	compounds  compoundRules
}

// class is the readings that many forms share.
type class struct {
	analyses []Analysis
	common   bool // the forms are common in running text
}

// arc is a transition of a minimal automaton over the bytes of forms: the label,
// whether it is the node's last, and the node it leads to. The label 0 tells that
// a form ends at the node; its target is the form's class.
type arc uint32

func (a arc) label() byte    { return byte(a) }
func (a arc) last() bool     { return a&(1<<8) != 0 }
func (a arc) target() uint32 { return uint32(a) >> 9 }

// find gives the form's class, nil if the dictionary does not hold it.
func find[S string | []byte](d *Dict, form S) *class {
	if len(d.arcs) == 0 {
		return nil
	}
	node := uint32(0)
	for i := 0; i < len(form); i++ {
		if form[i] == 0 {
			return nil
		}
		var ok bool
		if node, ok = d.step(node, form[i]); !ok {
			return nil
		}
	}
	if a := d.arcs[node]; a.label() == 0 {
		return &d.classes[a.target()]
	}
	return nil
}

func (d *Dict) step(node uint32, label byte) (uint32, bool) {
	for i := node; ; i++ {
		a := d.arcs[i]
		if a.label() == label {
			return a.target(), true
		}
		if a.last() {
			return 0, false
		}
	}
}

// Analyses appends the readings of the form: those of the dictionary for the form
// as written, for its small form if it begins with a capital, or, if there are
// none, those that its last part or its parts around a particle tell. For a form
// that nothing is known of, it appends none.
func (d *Dict) Analyses(form string, buf []Analysis) []Analysis {
	if c := find(d, form); c != nil {
		buf = append(buf, c.analyses...)
	}
	if small, ok := lowerFirst(form); ok {
		if c := find(d, small.bytes()); c != nil {
			buf = append(buf, c.analyses...)
		}
	}
	if len(buf) > 0 {
		return buf
	}
	c, _ := d.guess(form)
	if c == nil {
		return buf
	}
	return appendGuessed(buf, c, form)
}

// appendGuessed appends the open-class readings that fit the form's first letter.
func appendGuessed(buf []Analysis, c *class, form string) []Analysis {
	capital := isCapital(form)
	for _, a := range c.analyses {
		switch a.UPOS {
		case report.NOUN:
			if capital {
				buf = append(buf, a)
			}
		case report.VERB, report.ADJ, report.ADV:
			if !capital {
				buf = append(buf, a)
			}
		}
	}
	return buf
}

// Common says whether the dictionary itself holds the form and the form is common in
// running text.
func (d *Dict) Common(form string) bool {
	c := find(d, form)
	return c != nil && c.common
}

// Known says whether the dictionary holds the form as written with a reading of
// the part of speech.
func (d *Dict) Known(form string, upos report.UPOS) bool {
	c := find(d, form)
	return c != nil && c.has(upos)
}

func (c *class) has(upos report.UPOS) bool {
	for _, a := range c.analyses {
		if a.UPOS == upos {
			return true
		}
	}
	return false
}

// edit makes a lemma of a form: it takes out the infix ("zu", "ge") at a byte
// offset, cuts bytes off the end and appends others.
type edit struct {
	infix  string
	at     int
	cut    int
	append string
}

func (e *edit) apply(form string) (string, bool) {
	end := len(form) - e.cut
	if end < 0 || end < e.at+len(e.infix) && e.infix != "" {
		return "", false
	}
	if e.infix == "" {
		if e.append == "" {
			return form[:end], end > 0
		}
		return form[:end] + e.append, true
	}
	if form[e.at:e.at+len(e.infix)] != e.infix {
		return "", false
	}
	return form[:e.at] + form[e.at+len(e.infix):end] + e.append, true
}

// lemma is the lemma of a form that has the reading.
func (d *Dict) lemma(form string, a *Analysis) (string, bool) {
	if int(a.edit) >= len(d.edits) {
		return "", false
	}
	l, ok := d.edits[a.edit].apply(form)
	return l, ok && utf8.ValidString(l)
}

// check says whether everything that is referred to is there.
func (d *Dict) check() error {
	for i, a := range d.arcs {
		limit := len(d.arcs)
		if a.label() == 0 {
			limit = len(d.classes)
		}
		if int(a.target()) >= limit {
			return fmt.Errorf("arc %d leads nowhere", i)
		}
	}
	if n := len(d.arcs); n > 0 && !d.arcs[n-1].last() {
		return fmt.Errorf("the last node does not end")
	}
	return nil
}
