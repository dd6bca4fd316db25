package reading

import (
	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// commitment is how far the text commits itself to something.
type commitment struct {
	status  record.Status
	negated bool
	why     string
}

// rankOf orders statuses by how far they are from the fact; the farther wins
// where several words bear on one act.
var rankOf = map[record.Status]int{record.Actual: 0, record.Planned: 1, record.Expected: 2, record.Possible: 3, record.Desired: 4, record.Demanded: 5, record.Hypothetical: 6}

func (c *commitment) take(status, why string) {
	if status == "" {
		return
	}
	s := record.Status(status)
	if c.status == "" || rankOf[s] > rankOf[c.status] {
		c.status, c.why = s, why
	}
}

// commitmentOf reads status and negation of what stands at a word: from its
// own auxiliaries, adverbs and tense, and from the words that govern it.
func (d *doc) commitmentOf(s, w int) commitment {
	var c commitment
	t := &d.trees[s]
	d.ownMarks(&c, t, w, false)
	d.verbFirst(&c, t, w)
	t.climb(w, func(anc, child int) bool { return d.governs(&c, s, anc, child) })
	if c.status == "" {
		c.status = record.Actual
	}
	return c
}

// ownMarks reads the marks at the word itself: modal verbs, tense, negation,
// adverbs, the conjunction of its clause.
func (d *doc) ownMarks(c *commitment, t *tree, w int, governor bool) {
	for k := t.first[w]; k >= 0; k = t.next[k] {
		x := &t.words[k]
		switch base(x.Rel) {
		case report.Aux, report.AuxPass:
			d.modal(c, t, w, int(k))
		case report.Cop:
			if d.lex.Lang == "en" && x.Feats.Is(report.VerbForm, "Fin") && isVerb(&t.words[w]) && t.child(w, report.Mark) > int(k) {
				c.take("planned", x.Form+" to") // "Kenya is to visit Rwanda"
			}
		case report.Advmod, report.Amod, report.Det, report.Discourse, report.Cc, report.Obl:
			if negates(x) {
				c.negated = !c.negated
				continue
			}
			if !governor {
				d.adverb(c, t, int(k))
			}
		case report.Mark:
			if sub, ok := d.lex.Subordinators[lower(x.Lemma)]; ok {
				c.take(sub.Status, x.Form)
			} else if sub, ok := d.lex.Subordinators[lower(x.Form)]; ok {
				c.take(sub.Status, x.Form)
			}
		case report.Obj, report.Nsubj:
			if k2 := t.child(int(k), report.Det); k2 >= 0 && negates(&t.words[k2]) && isVerb(&t.words[w]) {
				c.negated = !c.negated
			}
		}
	}
	d.finite(c, t, w)
}

func negates(w *report.Word) bool {
	if w.Feats.Is(report.Polarity, "Neg") || w.UPOS == report.DET && w.Feats.Is(report.PronType, "Neg") {
		return true
	}
	switch lower(w.Form) {
	case "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "kaum", "weder", "keinesfalls", "keineswegs",
		"not", "n't", "never", "no", "neither", "hardly", "nor":
		return true
	}
	return false
}

// modal reads an auxiliary: what the tables say of its lemma, mood and tense.
func (d *doc) modal(c *commitment, t *tree, w, aux int) {
	x := &t.words[aux]
	l := lower(x.Lemma)
	mood, tense := x.Feats.Get(report.Mood), x.Feats.Get(report.Tense)
	if l == "werden" && !passiveAux(t, w) {
		if mood == "Sub" || lower(x.Form) == "würde" || lower(x.Form) == "würden" {
			c.take(d.subjunctiveOf(t, w), x.Form)
		} else if t.words[w].Feats.Is(report.VerbForm, "Inf") || lower(x.Form) == "wird" || lower(x.Form) == "werden" {
			c.take("planned", x.Form)
		}
		return
	}
	if l == "werden" && d.lex.Lang == "de" && lower(x.Form) != "würde" && lower(x.Form) != "würden" {
		return // the auxiliary of a passive
	}
	if l == "werden" && d.futureSaid(t, w) {
		c.take("planned", x.Form) // "sagte, dass die Partei verboten würde"
		return
	}
	if (l == "would" || l == "'d") && d.futureSaid(t, w) {
		c.take("planned", x.Form) // "said that Kenya would send troops"
		return
	}
	if d.lex.Lang == "de" {
		if mood == "" && tense == "" && t.child(w, report.Aux) >= 0 && perfectModal(t, w, aux) {
			mood, tense = "Ind", "Past" // "haben einreisen dürfen"
		} else if mood == "" && tense == "" && x.Feats.Is(report.VerbForm, "Inf") && zu(t, w, aux) {
			mood, tense = "Ind", "Pres" // "ausbauen zu wollen"
		}
		if l == "sollen" && mood != "Sub" && perfectInfinitive(t, w) {
			return // "soll den Fahrer erschossen haben" is hearsay, not a plan
		}
		mood = konjunktiv(l, lower(x.Form), mood)
	}
	for i := range d.lex.Modals {
		m := &d.lex.Modals[i]
		if m.Lemma != l && m.Lemma != lower(x.Form) || m.Mood != "" && m.Mood != mood || m.Tense != "" && m.Tense != tense && tense != "" {
			continue
		}
		c.take(m.Status, x.Form)
		return
	}
}

// subjunctiveOf is the status of "würde": a condition, or, in what somebody said,
// the future seen from then.
func (d *doc) subjunctiveOf(t *tree, w int) string {
	if d.futureSaid(t, w) {
		return "planned"
	}
	return "hypothetical"
}

// futureSaid says whether a word heads what a verb of saying in the past says.
func (d *doc) futureSaid(t *tree, w int) bool {
	h := t.head(w)
	if h < 0 || base(t.rel(w)) != report.Ccomp || d.lex.Speech.Of(t.words[h].Lemma, lexicon.Verb) == nil {
		return false
	}
	if a := t.child(w, report.Advcl); a >= 0 {
		if m := t.child(a, report.Mark); m >= 0 && condition(lower(t.words[m].Form)) {
			return false
		}
	}
	v := &t.words[h]
	return v.Feats.Is(report.Tense, "Past") && !v.Feats.Is(report.Mood, "Sub") || v.Feats.Is(report.VerbForm, "Part") && hasAux(t, h)
}

// condition says whether a conjunction opens a condition.
func condition(conjunction string) bool {
	switch conjunction {
	case "wenn", "falls", "if", "unless":
		return true
	}
	return false
}

// perfectModal says whether a modal verb in the infinitive stands with a finite
// "haben".
func perfectModal(t *tree, w, aux int) bool {
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if x := &t.words[c]; int(c) != aux && x.Rel == report.Aux && x.Lemma == "haben" && x.Feats.Is(report.VerbForm, "Fin") {
			return t.words[aux].Feats.Is(report.VerbForm, "Inf")
		}
	}
	return false
}

