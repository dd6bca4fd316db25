package reading

import (
	"depesche/report"
)

// excluded says whether a number phrase is none that a report measures
// something by: part of a name or of an expression of time, a year, a label
// ("Artikel 5"), an age, an ordinal, the first part of a compound.
func (x *scanner) excluded(a *amount) bool {
	w := &x.t.words[a.num]
	if x.named(a) || x.dated(a) || w.Feats.Is(report.NumType, "Ord") {
		return true
	}
	if a.year && (a.bare || a.noun >= 0 && !a.approx && int(w.Head) != a.noun) && a.unit.Unit == "" {
		return true
	}
	if x.labelled(a) || x.hyphened(a) {
		return true
	}
	return timeUnits[a.unit.Unit] || a.unit.Unit == "degree"
}

// timeUnits are left to the expressions of time.
var timeUnits = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true}

// named says whether the number is part of a name.
func (x *scanner) named(a *amount) bool {
	for i := a.first; i <= a.num; i++ {
		if x.t.words[i].UPOS != report.NUM && i != a.num {
			continue
		}
		if m := x.d.mentionAt(x.s, i); m != nil && (m.kind == byName || m.kind == byUnknown) && a.noun != m.head {
			return true
		}
	}
	return x.t.words[a.num].Name != report.NameNone && a.unit.Unit == "" && a.noun < 0
}

// dated says whether an expression of time covers the number.
func (x *scanner) dated(a *amount) bool {
	for i := range x.d.rep.Times {
		t := &x.d.rep.Times[i]
		if t.Sentence == x.s && t.First <= a.num && a.num <= t.Last {
			return true
		}
	}
	return false
}

// labelled says whether the number is the name of the thing before it:
// "Artikel 5", "Resolution 1325", "Platz 2", "aged 14".
func (x *scanner) labelled(a *amount) bool {
	for n := 1; n <= 3 && a.first-n >= 0; n++ {
		if x.d.lex.Approx[lowerJoin(x.t, a.first-n, n)] == "label" {
			return true
		}
	}
	if !a.bare || a.first == 0 || a.approx {
		return false
	}
	b := &x.t.words[a.first-1]
	if b.UPOS == report.PROPN {
		return true
	}
	if b.Form == "#" || b.Form == "+" || b.Form == "§" || b.Form == "/" || b.Form == ":" && a.first > 1 && hasDigit(x.t.words[a.first-2].Form) {
		return true
	}
	return b.UPOS == report.NOUN && int(x.t.words[a.num].Head) == a.first-1 && b.Feats.Is(report.Number, "Sing")
}

// hyphened says whether the number is the first part of a compound that is
// written apart: "six - member team", "131-page".
func (x *scanner) hyphened(a *amount) bool {
	if a.unit.Unit != "" && !countedThing[a.unit.Unit] && !countsPeople(a.unit.Unit) {
		return false
	}
	k := a.num + 1
	return k < len(x.t.words) && (x.t.words[k].Form == "-" || x.t.words[k].Form == ":")
}
