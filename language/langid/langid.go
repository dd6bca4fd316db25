// Package langid recognises the language of a text: German, English, or another.
//
// Two witnesses must agree. Sums of weights of letter sequences (naive Bayes over
// hashed n-grams of one to four letters, learned by ./gen from treebanks: German,
// English, and several others as one class) say which of the three is likeliest;
// and of a text that is long enough, a share of the words must be among the
// language's function words (starters.tsv), so that a language never seen in
// training is not taken for its nearest relative.
package langid

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/language/data"
)

// Unknown is the answer for a text in another language, or in none.
const Unknown = "unknown"

// langs are the classes of the weights.
var langs = [...]string{"de", "en", Unknown}

// Buckets is the number of hashed n-grams.
const Buckets = 1 << 13

//go:embed weights.bin
var weights string // len(langs) bytes a bucket: the weights, plus 128

// Limits of what is looked at.
const (
	maxBytes = 1 << 12
	minWords = 20   // of a text whose function words are counted
	minShare = 0.15 // of function words
	scale    = 1.0 / 24
)

// Detect gives the language, "de", "en" or Unknown, and how sure that is, from 0
// to 1. Only the first 4 KB count.
func Detect(text string) (lang string, confidence float64) {
	if len(text) > maxBytes {
		text = strings.ToValidUTF8(text[:maxBytes], "")
	}
	var sum [len(langs)]int
	n := 0
	Grams(text, func(bucket uint32) {
		n++
		for i := range sum {
			sum[i] += int(weights[int(bucket)*len(langs)+i]) - 128
		}
	})
	if n == 0 {
		return Unknown, 0
	}
	best, next := order(sum)
	// Neighbouring n-grams say the same thing several times: the root tempers that.
	margin := float64(sum[best]-sum[next]) * scale / math.Sqrt(float64(n))
	confidence = 1 / (1 + math.Exp(-margin))
	lang = langs[best]
	if lang != Unknown {
		if share, words := functionWords(text, lang); words >= minWords && share < minShare {
			return Unknown, 1 - share/minShare/2
		}
	}
	return lang, confidence
}

func order(sum [len(langs)]int) (best, next int) {
	next = -1
	for i := range sum {
		if sum[i] > sum[best] {
			best = i
		}
	}
	for i := range sum {
		if i != best && (next < 0 || sum[i] > sum[next]) {
			next = i
		}
	}
	return best, next
}

// Grams calls each with the bucket of every n-gram of one to four letters within
// the words of the text, a word having a space at either end, in small letters.
func Grams(text string, each func(bucket uint32)) {
	var last [4]rune
	have := 0
	take := func(r rune) {
		copy(last[:], last[1:])
		last[3] = r
		have = min(have+1, 4)
		h := uint32(2166136261)
		for n := 1; n <= have; n++ {
			h = (h ^ uint32(last[4-n])) * 16777619
			if n > 1 || r != ' ' {
				each((h ^ h>>15 ^ uint32(n)*2654435761) % Buckets)
			}
		}
	}
	inside := false
	for _, r := range text {
		if unicode.IsLetter(r) {
			if !inside {
				have = 0
				take(' ')
			}
			inside = true
			take(unicode.ToLower(r))
			continue
		}
		if inside {
			take(' ')
		}
		inside = false
	}
	if inside {
		take(' ')
	}
}

// functionWords is the share of function words among the words, and the number of
// words.
func functionWords(text, lang string) (share float64, words int) {
	known := functionTables()[lang]
	found := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case known[strings.ToLower(w)]:
			found++
			words++
		case !unicode.IsUpper(r): // names say nothing
			words++
		}
	}
	if words == 0 {
		return 0, 0
	}
	return float64(found) / float64(words), words
}

var functionTables = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, lang := range langs[:2] {
		known := map[string]bool{}
		err := data.Table(lang+"/starters.tsv", 1, func(f []string) error { known[f[0]] = true; return nil })
		if err != nil {
			panic(fmt.Sprintf("langid: %v", err)) // the tables are part of the program and tested
		}
		all[lang] = known
	}
	return all
})