// zu says whether "zu" stands before a modal verb at the end of an infinitive
// clause.
func zu(t *tree, w, aux int) bool {
	return aux == w+2 && t.words[aux-1].UPOS == report.PART
}

// perfectInfinitive says whether a German participle stands with "haben" or
// "sein" behind it, beside the modal verb.
func perfectInfinitive(t *tree, w int) bool {
	if !t.words[w].Feats.Is(report.VerbForm, "Part") {
		return false
	}
	for c := t.first[w]; c >= 0; c = t.next[c] {
		switch x := &t.words[c]; lower(x.Form) {
		case "haben", "sein":
			if (x.Rel == report.Aux || x.Rel == report.AuxPass) && int(c) > w {
				return true
			}
		}
	}
	return false
}

// passiveAux says whether the auxiliaries of w make a passive rather than a
// future.
func passiveAux(t *tree, w int) bool {
	if t.words[w].Feats.Is(report.VerbForm, "Part") {
		auxiliaries, infinitive := 0, false
		for c := t.first[w]; c >= 0; c = t.next[c] {
			if x := &t.words[c]; (x.Rel == report.Aux || x.Rel == report.AuxPass) && lower(x.Lemma) == "werden" {
				auxiliaries++
				infinitive = infinitive || lower(x.Form) == "werden"
			}
		}
		return auxiliaries < 2 || !infinitive // "wird verhaftet werden", but "konnte verhaftet werden"
	}
	return false
}

// konjunktiv tells the two German subjunctives apart: Konjunktiv I reports and
// does not count, Konjunktiv II does. "sollte", "wollte" look like the past.
func konjunktiv(lemma, form, mood string) string {
	switch form {
	case "könne", "solle", "wolle", "müsse", "dürfe", "möge", "werde":
		return "Ind"
	case "könnte", "könnten", "dürfte", "dürften", "müsste", "müssten", "möchte", "möchten", "würde", "würden", "sollte", "sollten":
		return "Sub"
	}
	return mood
}

