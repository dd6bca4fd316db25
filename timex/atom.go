package timex

import (
	"unicode"
	"unicode/utf8"
)

// atom is a run of letters, a run of digits or one other character. Matching
// goes over atoms and not over the words of the tokenizer, so that a date is
// found however it was split.
type atom struct {
	start, end int32 // bytes of the text
	id         int32 // in the vocabulary: digits, unknown or a word of the tables
	num        int32 // the number of a run of digits, -1 if it is too long
	glued      bool  // nothing stands between the atom and the one before
	upper      bool  // begins with an upper case letter
	masked     bool  // part of a name or another thing that is no expression of time
}

// Ids of the vocabulary that are no words.
const (
	idUnknown int32 = iota
	idDigits
	idFirstWord
)

// vocabulary numbers the words of the tables, in lower case.
type vocabulary struct {
	ids   map[string]int32
	split map[string][2]int // compounds: where the parts of "Montagabend" end
}

func newVocabulary() *vocabulary {
	return &vocabulary{ids: make(map[string]int32), split: make(map[string][2]int)}
}

// add gives the word's number, a new one if need be.
func (v *vocabulary) add(lower string) int32 {
	id, ok := v.ids[lower]
	if !ok {
		id = idFirstWord + int32(len(v.ids))
		v.ids[lower] = id
	}
	return id
}

func (v *vocabulary) size() int { return int(idFirstWord) + len(v.ids) }

// lexer cuts text into atoms; buf is its scratch space for lower case.
type lexer struct {
	words *vocabulary
	buf   []byte
}

// atoms appends the atoms of text[from:to].
func (x *lexer) atoms(out []atom, text string, from, to int) []atom {
	end := from - 1
	for i := from; i < to; {
		c, size := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(c) {
			i += size
			continue
		}
		j := i + size
		kind := classOf(c)
		for kind != other && j < to {
			c, size := utf8.DecodeRuneInString(text[j:to])
			if classOf(c) != kind {
				break
			}
			j += size
		}
		a := atom{start: int32(i), end: int32(j), glued: end == i, upper: unicode.IsUpper(c)}
		switch kind {
		case digits:
			a.id, a.num = idDigits, number(text[i:j])
			out = append(out, a)
		default:
			out = x.word(out, a, text[i:j])
		}
		i, end = j, j
	}
	return out
}

// word looks the atom up, and splits it where it is a known compound.
func (x *lexer) word(out []atom, a atom, s string) []atom {
	x.buf = lower(x.buf[:0], s)
	if id, ok := x.words.ids[string(x.buf)]; ok {
		a.id = id
		return append(out, a)
	}
	if cut, ok := x.words.split[string(x.buf)]; ok && len(x.buf) == len(s) {
		head, tail := a, a
		head.end = a.start + int32(cut[0])
		head.id = x.words.ids[string(x.buf[:cut[0]])]
		tail.start, tail.glued, tail.upper = a.start+int32(cut[1]), true, false
		tail.id = x.words.ids[string(x.buf[cut[1]:])]
		return append(out, head, tail)
	}
	return append(out, a)
}

type charClass uint8

const (
	other charClass = iota
	letters
	digits
)

func classOf(c rune) charClass {
	switch {
	case c < 0x80:
		if c >= '0' && c <= '9' {
			return digits
		}
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			return letters
		}
		return other
	case unicode.IsLetter(c) || unicode.IsMark(c):
		return letters
	}
	return other
}

// lower appends s in lower case.
func lower(buf []byte, s string) []byte {
	for _, c := range s {
		if c < 0x80 {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			buf = append(buf, byte(c))
			continue
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(c))
	}
	return buf
}

// number reads up to six digits, else -1.
func number(s string) int32 {
	if len(s) > 6 {
		return -1
	}
	var n int32
	for i := range len(s) {
		n = n*10 + int32(s[i]-'0')
	}
	return n
}
