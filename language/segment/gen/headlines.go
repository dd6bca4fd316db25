package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headline makes what stands before a seam of a sentence: the sentence without its
// stop, or a headline in the style of newspapers, made of its words; one in ten is quoted or ends in
// a quotation. It is nil if the sentence does not yield one.
func headline(s []word, chance *rand.Rand) []word {
	h := unquoted(s, chance)
	if len(h) > 0 && chance.IntN(10) == 0 {
		from := 0
		if chance.IntN(2) == 0 {
			from = max(0, len(h)-1-chance.IntN(3))
		}
		h = slices.Insert(slices.Clone(h), from, word{form: `"`})
		h = append(h, word{form: `"`})
	}
	return h
}

func unquoted(s []word, chance *rand.Rand) []word {
	s = stopless(s)
	switch n := chance.IntN(10); {
	case n < 2:
		return s
	case n < 6:
		return phrase(s, chance)
	case n < 8:
		return clause(s, chance)
	}
	return participle(s, chance)
}

// stopless is the sentence without what closes it.
func stopless(s []word) []word {
	for len(s) > 0 && strings.Contains(".!?;:…", s[len(s)-1].form) {
		s = s[:len(s)-1]
	}
	if len(s) > 0 && !isLetters(s[len(s)-1].form) {
		return nil
	}
	return s
}

func isLetters(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// telegram leaves out most articles, fewer behind prepositions, and auxiliaries if it is
// told to.
func telegram(s []word, auxiliaries bool, chance *rand.Rand) []word {
	var out []word
	for i := range s {
		w := s[i]
		switch {
		case w.is("DET") && len(w.form) <= 6 && chance.IntN(10) < articlesLeftOut(s, i):
		case auxiliaries && (w.is("AUX") || copulas[strings.ToLower(w.form)]):
		default:
			out = append(out, w)
		}
	}
	if len(out) < 2 || len(out) > 14 || !isLetters(out[0].form) {
		return nil
	}
	r, size := utf8.DecodeRuneInString(out[0].form)
	out[0].form = string(unicode.ToUpper(r)) + out[0].form[size:]
	return out
}

// articlesLeftOut says how many articles of ten are left out at word i.
func articlesLeftOut(s []word, i int) int {
	if i > 0 && s[i-1].is("ADP") {
		return 4
	}
	return 8
}

var copulas = map[string]bool{"ist": true, "sind": true, "war": true, "waren": true, "wird": true, "werden": true, "wurde": true, "wurden": true, "hat": true, "haben": true, "hatte": true, "hatten": true}

// phrase is a stretch without a verb between two signs, from an adjective, noun or name
// up to a noun, name or adverb.
func phrase(s []word, chance *rand.Rand) []word {
	if len(s) == 0 {
		return nil
	}
	start := chance.IntN(len(s))
	for a := start; a < len(s); a++ {
		if !isNominal(&s[a]) || a > 0 && (isNominal(&s[a-1]) || s[a-1].is("DET")) && s[a].is("PROPN") {
			continue
		}
		z, best := a, -1
		for ; z < len(s) && z < a+9 && isLetters(s[z].form) && !isVerb(&s[z]) && !s[z].is("PRO") && !s[z].is("CONJ"); z++ {
			ends := s[z].is("N") || s[z].is("PROPN")
			if ends && z > a && (z+1 == len(s) || !s[z+1].is("PROPN") && !s[z+1].is("N")) && (best < 0 || chance.IntN(2) == 0) {
				best = z
			}
		}
		if best > 0 {
			return telegram(s[a:best+1], false, chance)
		}
	}
	return nil
}

func isVerb(w *word) bool { return w.is("V") || w.is("AUX") || w.is("FIN") || w.is("V.PTCP") }

func isNominal(w *word) bool { return w.is("N") || w.is("PROPN") || w.is("ADJ") }

// clause is the sentence without articles up to its first sign.
func clause(s []word, chance *rand.Rand) []word { return telegram(upToSign(s), false, chance) }

// participle is a clause that ends in a participle, without its auxiliary.
func participle(s []word, chance *rand.Rand) []word {
	s = upToSign(s)
	if len(s) == 0 || !s[len(s)-1].is("V.PTCP") {
		return clause(s, chance)
	}
	return telegram(s, true, chance)
}

func upToSign(s []word) []word {
	for i := range s {
		if !isLetters(s[i].form) && !unicode.IsDigit(rune(s[i].form[0])) {
			return s[:i]
		}
	}
	return s
}
