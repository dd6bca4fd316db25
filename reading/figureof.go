package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// figureOf are the entities that a figure describes: for counted people the
// people; for money and shares the parties of the noun that names the measure,
// else those who the clause is about.
func (d *doc) figureOf(f *figure) []record.Entity {
	if d.some(f) && len(f.behind.owners) > 0 {
		return f.behind.owners
	}
	if ps := d.gapOwner(f); len(ps) > 0 {
		f.measure.of = ps
		return d.entitiesOf(ps)
	}
	if f.measure.people && (f.main().bare && f.measure.inherited || f.measure.nounWord >= 0 && (f.main().bare || f.main().noun == f.measure.nounWord)) {
		return d.peopleOf(f)
	}
	if ps := d.partiesOfMeasure(f); len(ps) > 0 {
		f.measure.of = ps
		return d.entitiesOf(ps)
	}
	if f.measure.inherited {
		return d.entitiesOf(f.measure.of)
	}
	if a := f.main(); f.measure.people && !a.isShare() && !a.isFraction {
		return d.peopleOf(f)
	}
	return d.homeOf(f)
}

// national are measures of a whole state: where nothing else is named they are
// those of the state that the report is mostly about.
var national = map[string]bool{"votes": true, "seats": true, "turnout": true, "population": true, "inflation": true, "gdp": true, "growth": true, "unemployment": true, "debt": true, "deficit": true, "budget": true}

func (d *doc) homeOf(f *figure) []record.Entity {
	if d.home == "" || f.measure.frame == nil || !national[f.measure.frame.Type] {
		return nil
	}
	st := d.stateByCode(d.home)
	if st == nil || st.seen == 0 {
		return nil // the state itself is not named
	}
	f.measure.guessed = true
	e := st.rec
	a := f.main()
	ev := d.evidence(f.sent, a.first, a.last)
	e.Text, e.Start, e.End = ev.Text, ev.Start, ev.End
	return []record.Entity{e}
}

// partiesOfMeasure looks at the noun that names the measure, at the word of
// change, and at the verb.
func (d *doc) partiesOfMeasure(f *figure) []party {
	for _, w := range [...]int{f.measure.nounWord, f.measure.word, f.changeWord} {
		if w < 0 || isVerb(&d.trees[f.sent].words[w]) {
			continue
		}
		if ps := d.ownersAt(f.sent, w); len(ps) > 0 {
			return ps
		}
	}
	return d.partiesOfClause(f)
}

// ownersAt are the parties of a noun: both sides of trade, whose debt it is.
func (d *doc) ownersAt(s, w int) []party {
	var sl slots
	sl.fill(d, s, w)
	for _, e := range []lexicon.SlotExpr{{{lexicon.Between}}, {{lexicon.Owner, "mit", "with"}}, {{lexicon.Gen}}, {{lexicon.AdjSlot}}, {{lexicon.CompSlot}}, {{"in"}}, {{"für"}, {"for"}}} {
		if ps := sl.entities(e, nil); len(ps) > 0 && !nameless(ps) {
			return ps
		}
	}
	return nil
}

// nameless says whether nothing is known of any of the parties.
func nameless(ps []party) bool {
	for _, p := range ps {
		if p.ent.rec.Type != record.TypeOther || p.ent.rec.State != "" {
			return false
		}
	}
	return true
}

// partiesOfClause are the deep subject of the amount's verb, or of a passive
// the one it is done to.
func (d *doc) partiesOfClause(f *figure) []party {
	v := d.verbOver(f.sent, d.topOf(f))
	if v < 0 {
		return nil
	}
	for n := 0; n < 3 && v >= 0; n++ {
		var sl slots
		sl.fill(d, f.sent, v)
		order := []lexicon.Slot{lexicon.Subj, lexicon.Obj, lexicon.Dat}
		if sl.passive {
			order = []lexicon.Slot{lexicon.Obj, lexicon.Subj}
		}
		for _, slot := range order {
			if ps := sl.entities(lexicon.SlotExpr{{slot}}, nil); len(ps) > 0 {
				return ps
			}
		}
		t := &d.trees[f.sent]
		switch base(t.rel(v)) {
		case report.Xcomp, report.Conj, report.Advcl, report.Acl:
			v = t.head(v)
		default:
			v = -1
		}
	}
	return nil
}

// topOf is the noun phrase that the amount stands in: itself, or the noun that
// it hangs on.
func (d *doc) topOf(f *figure) int {
	t := &d.trees[f.sent]
	w := f.main().at
	for n := 0; n < 5; n++ {
		switch base(t.rel(w)) {
		case report.Nmod, report.Appos, report.Nummod, report.Compound, report.Amod:
			if h := t.head(w); h >= 0 {
				w = h
				continue
			}
		}
		return w
	}
	return w
}

