package register

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a text to the form in which it is searched and compared: lower
// case, without accents and other marks ("Stützpunkt" is "stutzpunkt", "ß" is
// "ss"), every run of other characters than letters and digits one space.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// joined is the form in which a member keeps its words.
func (w Words) joined() string {
	return strings.Join(w.Lemmas, " ") + "\t" + strings.Join(w.Forms, " ")
}
