package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// upper reads the upper end of a range behind its lower end: "drei bis fünf",
// "5–7", "10 to 20", and "zwischen 10 und 20".
func (x *scanner) upper(a *amount, k int) int {
	if k+1 >= len(x.t.words) || a.val.min != a.val.max {
		return k
	}
	before := ""
	if a.first > 0 {
		before = lower(x.t.words[a.first-1].Form)
	}
	between := before == "zwischen" || before == "between"
	switch w := lower(x.t.words[k].Form); {
	case w == "bis" || w == "–" || w == "—" || w == "-" || w == "bis zu" || w == "‑":
	case w == "to" && before != "from":
	case (w == "und" || w == "and") && between:
	default:
		return k
	}
	b := amount{noun: -1}
	j := k + 1
	u, n := x.currencyAt(j)
	j += n
	v, num, next, ok := x.number(j, &b)
	if !ok {
		return k
	}
	hi, lo := v.max, a.val.min
	if scale := x.scaleOf(&amount{num: num}); scale >= 1000 && lo < 1000 && lo*scale <= hi && x.scaleOf(a) == 1 {
		lo *= scale
	}
	if s := suffixScale(x, num); s > 1 && lo < 1000 && lo*s <= hi {
		lo *= s
	}
	if hi <= lo {
		return k
	}
	if between {
		a.first--
	}
	a.score = x.t.words[k].Form == "-" && hi < 1000
	a.val, a.num, a.year = span{lo, hi}, num, a.year && b.year
	if u.Unit != "" && a.unit.Unit == "" {
		a.unit = u
	}
	if b.unit.Unit != "" {
		a.unit = b.unit
	}
	return next
}

// suffixScale is the scale glued to a numeral: 1e9 for "$7bn".
func suffixScale(x *scanner, num int) float64 {
	n, ok := readNumeral(x.d.lex.Lang, x.t.words[num].Form)
	if !ok || n.suffix == "" {
		return 1
	}
	if v, ok := x.d.lex.Numbers[lower(n.suffix)]; ok && v.Min >= 1000 {
		return v.Min
	}
	return 1
}

// unitAt reads the unit or the counted noun behind the number.
func (x *scanner) unitAt(a *amount, k int) int {
	a.at = a.num
	k = x.minorScale(a, k)
	if u, n := x.unitName(k); n > 0 {
		a.unit = u
		a.at = k + n - 1
		a.last = a.at
		a.val = a.val.times(span{u.Factor, u.Factor})
		if countsPeople(u.Unit) || countedThing[u.Unit] {
			a.noun = a.at
		}
		return k + n
	}
	if n := x.countedNoun(a, k); n >= 0 && x.d.timeAt(x.s, n) < 0 {
		a.noun, a.at, a.last = n, n, n
		return n + 1
	}
	return k
}

// minorScale passes the "of" of "tens of", "half of the", "millions of".
func (x *scanner) minorScale(a *amount, k int) int {
	if k >= len(x.t.words) || a.val.min == a.val.max && !a.isFraction {
		return k
	}
	if lower(x.t.words[k].Form) == "of" || a.isFraction && lower(x.t.words[k].Form) == "der" {
		if _, n := x.unitName(k + 1); n > 0 || !a.isFraction {
			return k + 1
		}
	}
	return k
}

// countsPeople says whether a unit of the table counts people.
func countsPeople(unit string) bool { return unit == "people" || unit == "person" }

// countedThing are units of the table that are nouns in their own right.
var countedThing = map[string]bool{"vote": true, "seat": true, "household": true, "family": true, "piece": true}

// unitName is the unit whose name starts at word k, the longest of up to three words.
func (x *scanner) unitName(k int) (lexicon.Unit, int) {
	for n := min(3, len(x.t.words)-k); n > 0; n-- {
		if n == 1 {
			w := &x.t.words[k]
			if isVerb(w) || w.UPOS == report.ADP || w.UPOS == report.PRON || w.UPOS == report.CCONJ {
				return lexicon.Unit{}, 0
			}
			if u, ok := x.unitWord(w.Form); ok {
				return u, 1
			}
			if w.Lemma != "" && w.UPOS == report.NOUN {
				if u, ok := x.d.lex.Units[w.Lemma]; ok {
					return u, 1
				}
			}
			continue
		}
		var b strings.Builder
		for i := k; i < k+n; i++ {
			if i > k {
				b.WriteByte(' ')
			}
			b.WriteString(x.t.words[i].Form)
		}
		if u, ok := x.d.lex.Units[b.String()]; ok {
			return u, n
		}
		if u, ok := x.d.lex.Units[lower(b.String())]; ok {
			return u, n
		}
	}
	return lexicon.Unit{}, 0
}

