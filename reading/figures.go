package reading

import (
	"cmp"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// figure is a figure on its way to a record: a level, a change or both, and
// what they measure.
type figure struct {
	sent          int
	level, change *amount
	from          *amount // the earlier level, where the text says it
	direction     string  // of the change
	changeLine    *lexicon.Frame
	changeWord    int // word that says the change, -1
	measure       measure
	behind        *figure         // the one before it in its sentence, nil for none
	owners        []record.Entity // once it is written
	first, last   int
}

// main is the amount that the measure is read from.
func (f *figure) main() *amount {
	if f.level != nil {
		return f.level
	}
	return f.change
}

// findFigures finds what the report measures: it needs mentions, cues,
// speeches and times, and gives records.
func (d *doc) findFigures() {
	var earlier []figure
	for s := range d.trees {
		list := d.amounts(s)
		if len(list) == 0 {
			continue
		}
		list = dropConversions(&d.trees[s], list)
		here := d.group(s, list)
		for i := range here {
			here[i].measure = d.measureOf(&here[i])
			if i > 0 {
				here[i].behind = &here[i-1]
			}
		}
		d.spread(here)
		sharedVotes(here)
		for i := range here {
			f := &here[i]
			d.inherit(f, earlier)
			if !d.worth(f) {
				continue
			}
			d.emitFigure(f)
			f.measure.group = cmp.Or(f.measure.group, f.measure.noun)
			earlier = append(earlier, *f)
		}
	}
}

// dropConversions leaves out the same sum in another currency, in brackets
// behind the first: "5 Milliarden Euro (5,4 Milliarden Dollar)".
func dropConversions(t *tree, list []amount) []amount {
	out := list[:0]
	for _, a := range list {
		if n := len(out); n > 0 && a.isMoney() && out[n-1].isMoney() && out[n-1].unit != a.unit && a.first-out[n-1].last <= 3 && opens(t, out[n-1].last+1, a.first) {
			continue
		}
		out = append(out, a)
	}
	return out
}

func opens(t *tree, from, to int) bool {
	for i := from; i < to; i++ {
		switch t.words[i].Form {
		case "(", "-LRB-", "[", "/":
			return true
		}
	}
	return false
}

// spread gives what befell the people of one number to those listed with it:
// "14 Kämpfer, sieben Zivilisten und acht Soldaten wurden getötet".
func (d *doc) spread(here []figure) {
	for n := range len(here) - 1 {
		d.share(&here[n], &here[n+1])
	}
	for n := len(here) - 2; n >= 0; n-- {
		d.share(&here[n], &here[n+1])
	}
}

func (d *doc) share(a, b *figure) {
	if !a.measure.people || !b.measure.people || !d.enumerated(a, b) {
		return
	}
	if d.ownVerb(a, b) || d.ownVerb(b, a) {
		return
	}
	if !a.befallen() && b.befallen() && !a.measure.decided() {
		a.measure.take(b.measure.frame, b.measure.word)
	} else if a.befallen() && !b.befallen() && !b.measure.decided() {
		b.measure.take(a.measure.frame, a.measure.word)
	}
}

// ownVerb says whether the people of a figure belong to another verb than the
// one that says what happened to the other's.
func (d *doc) ownVerb(a, b *figure) bool {
	if !b.befallen() {
		return false
	}
	v := d.verbOver(a.sent, a.main().at)
	return v >= 0 && v != b.measure.word && isVerb(&d.trees[a.sent].words[v])
}

// befallen says whether a word other than the counted noun says what happened
// to the people.
func (f *figure) befallen() bool {
	m := &f.measure
	return m.frame != nil && casualty[m.frame.Type] && m.word != m.nounWord
}

// decided says whether the counted noun alone says what happened: "Tote".
func (m *measure) decided() bool { return m.frame != nil && casualty[m.frame.Type] }

// enumerated says whether only commas and conjunctions stand between two numbers.
func (d *doc) enumerated(a, b *figure) bool {
	t := &d.trees[a.sent]
	if b.first <= a.last {
		return false
	}
	for i := a.last + 1; i < b.first; i++ {
		if w := &t.words[i]; w.Form != "," && w.UPOS != report.CCONJ && lower(w.Form) != "sowie" {
			return false
		}
	}
	return true
}

// inherit gives a number without a noun what the last figure of the same or
// the sentence before measured: "rescued over 700 asylum seekers … 200 more".
func (d *doc) inherit(f *figure, earlier []figure) {
	a := f.main()
	if !a.bare || len(earlier) == 0 || f.change != nil {
		return
	}
	last := &earlier[len(earlier)-1]
	if f.measure.frame != nil && f.measure.frame == last.measure.frame && last.sent == f.sent && last.main().isShare() && a.val.max <= 100 {
		a.unit, a.bare = last.main().unit, false // "48 Prozent stimmten dafür, 41 dagegen"
		return
	}
	if f.measure.frame != nil {
		if last.measure.people && last.sent == f.sent && (f.measure.people || f.measure.frame.Type == "other") {
			f.measure.people, f.measure.group, f.measure.inherited = true, last.measure.group, true
		}
		return
	}
	if f.sent-last.sent > 1 || last.main().isMoney() || last.main().isShare() || last.measure.noun == "" {
		return
	}
	if f.sent != last.sent && !d.backward(f) {
		return
	}
	f.measure.frame, f.measure.noun, f.measure.people, f.measure.group, f.measure.inherited = last.measure.frame, last.measure.noun, last.measure.people, last.measure.group, true
	f.measure.of = last.measure.of
}

// backward says whether a sentence speaks of a number named before: "The
// church puts that number at 40,000", "Andere sprechen von 300".
func (d *doc) backward(f *figure) bool {
	t := &d.trees[f.sent]
	for i := 0; i < f.main().first; i++ {
		if d.lex.Approx[lower(t.words[i].Form)] == "number" {
			return true
		}
	}
	return false
}

// emitFigure writes the record.
func (d *doc) emitFigure(f *figure) {
	w := d.holderWord(f)
	c := d.commitmentOf(f.sent, w)
	of := d.figureOf(f)
	f.owners = of
	r := record.Record{
		Kind: record.KindFigure, Measure: f.measure.name(), Status: c.status, Negated: c.negated && !d.negatorInside(f),
		Says:     d.attributionOf(f.sent, w),
		Evidence: []record.Evidence{d.evidence(f.sent, f.first, f.last)},
		Of:       of,
		By:       f.measure.by(),
	}
	if r.Measure == "other" || f.measure.frame == shareFrame {
		r.Noun = f.measure.noun
	}
	if says := d.claimants(f); len(says) > 0 {
		r.Says = says
	}
	d.quantities(f, &r)
	d.periods(f, &r)
	if f.from == nil {
		r.Derived = derive(&r)
	}
	if r.Status == record.Actual && !r.Period.IsZero() && d.rep.Date.To != 0 && r.Period.From > d.rep.Date.To {
		r.Status = record.Expected
	}
	r.Trace = d.traceFigure(f, &r, c)
	d.emit(r)
	if f.measure.word >= 0 {
		d.dropMeasured(f.sent, f.measure.word)
	}
}

// negatorInside says whether the negation belongs to the words that blur the number:
// "nicht mehr als 50".
func (d *doc) negatorInside(f *figure) bool {
	t := &d.trees[f.sent]
	a := f.main()
	for w := a.first; w < a.num; w++ {
		if negates(&t.words[w]) {
			return true
		}
	}
	return false
}

// quantities fills level and change.
func (d *doc) quantities(f *figure, r *record.Record) {
	if a := f.level; a != nil {
		r.Value = f.quantity(a)
		r.Approximate = a.approx || a.vague
	}
	if a := f.change; a != nil {
		r.Change = f.quantity(a)
		r.Change.Direction = f.direction
		r.Approximate = r.Approximate || a.approx
	} else if f.from != nil && f.level != nil {
		r.Change = difference(f)
	}
}

func (f *figure) quantity(a *amount) *record.Quantity {
	q := &record.Quantity{Min: a.val.min, Max: a.val.max, Unit: a.unit.Unit, Currency: a.unit.Currency}
	switch {
	case a.isFraction && a.unit.Unit == "":
		q.Min, q.Max, q.Unit = round(a.val.min*100), round(a.val.max*100), "percent"
	case a.unit.Unit == "" && f.measure.people:
		q.Unit = "people"
	case a.unit.Unit == "":
		q.Unit = f.measure.noun
	}
	return q
}
