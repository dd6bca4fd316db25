package card

import (
	"strings"

	"depesche/record"
)

// english says records in English.
type english struct {
	t     *tables
	names Names
}

// phrase says records as one clause; several are relations that joins lets stand together.
func (e *english) phrase(rs []*record.Record) line {
	r := rs[0]
	switch r.Kind {
	case record.KindStatement:
		return e.statementPhrase(r)
	case record.KindFigure:
		return e.figurePhrase(r)
	case record.KindRelation:
		return e.relationPhrase(rs)
	}
	return e.eventPhrase(r)
}

// verb puts a verb phrase in the base form ("be a member of", "attack") into
// the form that number, status and negation ask for.
func (t *tables) verb(base string, several bool, status record.Status, negated bool) string {
	first, rest, _ := strings.Cut(base, " ")
	if rest != "" {
		rest = " " + rest
	}
	if status == record.Actual || status == "" {
		switch {
		case first == "be" && negated:
			return pick(several, "are", "is") + " not" + rest
		case first == "be":
			return pick(several, "are", "is") + rest
		case !negated && several:
			return base
		case !negated:
			return thirdPerson(first) + rest
		}
		status = record.Actual
	}
	aux := t.status[pair{string(status), pick(negated, "-", "+")}]
	return pick(several, aux.plural, aux.singular) + " " + base
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

// thirdPerson is the third person singular of an English verb.
func thirdPerson(v string) string {
	switch {
	case v == "have":
		return "has"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), v == "go", v == "do", v == "veto":
		return v + "es"
	case strings.HasSuffix(v, "y") && len(v) > 1 && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

// statusWord is the word that says a status beside a noun, "" for an actual
// one that is affirmed.
func (t *tables) statusWord(r *record.Record) string {
	return t.status[pair{string(r.Status), pick(r.Negated, "-", "+")}].word
}

// eventPhrase says an event: who does what to whom.
func (e *english) eventPhrase(r *record.Record) line {
	a, ok := actOf(e.t.acts, r)
	if !ok {
		a = act{"act on", "act", "acted on", "an act"}
	}
	if people(r.Recipient) {
		a.with = strings.TrimSuffix(a.with, " people of") // "expels diplomats", but "expels people of Russia"
	}
	actors, recipients := e.list(r.Actor, bold), e.list(r.Recipient, bold)
	switch {
	case actors != nil && recipients != nil:
		return actors.add(e.t.verb(a.with, e.several(r.Actor), r.Status, r.Negated), plain).append(recipients)
	case actors != nil:
		return actors.add(e.t.verb(a.alone, e.several(r.Actor), r.Status, r.Negated), plain)
	case recipients != nil && a.passive != "-":
		return recipients.add(e.t.verb("be "+a.passive, e.several(r.Recipient), r.Status, r.Negated), plain)
	}
	l := line{}.add(a.noun, plain)
	if recipients != nil {
		l = l.add("concerning", plain).append(recipients)
	}
	if w := e.t.statusWord(r); w != "" {
		l = l.add("("+w+")", plain)
	}
	return l
}

// modeOf is the mode under which the tables say an act: its own, or "mutual".
func modeOf(r *record.Record) string {
	if r.Mode == "" && len(r.Actor) > 1 && len(r.Recipient) == 0 {
		return "mutual"
	}
	return r.Mode
}

// people says whether all are people, not states or bodies.
func people(es []record.Entity) bool {
	for i := range es {
		if es[i].Type != record.TypePerson && es[i].Type != record.TypeGroup {
			return false
		}
	}
	return true
}

// statementPhrase says who speaks to whom, through whom.
func (e *english) statementPhrase(r *record.Record) line {
	speaker := e.list(r.Speaker, bold)
	if speaker == nil {
		speaker = line{}.add("Somebody not named", bold)
	}
	verb := "make a statement"
	if r.Form == "document" {
		verb = "make a written statement"
	}
	l := speaker.add(e.t.verb(verb, e.several(r.Speaker), r.Status, r.Negated), plain)
	if to := e.list(r.To, bold); to != nil {
		l = l.add("to", plain).append(to)
	}
	if r.Medium != nil {
		l = l.add("through", plain).append(e.list([]record.Entity{*r.Medium}, bold))
	}
	if about := e.list(r.About, plain); about != nil {
		l = l.add("about", plain).append(about)
	}
	return l
}

// figurePhrase says what is measured, of whom, and how much.
func (e *english) figurePhrase(r *record.Record) line {
	m, ok := e.t.measures[r.Measure]
	if !ok {
		m = measure{strings.ReplaceAll(r.Measure, "_", " "), "of"}
	}
	words := m.words
	if r.Measure == "other" || words == "" {
		words = inWords(English, clean(r.Noun))
	}
	if words == "" {
		words = untold(r)
	}
	l := line{}.add(words, plain)
	if of := e.list(r.Of, bold); of != nil && !(len(r.Of) == 1 && clean(r.Of[0].Text) == words) {
		joint := m.joint
		switch {
		case joint == "between" && !e.several(r.Of):
			joint = "of"
		case joint == "in" && r.Of[0].Type != record.TypeState && r.Of[0].Type != record.TypePlace:
			joint = "among"
		}
		l = l.add(joint, plain).append(of)
	}
	l = append(l, piece{text: ":"})
	return l.add(strings.Join(e.amounts(r, words), ", "), bold)
}

// untold names what is measured where the report leaves it open.
func untold(r *record.Record) string {
	q := r.Value
	if q == nil {
		q = r.Change
	}
	switch {
	case q != nil && q.Unit == "money":
		return "amount"
	case q != nil && q.Unit == "percent":
		return "share"
	}
	return "number"
}

// amounts are the level, the change and what follows from them.
func (e *english) amounts(r *record.Record, noun string) []string {
	var parts []string
	about := pick(r.Approximate, "about ", "")
	if r.Value != nil {
		value := *r.Value
		if value.Unit == "people" { // the measure or its noun says who is counted
			value.Unit = ""
		}
		unit := inWords(English, r.Noun)
		if unit == noun {
			unit = ""
		}
		parts = append(parts, about+quantity(&value, unit))
		about = ""
	}
	if r.Change != nil {
		words := change(r.Change)
		if about != "" {
			words = r.Change.Direction + " " + about + quantity(r.Change, "")
		}
		if against := humanDate(r.Against, false); against != "" {
			words += " against " + against
		}
		parts = append(parts, strings.TrimSpace(words))
	}
	if w := e.t.statusWord(r); w != "" {
		parts = append(parts, w)
	}
	return parts
}

// derivedNote says what follows from a figure by arithmetic.
func derivedNote(d *record.Derived) string {
	q := d.Value
	words := rounded((q.Min + q.Max) / 2)
	if q.Currency != "" {
		words = q.Currency + " " + words
	}
	if q.Unit == "percent" {
		words += "%"
	}
	note := "by arithmetic about " + words
	if p := humanDate(d.Period, false); p != "" {
		note += " in " + p
	}
	return note
}

// relationPhrase says how subject and object hang together. Several records of
// one sentence that differ in the subject alone are said together.
func (e *english) relationPhrase(rs []*record.Record) line {
	r := rs[0]
	rel, ok := byMode(e.t.relations, r.Predicate, r.As)
	if !ok {
		words := strings.ReplaceAll(r.Predicate, "_", " ")
		rel = relation{words, words}
	}
	var subjects, objects []record.Entity
	for _, one := range rs {
		subjects = append(subjects, one.Subject...)
		objects = append(objects, one.Object...)
	}
	many := e.several(subjects)
	l := e.withArticles(join(subjects, "and", bold, func(who *record.Entity) (string, string) {
		name, note := e.nameAndNote(who)
		return name, unless(note, who, objects)
	}))
	if l == nil {
		l = l.add("Somebody not named", bold)
	}
	verb := e.t.verb(pick(many, rel.several, rel.one), many, r.Status, r.Negated)
	if r.Predicate == "holds_office" && r.Negated { // who does not hold an office once had it
		verb = strings.Replace(verb, " not", " no longer", 1)
	}
	l = l.add(verb, plain)
	if obj := e.list(objects, bold); obj != nil {
		l = l.append(obj)
	} else {
		l = l.add(pick(many, "each other", "somebody not named"), bold)
	}
	if r.Label != "" && r.Predicate != "holds_office" { // there the office says it already
		l = l.add("(“"+clean(r.Label)+"”)", plain)
	}
	return l
}

func or(a, b string) string { return pick(a != "", a, b) }
