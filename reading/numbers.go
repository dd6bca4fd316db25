package reading

import (
	"math"
	"strconv"
	"strings"

	"depesche/lexicon"
)

// numeral is a number written in digits inside one word, with what is glued
// to it: "$5bn" has the prefix "$" and the suffix "bn".
type numeral struct {
	prefix, suffix string
	min, max       float64 // apart for a range inside the word: "5–7"
	year           bool    // four digits without a mark: it may be a year
	score          bool    // "3-1": without a unit it is the result of a game
}

// readNumeral reads a word that holds a number in digits. Words with letters
// before the digits (G7, F-22), ordinals, clock times, scores and versions are
// no numerals.
func readNumeral(lang, form string) (numeral, bool) {
	var n numeral
	start := strings.IndexAny(form, "0123456789½¼¾")
	if start < 0 {
		return n, false
	}
	n.prefix = strings.TrimRight(form[:start], "-–+~±")
	if !currencyPrefix(n.prefix) {
		return n, false
	}
	v, rest, ok := digits(lang, form[start:])
	if !ok {
		return n, false
	}
	n.min, n.max = v, v
	n.year = v >= 1000 && v < 2100 && len(form)-len(rest)-start == 4
	if to, ok := cutDash(rest); ok {
		to = strings.TrimPrefix(to, n.prefix)
		w, tail, ok := digits(lang, to)
		if ok && w > v {
			n.score = strings.HasPrefix(rest, "-") && v < 1000
			n.max, rest, n.year = w, tail, n.year && w < 2100
		}
	}
	n.suffix = rest
	return n, plainSuffix(lang, rest)
}

func currencyPrefix(s string) bool {
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '/' || r == ':' || r == '.' || r == '#' || r == '@' {
			return false
		}
	}
	return s == "" || strings.ContainsAny(s, "$€£¥₽₴₹₩₺₪₦") || len(s) == 3 && strings.ToUpper(s) == s || strings.Trim(s, "-–+~±") == ""
}

// plainSuffix says whether what follows the digits in the word may be a scale
// or a unit: letters, a percent sign, a currency sign. Ordinals are none.
func plainSuffix(lang, s string) bool {
	switch lower(s) {
	case "st", "nd", "rd", "th", ".":
		return false
	case "w", "v", "s", "er", "ern", "ers", "e", "x", "a", "b", "c", "d":
		return false
	}
	if s == "K" {
		return false // "4K"
	}
	for _, r := range s {
		if r == '-' || r == ':' || r == '/' || r == ',' || r >= '0' && r <= '9' {
			return false
		}
	}
	return true
}

func cutDash(s string) (string, bool) {
	for _, d := range [...]string{"-", "–", "—", "‑"} {
		if strings.HasPrefix(s, d) {
			return s[len(d):], true
		}
	}
	return s, false
}

// fractionSigns are the fractions that Unicode writes as one character.
var fractionSigns = map[rune]float64{'½': 0.5, '¼': 0.25, '¾': 0.75}

// digits reads a number at the start of s with the grouping of the language;
// rest is what follows. A group separator must be followed by three digits.
func digits(lang, s string) (v float64, rest string, ok bool) {
	group, point := byte(','), byte('.')
	if lang == "de" {
		group, point = '.', ','
	}
	var b strings.Builder
	i, whole, grouped, decimals := 0, 0, false, -1
scan:
	for i < len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			b.WriteByte(c)
			if decimals >= 0 {
				decimals++
			} else {
				whole++
			}
			i++
			continue
		case (c == group || c == '\'') && decimals < 0 && threeDigits(s[i+1:]) && (grouped || whole <= 3) && whole > 0:
			grouped = true
			i++
			continue
		case c == point && decimals < 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			b.WriteByte('.')
			decimals = 0
			i++
			continue
		case c == group && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			// the other language's point: "1.5" in German, unless it is a
			// clock time or a date
			if decimals >= 0 || lang == "en" || !oneDigit(s[i+1:]) {
				return 0, "", false
			}
			b.WriteByte('.')
			decimals = 0
			i++
			continue
		}
		break scan
	}
	rest = s[i:]
	if b.Len() > 0 {
		x, err := strconv.ParseFloat(b.String(), 64)
		if err != nil {
			return 0, "", false
		}
		v = x
	}
	for r, x := range fractionSigns {
		if strings.HasPrefix(rest, string(r)) {
			return v + x, rest[len(string(r)):], true
		}
	}
	return v, rest, b.Len() > 0 && b.Len() <= 16 && !(whole > 1 && s[0] == '0')
}