// peopleOf is the counted people as a group, of the state that the words
// name, else of the one in which the clause takes place, else of the report's.
func (d *doc) peopleOf(f *figure) []record.Entity {
	a := f.main()
	s := f.sent
	w := a.noun
	if w < 0 {
		w = a.at
		if f.measure.nounWord >= 0 {
			w = f.measure.nounWord
		}
	}
	state, vague := d.stateOfPeople(s, w)
	if state == "" {
		if p := d.whereOf(s, d.holderWord(f)); p != nil && p.State != "" {
			state, vague = p.State, true
		}
	}
	if state == "" && (f.measure.name() == "arrested" || f.measure.name() == "other") {
		for _, p := range d.partiesOfClause(f) {
			if p.ent.rec.State != "" && !p.m.vague {
				state, vague = p.ent.rec.State, true // whose police or army it is
				break
			}
		}
	}
	if m := d.mentionAt(s, w); state == "" && m != nil && len(m.ents) == 1 {
		state, vague = m.ents[0].rec.State, true
	}
	if state == "" {
		state, vague = d.home, true
	}
	name := people[d.lex.Lang]
	if a.noun >= 0 {
		name = d.groupName(s, a)
	} else if f.measure.inherited && f.measure.group != "" {
		name = f.measure.group
	} else if f.measure.nounWord >= 0 {
		name = f.measure.name() // "the death toll": the people have no name
	}
	f.measure.group = name
	e := record.Entity{ID: d.localID(strings.TrimSpace(name + " " + state)), Type: record.TypeGroup, Name: name, State: state}
	if m := d.mentionAt(s, w); m != nil && m.role != nil {
		e.Sector = m.role.sector
	}
	ws := d.trees[s].words
	sp := report.Span{Start: ws[w].Start, End: ws[w].End}
	e.Text, e.Start, e.End = d.rep.Cut(sp), int(sp.Start), int(sp.End)
	f.measure.of = nil
	f.measure.guessed = vague
	return []record.Entity{e}
}

// people is what those are called who are counted without a noun: "20 dead".
var people = map[string]string{"de": "Menschen", "en": "people"}

// groupName is the counted noun with a noun or adjective before it: "asylum
// seekers", "Muslim pilgrims".
func (d *doc) groupName(s int, a *amount) string {
	ws := d.trees[s].words
	first := a.noun
	for first > a.num+1 && (ws[first-1].UPOS == report.NOUN || ws[first-1].UPOS == report.ADJ || ws[first-1].UPOS == report.PROPN) {
		first--
	}
	if a.num >= a.noun {
		first = a.noun
	}
	return d.words(s, first, a.noun)
}

// stateOfPeople is the state that the counted noun or its attributes name.
func (d *doc) stateOfPeople(s, w int) (state string, vague bool) {
	if m := d.mentionAt(s, w); m != nil && m.vague {
		var sl slots
		sl.fill(d, s, w)
		for _, p := range sl.entities(lexicon.SlotExpr{{lexicon.Owner}, {"aus"}, {"from"}}, nil) {
			if p.ent.rec.State != "" {
				return p.ent.rec.State, false
			}
		}
		return d.senderOf(m), true
	}
	for _, p := range d.partiesOfWord(s, w, 0, nil, nil) {
		if p.ent.rec.State != "" {
			return p.ent.rec.State, false
		}
	}
	return "", true
}

// circumstance are prepositions of phrases that stand beside what the verb
// says: neither its negation nor its mood is theirs.
var circumstance = map[string]bool{"nach": true, "seit": true, "wegen": true, "trotz": true, "während": true, "mit": true, "vor": true, "infolge": true,
	"after": true, "since": true, "despite": true, "during": true, "following": true, "amid": true, "with": true, "before": true, "because of": true}

// holderWord is the word by which a figure's status and attribution are read:
// the verb whose argument the amount is, else the amount itself.
func (d *doc) holderWord(f *figure) int {
	t := &d.trees[f.sent]
	if f.changeWord >= 0 && isVerb(&t.words[f.changeWord]) {
		return f.changeWord
	}
	w := f.main().at
	through := false
	for n := 0; n < 6; n++ {
		h := t.head(w)
		if h < 0 {
			return w
		}
		switch base(t.rel(w)) {
		case report.Nmod, report.Appos, report.Acl:
			through = !countingNoun(t, h) && d.timeAt(f.sent, h) < 0
		case report.Nummod, report.Compound, report.Amod, report.Det, report.Conj, report.Flat, report.Dep:
		case report.Obl, report.Advcl:
			if through || circumstance[t.caseOf(w)] {
				return f.main().at
			}
			return h
		default:
			if isVerb(&t.words[h]) || t.child(h, report.Cop) >= 0 {
				return h
			}
		}
		w = h
		if isVerb(&t.words[w]) {
			return w
		}
	}
	return f.main().at
}

// periods fills the interval that the figure covers and the one that its
// change is measured against.
func (d *doc) periods(f *figure, r *record.Record) {
	t := &d.trees[f.sent]
	w := d.holderWord(f)
	best, bestDist := -1, 1<<30
	for i := range d.rep.Times {
		x := &d.rep.Times[i]
		if x.Sentence != f.sent || x.Type == "SET" && !x.Date.Interval().Known() || x.Type == "DURATION" && !x.Date.Interval().Known() {
			continue
		}
		if d.isAgainst(t, x) || f.from != nil && f.level != nil && f.from.first > f.level.last && x.First > f.from.last {
			if f.change != nil || f.from != nil || f.changeWord >= 0 {
				r.Against = x.Date
			}
			continue
		}
		mod := headOf(t, x.First, x.Last)
		dist := d.reach(t, w, mod)
		if !isVerb(&t.words[w]) || !t.reported(w, mod) {
			dist = min(dist, d.reach(t, f.main().at, mod))
		}
		if dist < bestDist {
			best, bestDist = i, dist
		}
	}
	if best >= 0 {
		r.Period = d.rep.Times[best].Date
		r.Date = r.Period
	}
}

// isAgainst says whether words of comparison stand before a time: "gegenüber
// dem Vorjahr", "compared with a year earlier".
func (d *doc) isAgainst(t *tree, x *report.Time) bool {
	for from := x.First; from >= 0 && from >= x.First-4; from-- {
		for n := 1; n <= 4 && from+n <= len(t.words); n++ {
			if from+n > x.Last+1 {
				break
			}
			if d.lex.Approx[lowerJoin(t, from, n)] == "against" {
				return true
			}
		}
	}
	return false
}
