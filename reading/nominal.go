package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// targets is whom the act of a noun hits that somebody is the target or victim
// of: "war Ziel einer Razzia", "became the victim of an attack".
func (f *slots) targets(skip []party) []party {
	t := f.t
	h := t.head(f.head)
	if h < 0 || base(t.rel(f.head)) != report.Nmod || !f.d.isClass(&t.words[h], "@target-noun") {
		return nil
	}
	g := slots{}
	g.fill(f.d, f.sent, h)
	for _, s := range [...]lexicon.Slot{lexicon.Subj, lexicon.Gen} {
		if ps := g.slotEntities(s, nil, skip); len(ps) > 0 && g.get(s) != f.head {
			return ps
		}
	}
	if v := t.head(h); v >= 0 && isVerb(&t.words[v]) {
		v := slots{d: f.d}
		v.fill(f.d, f.sent, t.head(h))
		return v.slotEntities(lexicon.Subj, nil, skip)
	}
	return nil
}

// dropNominals leaves out English nouns of acts that say nothing of their own:
// what a verb's line has read already ("imposed a curfew"), what repeats the
// verb's act ("killed in a bombing"), what only might be and names one side.
func (d *doc) dropNominals() {
	for i := range d.claims {
		c := &d.claims[i]
		if !c.drop && d.alone(c) {
			c.drop = true
		}
		if c.drop || d.lex.Lang != "en" || !c.nominal || c.kind != record.KindEvent {
			continue
		}
		if p := d.trees[c.sent].caseOf(c.word); len(c.a) == 0 && c.frame.Type == "SUPPORT" && p != "" && p != "of" {
			c.drop = true // "in support of the government"
			continue
		}
		if len(c.a) == 0 && c.frame.Type == "PROTEST" && d.trees[c.sent].caseOf(c.word) == "in" && article(&d.trees[c.sent], c.word) == "" && !d.trees[c.sent].words[c.word].Feats.Is(report.Number, "Plur") {
			c.drop = true // "recalled its envoy in protest at the verdict"
			continue
		}
		if len(c.a) == 0 && len(c.b) > 1 {
			c.drop = d.read(c) // "lift the ban on A and B"
		}
		if o := d.reader(c); o != nil && c.frame.Type == "AGREE" && o.frame.Type == "SUPPORT" && len(c.b) == 0 && len(c.a) > 1 && hasAll(c.a, both(o)) {
			o.a, o.b, c.drop = c.a, nil, true // "a deal that Ghana signed with Togo"
		}
		if o := d.reader(c); o != nil && c.frame.Type == "COOPERATE" && o.frame.Type == "MOBILIZE" && len(both(o))+len(both(c)) > 1 {
			c.a = append(c.a, without(both(o), c.a)...) // "held joint exercises"
			o.drop = true
			continue
		}
		if len(c.a)+len(c.b) > 1 {
			o := d.reader(c)
			c.drop = c.drop || o != nil && c.frame.Type != "SUPPORT" && c.frame.Type != "AID" && (!mutual[c.frame.Type] || mutual[o.frame.Type] || o.frame.Type == "REJECT") && hasAll(both(o), both(c)) && !d.commitmentOf(c.sent, c.word).negated
			continue
		}
		commit := d.commitmentOf(c.sent, c.word)
		o := d.reader(c)
		c.drop = o != nil && (!commit.negated || c.frame.Type == "PROTEST" && o.frame.Type == "RETREAT") || d.repeats(c) || d.idle(c, commit.status)
	}
}

// alone says whether somebody single meets or works with nobody, or gives an
// interview.
func (d *doc) alone(c *claim) bool {
	if c.kind == record.KindEvent && c.frame.Type == "CONSULT" && slices.ContainsFunc(both(c), func(p party) bool { return p.ent.rec.Sector == "MED" }) {
		return true // an interview
	}
	if c.kind == record.KindEvent && d.hit(c) {
		return true
	}
	if d.lex.Lang != "en" || c.kind != record.KindEvent || c.nominal && c.frame.Type != "COOPERATE" && len(c.frame.Conds) > 0 || c.frame.Mode != "" || c.frame.Type != "CONSULT" && c.frame.Type != "COOPERATE" {
		return false
	}
	p := both(c)
	return len(p) == 1 && !p[0].ent.plural && p[0].ent.rec.Type != record.TypeGroup && !d.convenes(c, p[0])
}

// convenes says whether a state, a government or a body of states holds or hosts the
// talks or the meeting that a verb's line asks for: "the Security Council held a
// meeting".
func (d *doc) convenes(c *claim, p party) bool {
	if c.nominal || len(c.a) != 1 || !slices.ContainsFunc(c.frame.Conds, func(x lexicon.Cond) bool { return x.Slot == lexicon.Obj && len(x.Lemmas) > 0 && !x.Not }) {
		return false
	}
	r := &p.ent.rec
	return p.ent.isState() || r.Type == record.TypeOrganisation && (r.Sector == "IGO" || r.Sector == "GOV" || r.Sector == "REB")
}

// hit says whether a German verb of meeting stands in the passive with nobody who
// meets: "wurde am Arm getroffen".
func (d *doc) hit(c *claim) bool {
	if d.lex.Lang != "de" || c.nominal || c.frame.Type != "CONSULT" || c.frame.Mode != "" || len(both(c)) != 1 {
		return false
	}
	var f slots
	f.fill(d, c.sent, c.word)
	return f.passive && d.trees[c.sent].words[c.word].Lemma == "treffen"
}

// read says whether the line of the verb above asks for this very noun.
func (d *doc) read(c *claim) bool { return d.reader(c) != nil }

// reader is the act whose verb's line asks for this very noun, nil without one.
func (d *doc) reader(c *claim) *claim {
	var f slots
	for k := range d.claims {
		o := &d.claims[k]
		if o == c || o.drop || o.nominal || o.sent != c.sent || o.kind != c.kind || len(o.a)+len(o.b) == 0 {
			continue
		}
		f.fill(d, o.sent, o.word)
		for _, it := range f.items {
			if it.word != c.word && f.measured(it.word) != c.word {
				continue
			}
			for n := range o.frame.Conds {
				if x := &o.frame.Conds[n]; x.Slot == it.slot && len(x.Lemmas) > 0 && !x.Not && it.slot != lexicon.Subj {
					return o
				}
			}
		}
	}
	return nil
}

// repeats says whether another act of the type in the sentence involves the
// state of the only party.
func (d *doc) repeats(c *claim) bool {
	p := both(c)
	if len(p) != 1 || p[0].ent.rec.State == "" {
		return false
	}
	for k := range d.claims {
		o := &d.claims[k]
		if o == c || o.drop || o.sent != c.sent || o.kind != c.kind || o.frame.Type != c.frame.Type {
			continue
		}
		for _, x := range both(o) {
			if x.ent.rec.State == p[0].ent.rec.State {
				return true
			}
		}
	}
	return false
}

// idle says whether the text only considers or fears the act, beside others.
func (d *doc) idle(c *claim, status record.Status) bool {
	switch status {
	case record.Hypothetical, record.Possible, record.Desired, record.Demanded:
	default:
		return false
	}
	for k := range d.claims {
		if o := &d.claims[k]; o != c && !o.drop && o.sent == c.sent && o.kind == c.kind {
			return true
		}
	}
	return false
}