func oneDigit(s string) bool {
	return len(s) >= 1 && (len(s) == 1 || s[1] < '0' || s[1] > '9')
}

// threeDigits says whether s starts with exactly three digits.
func threeDigits(s string) bool {
	if len(s) < 3 {
		return false
	}
	for i := range 3 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}

// span is a value, or a range where the words are vague.
type span struct{ min, max float64 }

func (a span) times(b span) span { return span{exact(a.min * b.min), exact(a.max * b.max)} }

// exact takes away what binary fractions leave over: 65.9 million is whole.
func exact(x float64) float64 {
	if x < 1000 {
		return round(x)
	}
	return math.Round(x*100) / 100
}

func (a span) plus(b span) span { return span{a.min + b.min, a.max + b.max} }

// numberWord is the value of a word for a number, as the tables have it; German
// compounds ("dreihundertzwanzig") are taken apart.
func numberWord(lex *lexicon.Lexicon, form, lemma string) (span, bool) {
	if n, ok := lex.Numbers[form]; ok {
		return span{n.Min, n.Max}, true
	}
	low := lower(form)
	if n, ok := lex.Numbers[low]; ok {
		return span{n.Min, n.Max}, true
	}
	if startsUpper(form) && lex.Lang == "de" || lex.Lang == "en" {
		if n, ok := lex.Numbers[lemma]; ok && len(lemma) > 3 {
			return span{n.Min, n.Max}, true
		}
	}
	if lex.Lang == "de" && len(low) > 6 {
		return germanCompound(lex, low)
	}
	if k := strings.IndexByte(low, '-'); k > 2 && lex.Lang == "en" {
		a, okA := lex.Numbers[low[:k]]
		b, okB := lex.Numbers[low[k+1:]]
		if okA && okB && a.Min >= 20 && a.Min < 100 && b.Min < 10 && b.Min >= 1 {
			return span{a.Min + b.Min, a.Max + b.Max}, true
		}
		if okA && okB && (b.Min >= 100 || b.Min < 1) {
			return span{a.Min * b.Min, a.Max * b.Max}, true
		}
	}
	return span{}, false
}

// germanCompound reads "zweiundzwanzig", "dreihundertfünfzig",
// "hunderttausend", "zweieinhalb", "anderthalbtausend": the parts must be
// listed number words.
func germanCompound(lex *lexicon.Lexicon, w string) (span, bool) {
	for _, scale := range [...]struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		k := strings.LastIndex(w, scale.word)
		if k < 0 {
			continue
		}
		left, right := span{1, 1}, span{}
		if k > 0 {
			x, ok := germanPart(lex, w[:k])
			if !ok {
				return span{}, false
			}
			left = x
		}
		if tail := strings.TrimPrefix(w[k+len(scale.word):], "und"); tail != "" {
			x, ok := germanPart(lex, tail)
			if !ok {
				return span{}, false
			}
			right = x
		}
		return left.times(span{scale.value, scale.value}).plus(right), true
	}
	return germanTens(lex, w)
}

func germanTens(lex *lexicon.Lexicon, w string) (span, bool) {
	if strings.HasSuffix(w, "einhalb") {
		if n, ok := lex.Numbers[strings.TrimSuffix(w, "einhalb")]; ok && n.Min < 20 {
			return span{n.Min + 0.5, n.Min + 0.5}, true
		}
		return span{}, false
	}
	one, ten, ok := strings.Cut(w, "und")
	if !ok {
		return span{}, false
	}
	if one == "ein" {
		one = "eins"
	}
	a, okA := lex.Numbers[one]
	b, okB := lex.Numbers[ten]
	if !okA || !okB || a.Min >= 10 || b.Min < 20 || b.Min >= 100 {
		return span{}, false
	}
	return span{a.Min + b.Min, a.Min + b.Min}, true
}

func germanPart(lex *lexicon.Lexicon, w string) (span, bool) {
	if w == "ein" {
		return span{1, 1}, true
	}
	if n, ok := lex.Numbers[w]; ok {
		return span{n.Min, n.Max}, true
	}
	if len(w) <= 6 {
		return span{}, false
	}
	return germanCompound(lex, w)
}
