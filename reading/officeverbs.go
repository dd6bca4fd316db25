package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// officeTold is what a clause says of somebody and an office.
type officeTold struct {
	slot lexicon.Slot // whom it is said of
	word int          // the verb, or the title that has a copula
	ends bool         // he loses or lost it
	who  *mention     // him, where the title is the subject; nil for none
}

// findToldOffices writes the offices that a verb gives or takes, or that are said
// with a copula, of whoever the clause is about by now: "Sie soll neue Ministerin
// werden", "who resigned as prime minister", "was dismissed as governor".
func (d *doc) findToldOffices(done map[*entity][]string) {
	for _, m := range d.mentions {
		if m.kind != byRole || m.role == nil || m.role.kind != "office" || m.role.code == "" || m.into != nil || d.partisan(m) {
			continue
		}
		for _, told := range d.officesToldAt(m) {
			d.emitTold(m, told, done)
		}
	}
}

// copulaEnds says whether a copula tells of an office that is held no more: "was", "had
// been", not "has been", nor in what somebody said ("she said he was").
func (d *doc) copulaEnds(t *tree, head, copula int) bool {
	if base(t.rel(head)) == report.Ccomp {
		return false
	}
	if lower(t.words[copula].Form) == "been" {
		a := t.child(head, report.Aux)
		return a >= 0 && lower(t.words[a].Form) == "had"
	}
	return t.words[copula].Feats.Is(report.Tense, "Past")
}

// officesToldAt is what the verb or copula at a title says of whom.
func (d *doc) officesToldAt(m *mention) []officeTold {
	t := &d.trees[m.sent]
	if c := t.child(m.head, report.Cop); c >= 0 {
		if t.caseOf(m.head) != "" {
			return nil
		}
		return []officeTold{{slot: lexicon.Subj, word: m.head, ends: d.copulaEnds(t, m.head, c)}}
	}
	if base(t.rel(m.head)) == report.Nsubj {
		return d.inverted(m)
	}
	v := t.head(m.head)
	for v >= 0 && d.timeAt(m.sent, v) >= 0 {
		v = t.head(v) // hung on the date between the two
	}
	if v < 0 || !isVerb(&t.words[v]) {
		return nil
	}
	as := false
	switch base(t.rel(m.head)) {
	case report.Xcomp, report.Obj:
	case report.Obl, report.Nmod:
		switch t.caseOf(m.head) {
		case "as", "als":
			as = true
		case "zu":
		default:
			return nil
		}
	default:
		return nil
	}
	is := func(class string) bool { return d.isClass(&t.words[v], class) }
	switch {
	case base(t.rel(m.head)) == report.Xcomp && (t.words[v].Lemma == "sein" || t.words[v].Lemma == "be"): // "der seit 2019 Präsident ist"
		return []officeTold{{slot: lexicon.Subj, word: v, ends: t.words[v].Feats.Is(report.Tense, "Past")}}
	case is("@becoming"), as && is("@serving"):
		return []officeTold{{slot: lexicon.Subj, word: v}}
	case is("@appointing"):
		return []officeTold{{slot: lexicon.Obj, word: v}}
	case as && is("@succeeding"):
		return []officeTold{{slot: lexicon.Subj, word: v}, {slot: lexicon.Obj, word: v, ends: true}}
	case as && is("@leaving"):
		return []officeTold{{slot: lexicon.Subj, word: v, ends: true}}
	case as && is("@dismissing"):
		return []officeTold{{slot: lexicon.Obj, word: v, ends: true}}
	}
	return nil
}

