package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// emitClaims turns the acts and relations that are left into records.
func (d *doc) emitClaims() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop {
			continue
		}
		c.commit = d.commitmentOf(c.sent, c.word)
		if c.kind == record.KindEvent {
			d.emitEvent(c)
		} else {
			d.emitRelation(c)
		}
	}
}

func (d *doc) emitEvent(c *claim) {
	fr := c.frame
	first, last := stretch(c.sent, c.word, c.a, c.b)
	r := record.Record{
		Kind: record.KindEvent, Type: fr.Type, Mode: fr.Mode,
		Status: c.commit.status, Negated: c.commit.negated,
		Actor: d.entitiesOf(c.a), Recipient: d.entitiesOf(c.b),
		Date: d.whenOf(c.sent, c.word), Place: d.whereOf(c.sent, c.word, c.a, c.b),
		Context:  d.contextsOf(c),
		Says:     d.withoutOwn(d.attributionOf(c.sent, c.word), c),
		Evidence: []record.Evidence{d.evidence(c.sent, first, last)},
		By:       fr.Pattern.Text + " (" + fr.Pos.String() + ")",
		Trace:    d.trace(c),
	}
	d.adjustStatus(c, &r)
	r.Plover, r.Cameo, r.Score = record.Plover(&r)
	if code := d.cameoOf(c, &r); code != "" {
		r.Cameo = code
	}
	d.emit(r)
}

// cameoOf is the CAMEO code that the lexicon has for an act, "" if it has none
// that says more than its type and mode do.
func (d *doc) cameoOf(c *claim, r *record.Record) string {
	typ := r.Type
	if r.Plover != typ {
		typ += ">" + r.Plover
	}
	return d.lex.Cameo(typ, r.Mode, r.Context, c.frame)
}

// adjustStatus reads the status of nouns of acts from where they stand: before
// a "vor" or in a date to come they are planned.
func (d *doc) adjustStatus(c *claim, r *record.Record) {
	if r.Status != record.Actual {
		return
	}
	t := &d.trees[c.sent]
	ahead := r.Date.From != 0 && d.rep.Date.To != 0 && r.Date.From > d.rep.Date.To
	if !c.nominal {
		if d.announced(c, r); ahead && t.words[c.word].Feats.Is(report.Tense, "Pres") && r.Status == record.Actual {
			r.Status = record.Planned // "reist am Dienstag nach Oslo"
		}
		if r.Status == record.Actual && d.yetToCome(r) && t.words[c.word].Feats.Is(report.Tense, "Pres") {
			r.Status = record.Planned // "zieht bis Ende Mai die Truppen ab"
		}
		return
	}
	switch t.caseOf(c.word) {
	case "vor", "before", "ahead of", "ahead", "prior":
		r.Status = record.Planned
	}
	if ahead || d.toTakePlace(c) {
		r.Status = record.Planned
	}
}

// announced gives an act that is told as what a verb announces, decides or hopes
// for the status that the verb gives it: "announced sanctions", "hopes for
// investments".
func (d *doc) announced(c *claim, r *record.Record) {
	if spoken[c.frame.Type] || c.frame.Type == "X-LAW" || c.frame.Type == "X-RULE" {
		return // who decides a law has done so
	}
	for _, fr := range d.lex.Status.Of(d.trees[c.sent].words[c.word].Lemma, lexicon.Verb) {
		if len(fr.Conds) == 0 && !fr.Negated && fr.Type != "" && contentLine(c.frame, fr) {
			r.Status = record.Status(fr.Type)
			return
		}
	}
}

// contentLine says whether a line finds its act in a word on which a status line
// of the same verb bears: in its object, or, where another than the subject does
// it, in any phrase.
func contentLine(act, status *lexicon.Frame) bool {
	others := !slices.ContainsFunc(act.A, func(alt []lexicon.Slot) bool { return slices.Contains(alt, lexicon.Subj) })
	return slices.ContainsFunc(act.Conds, func(c lexicon.Cond) bool {
		return len(c.Lemmas) > 0 && !c.Not && (others || c.Slot == lexicon.Obj) && scopeHas(status, c.Slot)
	})
}

// withoutOwn takes away the attribution of an act of speech to its own actor.
func (d *doc) withoutOwn(says []record.Attribution, c *claim) []record.Attribution {
	if !spoken[c.frame.Type] {
		return says
	}
	return slices.DeleteFunc(says, func(a record.Attribution) bool {
		for _, p := range c.a {
			if a.Who != nil && a.Who.ID == p.ent.rec.ID {
				return true
			}
		}
		return false
	})
}

// spoken are the types of acts that are done by speaking.
var spoken = map[string]bool{"AGREE": true, "SUPPORT": true, "CONCEDE": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true}

