package card

import (
	"math"
	"strconv"
	"strings"

	"depesche/record"
)

// quantity is a level in words: "USD 5 billion", "33%", "12 to 15 soldiers".
func quantity(q *record.Quantity, noun string) string {
	n := spread(q.Min, q.Max)
	switch q.Unit {
	case "money":
		if q.Currency == "" {
			return n
		}
		return q.Currency + " " + n
	case "percent":
		return n + "%"
	case "percentage_point":
		if q.Min == 1 && q.Max == 1 {
			return "1 percentage point"
		}
		return n + " percentage points"
	case "":
		return strings.TrimSpace(n + " " + clean(noun))
	}
	return n + " " + or(lookUp(English, "unit", q.Unit), strings.ReplaceAll(clean(q.Unit), "_", " "))
}

// change is a change in words: "up 33%".
func change(q *record.Quantity) string {
	words := quantity(q, "")
	switch q.Direction {
	case "up", "down":
		return q.Direction + " " + words
	}
	return "changed by " + words
}

// count is a number of people.
func count(r *record.Range, word string) string { return spread(r.Min, r.Max) + " " + word }

// spread is one number, or two that bound it.
func spread(lo, hi float64) string {
	switch {
	case lo == hi, math.IsInf(hi, 0):
		return number(lo)
	case hi == 0:
		return "at least " + number(lo)
	case lo == 0:
		return "up to " + number(hi)
	}
	return number(lo) + " to " + number(hi)
}

// scale is a word for a power of ten.
type scale struct {
	of   float64
	name string
}

var scales = []scale{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}

// number writes a number without losing any of it: "5 billion", "1.25
// million", "1,234,567", "0.4".
func number(v float64) string { return scaled(v, scales, grouped) }

// scaled writes a number in the largest scale that needs no more than three
// decimals, else in full, but for fractions without an end; write puts the digits into the form of a language.
func scaled(v float64, scales []scale, write func(digits string) string) string {
	for _, s := range scales {
		if math.Abs(v) >= s.of {
			short := strconv.FormatFloat(v/s.of, 'f', -1, 64)
			if _, decimals, _ := strings.Cut(short, "."); len(decimals) <= 3 {
				return write(short) + s.name
			}
			break
		}
	}
	in := strconv.FormatFloat(v, 'f', -1, 64)
	if _, decimals, _ := strings.Cut(in, "."); len(decimals) > 6 { // a third has no end
		in = strconv.FormatFloat(v, 'f', 1, 64)
	}
	return write(in)
}

// rounded is a number to three significant digits, for what follows by
// arithmetic.
func rounded(v float64) string {
	if v == 0 {
		return "0"
	}
	p := math.Pow(10, 2-math.Floor(math.Log10(math.Abs(v))))
	if r := math.Round(v*p) / p; !math.IsNaN(r) && !math.IsInf(r, 0) {
		return number(r)
	}
	return number(v)
}

func grouped(s string) string {
	whole, decimals, ok := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0 && len(whole) > 4; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if ok {
		return sign + whole + "." + decimals
	}
	return sign + whole
}
