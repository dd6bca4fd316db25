package reading

import (
	"math"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// Roles of an amount at a word of change, by the preposition before it.
const (
	levelRole  = 'l'
	changeRole = 'c'
	fromRole   = 'f'
)

var changePreps = map[string]byte{"um": changeRole, "by": changeRole, "auf": levelRole, "to": levelRole, "at": levelRole, "bei": levelRole, "von": fromRole, "from": fromRole}

// group makes figures of the amounts of a sentence: those that one word of
// change takes together become one.
func (d *doc) group(s int, list []amount) []figure {
	var out []figure
	for i := 0; i < len(list); i++ {
		a := &list[i]
		f := figure{sent: s, changeWord: -1, first: a.first, last: a.last}
		d.findChange(&f, a)
		if _, ok := changePreps[a.prep]; !ok && f.changeWord >= 0 && !a.isShare() && !a.isMoney() && !a.isFraction && a.unit.Unit != "percentage_point" {
			f.changeWord, f.direction = -1, ""
		}
		role := d.roleOf(&f, a)
		if i+1 < len(list) && fromTo(a, &list[i+1]) {
			role = fromRole
		}
		f.put(a, role)
		if role == fromRole && i+1 < len(list) && fromTo(a, &list[i+1]) {
			i++
			f.put(&list[i], levelRole)
			f.last = list[i].last
		}
		for i+1 < len(list) && f.changeWord >= 0 && d.together(&f, &list[i], &list[i+1]) {
			i++
			f.put(&list[i], d.roleOf(&f, &list[i]))
			f.last = max(f.last, list[i].last)
		}
		if i+1 < len(list) && d.earlierBehind(&f, &list[i], &list[i+1]) {
			i++
			f.last = list[i].last
		}
		if i+1 < len(list) && d.pointsBehind(&f, &list[i], &list[i+1]) {
			i++
			f.last = list[i].last
		}
		if i+1 < len(list) && f.changeWord < 0 && f.level != nil && d.comparedBehind(&f, &list[i], &list[i+1]) {
			i++
			f.put(&list[i], changeRole)
			f.last = max(f.last, f.changeWord)
		}
		if f.level == nil && f.change == nil {
			f.level, f.from = f.from, nil
		}
		if f.level != nil && f.from != nil && (f.from.unit != f.level.unit || f.from.val.max >= f.level.val.min && f.from.val.min <= f.level.val.max) {
			f.from = nil
		}
		out = append(out, f)
	}
	return out
}

// fromTo says whether two amounts are an earlier and a later level, whatever
// the verb: "von 25 auf 18 Prozent", "from $3bn to $5bn".
func fromTo(a, b *amount) bool {
	if b.first-a.last != 2 || !a.isShare() && !a.isMoney() || a.unit != b.unit {
		return false
	}
	return a.prep == "von" && b.prep == "auf" || a.prep == "from" && b.prep == "to"
}

// pointsBehind takes the change in percentage points behind a share: "38,9
// Prozent (plus 8,9 Prozentpunkte)", "40 percent, down two points".
func (d *doc) pointsBehind(f *figure, a, b *amount) bool {
	if f.change != nil || f.level != a || !a.isShare() || b.unit.Unit != "percentage_point" || b.first-a.last > 6 {
		return false
	}
	t := &d.trees[f.sent]
	for i := a.last + 1; i < b.first; i++ {
		if isVerb(&t.words[i]) {
			return false
		}
	}
	f.changeWord, f.direction = -1, ""
	d.changeBefore(f, b)
	if f.changeWord < 0 {
		d.findChange(f, b)
	}
	f.change = b
	return true
}

func (f *figure) put(a *amount, role byte) {
	switch role {
	case changeRole:
		f.change = a
	case fromRole:
		f.from = a
	default:
		f.level = a
	}
}

// together says whether the next amount belongs to the same change: only
// prepositions and the like stand between the two, and its place is free.
func (d *doc) together(f *figure, a, b *amount) bool {
	t := &d.trees[f.sent]
	if b.first-a.last > 5 {
		return false
	}
	for i := a.last + 1; i < b.first; i++ {
		w := &t.words[i]
		switch w.UPOS {
		case report.CCONJ, report.VERB, report.AUX, report.SCONJ:
			return false
		case report.NOUN, report.PROPN:
			if d.timeAt(f.sent, i) < 0 {
				return false
			}
		case report.PUNCT:
			if w.Form != "," {
				return false
			}
		}
	}
	switch d.roleOf(f, b) {
	case changeRole:
		return f.change == nil && b.prep != "and"
	case fromRole:
		return f.from == nil
	}
	_, known := changePreps[b.prep]
	return f.level == nil && known
}

// timeAt is the index of the expression of time that covers a word, -1 for none.
func (d *doc) timeAt(s, w int) int {
	for i := range d.rep.Times {
		x := &d.rep.Times[i]
		if x.Sentence == s && x.First <= w && w <= x.Last {
			return i
		}
	}
	return -1
}

// findChange finds the word of change that an amount belongs to: a verb or
// noun that governs it, or a comparative behind it ("5 percent higher").
func (d *doc) findChange(f *figure, a *amount) {
	t := &d.trees[f.sent]
	if k := a.last + 1; k < len(t.words) && (a.isShare() || a.isMoney() || a.bare || a.isFraction || a.unit.Unit == "percentage_point") {
		if fr := d.changeLine(f.sent, k, lexicon.Adjective); fr != nil {
			f.setChange(k, fr)
			return
		}
	}
	h, steps := a.at, 0
	for steps < 4 {
		if h = t.head(h); h < 0 {
			break
		}
		steps++
		w := &t.words[h]
		if h >= a.first && h <= a.last {
			continue
		}
		if fr := d.changeLine(f.sent, h, kindOf(w)); fr != nil {
			if isVerb(w) || steps <= 2 {
				f.setChange(h, fr)
			}
			return
		}
		if isVerb(w) {
			d.changeAtVerb(f, h)
			break
		}
	}
	if f.changeWord < 0 {
		d.changeBefore(f, a)
	}
}

// comparedBehind says whether a share set behind a comma compares the amount before
// it, and takes the word that says so: "2000 Anträge, um 45 Prozent weniger als im
// Vorjahr".
func (d *doc) comparedBehind(f *figure, a, b *amount) bool {
	t := &d.trees[f.sent]
	const near = 5
	w := b.last + 1
	if !b.isShare() && !b.isFraction || w >= len(t.words) || b.first-a.last > near {
		return false
	}
	comma := false
	for k := a.last + 1; k < b.first; k++ {
		comma = comma || t.words[k].Form == ","
	}
	if !comma || isVerb(&t.words[w]) {
		return false
	}
	fr := d.changeLine(f.sent, w, kindOf(&t.words[w]))
	if fr == nil {
		return false
	}
	f.setChange(w, fr)
	return true
}

// changeBefore looks for a word of change right before the amount, where the
// tree does not lead to it: "ein Plus von 3 Prozent", "up 3 percent".
func (d *doc) changeBefore(f *figure, a *amount) {
	t := &d.trees[f.sent]
	for i := a.first - 1; i >= 0 && i >= a.first-2; i-- {
		if isVerb(&t.words[i]) {
			continue
		}
		if fr := d.changeLine(f.sent, i, kindOf(&t.words[i])); fr != nil {
			f.setChange(i, fr)
			return
		}
	}
}

// changeAtVerb takes a noun or particle of change at a verb that is none
// itself: "verzeichnete einen Anstieg um 3 Prozent", "was up 3 percent".
func (d *doc) changeAtVerb(f *figure, verb int) {
	t := &d.trees[f.sent]
	for c := t.first[verb]; c >= 0; c = t.next[c] {
		switch base(t.words[c].Rel) {
		case report.Obj, report.Nsubj, report.NsubjPass, report.Advmod, report.CompoundPrt:
			if fr := d.changeLine(f.sent, int(c), kindOf(&t.words[c])); fr != nil {
				f.setChange(int(c), fr)
				return
			}
		}
	}
}

func (f *figure) setChange(w int, fr *lexicon.Frame) {
	f.changeWord, f.changeLine, f.direction = w, fr, fr.Type
}

func (d *doc) changeLine(s, w int, kind lexicon.Kind) *lexicon.Frame {
	if kind == 0 {
		kind = lexicon.Adjective // "up", "down" tagged as particles
	}
	var sl slots
	sl.fill(d, s, w)
	if fr := sl.match(d.lex.Changes); fr != nil {
		return fr
	}
	x := &d.trees[s].words[w]
	if kind == lexicon.Adjective {
		if l := d.lex.Changes.Of(lower(x.Form), kind); len(l) > 0 {
			return l[0]
		}
		if l := d.lex.Changes.Of(capitalise(lower(x.Form)), lexicon.Noun); len(l) > 0 && d.lex.Lang == "de" {
			return l[0] // "plus 3 Prozent"
		}
	}
	return nil
}

// roleOf says what an amount is at the figure's word of change: the change
// itself, the level after it, or the level before it.
func (d *doc) roleOf(f *figure, a *amount) byte {
	if f.changeWord < 0 {
		if a.unit.Unit == "percentage_point" || a.isShare() && (a.prep == "um" || a.prep == "by") {
			return changeRole // by a verb that the table does not have
		}
		return levelRole
	}
	t := &d.trees[f.sent]
	w := &t.words[f.changeWord]
	share := a.isShare() || a.unit.Unit == "percentage_point"
	if f.changeWord > a.last && !isVerb(w) && f.changeWord <= a.last+2 {
		if share || a.isMoney() || a.isFraction {
			return changeRole // "3 percent higher", "a 3 percent rise"
		}
		return levelRole
	}
	if r, ok := changePreps[a.prep]; ok {
		if !isVerb(w) && r == fromRole && (share || a.isMoney()) && f.changeWord < a.first && a.first-f.changeWord <= 2 && f.change == nil {
			return changeRole // "ein Anstieg von 3 Prozent"
		}
		if r == changeRole && !share && !a.isMoney() && !a.isFraction && a.noun >= 0 && a.val.max < 10 {
			return levelRole
		}
		return r
	}
	if a.prep == "of" && !isVerb(w) && (share || a.isMoney()) {
		return changeRole
	}
	if !isVerb(w) && (f.changeWord > a.first || a.first-f.changeWord > 2) {
		return levelRole
	}
	if share && a.prep != "in" && !d.isSubject(t, a) && !d.wins(f, a) {
		return changeRole // "rose 3 percent"
	}
	return levelRole
}

// wins says whether a share without a preposition is won or lost by somebody
// and no change: "won 23 percent of the vote", "gewann 23 Prozent der Stimmen".
func (d *doc) wins(f *figure, a *amount) bool {
	x := namer{d: d, f: f, a: a, t: &d.trees[f.sent]}
	x.ofAmount()
	if len(x.out) > 0 {
		return true
	}
	var s slots
	s.fill(d, f.sent, f.changeWord)
	for _, p := range s.entities(lexicon.SlotExpr{{lexicon.Subj}}, nil) {
		if !p.via && (p.ent.isPerson() || p.ent.rec.Type == record.TypeOrganisation && p.ent.rec.Sector == "PTY") {
			return true
		}
	}
	return false
}

func (d *doc) isSubject(t *tree, a *amount) bool {
	r := base(t.rel(a.at))
	return r == report.Nsubj || r == report.NsubjPass
}

// difference is the change between an earlier level and the later one, both
// said: of shares in percentage points.
func difference(f *figure) *record.Quantity {
	lo, hi := f.level.val.min-f.from.val.max, f.level.val.max-f.from.val.min
	q := &record.Quantity{Min: round(lo), Max: round(hi), Unit: f.level.unit.Unit, Currency: f.level.unit.Currency, Direction: "up"}
	if hi < 0 {
		q.Min, q.Max, q.Direction = round(-hi), round(-lo), "down"
	}
	switch q.Unit {
	case "percent":
		q.Unit = "percentage_point"
	case "":
		q.Unit = f.quantity(f.level).Unit
	}
	return q
}

// round takes away what binary fractions leave over, beyond the ninth decimal.
func round(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// derive is the earlier level that follows from a level and a change: the
// bounds are rounded outwards, to whole numbers where the level is one.
func derive(r *record.Record) *record.Derived {
	v, c := r.Value, r.Change
	if v == nil || c == nil || c.Direction == "" {
		return nil
	}
	lo, hi := 0.0, 0.0
	sign := 1.0
	if c.Direction == "down" {
		sign = -1
	}
	switch {
	case c.Unit == "percent" && v.Unit != "percent":
		if sign < 0 && c.Max >= 100 {
			return nil
		}
		near, far := v.Min/(1+sign*c.Min/100), v.Min/(1+sign*c.Max/100)
		lo = min(near, far)
		near, far = v.Max/(1+sign*c.Min/100), v.Max/(1+sign*c.Max/100)
		hi = max(near, far)
	case c.Unit == "percentage_point" && v.Unit == "percent", c.Unit == v.Unit && c.Currency == v.Currency && c.Unit != "percent":
		lo, hi = v.Min-c.Max, v.Max-c.Min
		if sign < 0 {
			lo, hi = v.Min+c.Min, v.Max+c.Max
		}
	default:
		return nil
	}
	if lo < 0 || math.IsInf(hi, 0) {
		return nil
	}
	q := record.Quantity{Min: outward(lo, math.Floor), Max: outward(hi, math.Ceil), Unit: v.Unit, Currency: v.Currency}
	return &record.Derived{Value: q, Period: before(r)}
}

func outward(x float64, to func(float64) float64) float64 {
	if x = round(x); x >= 1000 {
		return to(x)
	}
	return to(round(x*100)) / 100
}

// before is the period that the derived level covers: the one compared with,
// else the year before a whole year.
func before(r *record.Record) record.Date {
	if !r.Against.IsZero() {
		return record.Date{From: r.Against.From, To: r.Against.To}
	}
	if r.Period.From == 0 || r.Period.To == 0 {
		return record.Date{}
	}
	y, _, _ := r.Period.From.Date()
	if r.Period.Interval() != record.Year(y) {
		return record.Date{}
	}
	p := record.Year(y - 1)
	return record.Date{From: p.From, To: p.To}
}
