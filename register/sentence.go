package register

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestSentence is how many bytes of a sentence are given on either side of
// the words asked for.
const longestSentence = 600

// SentenceAround is the sentence that holds the words of a text from start to
// end, in bytes: where it begins and ends. The register keeps no sentences; it
// finds them by line ends and by stops before a capital, and takes a stop
// behind a short number or word ("3. März", "U.S.", "Dr.") for none. Offsets
// beyond the text are taken back into it.
func SentenceAround(text string, start, end int) (from, to int) {
	start = whole(text, min(max(start, 0), len(text)))
	end = whole(text, min(max(end, start), len(text)))
	from = max(strings.LastIndexByte(text[:start], '\n')+1, start-longestSentence)
	for i := start - 1; i > from; i-- {
		if isStop(text, i) {
			from = i + 1
			break
		}
	}
	to = min(len(text), end+longestSentence)
	if n := strings.IndexByte(text[end:to], '\n'); n >= 0 {
		to = end + n
	}
	for i := max(end-1, start); i < to; i++ {
		if isStop(text, i) {
			to = i + 1
			break
		}
	}
	from, to = whole(text, from), whole(text, to)
	if to > start {
		to += len(text[to:]) - len(strings.TrimLeft(text[to:], closing)) // a quotation ends with its mark
	}
	if before := text[from:start]; from > 0 && isStop(text, from-1) {
		from += len(before) - len(strings.TrimLeft(before, closing)) // that of the sentence before
	}
	from += len(text[from:start]) - len(strings.TrimLeftFunc(text[from:start], unicode.IsSpace))
	return from, max(from, to)
}

// closing are the marks that may stand behind a stop.
const closing = `"'”“»«’)`

// whole takes an offset back to where a character begins.
func whole(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

func runeAt(text string, i int) rune {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

// shortWord is how many letters before a stop make an abbreviation of it,
// shortNumber how many digits an ordinal; more are a year or an amount.
const (
	shortWord   = 3
	shortNumber = 2
)

// isStop says whether the byte at i ends a sentence.
func isStop(text string, i int) bool {
	switch text[i] {
	case '!', '?':
		return opens(text[i+1:])
	case '.':
	default:
		return false
	}
	before := strings.TrimRightFunc(text[:i], unicode.IsLetter)
	word := text[len(before):i]
	short := word != "" && utf8.RuneCountInString(word) <= shortWord && unicode.IsUpper(runeAt(word, 0))
	digits := len(before) - len(strings.TrimRight(before, "0123456789"))
	ordinal := word == "" && digits > 0 && digits <= shortNumber
	initials := len(word) == 1
	return !short && !ordinal && !initials && opens(text[i+1:])
}

// opens says whether what follows a stop begins a sentence: after a closing
// mark and a space a capital, a digit or an opening mark; or the end.
func opens(rest string) bool {
	rest = strings.TrimLeft(rest, closing)
	if rest == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return false
	}
	next := runeAt(strings.TrimLeftFunc(rest[n:], unicode.IsSpace), 0)
	return unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsRune(`"'„“»«‚‘–-`, next)
}
