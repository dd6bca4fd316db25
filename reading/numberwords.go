package reading

import (
	"strings"

	"depesche/report"
)

// wordNumber reads a number in words.
func (x *scanner) wordNumber(j int, a *amount) (val span, num, next int, ok bool) {
	k := j
	total, cur := span{}, span{}
	seen, article := false, false
	for k < len(x.t.words) {
		w := &x.t.words[k]
		if !seen && x.article(k) {
			article, seen, cur = true, true, span{1, 1}
			num = k
			k++
			continue
		}
		if w.UPOS == report.CCONJ && seen && !article && lower(w.Form) == "and" && k+1 < len(x.t.words) && total.plus(cur).min >= 100 {
			if n, ok := x.small(k + 1); ok {
				cur, num = cur.plus(n), k+1
				k += 2
				continue
			}
		}
		if !seen {
			if n, words := x.phraseNumber(k); words > 1 {
				a.spelled = true
				return n, k + words - 1, k + words, true
			}
		}
		n, known := numberWord(x.d.lex, w.Form, w.Lemma)
		if !known || w.UPOS == report.VERB || ambiguousWord(w) {
			break
		}
		switch {
		case n.min < 1 && n.min > 0: // a fraction
			if !x.fraction(k, seen, cur) {
				return val, 0, j, false
			}
			a.isFraction = true
			if seen {
				n = n.times(cur)
			}
			cur = n
		case n.min >= 100 && seen || n.min == 12 && seen && !article && n.min == n.max && isDozen(w):
			cur = cur.times(x.singular(n))
			a.isFraction = false
			if n.min >= 1000 {
				total, cur = total.plus(cur), span{}
			}
		case !seen:
			cur = n
		case article && isDozen(w):
			cur = n
		case cur.min >= 100 && n.max < 100 || cur.min >= 20 && cur.max < 100 && n.max < 10 || cur == span{}:
			cur = cur.plus(n)
		default:
			goto done
		}
		seen, num = true, k
		article = false
		k++
	}
done:
	val = total.plus(cur)
	if article && k < len(x.t.words) {
		u, ok := x.unitWord(x.t.words[k].Form)
		article = !ok || u.Unit != "percent" && u.Unit != "percentage_point" // "um ein Prozent"
	}
	if !seen || article || val.max == 0 && !isZero(x, j) {
		return val, 0, j, false
	}
	a.spelled = true
	if k == j+1 && val.min >= 1e6 && severalScale(x.t.words[j].Form) {
		val = span{2 * val.min, 10*val.min - 1} // "Millionen Menschen"
	}
	return val, num, k, true
}

// severalScale says whether a German scale stands in the plural.
func severalScale(form string) bool {
	f := lower(form)
	return strings.HasSuffix(f, "onen") || strings.HasSuffix(f, "arden")
}

// phraseNumber is a listed number of several words: "tens of thousands".
func (x *scanner) phraseNumber(k int) (span, int) {
	for n := min(3, len(x.t.words)-k); n > 1; n-- {
		if v, ok := x.d.lex.Numbers[lowerJoin(x.t, k, n)]; ok {
			return span{v.Min, v.Max}, n
		}
	}
	return span{}, 1
}

func isZero(x *scanner, j int) bool {
	f := lower(x.t.words[j].Form)
	return f == "null" || f == "zero"
}

func isDozen(w *report.Word) bool {
	f := lower(w.Form)
	return f == "dutzend" || f == "dozen"
}

// small is a number word below a hundred: "two hundred and fifty".
func (x *scanner) small(k int) (span, bool) {
	w := &x.t.words[k]
	n, ok := numberWord(x.d.lex, w.Form, w.Lemma)
	return n, ok && n.min >= 1 && n.max < 100 && w.UPOS == report.NUM
}

// article says whether an indefinite article counts here, before a scale or a
// fraction: "eine Million", "a dozen", "a third of".
func (x *scanner) article(k int) bool {
	switch lower(x.t.words[k].Form) {
	case "a", "an", "ein", "eine", "einer", "einem", "einen", "one":
	default:
		return false
	}
	if k+1 >= len(x.t.words) {
		return false
	}
	w := &x.t.words[k+1]
	if u, ok := x.unitWord(w.Form); ok && (u.Unit == "percent" || u.Unit == "percentage_point") {
		return true
	}
	n, ok := numberWord(x.d.lex, w.Form, w.Lemma)
	return ok && (n.min >= 100 || n.min < 1 || isDozen(w)) && !readsAsDigits(w.Form)
}

func readsAsDigits(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// ambiguousWord are short scales that only count right behind digits.
func ambiguousWord(w *report.Word) bool {
	switch w.Form {
	case "m", "k", "t", "M", "K", "T", "bn", "mn", "tn", "mio", "mln", "bln":
		return true
	}
	return w.UPOS == report.PRON && lower(w.Form) != "hundreds"
}

// fraction says whether the fraction word at k counts: "half" and "Hälfte"
// alone, thirds and quarters only behind a number or an article.
func (x *scanner) fraction(k int, seen bool, before span) bool {
	w := &x.t.words[k]
	if strings.Contains(w.Form, "-") {
		return true
	}
	n, _ := numberWord(x.d.lex, w.Form, w.Lemma)
	if n.min == 0.5 {
		return w.UPOS != report.ADV || seen
	}
	return seen && before.min < 10
}
