package card

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/labels.tsv
var labelsTSV string

//go:embed data/words.tsv
var wordsTSV string

// loadWords are the common nouns of both languages, by either in small letters.
var loadWords = sync.OnceValues(func() (map[string][2]string, error) {
	all := map[string][2]string{}
	err := eachLine("data/words.tsv", wordsTSV, 2, func(f []string) {
		for _, w := range f {
			if w = strings.ToLower(w); all[w] == [2]string{} { // the first of several counts
				all[w] = [2]string{f[0], f[1]}
			}
		}
	})
	return all, err
})

// inWords is a common noun in a language, or the noun itself.
func inWords(lang Language, noun string) string {
	all, err := loadWords()
	pair, ok := all[strings.ToLower(noun)]
	if err != nil || !ok { // a broken table is a broken build: a test reads it
		return noun
	}
	return pick(lang == German, pair[1], pair[0])
}

// labels are words for codes in both languages, by kind of code and code.
var loadLabels = sync.OnceValues(func() (map[pair][2]string, error) {
	all := map[pair][2]string{}
	err := eachLine("data/labels.tsv", labelsTSV, 4, func(f []string) { all[pair{f[0], f[1]}] = [2]string{f[2], f[3]} })
	return all, err
})

// Label is the word for a code in a language: Label(German, "type", "CONSULT")
// is "Gespräche". The kinds are those of the first column of data/labels.tsv:
// kind, type, mode, context, status, plan, measure, predicate, as, role, form,
// precision, sector, entity, unit. A code that has no word is given back with
// spaces for underscores.
func Label(lang Language, kind, code string) string {
	return or(lookUp(lang, kind, code), strings.ReplaceAll(code, "_", " "))
}

// lookUp is "" where there is no word.
func lookUp(lang Language, kind, code string) string {
	all, err := loadLabels()
	if err != nil { // a broken table is a broken build: a test reads it
		return ""
	}
	words := all[pair{kind, code}]
	return pick(lang == German, words[1], words[0])
}

// part names the part of a state that acts, "" where it is the government.
func part(lang Language, sector string) string { return lookUp(lang, "part", sector) }

// Codes are the codes of a kind that have words, in the order of the table; see
// Label.
func Codes(kind string) []string {
	var out []string
	_ = eachLine("data/labels.tsv", labelsTSV, 4, func(f []string) { // loadLabels has found it sound
		if f[0] == kind {
			out = append(out, f[1])
		}
	})
	return out
}
