package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/lexicon"
	"depesche/report"
)

// amount is a number phrase of a sentence: the number with its scale, the
// words that blur it, and its unit or the noun that it counts.
type amount struct {
	sent        int
	first, last int // words of the phrase, with "rund" before and the unit behind
	num         int // the word of the number that the tree is asked about
	at          int // the word that stands for the phrase in the tree
	noun        int // the counted noun, -1 for none
	val         span
	approx      bool
	unit        lexicon.Unit // zero for none
	isFraction  bool         // "ein Drittel", "half": a share
	bare        bool         // digits or words without unit or noun
	spelled     bool         // in words
	vague       bool         // by words such as "dozens": the range is a guess
	year        bool         // may be a year
	score       bool         // may be the result of a game
	prep        string       // the word right before the phrase
	drop        bool
}

func (a *amount) isMoney() bool { return a.unit.Unit == "money" }
func (a *amount) isShare() bool { return a.unit.Unit == "percent" }

// scanner finds the number phrases of one sentence from left to right.
type scanner struct {
	d *doc
	s int
	t *tree

	low []byte // scratch
}

// amounts are the number phrases of a sentence.
func (d *doc) amounts(s int) []amount {
	x := scanner{d: d, s: s, t: &d.trees[s]}
	var out []amount
	for i := 0; i < len(x.t.words); {
		a, next := x.phrase(i)
		if next <= i {
			i++
			continue
		}
		if !a.drop {
			out = append(out, a)
		}
		i = next
	}
	return x.shareUnits(out)
}

// phrase reads the number phrase that starts at word i; next is i if there is
// none.
func (x *scanner) phrase(i int) (a amount, next int) {
	a = amount{sent: x.s, first: i, noun: -1}
	j := i
	for {
		kind, n := x.around(j)
		if n == 0 || !blurs[kind] {
			break
		}
		a.approx = a.approx || kind != "exact"
		j += n
	}
	unitBefore, n := x.currencyAt(j)
	if n > 0 {
		j += n
	}
	val, num, k, ok := x.number(j, &a)
	if !ok {
		return a, i
	}
	a.val, a.num = val, num
	if a.isFraction && lower(x.t.words[i].Form) == "um" {
		a.first, a.approx = i+1, false // "um die Hälfte" is no "um die 20"
	}
	if unitBefore.Unit != "" {
		a.unit = unitBefore
	}
	a.vague = val.min != val.max && a.spelled
	k = x.upper(&a, k)
	a.last = k - 1
	if a.unit.Unit == "" {
		k = x.unitAt(&a, k)
	} else {
		a.at = a.num
	}
	if i > 0 && a.isMoney() && lower(x.t.words[i].Form) == "über" && x.t.words[i-1].UPOS == report.NOUN {
		a.approx = false // "ein Kredit über drei Milliarden Euro"
		a.first++
	}
	k = x.blurredAfter(&a, k)
	a.bare = a.unit.Unit == "" && a.noun < 0
	if a.first > 0 {
		a.prep = lower(x.t.words[a.first-1].Form)
	}
	if x.excluded(&a) {
		a.drop = true
	}
	return a, k
}

// blurs are the kinds of words that stand before a number.
var blurs = map[string]bool{"about": true, "more": true, "less": true, "over": true, "exact": true}

// around is the entry of the table of words around numbers that starts at word
// i, the longest of up to four words.
func (x *scanner) around(i int) (kind string, n int) {
	low := x.low[:0]
	for k := i; k < min(i+4, len(x.t.words)); k++ {
		if k > i {
			low = append(low, ' ')
		}
		low = appendLower(low, x.t.words[k].Form)
		if found, ok := x.d.lex.Approx[string(low)]; ok {
			kind, n = found, k-i+1
		}
	}
	x.low = low
	return kind, n
}