// contextsOf are the PLOVER contexts: the line's own, and those of the words
// in the act's clause.
func (d *doc) contextsOf(c *claim) []string {
	out := slices.Clone(c.frame.Contexts)
	t := &d.trees[c.sent]
	first, last := t.extent(c.word)
	for w := first; w <= last; w++ {
		if x := d.lex.Contexts[t.words[w].Lemma]; x != "" && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	slices.Sort(out)
	return out
}

// dropDoubles leaves one of several mentions of an act in one sentence: of the
// same type (or predicate), one naming no party that the other does not name.
func (d *doc) dropDoubles() {
	for i := range d.claims {
		a := &d.claims[i]
		if a.kind == record.KindEvent && len(a.a)+len(a.b) == 0 && !d.tells(a) || d.background(a) {
			a.drop = true
		}
		for j := range i {
			b := &d.claims[j]
			if a.drop || b.drop || a.sent != b.sent || a.kind != b.kind || a.frame.Type != b.frame.Type {
				continue
			}
			switch {
			case d.castIn(a, b) || d.castIn(b, a):
			case subsumes(b, a) || d.settingOf(a, b):
				a.drop = true
			case subsumes(a, b) || d.settingOf(b, a):
				b.drop = true
			}
		}
	}
}

// castIn makes one act of an attack told as a noun and of what was done in it to
// people of the state that it hit: "bei einem Anschlag der Miliz in Kabul wurden
// 19 Menschen getötet". The verb stays, with the mode and the doer of the noun.
func (d *doc) castIn(a, b *claim) bool {
	if a.frame.Type != "ASSAULT" || !a.nominal || b.nominal || len(b.b) == 0 || !d.trees[a.sent].under(a.word, b.word) {
		return false
	}
	for _, p := range a.b {
		if !p.ent.isState() || !sharesState(b.b, a.b) {
			return false
		}
	}
	if len(a.a) > 0 && len(b.a) > 0 && !sameParties(a.a, b.a) {
		return false
	}
	if len(b.a) == 0 {
		b.a = a.a
	}
	if b.frame.Mode == "" && a.frame.Mode != "" {
		fr := *b.frame
		fr.Mode = a.frame.Mode
		b.frame = &fr
	}
	a.drop = true
	return true
}

// tells says whether an act that names nobody is told all the same, because its
// word implies who does it or whom it hits: protests, attacks, and what the
// authorities seize, close or forbid.
func (d *doc) tells(c *claim) bool {
	if c.frame.Type == "PROTEST" || d.isClass(&d.trees[c.sent].words[c.word], "@attack-noun") {
		return true
	}
	if c.nominal || c.frame.Type != "COERCE" {
		return false
	}
	_, implied := d.lex.Agents["COERCE "+c.frame.Mode]
	return implied
}

// dropMeasured drops the act that a noun alone would tell where the same noun is
// what a figure measures: "Der Handel stieg um 33 Prozent" is no second record.
func (d *doc) dropMeasured(s, w int) {
	for i := range d.claims {
		if c := &d.claims[i]; c.sent == s && c.word == w && c.nominal && c.kind == record.KindEvent {
			c.drop = true
		}
	}
}

// background says whether a noun names an act only as the topic or the setting
// of something else: one party known from a compound or an adjective, in a
// phrase that hangs on another noun ("das Papier zum Ukraine-Krieg").
func (d *doc) background(c *claim) bool {
	if !c.nominal || len(c.a)+len(c.b) != 1 || c.kind != record.KindEvent {
		return false
	}
	p := both(c)[0]
	t := &d.trees[c.sent]
	return p.via && base(t.rel(c.word)) == report.Nmod && t.caseOf(c.word) != ""
}

// setting says whether a noun of a mutual act is where another of its type took
// place: "trafen sich am Rande eines Gipfels".
func (d *doc) settingOf(a, b *claim) bool {
	return a.nominal && !b.nominal && mutual[a.frame.Type] && d.trees[a.sent].under(a.word, b.word)
}

// subsumes says whether a names at least the parties of b.
func subsumes(a, b *claim) bool {
	if a.kind == record.KindRelation {
		return sameParties(a.a, b.a) && sameParties(a.b, b.b)
	}
	if mutual[a.frame.Type] {
		return hasAll(both(a), both(b))
	}
	return hasAll(a.a, b.a) && hasAll(a.b, b.b) || b.nominal && len(b.a)+len(b.b) == 1 && hasAll(both(a), both(b))
}

var mutual = map[string]bool{"CONSULT": true, "COOPERATE": true, "AGREE": true}

func both(c *claim) []party { return append(slices.Clone(c.a), c.b...) }

func hasAll(a, b []party) bool {
	for _, p := range b {
		if !hasEntity(a, p.ent) {
			return false
		}
	}
	return true
}

func sameParties(a, b []party) bool { return hasAll(a, b) && hasAll(b, a) }

func hasEntity(ps []party, e *entity) bool {
	for _, p := range ps {
		if p.ent == e {
			return true
		}
	}
	return false
}

// trace is the path from words to record.
func (d *doc) trace(c *claim) []string {
	t := &d.trees[c.sent]
	w := &t.words[c.word]
	out := []string{
		"word: " + w.Form + " (lemma " + w.Lemma + ", " + w.UPOS.String() + ", " + w.Rel.String() + ")",
		"line: " + c.frame.Pattern.Text + " -> " + c.frame.Type + " " + c.frame.Mode + " at " + c.frame.Pos.String(),
	}
	out = d.traceRole(out, "first role", c.a, c.frame.A)
	out = d.traceRole(out, "second role", c.b, c.frame.B)
	if c.commit.why != "" {
		out = append(out, "status: "+string(c.commit.status)+" because of "+c.commit.why)
	}
	return out
}

func (d *doc) traceRole(out []string, name string, ps []party, e lexicon.SlotExpr) []string {
	for _, p := range ps {
		if p.m == nil {
			continue
		}
		t := &d.trees[p.m.sent]
		s := name + ": " + d.words(p.m.sent, p.m.first, p.m.last) + " = " + p.ent.rec.ID + " " + p.ent.rec.State
		s += " by " + e.String() + ", " + t.rel(p.m.head).String()
		if h := t.head(p.m.head); h >= 0 {
			s += " of " + t.words[h].Form
		}
		if p.m.vague {
			s += " (resolved from the context)"
		}
		out = append(out, s)
	}
	return out
}