func (x *scanner) unitWord(form string) (lexicon.Unit, bool) {
	form = strings.TrimSuffix(form, ".")
	if u, ok := x.d.lex.Units[form]; ok {
		return u, ok
	}
	if len(form) > 3 {
		u, ok := x.d.lex.Units[lower(form)]
		return u, ok
	}
	return lexicon.Unit{}, false
}

// countedNoun is the noun that the number counts: the next one behind
// attributes, at most five words away; -1 if a verb, a preposition or a comma
// comes first.
func (x *scanner) countedNoun(a *amount, k int) int {
	of := a.val.min != a.val.max || a.isFraction
	for i := k; i < len(x.t.words) && i < k+6; i++ {
		w := &x.t.words[i]
		switch w.UPOS {
		case report.NOUN:
			if len(w.Form) < 3 {
				return -1
			}
			return x.lastOfCompound(i)
		case report.PROPN:
			if x.isPeopleName(i) {
				return i
			}
			if i+1 < len(x.t.words) && (x.t.words[i+1].UPOS == report.NOUN || x.t.words[i+1].UPOS == report.PROPN) && i < k+4 {
				continue
			}
			if x.d.lex.Lang == "de" && int(x.t.words[a.num].Head) == i {
				return i
			}
			return -1
		case report.ADJ, report.NUM:
			if x.isCountedAdjective(i) {
				return i
			}
			if w.UPOS == report.NUM && i > k || x.predicative(i) {
				return -1
			}
			continue
		case report.ADV:
			if clauseAdverb[lower(w.Form)] {
				return -1
			}
			continue
		case report.DET:
			if of && i > 0 && x.t.words[i-1].UPOS == report.ADP || a.isFraction && i == k || i > k {
				continue
			}
			return -1
		case report.VERB:
			if participle(w) && w.Rel == report.Amod {
				continue
			}
			return -1
		case report.PUNCT:
			if w.Form == "-" || w.Form == "," && i > k && x.t.words[i-1].UPOS == report.ADJ {
				continue
			}
			return -1
		case report.ADP:
			f := lower(w.Form)
			if f == "of" && of || f == "von" && of {
				continue
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// clauseAdverb are the English adverbs that open a clause.
var clauseAdverb = map[string]bool{"when": true, "where": true, "while": true, "how": true, "why": true, "as": true}

// predicative says whether an English adjective is said of those counted and
// stands before no noun: "40 wounded when …".
func (x *scanner) predicative(i int) bool {
	w := &x.t.words[i]
	return x.d.lex.Lang == "en" && w.UPOS == report.ADJ && base(w.Rel) != report.Amod && (i+1 >= len(x.t.words) || int(w.Head) != i+1)
}

// lastOfCompound follows an English noun compound to its head: "asylum seekers".
func (x *scanner) lastOfCompound(i int) int {
	if x.d.lex.Lang != "en" {
		return i
	}
	for i+1 < len(x.t.words) && x.t.words[i+1].UPOS == report.NOUN && x.t.words[i].Rel == report.Compound && int(x.t.words[i].Head) > i {
		i++
	}
	return i
}

// isPeopleName says whether a proper noun names people of a state: "Greeks".
func (x *scanner) isPeopleName(i int) bool {
	m := x.d.mentionAt(x.s, i)
	return m != nil && m.kind == byDemonym
}

// isCountedAdjective says whether an adjective stands as the noun: "40
// Verletzte" where the tagger took it for one.
func (x *scanner) isCountedAdjective(i int) bool {
	w := &x.t.words[i]
	if x.d.lex.Lang != "de" || !startsUpper(w.Form) || w.UPOS != report.ADJ || x.d.mentionAt(x.s, i) != nil && x.d.mentionAt(x.s, i).kind == byAdj {
		return false
	}
	return i+1 >= len(x.t.words) || x.t.words[i+1].UPOS != report.NOUN
}

// comparing says whether a word compares: "und mehr als 70" blurs what is behind it.
func comparing(t *tree, k int) bool {
	return k < len(t.words) && (t.words[k].Form == "als" || t.words[k].Form == "than")
}

// blurredAfter reads words behind that blur the number: "30 oder mehr", "or so".
func (x *scanner) blurredAfter(a *amount, k int) int {
	for n := min(3, len(x.t.words)-k); n > 1; n-- {
		if kind, ok := x.d.lex.Approx[lowerJoin(x.t, k, n)]; ok && kind == "after" && !comparing(x.t, k+n) {
			a.approx = true
			a.last = max(a.last, k+n-1)
			return k + n
		}
	}
	return k
}
