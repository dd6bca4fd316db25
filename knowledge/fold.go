package knowledge

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Names are compared piece by piece. A piece is a run without spaces and
// hyphens, without periods and apostrophes, diacritics folded away, so that
// "U.S." is "US", "Ban Ki Moon" is "Ban Ki-moon" and "Erdogan" is "Erdoğan".
// German keeps its umlauts: there they tell words apart.

// isBreak says that a rune ends a piece.
func isBreak(r rune) bool {
	return r == ' ' || r == '-' || r == '\u00a0' || r == '\u2010' || r == '\u2011' || r == '\u2013'
}

// dropped says that a rune is no part of a piece at all.
func dropped(r rune) bool {
	switch r {
	case '.', ',', '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', '\u200b':
		return true
	}
	return false
}

// nextPiece cuts the first piece off s and gives what follows it.
func nextPiece(s string) (piece, rest string) {
	start := -1
	for i, r := range s {
		if isBreak(r) {
			if start >= 0 {
				return s[start:i], s[i:]
			}
			continue
		}
		if start < 0 {
			start = i
		}
	}
	if start < 0 {
		return "", ""
	}
	return s[start:], ""
}

// plain says that folding leaves the piece as it is.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c == '.' || c == ',' || c == '\'' || c == '`' {
			return false
		}
	}
	return s != "Al" && s != "El"
}

// fold appends the folded piece to dst.
func fold(dst []byte, s string, umlauts bool) []byte {
	start := len(dst)
	table := foldings()
	for _, r := range s {
		switch {
		case dropped(r):
		case r < utf8.RuneSelf:
			dst = append(dst, byte(r))
		case umlauts && strings.ContainsRune("äöüÄÖÜ", r):
			dst = utf8.AppendRune(dst, r)
		default:
			if to, ok := table[r]; ok {
				dst = append(dst, to...)
			} else if r < 0x300 || r > 0x36f { // combining marks go
				dst = utf8.AppendRune(dst, r)
			}
		}
	}
	if t := string(dst[start:]); t == "Al" || t == "El" {
		dst[start] += 'a' - 'A'
	}
	return dst
}

// foldTable lists letters and what they fold to.
const foldTable = `A ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ a àáâãäåāăąǎạảấầẩẫậắằẳẵặ AE ÆǼ ae æǽ C ÇĆĈĊČ c çćĉċč
D ĎĐḌ d ďđḍ Dh Ð dh ð E ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ e èéêëēĕėęěẹẻẽếềểễệə G ĜĞĠĢǦ g ĝğġģǧ H ĤĦḤḪ h ĥħḥḫ
I ÌÍÎÏĨĪĬĮİỈỊ i ìíîïĩīĭįıỉị J Ĵ j ĵ K ĶǨ k ķǩ L ĹĻĽĿŁ l ĺļľŀł N ÑŃŅŇ n ñńņň O ÒÓÔÕÖØŌŎŐỌỎỐỒỔỖỘỚỜỞỠỢƠ
o òóôõöøōŏőọỏốồổỗộớờởỡợơ OE Œ oe œ R ŔŖŘ r ŕŗř S ŚŜŞŠȘṢ s śŝşšșṣ ss ß T ŢŤŦȚṬ t ţťŧțṭ Th Þ th þ
U ÙÚÛÜŨŪŬŮŰŲỤỦỨỪỬỮỰƯ u ùúûüũūŭůűųụủứừửữựư W Ŵ w ŵ Y ÝŶŸỲỴỶỸ y ýŷÿỳỵỷỹ Z ŹŻŽẒ z źżžẓ`

var foldings = sync.OnceValue(func() map[rune]string {
	fields := strings.Fields(foldTable)
	table := make(map[rune]string, 400)
	for i := 0; i+1 < len(fields); i += 2 {
		for _, r := range fields[i+1] {
			table[r] = fields[i]
		}
	}
	return table
})
