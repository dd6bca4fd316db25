package knowledge

import (
	"fmt"
	"strings"
)

// The tables write the inflected forms of a German name in short:
//
//	Islamisch~ Staat*     ~ an adjective's ending: e, er, en, es, em
//	Emirate(n)            letters that may be missing
//	Staat*                the genitive: nothing, s, es
//
// The adjectives of one name always end alike.

var adjectiveEndings = [...]string{"e", "er", "en", "es", "em"}

// isPattern says whether a form is written in short.
func isPattern(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '~', '*', '(', ')':
			return true
		}
	}
	return false
}

// expandForm calls do for every form that a pattern stands for.
func expandForm(pattern string, do func(string)) error {
	if !isPattern(pattern) {
		do(pattern)
		return nil
	}
	if strings.Contains(pattern, "~") {
		for _, end := range adjectiveEndings {
			if err := expandForm(strings.ReplaceAll(pattern, "~", end), do); err != nil {
				return err
			}
		}
		return nil
	}
	if before, after, ok := strings.Cut(pattern, "*"); ok {
		return expandAll(before, after, do, "", "s", "es")
	}
	before, rest, _ := strings.Cut(pattern, "(")
	letters, after, ok := strings.Cut(rest, ")")
	if !ok || strings.Contains(before, ")") {
		return fmt.Errorf("form %q: unbalanced parentheses", pattern)
	}
	return expandAll(before, after, do, "", letters)
}

func expandAll(before, after string, do func(string), parts ...string) error {
	for _, p := range parts {
		if err := expandForm(before+p+after, do); err != nil {
			return err
		}
	}
	return nil
}

// display is the form that a reader sees: the pattern with the adjectives in
// their strong feminine or plural ending, without optional letters. Names that
// need another are listed first in full.
func display(pattern string) string {
	if !isPattern(pattern) {
		return pattern
	}
	s := strings.ReplaceAll(strings.ReplaceAll(pattern, "~", "e"), "*", "")
	for {
		before, rest, ok := strings.Cut(s, "(")
		if !ok {
			return s
		}
		_, after, _ := strings.Cut(rest, ")")
		s = before + after
	}
}

// adjectiveForms lists the inflected forms of a German adjective stem, with a
// small and, for the start of a sentence or a name, a capital letter.
func adjectiveForms(stem string, do func(string)) {
	capital := upperFirst(stem)
	for _, s := range []string{stem, capital} {
		do(s)
		for _, end := range adjectiveEndings {
			do(s + end)
		}
		if capital == stem {
			return
		}
	}
}

func upperFirst(s string) string {
	for i, r := range s {
		if i > 0 {
			return strings.ToUpper(s[:i]) + s[i:]
		}
		_ = r
	}
	return strings.ToUpper(s)
}

// demonymForms lists the forms of a German demonym written as
// "Franzose/Französin/Franzosen": masculine, feminine, plural.
func demonymForms(form string, do func(string)) {
	parts := strings.Split(form, "/")
	masc := parts[0]
	do(masc)
	fem, plural := defaultDemonym(masc)
	if len(parts) > 1 && parts[1] != "" {
		fem = parts[1]
	}
	if len(parts) > 2 && parts[2] != "" {
		plural = parts[2]
	}
	if !strings.HasSuffix(masc, "e") && !strings.HasSuffix(masc, "s") {
		do(masc + "s")
	}
	do(plural)
	if !strings.HasSuffix(plural, "n") && !strings.HasSuffix(plural, "s") {
		do(plural + "n")
	}
	if fem != "" {
		do(fem)
		if strings.HasSuffix(fem, "in") {
			do(fem + "nen")
		}
	}
	if strings.HasSuffix(masc, "e") && fem == masc { // Deutsche, Deutscher, Deutschen, Deutschem
		do(masc + "r")
		do(masc + "m")
		do(masc + "n")
	}
}

func defaultDemonym(masc string) (fem, plural string) {
	switch {
	case strings.HasSuffix(masc, "e"):
		return masc[:len(masc)-1] + "in", masc + "n"
	case strings.HasSuffix(masc, "er"):
		return masc + "in", masc
	case strings.HasSuffix(masc, "i"):
		return masc, masc + "s"
	}
	return masc + "in", masc + "s"
}