// finite reads the mood of a verb that stands without an auxiliary.
func (d *doc) finite(c *commitment, t *tree, w int) {
	if d.lex.Lang == "de" && t.words[w].Feats.Is(report.Mood, "Sub") && t.words[w].Feats.Is(report.Tense, "Past") && t.child(w, report.Aux) < 0 {
		c.take("hypothetical", t.words[w].Form)
	}
}

// adverb reads an adverb or attributive adjective listed with scope head.
func (d *doc) adverb(c *commitment, t *tree, k int) {
	x := &t.words[k]
	for _, fr := range d.statusLines(x) {
		if fr.Kind == lexicon.Adjective && scopeHas(fr, lexicon.Head) {
			if fr.Negated {
				c.negated = !c.negated
			}
			c.take(fr.Type, x.Form)
			return
		}
	}
}

func (d *doc) statusLines(x *report.Word) []*lexicon.Frame {
	if fr := d.lex.Status.Of(x.Lemma, lexicon.Adjective); fr != nil {
		return fr
	}
	return d.lex.Status.Of(lower(x.Form), lexicon.Adjective)
}

func scopeHas(fr *lexicon.Frame, want ...lexicon.Slot) bool {
	for _, alt := range fr.A {
		for _, s := range alt {
			for _, w := range want {
				if s == w {
					return true
				}
			}
		}
	}
	return false
}

// governs reads what the governing word anc makes of the content reached
// through its child. It says whether to climb on.
func (d *doc) governs(c *commitment, s, anc, child int) bool {
	t := &d.trees[s]
	rel := base(t.rel(child))
	if d.factual(t, child) {
		return false
	}
	switch rel {
	case report.Conj:
		d.sharedMarks(c, t, anc, child)
		d.sharedCondition(c, t, anc, child)
		return true
	case report.Acl, report.Advcl, report.Parataxis:
		if rel == report.Parataxis || t.rel(child) == report.AclRelcl || rel == report.Acl && d.done(t, child) {
			return false
		}
	}
	if rel == report.Nmod && d.hitBy(s, anc, child) {
		return true // "war das Ziel einer Razzia" wishes for none
	}
	if rel == report.Nmod && d.presupposed(s, anc, child) {
		return false // "versuchten, den Hergang der Anschläge zu klären"
	}
	d.verbFirst(c, t, anc)
	d.openQuestion(c, t, anc)
	var f slots
	f.fill(d, s, anc)
	fr := f.matchScope(anc, child)
	if fr != nil {
		if fr.Negated {
			c.negated = !c.negated
		}
		c.take(fr.Type, t.words[anc].Lemma)
	}
	switch rel {
	case report.Obl:
		if isVerb(&t.words[anc]) && instrument[t.caseOf(child)] {
			var own commitment // "könnte zu einem Besuch kommen"
			d.ownMarks(&own, t, anc, false)
			if own.negated {
				c.negated = !c.negated
			}
			c.take(string(own.status), own.why)
		}
	case report.Ccomp, report.Xcomp, report.Obj, report.Csubj, report.Nsubj, report.NsubjPass:
		if fr != nil && isVerb(&t.words[anc]) && rel != report.Nsubj && rel != report.NsubjPass || rel == report.Xcomp || rel == report.Obj && d.isClass(&t.words[anc], "@light") || d.heldAct(t, anc, child) {
			var own commitment
			d.ownMarks(&own, t, anc, rel == report.Ccomp)
			if rel != report.Ccomp {
				if own.negated {
					c.negated = !c.negated
				}
				c.take(string(own.status), own.why)
			}
		}
	}
	if (rel == report.Obj || rel == report.NsubjPass) && isVerb(&t.words[anc]) && !d.isClass(&t.words[anc], "@light") && f.match(d.lex.Events) == nil {
		d.modalsOf(c, t, anc) // "wollen ihre Zusammenarbeit ausbauen"
	}
	return rel == report.Ccomp || rel == report.Xcomp || rel == report.Obj || rel == report.Obl || rel == report.Nmod || rel == report.Nsubj || rel == report.NsubjPass || rel == report.Acl || rel == report.Advcl || rel == report.Csubj
}

// done says whether an English participle tells what was done to the noun before it:
// "agreed to a truce brokered by Qatar".
func (d *doc) done(t *tree, w int) bool {
	return d.lex.Lang == "en" && t.words[w].UPOS == report.VERB && pastParticiple(&t.words[w]) && t.child(w, report.Mark, report.Aux, report.AuxPass, report.Obj) < 0 && t.child(w, report.OblAgent, report.Obl) >= 0
}