// inverted is an office whose title is the subject and its bearer the predicate:
// "Präsidentin der Kommission ist Anna Weber", "Neuer Minister wird Karl Weber".
func (d *doc) inverted(m *mention) []officeTold {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if h < 0 || d.isPlural(m) {
		return nil
	}
	if c := t.child(h, report.Cop); c >= 0 {
		if n := d.personAt(m.sent, h); n != nil {
			return []officeTold{{word: h, ends: t.words[c].Feats.Is(report.Tense, "Past"), who: n}}
		}
		return nil
	}
	if !d.isClass(&t.words[h], "@becoming") {
		return nil
	}
	if w := t.child(h, report.Xcomp, report.Obj); w >= 0 {
		if n := d.personAt(m.sent, w); n != nil {
			return []officeTold{{word: h, who: n}}
		}
	}
	return nil
}

// emitTold writes the offices of those that a clause gives or takes one.
func (d *doc) emitTold(m *mention, told officeTold, done map[*entity][]string) {
	c := d.commitmentOf(m.sent, told.word)
	ahead := c.status == record.Planned || c.status == record.Expected
	if c.negated || c.status != record.Actual && !ahead {
		return
	}
	for _, p := range d.toldOf(m, told) {
		e := p.ent
		if !e.isPerson() || !d.named(e) || p.via || d.deduced(p.m) || slices.Contains(done[e], m.role.code) {
			continue
		}
		at, held := m, d.term(m, told, c, ahead)
		if x := d.titledAs(e); x != nil && x.role.code == m.role.code && (m.role.code != "other" || x.role.lemma == m.role.lemma) {
			at, held.former = d.fullest(x), x.role.former
		} else if x != nil && told.word == m.head && told.ends {
			continue // the office that he has says more than one that he had
		}
		done[e] = append(done[e], m.role.code)
		d.emitOffice(e, at, held)
	}
}

// titledAs is the first mention of somebody with a title, nil if there is none.
func (d *doc) titledAs(e *entity) *mention {
	for _, x := range d.mentions {
		if d.titled(x) && x.ents[0] == e && !d.partisan(x) {
			return x
		}
	}
	return nil
}

// toldOf are those that a clause gives or takes an office.
func (d *doc) toldOf(m *mention, told officeTold) []party {
	if told.who != nil {
		return []party{{ent: told.who.ents[0], m: told.who}}
	}
	if told.slot == lexicon.Obj && m.first > 0 { // "elected Jane Weller president"
		if n := d.mentionAt(m.sent, m.first-1); n != nil && n.last == m.first-1 && d.personAt(m.sent, n.head) == n {
			return []party{{ent: n.ents[0], m: n}}
		}
	}
	var sl slots
	sl.fill(d, m.sent, told.word)
	return sl.entities(lexicon.SlotExpr{{told.slot}}, nil)
}

// term is how an office that a clause gives or takes is held, and from or until
// when.
func (d *doc) term(m *mention, told officeTold, c commitment, ahead bool) tenure {
	out := tenure{status: c.status, former: m.role.former || told.ends && !ahead}
	when := d.whenOf(m.sent, told.word)
	switch {
	case told.ends && ahead:
		out.status = record.Actual // still in office
		when.From = 0
	case told.word == m.head: // "was minister in 2007"
	case told.ends:
		when.From = 0
	case when.From != 0 && when.To-when.From > longTerm: // "from 2010 to 2014"
	default:
		when.To = 0
	}
	if !told.ends && d.ahead(when) {
		out.status = record.Planned // "wird im Mai Minister"
	}
	if when.From != 0 || when.To != 0 {
		when.Days = nil
		out.date = when
	}
	return out
}

// longTerm is how many days an interval has that is a term of office and not the
// time of its beginning.
const longTerm = 366

// tenure is how somebody holds an office: the zero value as the report's title
// has it.
type tenure struct {
	status record.Status
	former bool
	date   record.Date
}

// deduced says whether nothing but a look-up says who bears a title: the report
// names nobody for it.
func (d *doc) deduced(m *mention) bool {
	if m.kind != byRole || len(m.ents) != 1 {
		return false
	}
	e := m.ents[0]
	return !slices.ContainsFunc(d.mentions, func(x *mention) bool {
		return (x.kind == byName || x.kind == byUnknown) && x.into == nil && slices.Contains(x.ents, e)
	})
}
