package main

import "strings"

// cyrillic lists the states whose people German newspapers write by the German
// transcription of Cyrillic while the sources have the English one.
var cyrillic = map[string]bool{
	"RUS": true, "BLR": true, "UKR": true, "KAZ": true, "KGZ": true, "TJK": true, "UZB": true, "TKM": true, "BGR": true, "SUN": true,
}

var english = strings.NewReplacer(
	"Shch", "Schtsch", "shch", "schtsch", "Sch", "Sch", "sch", "sch", "Zh", "Sch", "zh", "sch", "Kh", "Ch", "kh", "ch",
	"Ch", "Tsch", "ch", "tsch", "Sh", "Sch", "sh", "sch", "Ts", "Z", "ts", "z", "Ya", "Ja", "ya", "ja", "Yu", "Ju", "yu", "ju",
	"Yo", "Jo", "yo", "jo", "Ye", "Je", "ye", "je", "Yi", "Ji", "yi", "ji", "Iu", "Ju", "iu", "ju", "Ia", "Ja", "ia", "ja",
	"V", "W", "v", "w", "Z", "S", "z", "s",
)

// german writes an English transcription of a Cyrillic name in the German way
// ("Lavrov" → "Lawrow", "Borisov" → "Borissow"); "" if nothing changes.
func german(name, state string) string {
	if !cyrillic[state] {
		return ""
	}
	var words []string
	for _, w := range strings.Fields(name) {
		words = append(words, germanWord(w))
	}
	if out := strings.Join(words, " "); out != name {
		return out
	}
	return ""
}

func germanWord(w string) string {
	w = doubleS(w)
	w = english.Replace(w)
	for _, end := range [][2]string{{"iy", "i"}, {"ey", "ej"}, {"ay", "aj"}, {"yy", "y"}, {"oy", "oj"}} {
		if s, ok := strings.CutSuffix(w, end[0]); ok {
			w = s + end[1]
			break
		}
	}
	return w
}

// doubleS writes the voiceless s between vowels as German does.
func doubleS(w string) string {
	const vowels = "aeiouyAEIOUY"
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		b.WriteByte(w[i])
		if w[i] == 's' && i > 0 && i+1 < len(w) && strings.IndexByte(vowels, w[i-1]) >= 0 && strings.IndexByte(vowels, w[i+1]) >= 0 {
			b.WriteByte('s')
		}
	}
	return b.String()
}
