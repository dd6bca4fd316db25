package card

import (
	"strings"

	"depesche/record"
)

// german says records in German: the finite verb second, the rest of the
// predicate at the end, parties in the case that the predicate asks for. What
// is not actual has an auxiliary and, in brackets, the word that says how far
// the text commits itself.
type german struct {
	t     *germanTables
	names Names
}

func (g *german) phrase(r *record.Record) line {
	switch r.Kind {
	case record.KindStatement:
		return g.statementPhrase(r)
	case record.KindFigure:
		return g.figurePhrase(r)
	case record.KindRelation:
		return g.relationPhrase(r)
	}
	return g.eventPhrase(r)
}

// clause is a verb phrase said of a subject: "{acc} [nicht ]angreifen" of Kenya
// is "Kenia greift Somalia an" and, planned, "Kenia soll Somalia angreifen
// (geplant)". What stands in braces is filled in.
func (g *german) clause(subject line, many bool, phrase string, r *record.Record, fill func(l line, slot string) line) line {
	middle, infinitive := cutLast(negate(phrase, r.Negated))
	forms := g.t.verbs[infinitive]
	finite, end := pick(many, forms.plural, forms.singular), forms.particle
	aux := g.t.status[signOf(r)]
	if aux.singular != "" {
		finite, end = pick(many, aux.plural, aux.singular), infinitive
	}
	before, slot, behind := cutSlot(middle)
	l := subject.add(finite, plain).add(strings.TrimSpace(before), plain)
	if slot != "" {
		l = fill(l, slot)
	}
	l = l.add(strings.TrimSpace(behind), plain).add(end, plain)
	if aux.singular != "" && aux.word != "" {
		l = l.add("("+aux.word+")", plain)
	}
	return l
}

func signOf(r *record.Record) pair { return pair{string(r.Status), pick(r.Negated, "-", "+")} }

// negate takes what stands in brackets, or leaves it out.
func negate(phrase string, negated bool) string {
	var b strings.Builder
	for phrase != "" {
		before, rest, ok := strings.Cut(phrase, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, behind, _ := strings.Cut(rest, "]")
		if negated {
			b.WriteString(inside)
		}
		phrase = behind
	}
	return b.String()
}

func cutLast(phrase string) (before, last string) {
	i := strings.LastIndexByte(phrase, ' ')
	return phrase[:max(i, 0)], phrase[i+1:]
}

// cutSlot finds the place of the object and its case: "acc", "dat" or "gen".
func cutSlot(phrase string) (before, frame, behind string) {
	before, rest, ok := strings.Cut(phrase, "{")
	if !ok {
		return phrase, "", ""
	}
	frame, behind, _ = strings.Cut(rest, "}")
	return before, frame, behind
}

// eventPhrase says an event: who does what to whom.
func (g *german) eventPhrase(r *record.Record) line {
	a, ok := actOf(g.t.acts, r)
	if !ok {
		a = act{with: "[nicht ]gegenüber {dat} handeln", alone: "[nicht ]handeln", noun: "Handlung"}
	}
	recipient := func(l line, slot string) line { return g.decline(l, r.Recipient, slot) }
	actors, recipients := g.list(r.Actor), g.list(r.Recipient)
	switch {
	case actors != nil && recipients != nil:
		return g.clause(actors, g.several(r.Actor), g.withPeople(a.with, r.Recipient), r, recipient)
	case actors != nil:
		return g.clause(actors, g.several(r.Actor), a.alone, r, recipient)
	case recipients != nil && a.passive != "":
		return g.clause(recipients, g.several(r.Recipient), a.passive, r, recipient)
	}
	l := line{}.add(a.noun, plain)
	if recipients != nil {
		l = g.decline(l.add("betreffend", plain), r.Recipient, "acc")
	}
	return g.bracketed(l, r)
}

// withPeople turns what is done to people of a state into what is done to the
// people themselves, where the recipients are people.
func (g *german) withPeople(phrase string, es []record.Entity) string {
	if people(es) {
		return strings.Replace(phrase, "[keine ]Angehörige[n] {gen}", "{acc} [nicht ]", 1)
	}
	return phrase
}

// bracketed puts the word of the status behind a noun.
func (g *german) bracketed(l line, r *record.Record) line {
	if w := g.t.status[signOf(r)].word; w != "" {
		l = l.add("("+w+")", plain)
	}
	return l
}

// statementPhrase says who speaks to whom, through whom, about what.
func (g *german) statementPhrase(r *record.Record) line {
	subject := g.list(r.Speaker)
	if subject == nil {
		subject = line{}.add("eine nicht genannte Quelle", bold)
	}
	phrase := pick(r.Form == "document", "sich {whom} [nicht ]schriftlich äußern", "sich {whom} [nicht ]äußern")
	return g.clause(subject, g.several(r.Speaker), phrase, r, func(l line, _ string) line {
		if len(r.To) > 0 {
			l = g.decline(l.add("gegenüber", plain), r.To, "dat")
		}
		if r.Medium != nil {
			l = g.decline(l.add("über", plain), []record.Entity{*r.Medium}, "acc")
		}
		if len(r.About) > 0 {
			l = g.decline(l.add("zu", plain), r.About, "dat")
		}
		return l
	})
}

// relationPhrase says how subject and object hang together.
func (g *german) relationPhrase(r *record.Record) line {
	rel, ok := byMode(g.t.relations, r.Predicate, r.As)
	if !ok {
		rel = relation{"[nicht ]mit {dat} verbunden sein", "[nicht ]mit {dat} verbunden sein"}
	}
	subject := g.inCase(r.Subject, nominative, r.Object)
	if subject == nil {
		subject = line{}.add("eine nicht genannte Partei", bold)
	}
	phrase := pick(len(r.Subject) > 1, rel.several, rel.one)
	if before, ok := strings.CutSuffix(phrase, " sein"); ok && g.t.status[signOf(r)].singular != "" {
		phrase = before + " werden" // what does not hold yet is to become so
	}
	l := g.clause(subject, g.several(r.Subject), phrase, r, func(l line, slot string) line {
		return g.decline(l, r.Object, slot)
	})
	if r.Label != "" && r.Predicate != "holds_office" { // there the office says it already
		l = l.add("(„"+clean(r.Label)+"“)", plain)
	}
	return l
}
