package reading

import (
	"strconv"

	"depesche/record"
)

// Smallest counts that are worth a record, where nothing else says that they
// matter.
const (
	fewPeople = 10
	fewThings = 100
)

// worth says whether a figure matters to the report: sums, shares, the dead
// and injured always; numbers of people and things from a certain size on.
func (d *doc) worth(f *figure) bool {
	a := f.main()
	if f.change != nil {
		return f.measure.frame != nil || (f.measure.noun != "" || f.level != nil && f.level.isMoney()) && !f.change.bare
	}
	if a.isMoney() || a.isShare() || a.unit.Unit == "percentage_point" {
		return true
	}
	if a.isFraction {
		return f.measure.noun != "" && (f.measure.people || f.measure.frame != shareFrame)
	}
	if a.unit.Unit == "watt" && a.val.max < 1e6 {
		return false
	}
	if a.unit.Unit != "" && a.noun < 0 {
		return f.measure.frame != nil && f.measure.frame.Type != "price" || weighty[a.unit.Unit]
	}
	if a.val.min < a.val.max && a.val.max < 10 {
		return false
	}
	if f.measure.frame != nil && casualty[f.measure.frame.Type] {
		return a.val.max >= 2 || a.val.max == 0 || a.noun >= 0 && !a.spelled
	}
	if a.vague && !f.measure.people && f.measure.frame == nil {
		return false
	}
	if a.bare && f.measure.frame == nil && !f.measure.inherited {
		return false
	}
	if a.noun >= 0 && (d.isArms(f.sent, a.noun) || f.measure.frame != nil && (f.measure.frame.Type == "seats" || f.measure.frame.Type == "votes")) {
		return a.val.max >= 2
	}
	if f.measure.people {
		if fr := f.measure.frame; fr != nil && fr.Type == "other" {
			return a.val.max >= 2 // released, abducted, hostages
		}
		return a.val.max >= fewPeople
	}
	if f.measure.frame != nil {
		return a.val.max >= fewPeople
	}
	return a.val.max >= fewThings
}

// isArms says whether a noun stands for weapons; German compounds count by
// their head.
func (d *doc) isArms(s, w int) bool {
	if l := d.frameOfNoun(s, w); l != nil && (l.Mode == "weapons" || l.Mode == "projectiles") {
		return true
	}
	f := slots{d: d, sent: s, t: &d.trees[s]}
	return f.lemmaIs(w, d.lex.Classes["@weapon"]) || f.lemmaIs(w, d.lex.Classes["@warship"])
}

// weighty are units of goods that reports measure trade and output in.
var weighty = map[string]bool{"tonne": true, "barrel": true, "barrel_per_day": true, "bushel": true, "cubic_metre": true, "watt": true, "watt_hour": true, "megawatt": true, "kilowatt_hour": true, "square_kilometre": true}

// traceFigure is the path from words to record.
func (d *doc) traceFigure(f *figure, r *record.Record, c commitment) []string {
	t := &d.trees[f.sent]
	var out []string
	add := func(name string, a *amount) {
		if a == nil {
			return
		}
		out = append(out, name+": "+d.words(f.sent, a.first, a.last)+" = "+number(a.val.min)+" to "+number(a.val.max)+" "+a.unit.Unit+" "+a.unit.Currency)
	}
	add("level", f.level)
	add("change", f.change)
	add("earlier level", f.from)
	if f.changeWord >= 0 {
		out = append(out, "word of change: "+t.words[f.changeWord].Form+" -> "+f.direction+" at "+f.changeLine.Pos.String())
	}
	if f.measure.frame != nil && f.measure.word >= 0 {
		out = append(out, "measure: "+t.words[f.measure.word].Form+" -> "+f.measure.frame.Type+" at "+f.measure.frame.Pos.String())
	}
	if f.measure.inherited {
		out = append(out, "measured as the figure before it")
	}
	for i := range r.Of {
		out = append(out, "of: "+r.Of[i].Text+" = "+r.Of[i].ID+" "+r.Of[i].State)
	}
	if f.measure.guessed {
		out = append(out, "whose it is: from the context")
	}
	if c.why != "" {
		out = append(out, "status: "+string(c.status)+" because of "+c.why)
	}
	return out
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
