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
	"Yo", "Jo", "yo", "jo", "Ye", "Je", "ye", "je", "Yi", "Ji", "yi", "ji",
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
		words = append(words, germanEnd(germanWord(w), state))
	}
	if out := strings.Join(words, " "); out != name {
		return out
	}
	return ""
}

func germanWord(w string) string {
	w = strings.NewReplacer("lya", "lia", "Yulia", "Julia").Replace(doubleS(w))
	w = english.Replace(w)
	for _, end := range [][2]string{{"iy", "i"}, {"ey", "ej"}, {"ay", "aj"}, {"yy", "y"}, {"oy", "oj"}} {
		if s, ok := strings.CutSuffix(w, end[0]); ok {
			w = s + end[1]
			break
		}
	}
	return w
}

// germanEnd writes the endings that differ between the languages: "Dmitry" is
// "Dmitri" of Russians, "-sky" is "-skyj" of Ukrainians.
func germanEnd(w, state string) string {
	s, ok := strings.CutSuffix(w, "y")
	if !ok || s == "" || strings.IndexByte("aeiouy", s[len(s)-1]) >= 0 {
		return w
	}
	if state == "UKR" {
		return s + "yj"
	}
	return s + "i"
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
