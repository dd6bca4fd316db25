package page

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"depesche/export/card"
	"depesche/record"
	"depesche/web/view"
)

// printers write numbers as a language does.
var printers = map[string]*message.Printer{"en": message.NewPrinter(language.English), "de": message.NewPrinter(language.German)}

// scales are the large numbers that have words.
var scales = []struct {
	of  float64
	key string
}{{1e12, "number.trillion"}, {1e9, "number.billion"}, {1e6, "number.million"}}

// numberOf writes a number without losing any of it: "5 billion", "1,234,567".
func numberOf(lang string, v float64) string {
	for _, s := range scales {
		if v < s.of && v > -s.of {
			continue
		}
		short := strconv.FormatFloat(v/s.of, 'f', -1, 64)
		if _, decimals, _ := strings.Cut(short, "."); len(decimals) <= 3 {
			return say(lang, s.key, printers[lang].Sprint(number.Decimal(v/s.of, number.MaxFractionDigits(3))))
		}
		break
	}
	return printers[lang].Sprint(number.Decimal(v, number.MaxFractionDigits(6)))
}

// amount is a value in words: "5 billion USD", "up 33%", "12 to 15".
func amount(lang string, q *record.Quantity) string {
	words := numberOf(lang, q.Min)
	switch {
	case q.Max == q.Min:
	case q.Max == 0:
		words = say(lang, "number.least", words)
	case q.Min == 0:
		words = say(lang, "number.most", numberOf(lang, q.Max))
	default:
		words = say(lang, "number.range", words, numberOf(lang, q.Max))
	}
	switch q.Unit {
	case "", "people", "money":
		words = strings.TrimSpace(words + " " + q.Currency)
	case "percent":
		words += " %"
	case "percentage_point":
		words += " " + say(lang, "number.points")
	default:
		words += " " + card.Label(card.Language(lang), "unit", q.Unit)
	}
	if q.Direction == "up" || q.Direction == "down" {
		words = say(lang, "number."+q.Direction) + " " + words
	}
	return words
}

// roughly is what follows by arithmetic, to three significant digits.
func roughly(lang string, q record.Quantity) string {
	v := (q.Min + q.Max) / 2
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return amount(lang, &q)
	}
	p := math.Pow(10, 2-math.Floor(math.Log10(math.Abs(v))))
	q.Min = math.Round(v*p) / p
	q.Max = q.Min
	return say(lang, "number.about", amount(lang, &q))
}

// measured is a value with what it measures: "killed 12", "5 billion USD".
func measured(lang string, c *view.MatrixClaim) string {
	words := amount(lang, &c.Value)
	if c.Measure == "value" || c.Measure == "change" { // the record says what it is
		return words
	}
	return say(lang, "measure."+c.Measure) + " " + words
}

// sure is a confidence as a word: sure, likely, unsure.
func sure(p float64) string {
	switch {
	case p >= 0.8:
		return "sure"
	case p >= 0.55:
		return "likely"
	}
	return "unsure"
}

// percent is a share in whole percent.
func percent(p float64) int { return int(p*100 + 0.5) }
