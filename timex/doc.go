// Package timex finds expressions of time in German and English reports and
// says what they mean: a TIMEX3 type and value (TimeML 1.2.1, as HeidelTime
// writes it) and an honest interval of days.
//
// What the words mean stands in data/<language>: words.tsv (names of months,
// numbers, units …), rules.tsv (a small grammar, each rule with an example),
// prepositions.tsv (what makes a bound of an expression), tenses.tsv (which
// words tell past from future) and examples.tsv (what must and must not be
// read). The code knows the calendar and the mechanism of matching only.
//
// # How a meaning becomes days
//
// A match yields a node: "vergangene Woche" is the week before that of the day
// of publication D. A report that is dated only by its month or year has many
// possible D. Every expression is worked out for every possible D, in the order
// of the text, so that "zwei Tage später" follows the expression before it; what
// comes out is the set over all D: one interval if they agree, separate days if
// each gives one day, else the hull. Nothing is guessed on the way.
//
// Possible days of publication are struck out by proof only (see Timeline):
// what the text tells as past cannot lie after D, what it announces cannot lie
// before D, and what other stages know (an office holder's term) may rule out
// more. Which of the days that remain to prefer is a convention and kept apart
// from the proof, in Time.Best: the earliest, as a date of reduced precision is
// sorted by its first day.
package timex
