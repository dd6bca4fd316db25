package reading

import (
	"strings"

	"depesche/report"
)

// excluded says whether a number phrase is none that a report measures
// something by: part of a name or of an expression of time, a year, a label
// ("Artikel 5"), an age, an ordinal, the first part of a compound.
func (x *scanner) excluded(a *amount) bool {
	w := &x.t.words[a.num]
	if a.score && (a.bare || a.noun >= 0 && int(w.Head) != a.noun) {
		return true
	}
	if x.named(a) || x.dated(a) || w.Feats.Is(report.NumType, "Ord") {
		return true
	}
	if a.year && !a.approx && (a.bare || a.noun >= 0 && (int(w.Head) != a.noun || !x.t.words[a.noun].Feats.Is(report.Number, "Plur") && !x.d.isPeople(x.s, a.noun))) {
		return true
	}
	if a.year && !a.approx && x.d.lex.Lang == "en" && a.noun >= 0 && a.val.max >= 1900 && int(a.val.max)%100 != 0 && !x.d.isPeople(x.s, a.noun) {
		return true // "the 2018 results"
	}
	if x.labelled(a) || x.hyphened(a) || x.ranked(a) {
		return true
	}
	return idleUnits[a.unit.Unit]
}

// idleUnits are left to the expressions of time, or measure weather and games.
var idleUnits = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "degree": true, "speed": true, "times": true, "point": true}

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
	if a.first == 0 || a.approx {
		return false
	}
	b := &x.t.words[a.first-1]
	if (b.Form == "-" || b.Form == "‑") && !b.Spaced && a.first > 1 && !x.t.words[a.first-2].Spaced {
		return true // "COVID-19"
	}
	if x.model(a, b) {
		return true
	}
	if !a.bare {
		return false
	}
	if b.UPOS == report.PROPN {
		return true
	}
	if b.Form == "#" || b.Form == "+" || b.Form == "§" || b.Form == "/" || b.Form == ":" && a.first > 1 && hasDigit(x.t.words[a.first-2].Form) {
		return true
	}
	return x.behindNoun(a)
}

// ranked says whether the number only says of how many a rank is: "Platz 149 von
// 180 Staaten", "ranked 12th out of 40".
func (x *scanner) ranked(a *amount) bool {
	if a.unit.Unit != "" || a.first < 3 || a.prep != "von" && a.prep != "unter" && a.prep != "of" {
		return false
	}
	k := a.first - 2
	if lower(x.t.words[k].Form) == "out" {
		k--
	}
	w := &x.t.words[k]
	if x.d.lex.Approx[lower(w.Form)] == "label" && k > 0 {
		w = &x.t.words[k-1] // "12. Platz"
		return w.Feats.Is(report.NumType, "Ord")
	}
	if !hasDigit(w.Form) || k == 0 {
		return false
	}
	return x.d.lex.Approx[lower(x.t.words[k-1].Form)] == "label" || strings.HasSuffix(w.Form, "th")
}

// model says whether the number is the second part of the name of a model:
// "Leopard 2 tanks".
func (x *scanner) model(a *amount, b *report.Word) bool {
	if m := x.d.mentionAt(x.s, a.first-1); m != nil && m.kind == byName && m.ents[0].isState() {
		return false // "sends Ukraine 31 tanks"
	}
	if b.UPOS != report.PROPN || a.noun < 0 || a.val.max > 999 || a.first == a.noun || a.spelled {
		return false
	}
	return int(x.t.words[a.num].Head) == a.first-1 || int(b.Head) == a.noun && b.Rel != report.NmodPoss && !x.t.saxon(a.first-1)
}

// behindNoun says whether the number, or the one it is listed with, hangs on a
// noun right before it: "posts 542 and 543".
func (x *scanner) behindNoun(a *amount) bool {
	w := a.num
	for x.t.rel(w) == report.Conj && x.t.head(w) >= 0 {
		w = x.t.head(w)
	}
	h := x.t.head(w)
	if h < 0 || h != w-1 || x.t.words[h].UPOS != report.NOUN && x.t.words[h].UPOS != report.PROPN {
		return false
	}
	return x.t.words[w].UPOS == report.NUM
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
