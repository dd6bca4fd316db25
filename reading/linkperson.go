package reading

import (
	"strings"

	"depesche/knowledge"
	"depesche/record"
)

// knownPerson finds somebody known behind a name that is not listed so: by the
// surname together with a title whose office the person held on the day
// ("Außenminister Müller"), or with the same first name around a middle one or
// an initial ("Vladimir V. Putin").
func (d *doc) knownPerson(s, first, last int) (hit, bool) {
	t := &d.trees[s]
	if typ := unknownType(t, first); typ == record.TypePlace {
		return hit{}, false
	}
	c := d.around(s, first, last-first+1)
	c.inside, c.goesOn = false, false
	var best *knowledge.Entity
	var why, second evidence
	for k := max(first, last-2); k <= last; k++ { // the longest surname first: "von der Leyen"
		for _, e := range d.know.Surname(d.lex.Lang, d.surnameOf(s, k, last)) {
			title := unclear
			if c.title != nil {
				title = d.titleFit(&c, e)
			}
			if !d.sameBearer(s, first, k, e, title) {
				continue
			}
			m := knowledge.Match{Entity: e, Kind: knowledge.Short}
			if x := d.weigh(&c, &m); best == nil || x.score > why.score {
				best, why, second = e, x, why
			} else if x.score > second.score {
				second = x
			}
		}
		if best != nil {
			break
		}
	}
	if first == last && best == nil {
		return d.byGivenName(&c, t.words[first].Form)
	}
	w := d.weights
	if best == nil || why.score < w[featEnough] || second.n > 0 && why.score-second.score < w[featMargin] {
		return hit{}, false
	}
	return hit{entity: best, kind: byName, why: why}, true
}

// surnameOf is the text of words k to last without a genitive ending.
func (d *doc) surnameOf(s, k, last int) string { return nameText(d.rep, &d.trees[s], k, last) }

// sameBearer says whether the words before a surname can be the first names of
// a person: none with a title that fits, else the same first one, or with such
// a title one that begins alike, as transcriptions do.
func (d *doc) sameBearer(s, first, surname int, e *knowledge.Entity, title fit) bool {
	if first == surname {
		return title == fits
	}
	if title == contradicts {
		return false
	}
	form := strings.TrimRight(d.trees[s].words[first].Form, ".")
	for _, lang := range [...]string{"de", "en"} {
		given, _, full := strings.Cut(e.Name(lang), " ")
		if !full {
			continue
		}
		if knowledge.SameName(form, given) {
			return true
		}
		if title == fits && form != "" && given != "" && strings.EqualFold(form[:1], given[:1]) {
			return true
		}
	}
	return false
}

// byGivenName finds the one who held the office of the title before, if the
// word is that person's first name, as monarchs are called: "König Salman".
func (d *doc) byGivenName(c *surroundings, form string) (hit, bool) {
	if c.title == nil || c.titleState == "" || !d.rep.Date.Known() || c.title.role.former {
		return hit{}, false
	}
	form = strings.TrimSuffix(form, "'s")
	for _, code := range [...]string{c.title.role.code, "monarch", "head_of_state"} {
		for _, e := range d.know.Holder(c.titleState, code, d.rep.Date) {
			for _, lang := range [...]string{"de", "en"} {
				if given, _, _ := strings.Cut(e.Name(lang), " "); knowledge.SameName(given, form) {
					m := knowledge.Match{Entity: e, Kind: knowledge.Short}
					return hit{entity: e, kind: byName, why: d.weigh(c, &m)}, true
				}
			}
		}
		if code != "monarch" && code != "head_of_state" {
			break
		}
	}
	return hit{}, false
}
