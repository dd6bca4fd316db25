// Package tag turns words into the numbers that the network reads: the row of the
// word's vector and the rows of its features (affixes, shape, what the dictionary
// says of the form).
package tag

import (
	"unicode"
	"unicode/utf8"
)

// Vocabulary gives words their rows in the table of vectors. Row 0 is for
// unknown words.
type Vocabulary struct {
	rows  map[string]int32
	words []string
}

// NewVocabulary numbers the words from 1.
func NewVocabulary(words []string) *Vocabulary {
	v := &Vocabulary{rows: make(map[string]int32, len(words)), words: words}
	for i, w := range words {
		v.rows[w] = int32(i + 1)
	}
	return v
}

// Words are the words in the order of their rows, from 1.
func (v *Vocabulary) Words() []string { return v.words }

// Row is the row of the very form, 0 if unknown.
func (v *Vocabulary) Row(form string) int32 { return v.rows[form] }

// minTail is the least number of letters of a compound's head.
const minTail = 4

// find looks the form up as written, in lower case, with a capital, and by the
// longest known end of it written as a noun: German compounds mean their last
// part. digits says that the form has a digit; all numbers share a row per shape.
func (f *form) find(v *Vocabulary, form string) int32 {
	if r, ok := v.rows[form]; ok {
		return r
	}
	if f.digits {
		return v.rows[string(f.masked)]
	}
	if r, ok := v.rows[string(f.lower)]; ok {
		return r
	}
	f.title = appendTitle(f.title[:0], f.lower)
	if r, ok := v.rows[string(f.title)]; ok {
		return r
	}
	return f.findTail(v)
}

func (f *form) findTail(v *Vocabulary) int32 {
	if !f.capital {
		return 0
	}
	for at := 3; at+minTail <= len(f.starts); at++ {
		tail := f.lower[f.starts[at]:]
		if tail[0] == '-' && len(tail) > minTail {
			tail = tail[1:]
		}
		f.title = appendTitle(f.title[:0], tail)
		if r, ok := v.rows[string(f.title)]; ok {
			return r
		}
	}
	return 0
}

func appendTitle(b, lower []byte) []byte {
	r, n := utf8.DecodeRune(lower)
	b = utf8.AppendRune(b, unicode.ToUpper(r))
	return append(b, lower[n:]...)
}

// form is the view of a word that lookups and features share.
type form struct {
	lower, title, masked []byte
	starts               []int // byte offsets of the letters in lower
	shape                []byte
	capital, digits      bool
}

// maxLetters is how much of an absurdly long word is looked at.
const maxLetters = 40

func (f *form) read(word string) {
	f.lower, f.starts, f.shape, f.masked = f.lower[:0], f.starts[:0], f.shape[:0], f.masked[:0]
	f.capital, f.digits = false, false
	for _, r := range word {
		if len(f.starts) == maxLetters {
			break
		}
		f.starts = append(f.starts, len(f.lower))
		if len(f.starts) == 1 {
			f.capital = unicode.IsUpper(r)
		}
		r = plain(r)
		class := classOf(r)
		f.lower = utf8.AppendRune(f.lower, unicode.ToLower(r))
		if class == 'd' {
			f.digits = true
			r = '0'
		}
		f.masked = utf8.AppendRune(f.masked, r)
		if n := len(f.shape); n < 2 || f.shape[n-1] != class || f.shape[n-2] != class {
			f.shape = append(f.shape, class)
		}
	}
}

func classOf(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z', unicode.IsLower(r):
		return 'x'
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsDigit(r):
		return 'd'
	case unicode.IsLetter(r):
		return 'l'
	case r < 128:
		return byte(r)
	case unicode.IsPunct(r):
		return '.'
	}
	return '?'
}

// plain gives quotation marks and dashes one form each.
func plain(r rune) rune {
	switch r {
	case '„', '“', '”', '«', '»', '‟':
		return '"'
	case '‚', '‘', '’', '‹', '›', '`', '´':
		return '\''
	case '–', '—', '‒', '−', '‐', '‑':
		return '-'
	}
	return r
}

// Mask is the form under which a word with digits is counted: every digit is 0.
func Mask(word string) string {
	var f form
	f.read(word)
	if !f.digits {
		return word
	}
	return string(f.masked)
}