// appendLower appends s in small letters.
func appendLower(b []byte, s string) []byte {
	for _, r := range s {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

func lowerJoin(t *tree, i, n int) string {
	if n == 1 {
		return lower(t.words[i].Form)
	}
	var b strings.Builder
	for k := i; k < i+n; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(lower(t.words[k].Form))
	}
	return b.String()
}

// currencyAt is a currency that stands before its number: "US$ 20,000", "EUR 5 Mio.".
func (x *scanner) currencyAt(i int) (lexicon.Unit, int) {
	for n := min(2, len(x.t.words)-1-i); n > 0; n-- {
		form := x.t.words[i].Form
		if n == 2 {
			form += x.t.words[i+1].Form
		}
		if !strings.ContainsAny(form, "$€£¥₽₴₹₩₺₪₦") && !(len(form) == 3 && isAcronym(form)) && form != "Rs" {
			continue
		}
		if u, ok := x.d.lex.Units[form]; ok && u.Unit == "money" {
			return u, n
		}
	}
	return lexicon.Unit{}, 0
}

// number reads the number at word j: digits or words, scales behind. num is
// the word that heads it, next the word after it.
func (x *scanner) number(j int, a *amount) (val span, num, next int, ok bool) {
	if j >= len(x.t.words) {
		return val, 0, j, false
	}
	if n, ok := readNumeral(x.d.lex.Lang, x.t.words[j].Form); ok {
		return x.digitNumber(j, n, a)
	}
	if val, ok := x.hyphenated(j, a); ok {
		return val, j, j + 1, true
	}
	return x.wordNumber(j, a)
}

// hyphenated reads a sum or share inside a compound: "5-Milliarden-Euro-Paket",
// "$5-billion", "30-prozentige".
func (x *scanner) hyphenated(j int, a *amount) (span, bool) {
	parts := strings.Split(x.t.words[j].Form, "-")
	n, ok := readNumeral(x.d.lex.Lang, parts[0])
	if !ok || len(parts) < 2 || n.suffix != "" && !x.suffix(n.suffix, &span{}, a) {
		return span{}, false
	}
	val := span{n.min, n.max}
	if n.prefix != "" {
		a.unit = x.d.lex.Units[n.prefix]
	}
	for _, p := range parts[1:] {
		if s, ok := x.d.lex.Numbers[lower(p)]; ok && s.Min >= 1000 {
			val = val.times(x.singular(span{s.Min, s.Max}))
			continue
		}
		if strings.HasPrefix(p, "prozentig") {
			p = "Prozent"
		}
		if u, ok := x.unitWord(p); ok && a.unit.Unit == "" {
			a.unit = u
		}
	}
	return val, a.isMoney() || a.isShare()
}

func (x *scanner) digitNumber(j int, n numeral, a *amount) (val span, num, next int, ok bool) {
	val, num, next = span{n.min, n.max}, j, j+1
	a.year, a.score = n.year, n.score
	if n.prefix != "" {
		u, known := x.d.lex.Units[n.prefix]
		if !known {
			return val, num, j, false
		}
		a.unit = u
	}
	if n.suffix != "" && !x.suffix(n.suffix, &val, a) {
		return val, num, j, false
	}
	if n.suffix == "" && val.min == val.max && val.min < 1000 {
		for next < len(x.t.words) && len(x.t.words[next].Form) == 3 && threeDigits(x.t.words[next].Form) && x.glued(next-1) == ' ' && a.unit.Unit == "" {
			v, _, _ := digits(x.d.lex.Lang, x.t.words[next].Form)
			val = val.times(span{1000, 1000}).plus(span{v, v})
			next++
		}
	}
	next = x.scales(&val, next, &num, a)
	return val, num, next, true
}

// suffix reads what is glued to digits: a scale and a unit ("5bn", "58%").
func (x *scanner) suffix(s string, val *span, a *amount) bool {
	if u, ok := x.d.lex.Units[s]; ok && !(x.d.lex.Lang == "en" && (s == "m" || s == "t")) {
		a.unit = u
		return true
	}
	n, ok := x.d.lex.Numbers[lower(s)]
	if !ok || n.Min < 1000 {
		return false
	}
	*val = val.times(span{n.Min, n.Max})
	return true
}

// scales multiplies by the scale words that follow: "fünf Milliarden", "2
// hundred thousand"; "a.year" is no longer open then.
func (x *scanner) scales(val *span, k int, num *int, a *amount) int {
	for k < len(x.t.words) {
		w := &x.t.words[k]
		n, ok := numberWord(x.d.lex, w.Form, w.Lemma)
		if !ok || n.min < 12 || n.min < 100 && lower(w.Form) != "dutzend" && lower(w.Form) != "dozen" {
			return k
		}
		if !x.isScale(k) {
			return k
		}
		*val = val.times(x.singular(n))
		*num = k
		a.year = false
		k++
	}
	return k
}

// isScale says whether the word is a listed scale and not a compound number.
func (x *scanner) isScale(k int) bool {
	w := &x.t.words[k]
	if w.Form == "K" {
		return false
	}
	switch lower(w.Form) {
	case "m", "k", "t", "mn", "bn", "tn":
		return x.glued(k-1) != '\n'
	}
	_, direct := x.d.lex.Numbers[lower(w.Form)]
	_, cased := x.d.lex.Numbers[w.Form]
	return direct || cased
}

// singular undoes the vagueness of a scale in the plural: "fünf Millionen" are
// not "Millionen".
func (x *scanner) singular(n span) span {
	if n.min == n.max {
		return n
	}
	for _, p := range [...]float64{1e12, 1e9, 1e6, 1e3, 100, 12} {
		if n.min >= p {
			return span{p, p}
		}
	}
	return n
}

// glued is what stands between word k and the next: ' ' or 0 for nothing.
func (x *scanner) glued(k int) byte {
	if k >= 0 && x.t.words[k].Spaced {
		return ' '
	}
	return 0
}

// shareUnits gives a number without a unit that of the number it is listed
// with: "from 5 to 7 percent", "zwischen zwei und drei Milliarden".
func (x *scanner) shareUnits(list []amount) []amount {
	for i := len(list) - 2; i >= 0; i-- {
		a, b := &list[i], &list[i+1]
		if !a.bare || a.isFraction && !b.isFraction || b.unit.Unit == "" && b.noun < 0 || b.first-a.last > 2 || b.first-a.last < 1 {
			continue
		}
		if b.first-a.last == 2 && !linking[lower(x.t.words[a.last+1].Form)] && !linking[b.prep] {
			continue
		}
		a.unit, a.noun, a.at, a.bare, a.drop = b.unit, b.noun, b.at, false, false
		if scale := x.scaleOf(b); scale > 1 && a.val.max < 1000 && scale >= 1000 {
			a.val = a.val.times(span{scale, scale})
		}
	}
	x.moneyUnits(list)
	return list
}

// moneyUnits gives a large number without a noun the currency of the sum before it:
// "450 Milliarden Euro, davon 52 Milliarden für …".
func (x *scanner) moneyUnits(list []amount) {
	for i := 1; i < len(list); i++ {
		a, b := &list[i-1], &list[i]
		if a.isMoney() && b.bare && !b.isFraction && x.scaleOf(b) >= 1e6 && !x.clauseBetween(a.last, b.first) {
			b.unit, b.bare = a.unit, false
		}
	}
}

// clauseBetween says whether a conjunction between two words opens a clause.
func (x *scanner) clauseBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		w := &x.t.words[i]
		if w.UPOS == report.SCONJ || w.UPOS == report.CCONJ && !linking[lower(w.Form)] {
			return true
		}
	}
	return false
}

// linking are words between two numbers that share a unit.
var linking = map[string]bool{"to": true, "auf": true, "or": true, "oder": true, "and": true, "und": true, "bis": true, "respectively": true}

// scaleOf is the scale word of a number, 1 without one.
func (x *scanner) scaleOf(a *amount) float64 {
	w := &x.t.words[a.num]
	if n, ok := numberWord(x.d.lex, w.Form, w.Lemma); ok && n.min >= 1000 && x.isScale(a.num) {
		return x.singular(n).min
	}
	return 1
}