// heldAct says whether an English noun is what a light verb in the passive speaks
// of: "talks will be held".
func (d *doc) heldAct(t *tree, anc, child int) bool {
	r := base(t.rel(child))
	if d.lex.Lang != "en" || r != report.NsubjPass && r != report.Nsubj || !d.isClass(&t.words[anc], "@light") {
		return false
	}
	return r == report.NsubjPass || t.child(anc, report.Obj) < 0 && pastParticiple(&t.words[anc])
}

// factual says whether what stands at a word is told as a fact whatever governs
// it, by its conjunction or preposition: "will talk after the attack".
func (d *doc) factual(t *tree, w int) bool {
	word := ""
	switch base(t.rel(w)) {
	case report.Advcl:
		if m := t.child(w, report.Mark); m >= 0 {
			word = lower(t.words[m].Form)
		}
	case report.Obl, report.Nmod:
		word = t.caseOf(w)
	}
	return word != "" && d.lex.Subordinators[word].Status == string(record.Actual)
}

// modalsOf takes what the modal verbs of a governing verb say.
func (d *doc) modalsOf(c *commitment, t *tree, verb int) {
	for k := t.first[verb]; k >= 0; k = t.next[k] {
		if t.words[k].Rel == report.Aux {
			d.modal(c, t, verb, int(k))
		}
	}
}

// sharedMarks takes over the auxiliaries of a coordinated verb that stand
// before both: "will Truppen schicken und Waffen liefern".
func (d *doc) sharedMarks(c *commitment, t *tree, anc, child int) {
	if t.child(child, report.Aux, report.AuxPass) >= 0 || t.child(child, report.Nsubj) >= 0 {
		return
	}
	if !isVerb(&t.words[child]) || t.words[child].Feats.Is(report.VerbForm, "Fin") {
		return
	}
	for k := t.first[anc]; k >= 0; k = t.next[k] {
		if t.words[k].Rel == report.Aux {
			d.modal(c, t, child, int(k))
		}
	}
}

// sharedCondition takes over the conjunction of a clause for the verbs that are
// coordinated in it: "wenn Kiew nachgäbe und die Truppen abzöge".
func (d *doc) sharedCondition(c *commitment, t *tree, anc, child int) {
	if t.child(child, report.Mark) >= 0 || !isVerb(&t.words[child]) {
		return
	}
	m := t.child(anc, report.Mark)
	if m < 0 {
		return
	}
	if sub, ok := d.lex.Subordinators[lower(t.words[m].Lemma)]; ok {
		c.take(sub.Status, t.words[m].Form)
	}
}

// matchScope is the most specific status line of the word that affects what is
// reached through the child.
func (f *slots) matchScope(anc, child int) *lexicon.Frame {
	d, w := f.d, &f.t.words[f.head]
	for _, list := range [...][]*lexicon.Frame{d.lex.Status.Of(w.Lemma, kindOf(w)), d.lex.Status.Of(lower(w.Form), kindOf(w))} {
		for _, fr := range list {
			if f.holds(fr) && (d.inScope(f.t, fr, anc, child) || f.inScope(fr, child)) {
				return fr
			}
		}
	}
	if fr := f.match(d.lex.Status); fr != nil && (d.inScope(f.t, fr, anc, child) || f.inScope(fr, child)) {
		return fr
	}
	return nil
}

// inScope says whether a word stands in a slot that a status line affects.
func (f *slots) inScope(fr *lexicon.Frame, word int) bool {
	for _, it := range f.items {
		if it.word == word && scopeHas(fr, it.slot) {
			return true
		}
	}
	return false
}

// inScope says whether the way from the governor down to the child is one that
// the status line affects.
func (d *doc) inScope(t *tree, fr *lexicon.Frame, anc, child int) bool {
	switch base(t.rel(child)) {
	case report.Ccomp, report.Xcomp, report.Acl, report.Advcl, report.Csubj:
		return scopeHas(fr, "comp", "clause")
	case report.Obj:
		return scopeHas(fr, lexicon.Obj)
	case report.NsubjPass:
		return scopeHas(fr, lexicon.Obj, lexicon.Subj)
	case report.Nsubj:
		return scopeHas(fr, lexicon.Subj)
	case report.Obl, report.Nmod:
		p := t.caseOf(child)
		if p == "" || p == "von" || p == "of" {
			return scopeHas(fr, lexicon.Gen, lexicon.Slot(p))
		}
		return scopeHas(fr, lexicon.Slot(p))
	}
	return false
}
