package lexicon

import (
	"strconv"
	"strings"
)

// Modal is what a modal verb makes of the status of its main verb.
type Modal struct {
	Pos     Pos
	Lemma   string
	Mood    string // Ind, Sub or "" for any
	Tense   string // Pres, Past or "" for any
	Status  string
	Example string
	Codes   string
}

// Subordinator is a conjunction that changes the status of its clause.
type Subordinator struct {
	Pos    Pos
	Lemma  string
	Status string
}

// Cue is a phrase that names who vouches; "X" stands for the source.
type Cue struct {
	Pos            Pos
	Before, After  []string // lower-cased words before and after the source
	Example, Codes string
}

// RoleNoun is a noun for people, groups or bodies by what they do.
type RoleNoun struct {
	Pos    Pos
	Lemma  string
	Type   string // person, group, organisation
	Sector string // PLOVER
	Role   string // head_of_state …
	Kind   string // office, agent, body
}

// Agent is who does an act by the meaning of its word alone: a court sentences.
type Agent struct {
	Pos                Pos
	Sector, Type, Noun string
}

// Unit is what a number counts.
type Unit struct {
	Unit, Currency string
	Factor         float64
}

// Number is the value of a number word, a range for vague ones. Scale words
// (Million) multiply what stands before them.
type Number struct{ Min, Max float64 }

func modal(r row) (Modal, error) {
	m := Modal{r.pos, r.cell(0), anyAsEmpty(r.cell(1)), anyAsEmpty(r.cell(2)), r.cell(3), r.cell(4), r.cell(5)}
	if !statuses[m.Status] {
		return m, r.errorf("no status %q", m.Status)
	}
	return m, nil
}

func anyAsEmpty(s string) string {
	if s == "any" {
		return ""
	}
	return s
}

func cue(r row) (Cue, error) {
	c := Cue{Pos: r.pos, Example: r.cell(1), Codes: r.cell(2)}
	seen := false
	for w := range strings.FieldsSeq(r.cell(0)) {
		switch {
		case w == "X":
			seen = true
		case seen:
			c.After = append(c.After, strings.ToLower(w))
		default:
			c.Before = append(c.Before, strings.ToLower(w))
		}
	}
	if !seen {
		return c, r.errorf("cue %q: no X for the source", r.cell(0))
	}
	return c, nil
}

var roleKinds = map[string]bool{"office": true, "agent": true, "body": true}
var roleTypes = map[string]bool{"person": true, "group": true, "organisation": true}

func roleNoun(r row) ([]RoleNoun, error) {
	var out []RoleNoun
	for l := range strings.SplitSeq(r.cell(0), "|") {
		n := RoleNoun{r.pos, l, r.cell(1), r.cell(2), r.cell(3), r.cell(4)}
		if !roleTypes[n.Type] || !roleKinds[n.Kind] {
			return nil, r.errorf("%s: type %q, kind %q: want person, group or organisation; office, agent or body", l, n.Type, n.Kind)
		}
		out = append(out, n)
	}
	return out, nil
}

func unit(r row) (Unit, error) {
	u := Unit{r.cell(1), r.cell(2), 1}
	if f := r.cell(3); f != "" {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return u, r.errorf("factor %q: want a number", f)
		}
		u.Factor = v
	}
	return u, nil
}

func number(r row) (Number, error) {
	lo, err := strconv.ParseFloat(r.cell(1), 64)
	if err != nil {
		return Number{}, r.errorf("number %q: want a number", r.cell(1))
	}
	hi := lo
	if r.cell(2) != "" {
		if hi, err = strconv.ParseFloat(r.cell(2), 64); err != nil {
			return Number{}, r.errorf("number %q: want a number", r.cell(2))
		}
	}
	return Number{lo, hi}, nil
}
