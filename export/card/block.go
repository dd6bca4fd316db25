package card

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// clusters puts records of one sentence together, so that the sentence is
// written once. With Explain every record stands alone.
func (c *card) clusters(rs []*record.Record) [][]*record.Record {
	var cs [][]*record.Record
	for i, r := range rs {
		if i > 0 && !c.o.Explain && sentence(r) == sentence(rs[i-1]) && sentence(r) >= 0 {
			cs[len(cs)-1] = append(cs[len(cs)-1], r)
			continue
		}
		cs = append(cs, []*record.Record{r})
	}
	return cs
}

func sentence(r *record.Record) int {
	if len(r.Evidence) == 0 {
		return -1
	}
	return r.Evidence[0].Sentence
}

// cluster writes the records of one sentence, and the sentence.
func (c *card) cluster(group int, rs []*record.Record) {
	merged := merge(rs)
	for i, same := range merged {
		r := same[0]
		left := c.left(group, r)
		phrase, notes := capital(c.en.phrase(same)), c.notes(r)
		if len(notes) == 1 { // how sure it is, and nothing else
			phrase, notes = append(phrase, piece{text: " · " + notes[0], style: dim}), nil
		}
		right := wrap(phrase, c.rightColumn())
		right = append(right, wrap(line{{text: strings.Join(notes, " · "), style: dim}}, c.rightColumn())...)
		if i == len(merged)-1 {
			right = append(right, c.quote(rs)...)
		}
		if c.o.Explain {
			right = append(right, c.trace(r)...)
		}
		c.beside(left, right)
	}
	c.out.WriteByte('\n')
}

// capital makes the first letter of a line a capital.
func capital(l line) line {
	if len(l) > 0 {
		first, n := utf8.DecodeRuneInString(l[0].text)
		l[0].text = string(unicode.ToUpper(first)) + l[0].text[n:]
	}
	return l
}

// merge puts relations together that differ in the subject alone, or in the
// object alone: a list in the text reads as a list again.
func merge(rs []*record.Record) [][]*record.Record {
	var out [][]*record.Record
	for _, r := range rs {
		if n := len(out); n > 0 && joins(out[n-1], r) {
			out[n-1] = append(out[n-1], r)
			continue
		}
		out = append(out, []*record.Record{r})
	}
	return out
}

func joins(rs []*record.Record, r *record.Record) bool {
	a := rs[0]
	if r.Kind != record.KindRelation || a.Kind != r.Kind || a.Predicate != r.Predicate || a.As != r.As || a.Label != r.Label ||
		a.Status != r.Status || a.Negated != r.Negated || confidence(a.Confidence) != confidence(r.Confidence) || !sameDate(a.Date, r.Date) || !sameSays(a.Says, r.Says) {
		return false
	}
	sameSubject, sameObject := sameIDs(a.Subject, r.Subject), sameIDs(a.Object, r.Object)
	if len(rs) > 1 { // go on as the list began
		sameSubject = sameSubject && sameIDs(a.Subject, rs[1].Subject)
		sameObject = sameObject && sameIDs(a.Object, rs[1].Object)
	}
	return sameSubject != sameObject
}

func sameDate(a, b record.Date) bool {
	return a.From == b.From && a.To == b.To && a.Text == b.Text && slices.Equal(a.Days, b.Days)
}

func sameIDs(a, b []record.Entity) bool {
	return slices.EqualFunc(a, b, func(x, y record.Entity) bool { return x.ID == y.ID })
}

func sameSays(a, b []record.Attribution) bool {
	return slices.EqualFunc(a, b, func(x, y record.Attribution) bool {
		return x.Cue == y.Cue && (x.Who == nil) == (y.Who == nil) && (x.Who == nil || x.Who.ID == y.Who.ID)
	})
}

// left is when, and by which code.
func (c *card) left(group int, r *record.Record) []line {
	date := r.Date
	if r.Kind == record.KindFigure && !r.Period.IsZero() {
		date = r.Period
	}
	words, s := humanDate(date, group == plans), when
	if words == "" && r.Kind == record.KindEvent {
		words, s = "undated", dim
	}
	rows := wrap(line{{text: words, style: s}}, leftColumn)
	return append(rows, wrap(line{{text: code(r), style: dim}}, leftColumn)...)
}

// code is the record's type in the codes that the JSON has.
func code(r *record.Record) string {
	switch r.Kind {
	case record.KindEvent:
		return strings.TrimSpace(r.Type + " " + r.Mode)
	case record.KindStatement:
		return strings.TrimSpace("statement " + r.Form)
	case record.KindFigure:
		return "figure"
	}
	return r.Predicate
}

// notes are what else is known: place, numbers, contexts, who says so, how
// sure it is.
func (c *card) notes(r *record.Record) []string {
	var ns []string
	if r.Place != nil && !contains(r.Actor, r.Place.ID) && !contains(r.Recipient, r.Place.ID) {
		ns = append(ns, "in "+c.en.name(r.Place))
	}
	for _, n := range []struct {
		r    *record.Range
		word string
	}{{r.Killed, "killed"}, {r.Injured, "injured"}, {r.Size, "taking part"}} {
		if n.r != nil {
			ns = append(ns, count(n.r, n.word))
		}
	}
	if r.Derived != nil {
		ns = append(ns, derivedNote(r.Derived))
	}
	if len(r.Context) > 0 {
		ns = append(ns, strings.ReplaceAll(strings.Join(r.Context, ", "), "_", " "))
	}
	if s := c.en.says(r.Says); s != "" {
		ns = append(ns, s)
	}
	return append(ns, confidence(r.Confidence))
}

func contains(es []record.Entity, id string) bool {
	return slices.ContainsFunc(es, func(e record.Entity) bool { return e.ID == id })
}

// trace is the path from words to record.
func (c *card) trace(r *record.Record) []line {
	width := c.rightColumn()
	steps := r.Trace
	if len(steps) == 0 {
		steps = []string{"rule " + r.By}
	}
	steps = append(slices.Clip(steps), linked(r)...)
	var rows []line
	for i, step := range steps {
		lead := "why  "
		if i > 0 {
			lead = "     "
		}
		for _, row := range wrap(line{{text: clean(step), style: dim}}, width-len(lead)) {
			rows = append(rows, append(line{{text: lead, style: dim}}, row...))
			lead = "     "
		}
	}
	return rows
}

// linked are the names of a record's parties with what was counted when they
// were linked.
func linked(r *record.Record) []string {
	var out []string
	for _, list := range [][]record.Entity{r.Actor, r.Recipient, r.Subject, r.Object, r.Of, r.Speaker} {
		for i := range list {
			out = appendLinked(out, &list[i])
		}
	}
	return out
}

func appendLinked(out []string, e *record.Entity) []string {
	if e.Linked == "" {
		return out
	}
	s := "“" + e.Text + "” " + e.ID + ": " + e.Linked
	if slices.Contains(out, s) {
		return out
	}
	return append(out, s)
}
